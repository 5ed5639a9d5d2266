/// Scaled dot-product attention with every intermediate (Vaswani et al. 2017, section 3.2.1).
///
/// Query i looks at key j. Where the mask blocks, `masked` is −∞ and the weight is 0, whatever
/// the key and the value hold.
package struct Attention: Equatable, Sendable {
  /// Q, n × d.
  package let query: Matrix
  /// K, m × d.
  package let key: Matrix
  /// V, m × dᵥ.
  package let value: Matrix
  /// Who may look at whom.
  package let mask: AttentionMask
  /// How the scale was chosen.
  package let scaling: AttentionScale
  /// The factor s that multiplies the scores.
  package let scale: Double
  /// S = Q·Kᵀ, n × m.
  package let scores: Matrix
  /// S·s, n × m.
  package let scaled: Matrix
  /// S·s + M, n × m; −∞ where blocked.
  package let masked: Matrix
  /// The largest masked score of each query, n; nil where every key is blocked.
  package let rowMaxima: [Double?]
  /// The masked scores less their row's maximum, n × m.
  package let shifted: Matrix
  /// e to the power of each shifted score, n × m.
  package let exponentials: Matrix
  /// The sum of each row of exponentials, n; 0 where every key is blocked.
  package let rowSums: Vector
  /// A, the exponentials divided by their row's sum, n × m; a row of zeros where all is blocked.
  package let weights: Matrix
  /// A·V, n × dᵥ.
  package let output: Matrix

  /// Computes attention from Q (n × d), K (m × d) and V (m × dᵥ).
  package init(
    query: Matrix, key: Matrix, value: Matrix, mask: AttentionMask = .none,
    scale scaling: AttentionScale = .auto
  ) throws(ShapeProblem) {
    try Self.check(query: query, key: key, value: value, mask: mask)
    let scale = scaling.factor(width: query.columns)
    let rows = (0..<query.rows).map {
      AttentionRow($0, query: query, key: key, value: value, mask: mask, scale: scale)
    }
    func matrix(_ row: (AttentionRow) -> Vector, columns: Int) -> Matrix {
      let entries = rows.map(row)
      return Matrix(rows: rows.count, columns: columns) { entries[$0][$1] }
    }
    self.query = query
    self.key = key
    self.value = value
    self.mask = mask
    self.scaling = scaling
    self.scale = scale
    scores = matrix(\.scores, columns: key.rows)
    scaled = matrix(\.scaled, columns: key.rows)
    masked = matrix(\.masked, columns: key.rows)
    rowMaxima = rows.map(\.maximum)
    shifted = matrix(\.shifted, columns: key.rows)
    exponentials = matrix(\.exponentials, columns: key.rows)
    rowSums = rows.map(\.sum)
    weights = matrix(\.weights, columns: key.rows)
    output = matrix(\.output, columns: value.columns)
  }

  /// Checks that the three matrices and the mask fit each other.
  static func check(
    query: Matrix, key: Matrix, value: Matrix, mask: AttentionMask
  ) throws(ShapeProblem) {
    for (name, matrix) in [("Q", query), ("K", key), ("V", value)] where matrix.elements.isEmpty {
      throw .noEntries(name: name)
    }
    guard query.columns == key.columns else {
      throw .queryAndKeyWidths(query: query.columns, key: key.columns)
    }
    guard key.rows == value.rows else {
      throw .keyAndValueCounts(keys: key.rows, values: value.rows)
    }
    try mask.check(queries: query.rows, keys: key.rows)
  }

  /// The masked scores with nil where the mask blocks, as JSON writes them.
  package var maskedEntries: [[Double?]] {
    (0..<query.rows).map { i in
      (0..<key.rows).map { mask.blocks(query: i, key: $0) ? nil : masked[i, $0] }
    }
  }

  /// Whether a query has nothing to look at, for the mask blocks every key.
  package func hasNothingToLookAt(query: Int) -> Bool {
    rowMaxima[query] == nil
  }

  /// What each value adds to the output of a query, m × dᵥ: A[i,j]·V[j]; zeros where blocked.
  package func terms(query i: Int) -> Matrix {
    Matrix(rows: key.rows, columns: value.columns) { j, c in
      mask.blocks(query: i, key: j) ? 0 : weights[i, j] * value[j, c]
    }
  }
}
