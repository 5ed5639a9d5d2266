import TextUI

/// Heads and MLPs, a row for each layer.
struct PartsGrid: Sendable {
  struct Cell: Sendable {
    let name: String
    /// The place that it looks at most; nothing for an MLP.
    let looks: String
    /// The same where there is room for more.
    let told: String
    let isSelected: Bool
    let isOff: Bool
  }
  let rows: [[Cell]]
  /// The row that stays in view.
  let current: Int

  func lines(columns: Int, rows count: Int, ascii: Bool) -> [[TextUI.Cell]] {
    let heads = max(1, (rows.first?.count ?? 1) - 1)
    // An MLP looks nowhere: its column is as wide as its name.
    let width = min(22, max(6, (columns - 6) / heads))
    let first = max(0, min(current - count / 2, rows.count - count))
    let selected = rows[min(current, rows.count - 1)].firstIndex(where: \.isSelected) ?? 0
    // Of many heads those around the cursor.
    let room = max(1, (columns - 6) / width)
    let start = max(0, min(selected - room / 2, heads - room))
    return rows.dropFirst(first).prefix(count).map { row in
      var line: [TextUI.Cell] = []
      if rows.count > count || heads > room {
        line.append(
          (row.first.map { String($0.name.prefix { $0 != "H" }) } ?? "").padded(to: 4), .muted)
      }
      for cell in row.dropFirst(start) {
        let own = cell.looks.isEmpty ? 6 : width
        line += one(cell, own, ascii: ascii)
      }
      return line.shortened(to: columns)
    }
  }

  private func one(_ cell: Cell, _ width: Int, ascii: Bool) -> [TextUI.Cell] {
    let bracket = Style(.accent, .bold)
    let style =
      cell.isOff
      ? Style(.muted, .struck) : cell.isSelected ? Style(.strong, [.bold, .selected]) : .text
    var text = [TextUI.Cell](cell.isSelected ? "[" : " ", bracket)
    let isNarrow = width < 14
    let name = isNarrow ? String(cell.name.drop { $0 != "H" && $0 != "M" }) : cell.name
    text.append(name + (cell.isOff ? (ascii ? "x" : "×") : ""), style)
    text.append(cell.isSelected ? "]" : " ", bracket)
    if !isNarrow {
      text += [TextUI.Cell](cell.isOff ? "off" : cell.looks, .muted).shortened(
        to: max(0, width - text.count - 1))
    }
    return text.fitted(to: width)
  }

  var told: [String] {
    rows.flatMap { $0 }.filter { !$0.told.isEmpty || $0.isOff }.map { cell in
      "\(cell.name): " + (cell.isOff ? "off" : "looks most at \(cell.told)")
    }
  }
}
