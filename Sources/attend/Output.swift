import Glibc
import TextUI

/// Text for standard output and standard error.
enum Output {
  /// Writes text as it is; false when nobody reads it any more.
  @discardableResult
  static func write(_ text: String, to file: Int32 = STDOUT_FILENO) -> Bool {
    let bytes = Array(text.utf8)
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(file, $0.baseAddress?.advanced(by: done), $0.count - done)
      }
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      if count <= 0 { return false }
      done += count
    }
    return true
  }

  /// Text that may hold anything, made harmless.
  static func harmless(_ text: some StringProtocol) -> String { [Cell](text).text }

  /// One line on standard output, harmless whatever a path or a note put into it.
  @discardableResult
  static func say(_ message: String) -> Bool { write(harmless(message) + "\n") }

  /// One line on standard error, harmless whatever a path or a note put into it.
  static func complain(_ message: String) {
    write("attend: \(harmless(message))\n", to: STDERR_FILENO)
  }

  /// Only ASCII, each other scalar by its stand-in.
  static func ascii(_ text: String) -> String {
    String(decoding: text.unicodeScalars.map { ASCIIForm.of($0.value) }, as: UTF8.self)
  }
}
