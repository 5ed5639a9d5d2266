/// Attention with several heads: each head sees its own columns of Q, K and V, and their outputs
/// stand side by side.
package struct MultiHeadAttention: Equatable, Sendable {
  /// One trace a head, in order of the columns.
  package let heads: [Attention]
  /// The heads' outputs side by side, n × dᵥ.
  package let output: Matrix

  /// Splits the columns of Q (n × d), K (m × d) and V (m × dᵥ) into `heads` equal parts.
  package init(
    query: Matrix, key: Matrix, value: Matrix, heads count: Int, mask: AttentionMask = .none,
    scale: AttentionScale = .auto
  ) throws(ShapeProblem) {
    try Attention.check(query: query, key: key, value: value, mask: mask)
    guard count > 0, query.columns % count == 0, value.columns % count == 0 else {
      throw .heads(count, width: query.columns, valueWidth: value.columns)
    }
    var heads: [Attention] = []
    let width = query.columns / count
    let valueWidth = value.columns / count
    for head in 0..<count {
      let columns = head * width..<(head + 1) * width
      let valueColumns = head * valueWidth..<(head + 1) * valueWidth
      heads.append(
        try Attention(
          query: query.columns(columns), key: key.columns(columns),
          value: value.columns(valueColumns), mask: mask, scale: scale))
    }
    self.heads = heads
    output = Matrix(rows: query.rows, columns: value.columns) { i, c in
      heads[c / valueWidth].output[i, c % valueWidth]
    }
  }
}
