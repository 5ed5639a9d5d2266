/// A draw of a question's numbers that was answered wrong.
package struct WrongDraw: Equatable, Sendable {
  /// What rebuilds it.
  package let seed: UInt64
  /// What it drew: `d = 2, q = [1, 3]`; empty where it is not known.
  package let drawn: String
  package let answers: Int
  package let wrong: Int
  /// The first wrong answer to it.
  package let answer: String

  /// So many are told, those that go wrong most often first.
  private static let most = 5

  /// The draws of a question that were answered wrong; none where each time brings the same.
  static func all(of question: Question, _ given: [Learner.Given]) -> [WrongDraw] {
    guard question.isFresh else { return [] }
    var counts: [UInt64: (answers: Int, wrong: Int, answer: String)] = [:]
    for answer in given {
      var count = counts[answer.seed] ?? (0, 0, "")
      count.answers += 1
      if !answer.isRight {
        count.wrong += 1
        if count.answer.isEmpty { count.answer = answer.text }
      }
      counts[answer.seed] = count
    }
    return counts.filter { $0.value.wrong > 0 }
      .sorted { ($1.value.wrong, $0.key) < ($0.value.wrong, $1.key) }
      .prefix(most)
      .map { seed, count in
        // What the model computes takes its time, and draws no parameters.
        let asked = question.isComputed ? nil : try? PresentedQuestion(question, seed: seed)
        return WrongDraw(
          seed: seed, drawn: asked?.drawn ?? "", answers: count.answers, wrong: count.wrong,
          answer: ChosenAnswer.words(of: count.answer, to: question, asked?.draw))
      }
  }
}
