import Formulas
import Notes
import TextUI

/// A number: `[[0.707 ± 0.001]]`, `[[12..14]]` or `[[= dot(q,k) ± 0.01]]`; fractions and
/// `sqrt(2)/2` are taken.
package struct NumberAnswer: QuestionKind {
  package static let name = "number"
  package static let task = "compute the number"
  package static let example = "[[1 ± 0.1]] and [[2 ± 0.1]]"

  package static var keys: [Shortcut] { BlankKeys.table(Self.self).all }

  private let blanks: [BlankSource]

  package init?(_ section: QuestionSection) throws(Diagnostic) {
    guard let blanks = try section.blankSources(),
      try section.sampleKeys(blanks).allSatisfy(\.isNumeric)
    else { return nil }
    self.blanks = blanks
  }

  package func form(_ draw: Draw) throws(ExpressionProblem) -> any AnswerForm {
    try Blanks(blanks, draw, asks: "Type the number", kind: Self.self)
  }
}
