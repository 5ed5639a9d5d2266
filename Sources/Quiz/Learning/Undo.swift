import Scheduling

extension Session {
  /// Takes back the last answer or skip of all sittings, and asks its question again with the same
  /// numbers; nil when there is none.
  package mutating func undo(
    bank: QuestionBank, progress: Progress, now: Stamp
  ) -> Review? {
    guard let last = progress.history.last(among: { bank[$0] != nil }),
      let question = bank[last.question]
    else { return nil }
    let row = void(last.entry.id, question: last.question, now, random: now.random)
    if let posed, phase == .asking || phase == .confidence || phase == .judging,
      posed.question.id != last.question
    {
      queue.insert(posed.question.id, at: 0)
    }
    queue.removeAll { $0 == last.question }
    again.removeAll { $0.question == last.question }
    if let index = answered.lastIndex(where: { $0.question == last.question }),
      last.entry.grade != nil
    {
      answered.remove(at: index)
    }
    _ = pose(question, seed: last.entry.seed, progress: progress, now: now)
    return row
  }
}
