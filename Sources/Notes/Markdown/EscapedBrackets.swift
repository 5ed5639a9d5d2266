/// Brackets that a backslash makes text: `\\[\\[a\\]\\]` shows its brackets, and names no note; nor is `\\[^1]` a
/// footnote. md4c takes the backslashes away, so what is read of its texts later would not know: until then a sign
/// without a width stands around such a bracket.
enum EscapedBrackets {
  /// A word joiner: where one is left, nobody sees it.
  static let sign = "\u{2060}"

  /// Whether a text that md4c hands over begins with a bracket that was escaped, beside another one or the sign of
  /// a footnote.
  static func begins(_ text: UnsafeRawBufferPointer, at start: Int) -> Bool {
    guard start > 0, start < text.count, text[start - 1] == UInt8(ascii: "\\"),
      case let bracket = text[start], bracket == UInt8(ascii: "[") || bracket == UInt8(ascii: "]")
    else { return false }
    if start > 1, text[start - 2] == bracket { return true }
    let next = start + 1 < text.count ? text[start + 1] : 0
    if bracket == UInt8(ascii: "["), next == UInt8(ascii: "^") { return true }
    return next == bracket
      || next == UInt8(ascii: "\\") && start + 2 < text.count && text[start + 2] == bracket
  }
}

extension String {
  /// The same without the signs around escaped brackets.
  var withoutBracketSigns: String {
    holds("\u{2060}") ? replacing(EscapedBrackets.sign, with: "") : self
  }
}

extension Inline {
  /// A text without the signs around escaped brackets.
  var withoutBracketSigns: Inline {
    if case .text(let text) = self { .text(text.withoutBracketSigns) } else { self }
  }
}
