import Notes
import Numerics
import Plots
import TextUI

/// A grid measured once for the room it has: its numbers written, its columns as wide as they need.
///
/// A cell owns the columns at both sides of its number: brackets and marks stand there, so that
/// nothing moves when the cursor does.
struct GridLayout {
  let grid: Grid
  private let texts: [[String]]
  /// Columns that names of rows take, with a blank behind.
  private(set) var nameWidth: Int
  /// Columns of each cell, its glow and brackets with it.
  private(set) var widths: [Int]

  /// The columns that it shows where its others stand in strips of their own.
  var strip: [Int]?
  /// The cell of a grid in line with it.
  var inLine: Point?
  /// Columns that a part of a larger table may take.
  private let limit: Int
  /// Columns that there are for it.
  private let room: Int
  /// Blanks behind each number, where glow stands behind those below it.
  private var trailing = 0
  /// Columns for what a guess was worth.
  private let spare: Int
  /// Columns of a number's glow, and of the blank before it.
  private static let glow = 2
  /// Whether its title stands in line with the names of columns.
  private var isTight = false

  /// Numbers keep as much as lets all columns stand side by side; where nothing does, least.
  init(_ grid: Grid, room: Int) {
    self.init(grid, details: NumberText.Detail.allCases, limit: room) { $0 <= room }
  }

  /// The grid with so much of its numbers.
  init(_ grid: Grid, _ detail: NumberText.Detail) {
    self.init(grid, details: [detail], limit: .max) { _ in true }
  }

  private init(
    _ grid: Grid, details: [NumberText.Detail], limit: Int, fits: (_ columns: Int) -> Bool
  ) {
    self.grid = grid
    self.limit = grid.cut == nil ? .max : limit
    room = limit
    // A window changes as the cursor goes on: what its numbers keep must not.
    let details = grid.style != nil ? [.full] : grid.cut == nil ? details : [.three]
    let nameWidth =
      grid.rowNames.isEmpty
      ? 0 : min(grid.nameLimit, grid.rowNames.map(\.displayWidth).max() ?? 0) + 1
    self.nameWidth = nameWidth
    var texts: [[String]] = []
    var widths: [Int] = []
    // What a guess was worth gives way before numbers lose digits, or columns their place.
    let choices = details.flatMap { detail in
      (grid.isGuessed ? [1, 0] : [0]).map { (detail: detail, spare: $0) }
    }
    var spare = 0
    for choice in choices {
      texts = grid.texts(choice.detail)
      spare = choice.spare
      widths = Self.widths(grid, texts, spare: spare)
      if fits(nameWidth + widths.reduce(0, +)) { break }
    }
    // Where no digits that are left out make it fit, none are.
    if details.last == .two, grid.size.columns > AxisWindow.whole,
      !fits(nameWidth + widths.reduce(0, +))
    {
      (texts, spare) = (grid.texts(.three), 0)
      widths = Self.widths(grid, texts, spare: spare)
    }
    self.spare = spare
    self.texts = texts
    self.widths = widths
  }

  private static func widths(_ grid: Grid, _ texts: [[String]], spare: Int) -> [Int] {
    let count = grid.size.columns
    if grid.isMap { return Array(repeating: 2, count: count) }
    return (0..<count).map { column in
      let outer = 2 + (grid.glows(column) ? Self.glow : spare)
      let number =
        texts.lazy.filter { column < $0.count }.map { $0[column].displayWidth }.max() ?? 0
      let names = grid.columnNames
      let name = names.indices.contains(column) ? min(14, names[column].displayWidth) : 0
      return max(number + outer, name + 2)
    }
  }

  var isFocused: Bool { grid.isFocused }

  /// Columns that it takes where there is room for all.
  var width: Int {
    guard let strip else {
      return min(limit, max(grid.title.displayWidth, nameWidth + widths.total))
    }
    let title = grid.title.displayWidth + place(strip, 0..<grid.size.rows, room: .max).count
    return max(title, nameWidth + strip.map { widths[$0] }.total)
  }

  /// Rows that it takes where there is room for all; of a part of a larger table those of a window.
  var height: Int { rows + headRows }
  /// Rows of numbers likewise.
  var rows: Int { grid.cut == nil ? grid.size.rows : min(grid.size.rows, GridCut.comfort) }
  /// Its heading and a row.
  var least: Int { headRows + 1 }
  /// Rows that it can fill.
  var most: Int { grid.size.rows + headRows }

  private var headRows: Int {
    isTight ? 1 : (grid.title.isEmpty ? 0 : 1) + (grid.columnNames.isEmpty || grid.isMap ? 0 : 1)
  }

  /// The same with its title in line with the names of columns; nil where these leave no room for it,
  /// or where it tells which part of a larger table is seen.
  var tight: GridLayout? {
    guard grid.cut == nil, !grid.title.isEmpty, !grid.columnNames.isEmpty, !grid.isMap else {
      return nil
    }
    let free = names(Array(widths.indices)).prefix { $0.glyph.isSpace }.count + nameWidth
    guard grid.title.displayWidth < free, nameWidth + widths.total <= room else { return nil }
    var layout = self
    layout.isTight = true
    return layout
  }

  /// Makes columns as wide as those of a grid below, with digits over digits.
  mutating func align(with other: inout GridLayout) {
    for column in widths.indices
    where other.grid.glows(column) && !grid.glows(column) && !grid.isMap {
      trailing = Self.glow
      widths[column] = max(widths[column], numberWidth(column) + 2 + Self.glow)
    }
    for column in widths.indices where other.widths.indices.contains(column) {
      let width = max(widths[column], other.widths[column])
      (widths[column], other.widths[column]) = (width, width)
    }
  }

  /// Its numbers as it writes them, but for those that it does not show.
  var written: [(value: Double, text: String)] {
    guard case .numbers(let values, _, _) = grid.content else { return [] }
    return values.indices.flatMap { row in
      values[row].indices.lazy.filter { grid.cover(row, $0) == nil }.map {
        (values[row][$0], texts[row][$0].trimmed)
      }
    }
  }

  // MARK: Lines

  /// The lines of the grid, cut to a window around its cursor where it is too large; the title may
  /// have more room than the numbers.
  func lines(room: Int, titleRoom: Int? = nil, height: Int, ascii: Bool) -> [[Cell]] {
    let columns = window(room - nameWidth)
    let rows = rowWindow(max(1, height - headRows))
    var lines: [[Cell]] = []
    // A row comes before its heading: first the names of columns give way, then the title.
    if height >= least, !grid.columnNames.isEmpty, !grid.isMap { lines.append(head(columns, rows)) }
    for row in rows { lines.append(name(row) + numbers(row, columns, ascii: ascii)) }
    lines = lines.map { $0.count > room ? Array($0.prefix(max(0, room))) : $0 }
    guard !grid.title.isEmpty, height > 1, !isTight else { return lines }
    return [title(columns, rows, titleRoom ?? room)] + lines
  }

  var titleStyle: Style {
    if grid.isDim { return Style(.muted, .bold) }
    return Style(grid.isFocused ? .accent : grid.role ?? .heading, .bold)
  }

  private func title(_ columns: [Int], _ rows: Range<Int>, _ room: Int) -> [Cell] {
    let title = [Cell](grid.title, titleStyle)
    let place = self.place(columns, rows, room: .max)
    if title.count <= room - place.count { return title + place }
    // What it is matters more than which part of it is seen, and that more than how it was made.
    let name = [Cell](
      grid.title.firstRange(of: "   ").map { String(grid.title[..<$0.lowerBound]) } ?? grid.title,
      titleStyle)
    let part = self.place(columns, rows, room: room - min(name.count, 10))
    if !part.isEmpty { return name.shortened(to: room - part.count) + part }
    return place.isEmpty
      ? title.shortened(to: max(0, room))
      : name.shortened(to: max(0, room - 2)) + [Cell](" …", .muted)
  }

  /// Which columns and rows are seen, where not all are, as far as there is room to say it.
  func place(_ columns: [Int], _ rows: Range<Int>, room: Int) -> [Cell] {
    // Of a part of a larger table those of the whole count; a total is none of them.
    let numbers = grid.size.columns - pinned
    let unpinned = columns.filter { $0 < numbers }
    let cut = grid.cut
    let size = cut?.size ?? GridSize(rows: grid.size.rows, columns: numbers)
    let across = unpinned.map { at in cut.map { $0.columns[at] } ?? at }
    let down = rows.map { at in cut.map { $0.rows[at] } ?? at }
    var place: [Cell] = []
    for label in [
      GridCut.label("column", across, of: size.columns), GridCut.label("row", down, of: size.rows),
    ] {
      let told = label.map { [Cell]("  \($0)", .muted) } ?? []
      if place.count + told.count <= room { place += told }
    }
    return place
  }

  /// Names of columns; where no title stands over them, the corner tells which columns and rows these
  /// are.
  private func head(_ columns: [Int], _ rows: Range<Int>) -> [Cell] {
    let names = names(columns)
    guard isTight || grid.title.isEmpty else {
      return [Cell](repeating: .blank, count: nameWidth) + names
    }
    let corner = nameWidth + names.prefix { $0.glyph.isSpace }.count - 1
    let title = [Cell](grid.title, titleStyle)
    // Where nothing stands before it, two blanks need not.
    var place = place(columns, rows, room: corner - title.count + (title.isEmpty ? 2 : 0))
    if title.isEmpty { place = Array(place.drop { $0.glyph.isSpace }) }
    let (isCutAcross, isCutDown) = (
      columns.count < grid.size.columns, rows.count < grid.size.rows
    )
    if place.isEmpty, isCutAcross || isCutDown {
      let first = columns.first ?? 0
      let short = [Cell](
        "\(first + 1)–\(first + columns.count) of \(grid.size.columns)", .muted)
      place =
        title.isEmpty && !isCutDown && short.count <= corner ? short : [Cell](" …", .muted)
    }
    let head = (title + place).shortened(to: max(0, corner))
    let line = head.padded(to: nameWidth) + names.dropFirst(max(0, head.count - nameWidth))
    let isSilent = isCutAcross && head.allSatisfy(\.glyph.isSpace)
    return isSilent && line.count + 2 <= room ? line + [Cell](" …", .muted) : line
  }

  /// Names of columns, over the digits.
  func names(_ columns: [Int]) -> [Cell] {
    var line: [Cell] = []
    for column in columns {
      let behind = 1 + behind(column)
      let text = grid.columnNames.indices.contains(column) ? grid.columnNames[column] : ""
      let name = [Cell](text, .muted).shortened(to: min(14, widths[column] - 2))
      let after = min(behind, widths[column] - 1 - name.count)
      let end = line.count + widths[column]
      line = (line.padded(to: end - after - name.count) + name).padded(to: end)
    }
    return line
  }

  /// Columns between a number and its right bracket.
  private func behind(_ column: Int) -> Int {
    grid.glows(column) ? Self.glow : max(trailing, spare)
  }

  private func numberWidth(_ column: Int) -> Int {
    texts.lazy.filter { column < $0.count }.map { $0[column].displayWidth }.max() ?? 0
  }

  /// A row's name and a blank.
  func name(_ row: Int) -> [Cell] {
    guard nameWidth > 0 else { return [] }
    let text = grid.rowNames.indices.contains(row) ? grid.rowNames[row] : ""
    return [Cell](text, .muted).shortened(to: nameWidth - 1).padded(to: nameWidth)
  }

  /// The numbers of a row.
  func numbers(_ row: Int, _ columns: [Int], ascii: Bool) -> [Cell] {
    var line: [Cell] = []
    for column in columns { line += cell(row, column, columns, ascii: ascii) }
    return line
  }

  private func cell(_ row: Int, _ column: Int, _ shown: [Int], ascii: Bool) -> [Cell] {
    let at = Point(column: column, row: row)
    let isSelected = grid.selected == at
    let isCovered = grid.cover(row, column) != nil
    let heat = grid.heats.indices.contains(row) && !isCovered ? grid.heats[row][column] : nil
    if grid.isMap {
      let glyph = String(repeating: HeatScale.glyph(heat ?? 0, ascii: ascii), count: 2)
      return isSelected
        ? [Cell]("[]", Style(.strong, .selected)) : [Cell](glyph, Style.heat(heat ?? 0))
    }
    let text = texts[row][column]
    let number = text.trimmed
    let behind = text.reversed().prefix { $0 == " " }.count
    let ground = heat.map { Style(.heated, amount: Style.heat($0).amount) }
    var style = style(at, isCovered: isCovered, ground)
    if isSelected, grid.isFocused { style = style.adding(.selected) }

    // What moved is bold, blanks and all: a terminal is told less often.
    let isMoved = grid.mark(row, column)?.isMove == true
    let pad = (isMoved ? ground?.adding(.bold) : ground) ?? .text
    let glows = grid.glows(column)
    let lit = lit(at)
    let room = max(0, widths[column] - 2 - self.behind(column) - number.displayWidth - behind)
    let mark = grid.mark(row, column)
    let marked = mark.map { mark in
      ground.map { [Cell](mark.cell.text, $0.adding(.bold))[0] } ?? mark.cell[0]
    }
    var before = [Cell](String(repeating: " ", count: 1 + room), pad)
    var after = [Cell](
      String(repeating: " ", count: behind + self.behind(column) - (glows ? 1 : 0)), pad)
    // A mark stands next to its number, before the glow; where there is no column for it, in that of
    // the bracket, which keeps its place.
    let hasRoom = !after.isEmpty
    if let marked, hasRoom { after[0] = marked }
    if glows {
      after.append(
        heat.map { String(HeatScale.glyph($0, ascii: ascii)) } ?? " ",
        heat.map { Style.heat($0) } ?? .text)
    }
    after.append(" ", pad)
    // What closes stands before the glow and what a mark would take, if there is none: brackets hold
    // no blanks but those of a zero, and those of a column stand below each other.
    let end = marked == nil ? behind : after.count - 1
    if isSelected {
      before[0] = Self.opening
      if let marked, !hasRoom, room > 0 { before[room] = marked }
      after[end] = Self.closing
    } else {
      if let marked, !hasRoom { after[after.count - 1] = marked }
      if let lit, lit.opens(at: at, first: shown.first ?? 0) {
        before[0] = [Cell](LitCells.opening(ascii: ascii), Style(lit.role, .bold))[0]
      }
      if let lit, marked == nil || hasRoom, lit.closes(at: at, last: shown.last ?? 0) {
        after[end] = [Cell](LitCells.closing(ascii: ascii), Style(lit.role, .bold))[0]
      }
    }
    return before + [Cell](number, style) + after
  }

  private func style(_ at: Point, isCovered: Bool, _ ground: Style?) -> Style {
    if grid.mark(at.row, at.column)?.isMove == true {
      return (ground ?? Style(.strong)).adding(.bold)
    }
    if let ground { return ground }
    if let lit = lit(at) { return Style(lit.role, .bold) }
    if grid.isDim || isCovered && grid.cover(at.row, at.column) != .guess { return .muted }
    return grid.strongRow.map { at.row >= $0 } ?? false ? Style(.strong, .bold) : .text
  }

  private func lit(_ at: Point) -> LitCells? { grid.lit.first { $0.contains(at) } }

  private static let opening = [Cell]("[", Style(.accent, .bold))[0]
  private static let closing = [Cell]("]", Style(.accent, .bold))[0]
}

extension [GridLayout] {
  /// All of them with their titles in line with the names of columns; as they are where one has no
  /// room for that.
  var tight: [GridLayout] {
    let tight = compactMap(\.tight)
    return tight.count == count ? tight : self
  }
}

extension Grid {
  /// Whether a column's numbers have room for their glow.
  fileprivate func glows(_ column: Int) -> Bool {
    !heats.isEmpty && column < size.columns - totals
  }
}
