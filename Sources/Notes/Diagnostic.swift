/// Something in the notes that a reader or an author should know of.
package struct Diagnostic: Equatable, Sendable, Error {
  /// How much it matters.
  package enum Severity: String, Sendable {
    case error, warning
    /// Something to know, with nothing wrong.
    case note
  }
  /// How much it matters.
  package var severity: Severity
  /// The file as it was named.
  package var path: String
  /// The line in the file, counted from 1; 0 when it concerns the whole file.
  package var line: Int
  /// What is wrong, and the remedy.
  package var message: String

  /// A diagnostic.
  package init(_ severity: Severity, path: String = "", line: Int = 0, _ message: String) {
    self.severity = severity
    self.path = path
    self.line = line
    self.message = message
  }

  /// As compilers print it: `file:line: error: message`.
  package var text: String {
    "\(path):\(line > 0 ? "\(line):" : "") \(severity.rawValue): \(message)"
  }
}
