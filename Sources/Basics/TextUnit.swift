/// What a scanner goes on by: a byte, a scalar or a character.
public protocol TextUnit: Equatable, Sendable {
  /// One of 0 to 9, the digits of every grammar here.
  var isDigit: Bool { get }
  /// One of the spaces of ASCII: space, tab and the ends of lines.
  var isSpace: Bool { get }
}

extension UInt8: TextUnit {
  @inlinable public var isDigit: Bool { self &- 0x30 < 10 }
  @inlinable public var isSpace: Bool { self == 0x20 || self &- 0x09 < 5 }
}

extension Unicode.Scalar: TextUnit {
  @inlinable public var isDigit: Bool { value &- 0x30 < 10 }
  @inlinable public var isSpace: Bool { value == 0x20 || value &- 0x09 < 5 }
}

extension Character: TextUnit {
  @inlinable public var isDigit: Bool { self >= "0" && self <= "9" && isASCII }
  /// A line that ends in CR and LF ends in one character.
  @inlinable public var isSpace: Bool { asciiValue?.isSpace == true }
}
