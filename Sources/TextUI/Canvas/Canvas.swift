/// A grid of cells that screens draw on; whatever falls outside the clip is left out.
package struct Canvas: Equatable, Sendable {
  /// Columns and rows.
  package let size: Size
  /// The cells, row by row.
  package private(set) var cells: [Cell]
  /// Where the terminal's own cursor stands; nil hides it, as does a place outside the clip.
  package var cursor: Point? {
    didSet { if let cursor, !clip.contains(cursor) { self.cursor = nil } }
  }
  private var clip: Rect

  /// A blank canvas.
  package init(size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: size.columns * size.rows)
    clip = Rect(size)
  }

  /// The whole canvas.
  package var bounds: Rect { Rect(size) }

  /// One cell, nil outside.
  package subscript(column: Int, row: Int) -> Cell? {
    bounds.contains(Point(column: column, row: row)) ? cells[row * size.columns + column] : nil
  }

  /// Draws with everything outside `area` left untouched.
  package mutating func clipped(to area: Rect, _ draw: (inout Canvas) -> Void) {
    let outer = clip
    clip = clip.intersection(area)
    draw(&self)
    clip = outer
  }

  /// Writes cells from a position on, to the right; half a wide glyph at an edge is a blank.
  package mutating func put(_ line: some Collection<Cell>, column: Int, row: Int) {
    guard row >= clip.row, row < clip.endRow else { return }
    var at = column
    for cell in line {
      defer { at += 1 }
      guard at < clip.endColumn else { break }
      guard at >= clip.column else { continue }
      let cutLeft = cell.glyph == .tail && at == max(clip.column, column)
      let cutRight = cell.glyph.base >= 0x300 && at + 1 == clip.endColumn && cell.glyph.width == 2
      place(cutLeft || cutRight ? Cell(.space, cell.style) : cell, at: row * size.columns + at)
    }
    mendEdges(row: row, from: max(column, clip.column), to: min(at, clip.endColumn))
  }

  /// Writes text from a position on.
  package mutating func put(
    _ text: some StringProtocol, column: Int, row: Int, style: Style = .text
  ) {
    put([Cell](text, style), column: column, row: row)
  }

  /// Fills a rectangle with one cell.
  package mutating func fill(_ area: Rect, with cell: Cell = .blank) {
    let area = area.intersection(clip)
    for row in area.row..<max(area.row, area.endRow) {
      for column in area.column..<max(area.column, area.endColumn) {
        place(cell, at: row * size.columns + column)
      }
      mendEdges(row: row, from: area.column, to: area.endColumn)
    }
  }

  /// Changes the style of what stands in a rectangle.
  package mutating func restyle(_ area: Rect, _ change: (Style) -> Style) {
    let area = area.intersection(clip)
    for row in area.row..<max(area.row, area.endRow) {
      for column in area.column..<max(area.column, area.endColumn) {
        let index = row * size.columns + column
        cells[index].style = change(cells[index].style)
      }
    }
  }

  /// A line of one glyph, as for rules; a wide glyph counts as a dash.
  package mutating func rule(row: Int, in area: Rect, style: Style = .muted) {
    put(
      [Cell](repeating: Cell(Glyph(base: 0x2500), style), count: area.columns),
      column: area.column, row: row)
  }

  private mutating func place(_ cell: Cell, at index: Int) {
    cells[index] = cell
  }

  /// Writing over one half of a wide glyph leaves its other half alone: that becomes a blank.
  private mutating func mendEdges(row: Int, from start: Int, to end: Int) {
    guard start < end else { return }
    let base = row * size.columns
    if start > 0, cells[base + start - 1].glyph.width == 2, cells[base + start].glyph != .tail {
      cells[base + start - 1].glyph = .space
    }
    if end < size.columns, end > 0, cells[base + end].glyph == .tail,
      cells[base + end - 1].glyph.width != 2
    {
      cells[base + end].glyph = .space
    }
  }

  /// The rows as text, trailing blanks cut: what tests and the plain text compare.
  package var text: [String] {
    (0..<size.rows).map { row in
      let cells = Array(cells[row * size.columns..<(row + 1) * size.columns])
      let last = cells.lastIndex { !$0.glyph.isSpace } ?? -1
      return Array(cells[0..<last + 1]).text
    }
  }
}
