import Notes
import Numerics
import Plots
import TextUI

/// A grid measured once for the room it has: its numbers written, its columns as wide as they need.
struct GridLayout {
  private let grid: Grid
  private let texts: [[String]]
  private let nameWidth: Int
  /// Columns of each cell, its glow and brackets with it.
  private let widths: [Int]
  /// Columns that it takes where there is room for all.
  let width: Int

  /// Numbers keep as much as lets all columns stand side by side; where nothing does, least.
  init(_ grid: Grid, room: Int) {
    self.grid = grid
    let nameWidth =
      grid.rowNames.isEmpty
      ? 0 : min(grid.nameLimit, grid.rowNames.map(\.displayWidth).max() ?? 0) + 1
    self.nameWidth = nameWidth
    var texts: [[String]] = []
    var widths: [Int] = []
    for detail in NumberText.Detail.allCases {
      texts = grid.texts(detail)
      widths = Self.widths(grid, texts + grid.measuredTexts(detail))
      if nameWidth + widths.reduce(0, +) <= room { break }
    }
    self.texts = texts
    self.widths = widths
    width = max(grid.title.displayWidth, nameWidth + widths.reduce(0, +))
  }

  private static func widths(_ grid: Grid, _ texts: [[String]]) -> [Int] {
    let count = grid.size.columns
    if grid.isMap { return Array(repeating: 2, count: count) }
    let glow = grid.heats.isEmpty ? 0 : 1
    return (0..<count).map { column in
      let number =
        texts.lazy.filter { column < $0.count }.map { $0[column].displayWidth }.max() ?? 0
      let names = grid.columnNames
      let name = names.indices.contains(column) ? min(14, names[column].displayWidth) : 0
      return max(number + 2 + glow, name + 1)
    }
  }

  var isFocused: Bool { grid.isFocused }

  /// Rows that it takes where there is room for all.
  var height: Int { grid.size.rows + headRows }

  private var headRows: Int {
    (grid.title.isEmpty ? 0 : 1) + (grid.columnNames.isEmpty || grid.isMap ? 0 : 1)
  }

  /// The lines of the grid, cut to a window around its cursor where it is too large.
  func lines(room: Int, height: Int, ascii: Bool) -> [[Cell]] {
    let columns = window(room - nameWidth)
    let rows = rowWindow(max(1, height - headRows))
    var lines: [[Cell]] = []
    if !grid.title.isEmpty { lines.append(title(columns, rows, room)) }
    if !grid.columnNames.isEmpty, !grid.isMap { lines.append(names(columns)) }
    for row in rows { lines.append(line(row, columns, ascii: ascii)) }
    return lines.map { $0.count > room ? Array($0.prefix(max(0, room))) : $0 }
  }

  private func title(_ columns: Range<Int>, _ rows: Range<Int>, _ room: Int) -> [Cell] {
    let style = grid.isFocused ? Style(.accent, .bold) : Style(.heading, .bold)
    var place: [Cell] = []
    if columns.count < grid.size.columns { place.append("  columns " + label(columns), .muted) }
    if rows.count < grid.size.rows { place.append("  rows " + label(rows), .muted) }
    return [Cell](grid.title, style).shortened(to: max(0, room - place.count)) + place
  }

  /// Names of columns; where there is no title, the corner tells which columns these are.
  private func names(_ columns: Range<Int>) -> [Cell] {
    let isCut = grid.title.isEmpty && columns.count < grid.size.columns
    let place = isCut ? "\(label(columns)) of \(grid.size.columns)" : ""
    var line = [Cell](place, .muted).shortened(to: nameWidth)
    line += [Cell](repeating: .blank, count: nameWidth - line.count)
    for column in columns {
      let text = grid.columnNames.indices.contains(column) ? grid.columnNames[column] : ""
      let name = [Cell](text, .muted).shortened(to: 14)
      let pad = widths[column] - name.count - 1
      line += [Cell](repeating: .blank, count: max(0, pad)) + name + [.blank]
    }
    return line
  }

  private func label(_ shown: Range<Int>) -> String {
    "\(shown.lowerBound + 1)–\(shown.upperBound)"
  }

  private func line(_ row: Int, _ columns: Range<Int>, ascii: Bool) -> [Cell] {
    var line: [Cell] = []
    if nameWidth > 0 {
      let text = grid.rowNames.indices.contains(row) ? grid.rowNames[row] : ""
      line = [Cell](text, .muted).shortened(to: nameWidth - 1)
      line += [Cell](repeating: .blank, count: nameWidth - line.count)
    }
    for column in columns { line += cell(row, column, ascii: ascii) }
    return line
  }

  private func cell(_ row: Int, _ column: Int, ascii: Bool) -> [Cell] {
    let isSelected = grid.selected == Point(column: column, row: row)
    let heat = grid.heats.indices.contains(row) ? grid.heats[row][column] : nil
    if grid.isMap {
      let glyph = String(repeating: HeatScale.glyph(heat ?? 0, ascii: ascii), count: 2)
      return isSelected
        ? [Cell]("[]", Style(.strong, .selected)) : [Cell](glyph, Style.heat(heat ?? 0))
    }
    var cells: [Cell] = []
    if !grid.heats.isEmpty {
      let glyph = heat.map { String(HeatScale.glyph($0, ascii: ascii)) } ?? " "
      cells = [Cell](glyph, heat.map { Style.heat($0) } ?? .text)
    }
    let isStrong = grid.strongRow.map { row >= $0 } ?? false
    var style = isStrong ? Style(.strong, .bold) : Style.text
    if isSelected, grid.isFocused { style = style.adding(.selected) }
    let text = texts[row][column]
    let room = widths[column] - cells.count - 2 - text.displayWidth
    let pad = String(repeating: " ", count: max(0, room))
    guard isSelected else {
      cells.append(pad + " " + text + " ", style)
      return cells
    }
    let bracket = Style(.accent, .bold)
    let number = text.trimmed
    let before = text.prefix { $0 == " " }.count
    cells.append(pad + String(repeating: " ", count: before) + "[", bracket)
    cells.append(number, style)
    cells.append("]", bracket)
    cells.append(String(repeating: " ", count: text.count - before - number.count), .text)
    return cells
  }

  /// As many columns as fit, the selected one among them.
  private func window(_ room: Int) -> Range<Int> {
    guard !widths.isEmpty else { return 0..<0 }
    var first = min(max(grid.selected?.column ?? 0, 0), widths.count - 1)
    var end = first + 1
    var used = widths[first]
    // To the left first, so that the beginning shows as long as it can.
    while first > 0, used + widths[first - 1] <= room {
      first -= 1
      used += widths[first]
    }
    while end < widths.count, used + widths[end] <= room {
      used += widths[end]
      end += 1
    }
    return first..<end
  }

  private func rowWindow(_ room: Int) -> Range<Int> {
    let count = grid.size.rows
    guard count > room else { return 0..<count }
    let at = min(max(grid.selected?.row ?? 0, 0), count - 1)
    let first = min(max(0, at - room / 2), count - room)
    return first..<first + room
  }
}
