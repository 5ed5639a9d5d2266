/// Text inside a formula, `\text{if $x > 0$}`: the marks in it end nothing outside.
struct NestedText {
  /// Commands whose argument is text, in which formulas have marks of their own.
  private static let commands: Set<String> = [
    "fbox", "hbox", "intertext", "mbox", "shortintertext", "text", "textbf", "textit", "textmd",
    "textnormal", "textrm", "textsc", "textsf", "textsl", "texttt", "textup",
  ]
  /// So many marks are passed in one formula: a brace that nothing closes makes no search long.
  private static let most = 8

  private var depth = 0
  /// Where the brace of a command stands that was just read.
  private var brace = -1
  private var passed = 0
  private var isIgnored = false

  /// What passes nothing.
  static let ignored: NestedText = {
    var text = NestedText()
    text.isIgnored = true
    return text
  }()

  var isInside: Bool { depth > 0 }
  var hasPassed: Bool { passed > 0 }

  /// Looks at one byte after another, but not at those that a backslash escapes.
  mutating func look(_ at: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
    switch bytes[at] {
    case UInt8(ascii: "\\") where depth == 0 && !isIgnored:
      let name = bytes[(at + 1)...].prefix(15).prefix(while: DollarText.isLetter)
      guard !name.isEmpty, Self.commands.contains(String(decoding: name, as: UTF8.self)) else {
        return
      }
      brace = name.endIndex
    case UInt8(ascii: "{") where depth > 0 || at == brace: depth += 1
    case UInt8(ascii: "}") where depth > 0: depth -= 1
    default: break
    }
  }

  /// Passes a mark inside; false where there are too many.
  mutating func pass() -> Bool {
    passed += 1
    return passed <= Self.most
  }
}
