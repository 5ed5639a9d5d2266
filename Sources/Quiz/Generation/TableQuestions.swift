import Notes

/// Questions from tables of two columns that say what terms mean: they are matched.
enum TableQuestions {
  /// Heads of tables that tell terms, by their first or their second column.
  private static let terms: Set<String> = [
    "term", "terms", "concept", "word", "name", "symbol", "notation", "abbreviation", "acronym",
    "method", "technique", "part", "component", "layer", "function", "notion", "parameter",
    "hyperparameter", "metric", "model",
  ]
  private static let meanings: Set<String> = [
    "meaning", "definition", "description", "explanation", "what it is", "what it means",
    "what it does", "purpose", "role", "stands for",
  ]
  /// Pairs of one question: more than one would match at a glance.
  private static let pairs = (least: 3, most: 6)

  static func sections(in blocks: [Block], lesson: String) -> [QuestionSection] {
    blocks.flatMap { block -> [QuestionSection] in
      guard case .table(let table) = block.kind, isOfTerms(table) else { return [] }
      let pairs = table.rows.prefix(100).compactMap(pair)
      guard Set(pairs.map(\.term.plainText)).count == pairs.count,
        Set(pairs.map(\.definition.plainText)).count == pairs.count
      else { return [] }
      return groups(pairs).map { section($0, lesson: lesson, line: block.line) }
    }
  }

  private static func isOfTerms(_ table: Block.Table) -> Bool {
    let head = table.head.map { $0.plainText.trimmed.lowercased() }
    return head.count == 2 && (terms.contains(head[0]) || meanings.contains(head[1]))
  }

  /// The pair of a row; nil where its definition gives the term away, or is none.
  private static func pair(_ row: [[Inline]]) -> Pair? {
    guard row.count == 2 else { return nil }
    let (term, definition) = (row[0].plainText.trimmed, row[1].plainText.trimmed)
    let words = definition.split(separator: " ").count
    guard (1...40).contains(term.count), term.contains(where: \.isLetter), words >= 3,
      definition.count <= 160, !term.contains("::"), !definition.contains("::"),
      Stems.of(term).isDisjoint(with: Stems.of(definition))
    else { return nil }
    return Pair(term: row[0], definition: row[1])
  }

  /// All pairs, in groups of about one size.
  private static func groups(_ pairs: [Pair]) -> [ArraySlice<Pair>] {
    guard pairs.count >= Self.pairs.least else { return [] }
    let count = (pairs.count + Self.pairs.most - 1) / Self.pairs.most
    return (0..<count).map { index in
      pairs[index * pairs.count / count..<(index + 1) * pairs.count / count]
    }
  }

  private static func section(
    _ pairs: ArraySlice<Pair>, lesson: String, line: Int
  ) -> QuestionSection {
    QuestionSection(
      heading: "What does each of these mean?", line: line,
      prompt: [Block(.paragraph([.text("They are explained in “\(lesson)”.")]))],
      answers: .list(of: pairs.map { [Block(.paragraph($0.item))] }),
      explanation: [Block(.paragraph([.text("So they stand in the table of “\(lesson)”.")]))])
  }
}
