import Notes

/// Lists with boxes below words that ask, and no quiz comment: their ticks are shown, as those of a list of
/// what is to be done. That needs no more than a heading that asks nothing.
package enum ForgottenComment {
  /// So many blocks may stand between a heading and the list that answers it.
  private static let furthest = 3
  /// Those of a lesson, by line of the file.
  ///
  /// - Parameters:
  ///   - hasQuestions: whether the file holds questions, so that what looks like one is meant for it.
  ///   - taken: the lines of the file that are a question's.
  package static func find(
    in blocks: [Block], firstLine: Int, hasQuestions: Bool, outside taken: Set<Int>
  ) -> [Diagnostic] {
    var heading: Int?
    var found: [Diagnostic] = []
    for (index, block) in blocks.enumerated() {
      if block.isHeading { heading = index }
      let line = firstLine + block.line - 1
      if case .paragraph(let inlines) = block.kind, let heading, !taken.contains(line),
        !hasQuestions, index - heading <= furthest, isQuestion(blocks[heading].plainText),
        asksForNumber(inlines.plainText)
      {
        found.append(missing(blocks, heading, firstLine))
      }
      guard let list = block.list, list.isPartlyTicked,
        !taken.contains(line)
      else { continue }
      let place = heading.flatMap { index - $0 <= furthest ? $0 : nil }
      var told: Diagnostic?
      if let place,
        asks(blocks[place].plainText, list, hasQuestions)
          || isMeant(
            blocks[place].plainText, Array(blocks[(place + 1)...]), index - place - 1, list)
      {
        told = missing(blocks, place, firstLine)
      } else if index > 0, case .paragraph(let inlines) = blocks[index - 1].kind,
        case let words = inlines.plainText.trimmed, asks(words, list, hasQuestions),
        !words.contains("\n")
      {
        told = Diagnostic(
          line: firstLine + blocks[index - 1].line - 1, column: 1,
          "this looks like a question, and its heading and comment are missing",
          remedy: "write ### \(words), and <!-- quiz --> on the line below it")
      }
      told?.severity = .warning
      found += [told].compactMap(\.self)
    }
    return found
  }

  /// What to say at a heading whose question has no comment.
  private static func missing(_ blocks: [Block], _ place: Int, _ firstLine: Int) -> Diagnostic {
    var remedy = "write <!-- quiz --> on the line below this heading"
    if blocks[place].plainText.trimmed.lowercased() == "quiz" {
      remedy =
        "write <!-- quiz --> in place of it where the heading above asks; else ### and what is "
        + "asked below it, and <!-- quiz --> below that"
    } else if case .html(let html) = blocks[place + 1].kind, html.trimmed.hasPrefix("<!--"),
      html.utf8.count < 40, !html.trimmed.contains("\n")
    {
      remedy = "write <!-- quiz --> in place of \(html.trimmed)"
    }
    return Diagnostic(
      line: firstLine + blocks[place].line - 1, column: 1,
      "this looks like a question, and its comment is missing", remedy: remedy
    ).warned
  }

  /// Whether a list under a heading that asks nothing is a question's for what stands beside it: a comment that
  /// names one, or one tick among numbers, as options have it, with a comment of one word above, a reason or a note.
  /// A list of books of which one is read has none of these.
  ///
  /// - Parameter section: what stands below the heading; the list is that of the index.
  private static func isMeant(
    _ heading: String, _ section: [Block], _ index: Int, _ list: Block.List
  ) -> Bool {
    guard !TaskWords.isTask(heading) else { return false }
    let comments = section[..<index].compactMap { block -> String? in
      guard case .html(let html) = block.kind, html.trimmed.hasPrefix("<!--") else { return nil }
      return html
    }
    if comments.contains(where: ForeignComment.namesQuestion) { return true }
    guard list.hasOneTick else { return false }
    if comments.contains(where: isWord) || list.items.contains(where: \.blocks.hasQuote) {
      return true
    }
    if index + 1 < section.count, case .callout = section[index + 1].kind { return true }
    return false
  }

  /// What comments of one word say to other programs.
  private static let others: Set = ["toc", "more", "todo", "excerpt", "stop", "end", "begin"]

  /// Whether a comment holds one word and nothing else: `<!-- q -->`.
  private static func isWord(_ html: String) -> Bool {
    let text = String(html.trimmed.dropFirst(4).dropLast(3)).trimmed
    return !text.isEmpty && text.allSatisfy(\.isLetter) && !others.contains(text.lowercased())
  }

  private static func isQuestion(_ words: String) -> Bool {
    let end = words.trimmed.last { !"*_\"')\u{201D}\u{2019} ".contains($0) }
    return end == "?" || end == "\u{FF1F}"
  }

  /// Whether an answer mark of a number with its tolerance, or of a formula, stands in a text: no link to a note
  /// looks so.
  private static func asksForNumber(_ text: String) -> Bool {
    guard let open = text.firstRange(of: "[["),
      let close = text[open.upperBound...].firstRange(of: "]]")
    else { return false }
    switch try? BlankSource(String(text[open.upperBound..<close.lowerBound])) {
    case .formula: return true
    case .number, .range:
      return text[open.upperBound..<close.lowerBound].contains { "\u{B1}+.".contains($0) }
    case .words, nil: return false
    }
  }

  private static func asks(_ words: String, _ list: Block.List, _ hasQuestions: Bool) -> Bool {
    let lower = words.trimmed.lowercased()
    if list.hasOneTick, hasQuestions || lower == "quiz" { return true }
    guard isQuestion(words) else { return false }
    return list.hasOneTick || !TaskWords.isPlan(words)
  }
}

extension Block.List {
  /// Whether it is numbered, and one of its items ticked.
  fileprivate var hasOneTick: Bool { start != nil && items.count { $0.task == true } == 1 }

  /// Whether all items have boxes, and some of them are ticked.
  fileprivate var isPartlyTicked: Bool {
    guard items.count > 1, items.allSatisfy({ $0.task != nil }) else { return false }
    return Set(items.map(\.task)).count == 2
  }
}

extension [Block] {
  fileprivate var hasQuote: Bool { contains(where: \.isQuote) }
}
