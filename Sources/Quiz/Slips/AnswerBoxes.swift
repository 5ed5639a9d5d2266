import Notes

/// Boxes, tabs and parts of pages that tell the answer in the syntaxes of others and hide nothing here, so that it would
/// stand before the reader: `=== "Answer"`, `::: answer`, `/// tab | Answer`, `{% tab title="Answer" %}`.
enum AnswerBoxes {
  /// What holds a text that has a title, and says nothing else of it.
  private static let holders: Set = ["tab", "tab-item", "card", "grid-item-card", "tabitem", "div"]

  static func find(in source: QuestionSource) -> [Diagnostic] {
    source.lines.compactMap { line in
      if let right = admonition(line.trimmed) {
        return Diagnostic(
          line: line.number, column: line.text.prefix { $0 == " " }.count + 1,
          "there is no note of this name, and what stands in it would be shown before the answer",
          remedy: "write \(right)")
      }
      guard line.trimmed.utf8.count <= ForeignGaps.longest,
        let (title, end) = opening(line.trimmed),
        PartingHeading.tellsAnswer(title), title.lowercased() != "note"
      else { return nil }
      return Diagnostic(
        line: line.number, column: line.text.prefix { $0 == " " }.count + 1,
        "this hides nothing here, and what stands in it would be shown before the answer",
        remedy: "write > [!NOTE] in place of this line, and > before each line of its text\(end)")
    }
  }

  private static let admonitions = ["!!!", "???+", "???"]

  /// The line that opens a note in place of one of another name, `!!! answer`; nil for another line.
  private static func admonition(_ line: String) -> String? {
    guard let signs = admonitions.first(where: line.hasPrefix),
      case let name = String(
        line.dropFirst(signs.count).trimmed.prefix { $0.isLetter || $0 == "-" }),
      !Callout.isKnown(name), PartingHeading.tellsAnswer(name)
    else { return nil }
    return "\(signs) note"
  }

  /// What a line that opens such a box calls it, and what else is to be done; nil for another line.
  private static func opening(_ line: String) -> (title: String, end: String)? {
    switch line.utf8.first {
    case UInt8(ascii: "="):
      guard line.hasPrefix("==="), let title = quoted(line) else { return nil }
      return (title, " in place of the indent, the empty ones too")
    case UInt8(ascii: "/"):
      let count = line.prefix { $0 == "/" }.count
      let parts = line.dropFirst(count).split(separator: "|", maxSplits: 1).map { $0.trimmed }
      guard count > 2, let name = parts.first else { return nil }
      return (
        parts.count > 1 && holders.contains(name.lowercased()) ? parts[1] : name,
        closing(String(line.prefix(count)))
      )
    case UInt8(ascii: ":"):
      let count = line.prefix { $0 == ":" }.count
      guard count > 2 else { return nil }
      let words = line.dropFirst(count).trimmed
      let name = words.prefix { $0 != " " }.filter { !"{}.#".contains($0) }
      let rest = words.drop { $0 != " " }.trimmed
      let title = quoted(rest) ?? rest.prefix { $0 != "{" }.trimmed
      let isHolder = holders.contains(name.lowercased()) && !title.isEmpty
      return (isHolder ? title : name, closing(String(line.prefix(count))))
    case UInt8(ascii: "{"):
      guard line.hasPrefix("{%"), line.hasSuffix("%}") else { return nil }
      let name = line.dropFirst(2).trimmed.prefix { $0.isLetter }
      return (quoted(line) ?? String(name), closing("{% end\(name) %}"))
    case UInt8(ascii: "<"):
      let name = line.dropFirst().prefix { $0.isLetter }
      guard name.lowercased() == "div", line.hasSuffix(">"), !line.contains("</"),
        let title = quoted(line)
      else {
        return nil
      }
      return (title, closing("</\(name)>"))
    default: return nil
    }
  }

  private static func closing(_ sign: String) -> String {
    ", the empty ones too, and take the \(sign) that closes it away"
  }

  /// What stands between the first quotes of a line.
  private static func quoted(_ line: String) -> String? {
    guard let open = line.firstIndex(where: { "\"'".contains($0) }) else { return nil }
    let inner = line[line.index(after: open)...]
    return inner.firstIndex(of: line[open]).map { String(inner[..<$0]) }
  }
}
