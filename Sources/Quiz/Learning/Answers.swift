import Notes
import Scheduling

/// What was answered and what was left in a sitting.
struct Answers: Sendable {
  private(set) var all: [Session.Answered] = []
  private(set) var skipped: Set<String> = []
  /// The questions as they were answered, where that is told at the end.
  private(set) var papers: [AnsweredQuestion] = []
  /// Answers and skips in their order, to be taken back.
  private var given: [(question: String, id: ReviewID)] = []

  var questions: Set<String> { Set(all.map(\.question)).union(skipped) }

  func countWrong(_ question: String) -> Int {
    all.count { $0.question == question && $0.grade == .again }
  }

  mutating func add(_ answer: Session.Answered, as id: ReviewID) {
    given.append((answer.question, id))
    skipped.remove(answer.question)
    all.append(answer)
  }

  mutating func add(_ paper: AnsweredQuestion) { papers.append(paper) }

  /// The last answer is given again: it was easy.
  mutating func removeLast() { all.removeLast() }

  mutating func skip(_ question: String, as id: ReviewID) {
    given.append((question, id))
    skipped.insert(question)
  }

  mutating func takeBack(_ question: String, wasAnswered: Bool) {
    skipped.remove(question)
    if wasAnswered, let index = all.lastIndex(where: { $0.question == question }) {
      all.remove(at: index)
    }
  }

  /// The last row of this sitting: it need not be the latest by the clock, which may have been set
  /// back, nor by the clocks of other devices.
  func last(in history: History) -> (question: String, entry: History.Entry)? {
    guard let last = given.last(where: { !history.isVoided($0.id) }),
      let entry = history.entries(of: last.question).first(where: { $0.id == last.id })
    else { return nil }
    return (last.question, entry)
  }
}
