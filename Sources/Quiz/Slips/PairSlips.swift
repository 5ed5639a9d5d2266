import Notes

/// Lists of what seems to be pairs, and is none for want of ` :: `, so that all of them would be shown
/// together: `- ebb::falling`, `- ebb : falling`, `- ebb -> falling`.
enum PairSlips {
  private static let signs = [
    " ::: ", "::", " : ", "->", "=>", "\u{2192}", "\u{21D2}", " = ", "\u{FF1A}",
  ]

  /// Errors, and warnings where the list may be meant as it stands.
  static func find(in section: QuestionSection, _ source: QuestionSource) -> [Diagnostic] {
    if let list = section.answers?.list { return odd(in: list, source) + numbered(list, source) }
    guard section.blanks.isEmpty, section.answers == nil else { return [] }
    let asked = (section.heading.plainText + " " + section.prompt.plainText).lowercased()
    let isAsked = ["match", "pair", "belongs to", "belong to"].contains { asked.contains($0) }
    return section.prompt.flatMap { block -> [Diagnostic] in
      guard let list = block.list, list.start == nil, list.items.count > 1 else { return [] }
      return find(in: list, source, isAsked)
    }
  }

  private static func find(
    in list: Block.List, _ source: QuestionSource, _ isAsked: Bool
  ) -> [Diagnostic] {
    let lines = list.items.compactMap { item -> (number: Int, item: ItemLine)? in
      guard item.blocks.count == 1, let number = item.blocks.first?.line,
        let line = source[number].flatMap(ItemLine.init)
      else { return nil }
      return (number, line)
    }
    guard lines.count == list.items.count else { return [] }
    for sign in isAsked ? signs + [": "] : signs {
      let pairs = lines.compactMap { parts($0.item.text, sign) }
      guard pairs.count == lines.count else { continue }
      return zip(lines, pairs).map { line, pair in
        var found = Diagnostic(
          line: line.number, column: line.item.column,
          "this is nearly a pair to match, and would be shown as it stands",
          remedy: "write \(line.item.marker)\(pair.term) :: \(pair.definition)"
            + (sign == "::" ? ", or put names such as this one into code" : ""))
        // Two colons and a colon by itself are written for little else.
        if !isAsked, sign != "::", sign != " : " { found.severity = .warning }
        return found
      }
    }
    return []
  }

  /// Lines that are no pairs among some that are: `- key : what is looked at`.
  private static func odd(in list: Block.List, _ source: QuestionSource) -> [Diagnostic] {
    guard Pair.isList(list) else { return [] }
    let more = [": ", " | ", " - ", " \u{2013} ", " \u{2014} "]
    return thirds(in: list, source)
      + list.items.compactMap { item in
        guard Pair(item.blocks) == nil, item.blocks.count == 1,
          let number = item.blocks.first?.line,
          let line = source[number].flatMap(ItemLine.init),
          let pair = (signs + more).lazy.compactMap({ parts(line.text, $0) }).first
        else { return nil }
        return Diagnostic(
          line: number, column: line.column, "a line of the list is not a pair",
          remedy: "write \(line.marker)\(pair.term) :: \(pair.definition)")
      }
  }

  /// Pairs with a third part, which would be shown with its sign: `- ebb :: falling :: e`.
  private static func thirds(in list: Block.List, _ source: QuestionSource) -> [Diagnostic] {
    list.items.compactMap { item in
      guard let number = item.blocks.first?.line, let line = source[number].flatMap(ItemLine.init),
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
      var found = Diagnostic(
        line: number, column: line.column,
        "a pair has two parts, and what stands behind is shown with its ::",
        remedy: "write \(line.marker)\(parts[0]) :: \(parts[1]) "
          + "(\(parts.dropFirst(2).joined(separator: "; "))), or put the second :: into code")
      found.severity = .warning
      return found
    }
  }

  /// Pairs in a list with numbers, which asks for an order.
  private static func numbered(_ list: Block.List, _ source: QuestionSource) -> [Diagnostic] {
    guard list.start != nil, !list.isTasks, list.items.count > 1,
      list.items.allSatisfy({ Pair($0.blocks) != nil })
    else { return [] }
    return list.items.compactMap { item in
      guard let number = item.blocks.first?.line, let line = source[number].flatMap(ItemLine.init)
      else { return nil }
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
