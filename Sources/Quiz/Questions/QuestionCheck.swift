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
        var found = told(message, of: question)
        found.path = library.documents[question.lesson.document].path
        found.line += question.line - question.section.line
        return found
      }
    }
  }

  /// How many seeds are tried before a question counts as one that no draw makes fit to be asked: each draws again many
  /// times.
  private static let fewDraws: UInt64 = 4

  /// What is wrong with a question that cannot be posed, whatever is drawn, so that no learner is led to it; its line is
  /// one of the lesson. Nil for one that can.
  static func unposed(_ question: Question) -> Diagnostic? {
    // A model is not read before its question is asked.
    guard !question.isComputed else { return nil }
    var message = ""
    for seed in 0..<(question.isFresh ? fewDraws : 1) {
      do throws(ExpressionProblem) {
        _ = try PresentedQuestion(question, seed: seed)
        return nil
      } catch { message = error.message }
    }
    return told(message, of: question)
  }

  /// What is said of a question that fails, at the line of the lesson that is to blame.
  private static func told(_ message: String, of question: Question) -> Diagnostic {
    let section = question.section
    let alike = alike(in: question)
    var found = Diagnostic(
      line: section.line + (alike?.line ?? 0), message, remedy: alike?.remedy ?? "")
    if let (mark, formula) = section.mark(failing: message, draws: draws(of: question)) {
      found.line = mark.line
      found.column = mark.column
      found.remedy = UnequalVectors.remedy(formula, section.directive.parameters)
    }
    // What to write may hold the key, and is for the author alone.
    let (said, remedy) = found.parted
    found.message = said
    found.remedy = remedy ?? ""
    return found
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
