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
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for byte in question.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      base = hash
    }

    /// The seed for the review of that number.
    func seed(count: Int) -> UInt64 {
      // SplitMix64 (Steele, Lea, Flood 2014), so that neighbouring counts land far apart.
      var hash = base &+ UInt64(truncatingIfNeeded: count) &* 0x9e37_79b9_7f4a_7c15
      hash = (hash ^ (hash >> 30)) &* 0xbf58_476d_1ce4_e5b9
      hash = (hash ^ (hash >> 27)) &* 0x94d0_49bb_1331_11eb
      return hash ^ (hash >> 31)
    }
  }

  /// The seed says how far up in its range an interval falls. Under one seed a longer interval never
  /// falls before a shorter one, since both ends of the range rise with it.
  static func days(around days: Int, seed: UInt64) -> Int {
    let range = range(around: days)
    let part = Double(seed >> 11) / Double(UInt64(1) << 53)
    return range.lowerBound + Int(part * Double(range.count))
  }
}
