/// One question's memory, with what is needed to tell when it is due.
package struct Card: Hashable, Sendable {
  /// What FSRS holds about it.
  package let memory: MemoryState
  /// The last review, in milliseconds of Unix time.
  package let time: Int
  /// The study day of the last review.
  package let day: StudyDay
  /// How many reviews count.
  package let reviews: Int
  /// How many of them were wrong.
  package let wrong: Int
  /// Whether the last one was.
  package let isWrong: Bool
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

  /// The same card, to be asked on another day than the schedule says.
  package func due(on day: StudyDay) -> Card {
    Card(
      memory: memory.asked(afterDays: day.days(since: self.day)), time: time, day: self.day,
      reviews: reviews, wrong: wrong, isWrong: isWrong, lapses: lapses, dueDay: day)
  }

  /// Whether what was answered so far says nothing any more: after years, and ten times the interval.
  /// So it is where a clock was once far behind; whoever was away as long loses little.
  private func isForgotten(after days: Int) -> Bool {
    let interval = if case .days(let days) = memory.interval { days } else { 1 }
    return days > 3 * 365 && days > 10 * interval
  }

  /// The card as an answer after so many days finds it; nil where it is forgotten by then.
  func kept(after days: Int) -> Card? { isForgotten(after: days) ? nil : self }

  /// What may be said to be known at that study day: R, but 0 on the day of a last answer that was
  /// wrong. FSRS gives R as 1 on the day of any answer, for the right one was shown.
  package func known(on today: StudyDay) -> Double {
    isWrong && today <= day ? 0 : retrievability(on: today)
  }

  /// R at that study day.
  package func retrievability(on today: StudyDay) -> Double {
    memory.retrievability(afterDays: today.days(since: day))
  }
}

/// A review that counts, as a replay comes by it.
package struct Replayed: Sendable {
  /// The question.
  package let question: String
  /// The answer.
  package let entry: History.Entry
  /// Its grade.
  package let grade: Grade
  /// Its study day.
  package let day: StudyDay
  /// The chance that it was still known by then; nil where the answer does not tell how much was
  /// remembered.
  package let chance: Double?
}

extension History {
  /// The cards that the history leads to, by question: skips and what was taken back do not count.
  /// `observe` sees each answer that does, question by question.
  package func cards(
    by scheduler: Scheduler, observe: ((Replayed) -> Void)? = nil
  ) -> [String: Card] {
    let questions = questions
    var cards: [String: Card] = [:]
    cards.reserveCapacity(questions.count)
    for question in questions {
      let same = sameQuestions(as: question)
      // Each of them once, though it has several names.
      guard same[0] == question,
        let card = card(of: question, by: scheduler, observe: observe)
      else { continue }
      for name in same { cards[name] = card }
    }
    return cards
  }

  /// The card of one question; nil where no answer counts.
  package func card(
    of question: String, by scheduler: Scheduler, observe: ((Replayed) -> Void)? = nil
  ) -> Card? {
    let seeds = Fuzz.Seeds(question: origin(of: question))
    var card: Card?
    let entries = entries(of: question)
    // What it shared with another question is seen there.
    let own = observe == nil ? nil : entriesOfItsOwn(question)
    for entry in entries {
      guard let grade = entry.grade, counts(entry) else { continue }
      let day = entry.day
      let days = card.map { day.days(since: $0.day) } ?? 0
      if own?.contains(entry.id) ?? true {
        observe?(
          Replayed(
            question: question, entry: entry, grade: grade, day: day,
            chance: AnswerSequence.tellsRecall(afterDays: days)
              ? card?.memory.retrievability(afterDays: days) : nil))
      }
      card = scheduler.card(
        after: grade, entry, from: card, on: day, days: days, seeds: seeds)
    }
    if let day = standing(of: question)?.due { card = card?.due(on: day) }
    return card
  }
}

/// How many of the days on which questions fall due are each day from today on; those past count for today.
package func forecast(
  _ dueDays: some Sequence<StudyDay>, from today: StudyDay, days: Int
) -> [Int] {
  var counts = [Int](repeating: 0, count: max(0, days))
  for dueDay in dueDays {
    let day = dueDay.days(since: today)
    if day < counts.count { counts[day] += 1 }
  }
  return counts
}

extension Scheduler {
  fileprivate func card(
    after grade: Grade, _ entry: History.Entry, from before: Card?, on day: StudyDay, days: Int,
    seeds: Fuzz.Seeds
  ) -> Card {
    // One seed from lapse to lapse: what is answered right never comes back sooner than before.
    let memory = memory(
      after: grade, from: before?.kept(after: days)?.memory, days: days,
      elapsed: before.map { (entry.time - $0.time) / 1_000 },
      seed: seeds.seed(count: before?.lapses ?? 0), chosen: entry.daysChosen)
    let lapsed = before?.memory.phase == .review && grade == .again
    let due =
      switch memory.interval {
      case .seconds(let seconds):
        StudyDay(time: entry.time + seconds * 1_000, offset: entry.offset)
      case .days(let days): day.advanced(by: days)
      }
    return Card(
      memory: memory, time: entry.time, day: day, reviews: (before?.reviews ?? 0) + 1,
      wrong: (before?.wrong ?? 0) + (grade == .again ? 1 : 0), isWrong: grade == .again,
      lapses: (before?.lapses ?? 0) + (lapsed ? 1 : 0), dueDay: due)
  }
}
