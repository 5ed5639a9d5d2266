import Notes

/// The table of a foreign card that is open: its cells as Markdown.
struct CardTableRows {
  private var rows: [[String]] = []
  /// How many are open, one inside the other: those inside are text of their cells.
  private var depth = 0
  var isOpen: Bool { depth > 0 }

  mutating func open() { depth += 1 }

  mutating func beginRow() {
    if depth == 1 { rows.append([]) }
  }

  mutating func beginCell() {
    if depth == 1 { addCell() }
  }

  private mutating func addCell() {
    if rows.isEmpty { rows.append([]) }
    rows[rows.count - 1].append("")
  }

  /// A line of the cell; what stands outside of all cells begins one.
  mutating func add(_ line: String) {
    if rows.last?.isEmpty ?? true { addCell() }
    let (row, cell) = (rows.count - 1, rows[rows.count - 1].count - 1)
    rows[row][cell] += (rows[row][cell].isEmpty ? "" : "<br>") + line
  }

  /// The table, once the outermost one ends; lines where it has but one column.
  mutating func close() -> [CardBlock] {
    guard isOpen else { return [] }
    depth -= 1
    guard depth == 0 else { return [] }
    let rows = self.rows.filter { $0.contains { !$0.isEmpty } }
    self.rows = []
    let width = rows.reduce(0) { max($0, $1.count) }
    guard width > 1 else {
      let lines = rows.flatMap { $0 }.map { CardWriter.harmlessStart($0) }
      return lines.isEmpty ? [] : [CardBlock(kind: .text, lines: lines)]
    }
    let head = rows[0] + [String](repeating: "", count: width - rows[0].count)
    let rule = "|" + String(repeating: "---|", count: width)
    return [
      CardBlock(kind: .table, lines: [Self.line(head), rule] + rows.dropFirst().map(Self.line))
    ]
  }

  private static func line(_ cells: [String]) -> String {
    "| \(cells.joined(separator: " | ")) |"
  }
}
