import Glibc

/// What one query does: its scores over the keys, its weights and its output.
struct AttentionRow {
  /// One entry a key.
  let scores, scaled, masked, shifted, exponentials, weights: Vector
  /// The largest masked score; nil where every key is blocked.
  let maximum: Double?
  let sum: Double
  /// One entry a column of the values.
  let output: Vector

  /// The row of query `i`; blocked keys and values are never multiplied with anything kept.
  init(_ i: Int, query: Matrix, key: Matrix, value: Matrix, mask: AttentionMask, scale: Double) {
    var scores = Vector()
    var scaled = Vector()
    var masked = Vector()
    for j in 0..<key.rows {
      let score = query.row(i).dot(key.row(j))
      scores.append(score)
      scaled.append(score * scale)
      let addend = mask.addend(query: i, key: j)
      masked.append(addend == -.infinity ? addend : score * scale + addend)
    }
    let isVisible = (0..<key.rows).map { !mask.blocks(query: i, key: $0) }
    let maximum = masked.indices.filter { isVisible[$0] }.map { masked[$0] }.largest
    let shifted = masked.indices.map { isVisible[$0] ? masked[$0] - (maximum ?? 0) : -.infinity }
    let exponentials = shifted.map { exp($0) }
    let sum = exponentials.total
    let weights = exponentials.map { maximum == nil ? 0 : $0 / sum }
    var output = Vector(repeating: 0, count: value.columns)
    for j in 0..<key.rows where isVisible[j] {
      for c in output.indices { output[c] += weights[j] * value[j, c] }
    }
    self.scores = scores
    self.scaled = scaled
    self.masked = masked
    self.maximum = maximum
    self.shifted = shifted
    self.exponentials = exponentials
    self.sum = sum
    self.weights = weights
    self.output = output
  }
}
