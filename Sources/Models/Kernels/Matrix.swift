/// A matrix that lies in memory lent by its owner for the time of a call.
///
/// Its steps say how far apart in memory the next row and the next column are, so that a
/// transpose, one head of several or a run of rows is the same memory, looked at otherwise.
package struct Matrix<T: Real> {
  package let start: UnsafeMutablePointer<T>
  package let rows: Int
  package let columns: Int
  package let rowStep: Int
  package let columnStep: Int

  @inline(__always)
  package init(
    _ start: UnsafeMutablePointer<T>, rows: Int, columns: Int, rowStep: Int? = nil,
    columnStep: Int = 1
  ) {
    self.start = start
    self.rows = rows
    self.columns = columns
    self.rowStep = rowStep ?? columns
    self.columnStep = columnStep
  }

  @inline(__always)
  package subscript(row: Int, column: Int) -> T {
    get { start[row &* rowStep &+ column &* columnStep] }
    nonmutating set { start[row &* rowStep &+ column &* columnStep] = newValue }
  }

  /// Where a row begins.
  @inline(__always)
  package func row(_ row: Int) -> UnsafeMutablePointer<T> { start + row &* rowStep }

  @inline(__always)
  package var transposed: Matrix {
    Matrix(start, rows: columns, columns: rows, rowStep: columnStep, columnStep: rowStep)
  }

  /// Some of its rows, and some of its columns.
  @inline(__always)
  package func part(rows: Range<Int>? = nil, columns: Range<Int>? = nil) -> Matrix {
    let rows = rows ?? 0..<self.rows
    let columns = columns ?? 0..<self.columns
    return Matrix(
      start + (rows.lowerBound &* rowStep &+ columns.lowerBound &* columnStep),
      rows: rows.count, columns: columns.count, rowStep: rowStep, columnStep: columnStep)
  }
}

extension Matrix {
  /// Sets every element.
  func fill(_ value: T) {
    for row in 0..<rows { self.row(row).update(repeating: value, count: columns) }
  }

  /// Takes over the elements of a matrix of the same shape.
  func copy(_ other: Matrix) {
    for row in 0..<rows { self.row(row).update(from: other.row(row), count: columns) }
  }

  /// self += other
  func add(_ other: Matrix) {
    for row in 0..<rows {
      let to = self.row(row)
      let from = other.row(row)
      for column in 0..<columns { to[column] += from[column] }
    }
  }

  /// self = left + right
  func sum(_ left: Matrix, _ right: Matrix) {
    for row in 0..<rows {
      let to = self.row(row)
      let a = left.row(row)
      let b = right.row(row)
      for column in 0..<columns { to[column] = a[column] + b[column] }
    }
  }

  /// self *= factor
  func scale(_ factor: T) {
    for row in 0..<rows {
      let to = self.row(row)
      for column in 0..<columns { to[column] *= factor }
    }
  }
}
