import Notes

/// Text of a question that Markdown takes for something that is not shown.
enum OptionSlips {
  /// HTML that nobody meant, as in `a<b and c>d`, and options that show nothing.
  static func find(in section: QuestionSection) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for block in section.prompt + section.hints.flatMap(\.self) {
      found += block.inlines.flatMap { $0.lost(block.line) }
    }
    guard let list = section.answers?.list else { return found }
    for item in list.items {
      let label = item.blocks.filter { !$0.isQuote }
      let line = item.blocks.first?.line ?? section.line
      let lost = label.flatMap { block in block.inlines.flatMap { $0.lost(line) } }
      found += lost
      if lost.isEmpty, label.plainText.trimmed.isEmpty, !label.contains(where: \.isDrawn) {
        found.append(
          Diagnostic(
            line: line, column: 1, "an option shows nothing",
            remedy: "write its text behind the box; signs such as < in code, and for a picture "
              + "![what it shows](file)"))
      }
    }
    return found
  }
}

extension Block {
  fileprivate var inlines: [[Inline]] {
    switch kind {
    case .paragraph(let inlines), .heading(_, let inlines): [inlines]
    case .list(let list): list.items.flatMap { $0.blocks.flatMap(\.inlines) }
    case .quote(let blocks): blocks.flatMap(\.inlines)
    case .table(let table): table.head + table.rows.flatMap { $0 }
    default: []
    }
  }

  /// Whether it shows something without words.
  fileprivate var isDrawn: Bool {
    switch kind {
    case .code, .maths, .table: true
    default: false
    }
  }
}

extension [Inline] {
  /// Tags whose attributes have no value: nobody writes such HTML.
  fileprivate func lost(_ line: Int) -> [Diagnostic] {
    flatMap { inline -> [Diagnostic] in
      switch inline {
      case .html(let html) where !html.hasPrefix("<!") && html.contains(" ") && !html.contains("="):
        let inner = html.dropFirst().dropLast()
        guard inner.last != "/", inner.contains(where: \.isLetter) else { return [] }
        return [
          Diagnostic(
            line: line, column: 1, "\(html) is read as a tag of HTML, and not shown",
            remedy: "write \\\(html), or put it into code")
        ]
      case .emphasis(let inner), .strong(let inner), .struck(let inner), .marked(let inner),
        .link(_, let inner):
        return inner.lost(line)
      default: return []
      }
    }
  }
}
