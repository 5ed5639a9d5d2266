/// The bytes of one character on their way in, as far as they have come.
struct UTF8Character {
  private(set) var bytes: [UInt8]
  private let length: Int

  /// A character of several bytes that begins with this one; nil where none does.
  init?(first byte: UInt8) {
    switch byte {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return nil
    }
    bytes = [byte]
  }

  /// Takes the next byte; false where it cannot be one of this character.
  mutating func take(_ byte: UInt8) -> Bool {
    // No overlong forms, no surrogates, nothing beyond the last plane.
    let allowed: ClosedRange<UInt8> =
      switch (bytes.count, bytes[0]) {
      case (1, 0xE0): 0xA0...0xBF
      case (1, 0xED): 0x80...0x9F
      case (1, 0xF0): 0x90...0xBF
      case (1, 0xF4): 0x80...0x8F
      default: 0x80...0xBF
      }
    guard allowed.contains(byte) else { return false }
    bytes.append(byte)
    return true
  }

  /// The character, once it is whole.
  var scalar: Unicode.Scalar? {
    guard bytes.count == length else { return nil }
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.first
  }
}
