import Libc

/// Positions as sines and cosines of falling frequency (Vaswani et al. 2017, section 3.5).
package struct SinusoidalPositions: Equatable, Sendable {
  /// One row a position, counted from 0: sin(p·ωᵢ) in column 2i, cos(p·ωᵢ) in column 2i + 1.
  package let matrix: Matrix

  /// The encodings of `count` positions in `width` columns, ωᵢ = 10000^(−2i/width).
  package init(count: Int, width: Int) {
    matrix = Matrix(columns: width, rows: (0..<max(count, 0)).map { Self.row($0, width: width) })
  }

  /// The encoding of one position.
  package static func row(_ position: Int, width: Int) -> Vector {
    (0..<max(width, 0)).map { column in
      let angle = Double(position) * frequency(column: column, width: width)
      return column.isMultiple(of: 2) ? sin(angle) : cos(angle)
    }
  }

  /// ωᵢ of a column, in radians a position.
  package static func frequency(column: Int, width: Int) -> Double {
    1 / pow(10_000, Double(column - column % 2) / Double(width))
  }

  /// The dot product of each position with position 0: for an even width, the sum of cos(k·ωᵢ),
  /// which any two positions k apart share.
  package var dotsByDistance: Vector {
    (0..<matrix.rows).map { dot(0, $0) }
  }

  /// The dot product of two positions' encodings.
  package func dot(_ first: Int, _ second: Int) -> Double {
    matrix.row(first).dot(matrix.row(second))
  }
}
