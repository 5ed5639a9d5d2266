/// Why a formula cannot be read or computed, as a sentence without its subject.
package struct ExpressionProblem: Error, Equatable, Sendable {
  /// What is wrong, and the remedy.
  package var message: String
  package init(_ message: String) { self.message = message }
}
