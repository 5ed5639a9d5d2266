/// The steps of SplitMix64 (Steele, Lea and Flood 2014), by which neighbouring numbers are sent far
/// apart.
package enum SplitMix64 {
  /// What its state grows by with each draw.
  package static let increment: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// The bits that a state stands for.
  package static func mixed(_ state: UInt64) -> UInt64 {
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}
