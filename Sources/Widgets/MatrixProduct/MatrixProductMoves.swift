import Numerics

/// Where the cursor goes in the picture: a lies at the left of the product, b above it.
extension MatrixProductWidget {
  /// Whether b stands with its rows in columns: those that np.inner multiplies, and a vector.
  var isTurned: Bool { takesRows || trace.b.shape.count < 2 }

  package func moved(_ cursor: Cursor, rows: Int, columns: Int) -> Cursor? {
    let last = trace.left.columns - 1
    switch cursor.area {
    case .product:
      if rows == -1, cursor.row == 0 { return factor(last, cursor.column) }
      return columns == -1 && cursor.column == 0 ? Cursor(.a, row: cursor.row, column: last) : nil
    case .a:
      if columns == 1, cursor.column == last { return Cursor(.product, row: cursor.row) }
      return Cursor(.a, row: cursor.row + rows, column: cursor.column + columns)
    case .b:
      let (entry, column) = isTurned ? (cursor.column, cursor.row) : (cursor.row, cursor.column)
      if rows == 1, entry == last { return Cursor(.product, column: column) }
      return factor(entry + rows, column + columns)
    }
  }

  /// An entry of a column of b as it is drawn.
  private func factor(_ entry: Int, _ column: Int) -> Cursor {
    isTurned ? Cursor(.b, row: column, column: entry) : Cursor(.b, row: entry, column: column)
  }
}
