import Notes

/// Lists of what seems to be pairs, and is none for want of ` :: `, so that all of them would be shown
/// together: `- ebb::falling`, `- ebb : falling`, `- ebb -> falling`.
enum PairSlips {
  private static let signs = [
    " ::: ", " : : ", "::", " : ", "<->", "\u{2194}", "->", "=>", "\u{2192}", "\u{21D2}", " = ",
    "\u{FF1A}\u{FF1A}", "\u{FF1A}",
  ]

  /// Signs that stand in other lists too.
  private static let doubtful = [
    ":=", ";;", ": ", " - ", " \u{2013} ", " \u{2014} ", " | ", " ~ ", " ; ",
  ]

  /// Errors, and warnings where the list may be meant as it stands.
  static func find(in section: QuestionSection, _ source: QuestionSource) -> [Diagnostic] {
    if let list = section.answers?.list { return odd(in: list, source) + numbered(list, source) }
    guard !section.hasAnswers else { return [] }
    let isAsked = section.says(["match", "pair", "belong", "goes with", "go with"])
    // All that is shown, of which the heading says nothing: what else could be asked of it?
    let isBare =
      section.shown.count == 1 && !section.asksForOrder
      && !["table", "this", "these", "following", "here", "below"].contains {
        section.heading.plainText.lowercased().contains($0)
      }
    return section.prompt.enumerated().flatMap { index, block -> [Diagnostic] in
      switch block.kind {
      case .list(let list) where CardSides.areAll(of: list, source): return []
      case .list(let list) where list.start == nil && list.items.count > 1:
        return find(
          in: list, source, isSure: isAsked || section.isBareList, isGiven: section.isGiven(index))
      case .paragraph:
        let found = lines(of: block, source, isAsked)
        return found.isEmpty && isBare ? bareLines(of: block, source) : found
      case .table(let table) where isAsked || isBare && table.isOfWords:
        return rows(of: table, block.line, isAsked)
      case .definitions(let definitions) where isAsked || isBare:
        return terms(of: definitions, block.line, isAsked)
      default: return []
      }
    }
  }

  private static func find(
    in list: Block.List, _ source: QuestionSource, isSure: Bool, isGiven: Bool
  ) -> [Diagnostic] {
    let lines = list.items.compactMap { item -> (number: Int, item: ItemLine)? in
      item.blocks.count == 1 ? source.line(of: item) : nil
    }
    guard lines.count == list.items.count else { return isGiven ? [] : nested(in: list, source) }
    for sign in isSure || !isGiven ? signs + doubtful : signs {
      let pairs = lines.compactMap { parts($0.item.text, sign) }
      guard pairs.count == lines.count else { continue }
      // Numbers behind a name are given, as a rule.
      if doubtful.contains(sign), pairs.contains(where: { $0.definition.first?.isNumber == true }) {
        continue
      }
      return zip(lines, pairs).map { line, pair in
        var found = Diagnostic(
          line: line.number, column: line.item.column,
          "this is nearly a pair to match, and would be shown as it stands",
          remedy: "write \(line.item.marker)\(pair.term) :: \(pair.definition)"
            + (sign == "::" ? ", or put names such as this one into code" : ""))
        // Two colons and a colon by itself are written for little else.
        if !isSure, sign != "::", sign != " : " { found.severity = .warning }
        return found
      }
    }
    return []
  }

  /// Terms whose definitions stand in lists of their own below them.
  private static func nested(in list: Block.List, _ source: QuestionSource) -> [Diagnostic] {
    let pairs = list.items.compactMap { item -> Diagnostic? in
      guard item.blocks.count == 2, let inner = item.blocks[1].list, inner.items.count == 1,
        inner.start == nil, !inner.isTasks, let (number, line) = source.line(of: item),
        let (below, said) = source.line(of: inner.items[0]), below == number + 1
      else { return nil }
      return Diagnostic(
        line: number, column: line.column,
        "this is nearly a pair to match, and would be shown as it stands",
        remedy:
          "write \(line.marker)\(String(line.text).trimmed) :: \(String(said.text).trimmed) in place "
          + "of this line and the one below it")
    }
    return pairs.count == list.items.count ? pairs : []
  }

  // MARK: What is no list

  /// Pairs as the lines of a text: `ebb :: falling`.
  private static func lines(
    of block: Block, _ source: QuestionSource, _ isAsked: Bool
  ) -> [Diagnostic] {
    let lines = source.lines.paragraph(from: block.line)
    for sign in isAsked ? signs + doubtful : [" ::: ", " :: "] {
      let pairs = lines.compactMap { line in parts(line.trimmed[...], sign).map { (line, $0) } }
      guard pairs.count == lines.count, pairs.count > 1 || !isAsked else { continue }
      return pairs.map { line, pair in
        Diagnostic(
          line: line.number, column: 1, "this is shown as it stands, and asks nothing",
          remedy: pairs.count > 1
            ? "write - \(pair.term) :: \(pair.definition)"
            : "write \(pair.term): [[\(pair.definition)]]")
      }
    }
    return []
  }

  /// Pairs as lines with another sign, which are all that is shown.
  private static func bareLines(of block: Block, _ source: QuestionSource) -> [Diagnostic] {
    BareLines.pairs(in: block, source, parts).map { line, term, definition in
      Diagnostic(
        line: line.number, column: 1, "this is shown as it stands, and asks nothing",
        remedy: "write - \(term) :: \(definition)\(given)")
    }
  }

  /// What to write where it is no slip.
  private static let given = "; what is only given has a sentence above it, such as Given:"

  /// Pairs as the rows of a table.
  private static func rows(of table: Block.Table, _ line: Int, _ isAsked: Bool) -> [Diagnostic] {
    let rows = table.pairs
    guard !rows.isEmpty, rows.allSatisfy({ $0.count == 2 }) else { return [] }
    return [
      none("table", line, rows.map { ($0[0].plainText, $0[1].plainText) }, isAsked)
    ]
  }

  private static func terms(
    of definitions: [Block.Definition], _ line: Int, _ isAsked: Bool
  ) -> [Diagnostic] {
    guard definitions.count > 1 else { return [] }
    let pairs = definitions.map { ($0.term.plainText, $0.texts.first?.plainText ?? "") }
    return [none("list of definitions", line, pairs, isAsked)]
  }

  private static func none(
    _ what: String, _ line: Int, _ pairs: [(term: String, definition: String)], _ isAsked: Bool
  ) -> Diagnostic {
    let lines = pairs.prefix(mostWritten).map { pair in
      "- \(pair.term.trimmed) :: \(pair.definition.trimmed)"
    }
    return Diagnostic(
      line: line, column: 1, "a \(what) is shown as it stands, and nothing in it is matched",
      remedy: "write \(lines.joined(separator: ", ")), each on a line of its own in place of the "
        + what + (isAsked ? "" : given))
  }

  /// No question has more of them.
  private static let mostWritten = 9

  // MARK: Among pairs

  /// Lines that are no pairs among some that are: `- key : what is looked at`.
  private static func odd(in list: Block.List, _ source: QuestionSource) -> [Diagnostic] {
    guard Pair.isList(list) else { return [] }
    return thirds(in: list, source)
      + list.items.compactMap { item in
        guard Pair(item.blocks) == nil, item.blocks.count == 1,
          let (number, line) = source.line(of: item),
          let pair = (signs + doubtful + [" :", " ;"]).lazy.compactMap({ parts(line.text, $0) })
            .first
        else { return nil }
        return Diagnostic(
          line: number, column: line.column, "a line of the list is not a pair",
          remedy: "write \(line.marker)\(pair.term) :: \(pair.definition)")
      }
  }

  /// Pairs with a third part, which would be shown with its sign: `- ebb :: falling :: e`.
  private static func thirds(in list: Block.List, _ source: QuestionSource) -> [Diagnostic] {
    list.items.compactMap { item in
      guard let (number, line) = source.line(of: item),
        line.text.utf8.count <= ForeignGaps.longest
      else { return nil }
      let shown = String(line.text).withoutCode
      let signs = shown.allRanges(of: " :: ")
      guard signs.count > 1, shown.count == line.text.count else { return nil }
      let parts = zip(
        [shown.startIndex] + signs.map(\.upperBound), signs.map(\.lowerBound) + [shown.endIndex]
      )
      .map { start, end in
        let from = shown.distance(from: shown.startIndex, to: start)
        return String(line.text.dropFirst(from).prefix(shown.distance(from: start, to: end)))
          .trimmed
      }
      guard parts.allSatisfy({ !$0.isEmpty }) else { return nil }
      return Diagnostic(
        line: number, column: line.column,
        "a pair has two parts, and what stands behind is shown with its ::",
        remedy: "write \(line.marker)\(parts[0]) :: \(parts[1]) "
          + "(\(parts.dropFirst(2).joined(separator: "; "))), or put the second :: into code"
      ).warned
    }
  }

  /// Pairs in a list with numbers, which asks for an order.
  private static func numbered(_ list: Block.List, _ source: QuestionSource) -> [Diagnostic] {
    guard list.start != nil, !list.isTasks, list.items.count > 1,
      list.items.allSatisfy({ Pair($0.blocks) != nil })
    else { return [] }
    return list.items.compactMap { item in
      guard let (number, line) = source.line(of: item) else { return nil }
      return Diagnostic(
        line: number, column: 1, "a list with numbers asks for an order, and this is a pair",
        remedy: "write - \(String(line.text).trimmed)")
    }
  }

  /// What stands before and behind a sign that stands there once, with words on both sides.
  private static func parts(
    _ text: Substring, _ sign: String
  ) -> (term: String, definition: String)? {
    guard text.utf8.count <= ForeignGaps.longest else { return nil }
    let shown = String(text).withoutCode
    guard shown.count == text.count, let place = shown.firstRange(of: sign) else { return nil }
    let before = shown.distance(from: shown.startIndex, to: place.lowerBound)
    let after = shown.distance(from: shown.startIndex, to: place.upperBound)
    let term = String(text.prefix(before)).trimmed
    let definition = String(text.dropFirst(after)).trimmed
    guard term.contains(where: \.isLetter), definition.contains(where: \.isLetter),
      shown[place.upperBound...].firstRange(of: sign) == nil
    else { return nil }
    return (term, definition)
  }
}

extension Block.Table {
  /// Its rows, and its head too where that says more than what its columns hold.
  fileprivate var pairs: [[[Inline]]] {
    let isHead = (head.last?.plainText.split(separator: " ").count ?? 0) < 3
    return isHead ? rows : [head] + rows
  }

  /// Whether it has two columns of words, and no numbers, in two rows at least: a head that says what its columns hold
  /// has a word or two in each.
  fileprivate var isOfWords: Bool {
    pairs.count > 1
      && pairs.allSatisfy { row in
        row.count == 2
          && row.allSatisfy { cell in
            let text = cell.plainText
            return text.contains(where: \.isLetter) && !text.contains(where: \.isNumber)
          }
      }
  }
}
