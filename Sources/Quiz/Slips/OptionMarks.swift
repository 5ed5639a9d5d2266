import Notes

/// A sign beside an option that stands for no word of it: `nectar <--`, `nectar [x]`, `-> nectar`, `nectar *`, `*nectar`.
/// Where the right options alone have one, or the wrong ones alone, it tells them.
enum OptionMarks {
  /// Those of a plain keyboard.
  private static let typed: Set = [
    ":)", ":-)", ":(", ":-(", ";)", "=>", "<=", "->", "<-", "<--", "<---", "<==", "<", "<<", "<<<",
    "!!", "!!!",
    "*", "**", "***", "\\*", "\\*\\*", "+", "++", "+++", "^", "^^", "@", "#", "##", "=", "==", "~",
    "/", "//",
    "|", "[x]", "[ ]", "(x)", "( )", "{x}", "{ }", "<x>", "/x/", "[*]", "(*)", "[+]", "(+)", "(!)",
    "[!]", "x]",
  ]
  /// Those that may be a part of what is said: `< 5`, `# a comment`, `the operator @`.
  private static let ofText: Set = [
    "<", "<<", "<<<", "#", "##", "=", "==", "~", "/", "//", "|", "@", "^", "<=", ";)", "+", "++",
    "+++",
  ]
  private static let boxes = [
    "[x]": true, "(x)": true, "{x}": true, "<x>": true, "[ ]": false, "( )": false, "{ }": false,
  ]
  /// Arrows to a side, as up and down say how something changes, and drawn stars and hands.
  private static let drawn: [ClosedRange<UInt32>] = [
    0x2190...0x2190, 0x2192...0x2192, 0x21D0...0x21D0, 0x21D2...0x21D2, 0x2605...0x2606,
    0x261A...0x261F,
    0x2731...0x273D, 0x2794...0x27BF, 0x27F5...0x27F6, 0x2B05...0x2B05, 0x2B50...0x2B50,
  ]

  /// A text without its mark, and that; nil for a text that has none.
  static func find(in text: String) -> (bare: String, mark: String)? {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    // `[ ]` has a space of its own.
    for count in [1, 2] where words.count > count {
      let last = words.suffix(count).joined(separator: " ")
      if isMark(last), let bare = kept(words.dropLast(count)) { return (bare, last) }
      let first = words.prefix(count).joined(separator: " ")
      if isMark(first), !ofText.contains(first), let bare = kept(words.dropFirst(count)),
        bare.first?.isLetter == true
      {
        return (bare, first)
      }
    }
    // A star that sets off nothing.
    guard text.count(where: { $0 == "*" }) == 1, !text.contains("`"), !text.contains("$"),
      text.first == "*" || text.last == "*"
    else { return nil }
    return kept([text.filter { $0 != "*" }[...]]).map { ($0, "*") }
  }

  /// Whether a mark may be a part of what an option says.
  static func isOfText(_ mark: String) -> Bool { ofText.contains(mark) }

  /// Whether a mark is a box that is ticked; nil where it is none.
  static func isTicked(_ mark: String) -> Bool? { boxes[mark.lowercased()] }

  private static func isMark(_ word: String) -> Bool {
    if typed.contains(word.lowercased()) { return true }
    guard let scalar = word.unicodeScalars.first, word.count == 1 else { return false }
    return drawn.contains { $0.contains(scalar.value) }
  }

  private static func kept(_ words: some Sequence<Substring>) -> String? {
    let text = words.joined(separator: " ").trimmed
    return text.contains { $0.isLetter || $0.isNumber } ? text : nil
  }
}
