/// A question with numbers that it can be asked and answered with.
extension PresentedQuestion {
  /// How many seeds are tried where the first ones give no such numbers.
  private static let mostSeeds: UInt64 = 8

  /// A question with the numbers of a seed, or of the first one after it with which it can be asked and its own answer
  /// counts as right: its author is told of the others, and no learner is asked what cannot be answered. Nil where there
  /// is none.
  package static func fit(
    _ question: Question, from seed: UInt64, support: Int = 0, words: KnownWords = KnownWords()
  ) -> PresentedQuestion? {
    // What is computed looks for a draw without doubt by itself, and takes its time.
    for step in 0..<(question.isFresh && !question.isComputed ? mostSeeds : 1) {
      guard
        let posed = try? PresentedQuestion(
          question, seed: seed &+ step, support: support, words: words)
      else { continue }
      if !question.isFresh || question.isComputed || posed.takesItsAnswer { return posed }
    }
    return nil
  }

  /// Whether its own answer counts as right.
  private var takesItsAnswer: Bool {
    var form = form
    return form.take(form.key) == nil && form.verdict.isRight
  }
}
