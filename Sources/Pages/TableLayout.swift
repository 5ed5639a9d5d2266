import Notes
import TextUI

/// Tables: at their natural width where that fits, else shrunk, else each row stacked as a list of
/// `head: cell` lines.
extension PageComposer {
  private static let gap = 3

  mutating func addTable(_ table: Block.Table, _ margin: Margin) {
    let room = width - margin.rest.count
    let columns = max(table.head.count, table.rows.map(\.count).max() ?? 0)
    guard columns > 0 else { return }
    let natural = (0..<columns).map { column in
      max(1, ([table.head] + table.rows).map { measure($0, column) }.max() ?? 1)
    }
    let least = (0..<columns).map { column in
      min(12, max(1, ([table.head] + table.rows).map { longestWord($0, column) }.max() ?? 1))
    }
    let gaps = Self.gap * (columns - 1)
    if least.reduce(gaps, +) > room { return addStacked(table, margin) }
    addGrid(table, shrunk(natural, to: room - gaps, least: least), margin)
  }

  private func measure(_ row: [[Inline]], _ column: Int) -> Int {
    guard row.indices.contains(column) else { return 0 }
    return InlineCells(row[column], style: .text, ascii: ascii, firstTarget: 0).cells.count
  }

  private func longestWord(_ row: [[Inline]], _ column: Int) -> Int {
    guard row.indices.contains(column) else { return 0 }
    return InlineCells(row[column], style: .text, ascii: ascii, firstTarget: 0).cells
      .split { $0.glyph.isSpace }.map(\.count).max() ?? 0
  }

  /// Takes columns away from the widest until all fit.
  private func shrunk(_ natural: [Int], to room: Int, least: [Int]) -> [Int] {
    var widths = natural
    var excess = widths.reduce(0, +) - room
    while excess > 0 {
      let shrinkable = widths.indices.filter { widths[$0] > least[$0] }
      guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { break }
      let next = shrinkable.filter { $0 != widest }.map { widths[$0] }.max() ?? least[widest]
      let target = max(least[widest], min(next, widths[widest] - 1))
      let step = min(excess, max(1, widths[widest] - target))
      widths[widest] -= step
      excess -= step
    }
    return widths
  }

  private mutating func addGrid(_ table: Block.Table, _ widths: [Int], _ margin: Margin) {
    var margin = margin
    // Markdown asks for a head where a table of HTML, or whoever writes one, has none.
    if table.rows.isEmpty || !table.head.allSatisfy(\.isEmpty) {
      addRow(table.head, widths, table.alignments, Style(.strong, .bold), &margin)
      let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "─┼─")
      addLine([Cell](rule, .muted), &margin)
    }
    for row in table.rows { addRow(row, widths, table.alignments, nil, &margin) }
  }

  private mutating func addRow(
    _ row: [[Inline]], _ widths: [Int], _ alignments: [Block.Table.Alignment], _ style: Style?,
    _ margin: inout Margin
  ) {
    var columns: [(inline: InlineCells, lines: [Range<Int>])] = []
    for (index, width) in widths.enumerated() {
      let inline = InlineCells(
        row.indices.contains(index) ? row[index] : [], style: style ?? margin.style, ascii: ascii,
        firstTarget: page.targets.count)
      page.targets += inline.targets.map { .init(kind: $0, spans: []) }
      columns.append((inline, inline.lines(width: width)))
    }
    for line in 0..<(columns.map(\.lines.count).max() ?? 0) {
      var cells: [Cell] = []
      for (index, column) in columns.enumerated() {
        if index > 0 { cells.append(" │ ", .muted) }
        let range = column.lines.indices.contains(line) ? column.lines[line] : 0..<0
        let spare = max(0, widths[index] - range.count)
        let left =
          switch alignments.indices.contains(index) ? alignments[index] : .standard {
          case .right: spare
          case .center: spare / 2
          case .left, .standard: 0
          }
        cells += [Cell](repeating: .blank, count: left)
        for at in range where column.inline.owners[at] >= 0 {
          extend(
            target: Int(column.inline.owners[at]),
            column: margin.first.count + cells.count + at - range.lowerBound)
        }
        cells += column.inline.cells[range]
        cells += [Cell](repeating: .blank, count: spare - left)
      }
      while cells.last?.glyph.isSpace == true { cells.removeLast() }
      addLine(cells, &margin, words: line == 0 ? 1 : 0)
    }
  }

  private mutating func addStacked(_ table: Block.Table, _ margin: Margin) {
    var margin = margin
    for (number, row) in table.rows.enumerated() {
      if number > 0 {
        addLine([Cell]("─ ─ ─", .muted), &margin)
      }
      for (index, cell) in row.enumerated() {
        let head = table.head.indices.contains(index) ? table.head[index] : []
        let label: [Inline] = head.isEmpty ? [] : [.strong(head + [.text(": ")])]
        addInlines(label + cell, margin)
        margin = margin.after
      }
    }
    if table.rows.isEmpty {
      addInlines([.strong(Array(table.head.joined(separator: [.text(" · ")])))], margin)
    }
  }
}
