import Notes

/// Questions from tables: terms and what they mean, or another column, are matched.
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
      guard case .table(let table) = piece.block.kind, !Heads.isAside(piece.heading) else {
        return []
      }
      if let compared = ComparisonQuestions.section(
        table, heading: piece.heading, line: piece.block.line)
      {
        return [compared]
      }
      guard let (term, meaning) = columns(of: table) else {
        return matched(table, lesson: piece.heading, line: piece.block.line)
      }
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

  // MARK: Any table

  /// What stands beside the first column in another one is matched with it.
  private static func matched(
    _ table: Block.Table, lesson: String, line: Int
  ) -> [QuestionSection] {
    guard (2...5).contains(table.head.count), (pairs.least...12).contains(table.rows.count) else {
      return []
    }
    for column in 1..<table.head.count {
      let names = [table.head[0], table.head[column]].map { $0.plainText.trimmed }
      let pairs = table.rows.compactMap { $0.count > column ? cells($0[0], $0[column]) : nil }
      guard pairs.count == table.rows.count, !names[0].isEmpty, !names[1].isEmpty,
        Set(pairs.map { $0.term.plainText.lowercased() }).count == pairs.count,
        Set(pairs.map { $0.definition.plainText.lowercased() }).count == pairs.count
      else { continue }
      let heads = "“\(names[0])” and “\(names[1])”"
      return groups(pairs).map { group in
        .pairs(
          group, line: line, prompt: "From the table of “\(lesson)”: \(heads).",
          explanation: "So they stand in the table of “\(lesson)”.",
          heading: "Which belongs to which?")
      }
    }
    return []
  }

  /// Two cells that say something each, and neither what the other does.
  private static func cells(_ left: [Inline], _ right: [Inline]) -> Pair? {
    let (term, told) = (left.plainText.trimmed, right.plainText.trimmed)
    guard (1...50).contains(term.count), (2...120).contains(told.count), left.isShown,
      right.isShown,
      term.contains(where: \.isLetter), told.count(where: \.isLetter) * 2 > told.count,
      !["yes", "no", "none", "true", "false", "n/a"].contains(told.lowercased()),
      !term.contains("::"), !told.contains("::"), told.firstRange(of: "http") == nil,
      Stems.told(Stems.of(term), in: Stems.of(told)).isEmpty
    else { return nil }
    return Pair(term: left, definition: right)
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
