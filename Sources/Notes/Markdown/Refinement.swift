/// What GitHub adds to CommonMark and md4c leaves to us: alerts, bare addresses, footnotes, maths
/// that stands alone; and products that look like emphasis. Depth is bounded by `Preflight`, so recursion is safe.
extension Block {
  func refined(_ notes: inout FootnoteNumbering) -> [Block] {
    var block = self
    switch kind {
    case .heading(let level, let inlines):
      block.kind = .heading(level: level, inlines.refined(&notes))
    case .paragraph(let inlines):
      return Block.paragraphs(inlines, line: line).map { part in
        guard case .paragraph(let inlines) = part.kind else { return part }
        return Block(.paragraph(inlines.refined(&notes)), line: part.line)
      }
    case .quote(let blocks):
      if let (alert, rest) = Block.alert(blocks) {
        block.kind = .alert(alert, rest.flatMap { $0.refined(&notes) })
      } else {
        block.kind = .quote(blocks.flatMap { $0.refined(&notes) })
      }
    case .list(var list):
      for item in list.items.indices {
        list.items[item].findTask()
        list.items[item].blocks = list.items[item].blocks.flatMap { $0.refined(&notes) }
      }
      block.kind = .list(list)
    case .table(var table):
      table.head = table.head.map { $0.refined(&notes) }
      table.rows = table.rows.map { row in row.map { $0.refined(&notes) } }
      block.kind = .table(table)
    case .code(let info, let text):
      if info.lowercased() == "math" { block.kind = .maths(text.trimmed) }
    case .html(let html): block.kind = Block.preformatted(html) ?? kind
    case .maths, .alert, .rule, .footnotes: break
    }
    return [block]
  }

  /// A quote that begins with `[!NOTE]` on a line of its own.
  private static func alert(_ blocks: [Block]) -> (Alert, [Block])? {
    guard case .paragraph(let inlines)? = blocks.first?.kind, case .text(let text)? = inlines.first,
      text.hasPrefix("[!"), text.hasSuffix("]"),
      let alert = Alert(rawValue: text.dropFirst(2).dropLast().lowercased())
    else { return nil }
    let rest = Array(inlines.dropFirst(2))
    guard inlines.count == 1 || inlines[1] == .softBreak || inlines[1] == .lineBreak else {
      return nil
    }
    let first = rest.isEmpty ? [] : [Block(.paragraph(rest), line: blocks[0].line + 1)]
    return (alert, first + blocks.dropFirst())
  }
}

extension Block.List.Item {
  /// md4c misses the box of an item that follows one with a quote in it.
  fileprivate mutating func findTask() {
    guard task == nil, case .paragraph(var inlines)? = blocks.first?.kind,
      case .text(let text)? = inlines.first
    else { return }
    let box = text.prefix(4)
    guard ["[ ] ", "[x] ", "[X] "].contains(box) else { return }
    task = box != "[ ] "
    inlines[0] = .text(String(text.dropFirst(4)))
    blocks[0].kind = .paragraph(inlines)
  }
}

extension [Inline] {
  func refined(_ notes: inout FootnoteNumbering, inLink: Bool = false) -> [Inline] {
    var result: [Inline] = []
    for inline in withProducts.withHTMLMeaning {
      switch inline {
      case .text(let text):
        if inLink {
          result.append(inline)
        } else {
          result += Autolinks.split(text).flatMap { piece -> [Inline] in
            if case .text(let text) = piece { return text.splitFootnotes(&notes) }
            return [piece]
          }
        }
      case .emphasis(let inner): result.append(.emphasis(inner.refined(&notes, inLink: inLink)))
      case .strong(let inner): result.append(.strong(inner.refined(&notes, inLink: inLink)))
      case .struck(let inner): result.append(.struck(inner.refined(&notes, inLink: inLink)))
      case .link(let destination, let inner):
        result.append(.link(destination: destination, inner.refined(&notes, inLink: true)))
      default: result.append(inline)
      }
    }
    return result
  }
}

extension String {
  fileprivate func splitFootnotes(_ notes: inout FootnoteNumbering) -> [Inline] {
    guard holds("[^") else { return [.text(self)] }
    var result: [Inline] = []
    var plain = ""
    var rest = self[...]
    while let open = rest.firstRange(of: "[^") {
      plain += rest[..<open.lowerBound]
      let after = rest[open.upperBound...]
      if let close = after.firstIndex(of: "]"),
        let number = notes.number(of: String(after[..<close]))
      {
        if !plain.isEmpty { result.append(.text(plain)) }
        plain = ""
        result.append(.footnote(number: number))
        rest = after[after.index(after: close)...]
      } else {
        plain += "[^"
        rest = after
      }
    }
    plain += rest
    if !plain.isEmpty { result.append(.text(plain)) }
    return result
  }
}
