/// Directives of MyST whose text is read line by line: buttons, which are links, and lines that stay apart. They are
/// fences of code to Markdown, which they are not to a reader.
enum WrittenLines {
  /// The blocks that a fence stands for; nil for other fences.
  static func blocks(_ info: String, _ text: String, line: Int) -> [Block]? {
    let name = info.prefix { $0 != " " }
    let argument = info[name.endIndex...].trimmed
    switch name {
    case "button-link": return button(argument, scheme: "", text, line)
    case "button-ref": return button(argument, scheme: "ref:", text, line)
    case "line-block":
      let lines = text.split(separator: "\n").map { inlines($0.trimmed) }
      return [Block(.paragraph(Array(lines.joined(separator: [.lineBreak]))), line: line)]
    case "parsed-literal":
      // Its lines stay as they stand, without the signs of emphasis.
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        let blanks = line.prefix { $0 == " " }
        return blanks + inlines(line.trimmed).plainText
      }
      let shown = lines.drop(while: \.isEmpty).joined(separator: "\n")
      return [Block(.code(info: "", text: shown), line: line)]
    default: return nil
    }
  }

  private static func button(
    _ address: String, scheme: String, _ text: String, _ line: Int
  ) -> [Block]? {
    guard !address.isEmpty else { return nil }
    let words = text.split(separator: "\n").map(\.trimmed).filter { !$0.isEmpty }
      .joined(separator: " ")
    let shown = inlines(words.isEmpty ? address : words)
    let link = Inline.link(destination: scheme + address, shown)
    return [Block(.paragraph([link]), line: line)]
  }

  private static func inlines(_ text: String) -> [Inline] {
    guard case .paragraph(let inlines)? = MarkdownParser.parse(Array(text.utf8))?.first?.kind else {
      return text.isEmpty ? [] : [.text(text)]
    }
    return inlines
  }
}
