import Formulas
import Notes
import TextUI

/// A vector or a matrix: `[[= softmax(s) ± 0.01]]`, typed cell by cell and graded so.
package struct MatrixAnswer: QuestionKind {
  package static let name = "matrix"
  package static let task = "compute each cell"
  package static let example = "[[= softmax([0, 0])]]"

  package static var keys: [Shortcut] { BlankKeys.table(Self.self).all }

  private let blanks: [BlankSource]

  package init?(_ section: QuestionSection) throws(Diagnostic) {
    guard let blanks = try section.blankSources(),
      try section.sampleKeys(blanks).contains(where: { $0.shape != (1, 1) })
    else { return nil }
    self.blanks = blanks
  }

  package var wordsAskedFor: [String] { blanks.flatMap(\.words) }

  package func form(_ draw: Draw) throws(ExpressionProblem) -> any AnswerForm {
    try Blanks(
      blanks, draw, asks: "Type the numbers, with a semicolon between rows", kind: Self.self)
  }
}
