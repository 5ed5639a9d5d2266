import Notes

/// Options that what is asked or a hint calls by their places, `the second option is right`: they come in another order
/// each time, but two, and of two it names one.
enum OrdinalOptions {
  /// The beginnings of words for a place, and that place; the last one is 0.
  private static let ordinals: [(stem: String, place: Int)] = [
    ("first", 1), ("second", 2), ("third", 3), ("fourth", 4), ("fifth", 5), ("sixth", 6),
    ("last", 0),
    ("1st", 1), ("2nd", 2), ("3rd", 3), ("4th", 4), ("5th", 5), ("erst", 1), ("zweit", 2),
    ("dritt", 3),
    ("viert", 4), ("f\u{FC}nft", 5), ("letzt", 0), ("premi", 1), ("deuxi\u{E8}me", 2),
    ("troisi\u{E8}me", 3),
    ("quatri\u{E8}me", 4), ("derni", 0), ("primer", 1), ("segund", 2), ("tercer", 3), ("cuart", 4),
    ("\u{FA}ltim", 0), ("prim", 1), ("second", 2), ("terz", 3), ("quart", 4), ("ultim", 0),
    ("terceir", 3),
  ]
  private static let endings: Set = [
    "", "e", "er", "es", "en", "em", "a", "o", "as", "os", "i\u{E8}re", "ier", "\u{E8}re", "eira",
    "eiro", "e", "da",
  ]
  private static let nouns: Set = [
    "option", "answer", "choice", "alternative", "antwort", "m\u{F6}glichkeit", "auswahl",
    "r\u{E9}ponse", "choix",
    "opci\u{F3}n", "respuesta", "alternativa", "risposta", "opzione", "scelta", "op\u{E7}\u{E3}o",
    "resposta",
  ]
  private static let articles: Set = [
    "the", "die", "der", "das", "le", "la", "l", "el", "il", "only",
  ]

  static func find(in section: QuestionSection, _ source: QuestionSource) -> [Diagnostic] {
    guard let list = section.answers?.list, list.isTasks else { return [] }
    let lines =
      (section.prompt + section.hints.flatMap(\.self)).filter(\.isParagraph)
      .flatMap { source.lines.paragraph(from: $0.line) }
    return lines.compactMap { line in
      guard line.text.utf8.count <= ForeignGaps.longest,
        let named = place(in: line.text.withoutCode, of: list.items.count)
      else { return nil }
      return told(line, named, list)
    }
  }

  private static func told(
    _ line: QuestionSource.Line, _ named: (place: Int, words: String), _ list: Block.List
  ) -> Diagnostic? {
    let item = list.items[named.place - 1]
    let says = Verdicts.isRight(line.text.lowercased())
    // A verdict on another of two tells this one, too.
    let tells =
      says != nil && list.items.count { $0.task == true } == 1 && says == (item.task == true)
    guard list.items.count > 2 || tells else { return nil }
    let label = item.blocks.filter { !$0.isQuote }.plainText.trimmed
    var found = Diagnostic(
      line: line.number, column: 1,
      list.items.count > 2
        ? "options come in another order each time, and this calls one by its place"
        : "this would be shown before the answer, as all that is asked is",
      remedy: tells || item.task == true
        ? "take this line away"
        : "write \"\(label)\" in place of \(named.words)")
    if !tells { found.severity = .warning }
    return found
  }

  /// The place of an option that a text speaks of, counted from 1, and the words that do; nil where it speaks of none.
  private static func place(in text: String, of count: Int) -> (place: Int, words: String)? {
    let words = text.split { !$0.isLetter && !$0.isNumber }
    for index in words.indices.dropFirst() where nouns.contains(words[index].lowercased()) {
      guard let place = place(of: words[index - 1].lowercased(), count),
        index == 1 || articles.contains(words[index - 2].lowercased())
      else { continue }
      let first = words[max(0, index - 2)].startIndex
      return (place, String(text[first..<words[index].endIndex]))
    }
    return nil
  }

  private static func place(of word: String, _ count: Int) -> Int? {
    ordinals.first { stem, _ in
      word.hasPrefix(stem) && endings.contains(String(word.dropFirst(stem.count)))
    }.map { $0.place == 0 ? count : $0.place }.flatMap { (1...count).contains($0) ? $0 : nil }
  }
}
