/// One question's memory, with what is needed to tell when it is due.
package struct Card: Hashable, Sendable {
  /// What FSRS holds about it.
  package let memory: Memory
  /// The last review, in milliseconds of Unix time.
  package let time: Int
  /// The study day of the last review.
  package let day: StudyDay
  /// How many reviews count.
  package let reviews: Int
  /// How many of them were lapses: again, after the first steps were done.
  package let lapses: Int
  /// The study day on which it falls due.
  package let dueDay: StudyDay

  /// Whether it should be asked again by that moment, in milliseconds of Unix time, and study day.
  package func isDue(at now: Int, on today: StudyDay) -> Bool {
    switch memory.interval {
    case .seconds(let seconds): now >= time + seconds * 1_000 || today > day
    case .days: today >= dueDay
    }
  }

  /// R at that study day.
  package func retrievability(on today: StudyDay) -> Double {
    memory.retrievability(afterDays: today.days(since: day))
  }
}

/// The cards that a log of reviews leads to, by question. Reviews count in the order of their time
/// (of their identifier at the same time), whatever order they come in, so that every device
/// arrives at the same cards; skips and what was voided do not count. `observe` sees each review
/// that counts, with the card before it and the whole study days since.
package func replay(
  _ reviews: [Review], by scheduler: Scheduler,
  observe: (_ review: Review, _ before: Card?, _ days: Int) -> Void = { _, _, _ in }
) -> [String: Card] {
  var voided: Set<ReviewID> = []
  for review in reviews {
    if case .void(let target) = review.kind { voided.insert(target) }
  }
  var cards: [String: Card] = [:]
  for review in inOrder(reviews) {
    guard case .answer(let grade) = review.kind, !voided.contains(review.id) else { continue }
    let before = cards[review.question]
    let day = StudyDay(time: review.time, offset: review.offset)
    let days = before.map { day.days(since: $0.day) } ?? 0
    observe(review, before, days)
    cards[review.question] = scheduler.card(
      after: grade, review, from: before, on: day, days: days)
  }
  return cards
}

/// The answer or skip that an undo takes back: the latest that is not voided; nil if there is none.
package func lastToVoid(in reviews: [Review]) -> Review? {
  var voided: Set<ReviewID> = []
  var last: Review?
  for review in reviews {
    if case .void(let target) = review.kind { voided.insert(target) }
  }
  for review in reviews where !voided.contains(review.id) {
    if case .void = review.kind { continue }
    if last.map({ precedes($0, review) }) ?? true { last = review }
  }
  return last
}

/// How many cards fall due on each day from today on; those overdue count for today.
package func forecast(
  _ cards: some Sequence<Card>, from today: StudyDay, days: Int
) -> [Int] {
  var counts = [Int](repeating: 0, count: max(0, days))
  for card in cards {
    let day = card.dueDay.days(since: today)
    if day < counts.count { counts[day] += 1 }
  }
  return counts
}

private func precedes(_ left: Review, _ right: Review) -> Bool {
  (left.time, left.id, left.rank) < (right.time, right.id, right.rank)
}

extension Review {
  /// Puts two rows that share time and identifier into one order on every device.
  fileprivate var rank: Int {
    switch kind {
    case .answer(let grade): grade.rawValue
    case .skip, .void: 0
    }
  }
}

private func inOrder(_ reviews: [Review]) -> [Review] {
  let sorted = zip(reviews, reviews.dropFirst()).allSatisfy { !precedes($1, $0) }
  return sorted ? reviews : reviews.sorted(by: precedes)
}

extension Scheduler {
  fileprivate func card(
    after grade: Grade, _ review: Review, from before: Card?, on day: StudyDay, days: Int
  ) -> Card {
    let count = (before?.reviews ?? 0) + 1
    let memory = memory(
      after: grade, from: before?.memory, days: days,
      seed: Fuzz.seed(question: review.question, count: count))
    let lapsed = before?.memory.phase == .review && grade == .again
    let due =
      switch memory.interval {
      case .seconds(let seconds):
        StudyDay(time: review.time + seconds * 1_000, offset: review.offset)
      case .days(let days): day.advanced(by: days)
      }
    return Card(
      memory: memory, time: review.time, day: day, reviews: count,
      lapses: (before?.lapses ?? 0) + (lapsed ? 1 : 0), dueDay: due)
  }
}
