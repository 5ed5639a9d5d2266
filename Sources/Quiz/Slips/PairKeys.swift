import Notes

/// Pairs that show what belongs together before it is matched: in a hint, in their own term, by numbers of both sides, and
/// those with boxes, which would be options.
enum PairKeys {
  /// Shorter words stand anywhere.
  private static let shortest = 4

  /// Those that hide the question.
  static func find(in section: QuestionSection, _ source: QuestionSource) -> [Diagnostic] {
    guard let list = section.answers?.list, list.start == nil else { return [] }
    return list.isTasks ? boxed(list, source) : numbered(list, source) + tailed(list, source)
  }

  /// Those that may be meant so.
  static func unsure(in section: QuestionSection, _ source: QuestionSource) -> [Diagnostic] {
    guard let list = section.answers?.list, list.start == nil, !list.isTasks else { return [] }
    let pairs = list.items.compactMap { Pair($0.blocks) }
    guard pairs.count == list.items.count else { return [] }
    let sides = pairs.map {
      (
        term: KeyWords.words(of: $0.term.plainText),
        definition: KeyWords.words(of: $0.definition.plainText)
      )
    }
    let own = zip(list.items, sides).compactMap { item, pair -> Diagnostic? in
      let hasDefinition = isLong(pair.definition) && holds(pair.term, pair.definition)
      // What all definitions speak of tells none.
      let hasTerm =
        isLong(pair.term) && sides.count(where: { holds($0.definition, pair.term) }) == 1
        && holds(pair.definition, pair.term)
      guard let (number, line) = source.line(of: item), hasDefinition || hasTerm else { return nil }
      return Diagnostic(
        line: number, column: line.column,
        hasDefinition ? "this term has its definition in it" : "this definition has its term in it",
        remedy: "write other words for one of them")
    }
    let hinted = section.hints.compactMap { hint -> Diagnostic? in
      let words = KeyWords.words(of: String(hint.plainText.prefix(ForeignGaps.longest)))
      let told = sides.filter { isLong($0.definition) && holds(words, $0.definition) }
      // Of several definitions none is told to belong to a term.
      guard told.count == 1, let pair = told.first, holds(words, pair.term) else { return nil }
      return Diagnostic(
        line: hint.first?.line ?? section.line, column: 1, "this hint holds a pair",
        remedy: "write what leads to it, or take the hint away")
    }
    return (own + hinted).map(\.warned)
  }

  private static func isLong(_ words: [String]) -> Bool {
    words.joined().count(where: \.isLetter) >= shortest
  }

  private static func holds(_ words: [String], _ part: [String]) -> Bool {
    guard !part.isEmpty, part.count <= words.count else { return false }
    return words.indices.contains { words[$0...].starts(with: part) }
  }

  /// Pairs behind boxes that are all ticked, or none: nothing is to be chosen among them.
  private static func boxed(_ list: Block.List, _ source: QuestionSource) -> [Diagnostic] {
    let ticks = Set(list.items.map { $0.task == true })
    guard let items = source.lines(of: list), items.count > 1, ticks.count == 1,
      list.items.allSatisfy({ Pair($0.blocks) != nil }), items.allSatisfy(\.item.hasBox)
    else { return [] }
    return items.map { number, line in
      Diagnostic(
        line: number, column: line.column, "a pair to match has no box, and here is one",
        remedy: "write \(line.marker)\(line.text.dropFirst(4).trimmed)")
    }
  }

  /// Pairs with the same brackets at the ends of both sides: `ebb (A) :: falling (A)`.
  private static func tailed(_ list: Block.List, _ source: QuestionSource) -> [Diagnostic] {
    guard let items = source.lines(of: list), items.count > 1 else { return [] }
    let parts = items.compactMap { place -> (bare: String, sign: String)? in
      guard let sign = place.item.text.firstRange(of: " :: "),
        let term = Verdicts.bracketed(place.item.text[..<sign.lowerBound].trimmed[...]),
        let said = Verdicts.bracketed(place.item.text[sign.upperBound...].trimmed[...]),
        term.inner == said.inner
      else { return nil }
      return ("\(term.bare.trimmed) :: \(said.bare.trimmed)", String(term.inner))
    }
    guard parts.count == items.count, Set(parts.map(\.sign)).count == parts.count else { return [] }
    return zip(items, parts).map { place, pair in
      Diagnostic(
        line: place.number, column: place.item.column,
        "what stands in the brackets of both sides shows that they belong together",
        remedy: "write \(place.item.marker)\(pair.bare)")
    }
  }

  /// Pairs whose definitions are counted in their order, which goes along when they are shuffled.
  private static func numbered(_ list: Block.List, _ source: QuestionSource) -> [Diagnostic] {
    guard let items = source.lines(of: list), items.count > 1 else { return [] }
    let parts = items.enumerated().compactMap {
      index, place -> (term: String, definition: String, behind: String)? in
      guard let sign = place.item.text.firstRange(of: " :: "),
        case let behind = place.item.text[sign.upperBound...].trimmed,
        let marker = LineMarker(behind), marker.isLine(index + 1), !marker.rest.isEmpty
      else { return nil }
      let term = place.item.text[..<sign.lowerBound].trimmed
      let counted = LineMarker(term).flatMap { $0.isLine(index + 1) ? $0.rest : nil }
      return (counted ?? term, marker.rest, behind)
    }
    guard parts.count == items.count, !OrderSlips.areMeasures(parts.map(\.behind)) else {
      return []
    }
    return zip(items, parts).map { place, pair in
      Diagnostic(
        line: place.number, column: place.item.column,
        "a number before a definition shows which term it belongs to",
        remedy: "write \(place.item.marker)\(pair.term) :: \(pair.definition)")
    }
  }
}
