import Libc
import JSONText
import Notes
import Storage
import TextUI

/// Text for standard output and standard error.
enum Output {
  /// Writes text to standard output as it is; false where it could not be written, which is told
  /// then, unless whoever read it has gone.
  static func write(_ text: String) -> Bool { write(Array(text.utf8)) }

  /// Writes bytes likewise.
  static func write(_ bytes: [UInt8]) -> Bool {
    let number = bytes.written(to: STDOUT_FILENO)
    if number != 0, number != EPIPE {
      complain("cannot write standard output: \(String(cString: strerror(number)))")
    }
    return number == 0
  }

  /// What another program reads.
  static func json(_ object: JSON) -> String { object.versioned.text + "\n" }

  /// One line on standard output, harmless whatever a path or a note put into it.
  static func say(_ message: String) -> Bool { write(harmless(message) + "\n") }

  /// Lines on standard output likewise, each with its end; `ascii`: in ASCII alone.
  static func write(lines: some Sequence<String>, ascii: Bool) -> Bool {
    let text = lines.map { harmless($0) + "\n" }.joined()
    return write(ascii ? Self.ascii(text) : text)
  }

  /// The line of a path: for a program the very bytes, where they would harm no terminal either.
  static func name(_ path: Path) -> Bool {
    let isHarmless =
      path.isFreeOfControlBytes && harmless(path.description) == path.description
    return isHarmless && isatty(STDOUT_FILENO) == 0
      ? write(path.bytes + [UInt8(ascii: "\n")]) : say(path.text)
  }

  /// One line on standard error, harmless whatever a path or a note put into it.
  static func complain(_ message: String) { advise("attend: \(harmless(message))\n") }

  /// Text for standard error as it is; nobody can be told where that fails.
  static func advise(_ text: String) { _ = Array(text.utf8).written(to: STDERR_FILENO) }

  /// Text that may hold anything, made harmless.
  static func harmless(_ text: some StringProtocol) -> String {
    [Cell](Path.shown(String(text))).text
  }

  /// Only ASCII, each other scalar by its stand-in.
  static func ascii(_ text: String) -> String {
    String(
      decoding: ASCIISpelling.text(text).unicodeScalars.map { ASCIIForm.of($0.value) },
      as: UTF8.self)
  }
}
