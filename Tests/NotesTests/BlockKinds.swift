@testable import Notes

/// Blocks by their kinds and what stands in them: `heading H quote(text q)`.
func kinds(_ blocks: [Block]) -> String {
  blocks.map { block in
    switch block.kind {
    case .heading(_, let title): "heading \(title.plainText)"
    case .paragraph(let inlines): "text \(inlines.plainText)"
    case .code(_, let text): "code \(text.trimmed)"
    case .maths(let tex): "maths \(tex.trimmed)"
    case .table(let table): "table \(table.rows.count)"
    case .quote(let inner): "quote(\(kinds(inner)))"
    case .callout(_, let inner): "box(\(kinds(inner)))"
    case .list(let list): "list(\(list.items.map { kinds($0.blocks) }.joined(separator: ", ")))"
    case .definitions(let list):
      "terms("
        + list.map { "\($0.term.plainText): \($0.texts.map(kinds).joined(separator: ", "))" }
        .joined(separator: "; ") + ")"
    case .html: "html"
    case .rule: "rule"
    case .footnotes: "footnotes"
    }
  }.joined(separator: " ")
}
