/// A product of two vectors or matrices by NumPy's rules, with the terms of every cell.
///
/// Row i of the first meets column j of the second: cell (i, j) is their dot product. A vector counts
/// as one row on the left and one column on the right, and its dimension is gone from the result.
package struct MatrixProduct: Equatable, Sendable {
  /// What multiplies them; all agree on vectors.
  package enum Function: String, CaseIterable, Sendable {
    /// `np.dot(a, b)`
    case dot
    /// `a @ b`, `np.matmul`: the same in one and two dimensions.
    case matmul = "@"
    /// `np.inner(a, b)`: rows meet rows, so for matrices it is a @ b.T.
    case inner
  }

  /// What multiplies them.
  package let function: Function
  /// The first array, (k,) or (n, k).
  package let a: NumberArray
  /// The second array, (k,) or (k, m); for `inner` (m, k).
  package let b: NumberArray
  /// The first as rows that are multiplied, n × k.
  package let left: Matrix
  /// The second as columns that are multiplied, k × m.
  package let right: Matrix
  /// Every cell, n × m; a vector has one row, or one column.
  package let cells: Matrix

  /// Multiplies two arrays, none of them a single number.
  package init(
    _ a: NumberArray, _ b: NumberArray, by function: Function = .matmul
  ) throws(ProductProblem) {
    let second = function == .inner ? b.transposed : b
    guard let left = a.rowsToMultiply, let right = second.columnsToMultiply,
      left.columns == right.rows
    else { throw ProductProblem(function, a.shape, b.shape) }
    let columns = right.transposed
    self.function = function
    self.a = a
    self.b = b
    self.left = left
    self.right = right
    cells = Matrix(rows: left.rows, columns: right.columns) {
      left.row($0).dot(columns.row($1))
    }
  }

  /// The product without the dimensions that vectors lend it.
  package var result: NumberArray {
    switch (a.shape.count, b.shape.count) {
    case (1, 1): .scalar(cells[0, 0])
    case (2, 2): .matrix(cells)
    default: .vector(cells.elements)
    }
  }

  /// How a cell came about: its products and their running sum; nil outside.
  package func cell(row: Int, column: Int) -> DotProduct? {
    guard cells.contains(row: row, column: column) else { return nil }
    return try? DotProduct(Array(left.row(row)), right.column(column))
  }
}

extension NumberArray {
  fileprivate var rowsToMultiply: Matrix? {
    switch self {
    case .scalar: nil
    case .vector(let vector): Matrix(rows: 1, columns: vector.count, elements: vector)
    case .matrix(let matrix): matrix
    }
  }

  fileprivate var columnsToMultiply: Matrix? {
    switch self {
    case .scalar: nil
    case .vector(let vector): Matrix(rows: vector.count, columns: 1, elements: vector)
    case .matrix(let matrix): matrix
    }
  }
}
