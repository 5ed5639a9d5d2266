import Notes

/// Notes as a model may read them: their words, a paragraph a line, without the marks of Markdown.
package enum PlainNotes {
  package static func text(of markdown: String) -> String {
    lines(of: Markdown.parse(Array(markdown.utf8)).blocks).filter { !$0.isEmpty }
      .joined(separator: "\n")
  }

  private static func lines(of blocks: [Block]) -> [String] {
    blocks.flatMap { block -> [String] in
      switch block.kind {
      case .heading(_, let inlines), .paragraph(let inlines): [inlines.plainText]
      case .code(_, let text), .maths(let text): text.split(separator: "\n").map(String.init)
      case .quote(let inner): lines(of: inner)
      case .callout(let callout, let inner): [callout.title.plainText] + lines(of: inner)
      case .definitions(let all):
        all.flatMap { [$0.term.plainText] + $0.texts.flatMap(lines) }
      case .list(let list): list.items.flatMap { lines(of: $0.blocks) }
      case .table(let table):
        ([table.head] + table.rows).map { row in row.map(\.plainText).joined(separator: " ") }
      case .rule, .html, .footnotes: []
      }
    }
  }
}
