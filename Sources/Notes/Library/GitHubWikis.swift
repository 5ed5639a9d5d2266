/// GitHub's wikis write links the other way round: `[[what is shown|Page]]`.
extension Library {
  /// Blocks with those links turned whose right side is a page here while their left side is none.
  package func turningWikiLinks(
    in blocks: [Block], of document: Int, _ anchors: inout Anchors
  ) -> [Block] {
    // A wiki of theirs begins with this page; without it nothing needs to be looked up.
    guard documents.contains(where: { $0.path == "Home.md" }) else { return blocks }
    var names: FileNames?
    func isPage(_ name: String) -> Bool {
      let files = names ?? anchors.files(of: self)
      names = files
      return files.file(named: name, near: document, in: self) != nil
    }
    return blocks.map { block in
      block.mapping { inlines in
        inlines.map { inline in
          guard case .link(let destination, let inner) = inline,
            let name = WikiName(destination), name.heading.isEmpty, name.block.isEmpty,
            case .text(let label)? = inner.first, inner.count == 1, label != name.note,
            !isPage(name.note), isPage(label)
          else { return inline }
          return .link(destination: "[[\(label)]]", [.text(name.note)])
        }
      }
    }
  }
}

extension Block {
  /// The same with each run of text in it changed.
  fileprivate func mapping(_ change: ([Inline]) -> [Inline]) -> Block {
    var block = self
    switch kind {
    case .paragraph(let inlines): block.kind = .paragraph(change(inlines))
    case .heading(let level, let inlines): block.kind = .heading(level: level, change(inlines))
    case .quote(let blocks): block.kind = .quote(blocks.map { $0.mapping(change) })
    case .callout(let callout, let blocks):
      block.kind = .callout(callout, blocks.map { $0.mapping(change) })
    case .list(var list):
      for item in list.items.indices {
        list.items[item].blocks = list.items[item].blocks.map { $0.mapping(change) }
      }
      block.kind = .list(list)
    case .table(var table):
      table.head = table.head.map(change)
      table.rows = table.rows.map { $0.map(change) }
      block.kind = .table(table)
    case .definitions, .footnotes, .code, .maths, .html, .rule: break
    }
    return block
  }
}
