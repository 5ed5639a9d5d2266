/// Brackets that a backslash takes their meaning, and those that close them.
enum LiteralBrackets {
  /// Where a list of lists ends whose first brackets a backslash takes their meaning, as its own match: `\[[1, x], [3, y]]`,
  /// `\[\[1, x], [3, y]]`; nil where they do not.
  static func end(
    _ text: [Character], _ start: Int, _ open: Character, _ close: Character
  ) -> Int? {
    var at = start + 2
    if at < text.count, text[at] == "\\" { at += 1 }
    guard at < text.count, text[start + 1] == open, text[at] == open else { return nil }
    var depth = 2
    while depth > 0 {
      at += 1
      guard at < text.count else { return nil }
      if text[at] == "\\" {
        // What it stands before counts as no bracket.
        at += 1
      } else if text[at] == open {
        depth += 1
      } else if text[at] == close {
        depth -= 1
      }
    }
    return at + 1
  }
}
