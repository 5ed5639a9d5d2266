import Libc

/// What one query does: its scores over the keys, its weights and its output.
struct AttentionRow {
  /// What the mask adds, one entry a key; −∞ where it blocks.
  let addends: Vector
  /// One entry a key.
  let scores, scaled, capped, masked, shifted, exponentials, weights: Vector
  /// The largest masked score; nil where every key is blocked.
  let maximum: Double?
  let sum: Double
  /// One entry a column of the values.
  let output: Vector

  /// The row of query `i`, from Q (n × d) and Kᵀ (d × m) as the scores use them; blocked keys and
  /// values are never multiplied with anything kept.
  init(_ i: Int, of inputs: AttentionInputs, query: Matrix, keyColumns: Matrix) {
    let precision = inputs.options.precision
    let round = precision.round
    let keys = 0..<keyColumns.columns
    let addends = inputs.addends(query: i)
    let scores = keyColumns.combination(
      of: Array(0..<query.columns), times: Array(query.row(i)), in: precision)
    let scaled = scores.map { round($0 * inputs.scale) }
    let capped = inputs.options.softcap.map { softcap in
      let c = precision.factor(softcap)
      return scaled.map { round(c * round(tanh(round($0 / c)))) }
    }
    let masked = zip(capped ?? scaled, addends).map {
      $1 == -.infinity ? $1 : round($0 + $1)
    }
    let visible = keys.filter { addends[$0] != -.infinity }
    let maximum = visible.map { masked[$0] }.largest
    let shifted = keys.map {
      addends[$0] == -.infinity ? -.infinity : round(masked[$0] - (maximum ?? 0))
    }
    let exponentials = shifted.map { round(exp($0)) }
    let sum = precision.total(exponentials)
    let weights = exponentials.map { maximum == nil ? 0 : round($0 / sum) }
    self.addends = addends
    self.scores = scores
    self.scaled = scaled
    self.capped = capped ?? scaled
    self.masked = masked
    self.maximum = maximum
    self.shifted = shifted
    self.exponentials = exponentials
    self.sum = sum
    self.weights = weights
    output = inputs.value.combination(
      of: visible, times: visible.map { weights[$0] }, in: precision)
  }
}
