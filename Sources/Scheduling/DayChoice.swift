/// The days after which a question may come back that is answered now.
package struct DayChoice: Equatable, Sendable {
  /// All that the fuzz allows; after a right answer none that is sooner than the last time.
  package let days: ClosedRange<Int>
  /// Where it falls by its own seed.
  package let usual: Int
}

extension History {
  /// The choice of days for an answer of that grade; nil where the schedule leaves none, as in the steps of a
  /// sitting.
  package func dayChoice(
    for question: String, _ card: Card?, after grade: Grade, on day: StudyDay,
    by scheduler: Scheduler
  ) -> DayChoice? {
    let days = card.map { day.days(since: $0.day) } ?? 0
    let seeds = Fuzz.Seeds(question: origin(of: question))
    return scheduler.dayChoice(
      after: grade, from: card?.kept(after: days)?.memory, days: days,
      seed: seeds.seed(count: card?.lapses ?? 0))
  }
}

extension Scheduler {
  /// The same for a memory that was so many days ago, and where the seed puts it.
  func dayChoice(
    after grade: Grade, from previous: MemoryState?, days: Int, seed: UInt64
  ) -> DayChoice? {
    let exact = Scheduler(retention: retention, fuzz: false, weights: weights)
    guard fuzz,
      case .days(let middle) = exact.memory(after: grade, from: previous, days: days).interval
    else { return nil }
    let range = Fuzz.range(around: middle)
    var least = range.lowerBound
    if grade != .again, case .days(let last)? = previous?.interval, range.contains(last) {
      least = last
    }
    let usual = Fuzz.days(around: middle, seed: seed)
    return DayChoice(days: least...range.upperBound, usual: max(least, usual))
  }

  /// The version with the days after which a question comes back where these were chosen among those that
  /// the fuzz allows: each row says so itself, and is read the same on every device.
  package func version(choosing days: Int) -> String { "\(version)@\(days)" }

  /// The days that `version(choosing:)` wrote; nil in any other version.
  package static func daysChosen(in version: String) -> Int? {
    guard let sign = version.lastIndex(of: "@") else { return nil }
    let digits = version[version.index(after: sign)...]
    guard let days = Int(digits), (1...longestInterval).contains(days), "\(days)" == digits else {
      return nil
    }
    return days
  }
}
