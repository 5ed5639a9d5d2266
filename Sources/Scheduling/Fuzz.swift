import Basics

/// Spreads intervals, so that questions learnt together do not come back together.
package enum Fuzz {
  /// The days among which a fuzzed interval falls: none below 2.5 days, then one day to either
  /// side and 15 % of what lies between 2.5 and 7 days, 10 % up to 20 and 5 % beyond.
  package static func range(around days: Int) -> ClosedRange<Int> {
    guard days > 2 else { return days...days }
    let interval = Double(days)
    let spread =
      1 + 0.15 * max(0, min(interval, 7) - 2.5) + 0.1 * max(0, min(interval, 20) - 7)
      + 0.05 * max(0, interval - 20)
    let longest = Scheduler.longestInterval
    let most = min(Int((interval + spread).rounded(.toNearestOrEven)), longest)
    let least = max(2, Int((interval - spread).rounded(.toNearestOrEven)))
    return min(least, most)...most
  }

  /// The seed for a question's review, the same on every device.
  package static func seed(question: String, count: Int) -> UInt64 {
    Seeds(question: question).seed(count: count)
  }

  /// The seeds for all reviews of one question.
  struct Seeds {
    private let base: UInt64

    init(question: String) {
      base = StableHash(question.utf8).value
    }

    /// The seed for the review of that number.
    func seed(count: Int) -> UInt64 {
      SplitMix64.mixed(base &+ UInt64(truncatingIfNeeded: count) &* SplitMix64.increment)
    }
  }

  /// The seed says how far up in its range an interval falls. Under one seed a longer interval never
  /// falls before a shorter one, since both ends of the range rise with it.
  /// Days that were chosen for a review stand instead, as long as they are in the range.
  static func days(around days: Int, seed: UInt64, chosen: Int? = nil) -> Int {
    let range = range(around: days)
    if let chosen, range.contains(chosen) { return chosen }
    return range.lowerBound + Int(SplitMix64.unit(seed) * Double(range.count))
  }
}
