/// Looks for what a program that knows what it sends never sends, whatever attack it came from.
enum Sieve {
  /// What is wrong with bytes that went to a pipe; nil where they are plain lines of text.
  static func fault(inText bytes: [UInt8]) -> String? {
    guard let text = String(validating: bytes, as: UTF8.self) else { return "no UTF-8" }
    return text.unicodeScalars.lazy.compactMap { $0 == "\n" ? nil : fault($0) }.first
  }

  /// What is wrong with bytes that went to a terminal: only cursor movement, colours and modes,
  /// as ncurses sends them, may stand between plain text, and the question for the ground.
  static func fault(inScreen bytes: [UInt8]) -> String? {
    guard let text = String(validating: bytes, as: UTF8.self) else { return "no UTF-8" }
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\r", "\n", "\u{8}", "\u{E}", "\u{F}", "\t": continue
      case "\u{1B}":
        guard let next = rest.popFirst() else { return "an escape at the end" }
        switch next {
        case "[":
          rest = rest.drop { $0.value >= 0x20 && $0.value < 0x40 }
          _ = rest.popFirst()
        case "(", ")": _ = rest.popFirst()
        case "=", ">", "7", "8", "M": continue
        case "]" where rest.starts(with: Self.question):
          rest = rest.dropFirst(Self.question.count)
        default: return "ESC \(next)"
        }
      default: if let fault = fault(scalar) { return fault }
      }
    }
    return nil
  }

  private static let question = Array("11;?\u{1B}\\".unicodeScalars)

  private static func fault(_ scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
      0xFFF9...0xFFFB, 0xE0000...0xE007F:
      "U+" + String(scalar.value, radix: 16, uppercase: true)
    default: nil
    }
  }
}
