/// Scaled dot-product attention with every intermediate (Vaswani et al. 2017, section 3.2.1).
///
/// Query i looks at key j. Where the mask blocks, `masked` is −∞ and the weight is 0, whatever
/// the key and the value hold.
package struct Attention: Equatable, Sendable {
  /// Q, n × d, rounded to the precision.
  package let query: Matrix
  /// K, m × d, rounded to the precision.
  package let key: Matrix
  /// V, m × dᵥ, rounded to the precision.
  package let value: Matrix
  /// What kind of attention this is.
  package let options: AttentionOptions
  /// How Q was turned by its positions; nil where it was not.
  package let queryRotation: Rotation?
  /// How K was turned by its positions; nil where it was not.
  package let keyRotation: Rotation?
  /// The factor s that multiplies the scores.
  package let scale: Double
  /// M, what the mask adds to the scaled scores, n × m; −∞ where it blocks.
  package let addends: Matrix
  /// S = Q·Kᵀ, n × m.
  package let scores: Matrix
  /// S·s, n × m.
  package let scaled: Matrix
  /// c·tanh(S·s / c), n × m; without a softcap the same as `scaled`.
  package let capped: Matrix
  /// The scaled, capped scores + M, n × m; −∞ where blocked.
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
  /// The first input that is finite as given and infinite in the precision; nil where none is.
  package let inputOverflow: InputOverflow?

  /// Computes attention from Q (n × d), K (m × d) and V (m × dᵥ).
  package init(
    query: Matrix, key: Matrix, value: Matrix, _ options: AttentionOptions
  ) throws(ShapeProblem) {
    let inputs = try AttentionInputs(query: query, key: key, value: value, options: options)
    let (scoredQuery, keyColumns) = (inputs.scoredQuery, inputs.scoredKey.transposed)
    let rows = (0..<query.rows).map {
      AttentionRow($0, of: inputs, query: scoredQuery, keyColumns: keyColumns)
    }
    func matrix(_ row: (AttentionRow) -> Vector, columns: Int) -> Matrix {
      Matrix(columns: columns, rows: rows.map(row))
    }
    self.query = inputs.query
    self.key = inputs.key
    self.value = inputs.value
    self.options = inputs.options
    queryRotation = inputs.queryRotation
    keyRotation = inputs.keyRotation
    scale = inputs.scale
    addends = matrix(\.addends, columns: key.rows)
    scores = matrix(\.scores, columns: key.rows)
    scaled = matrix(\.scaled, columns: key.rows)
    capped = matrix(\.capped, columns: key.rows)
    masked = matrix(\.masked, columns: key.rows)
    rowMaxima = rows.map(\.maximum)
    shifted = matrix(\.shifted, columns: key.rows)
    exponentials = matrix(\.exponentials, columns: key.rows)
    rowSums = rows.map(\.sum)
    weights = matrix(\.weights, columns: key.rows)
    output = matrix(\.output, columns: value.columns)
    inputOverflow = InputOverflow.first(
      in: [("Q", query), ("K", key), ("V", value)], mask: options.mask, options.precision)
  }

  /// Computes attention with a mask and a scale.
  package init(
    query: Matrix, key: Matrix, value: Matrix, mask: AttentionMask = .none,
    scale: AttentionScale = .auto
  ) throws(ShapeProblem) {
    try self.init(
      query: query, key: key, value: value, AttentionOptions(mask: mask, scale: scale))
  }

  /// Who may look at whom; ALiBi with its slope.
  package var mask: AttentionMask { options.mask }
  /// How the scale was chosen.
  package var scaling: AttentionScale { options.scale }
  /// Q as the scores use it, turned where there is a rotation, n × d.
  package var scoredQuery: Matrix { queryRotation?.rotated ?? query }
  /// K as the scores use it, turned where there is a rotation, m × d.
  package var scoredKey: Matrix { keyRotation?.rotated ?? key }

  /// The same Q, K and V with other options; nil where these do not fit.
  package func with(_ change: (inout AttentionOptions) -> Void) -> Attention? {
    var changed = options
    change(&changed)
    return try? Attention(query: query, key: key, value: value, changed)
  }

  /// The same in double precision, from the numbers as they are here.
  package var exact: Attention? { with { $0.precision = .double } }

  /// Whether a query must not look at a key.
  package func masks(query: Int, key: Int) -> Bool { addends[query, key] == -.infinity }

  /// The masked scores with nil where the mask blocks, as JSON writes them.
  package var maskedEntries: [[Double?]] {
    (0..<query.rows).map { i in
      (0..<key.rows).map { masks(query: i, key: $0) ? nil : masked[i, $0] }
    }
  }

  /// Whether a query has nothing to look at, for the mask blocks every key.
  package func hasNothingToLookAt(query: Int) -> Bool {
    rowMaxima[query] == nil
  }

  /// What one key adds to one number of a query's output: A[i,j]·V[j,c]; 0 where blocked.
  package func term(query i: Int, key j: Int, column c: Int) -> Double {
    masks(query: i, key: j) ? 0 : options.precision.round(weights[i, j] * value[j, c])
  }

  /// What each value adds to the output of a query, m × dᵥ: A[i,j]·V[j]; zeros where blocked.
  package func terms(query i: Int) -> Matrix {
    Matrix(rows: key.rows, columns: value.columns) { term(query: i, key: $0, column: $1) }
  }
}
