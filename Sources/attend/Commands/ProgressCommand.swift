import Quiz
import Basics
import Libc
import Notes
import Screens
import Scheduling
import Storage

/// `attend progress`: the log of reviews for other devices and programs.
enum ProgressCommand {
  /// What each word needs after it.
  static let operands = [
    "export": "[FILE]", "import": "FILE...", "merge": "FILE...", "sync": "FOLDER", "path": "",
    "fit": "", "unfit": "",
  ]

  /// Carries a word out; the exit status.
  static func run(
    _ invocation: Invocation, environment: [String: String]
  ) throws(ReadProblem) -> Int32 {
    let word = invocation.operands.first ?? ""
    let rest = Array(invocation.operands.dropFirst())
    let secure = SecureMode(environment: environment)
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
    if word == "sync" { try secure.forbid("progress sync") }
    if word == "export", let file = rest.first, file != "-" {
      try secure.forbid("progress export FILE")
    }
    guard let folder = stateFolder(environment: environment) else {
      throw ReadProblem("there is no home folder; set XDG_STATE_HOME")
    }
    do throws(StorageProblem) {
      let store = try ProgressStore.open(folder: folder, now: Clock.now().utc)
      defer { complain(of: store) }
      complain(of: store)
      return try carryOut(word, rest, store, force: invocation.has("force"))
    } catch { throw ReadProblem(error.message) }
  }

  private static func complain(of store: ProgressStore) {
    while let notice = store.nextNotice() { Output.complain(notice.message) }
  }

  private static func carryOut(
    _ word: String, _ rest: [String], _ store: ProgressStore, force: Bool
  ) throws(StorageProblem) -> Int32 {
    switch word {
    case "path": return Output.name(store.path) ? 0 : 1
    case "fit": return try FitCommand.fit(store)
    case "unfit": return try FitCommand.unfit(store)
    case "export":
      guard let file = rest.first, file != "-" else {
        return Output.write(try store.log()) ? 0 : 1
      }
      try store.export(to: Path(file), force: force)
      return 0
    case "import", "merge":
      var status: Int32 = 0
      for file in rest {
        let report =
          file == "-"
          ? try store.merge(lines: try standardInput(), from: "standard input")
          : try store.merge(fileAt: Path(file))
        let file = file == "-" ? "standard input" : file
        if complain(report.badLines, report.problems) > 0 { status = 1 }
        guard Output.say("\(file): \(report.new) new, \(report.known) known already") else {
          return 1
        }
      }
      return status
    case "sync":
      var random = SystemRandomNumberGenerator()
      let report = try store.sync(folder: Path(rest[0]), using: &random)
      for note in report.replaced { Output.complain(note.message) }
      let isWhole = complain(report.badLines, report.problems) == 0
      return Output.say("\(report.new) taken in, \(report.written) written") && isWhole ? 0 : 1
    default: return 0
    }
  }

  private static func standardInput() throws(StorageProblem) -> [UInt8] {
    do throws(ReadProblem) { return try NoteFiles.readAll(STDIN_FILENO).get() } catch {
      throw .failed(path: "standard input", reason: error.message)
    }
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
