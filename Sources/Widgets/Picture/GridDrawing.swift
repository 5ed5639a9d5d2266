import Numerics
import Plots
import TextUI

extension Grid {
  /// Columns for the names of rows.
  private var nameWidth: Int {
    rowNames.isEmpty ? 0 : min(nameLimit, rowNames.map(\.displayWidth).max() ?? 0) + 1
  }

  /// Columns of each cell, its glow and brackets with it.
  private func width(of column: Int) -> Int {
    if isMap { return 2 }
    let number = texts.map { $0[column].displayWidth }.max() ?? 0
    let name = columnNames.indices.contains(column) ? min(14, columnNames[column].displayWidth) : 0
    return max(number + 2 + (heats.isEmpty ? 0 : 1), name + 1)
  }

  /// Columns that it takes where there is room for all.
  var fullWidth: Int {
    max(title.displayWidth, nameWidth + (0..<size.columns).map { width(of: $0) }.reduce(0, +))
  }

  /// Rows that it takes where there is room for all.
  var fullHeight: Int { size.rows + headRows }

  private var headRows: Int { (title.isEmpty ? 0 : 1) + (columnNames.isEmpty || isMap ? 0 : 1) }

  /// The lines of the grid, cut to a window around its cursor where it is too large.
  func lines(width room: Int, height: Int, ascii: Bool) -> [[Cell]] {
    let columns = window(room - nameWidth)
    let rows = rowWindow(max(1, height - headRows))
    var lines: [[Cell]] = []
    if !title.isEmpty {
      let style = isFocused ? Style(.accent, .bold) : Style(.heading, .bold)
      var place: [Cell] = []
      if columns.count < size.columns { place.append("  columns " + label(columns), .muted) }
      if rows.count < size.rows { place.append("  rows " + label(rows), .muted) }
      let head = [Cell](title, style).shortened(to: max(0, room - place.count)) + place
      lines.append(head)
    }
    if !columnNames.isEmpty, !isMap {
      // Where there is no title, the corner tells which columns these are.
      let isCut = title.isEmpty && columns.count < size.columns
      let place = isCut ? "\(label(columns)) of \(size.columns)" : ""
      var line = [Cell](place, .muted).shortened(to: nameWidth)
      line += [Cell](repeating: .blank, count: nameWidth - line.count)
      for column in columns {
        let name = [Cell](columnNames.indices.contains(column) ? columnNames[column] : "", .muted)
          .shortened(to: 14)
        let pad = width(of: column) - name.count - 1
        line += [Cell](repeating: .blank, count: max(0, pad)) + name + [.blank]
      }
      lines.append(line)
    }
    for row in rows { lines.append(line(row, columns, ascii: ascii)) }
    return lines.map { $0.count > room ? Array($0.prefix(max(0, room))) : $0 }
  }

  private func label(_ shown: Range<Int>) -> String {
    "\(shown.lowerBound + 1)–\(shown.upperBound)"
  }

  private func line(_ row: Int, _ columns: Range<Int>, ascii: Bool) -> [Cell] {
    var line: [Cell] = []
    if nameWidth > 0 {
      let name = [Cell](rowNames.indices.contains(row) ? rowNames[row] : "", .muted)
      line = name.shortened(to: nameWidth - 1)
      line += [Cell](repeating: .blank, count: nameWidth - line.count)
    }
    for column in columns { line += cell(row, column, ascii: ascii) }
    return line
  }

  private func cell(_ row: Int, _ column: Int, ascii: Bool) -> [Cell] {
    let isSelected = selected == Point(column: column, row: row)
    let heat = heats.indices.contains(row) ? heats[row][column] : nil
    var cells: [Cell] = []
    if isMap {
      let glyph = String(repeating: HeatScale.glyph(heat ?? 0, ascii: ascii), count: 2)
      let style = Style.heat(heat ?? 0)
      return isSelected
        ? [Cell]("[]", Style(.strong, .selected)) : [Cell](glyph, style)
    }
    if !heats.isEmpty {
      let glyph = heat.map { String(HeatScale.glyph($0, ascii: ascii)) } ?? " "
      cells = [Cell](glyph, heat.map { Style.heat($0) } ?? .text)
    }
    let isStrong = strongRow.map { row >= $0 } ?? false
    var style = isStrong ? Style(.strong, .bold) : Style.text
    if isSelected, isFocused { style = style.adding(.selected) }
    let text = texts[row][column]
    let width = self.width(of: column)
    let pad = String(repeating: " ", count: max(0, width - cells.count - 2 - text.displayWidth))
    if isSelected {
      let bracket = Style(.accent, .bold)
      let number = text.drop { $0 == " " }
      cells.append(pad + String(repeating: " ", count: text.count - number.count) + "[", bracket)
      cells.append(number, style)
      cells.append("]", bracket)
    } else {
      cells.append(pad + " " + text + " ", style)
    }
    return cells
  }

  /// As many columns as fit, the selected one among them.
  private func window(_ room: Int) -> Range<Int> {
    let count = size.columns
    guard count > 0 else { return 0..<0 }
    var first = min(max(selected?.column ?? 0, 0), count - 1)
    var end = first + 1
    var used = width(of: first)
    // To the left first, so that the beginning shows as long as it can.
    while first > 0, used + width(of: first - 1) <= room {
      first -= 1
      used += width(of: first)
    }
    while end < count, used + width(of: end) <= room {
      used += width(of: end)
      end += 1
    }
    return first..<end
  }

  private func rowWindow(_ room: Int) -> Range<Int> {
    let count = size.rows
    guard count > room else { return 0..<count }
    let at = min(max(selected?.row ?? 0, 0), count - 1)
    let first = min(max(0, at - room / 2), count - room)
    return first..<first + room
  }

  /// All of the grid as lines of text, numbers where the screen shows only their glow.
  var transcript: [String] {
    var grid = self
    if let map {
      grid = Grid(
        title, map.values.rowArrays, rowNames: rowNames, columnNames: columnNames,
        numbers: map.numbers)
      grid.selected = selected
    }
    grid.heats = []
    return grid.lines(width: 100_000, height: 100_000, ascii: false).map(\.text)
  }
}
