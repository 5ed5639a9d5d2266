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
  /// What is wrong; where `remedy` is empty, the remedy too.
  package var message: String
  /// The column in the line, counted from 1 in characters; 0 where all of the line is meant.
  package var column = 0
  /// What to write instead. Of a question it may hold the key, which no learner is shown.
  package var remedy = ""

  /// A diagnostic.
  package init(_ severity: Severity, path: String = "", line: Int = 0, _ message: String) {
    self.severity = severity
    self.path = path
    self.line = line
    self.message = message
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
  package var advice: String { remedy.isEmpty ? message : "\(message): \(remedy)" }

  /// What remedies begin with.
  private static let remedies: Set = [
    "write", "take", "keep", "name", "add", "correct", "check", "give", "make", "use", "put",
    "draw",
    "choose", "did",
  ]

  /// What is wrong, and apart from it what to write, be it that the message ends with that; nil where nothing is told.
  package var parted: (message: String, remedy: String?) {
    guard remedy.isEmpty else { return (message, remedy) }
    for sign in [": ", "; "] {
      for place in message.allRanges(of: sign) {
        let rest = message[place.upperBound...]
        guard Self.remedies.contains(String(rest.prefix(while: \.isLetter))) else { continue }
        return (String(message[..<place.lowerBound]), String(rest))
      }
    }
    return (message, nil)
  }

  /// As compilers print it: `file:line:column: error: message`.
  package var text: String {
    let place = line > 0 ? "\(line):" + (column > 0 ? "\(column):" : "") : ""
    return "\(path):\(place) \(severity.rawValue): \(advice)"
  }
}
