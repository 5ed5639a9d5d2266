import Basics
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
      failure(of: question).map { advice -> Diagnostic in
        var found = told(advice, of: question)
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
    var advice: Advice = ""
    for seed in 0..<(question.isFresh ? fewDraws : 1) {
      do throws(ExpressionProblem) {
        _ = try PresentedQuestion(question, seed: seed)
        return nil
      } catch { advice = error.advice }
    }
    return told(advice, of: question)
  }

  /// What is said of a question that fails, at the line of the lesson that is to blame.
  private static func told(_ advice: Advice, of question: Question) -> Diagnostic {
    let section = question.section
    let alike = alike(in: question)
    var found = Diagnostic(
      line: section.line + (alike?.line ?? 0), advice.fault,
      remedy: alike?.remedy ?? advice.remedy)
    if let (mark, formula) = section.mark(failing: advice.fault, draws: draws(of: question)) {
      found.line = mark.line
      found.column = mark.column
      let vectors = UnequalVectors.remedy(formula, section.directive.parameters)
      if !vectors.isEmpty { found.remedy = vectors }
    }
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
        (first + blocks).hasPicture
          ? "write other words for what this picture shows between its brackets"
          : first.map(\.kind) != blocks.map(\.kind)
            ? "write both as code, with the signs that set them off"
            : "write other words for this one, or take it away"
      )
    }
    return nil
  }

  /// Why a question cannot be asked or solved; nil when it can.
  package static func failure(of question: Question) -> Advice? {
    var advice: Advice?
    var failed = 0
    let draws = draws(of: question)
    for seed in 0..<draws {
      if let problem = failure(of: question, seed: UInt64(seed)) {
        advice = advice ?? problem
        failed += 1
      }
    }
    guard var advice else { return nil }
    if question.isFresh { advice.fault += " (under \(failed) of \(draws) seeds)" }
    return advice
  }

  /// Why it cannot be with the numbers of a seed; nil where it can.
  static func failure(of question: Question, seed: UInt64) -> Advice? {
    do throws(ExpressionProblem) {
      var posed = try PresentedQuestion(question, seed: seed)
      let key = posed.form.key
      if let obstacle = posed.form.take(key) {
        return "its own answer, \(key), is not taken: \(obstacle)"
      }
      guard posed.form.verdict.isRight else { return "its own answer, \(key), counts as wrong" }
      return nil
    } catch { return error.advice }
  }
}

extension [Block] {
  /// Whether a picture stands in them.
  fileprivate var hasPicture: Bool {
    contains { block in
      guard case .paragraph(let inlines) = block.kind else { return false }
      return inlines.contains { if case .image = $0 { true } else { false } }
    }
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
          guard message.hasPrefix(error.advice.fault), let place = marks.place(of: index) else {
            return nil
          }
          return (place, formula)
        }
      }
    }
    return nil
  }
}
