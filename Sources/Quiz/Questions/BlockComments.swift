import Notes

extension Block {
  /// The comments that stand in its text.
  var comments: [String] {
    switch kind {
    case .heading(_, let inlines), .paragraph(let inlines): inlines.comments
    case .quote(let blocks), .callout(_, let blocks): blocks.flatMap(\.ownComments)
    case .list(let list): list.items.flatMap { $0.blocks.flatMap(\.ownComments) }
    case .table(let table): (table.head + table.rows.flatMap { $0 }).flatMap(\.comments)
    case .definitions(let definitions):
      definitions.flatMap { $0.term.comments + $0.texts.flatMap { $0.flatMap(\.ownComments) } }
    case .footnotes(let notes): notes.flatMap { $0.blocks.flatMap(\.ownComments) }
    default: []
    }
  }

  private var ownComments: [String] {
    if case .html(let html) = kind { return [html] }
    return comments
  }
}

extension [Inline] {
  fileprivate var comments: [String] {
    flatMap { inline -> [String] in
      switch inline {
      case .html(let html): html.hasPrefix("<!--") ? [html] : []
      case .emphasis(let inner), .strong(let inner), .struck(let inner), .marked(let inner),
        .link(_, let inner):
        inner.comments
      default: []
      }
    }
  }
}
