extension Attention {
  /// The output alone, n × dᵥ, for matrices too large to keep every intermediate of.
  ///
  /// Memory grows with the inputs and the output, never with n × m. The numbers agree with the
  /// trace's but for rounding.
  package static func output(
    query: Matrix, key: Matrix, value: Matrix, mask: AttentionMask = .none,
    scale scaling: AttentionScale = .auto
  ) throws(ShapeProblem) -> Matrix {
    try check(query: query, key: key, value: value, mask: mask)
    let scale = scaling.factor(width: query.columns)
    var output: [Double] = []
    if staysFinite(query: query, key: key, value: value, mask: mask, scale: scale) {
      let stream = AttentionStream(
        query: query, key: key, value: value, mask: mask, scale: scale)
      output = stream.output()
    } else {
      for i in 0..<query.rows {
        let row = AttentionRow(
          i, query: query, key: key, value: value, mask: mask, scale: scale)
        output += row.output
      }
    }
    return Matrix(rows: query.rows, columns: value.columns, elements: output)
      ?? Matrix(rows: 0, columns: 0)
  }

  /// Whether no product or sum on the way can leave the range of doubles.
  private static func staysFinite(
    query: Matrix, key: Matrix, value: Matrix, mask: AttentionMask, scale: Double
  ) -> Bool {
    func bound(_ numbers: [Double]) -> Double {
      numbers.lazy.map(\.magnitude).largest ?? 0
    }
    var addend = 0.0
    if case .additive(let matrix) = mask {
      addend = bound(matrix.elements.filter { $0 != -.infinity })
    }
    let score = bound(query.elements) * bound(key.elements) * Double(query.columns)
    let sum = bound(value.elements) * Double(value.rows)
    return [score, score * scale.magnitude, addend, sum].allSatisfy { $0 < 1e300 }
  }
}
