/// Which signs of ASCII stand in a text: most lines have none of those that a slip needs, and are not looked
/// at again.
struct SignSet {
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  /// Whether nothing else stands in it.
  private(set) var isASCII = true

  init(_ text: some Sequence<UInt8>) {
    for byte in text {
      switch byte {
      case ..<64: low |= 1 << UInt64(byte)
      case ..<128: high |= 1 << UInt64(byte - 64)
      default: isASCII = false
      }
    }
  }

  /// Whether a sign of ASCII stands in the text.
  func contains(_ sign: Unicode.Scalar) -> Bool {
    sign.value < 64 ? low >> UInt64(sign.value) & 1 == 1 : high >> UInt64(sign.value - 64) & 1 == 1
  }
}
