/// A vector or a matrix, as NumPy's arrays of one and two dimensions; a result may be one number.
package enum NumberArray: Equatable, Sendable {
  case scalar(Double)
  case vector(Vector)
  case matrix(Matrix)

  /// How many entries each dimension has: none for a number, rows and columns for a matrix.
  package var shape: [Int] {
    switch self {
    case .scalar: []
    case .vector(let vector): [vector.count]
    case .matrix(let matrix): [matrix.rows, matrix.columns]
    }
  }

  /// The shape as NumPy writes it: `()`, `(3,)`, `(2, 3)`.
  package var shapeText: String {
    let sizes = shape.map { "\($0)" }.joined(separator: ", ")
    return shape.count == 1 ? "(\(sizes),)" : "(\(sizes))"
  }

  /// With the order of the dimensions reversed, as `.T` does: a vector stays as it is.
  package var transposed: NumberArray {
    if case .matrix(let matrix) = self { .matrix(matrix.transposed) } else { self }
  }

  /// Every entry, row after row.
  package var elements: Vector {
    switch self {
    case .scalar(let number): [number]
    case .vector(let vector): vector
    case .matrix(let matrix): matrix.elements
    }
  }
}
