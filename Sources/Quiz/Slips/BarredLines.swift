import Notes

/// Lines of cells between bars without the row of dashes that makes a table of them, so that they are run together.
enum BarredLines {
  /// Warnings at the first two such lines of each paragraph of a lesson.
  static func find(in blocks: [Block], _ lines: [Substring]) -> [Diagnostic] {
    let paragraphs = blocks.filter(\.isParagraph)
    guard !paragraphs.isEmpty, lines.contains(where: { $0.utf8.contains(0x7C) }) else { return [] }
    let source = QuestionSource(lines, 1..<lines.count + 1)
    return paragraphs.compactMap { find(in: Array(source.lines.paragraph(from: $0.line))) }
      + zip(blocks, blocks.dropFirst()).compactMap { parted($0, $1, source) }
  }

  /// A row that an empty line parts from its table, of which it would be no part.
  private static func parted(
    _ block: Block, _ next: Block, _ source: QuestionSource
  ) -> Diagnostic? {
    guard case .table(let table) = block.kind, next.isParagraph else { return nil }
    let lines = Array(source.lines.paragraph(from: next.line))
    guard let first = lines.first, lines.allSatisfy({ cells(of: $0) == table.head.count }),
      first.trimmed.hasPrefix("|")
    else { return nil }
    return Diagnostic(
      line: first.number, column: 1, "an empty line parts this row from its table",
      remedy: "take the empty line above it away"
    ).warned
  }

  private static func find(in lines: [QuestionSource.Line]) -> Diagnostic? {
    let counts = lines.map { cells(of: $0) }
    guard
      let start = counts.indices.dropLast().first(where: {
        counts[$0] > 1 && counts[$0] == counts[$0 + 1]
      }), !lines.contains(where: isDashes)
    else { return nil }
    let row = "|" + String(repeating: " --- |", count: counts[start])
    return Diagnostic(
      line: lines[start].number, column: 1, "this is nearly a table",
      remedy: "write \(row) below this line"
    ).warned
  }

  private static func isDashes(_ line: QuestionSource.Line) -> Bool {
    line.signs.contains("-") && line.trimmed.allSatisfy { "|-: ".contains($0) }
  }

  /// How many cells a line has: bars at both its ends, or two between; 0 where it has none.
  private static func cells(of line: QuestionSource.Line) -> Int {
    guard line.signs.contains("|"), line.item == nil, line.text.utf8.count <= ForeignGaps.longest
    else { return 0 }
    let text = withoutMarks(line.trimmed.withoutCode.replacing("\\|", with: " ")).trimmed
    let cells = text.split(separator: "|", omittingEmptySubsequences: false).map { $0.trimmed }
    let isFramed = cells.count > 3 && cells.first == "" && cells.last == ""
    let inner = isFramed ? Array(cells.dropFirst().dropLast()) : cells
    // Signs between bars are those of a formula: |x| + |y|.
    guard inner.count > (isFramed ? 1 : 2), text.contains(" | "),
      line.signs.contains("`")
        || inner.allSatisfy({ $0.contains { $0.isLetter || $0.isNumber } })
    else { return 0 }
    return inner.count
  }

  /// A text with a word in place of each answer mark, whose bars part alternatives.
  private static func withoutMarks(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstRange(of: "[["),
      let close = rest[open.upperBound...].firstRange(of: "]]")
    {
      result += String(rest[..<open.lowerBound]) + "a"
      rest = rest[close.upperBound...]
    }
    return result + String(rest)
  }
}
