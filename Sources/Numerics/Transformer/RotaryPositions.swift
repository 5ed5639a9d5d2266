import Libc

/// Rotary positions (Su et al. 2021, section 3.2): each pair of a query's or key's entries is turned
/// by its position times θ^(−2k/d), so that a score depends on the distance of the two alone.
package struct RotaryPositions: Equatable, Sendable {
  /// Which entries are a pair; k counts the pairs, d is the width.
  package enum Layout: String, CaseIterable, Sendable {
    /// Entries 2k and 2k + 1, as in the paper and in Llama's own code.
    case interleaved
    /// Entries k and k + d/2, as GPT-NeoX has it, and the Hugging Face models.
    case halves
  }

  /// Which entries are a pair.
  package var layout: Layout
  /// θ, 10,000 in the paper; Llama 3 has 500,000.
  package var base: Double
  /// What each pair's turn is divided by, as models that were made to read further have it; nothing: by one.
  package var factors: [Double] = []
  /// Where query i stands: at i, or with a KV cache at i + m − n.
  package var alignment: MaskAlignment

  /// Turns pairs by θ = `base`.
  package init(
    _ layout: Layout = .interleaved, base: Double = 10_000, alignment: MaskAlignment = .topLeft
  ) {
    self.layout = layout
    self.base = base
    self.alignment = alignment
  }

  /// The two entries of pair k in a row of `width` entries.
  package func pair(_ k: Int, width: Int) -> (first: Int, second: Int) {
    layout == .interleaved ? (2 * k, 2 * k + 1) : (k, k + width / 2)
  }

  /// The pair that an entry belongs to.
  package func pair(of column: Int, width: Int) -> Int {
    layout == .interleaved ? column / 2 : column % max(width / 2, 1)
  }

  /// How far one position turns pair k, in radians.
  package func frequency(pair k: Int, width: Int) -> Double {
    pow(base, -2 * Double(k) / Double(width)) / (factors.indices.contains(k) ? factors[k] : 1)
  }
}

/// Rows turned by their positions, with every number on the way.
package struct Rotation: Equatable, Sendable {
  /// How they are turned.
  package let positions: RotaryPositions
  /// The rows as given, n × d.
  package let matrix: Matrix
  /// The position of each row.
  package let places: [Int]
  /// How far each pair is turned, in radians, n × d/2.
  package let angles: Matrix
  /// The cosines of the angles, n × d/2.
  package let cosines: Matrix
  /// The sines of the angles, n × d/2.
  package let sines: Matrix
  /// The rows turned, n × d: (x·cos − y·sin, x·sin + y·cos) for each pair (x, y).
  package let rotated: Matrix

  /// Turns each row of a matrix by its position; the width must be even.
  package init(
    _ matrix: Matrix, at places: [Int], by positions: RotaryPositions,
    precision: Precision = .double
  ) throws(ShapeProblem) {
    let width = matrix.columns
    guard width.isMultiple(of: 2) else { throw .oddRotation(width: width) }
    guard positions.base > 0, positions.base.isFinite else {
      throw .rotationBase(positions.base)
    }
    guard places.count == matrix.rows else {
      throw .places(places.count, rows: matrix.rows)
    }
    let frequencies = (0..<width / 2).map { positions.frequency(pair: $0, width: width) }
    let angles = Matrix(rows: matrix.rows, columns: width / 2) {
      Double(places[$0]) * frequencies[$1]
    }
    let cosines = Matrix(rows: angles.rows, columns: angles.columns) {
      precision.round(cos(angles[$0, $1]))
    }
    let sines = Matrix(rows: angles.rows, columns: angles.columns) {
      precision.round(sin(angles[$0, $1]))
    }
    self.positions = positions
    self.matrix = matrix
    self.places = places
    self.angles = angles
    self.cosines = cosines
    self.sines = sines
    rotated = Self.turn(matrix, positions, cosines, sines, precision)
  }

  /// The gradient with respect to the unrotated rows, from that of the rotated ones: the same turn
  /// backwards.
  package func back(_ gradient: Matrix) -> Matrix {
    Self.turn(gradient, positions, cosines, sines.scaled(by: -1), .double)
  }

  private static func turn(
    _ matrix: Matrix, _ positions: RotaryPositions, _ cosines: Matrix, _ sines: Matrix,
    _ precision: Precision
  ) -> Matrix {
    var turned = matrix
    for i in 0..<matrix.rows {
      for k in 0..<cosines.columns {
        let (a, b) = positions.pair(k, width: matrix.columns)
        let (x, y, cosine, sine) = (matrix[i, a], matrix[i, b], cosines[i, k], sines[i, k])
        let rounded = precision.round
        turned[i, a] = rounded(rounded(x * cosine) - rounded(y * sine))
        turned[i, b] = rounded(rounded(x * sine) + rounded(y * cosine))
      }
    }
    return turned
  }

  /// The numbers that add up to an entry of `rotated`: this times that, plus this times that.
  package func terms(row: Int, column: Int) -> [(Double, Double)] {
    let k = positions.pair(of: column, width: matrix.columns)
    let (a, b) = positions.pair(k, width: matrix.columns)
    let (x, y, cosine, sine) = (matrix[row, a], matrix[row, b], cosines[row, k], sines[row, k])
    return column == a ? [(x, cosine), (y, -sine)] : [(x, sine), (y, cosine)]
  }
}
