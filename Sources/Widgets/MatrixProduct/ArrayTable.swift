import Basics
import Formulas
import Numerics

/// A vector or a matrix as a table to be typed over: a vector is one row of it.
extension NumberArray: NumberTable {
  package static var isMatrix: Bool { true }
  package static var sample: String { "1 0; 0 1" }
  package static func read(_ text: String) throws(NumberProblem) -> NumberArray {
    try NumberReader.array(text)
  }

  /// A matrix of one row keeps brackets of its own, for without them it reads as a vector.
  package var text: String {
    switch self {
    case .matrix(let matrix) where matrix.rows == 1: "[[\(Plain.text(matrix))]]"
    case .matrix, .vector, .scalar: Plain.text(matrix)
    }
  }

  package var matrix: Matrix {
    switch self {
    case .scalar(let number): .row([number])
    case .vector(let vector): .row(vector)
    case .matrix(let matrix): matrix
    }
  }

  package mutating func set(_ value: Double, row: Int, column: Int) {
    var table = matrix
    table.set(value, row: row, column: column)
    self = replacing(table)
  }

  package func problem(most: Int) -> Advice? { matrix.problem(most: most) }

  /// Another table in as many dimensions.
  func replacing(_ table: Matrix) -> NumberArray {
    switch self {
    case .scalar, .vector: .vector(table.elements)
    case .matrix: .matrix(table)
    }
  }

  /// The shape as messages write it: `2×3`, or `(3,)` where there is one dimension.
  var size: String {
    if case .matrix(let matrix) = self { "\(matrix.rows)×\(matrix.columns)" } else { shapeText }
  }

  /// Its rows, or its columns; the entries of a vector.
  func count(rows: Bool) -> Int { (rows ? shape.first : shape.last) ?? 1 }

  /// So many rows or columns: what is too much is cut off, what is missing is 0.
  func fitted(_ count: Int, rows: Bool) -> NumberArray {
    let table = matrix
    return replacing(
      rows
        ? table.fitted(rows: count, columns: table.columns)
        : table.fitted(rows: table.rows, columns: count))
  }

  /// The array with a row or column more or less; a vector has entries alone.
  func resized(
    rows: Bool, by change: Resizing, at index: Int, most: Int
  ) throws(InputProblem) -> NumberArray {
    switch self {
    case .scalar(let number): return .scalar(number)
    case .vector(let vector):
      return .vector(try vector.resized(by: change, at: index, most: most).vector)
    case .matrix(let matrix):
      try change.check(
        rows ? matrix.rows : matrix.columns, most: most, rows ? "row" : "column")
      if change.adds {
        return .matrix(
          rows ? matrix.insertingRow(at: index + 1) : matrix.insertingColumn(at: index + 1))
      }
      return .matrix(rows ? matrix.removingRow(index) : matrix.removingColumn(index))
    }
  }
}
