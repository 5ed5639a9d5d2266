import Notes

/// Why a widget cannot be made: in words, and which input has to be changed.
package struct InputProblem: Error, Equatable, Sendable {
  /// The input that is to blame; nil where none is.
  package let key: String?
  package let message: String

  package init(_ message: String, at key: String? = nil) {
    self.key = key
    self.message = message
  }

  /// A problem of one input, its name in the message.
  package init(_ key: String, _ message: String) {
    self.init("\(key): \(message)", at: key)
  }

  /// The same, at the line of the fence that the input stands on.
  package func diagnostic(in inputs: Inputs) -> Diagnostic {
    Diagnostic(.error, line: key.map { inputs.line(of: $0) } ?? inputs.line, message)
  }
}
