/// Columns and rows.
package struct Size: Equatable, Hashable, Sendable {
  /// Columns.
  package var columns: Int
  /// Rows.
  package var rows: Int
  /// Columns and rows; negative ones count as none.
  package init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }
}

/// A position on the screen, counted from 0 at the top left.
package struct Point: Equatable, Hashable, Sendable {
  /// Column.
  package var column: Int
  /// Row.
  package var row: Int
  /// A position.
  package init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}

/// A rectangle of cells.
package struct Rect: Equatable, Hashable, Sendable {
  /// The leftmost column.
  package var column: Int
  /// The top row.
  package var row: Int
  /// Columns and rows that it spans.
  package var size: Size

  /// A rectangle; a negative width or height counts as none.
  package init(column: Int, row: Int, columns: Int, rows: Int) {
    self.column = column
    self.row = row
    self.size = Size(columns: columns, rows: rows)
  }

  /// All of a size.
  package init(_ size: Size) {
    self.init(column: 0, row: 0, columns: size.columns, rows: size.rows)
  }

  /// Columns that it spans.
  package var columns: Int { size.columns }
  /// Rows that it spans.
  package var rows: Int { size.rows }
  /// The first column to the right of it.
  package var endColumn: Int { column + columns }
  /// The first row below it.
  package var endRow: Int { row + rows }

  /// Whether a position lies in it.
  package func contains(_ point: Point) -> Bool {
    point.column >= column && point.column < endColumn && point.row >= row && point.row < endRow
  }

  /// What lies in both.
  package func intersection(_ other: Rect) -> Rect {
    let left = max(column, other.column)
    let top = max(row, other.row)
    return Rect(
      column: left, row: top, columns: min(endColumn, other.endColumn) - left,
      rows: min(endRow, other.endRow) - top)
  }

  /// The same where its columns and rows count from those of an area.
  package func moved(to area: Rect) -> Rect {
    Rect(column: area.column + column, row: area.row + row, columns: columns, rows: rows)
  }

  /// Smaller by that many columns and rows at each side.
  package func inset(left: Int = 0, top: Int = 0, right: Int = 0, bottom: Int = 0) -> Rect {
    Rect(
      column: column + left, row: row + top, columns: columns - left - right,
      rows: rows - top - bottom)
  }
}
