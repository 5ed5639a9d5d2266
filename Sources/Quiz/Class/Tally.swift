/// Answers, counted: those to a question, to the questions of a lesson, or of a learner.
package struct Tally: Equatable, Sendable {
  /// Those who answered.
  package private(set) var learners = 0
  package private(set) var answers = 0
  package private(set) var right = 0
  /// First answers, one for each learner and question, and how many of them are right.
  package private(set) var firstAnswers = 0
  package private(set) var firstRight = 0
  /// Answers that were given after a hint.
  package private(set) var hinted = 0
  /// The median of seconds that an answer took; nil without any.
  package let seconds: Double?

  /// Counts answers, a list for each learner.
  init(_ given: [[Learner.Given]]) {
    var durations: [Int] = []
    for answers in given where !answers.isEmpty {
      learners += 1
      self.answers += answers.count
      for answer in answers {
        right += answer.isRight ? 1 : 0
        firstAnswers += answer.isFirst ? 1 : 0
        firstRight += answer.isFirst && answer.isRight ? 1 : 0
        hinted += answer.hints > 0 ? 1 : 0
        durations.append(answer.duration)
      }
    }
    seconds = durations.median.map { $0 / 1000 }
  }

  /// The share of all answers that is right.
  package var share: Double? { answers == 0 ? nil : Double(right) / Double(answers) }
  /// The share of first answers that is right.
  package var firstShare: Double? {
    firstAnswers == 0 ? nil : Double(firstRight) / Double(firstAnswers)
  }
  /// The share of answers that came after a hint.
  package var hintedShare: Double? { answers == 0 ? nil : Double(hinted) / Double(answers) }
}
