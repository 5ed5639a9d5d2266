import Notes

/// A question as it was asked, and what was answered to it.
package struct AnsweredQuestion: Equatable, Sendable {
  package let posed: PresentedQuestion
  /// How good the answer was; nil where none was given.
  package let verdict: Verdict?

  init(_ posed: PresentedQuestion, isAnswered: Bool) {
    self.posed = posed
    verdict = isAnswered ? posed.form.verdict : nil
  }

  /// The same numbers and the same answer make the same picture.
  package static func == (left: Self, right: Self) -> Bool {
    left.posed.question == right.posed.question && left.posed.seed == right.posed.seed
      && left.verdict == right.verdict && left.posed.form.answer == right.posed.form.answer
  }
}

extension Session {
  /// What was asked in a test that is over, to be looked through.
  package var papers: [AnsweredQuestion] { phase == .finished ? answers.papers : [] }
}
