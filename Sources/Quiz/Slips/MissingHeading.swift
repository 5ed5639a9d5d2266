import Notes

/// A quiz comment under no heading: what stands above it is nearly one, or it stands above its own.
enum MissingHeading {
  /// - Parameters:
  ///   - number: the line of the comment, counted from 1.
  ///   - lines: those of the lesson.
  ///   - asked: the line of the heading above, where the answers stand between both.
  static func find(at number: Int, in lines: [Substring], asked: Int? = nil) -> Diagnostic {
    func text(_ number: Int) -> String {
      lines.indices.contains(number - 1) ? lines[number - 1].trimmed : ""
    }
    var remedy = "put a heading on the line before it"
    let above = text(number - 1)
    let below = lineBelow(number, in: lines)
    if let heading = headingOfSentence(above: number, text) {
      remedy = "write \(text(number)) right below \(heading), above what stands there now"
    } else if let words = heading(above), text(number - 2).isEmpty || isHeading(text(number - 2)) {
      remedy += ": write ### \(words) in place of \(above)"
    } else if above.isEmpty, let heading = headingOfSentence(above: number - 1, text),
      heading.hasSuffix("?")
    {
      remedy = "write \(text(number)) right below \(heading), above what stands there now"
    } else if above.isEmpty, isHeading(below) {
      remedy = "write \(text(number)) on the line below \(below), and not above it"
    } else if let asked, isHeading(text(asked)) {
      remedy = "write \(text(number)) right below \(text(asked)), above the answers, and not here"
    }
    return Diagnostic(
      line: number, column: 1, "a quiz comment stands under no heading", remedy: remedy)
  }

  /// One that has no question above it, and none below.
  static func lone(at number: Int) -> Diagnostic {
    Diagnostic(
      line: number, column: 1, "this quiz comment makes no question of anything",
      remedy: "take it away, or write what is asked as a heading on the line before it, and the "
        + "answers below it"
    ).warned
  }

  /// The heading that a sentence stands below, with the comment below that; nil where the sentence itself may be
  /// what is asked.
  private static func headingOfSentence(
    above number: Int, _ text: (Int) -> String
  ) -> String? {
    let last = text(number - 1)
    guard heading(last) != nil, !last.hasPrefix("#"), !last.hasSuffix("?"), !last.hasSuffix("**")
    else { return nil }
    var line = number - 1
    while number - line < 6, !text(line).isEmpty, !isHeading(text(line)) { line -= 1 }
    let isParted = text(line).isEmpty
    if isParted { line -= 1 }
    let above = text(line)
    guard isHeading(above), !isParted || above.hasSuffix("?") else { return nil }
    return above
  }

  /// Whether the line below a comment is the heading that it ought to stand under.
  static func isAbove(_ number: Int, in lines: [Substring]) -> Bool {
    isHeading(lineBelow(number, in: lines))
      && (number < 2 || lines[number - 2].trimmed.isEmpty)
  }

  /// What stands below a line, be it behind an empty one.
  private static func lineBelow(_ number: Int, in lines: [Substring]) -> String {
    lines.dropFirst(number).prefix(2).first { !$0.trimmed.isEmpty }?.trimmed ?? ""
  }

  private static func isHeading(_ line: String) -> Bool {
    let signs = line.prefix { $0 == "#" }
    return (1...6).contains(signs.count) && line.dropFirst(signs.count).first == " "
  }

  /// A heading in an item or a quote, with a backslash, or with signs of another keyboard, as it is typed; other lines as
  /// they are.
  private static func unmarked(_ line: String) -> String {
    var text = line[...]
    if let item = ItemLine(line) { text = item.text }
    text = text.drop { "> \\".contains($0) }
    let signs = text.prefix { "#\u{FF03}".contains($0) }
    guard !signs.isEmpty else { return line }
    return String(repeating: "#", count: signs.count) + text[signs.endIndex...]
  }

  /// The words of a line that nearly is a heading: `###Which?`, `**Which?**`, `Which?`; nil for a line that
  /// is something else.
  private static func heading(_ line: String) -> String? {
    guard line.utf8.count <= 200 else { return nil }
    let line = unmarked(line)
    let isMarked = line.hasPrefix("#")
    var words = line.drop { $0 == "#" }.trimmed
    for sign in ["***", "**", "__", "*", "_"] {
      guard words.hasPrefix(sign), words.hasSuffix(sign), words.count > 2 * sign.count else {
        continue
      }
      words = String(words.dropFirst(sign.count).dropLast(sign.count)).trimmed
      break
    }
    guard let first = words.first else { return nil }
    // An item, a quote, a table, code and HTML are no words.
    if !isMarked, ItemLine(line) != nil || "-+*>|`~<[!:$=".contains(first) { return nil }
    return words
  }
}
