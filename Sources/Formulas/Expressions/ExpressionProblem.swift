/// Why a formula cannot be read or computed, as a sentence without its subject.
package struct ExpressionProblem: Error, Equatable, Sendable {
  /// What is wrong, and the remedy.
  package var message: String
  package init(_ message: String) { self.message = message }

  /// What is said of a name that stands for nothing, behind it.
  package static let unknownName = " is not among the parameters of the question"
}
