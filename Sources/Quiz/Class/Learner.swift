import Notes
import Scheduling

/// One learner of a class, as the logs tell that were handed in.
package struct Learner: Sendable {
  /// What of an answer a teacher is told.
  struct Given: Sendable {
    let isRight: Bool
    /// Whether it is the learner's first answer to the question.
    let isFirst: Bool
    let text: String
    let hints: Int
    /// Milliseconds that the question was on the screen.
    let duration: Int
    let seed: UInt64
    let day: StudyDay
    /// The date that the clock showed.
    let date: StudyDay
  }

  private struct Row: Sendable {
    let text: String
    let hints: Int
  }

  /// Longer answers are cut: no option is, and nobody reads more.
  private static let longest = 200

  /// What the learner is called.
  package let name: String
  private var history = History()
  private var rows: [ReviewID: Row] = [:]

  /// A learner without answers yet.
  package init(_ name: String) { self.name = name }

  /// Takes in a log; what is there already changes nothing.
  package mutating func add(_ reviews: [Review]) {
    history.add(reviews)
    for review in reviews {
      guard case .answer = review.kind, rows[review.id] == nil else { continue }
      let isLong = review.answer.utf8.count > Self.longest && review.answer.count > Self.longest
      let text = isLong ? review.answer.prefix(Self.longest) + "…" : review.answer
      rows[review.id] = Row(text: text, hints: review.hints)
    }
  }

  /// Counts what stands in the log under names that were made before to the questions that have others now.
  mutating func rename(_ bank: QuestionBank, in library: Library) {
    guard Recognition.hasFormerNames(history) else { return }
    let names = Set(history.questions)
    let former = FormerNames(
      bank, known: { bank.questions[$0].known(at: $0, in: library) }, history: history,
      isKnown: names.contains)
    history.add(Recognition.rows(former.matches, Moment(utc: 0)))
  }

  /// The answers to a question that count, in the order of time.
  func answers(to question: String) -> [Given] {
    history.answers(to: question).enumerated().map { index, entry in
      Given(
        isRight: entry.grade != .again, isFirst: index == 0, text: rows[entry.id]?.text ?? "",
        hints: rows[entry.id]?.hints ?? 0, duration: entry.duration, seed: entry.seed,
        day: entry.day, date: entry.date)
    }
  }

  /// The questions that were answered and are none of these, and how often.
  func answersElsewhere(_ isKnown: (String) -> Bool) -> [String: Int] {
    var counts: [String: Int] = [:]
    for question in history.questions {
      let names = history.sameQuestions(as: question)
      guard !names.contains(where: isKnown) else { continue }
      let count = history.answers(to: question).count
      if count > 0 { counts[history.representative(of: question)] = count }
    }
    return counts
  }
}
