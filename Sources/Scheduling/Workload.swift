import Basics

/// What a schedule will ask for in the days ahead, by playing them through.
package enum Workload {
  /// How many answers a day these questions will take on average, so many days from a day on: each is
  /// answered on the day on which it falls due, and known with the chance that the schedule gives it.
  package static func answersADay(
    _ cards: [(question: String, card: Card)], by scheduler: Scheduler, from today: StudyDay,
    days: Int
  ) -> Double {
    guard days > 0 else { return 0 }
    var answers = 0
    for (question, card) in cards {
      let seeds = Fuzz.Seeds(question: question)
      // Chances that are the same each time.
      var random = SplitMix64(seed: seeds.seed(count: card.reviews))
      var memory = card.memory
      var last = card.day
      var due = max(card.dueDay, today)
      while due.number < today.number + days {
        let elapsed = due.days(since: last)
        let bits = random.next()
        let isKnown = SplitMix64.unit(bits) < memory.retrievability(afterDays: elapsed)
        answers += 1
        memory = scheduler.memory(
          after: isKnown ? .good : .again, from: memory, days: elapsed, seed: bits)
        // The steps of the same day, each of them right.
        var steps = 0
        while case .seconds = memory.interval, steps < 4 {
          answers += 1
          steps += 1
          memory = scheduler.memory(after: .good, from: memory, days: 0, seed: bits)
        }
        last = due
        let wait = if case .days(let days) = memory.interval { max(1, days) } else { 1 }
        due = due.advanced(by: wait)
      }
    }
    return Double(answers) / Double(days)
  }
}
