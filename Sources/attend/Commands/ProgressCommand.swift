import Basics
import Notes
import Screens
import Scheduling
import Storage

/// `attend progress`: the log of reviews for other devices and programs.
enum ProgressCommand {
  /// What each word needs after it.
  static let operands = [
    "export": "[FILE]", "import": "FILE...", "merge": "FILE...", "sync": "FOLDER", "path": "",
  ]

  /// Carries a word out; the exit status.
  static func run(
    _ operands: [String], environment: [String: String]
  ) throws(ReadProblem) -> Int32 {
    let word = operands.first ?? ""
    let rest = Array(operands.dropFirst())
    let counts: ClosedRange<Int> =
      switch word {
      case "export": 0...1
      case "import", "merge": 1...10_000
      case "sync": 1...1
      default: 0...0
      }
    guard counts.contains(rest.count) else {
      throw ReadProblem(
        "progress \(word) takes \(Self.operands[word].flatMap { $0.isEmpty ? nil : $0 } ?? "nothing more")",
        isUsage: true)
    }
    guard let folder = stateFolder(environment: environment) else {
      throw ReadProblem("there is no home folder; set XDG_STATE_HOME")
    }
    do throws(StorageProblem) {
      let store = try ProgressStore.open(folder: folder, now: Clock.now().utc)
      defer { complain(of: store) }
      complain(of: store)
      return try carryOut(word, rest, store)
    } catch { throw ReadProblem(error.message) }
  }

  private static func complain(of store: ProgressStore) {
    while let notice = store.nextNotice() { Output.complain(notice.message) }
  }

  private static func carryOut(
    _ word: String, _ rest: [String], _ store: ProgressStore
  ) throws(StorageProblem) -> Int32 {
    switch word {
    case "path": Output.say(store.path)
    case "export":
      let text = union([try store.reviews()]).map { $0.line + "\n" }.joined()
      guard let file = rest.first else { return Output.write(text) ? 0 : 1 }
      do throws(ReadProblem) {
        try ExportCommand.write(text, to: file)
      } catch {
        Output.complain(error.message)
        return 1
      }
    case "import", "merge":
      var bad = 0
      for file in rest {
        let report = try store.merge(fileAt: file)
        Output.say("\(file): \(report.new) new, \(report.known) known already")
        bad += complain(report.badLines, report.problems)
      }
      return bad > 0 ? 1 : 0
    case "sync":
      var random = SystemRandomNumberGenerator()
      let report = try store.sync(folder: rest[0], using: &random)
      Output.say("\(report.new) taken in, \(report.written) written")
      return complain(report.badLines, report.problems) > 0 ? 1 : 0
    default: break
    }
    return 0
  }

  /// Says what was left out; how much that was.
  private static func complain(_ badLines: Int, _ problems: [StorageProblem]) -> Int {
    for problem in problems { Output.complain(problem.message) }
    if badLines > 0 {
      Output.complain("\(counted(badLines, "line")) \(badLines == 1 ? "was" : "were") left out")
    }
    return max(badLines, problems.count)
  }
}
