/// A matrix of doubles, stored row by row.
package struct Matrix: Equatable, Sendable {
  package let rows: Int
  package let columns: Int
  /// Every entry, row after row: `rows * columns` of them.
  package private(set) var elements: [Double]

  /// A matrix with one value everywhere; negative sizes count as zero.
  package init(rows: Int, columns: Int, repeating value: Double = 0) {
    self.rows = max(rows, 0)
    self.columns = max(columns, 0)
    elements = Array(repeating: value, count: self.rows * self.columns)
  }

  /// A matrix from its entries, row after row; nil when their number is not `rows * columns`.
  package init?(rows: Int, columns: Int, elements: [Double]) {
    guard rows >= 0, columns >= 0,
      rows.multipliedReportingOverflow(by: columns) == (elements.count, false)
    else { return nil }
    self.rows = rows
    self.columns = columns
    self.elements = elements
  }

  /// A matrix from its rows; nil when they differ in length.
  package init?(_ rows: [[Double]]) {
    let columns = rows.first?.count ?? 0
    guard rows.allSatisfy({ $0.count == columns }) else { return nil }
    self.rows = rows.count
    self.columns = columns
    elements = Array(rows.joined())
  }

  /// The matrix with each entry computed from its row and column, both counted from 0.
  package init(rows: Int, columns: Int, entry: (_ row: Int, _ column: Int) -> Double) {
    self.init(rows: rows, columns: columns)
    for row in 0..<self.rows {
      for column in 0..<self.columns {
        elements[row * self.columns + column] = entry(row, column)
      }
    }
  }

  /// One entry, both indices counted from 0.
  package subscript(row: Int, column: Int) -> Double {
    get { elements[row * columns + column] }
    set { elements[row * columns + column] = newValue }
  }

  /// Whether a row and a column, counted from 0, lie inside the matrix.
  package func contains(row: Int, column: Int) -> Bool {
    (0..<rows).contains(row) && (0..<columns).contains(column)
  }

  /// One row, without copying it.
  package func row(_ row: Int) -> ArraySlice<Double> {
    elements[row * columns..<(row + 1) * columns]
  }

  package func column(_ column: Int) -> [Double] {
    (0..<rows).map { self[$0, column] }
  }

  /// The rows as an array of arrays, as JSON writes a matrix.
  package var rowArrays: [[Double]] {
    (0..<rows).map { Array(row($0)) }
  }

  /// The columns in `range`, as a matrix of their own.
  package func columns(_ range: Range<Int>) -> Matrix {
    Matrix(rows: rows, columns: range.count) { self[$0, range.lowerBound + $1] }
  }

  /// The matrix with rows and columns exchanged.
  package var transposed: Matrix {
    Matrix(rows: columns, columns: rows) { self[$1, $0] }
  }

  /// A matrix from rows of `columns` entries each.
  init(columns: Int, rows: [Vector]) {
    self =
      Matrix(rows: rows.count, columns: columns, elements: rows.flatMap(\.self))
      ?? Matrix(rows: 0, columns: 0)
  }

  /// A matrix of one row.
  package static func row(_ vector: Vector) -> Matrix {
    Matrix(columns: vector.count, rows: [vector])
  }

  /// The matrix with every entry multiplied by `factor`.
  package func scaled(by factor: Double) -> Matrix {
    Matrix(rows: rows, columns: columns) { self[$0, $1] * factor }
  }

  /// The matrix product; the columns here must be as many as the rows of `other`.
  package func times(_ other: Matrix) throws(ShapeProblem) -> Matrix {
    guard columns == other.rows else {
      throw .product(columns: columns, rows: other.rows)
    }
    var product = Matrix(rows: rows, columns: other.columns)
    for i in 0..<rows {
      for k in 0..<columns {
        let factor = self[i, k]
        for j in 0..<other.columns {
          product[i, j] += factor * other[k, j]
        }
      }
    }
    return product
  }
}
