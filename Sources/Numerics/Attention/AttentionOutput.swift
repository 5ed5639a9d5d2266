extension Attention {
  /// The output alone, n × dᵥ, for matrices too large to keep every intermediate of.
  ///
  /// Memory grows with the inputs and the output, never with n × m. The numbers agree with the
  /// trace's but for rounding.
  package static func output(
    query: Matrix, key: Matrix, value: Matrix, _ options: AttentionOptions
  ) throws(ShapeProblem) -> Matrix {
    let inputs = try AttentionInputs(query: query, key: key, value: value, options: options)
    var output: [Double] = []
    if inputs.options.precision == .double, inputs.stayFinite {
      output = BlockedAttention(inputs).output()
    } else {
      let (scoredQuery, keyColumns) = (inputs.scoredQuery, inputs.scoredKey.transposed)
      for i in 0..<query.rows {
        let row = AttentionRow(i, of: inputs, query: scoredQuery, keyColumns: keyColumns)
        output += row.output
      }
    }
    return Matrix(rows: query.rows, columns: value.columns, elements: output)
      ?? Matrix(rows: 0, columns: 0)
  }

  /// The output alone, with a mask and a scale.
  package static func output(
    query: Matrix, key: Matrix, value: Matrix, mask: AttentionMask = .none,
    scale: AttentionScale = .auto
  ) throws(ShapeProblem) -> Matrix {
    try output(query: query, key: key, value: value, AttentionOptions(mask: mask, scale: scale))
  }
}

extension AttentionInputs {
  /// Whether no product or sum on the way can leave the range of doubles.
  fileprivate var stayFinite: Bool {
    func bound(_ numbers: [Double]) -> Double {
      numbers.lazy.map(\.magnitude).largest ?? 0
    }
    let addends: Vector = options.mask.parts.map { part in
      switch part {
      case .additive(let matrix): bound(matrix.elements.filter { $0 != -.infinity })
      case .alibi(let slope, _): (slope ?? 0).magnitude * Double(query.rows + key.rows)
      default: 0
      }
    }
    let score = bound(scoredQuery.elements) * bound(scoredKey.elements) * Double(query.columns)
    let sum = bound(value.elements) * Double(value.rows)
    return [score, score * scale.magnitude, addends.total, sum].allSatisfy { $0 < 1e300 }
  }
}
