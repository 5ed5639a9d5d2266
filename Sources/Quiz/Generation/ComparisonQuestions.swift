import Notes

/// Tables that set two or three things against each other, by what stands in their first column: how do they differ?
enum ComparisonQuestions {
  /// Heads of a first column that names no thing.
  private static let criteria: Set<String> = [
    "", "aspect", "property", "properties", "feature", "criterion", "dimension", "characteristic",
    "attribute", "question", "point", "category",
  ]

  static func section(_ table: Block.Table, heading: String, line: Int) -> QuestionSection? {
    let heads = table.head.map { $0.plainText.trimmed }
    guard (3...4).contains(heads.count), criteria.contains(heads[0].lowercased()),
      (2...8).contains(table.rows.count), table.head.dropFirst().allSatisfy(\.isShown),
      heads.dropFirst().allSatisfy({ (1...40).contains($0.count) && Heads.isTerm($0) }),
      Set(heads).count == heads.count,
      table.rows.allSatisfy({ row in row.count == heads.count && row.allSatisfy(\.isShown) })
    else { return nil }
    let things = heads.dropFirst()
    let names = things.dropLast().joined(separator: ", ") + " and " + (things.last ?? "")
    let points = table.rows.map { $0[0].plainText.trimmed }
    guard points.allSatisfy({ (1...60).contains($0.count) }) else { return nil }
    var section = QuestionSection.recall(
      [.text("How do \(names) differ?")], line: line,
      answer: [Block(.table(table), line: line)])
    section.prompt = [
      Block(.paragraph([.text("By what “\(heading)” says: \(points.joined(separator: "; ")).")]))
    ]
    return section
  }
}
