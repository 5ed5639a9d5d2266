import Libc
import TerminalTesting
import TestSupport

/// A path that stays true in another folder.
func absolute(_ path: String) -> String? {
  guard let full = realpath(path, nil) else { return nil }
  defer { free(full) }
  return String(cString: full)
}

/// Notes with many questions, a state folder, and the program over both.
struct Scene {
  let bench: Workbench
  var folder: String { bench.folder }
  static let database = "state/attend/progress.sqlite"

  /// What stands in the text of each result.
  static let result = "without a try"
  private static let questions = 500
  /// Opens the quiz full screen; without a limit for the day, for a lesson was asked for.
  static let screen = ["quiz", "notes.md", "--lesson", "1.1", "--count", "\(questions)"]
  /// Opens it line by line.
  static let quiz = screen + ["--plain"]

  init(_ options: Options) throws {
    bench = try Workbench(program: options.program)
    try bench.write(
      "notes.md",
      "# Course\n\n## Lesson\n\n"
        + (1...Self.questions).map {
          "### Question \($0)?\n<!-- quiz id=q\($0) -->\nIt is [[right]].\n\n"
        }.joined())
  }

  /// What somebody types who is shown that many results and leaves.
  static func script(_ answers: Int) -> String {
    String(repeating: "reveal\nnext\n", count: answers) + "quit\n"
  }

  /// Runs a quiz of that many answers; nil as status where it had to be ended.
  func answer(_ count: Int, _ changes: [String: String?] = [:]) throws -> ProgramRun {
    try bench.run(Self.quiz, input: Self.script(count), changes)
  }

  /// The log's lines.
  func rows() throws -> [Substring] {
    let run = try bench.run(["progress", "export"])
    guard run.status == 0, run.errors.isEmpty else {
      throw Workbench.Failure("export: \(run.status) \(run.errors)")
    }
    return run.output.split(separator: "\n")
  }

  /// How many changes to the disk a first quiz of three answers makes.
  func countOfChanges() throws -> Int {
    _ = try answer(3, faulty(log: true))
    return DiskChange.all(try bench.read("log")).count {
      if case .output = $0 { false } else { true }
    }
  }

  /// Forgets all answers.
  func clear() { Files.remove("\(folder)/state") }

  /// What preloads the recorder of changes, with a fault at one of them.
  func faulty(
    at change: Int? = nil, _ how: String = "", log: Bool = false, denied: String? = nil
  ) throws -> [String: String?] {
    [
      "LD_PRELOAD": try TestTerminal.builtProduct(named: "libFaultShim.so"),
      "FAULTS_UNDER": folder, "FAULTS_AT": change.map { "\($0)" }, "FAULTS_HOW": how,
      "FAULTS_LOG": log ? "\(folder)/log" : nil, "FAULTS_DENY": denied,
    ]
  }
}

/// How many results a text shows.
func results(in text: String) -> Int { text.split(separator: Scene.result).count - 1 }

/// How many answers the program last said that it could not store.
func unstored(_ text: String) -> Int {
  text.split(whereSeparator: \.isWhitespace).joined(separator: " ").matches(
    of: /(\d+) (?:answer|row)s? (?:was|were) not stored/
  ).last.flatMap { Int($0.1) } ?? 0
}

/// Whether it crashed: a signal ended it.
func crash(_ run: ProgramRun) -> String? {
  run.status >= 128 ? "ended by signal \(run.status - 128)" : nil
}
