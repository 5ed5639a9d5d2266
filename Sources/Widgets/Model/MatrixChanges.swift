import Numerics

/// Rows and columns that come and go where a reader works on a table.
extension Matrix {
  func insertingRow(at row: Int) -> Matrix {
    Matrix(rows: rows + 1, columns: columns) { i, j in
      i == row ? 0 : self[i < row ? i : i - 1, j]
    }
  }

  func removingRow(_ row: Int) -> Matrix {
    Matrix(rows: rows - 1, columns: columns) { i, j in self[i < row ? i : i + 1, j] }
  }

  func insertingColumn(at column: Int) -> Matrix {
    transposed.insertingRow(at: column).transposed
  }

  func removingColumn(_ column: Int) -> Matrix {
    transposed.removingRow(column).transposed
  }

  /// So many rows and columns: what is too much is cut off, what is missing is 0.
  func fitted(rows: Int, columns: Int) -> Matrix {
    Matrix(rows: rows, columns: columns) { contains(row: $0, column: $1) ? self[$0, $1] : 0 }
  }
}
