/// A text that was made of another one, line by line, with the line of that from which each of its lines comes.
struct TracedText {
  private(set) var bytes: [UInt8] = []
  /// From 1, for each line.
  private(set) var origins: [Int] = []

  mutating func add(_ line: some Sequence<UInt8>, from origin: Int) {
    if !origins.isEmpty { bytes.append(0x0A) }
    bytes += line
    origins.append(origin)
  }

  /// The line of the first text that a line of this one comes from.
  func origin(of line: Int) -> Int {
    line > 0 && !origins.isEmpty ? origins[min(line, origins.count) - 1] : line
  }

  /// The same where this one was made of another one that was made itself.
  func following(_ before: TracedText?) -> TracedText {
    guard let before else { return self }
    var text = self
    text.origins = origins.map(before.origin)
    return text
  }
}

extension Markdown {
  /// What was read of a text, with the lines of the one that it was made of.
  func moved(by text: TracedText) -> Markdown {
    var markdown = self
    markdown.blocks = blocks.moved(by: text)
    for index in diagnostics.indices {
      markdown.diagnostics[index].line = text.origin(of: diagnostics[index].line)
    }
    return markdown
  }
}

extension [Block] {
  fileprivate func moved(by text: TracedText) -> [Block] {
    map { block in
      var block = block
      block.line = text.origin(of: block.line)
      switch block.kind {
      case .quote(let blocks): block.kind = .quote(blocks.moved(by: text))
      case .callout(let callout, let blocks):
        block.kind = .callout(callout, blocks.moved(by: text))
      case .list(var list):
        for item in list.items.indices {
          list.items[item].blocks = list.items[item].blocks.moved(by: text)
        }
        block.kind = .list(list)
      case .definitions(let definitions):
        block.kind = .definitions(
          definitions.map {
            Block.Definition(term: $0.term, texts: $0.texts.map { $0.moved(by: text) })
          })
      case .footnotes(let notes):
        block.kind = .footnotes(
          notes.map {
            Block.Footnote(
              label: $0.label, number: $0.number, blocks: $0.blocks.moved(by: text))
          })
      case .heading, .paragraph, .code, .maths, .table, .rule, .html: break
      }
      return block
    }
  }
}
