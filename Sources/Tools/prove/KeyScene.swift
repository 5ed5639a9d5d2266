import TerminalTesting
import TestSupport

/// Where the keys go: each screen, on various terminals.
struct KeyScene: CustomStringConvertible {
  let arguments: [String]
  var environment: [String: String?] = [:]
  /// Keys that lead on to the screen.
  var keys = ""
  var description: String { "attend \(arguments.joined(separator: " "))" }

  static let all: [KeyScene] =
    [
      KeyScene(arguments: []), KeyScene(arguments: ["notes.md"]),
      KeyScene(arguments: ["notes.md", "--lesson", "one"]), KeyScene(arguments: ["quiz"]),
      KeyScene(arguments: ["quiz", "notes.md"]), KeyScene(arguments: ["notes.md"], keys: "S"),
      KeyScene(arguments: ["--lesson", "1.2"]),
      KeyScene(arguments: ["notes.md", "--ascii", "--no-mouse"], environment: ["NO_COLOR": "1"]),
      KeyScene(arguments: ["notes.md"], environment: ["TERM": "linux"]),
      KeyScene(arguments: ["notes.md"], environment: ["TERM": "screen", "LC_ALL": "C"]),
      KeyScene(arguments: ["notes.md"], environment: ["TERM": "rxvt"], keys: "s"),
      KeyScene(arguments: ["notes.md"], environment: ["TERM": "vt100"], keys: "/"),
    ]
    + (0..<7).map {
      KeyScene(arguments: ["notes.md"], keys: "w" + String(repeating: "j", count: $0) + "\r")
    }

  /// The program there; nothing that it may start is within its reach.
  func start(_ bench: Workbench) throws -> TestTerminal {
    try bench.write("notes.md", Self.notes)
    let terminal = try bench.start(
      arguments, environment.merging(["PATH": "/nonexistent"]) { $1 })
    terminal.send(keys)
    return terminal
  }

  private static let notes =
    SampleNotes.text + (1...60).map { "Line number \($0) of many.\n\n" }.joined()
}
