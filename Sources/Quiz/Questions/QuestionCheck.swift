import Formulas
import Notes

/// Proves a question by solving it: whatever numbers are drawn, its own key must be taken as right,
/// no two options may look alike, and nothing may be undefined.
package enum QuestionCheck {
  /// How many draws of a question are tried: more where its numbers are fresh, fewer of those where each
  /// has to be computed.
  package static func draws(of question: Question) -> Int {
    question.isComputed ? 8 : question.isFresh ? 200 : 1
  }

  /// What is wrong with the questions of a bank, besides what reading them found.
  package static func diagnostics(_ bank: QuestionBank, in library: Library) -> [Diagnostic] {
    bank.questions.compactMap { question in
      failure(of: question).map { message -> Diagnostic in
        let alike = alike(in: question)
        var found = Diagnostic(
          .error, path: library.documents[question.lesson.document].path,
          line: question.line + (alike?.line ?? 0), message)
        found.remedy = alike?.remedy ?? ""
        if let (mark, formula) = question.section.mark(failing: message, draws: draws(of: question))
        {
          found.line = question.line + mark.line - question.section.line
          found.column = mark.column
          found.remedy = UnequalVectors.remedy(formula, question.section.directive.parameters)
        }
        return found
      }
    }
  }

  /// The second of two options or steps that read alike: how many lines below the heading it stands, and what to
  /// write; nil where none do.
  private static func alike(in question: Question) -> (line: Int, remedy: String)? {
    var seen: [String: [Block]] = [:]
    for item in question.section.answers?.list?.items ?? [] {
      let blocks = item.blocks.filter { !$0.isQuote }
      guard let first = seen.updateValue(blocks, forKey: blocks.plainText.trimmed) else { continue }
      // Bold and slanted letters are not seen everywhere.
      return (
        item.blocks.first.map { max(0, $0.line - question.section.line) } ?? 0,
        first.map(\.kind) != blocks.map(\.kind)
          ? "write both as code, with the signs that set them off"
          : "write other words for this one, or take it away"
      )
    }
    return nil
  }

  /// Why a question cannot be asked or solved; nil when it can.
  package static func failure(of question: Question) -> String? {
    var message: String?
    var failed = 0
    let draws = draws(of: question)
    for seed in 0..<draws {
      if let problem = failure(of: question, seed: UInt64(seed)) {
        message = message ?? problem
        failed += 1
      }
    }
    guard let message else { return nil }
    return question.isFresh ? "\(message) (under \(failed) of \(draws) seeds)" : message
  }

  private static func failure(of question: Question, seed: UInt64) -> String? {
    do throws(ExpressionProblem) {
      var posed = try PresentedQuestion(question, seed: seed)
      let key = posed.form.key
      if let obstacle = posed.form.take(key) {
        return "its own answer, \(key), is not taken: \(obstacle)"
      }
      guard posed.form.verdict.isRight else { return "its own answer, \(key), counts as wrong" }
      return nil
    } catch { return error.message }
  }
}

extension QuestionSection {
  /// The mark whose formula cannot be computed, as a message says; nil where none is to blame.
  func mark(failing message: String, draws: Int) -> (Marks.Place, Expression)? {
    for seed in 0..<draws {
      guard let draw = try? Draw(of: self, seed: UInt64(seed)) else { continue }
      for index in indexesOfMarks {
        guard let formula = marks.formula(index).1 else { continue }
        do throws(ExpressionProblem) { _ = try formula.value(draw.values) } catch {
          guard message.hasPrefix(error.message), let place = marks.place(of: index) else {
            return nil
          }
          return (place, formula)
        }
      }
    }
    return nil
  }
}
