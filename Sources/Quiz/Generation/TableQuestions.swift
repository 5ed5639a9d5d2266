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

  static func sections(in lesson: LessonProse) -> [QuestionSection] {
    lesson.pieces.flatMap { piece -> [QuestionSection] in
      guard case .table(let table) = piece.block.kind, let (term, meaning) = columns(of: table),
        !Heads.isAside(piece.heading)
      else { return [] }
      let pairs = table.rows.prefix(100).compactMap { row in
        row.count > max(term, meaning) ? pair([row[term], row[meaning]]) : nil
      }
      guard Set(pairs.map(\.term.plainText)).count == pairs.count,
        Set(pairs.map(\.definition.plainText)).count == pairs.count
      else { return [] }
      return groups(pairs).map { section($0, lesson: lesson.title, line: piece.block.line) }
    }
  }

  /// The columns of terms and of what they mean; nil where a table has none.
  private static func columns(of table: Block.Table) -> (term: Int, meaning: Int)? {
    let head = table.head.map { $0.plainText.trimmed.lowercased() }
    if head.count == 2, terms.contains(head[0]) || meanings.contains(head[1]) { return (0, 1) }
    guard head.count > 2, let term = head.firstIndex(where: terms.contains),
      let meaning = head.firstIndex(where: meanings.contains)
    else { return nil }
    return (term, meaning)
  }

  /// The pair of a row; nil where its definition gives the term away, or is none.
  private static func pair(_ row: [[Inline]]) -> Pair? {
    guard row.count == 2 else { return nil }
    let meaning = row[1].withoutPointer
    let (term, definition) = (row[0].plainText.trimmed, meaning.plainText.trimmed)
    let words = definition.split(separator: " ").count
    guard (1...40).contains(term.count), term.contains(where: \.isLetter), words >= 3,
      definition.count <= 160, !term.contains("::"), !definition.contains("::"),
      Stems.told(Stems.of(term), in: Stems.of(definition)).isEmpty
    else { return nil }
    return Pair(term: row[0], definition: meaning)
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
    .pairs(
      pairs, line: line, prompt: "They are explained in “\(lesson)”.",
      explanation: "So they stand in the table of “\(lesson)”.")
  }
}
