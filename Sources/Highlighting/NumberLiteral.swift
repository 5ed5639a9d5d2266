/// The shape that numbers share in the languages coloured here.
enum NumberLiteral {
  /// Where the number ends that begins at `start` with a digit, or a dot and a digit: integers,
  /// decimals, exponents, `0x` `0o` `0b`, and underscores between digits.
  static func end(in bytes: [UInt8], from start: Int) -> Int {
    func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }
    func digits(_ at: Int, _ isDigit: (UInt8) -> Bool) -> Int {
      var at = at
      while at < bytes.count, isDigit(bytes[at]) || bytes[at] == CodeByte.underscore { at += 1 }
      return at
    }
    if byte(start) == CodeByte.zero {
      switch byte(start + 1) | 0x20 {
      case UInt8(ascii: "x"): return digits(start + 2, CodeByte.isHexDigit)
      case UInt8(ascii: "o"), UInt8(ascii: "b"): return digits(start + 2, CodeByte.isDigit)
      default: break
      }
    }
    var at = digits(start, CodeByte.isDigit)
    if byte(at) == CodeByte.dot {
      let next = byte(at + 1)
      // `1...5` is a range, `1.description` a member, but `1.` a number.
      if CodeByte.isDigit(next) {
        at = digits(at + 1, CodeByte.isDigit)
      } else if next != CodeByte.dot, !CodeByte.isWord(next) {
        at += 1
      }
    }
    if byte(at) | 0x20 == UInt8(ascii: "e") {
      let sign = byte(at + 1) == UInt8(ascii: "+") || byte(at + 1) == UInt8(ascii: "-") ? 1 : 0
      if CodeByte.isDigit(byte(at + 1 + sign)) { at = digits(at + 1 + sign, CodeByte.isDigit) }
    }
    return at
  }
}
