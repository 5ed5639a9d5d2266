import Basics

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
  /// What is wrong, without what to do about it.
  package var message: String
  /// The column in the line, counted from 1 in characters; 0 where all of the line is meant.
  package var column = 0
  /// What to write instead; empty where nothing is told. Of a question it may hold the key, which no learner is shown.
  package var remedy = ""

  /// A diagnostic.
  package init(
    _ severity: Severity, path: String = "", line: Int = 0, _ message: String, remedy: String = ""
  ) {
    self.severity = severity
    self.path = path
    self.line = line
    self.message = message
    self.remedy = remedy
  }

  /// A diagnostic of what was found elsewhere.
  package init(_ severity: Severity, path: String = "", line: Int = 0, _ advice: Advice) {
    self.init(severity, path: path, line: line, advice.fault, remedy: advice.remedy)
  }

  /// An error at a place, and what to write there.
  package init(line: Int, column: Int = 0, _ message: String, remedy: String) {
    self.init(.error, line: line, message)
    self.column = column
    self.remedy = remedy
  }

  /// The same as a warning.
  package var warned: Diagnostic {
    var warning = self
    warning.severity = .warning
    return warning
  }

  /// What is wrong, and what to do about it.
  package var advice: String { Advice(message, remedy: remedy).text }

  /// As compilers print it: `file:line:column: error: message`.
  package var text: String {
    let place = line > 0 ? "\(line):" + (column > 0 ? "\(column):" : "") : ""
    return "\(path):\(place) \(severity.rawValue): \(advice)"
  }
}
