/// The name of one review, unique over all devices: 128 random bits, written as 32 hex digits.
package struct ReviewID: Hashable, Comparable, Sendable {
  /// The bits themselves.
  package let bits: UInt128

  /// An identifier with these bits.
  package init(bits: UInt128) {
    self.bits = bits
  }

  /// A new identifier; outside tests the generator is the system's, never a seeded one.
  package init(using random: inout some RandomNumberGenerator) {
    bits = UInt128(random.next()) << 64 | UInt128(random.next())
  }

  /// The identifier written as exactly 32 lower-case hex digits, else nil.
  package init?(hex: String) {
    var bits: UInt128 = 0
    var digits = 0
    for byte in hex.utf8 {
      guard digits < 32 else { return nil }
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): bits = bits << 4 | UInt128(byte - 48)
      case UInt8(ascii: "a")...UInt8(ascii: "f"): bits = bits << 4 | UInt128(byte - 87)
      default: return nil
      }
      digits += 1
    }
    guard digits == 32 else { return nil }
    self.bits = bits
  }

  /// The identifier as 32 lower-case hex digits.
  package var hex: String {
    String(unsafeUninitializedCapacity: 32) { buffer in
      for digit in 0..<32 {
        let value = UInt8(truncatingIfNeeded: bits >> UInt128(4 * (31 - digit))) & 15
        buffer[digit] = value + (value < 10 ? 48 : 87)
      }
      return 32
    }
  }

  package static func < (left: ReviewID, right: ReviewID) -> Bool {
    left.bits < right.bits
  }
}
