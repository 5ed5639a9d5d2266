import Basics

/// Why a formula or a typed number cannot be read or computed.
package struct ExpressionProblem: Error, Equatable, Sendable {
  /// What is wrong, and the remedy.
  package var advice: Advice
  /// Both in one line.
  package var message: String { advice.text }

  /// What is wrong, and the remedy.
  package init(_ fault: String, remedy: String = "") { advice = Advice(fault, remedy: remedy) }
  package init(_ advice: Advice) { self.advice = advice }

  /// What is said of a name that stands for nothing, behind it.
  package static let unknownName = " is not among the parameters of the question"
}
