/// Lines as Obsidian shows them: each one that was written is one that is seen.
extension [Block] {
  var keepingLines: [Block] {
    map { block in
      var block = block
      switch block.kind {
      case .paragraph(let inlines): block.kind = .paragraph(inlines.keepingLines)
      case .quote(let blocks): block.kind = .quote(blocks.keepingLines)
      case .callout(let callout, let blocks): block.kind = .callout(callout, blocks.keepingLines)
      case .list(var list):
        for item in list.items.indices {
          list.items[item].blocks = list.items[item].blocks.keepingLines
        }
        block.kind = .list(list)
      case .footnotes(var notes):
        for note in notes.indices { notes[note].blocks = notes[note].blocks.keepingLines }
        block.kind = .footnotes(notes)
      case .heading, .code, .maths, .definitions, .table, .rule, .html: break
      }
      return block
    }
  }
}

extension [Inline] {
  fileprivate var keepingLines: [Inline] {
    map { inline in
      switch inline {
      case .softBreak: .lineBreak
      case .emphasis(let inner): .emphasis(inner.keepingLines)
      case .strong(let inner): .strong(inner.keepingLines)
      case .struck(let inner): .struck(inner.keepingLines)
      case .marked(let inner): .marked(inner.keepingLines)
      case .link(let destination, let inner): .link(destination: destination, inner.keepingLines)
      case .text, .code, .maths, .displayMaths, .image, .footnote, .lineBreak, .html: inline
      }
    }
  }
}
