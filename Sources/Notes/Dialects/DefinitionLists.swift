/// Definition lists as Pandoc, MkDocs and PHP Markdown Extra have them: a term, and under it lines that
/// begin with a colon.
extension [Block] {
  var withDefinitions: [Block] {
    guard contains(where: \.holdsDefinition) else { return self }
    var result: [Block] = []
    // The list that is being read: it is put into the result once it ends.
    var open: (definitions: [Block.Definition], line: Int)?
    // What may be the term of what comes next.
    var pending: Block?
    // Whether the next block is a further one of the last text.
    var takesNext = false
    func flush() {
      if let term = pending {
        if let list = open { result.append(Block(.definitions(list.definitions), line: list.line)) }
        open = nil
        result.append(term)
      }
      pending = nil
    }
    for block in self {
      if takesNext, let last = open?.definitions.indices.last {
        takesNext = false
        open?.definitions[last].texts.append([block])
        continue
      }
      let own = block.holdsDefinition ? block.termsAndTexts : []
      if !own.isEmpty {
        flush()
        open = open ?? ([], block.line)
        open?.definitions += own
        takesNext = open?.definitions.takeMark() == true
        continue
      }
      if block.beginsDefinition, case .paragraph(let text) = block.kind {
        let texts = text.definitionTexts.map { [Block(.paragraph($0), line: block.line)] }
        // A blank line stands between the term and its text.
        if let term = pending?.asTerm {
          pending = nil
          open = open ?? ([], term.line)
          open?.definitions.append(Block.Definition(term: term.inlines, texts: texts))
          takesNext = open?.definitions.takeMark() == true
          continue
        }
        if pending == nil, let last = open?.definitions.indices.last {
          open?.definitions[last].texts += texts
          takesNext = open?.definitions.takeMark() == true
          continue
        }
      }
      flush()
      pending = block
    }
    flush()
    if let open { result.append(Block(.definitions(open.definitions), line: open.line)) }
    return result
  }
}

extension Block {
  /// Whether a line of it begins with a colon.
  fileprivate var holdsDefinition: Bool {
    guard case .paragraph(let inlines) = kind else { return false }
    return inlines.contains { if case .text(let text) = $0 { text.hasPrefix(": ") } else { false } }
  }

  fileprivate var beginsDefinition: Bool {
    guard case .paragraph(let inlines) = kind, case .text(let text)? = inlines.first else {
      return false
    }
    return text.hasPrefix(": ")
  }

  /// A paragraph of one short line can be a term.
  fileprivate var asTerm: (inlines: [Inline], line: Int)? {
    guard case .paragraph(let inlines) = kind,
      !inlines.contains(where: { $0 == .softBreak || $0 == .lineBreak }),
      inlines.plainText.utf8.count <= 80, inlines.plainText.last?.isPunctuation != true
    else { return nil }
    return (inlines, line)
  }

  /// The terms of a paragraph whose lines after the first begin with a colon; none where one does not.
  fileprivate var termsAndTexts: [Definition] {
    guard case .paragraph(let inlines) = kind else { return [] }
    let lines = inlines.split { $0 == .softBreak }.map(Array.init)
    guard lines.count > 1, !lines[0].isDefinition, lines[1].isDefinition else { return [] }
    var found: [Definition] = []
    // The lines of the text that is being read.
    var text: [Inline] = []
    func close() {
      if !text.isEmpty {
        found[found.count - 1].texts.append([Block(.paragraph(text), line: line)])
      }
      text = []
    }
    for written in lines {
      if written.isDefinition {
        close()
        text = written.withoutColon
      } else if found.isEmpty {
        found.append(Definition(term: written, texts: []))
      } else {
        // A text goes on on the next line.
        text.append(.softBreak)
        text += written
      }
    }
    close()
    return found
  }
}

extension [Block.Definition] {
  /// Takes away what says that the next block is one of the last definition's, where that is there.
  fileprivate mutating func takeMark() -> Bool {
    guard let last = indices.last,
      self[last].texts.last?.map(\.kind) == [.paragraph([.text(DefinitionLists.mark)])]
    else { return false }
    self[last].texts.removeLast()
    return true
  }
}

extension [Inline] {
  fileprivate var isDefinition: Bool {
    if case .text(let text)? = first { text.hasPrefix(": ") } else { false }
  }

  fileprivate var withoutColon: [Inline] {
    guard case .text(let text)? = first else { return self }
    let rest = text.dropFirst().drop { $0 == " " }
    return (rest.isEmpty ? [] : [.text(String(rest))]) + dropFirst()
  }

  /// The texts of a paragraph that begins with a colon: each line with one begins another.
  fileprivate var definitionTexts: [[Inline]] {
    var texts: [[Inline]] = []
    for line in split(separator: .softBreak).map(Array.init) {
      if line.isDefinition {
        texts.append(line.withoutColon)
      } else if !texts.isEmpty {
        texts[texts.count - 1] += [.softBreak] + line
      }
    }
    return texts
  }
}

/// Further paragraphs of a definition, and other blocks of it, which stand as deep as its first.
enum DefinitionLists {
  /// Stands in the blank line above such a block.
  static let mark = "\u{E0B5}"

  private static let sign = ByteSearch("\n:")

  /// Gives each of them the colon that `withDefinitions` looks for, line for line; other blocks come to the margin.
  static func rewrite(_ bytes: inout [UInt8]) {
    guard sign?.first(in: bytes, from: 0, to: bytes.count) != nil else { return }
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var isInDefinition = false
    var isBehindBlank = false
    /// How far in what belongs to the definition stands, and the block of it that is open.
    var depth = 4
    var margin: Int?
    var fence = FenceState()
    for (index, line) in lines.enumerated() {
      if index > 0 { result.append(0x0A) }
      let text = line.drop { $0 == 0x20 || $0 == 0x09 }
      defer { isBehindBlank = text.isEmpty || text.elementsEqual([0x0D]) }
      let indent = line.count - text.count
      if let own = margin {
        if fence.isOpen || text.isEmpty || indent > own
          || indent == own && !beginsText(text, isBehindBlank)
        {
          let shown = line.dropFirst(Swift.min(own, indent))
          _ = fence.isCode(shown)
          result += shown
          continue
        }
        margin = nil
      }
      if text.first == UInt8(ascii: ":"), indent < 4,
        text.dropFirst().first == 0x20 || text.dropFirst().first == 0x09
      {
        isInDefinition = index > 0
        depth = Swift.min(4, 1 + text.dropFirst().prefix { $0 == 0x20 }.count)
      } else if let first = text.first, first > 0x20 {
        let isIndented = line.first == 0x09 || (Swift.max(2, depth)...7).contains(indent)
        if isInDefinition, isBehindBlank, isIndented, first >= 0x80 || isLetter(first) {
          result += [UInt8(ascii: ":"), 0x20] + text
          continue
        }
        if isInDefinition, isBehindBlank, isIndented, "-*+>`~|".utf8.contains(first) {
          result.insert(contentsOf: ": \(mark)".utf8, at: result.count - 1)
          margin = indent
          _ = fence.isCode(text)
          result += text
          continue
        }
        // A text goes on at the margin too, but not behind a blank line.
        if isBehindBlank, !isIndented { isInDefinition = false }
      }
      result += line
    }
    bytes = result
  }

  /// Whether a line is a paragraph of its own.
  private static func beginsText(_ text: ArraySlice<UInt8>, _ isBehindBlank: Bool) -> Bool {
    isBehindBlank && text.first.map { $0 >= 0x80 || isLetter($0) } ?? false
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
