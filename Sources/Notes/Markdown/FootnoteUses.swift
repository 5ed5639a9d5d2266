extension [Block] {
  /// Numbers of the footnotes that are referred to in them.
  package var footnotesUsed: Set<Int> { reduce(into: []) { $0.formUnion($1.footnotesUsed) } }

  /// The footnotes that stand at their end, those of some numbers alone; the other blocks as they are.
  package func keepingFootnotes(_ isKept: (Int) -> Bool) -> [Block] {
    compactMap { block in
      guard case .footnotes(let notes) = block.kind else { return block }
      var block = block
      let kept = notes.filter { isKept($0.number) }
      block.kind = .footnotes(kept)
      return kept.isEmpty ? nil : block
    }
  }
}

extension Block {
  fileprivate var footnotesUsed: Set<Int> {
    switch kind {
    case .heading(_, let inlines), .paragraph(let inlines): inlines.footnotesUsed
    case .quote(let blocks): blocks.footnotesUsed
    case .callout(let callout, let blocks): callout.title.footnotesUsed.union(blocks.footnotesUsed)
    case .list(let list): list.items.flatMap(\.blocks).footnotesUsed
    case .definitions(let definitions):
      definitions.reduce(into: []) { used, definition in
        used.formUnion(definition.term.footnotesUsed)
        used.formUnion(definition.texts.flatMap { $0 }.footnotesUsed)
      }
    case .table(let table): (table.head + table.rows.flatMap { $0 }).flatMap { $0 }.footnotesUsed
    // What footnotes refer to is shown as it is written.
    case .code, .maths, .rule, .html, .footnotes: []
    }
  }
}

extension [Inline] {
  fileprivate var footnotesUsed: Set<Int> {
    reduce(into: []) { used, inline in
      switch inline {
      case .footnote(let number): used.insert(number)
      case .emphasis(let inner), .strong(let inner), .struck(let inner), .marked(let inner),
        .link(_, let inner):
        used.formUnion(inner.footnotesUsed)
      case .text, .code, .maths, .displayMaths, .image, .lineBreak, .softBreak, .html: break
      }
    }
  }
}
