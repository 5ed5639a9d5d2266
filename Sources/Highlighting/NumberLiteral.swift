import Basics

/// The shape that numbers share in the languages coloured here.
enum NumberLiteral {
  /// Steps over the number that comes next, with a digit, or a dot and a digit: integers, decimals,
  /// exponents, `0x` `0o` `0b`, and underscores between digits.
  static func skip(in text: inout TextScanner<UInt8>) {
    func digits(_ isDigit: (UInt8) -> Bool = { $0.isDigit }) {
      text.skip { isDigit($0) || $0 == CodeByte.underscore }
    }
    if text.next == CodeByte.zero, let radix = text.peek(1) {
      switch radix | 0x20 {
      case UInt8(ascii: "x"):
        text.skip(2)
        return digits(CodeByte.isHexDigit)
      case UInt8(ascii: "o"), UInt8(ascii: "b"):
        text.skip(2)
        return digits()
      default: break
      }
    }
    digits()
    if text.next == CodeByte.dot {
      let next = text.peek(1) ?? 0
      // `1...5` is a range, `1.description` a member, but `1.` a number.
      if next.isDigit {
        text.skip()
        digits()
      } else if next != CodeByte.dot, !CodeByte.isWord(next) {
        text.skip()
      }
    }
    if let letter = text.next, letter | 0x20 == UInt8(ascii: "e") {
      let hasSign = text.peek(1) == UInt8(ascii: "+") || text.peek(1) == UInt8(ascii: "-")
      let exponent = hasSign ? 2 : 1
      if text.peek(exponent)?.isDigit == true {
        text.skip(exponent)
        digits()
      }
    }
  }
}
