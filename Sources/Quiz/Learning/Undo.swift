import Scheduling

extension Session {
  /// Takes back the last answer or skip of all sittings, and asks its question again with the same
  /// numbers; nil when there is none.
  package mutating func undo(
    bank: QuestionBank, progress: Progress, now: Moment
  ) -> Review? {
    guard
      let last = lastGiven(progress.history) ?? progress.history.last(among: { bank[$0] != nil }),
      let question = bank[last.question]
    else { return nil }
    let row = void(last.entry.id, question: last.question, now, random: now.random)
    if let posed, phase == .asking || phase == .confidence || phase == .judging,
      posed.question.id != last.question
    {
      queue.insert(posed.question.id, at: 0)
    }
    queue.removeAll { $0 == last.question }
    skipped.remove(last.question)
    again.removeAll { $0.question == last.question }
    if let index = answered.lastIndex(where: { $0.question == last.question }),
      last.entry.grade != nil
    {
      answered.remove(at: index)
    }
    _ = pose(
      question, words: bank.words, seed: last.entry.seed, progress: progress, now: now)
    return row
  }

  /// The last row of this sitting: it need not be the latest by the clock, which may have been set
  /// back, nor by the clocks of other devices.
  private func lastGiven(
    _ history: History
  ) -> (question: String, entry: History.Entry)? {
    guard let last = given.last(where: { !history.isVoided($0.id) }),
      let entry = history.entries(of: last.question).first(where: { $0.id == last.id })
    else { return nil }
    return (last.question, entry)
  }
}
