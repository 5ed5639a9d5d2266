/// Formulas with a file's own commands expanded; what only defines some is left out.
extension [Block] {
  func expanding(_ macros: TeXMacros) -> [Block] { compactMap { $0.expanding(macros) } }
}

extension Block {
  fileprivate func expanding(_ macros: TeXMacros) -> Block? {
    var block = self
    switch kind {
    case .maths(let tex):
      let expanded = macros.expanded(tex).trimmed
      if expanded.isEmpty { return nil }
      block.kind = .maths(expanded)
    case .paragraph(let inlines):
      if TeXMacros.areAll(of: inlines.plainText) { return nil }
      let expanded = inlines.expanding(macros)
      if expanded.isEmpty, !inlines.isEmpty { return nil }
      block.kind = .paragraph(expanded)
    case .heading(let level, let inlines):
      block.kind = .heading(level: level, inlines.expanding(macros))
    case .quote(let blocks): block.kind = .quote(blocks.expanding(macros))
    case .callout(var callout, let blocks):
      callout.title = callout.title.expanding(macros)
      block.kind = .callout(callout, blocks.expanding(macros))
    case .list(var list):
      for item in list.items.indices {
        list.items[item].blocks = list.items[item].blocks.expanding(macros)
      }
      block.kind = .list(list)
    case .definitions(let definitions):
      block.kind = .definitions(
        definitions.map { definition in
          Definition(
            term: definition.term.expanding(macros),
            texts: definition.texts.map { $0.expanding(macros) })
        })
    case .table(var table):
      table.head = table.head.map { $0.expanding(macros) }
      table.rows = table.rows.map { row in row.map { $0.expanding(macros) } }
      block.kind = .table(table)
    case .footnotes(var notes):
      for note in notes.indices { notes[note].blocks = notes[note].blocks.expanding(macros) }
      block.kind = .footnotes(notes)
    case .code, .rule, .html: break
    }
    return block
  }
}

extension [Inline] {
  fileprivate func expanding(_ macros: TeXMacros) -> [Inline] {
    compactMap { inline in
      switch inline {
      case .maths(let tex):
        let expanded = macros.expanded(tex)
        return expanded.trimmed.isEmpty ? nil : .maths(expanded)
      case .displayMaths(let tex):
        let expanded = macros.expanded(tex)
        return expanded.trimmed.isEmpty ? nil : .displayMaths(expanded)
      case .emphasis(let inner): return .emphasis(inner.expanding(macros))
      case .strong(let inner): return .strong(inner.expanding(macros))
      case .struck(let inner): return .struck(inner.expanding(macros))
      case .marked(let inner): return .marked(inner.expanding(macros))
      case .link(let destination, let inner):
        return .link(destination: destination, inner.expanding(macros))
      case .image(let alternative, let source):
        return .image(alternative: alternative.expanding(macros), source: source)
      case .text, .code, .footnote, .lineBreak, .softBreak, .html: return inline
      }
    }
  }
}
