import Basics

/// SplitMix64: random choices that are the same in every run, for tests that draw at random.
package struct SplitMix: RandomNumberGenerator, Sendable {
  private var source: SplitMix64

  package init(seed: UInt64) { source = SplitMix64(seed: seed) }

  package mutating func next() -> UInt64 { source.next() }

  /// A number from 0 up to, but not including, `bound`.
  package mutating func int(below bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }
}
