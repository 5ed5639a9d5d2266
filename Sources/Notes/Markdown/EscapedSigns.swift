/// Signs that a backslash makes text: `\\[\\[a\\]\\]` shows its brackets, and names no note; nor is `\\[^1]` a
/// footnote, `\\==a==` marked or `\\:smile:` a picture. md4c takes the backslashes away, so what is read of its texts
/// later would not know: until then a sign without a width stands around such a one.
enum EscapedSigns {
  /// A word joiner: where one is left, nobody sees it.
  static let sign = "\u{2060}"

  /// Whether a text that md4c hands over begins with a sign that was escaped and would mean something with what
  /// stands beside it.
  static func begins(_ text: UnsafeRawBufferPointer, at start: Int) -> Bool {
    guard start > 0, start < text.count, text[start - 1] == UInt8(ascii: "\\") else { return false }
    let escaped = text[start]
    let next = start + 1 < text.count ? text[start + 1] : 0
    switch escaped {
    case UInt8(ascii: ":"): return (0x61...0x7A).contains(next | 0x20)
    case UInt8(ascii: "[") where next == UInt8(ascii: "^"): return true
    case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "="), UInt8(ascii: "%"):
      if start > 1, text[start - 2] == escaped { return true }
      return next == escaped
        || next == UInt8(ascii: "\\") && start + 2 < text.count && text[start + 2] == escaped
    default: return false
    }
  }
}

extension String {
  /// The same without the signs around escaped ones.
  var withoutEscapeSigns: String {
    holds("\u{2060}") ? replacing(EscapedSigns.sign, with: "") : self
  }
}

extension Inline {
  /// A text without the signs around escaped ones.
  var withoutEscapeSigns: Inline {
    if case .text(let text) = self { .text(text.withoutEscapeSigns) } else { self }
  }
}
