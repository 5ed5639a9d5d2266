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
    case .alert(let alert, let blocks): block.kind = .alert(alert, blocks.mapText(change))
    case .list(var list):
      for index in list.items.indices {
        list.items[index].blocks = list.items[index].blocks.mapText(change)
      }
      block.kind = .list(list)
    case .table(var table):
      table.head = table.head.map { $0.mapText(change) }
      table.rows = table.rows.map { row in row.map { $0.mapText(change) } }
      block.kind = .table(table)
    case .rule, .html, .footnotes: break
    }
    return block
  }

  /// Its text without marks, blocks separated by spaces.
  package var plainText: String {
    switch kind {
    case .heading(_, let inlines), .paragraph(let inlines): inlines.plainText
    case .code(_, let text), .maths(let text): text
    case .quote(let blocks), .alert(_, let blocks): blocks.plainText
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
      case .link(let destination, let inner):
        .link(destination: destination, inner.mapText(change))
      case .image, .footnote, .lineBreak, .softBreak, .html: inline
      }
    }
  }
}
