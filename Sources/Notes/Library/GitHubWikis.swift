/// GitHub's wikis write links the other way round: `[[what is shown|Page]]`.
extension Library {
  /// Blocks with those links turned whose right side is a page here while their left side is none.
  package func turningWikiLinks(
    in blocks: [Block], of document: Int
  ) -> [Block] {
    // Names are put in order only once a link asks for one.
    func isPage(_ name: String) -> Bool {
      !name.isEmpty && fileNames.file(named: name, near: document, in: self) != nil
    }
    // The names of their files have no blanks.
    func isPageOfWiki(_ name: String) -> Bool {
      let page = name.prefix { $0 != "#" }.trimmed
      return isPage(page) || isPage(page.replacing(" ", with: "-"))
    }
    return blocks.mapping { inlines in
      inlines.map { inline in
        guard case .link(let destination, let inner) = inline,
          let name = WikiName(destination), name.headings.isEmpty, name.block.isEmpty,
          case .text(let label)? = inner.first, inner.count == 1, label != name.note,
          !isPage(name.note), isPageOfWiki(label)
        else { return inline }
        return .link(destination: "[[\(label)]]", [.text(name.note)])
      }
    }
  }
}

/// `[[42]]` may be a matrix of one number: it is a link only where there is a note of that name.
extension Library {
  func linkingNumbers(in blocks: [Block], of bytes: [UInt8]) -> [Block] {
    let isThere = bytes.withUnsafeBufferPointer { bytes in
      bytes.indices.dropLast(4).contains { at in
        bytes[at] == UInt8(ascii: "[") && bytes[at + 1] == UInt8(ascii: "[")
          && (0x30...0x39).contains(bytes[at + 2])
      }
    }
    guard isThere else { return blocks }
    let names = Set(
      documents.compactMap { document -> Substring? in
        let name = document.path.split(separator: "/").last?.prefix { $0 != "." } ?? ""
        return !name.isEmpty && name.utf8.allSatisfy { (0x30...0x39).contains($0) } ? name : nil
      })
    guard !names.isEmpty else { return blocks }
    return blocks.mapping { $0.flatMap { $0.linkingNumbers(names) } }
  }
}

extension Inline {
  fileprivate func linkingNumbers(_ names: Set<Substring>) -> [Inline] {
    guard case .text(let text) = self, text.holds("[[") else { return [self] }
    var result: [Inline] = []
    var plain = ""
    var rest = text[...]
    while let open = rest.firstRange(of: "[[") {
      let behind = rest[open.upperBound...]
      let name = behind.prefix { $0.isNumber }
      if behind[name.endIndex...].hasPrefix("]]"), names.contains(name) {
        plain += rest[..<open.lowerBound]
        if !plain.isEmpty { result.append(.text(plain)) }
        plain = ""
        result.append(.link(destination: "[[\(name)]]", [.text(String(name))]))
        rest = behind[name.endIndex...].dropFirst(2)
      } else {
        plain += rest[..<open.upperBound]
        rest = behind
      }
    }
    plain += rest
    if !plain.isEmpty { result.append(.text(plain)) }
    return result
  }
}

extension [Block] {
  /// The same with each run of text in them changed, from the inmost on.
  ///
  /// - Parameters:
  ///   - formulas: changes those that are blocks.
  ///   - heads: changes what stands behind the signs that open a fence of code.
  func mapping(
    formulas: (String) -> String = { $0 }, heads: (String) -> String = { $0 },
    _ change: ([Inline]) -> [Inline]
  ) -> [Block] {
    map { $0.mapping(formulas, heads, change) }
  }
}

extension Block {
  fileprivate func mapping(
    _ formulas: (String) -> String, _ heads: (String) -> String,
    _ change: ([Inline]) -> [Inline]
  ) -> Block {
    func mapped(_ blocks: [Block]) -> [Block] { blocks.map { $0.mapping(formulas, heads, change) } }
    var block = self
    switch kind {
    case .paragraph(let inlines): block.kind = .paragraph(inlines.mapping(change))
    case .heading(let level, let inlines):
      block.kind = .heading(level: level, inlines.mapping(change))
    case .quote(let blocks): block.kind = .quote(mapped(blocks))
    case .callout(var callout, let blocks):
      callout.title = callout.title.mapping(change)
      block.kind = .callout(callout, mapped(blocks))
    case .list(var list):
      for item in list.items.indices {
        list.items[item].blocks = mapped(list.items[item].blocks)
      }
      block.kind = .list(list)
    case .definitions(let definitions):
      block.kind = .definitions(
        definitions.map { definition in
          Definition(
            term: definition.term.mapping(change),
            texts: definition.texts.map(mapped))
        })
    case .table(var table):
      table.head = table.head.map { $0.mapping(change) }
      table.rows = table.rows.map { row in row.map { $0.mapping(change) } }
      block.kind = .table(table)
    case .footnotes(var notes):
      for note in notes.indices {
        notes[note].blocks = mapped(notes[note].blocks)
      }
      block.kind = .footnotes(notes)
    case .maths(let tex): block.kind = .maths(formulas(tex))
    case .code(let info, let text): block.kind = .code(info: heads(info), text: text)
    case .html, .rule: break
    }
    return block
  }
}

extension [Inline] {
  /// The same changed, and before it what stands in its emphases. The text of a link stays: a link in it
  /// would lead nowhere.
  fileprivate func mapping(_ change: ([Inline]) -> [Inline]) -> [Inline] {
    change(
      map { inline in
        switch inline {
        case .emphasis(let inner): .emphasis(inner.mapping(change))
        case .strong(let inner): .strong(inner.mapping(change))
        case .struck(let inner): .struck(inner.mapping(change))
        case .marked(let inner): .marked(inner.mapping(change))
        case .text, .code, .maths, .displayMaths, .link, .image, .footnote, .lineBreak, .softBreak,
          .html:
          inline
        }
      })
  }
}
