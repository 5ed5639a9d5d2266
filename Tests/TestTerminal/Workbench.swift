import Libc
import TestSupport

/// A folder of its own for one test, and the built program run in it.
package final class Workbench {
  /// The folder's whole path.
  package var folder: String { temporary.path }
  private let temporary: TemporaryFolder
  private let program: String

  /// A new folder; the program is the one built beside the tests unless another is given.
  package init(program: String? = nil) throws {
    self.program = try program ?? TestTerminal.builtProduct(named: "attend")
    temporary = try TemporaryFolder()
  }

  /// What could not be done to a file.
  package struct Failure: Error {
    /// The file, or the reason.
    package var text: String

    /// A failure with that text.
    package init(_ text: String) { self.text = text }
  }

  /// Writes a file and returns its path; a new file in the old one's place, as editors do.
  @discardableResult
  package func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let path = "\(folder)/\(name)"
    try Files.write(bytes, to: path + ".new")
    guard rename(path + ".new", path) == 0 else { throw Failure(path) }
    return path
  }

  /// Writes a text file likewise.
  @discardableResult
  package func write(_ name: String, _ text: String) throws -> String {
    try write(name, Array(text.utf8))
  }

  /// The bytes of a file in the folder.
  package func read(_ name: String) throws -> [UInt8] {
    try Files.bytes(of: "\(folder)/\(name)")
  }

  private func environment(_ changes: [String: String?]) -> [String: String?] {
    ["XDG_STATE_HOME": "\(folder)/state", "XDG_CONFIG_HOME": "\(folder)/config"]
      .merging(changes) { $1 }
  }

  /// The program on a terminal.
  package func start(
    _ arguments: [String], _ changes: [String: String?] = [:], columns: Int = 80, rows: Int = 24
  ) throws -> TestTerminal {
    try TestTerminal(
      path: program, arguments: arguments, environment: environment(changes), columns: columns,
      rows: rows, directory: folder)
  }

  /// The program without a terminal.
  package func run(
    _ arguments: [String], input: String = "", _ changes: [String: String?] = [:]
  ) throws -> ProgramRun {
    try ProgramRun(
      path: program, arguments: arguments, environment: environment(changes), input: input,
      directory: folder)
  }

  /// The program without a terminal, started by a shell that first sets something up.
  package func run(
    after setup: String, _ arguments: [String], input: String = ""
  ) throws -> ProgramRun {
    try ProgramRun(
      path: "/bin/sh",
      arguments: ["-c", "\(setup); exec \"$0\" \"$@\"", program] + arguments,
      environment: environment([:]), input: input, directory: folder)
  }
}
