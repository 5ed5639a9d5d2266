import Libc
import Notes
import Storage

/// What an argument names instead of holding: `@FILE`, or `-` for standard input.
enum NamedText {
  /// The bytes that it names; nil where it is the text itself. `name` is the argument's own, for
  /// messages.
  static func bytes(_ argument: String, _ name: String) throws(ReadProblem) -> [UInt8]? {
    if argument == "-" { return try bytes(STDIN_FILENO, "standard input") }
    guard argument.hasPrefix("@"), argument.count > 1 else { return nil }
    return try file(String(argument.dropFirst()), name)
  }

  static func file(_ path: String, _ name: String) throws(ReadProblem) -> [UInt8] {
    let descriptor = open(Path(path).cString, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw ReadProblem("\(name): \(path) \(NoteFiles.reason(errno))")
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
      throw ReadProblem("\(name): \(path) is a folder: give a file in it")
    }
    return try bytes(descriptor, path)
  }

  /// Printed numbers as text. `name` is what holds them, `key` what was to be printed.
  static func printed(_ bytes: [UInt8], _ name: String, key: String) throws(ReadProblem) -> String {
    if bytes.contains(0) {
      throw ReadProblem(
        "\(name) is binary: print its numbers into a text file, as print(\(key)) does")
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func bytes(_ descriptor: Int32, _ name: String) throws(ReadProblem) -> [UInt8] {
    do { return try NoteFiles.readAll(descriptor).get() } catch {
      throw ReadProblem("\(name) \(error.message)")
    }
  }
}
