import Basics
import Formulas
import Notes
import TextUI

/// Fill the blank: `[[answer]]`, alternatives by `|`; case, spaces and a slip of one letter in a
/// long word are forgiven, and said.
package struct FillTheBlank: QuestionKind {
  package static let name = "fill-the-blank"
  package static let task = "fill the blank"
  package static let example = "[[one]] and [[two]]"

  package static var keys: [Shortcut] { BlankKeys.table(Self.self).all }

  private let blanks: [BlankSource]
  private let countsPercent: Bool

  package init?(_ section: QuestionSection) throws(Diagnostic) {
    guard let blanks = try section.blankSources() else { return nil }
    self.blanks = blanks
    countsPercent = section.speaksOfPercent
  }

  package var wordsAskedFor: [String] { blanks.flatMap(\.words) }

  package func form(_ draw: Draw) throws(ExpressionProblem) -> any AnswerForm {
    try Blanks(
      blanks, draw, asks: "Type the missing words", countsPercent: countsPercent, kind: Self.self)
  }
}

extension QuestionSection {
  /// Whether its question speaks of percent.
  var speaksOfPercent: Bool {
    let text = heading.plainText + " " + prompt.plainText
    return text.contains("%") || text.contains("percent") || text.contains("per cent")
  }

  /// What the answer marks ask for; nil where there is none.
  func blankSources() throws(Diagnostic) -> [BlankSource]? {
    guard !blanks.isEmpty else { return nil }
    var sources: [BlankSource] = []
    for index in blanks {
      guard case .blank(let text) = marks.all[index] else { continue }
      do throws(ExpressionProblem) {
        sources.append(try BlankSource(text))
      } catch { throw problem(error.message, at: index) }
    }
    return sources
  }

  /// The answers of one drawing, which tell numbers from vectors.
  func sampleKeys(_ sources: [BlankSource]) throws(Diagnostic) -> [BlankKey] {
    // A drawing that gives no number is drawn again when the question is asked.
    var advice: Advice = ""
    for seed in 0..<20 as Range<UInt64> {
      do throws(ExpressionProblem) {
        let draw = try Draw(of: self, seed: seed)
        var keys: [BlankKey] = []
        for source in sources { keys.append(try source.key(draw)) }
        return keys
      } catch { advice = error.advice }
    }
    var found = problem(advice.fault, remedy: advice.remedy)
    if let (mark, formula) = mark(failing: advice.fault, draws: 20) {
      let vectors = UnequalVectors.remedy(formula, directive.parameters)
      if !vectors.isEmpty { found.remedy = vectors }
      (found.line, found.column) = (mark.line, mark.column)
    }
    throw found
  }
}
