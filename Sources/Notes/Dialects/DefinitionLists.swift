/// Definition lists as Pandoc, MkDocs and PHP Markdown Extra have them: a term, and under it lines that
/// begin with a colon.
extension [Block] {
  var withDefinitions: [Block] {
    guard contains(where: { $0.beginsDefinition || !$0.termsAndTexts.isEmpty }) else { return self }
    var result: [Block] = []
    for block in self {
      let own = block.termsAndTexts
      if !own.isEmpty {
        result.addDefinitions(own, line: block.line)
      } else if block.beginsDefinition, case .paragraph(let text) = block.kind,
        let term = result.last?.asTerm
      {
        // A blank line stands between the term and its text.
        result.removeLast()
        let texts = text.definitionTexts.map { [Block(.paragraph($0), line: block.line)] }
        result.addDefinitions([Block.Definition(term: term.inlines, texts: texts)], line: term.line)
      } else if block.beginsDefinition, case .paragraph(let text) = block.kind,
        case .definitions(var known)? = result.last?.kind
      {
        let texts = text.definitionTexts.map { [Block(.paragraph($0), line: block.line)] }
        known[known.count - 1].texts += texts
        result[result.count - 1].kind = .definitions(known)
      } else {
        result.append(block)
      }
    }
    return result
  }

  private mutating func addDefinitions(_ new: [Block.Definition], line: Int) {
    if case .definitions(let known)? = last?.kind {
      self[count - 1].kind = .definitions(known + new)
    } else {
      append(Block(.definitions(new), line: line))
    }
  }
}

extension Block {
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
    for line in lines {
      if line.isDefinition {
        found[found.count - 1].texts.append([Block(.paragraph(line.withoutColon), line: self.line)])
      } else if let last = found.last, last.texts.isEmpty {
        return []
      } else if found.isEmpty {
        found.append(Definition(term: line, texts: []))
      } else {
        // A text goes on on the next line.
        let texts = found[found.count - 1].texts
        guard case .paragraph(let text)? = texts.last?.first?.kind else { return [] }
        found[found.count - 1].texts[texts.count - 1] = [
          Block(.paragraph(text + [.softBreak] + line), line: self.line)
        ]
      }
    }
    return found
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
