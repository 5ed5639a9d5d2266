import Notes
import Scheduling

/// A sitting that began before all questions were known.
extension Session {
  /// Takes in the questions that were found since the sitting began: what is due comes next, new ones come
  /// last, both within the day's measure. Where all that was known of is answered it goes on.
  package mutating func extend(bank: QuestionBank, progress: Progress, now: Moment) {
    let isOver = phase == .finished
    guard setAside == nil, scope.question == nil, isScheduled else { return }
    let whole = Plan(scope, bank: bank, progress: progress, now: now.utc, today: now.day)
    var known = queue.questions.union(answers.questions)
    if let attempt { known.insert(attempt.question.id) }
    let isOneOpen = attempt.map { isOpen && progress.cards[$0.question.id] != nil } ?? false
    let waiting = queue.waitingCount { progress.cards[$0] != nil } + (isOneOpen ? 1 : 0)
    // Of one that was mended meanwhile the plan has the name that it has now.
    let taken = known.union(known.compactMap { bank.question(named: $0, in: progress.history)?.id })
    let found = whole.queue.filter { !taken.contains($0) }
    // The day's measure knows what was answered in this sitting; a size that was asked for does not.
    let size = scope.mostAsked.map { max(0, $0 - known.count) } ?? Int.max
    let isDue = { (id: String) in progress.isDue(id, at: now.utc, on: now.day) }
    let due = found.filter(isDue).prefix(min(size, max(0, whole.due - waiting)))
    let knownNew = known.count { progress.cards[$0] == nil }
    let room = min(whole.newRoom - knownNew, size - due.count)
    let new = found.filter { progress.cards[$0] == nil }.prefix(max(0, room))
    // Where as many were asked for, others come ahead of their time.
    let early = found.filter { progress.cards[$0] != nil && !isDue($0) }
      .prefix(whole.early == 0 ? 0 : max(0, size - due.count - new.count))
    queue.putFirst(due)
    queue.putLast(new)
    queue.putLast(early)
    plan.extend(
      to: whole, adding: (due.count, new.count, early.count), to: (waiting, knownNew),
      answered: answers.questions.count)
    attempt?.learn(bank.words)
    if isOver { next(bank: bank, progress: progress, now: now) }
  }
}
