/// What GitHub and others add to CommonMark and md4c leaves to us: callouts, bare addresses, footnotes,
/// maths that stands alone, `Dialects`; and products that look like emphasis. Depth is bounded by
/// `Preflight`, so recursion is safe.
extension [Block] {
  func refined(_ notes: inout FootnoteNumbering) -> [Block] {
    withDefinitions.withDetails.flatMap { $0.refined(&notes) }
  }
}

extension Block {
  func refined(_ notes: inout FootnoteNumbering) -> [Block] {
    var block = self
    switch kind {
    case .heading(let level, let inlines):
      block.kind = .heading(
        level: level, inlines.withoutHeadingAttributes.withoutSlideBrackets.refined(&notes))
    case .paragraph(let inlines):
      if let (level, title) = inlines.htmlHeading {
        block.kind = .heading(level: level, title.refined(&notes))
        return [block]
      }
      return Block.paragraphs(inlines, line: line).compactMap { part in
        guard case .paragraph(let inlines) = part.kind else { return part }
        let refined = inlines.withoutPlaceName.keepingItems.refined(&notes).withoutBlockAnchor
        // All of it was a comment.
        return refined.isEmpty && !inlines.isEmpty
          ? nil : Block(.paragraph(refined), line: part.line)
      }
    case .quote(let blocks):
      if case (var callout, let rest)? = Callout.read(blocks) {
        callout.title = callout.title.refined(&notes)
        block.kind = .callout(callout, rest.refined(&notes))
      } else {
        block.kind = .quote(blocks.refined(&notes))
      }
    case .list(var list):
      for item in list.items.indices {
        list.items[item].findTask()
        list.items[item].blocks = list.items[item].blocks.refined(&notes)
      }
      block.kind = .list(list)
    case .definitions(let definitions):
      block.kind = .definitions(
        definitions.map { definition in
          Definition(
            term: definition.term.refined(&notes),
            texts: definition.texts.map { $0.refined(&notes) })
        })
    case .table(var table):
      table.head = table.head.map { $0.refined(&notes) }
      table.rows = table.rows.map { row in row.map { $0.refined(&notes) } }
      block.kind = .table(table)
    case .code(let info, let text):
      if info.lowercased() == "math" { block.kind = .maths(text.trimmed) }
      if let blocks = WrittenTables.blocks(info, text, line: line)
        ?? WrittenLines.blocks(info, text, line: line) ?? RawText.blocks(info, text, line: line)
      {
        return blocks.flatMap { $0.refined(&notes) }
      }
      if text.holds("highlight-") {
        block.kind = .code(info: info, text: Block.withoutMagicComments(text))
      }
      if Block.fenceName(info).lowercased() == "rust" {
        block.kind = .code(info: info, text: Block.withoutHiddenLines(text))
      }
    case .html(let html):
      if let code = Block.preformatted(html) {
        block.kind = code
      } else if let blocks = HTMLTables.blocks(html, line: line) {
        return blocks
      }
    case .callout(let callout, let blocks):
      // Of `<details>`: its title was read by itself.
      block.kind = .callout(callout, blocks.refined(&notes))
    case .maths, .rule, .footnotes: break
    }
    return [block]
  }
}

extension Block.List.Item {
  /// Signs in a box that Obsidian's themes and other lists of tasks share: half done, dropped, put off,
  /// to be planned, urgent, asked.
  private static let marks: [Character] = ["/", "-", ">", "<", "!", "?"]

  /// md4c misses the box of an item that follows one with a quote in it, and knows two signs in it.
  fileprivate mutating func findTask() {
    guard task == nil, case .paragraph(var inlines)? = blocks.first?.kind,
      case .text(let text)? = inlines.first
    else { return }
    let box = Array(text.prefix(4))
    guard box.count == 4, box[0] == "[", box[2] == "]", box[3] == " " else { return }
    if Self.marks.contains(box[1]) {
      mark = box[1]
    } else if ![" ", "x", "X"].contains(box[1]) {
      return
    }
    task = box[1] == "x" || box[1] == "X"
    inlines[0] = .text(String(text.dropFirst(4)))
    blocks[0].kind = .paragraph(inlines)
  }
}

extension [Inline] {
  func refined(_ notes: inout FootnoteNumbering, inLink: Bool = false) -> [Inline] {
    var result: [Inline] = []
    let marked = withoutIcons.withoutAttributes.withProducts.withHTMLMeaning.withPairedSigns
    for inline in marked.withInlineFootnotes(&notes, inLink: inLink).withRaisedSigns {
      switch inline {
      case .text(let text):
        if inLink {
          result.append(inline.withoutEscapeSigns)
        } else {
          for piece in WikiLinks.split(Shortcodes.shown(text)) {
            guard case .text(let text) = piece else {
              result.append(piece)
              continue
            }
            result += Autolinks.split(text).flatMap { piece -> [Inline] in
              guard case .text(let text) = piece else { return [piece] }
              return text.splitFootnotes(&notes).map(\.withoutEscapeSigns)
            }
          }
        }
      case .emphasis(let inner): result.append(.emphasis(inner.refined(&notes, inLink: inLink)))
      case .strong(let inner): result.append(.strong(inner.refined(&notes, inLink: inLink)))
      case .struck(let inner): result.append(.struck(inner.refined(&notes, inLink: inLink)))
      case .marked(let inner): result.append(.marked(inner.refined(&notes, inLink: inLink)))
      case .link(let destination, let inner):
        result.append(.link(destination: destination, inner.refined(&notes, inLink: true)))
      case .image(let alternative, let source):
        result.append(
          .image(
            alternative: alternative.map(\.withoutEscapeSigns).withoutPictureSize, source: source))
      case .code(let code): result.append(.code(code.withoutLanguageMark))
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
      // A label holds neither brackets nor blanks: looking further would be quadratic in `[^[^[^`.
      let label = after.prefix { $0 != "[" && $0 != "]" && !$0.isWhitespace }
      if after[label.endIndex...].first == "]", let number = notes.number(of: String(label)) {
        if !plain.isEmpty { result.append(.text(plain)) }
        plain = ""
        result.append(.footnote(number: number))
        rest = after[label.endIndex...].dropFirst()
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
