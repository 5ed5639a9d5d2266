import Glibc
import TerminalTesting

/// A folder of its own for one test, and the built program run in it.
final class Workbench {
  let folder: String

  init() throws {
    var template = Array("/tmp/attend-test-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw Failure("no temporary folder") }
    folder = String(cString: made)
  }

  struct Failure: Error { var text: String; init(_ text: String) { self.text = text } }

  deinit { Workbench.remove(folder) }

  private static func remove(_ path: String) {
    if let directory = opendir(path) {
      while let entry = readdir(directory) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: UInt8.self, capacity: 256) { String(cString: $0) }
        }
        if name != ".", name != ".." { remove("\(path)/\(name)") }
      }
      closedir(directory)
      rmdir(path)
    } else {
      unlink(path)
    }
  }

  /// Writes a file and returns its path; a new file in the old one's place, as editors do.
  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let path = "\(folder)/\(name)"
    guard let file = fopen(path + ".new", "w") else { throw Failure(path) }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
    guard rename(path + ".new", path) == 0 else { throw Failure(path) }
    return path
  }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }

  private func environment(_ changes: [String: String?]) -> [String: String?] {
    ["XDG_STATE_HOME": "\(folder)/state"].merging(changes) { $1 }
  }

  /// The program on a terminal.
  func start(
    _ arguments: [String], _ changes: [String: String?] = [:], columns: Int = 80, rows: Int = 24
  ) throws -> TestTerminal {
    try TestTerminal(
      path: try TestTerminal.builtProduct(named: "attend"), arguments: arguments,
      environment: environment(changes), columns: columns, rows: rows, directory: folder)
  }

  /// The program without a terminal, started by a shell that first sets something up.
  func run(
    after setup: String, _ arguments: [String], input: String = ""
  ) throws -> ProgramRun {
    try ProgramRun(
      path: "/bin/sh",
      arguments: [
        "-c", "\(setup); exec \"$0\" \"$@\"", try TestTerminal.builtProduct(named: "attend"),
      ] + arguments,
      environment: environment([:]), input: input, directory: folder)
  }

  /// The bytes of a file in the folder.
  func read(_ name: String) throws -> [UInt8] {
    guard let file = fopen("\(folder)/\(name)", "r") else { throw Failure(name) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 {
      bytes += chunk[..<count]
    }
    return bytes
  }

  /// The program without a terminal.
  func run(
    _ arguments: [String], input: String = "", _ changes: [String: String?] = [:]
  ) throws -> ProgramRun {
    try ProgramRun(
      path: try TestTerminal.builtProduct(named: "attend"), arguments: arguments,
      environment: environment(changes), input: input, directory: folder)
  }
}
