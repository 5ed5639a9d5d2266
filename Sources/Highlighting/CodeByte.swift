import Basics

/// The ASCII bytes that the scanner of code looks for.
enum CodeByte {
  static let space = UInt8(ascii: " ")
  static let backslash = UInt8(ascii: "\\")
  static let backtick = UInt8(ascii: "`")
  static let dot = UInt8(ascii: ".")
  static let underscore = UInt8(ascii: "_")
  static let zero = UInt8(ascii: "0")

  static func isNewline(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  static func isHexDigit(_ byte: UInt8) -> Bool { byte.isDigit || (byte | 0x20) &- 0x61 < 6 }

  /// A letter, a digit, `_`, or part of a scalar beyond ASCII.
  static func isWord(_ byte: UInt8) -> Bool {
    byte.isDigit || (byte | 0x20) &- 0x61 < 26 || byte == underscore || byte >= 0x80
  }

  /// A bracket that ends an expression.
  static func closes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]")
  }

  /// What parts one word of a shell from the next.
  static func breaksShellWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "("),
      UInt8(ascii: ")"):
      true
    default: byte <= space
    }
  }
}
