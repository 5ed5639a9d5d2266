import Notes

/// Notes that are none to the parser, so that what is told after the answer would stand before it:
/// `> [NOTE]`, `> [!NOTES]`, `[!NOTE]` without its sign of a quote.
enum AlertSlips {
  private static let names = ["note", "tip", "important", "warning", "caution"]

  static func find(in source: QuestionSource) -> [Diagnostic] {
    inside(source) + empty(source)
      + source.lines.compactMap { line in
        guard mayBegin(line.text) else { return nil }
        let indent = line.text.prefix { $0 == " " }
        let rest = line.text[indent.endIndex...]
        let quote = rest.prefix { $0 == ">" || $0 == " " }
        guard let (name, behind) = nearAlert(rest[quote.endIndex...], isQuoted: !quote.isEmpty)
        else {
          return nil
        }
        let next = behind.isEmpty ? "" : ", and below it \(indent)> \(behind)"
        return Diagnostic(
          line: line.number, column: indent.count + 1,
          "this is nearly a note that is told after the answer, and none",
          remedy: "write \(indent)> [!\(name.uppercased())]\(next)")
      }
  }

  /// Notes with nothing in them above a text, which would be shown before the answer.
  private static func empty(_ source: QuestionSource) -> [Diagnostic] {
    zip(source.lines, source.lines.dropFirst()).enumerated().compactMap { index, pair in
      let (line, next) = pair
      guard line.text.hasPrefix("> [!"), line.trimmed.hasSuffix("]"), next.trimmed.isEmpty,
        names.contains(line.trimmed.dropFirst(4).dropLast().lowercased()),
        let below = source.lines[(index + 1)...].first(where: { !$0.trimmed.isEmpty }),
        below.trimmed.first.map({ $0.isLetter || $0.isNumber }) == true, below.item == nil
      else { return nil }
      return Diagnostic(
        line: below.number, column: 1, "the note above is empty, and this is no part of it",
        remedy: "write > \(below.trimmed) right below \(line.trimmed)")
    }
  }

  /// Whether a sign that opens an alert, or nearly does, stands behind the indent and signs of quotes.
  private static func mayBegin(_ line: String) -> Bool {
    switch line.utf8.first(where: { $0 != 0x20 && $0 != 0x3E }) {
    case UInt8(ascii: "["), UInt8(ascii: "!"), UInt8(ascii: "\\"), 0xEF: true
    default: false
    }
  }

  /// Notes that are indented below an option: part of it, and shown before the answer.
  private static func inside(_ source: QuestionSource) -> [Diagnostic] {
    guard source.lines.contains(where: { $0.isIndented && $0.trimmed.hasPrefix("> [!") }) else {
      return []
    }
    var isOption = false
    return source.lines.compactMap { line in
      let text = line.trimmed
      if let item = line.item { isOption = item.hasBox }
      guard line.isIndented else {
        if !text.isEmpty, line.item == nil { isOption = false }
        return nil
      }
      guard isOption, text.hasPrefix("> [!"), let end = text.firstIndex(of: "]"),
        names.contains(text[..<end].dropFirst(4).lowercased())
      else { return nil }
      return Diagnostic(
        line: line.number, column: line.text.prefix(while: \.isWhitespace).count + 1,
        "this note stands in an option, and would be shown with it",
        remedy: "write it and the lines of its quote at the margin, below an empty line; for the "
          + "reason of this option alone, take \(text[...end].dropFirst(2)) away")
    }
  }

  /// The name of the alert that a text nearly begins, and what stands behind it.
  private static func nearAlert(
    _ text: Substring, isQuoted: Bool
  ) -> (name: String, behind: String)? {
    let signs = text.prefix { "[!\u{FF3B}\u{FF01}\\ ".contains($0) }
    guard signs.contains(where: { $0 != " " }) else { return nil }
    let word = text[signs.endIndex...].prefix(while: \.isLetter)
    guard word.count >= 3 else { return nil }
    let lower = word.lowercased()
    var rest = text[word.endIndex...]
    let ends = rest.prefix { "])}>:\u{FF3D} ".contains($0) }
    let isExact =
      isQuoted && signs == "[!" && rest.hasPrefix("]")
      && (rest.dropFirst().first.map { " -+".contains($0) } ?? true)
    // Callouts of other tools are known by their names.
    if isExact, names.contains(lower) || Callout.isKnown(lower) { return nil }
    let near =
      names.contains(lower) ? lower : NearestWord.nearest(to: lower, among: names, within: 1)
    guard let name = near else { return nil }
    // `[note](x)`, `[note that …]` and `!note` in a sentence are none.
    let isMarked = signs.contains("!") || signs.contains("\u{FF01}")
    guard isMarked || (ends.contains("]") && isQuoted) else { return nil }
    guard isQuoted || signs.contains("[") else { return nil }
    if rest.hasPrefix("](") { return nil }
    rest = rest.dropFirst(ends.count)
    return (name, String(rest).trimmed)
  }
}
