import Basics
import Libc

/// Random numbers that a seed repeats for ever.
package struct SeededGenerator: RandomNumberGenerator, Equatable, Sendable {
  private var source: SplitMix64
  private var spareNormal: Double?

  /// A generator whose sequence the seed alone decides.
  package init(seed: UInt64) {
    source = SplitMix64(seed: seed)
  }

  /// A seed that a text alone decides, far from those of texts like it.
  package static func seed(of text: String) -> UInt64 {
    SplitMix64.mixed(StableHash(text.utf8).value)
  }

  /// The next 64 random bits.
  package mutating func next() -> UInt64 { source.next() }

  /// The next number in 0..<1, from the upper 53 bits.
  package mutating func unit() -> Double { SplitMix64.unit(next()) }

  /// The next whole number in `range`, every one equally likely.
  package mutating func int(in range: ClosedRange<Int>) -> Int {
    let span = UInt64(bitPattern: Int64(range.upperBound &- range.lowerBound)) &+ 1
    guard span != 0 else { return Int(truncatingIfNeeded: next()) }
    // Rejecting the lowest 2^64 mod span draws leaves each remainder equally likely.
    let rejected = (0 &- span) % span
    var bits = next()
    while bits < rejected { bits = next() }
    return range.lowerBound &+ Int(truncatingIfNeeded: bits % span)
  }

  /// The next draw from the normal distribution of mean 0 and variance 1 (Box and Muller 1958).
  package mutating func normal() -> Double {
    if let spare = spareNormal {
      spareNormal = nil
      return spare
    }
    let radius = (-2 * log(1 - unit())).squareRoot()
    let angle = 2 * Double.pi * unit()
    spareNormal = radius * sin(angle)
    return radius * cos(angle)
  }

  /// As many unit normal draws as asked for.
  package mutating func normals(_ count: Int) -> Vector {
    var draws = Vector()
    draws.reserveCapacity(max(count, 0))
    while draws.count < count { draws.append(normal()) }
    return draws
  }
}
