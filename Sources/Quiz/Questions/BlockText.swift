import Notes

extension Block {
  /// The block with every piece of its text changed.
  func mapText(_ change: (String) -> String) -> Block {
    var block = self
    switch kind {
    case .heading(let level, let inlines):
      block.kind = .heading(level: level, inlines.mapText(change))
    case .paragraph(let inlines): block.kind = .paragraph(inlines.mapText(change))
    case .code(let info, let text): block.kind = .code(info: info, text: change(text))
    case .maths(let tex): block.kind = .maths(change(tex))
    case .quote(let blocks): block.kind = .quote(blocks.mapText(change))
    case .callout(var callout, let blocks):
      callout.title = callout.title.mapText(change)
      block.kind = .callout(callout, blocks.mapText(change))
    case .definitions(let definitions):
      block.kind = .definitions(
        definitions.map { definition in
          Definition(
            term: definition.term.mapText(change),
            texts: definition.texts.map { $0.mapText(change) })
        })
    case .list(var list):
      for index in list.items.indices {
        list.items[index].blocks = list.items[index].blocks.mapText(change)
      }
      block.kind = .list(list)
    case .table(var table):
      table.head = table.head.map { $0.mapText(change) }
      table.rows = table.rows.map { row in row.map { $0.mapText(change) } }
      block.kind = .table(table)
    case .footnotes(var notes):
      for index in notes.indices { notes[index].blocks = notes[index].blocks.mapText(change) }
      block.kind = .footnotes(notes)
    case .html(let html): block.kind = .html(change(html))
    case .rule: break
    }
    return block
  }

  /// Its text without marks, blocks separated by spaces.
  package var plainText: String {
    switch kind {
    case .heading(_, let inlines), .paragraph(let inlines): inlines.plainText
    case .code(_, let text), .maths(let text): text
    case .quote(let blocks): blocks.plainText
    case .callout(let callout, let blocks):
      (callout.title.isEmpty ? "" : callout.title.plainText + " ") + blocks.plainText
    case .definitions(let definitions):
      definitions.map { ([$0.term.plainText] + $0.texts.map(\.plainText)).joined(separator: " ") }
        .joined(separator: " ")
    case .list(let list): list.items.map(\.blocks.plainText).joined(separator: " ")
    case .table(let table):
      (table.head + table.rows.flatMap { $0 }).map(\.plainText).joined(separator: " ")
    case .rule, .html, .footnotes: ""
    }
  }
}

extension Block {
  /// A list of these items: numbered from `start`, or with bullets.
  static func list(of items: [[Block]], start: Int? = nil) -> Block {
    Block(.list(List(start: start, isTight: true, items: items.map { .init(blocks: $0) })))
  }
}

extension [Block] {
  /// The blocks with every piece of their text changed.
  func mapText(_ change: (String) -> String) -> [Block] { map { $0.mapText(change) } }

  /// Their text without marks, separated by spaces.
  package var plainText: String { map(\.plainText).joined(separator: " ") }
}

extension [Inline] {
  /// The inlines with every piece of their text changed.
  func mapText(_ change: (String) -> String) -> [Inline] {
    map { inline in
      switch inline {
      case .text(let text): .text(change(text))
      case .code(let text): .code(change(text))
      case .maths(let text): .maths(change(text))
      case .displayMaths(let text): .displayMaths(change(text))
      case .emphasis(let inner): .emphasis(inner.mapText(change))
      case .strong(let inner): .strong(inner.mapText(change))
      case .struck(let inner): .struck(inner.mapText(change))
      case .marked(let inner): .marked(inner.mapText(change))
      case .link(let destination, let inner):
        .link(destination: destination, inner.mapText(change))
      case .image(let alternative, let source):
        .image(alternative: alternative.mapText(change), source: source)
      case .html(let html): .html(change(html))
      case .footnote, .lineBreak, .softBreak: inline
      }
    }
  }
}
