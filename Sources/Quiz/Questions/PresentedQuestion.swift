import Formulas
import Notes
import Numerics

/// A question as it is asked once: its numbers drawn, its options shuffled.
package struct PresentedQuestion: Sendable {
  package let question: Question
  /// What rebuilds it exactly.
  package let seed: UInt64
  /// How many steps of an attention are given away.
  let support: Int
  package let heading: [Inline]
  /// What is asked, with the steps that are given away for a beginner.
  package let prompt: [Block]
  package let hints: [[Block]]
  /// What is told after every answer.
  package let explanation: [Block]
  /// The numbers that it was drawn with in the end.
  let draw: Draw
  package var values: [String: Value] { draw.values }
  /// Where it is answered.
  package var form: any AnswerForm

  /// How often numbers are drawn again before a question counts as one that cannot be asked.
  private static let attempts: UInt64 = 100

  /// Draws the numbers of a question. Where options look alike or a number is not finite they are
  /// drawn again, the same way for the same seed.
  ///
  /// - Parameters:
  ///   - support: how many steps of an attention are given away, from 0 to 3.
  ///   - words: those that no slip of a letter may turn an answer into.
  package init(
    _ question: Question, seed: UInt64, support: Int = 0, words: KnownWords = KnownWords()
  ) throws(ExpressionProblem) {
    var problem = ExpressionProblem("it cannot be asked")
    // What is computed looks for a draw without doubt by itself.
    for attempt in 0..<(question.isComputed ? 2 : question.isFresh ? Self.attempts : 1) {
      do throws(ExpressionProblem) {
        // SplitMix64's increment keeps the attempts of neighbouring seeds apart.
        let drawn = attempt == 0 ? seed : seed ^ (attempt &* 0xD1B5_4A32_D192_ED03)
        try self.init(question, seed: seed, drawn: drawn, support: support, words: words)
        if let ambiguity = form.ambiguity { throw ExpressionProblem(ambiguity) }
        return
      } catch { problem = error }
    }
    throw problem
  }

  private init(
    _ question: Question, seed: UInt64, drawn: UInt64, support: Int, words: KnownWords
  ) throws(ExpressionProblem) {
    let section = question.section
    let draw = try Draw(of: section, seed: drawn, words: words)
    self.question = question
    self.seed = seed
    self.support = support
    self.draw = draw
    form = try question.kind.form(draw)
    let blanks = section.blanks
    let text = try draw.fill(section.asked) { index in
      let number = (blanks.firstIndex(of: index) ?? 0) + 1
      return blanks.count > 1 ? "(\(number)) ____" : "____"
    }
    prompt = text + form.asked + Fading.steps(of: section, draw, support: support)
    heading = try draw.fill(section.heading)
    var hints: [[Block]] = []
    for hint in section.hints { hints.append(try draw.fill(hint)) }
    self.hints = hints
    explanation = form.told + (try draw.fill(section.explanation))
  }

  /// The widget that shows the question's own numbers, with its inputs as notes write them; nil
  /// where none does.
  package var figure: (widget: String, inputs: String)? {
    form.figure ?? Fading.figure(of: question.section, values)
  }
}
