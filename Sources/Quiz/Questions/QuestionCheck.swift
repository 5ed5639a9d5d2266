import Formulas
import Notes

/// Proves a question by solving it: whatever numbers are drawn, its own key must be taken as right,
/// no two options may look alike, and nothing may be undefined.
package enum QuestionCheck {
  /// How many seeds are tried for a question with fresh numbers.
  package static let seeds: UInt64 = 200
  /// The same where each draw has to be computed.
  package static let computedSeeds: UInt64 = 8

  /// What is wrong with the questions of a bank, besides what reading them found.
  package static func diagnostics(_ bank: QuestionBank, in library: Library) -> [Diagnostic] {
    bank.questions.compactMap { question in
      failure(of: question).map { message in
        Diagnostic(
          .error, path: library.documents[question.lesson.document].path, line: question.line,
          message)
      }
    }
  }

  /// Why a question cannot be asked or solved; nil when it can.
  package static func failure(of question: Question) -> String? {
    var message: String?
    var failed = 0
    let seeds = question.isComputed ? computedSeeds : question.isFresh ? seeds : 1
    for seed in 0..<seeds {
      if let problem = failure(of: question, seed: seed) {
        message = message ?? problem
        failed += 1
      }
    }
    guard let message else { return nil }
    return question.isFresh ? "\(message) (under \(failed) of \(seeds) seeds)" : message
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
