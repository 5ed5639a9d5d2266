import Notes

/// Answer marks inside of something else, where nothing can be asked: the text of a link, which may lead to the
/// answer, that of a picture, and HTML.
enum UnaskedGaps {
  static func find(in section: QuestionSection) -> [Diagnostic] {
    let blocks =
      section.prompt + section.hints.flatMap(\.self) + [section.answers].compactMap(\.self)
    return blocks.flatMap(holders).flatMap { text, name in
      section.marks.indexes(in: text).compactMap { index in
        guard section.marks.all[index].isBlank else { return nil }
        let place = section.marks.place(of: index)
        return Diagnostic(
          line: place?.line ?? section.line, column: place?.column ?? 0,
          "an answer mark in \(name) cannot be asked",
          remedy: "write the sentence with \(place?.text ?? "it") outside of it")
      }
    }
  }

  /// The texts in a block that may hold one, and what they stand in.
  private static func holders(_ block: Block) -> [(text: String, name: String)] {
    switch block.kind {
    case .paragraph(let inlines), .heading(_, let inlines): inlines.flatMap(holders)
    case .html(let html): [(html, "HTML")]
    case .list(let list): list.items.flatMap { $0.blocks.flatMap(holders) }
    case .quote(let blocks), .callout(_, let blocks): blocks.flatMap(holders)
    case .table(let table):
      (table.head + table.rows.flatMap { $0 }).flatMap { $0.flatMap(holders) }
    case .definitions(let all):
      all.flatMap { $0.term.flatMap(holders) + $0.texts.flatMap { $0.flatMap(holders) } }
    case .code, .maths, .rule, .footnotes: []
    }
  }

  private static func holders(_ inline: Inline) -> [(text: String, name: String)] {
    switch inline {
    case .link(let address, let inner):
      [(inner.plainText, "a link"), (address, "the address of a link")]
    case .image(let alternative, let source):
      [(alternative.plainText, "the text of a picture"), (source, "the address of a picture")]
    case .html(let html): [(html, "HTML")]
    case .emphasis(let inner), .strong(let inner), .struck(let inner), .marked(let inner):
      inner.flatMap(holders)
    default: []
    }
  }
}
