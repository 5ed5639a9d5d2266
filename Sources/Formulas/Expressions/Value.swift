import Numerics

/// What a parameter or an expression stands for.
package enum Value: Equatable, Sendable {
  case scalar(Double)
  case vector(Vector)
  case matrix(Matrix)

  /// All its numbers, row after row.
  package var numbers: [Double] {
    switch self {
    case .scalar(let number): [number]
    case .vector(let vector): vector
    case .matrix(let matrix): matrix.elements
    }
  }

  /// Whether every number of it is finite, and there is one.
  package var isFinite: Bool { !numbers.isEmpty && numbers.isFinite }

  /// Rows and columns; a vector is one row, a number one cell.
  package var shape: (rows: Int, columns: Int) {
    switch self {
    case .scalar: (1, 1)
    case .vector(let vector): (1, vector.count)
    case .matrix(let matrix): (matrix.rows, matrix.columns)
    }
  }

  /// As it is shown, four digits a number: `0.7071`, `[1, −2]`, `[[1, 0], [0, 1]]`; a matrix of
  /// one row looks like a vector.
  package var text: String {
    let style = NumberText()
    switch self {
    case .scalar(let number): return style.text(number)
    case .vector(let vector): return style.vector(vector)
    case .matrix(let matrix):
      let rows = (0..<matrix.rows).map { style.vector(matrix.row($0)) }
      return rows.count == 1 ? rows[0] : "[" + rows.joined(separator: ", ") + "]"
    }
  }

  /// As people type it, in full: numbers separated by spaces, rows by semicolons.
  package var typed: String {
    let (rows, columns) = shape
    let all = numbers
    return (0..<rows).map { row in
      all[row * columns..<(row + 1) * columns].map { number in
        number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
      }.joined(separator: " ")
    }.joined(separator: "; ")
  }

  /// The numbers in a row; nil for a matrix of several rows.
  package var row: Vector? {
    switch self {
    case .scalar: nil
    case .vector(let vector): vector
    case .matrix(let matrix): matrix.rows == 1 ? matrix.elements : nil
    }
  }

  /// The value as a matrix, a vector being one row.
  package var asMatrix: Matrix? {
    switch self {
    case .scalar(let number): Matrix(rows: 1, columns: 1, repeating: number)
    case .vector(let vector): Matrix([vector])
    case .matrix(let matrix): matrix
    }
  }

  /// Each number changed by itself.
  package func map(_ change: (Double) -> Double) -> Value {
    switch self {
    case .scalar(let number): return .scalar(change(number))
    case .vector(let vector): return .vector(vector.map(change))
    case .matrix(let matrix):
      return .matrix(
        Matrix(rows: matrix.rows, columns: matrix.columns) { change(matrix[$0, $1]) })
    }
  }
}
