import Numerics

/// Rows of random tokens that repeat after a period: what heads that look for repeats are formed by.
package enum Repeats {
  /// One row; its tokens come from the first `pool` of these. What repeats counts, and what comes
  /// first, which nothing foretells, does not.
  package static func row(
    length: Int, from tokens: [Int], periods: ClosedRange<Int> = 3...16,
    _ draws: inout SeededGenerator
  ) -> [WeightedToken] {
    let period = draws.int(in: periods)
    let unit = (0..<period).map { _ in tokens[draws.int(in: 0...tokens.count - 1)] }
    return (0..<length).map {
      WeightedToken(unit[$0 % period], weight: $0 < period ? 0 : 1)
    }
  }
}
