import Notes
import Scheduling

/// Taking back what was done, in this sitting or before.
extension Session {
  /// Takes back the last answer, skip or decision of all sittings, and asks its question again, after an
  /// answer with the same numbers; nil when there is none.
  package mutating func undo(bank: QuestionBank, progress: Progress, now: Moment) -> Review? {
    let history = progress.history
    // What was answered under a name that a question had before is taken back as well.
    // So is that of the question on the screen, which the notes may have lost meanwhile.
    let shown = attempt?.question
    let question = { (name: String) in
      bank.question(named: name, in: history) ?? (shown?.id == name ? shown : nil)
    }
    let isThere = { (name: String) in question(name) != nil }
    if let last = history.lastRow(among: isThere), case .decided(let decided) = last.row,
      let question = question(last.question)
    {
      return undo(
        decided, under: last.question, of: question, bank: bank, progress: progress, now: now)
    }
    guard let last = answers.last(in: history) ?? history.last(among: isThere),
      let question = question(last.question)
    else { return nil }
    if let setAside { (queue, self.setAside, unasked) = (setAside, nil, 0) }
    if let attempt, isOpen, attempt.question.id != question.id {
      queue.putFirst([attempt.question.id])
    }
    queue.remove(question.id)
    queue.remove(last.question)
    answers.takeBack(last.question, wasAnswered: last.entry.grade != nil)
    let row = Review(voiding: last.entry.id, of: last.question, now, random: now.random)
    // It is answered as if it had not been.
    var before = progress
    before.add([row])
    _ = pose(question, words: bank.words, seed: last.entry.seed, progress: before, now: now)
    return row
  }

  /// Whether there is an answer, a skip or a decision about one of these questions that can be taken back.
  package static func canUndo(bank: QuestionBank, progress: Progress) -> Bool {
    let history = progress.history
    return history.lastRow { bank.question(named: $0, in: history) != nil } != nil
  }

  /// Takes back what was decided about a question; it is asked now unless it stands there already.
  private mutating func undo(
    _ decided: History.Decided, under name: String, of question: Question, bank: QuestionBank,
    progress: Progress, now: Moment
  ) -> Review {
    let isThere = attempt?.question.id == question.id
    if !isThere, phase != .finished || setAside != nil {
      if let setAside { (queue, self.setAside, unasked) = (setAside, nil, 0) }
      if let attempt, isOpen { queue.putFirst([attempt.question.id]) }
      queue.remove(question.id)
      let seed = freshSeed(of: question.id, progress)
      _ = pose(question, words: bank.words, seed: seed, progress: progress, now: now)
    }
    return Review(voiding: decided.id, of: name, now, random: now.random)
  }
}
