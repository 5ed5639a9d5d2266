/// SplitMix64 (Steele, Lea and Flood 2014): random bits that a seed repeats, and the steps by which
/// neighbouring numbers are sent far apart.
package struct SplitMix64: RandomNumberGenerator, Equatable, Sendable {
  /// What its state grows by with each draw.
  package static let increment: UInt64 = 0x9E37_79B9_7F4A_7C15

  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  /// The bits that a state stands for.
  package static func mixed(_ state: UInt64) -> UInt64 {
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// The number in 0..<1 that the upper 53 of some bits stand for.
  package static func unit(_ bits: UInt64) -> Double { Double(bits >> 11) * 0x1p-53 }

  /// The next 64 random bits.
  package mutating func next() -> UInt64 {
    state &+= Self.increment
    return Self.mixed(state)
  }
}
