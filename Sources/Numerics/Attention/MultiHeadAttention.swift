/// Attention with several heads: each head sees its own columns of Q, K and V, and their outputs
/// stand side by side.
///
/// With fewer key-value heads than heads (grouped-query attention, Ainslie et al. 2023; one for all:
/// multi-query, Shazeer 2019), consecutive heads share the columns of K and V.
package struct MultiHeadAttention: Equatable, Sendable {
  /// One trace a head, in order of the columns of Q.
  package let heads: [Attention]
  /// How many heads K and V have; as many as Q unless they are shared.
  package let keyValueHeads: Int
  /// The heads' outputs side by side, n × heads·dᵥ.
  package let output: Matrix

  /// How many heads share a head of K and V.
  package var groupSize: Int { heads.count / keyValueHeads }

  /// The head of K and V that a head looks at, both counted from 0.
  package func keyValueHead(of head: Int) -> Int { head / groupSize }

  /// Splits the columns of Q (n × heads·d) into `heads` equal parts, those of K (m × groups·d) and V
  /// (m × groups·dᵥ) into `keyValueHeads`; as many as heads where not given.
  package init(
    query: Matrix, key: Matrix, value: Matrix, heads count: Int, keyValueHeads: Int? = nil,
    _ options: AttentionOptions
  ) throws(ShapeProblem) {
    let groups = keyValueHeads ?? count
    try Self.check(query: query, key: key, value: value, heads: count, groups: groups, options)
    let width = query.columns / count
    let valueWidth = value.columns / groups
    var heads: [Attention] = []
    for head in 0..<count {
      let group = head / (count / groups)
      var own = options
      own.mask = options.mask.of(head: head, heads: count)
      heads.append(
        try Attention(
          query: query.columns(head * width..<(head + 1) * width),
          key: key.columns(group * width..<(group + 1) * width),
          value: value.columns(group * valueWidth..<(group + 1) * valueWidth), own))
    }
    self.heads = heads
    self.keyValueHeads = groups
    output = Matrix(rows: query.rows, columns: count * valueWidth) { i, c in
      heads[c / valueWidth].output[i, c % valueWidth]
    }
  }

  /// With default options but for mask and scale.
  package init(
    query: Matrix, key: Matrix, value: Matrix, heads: Int, mask: AttentionMask = .none,
    scale: AttentionScale = .auto
  ) throws(ShapeProblem) {
    try self.init(
      query: query, key: key, value: value, heads: heads,
      AttentionOptions(mask: mask, scale: scale))
  }

  private static func check(
    query: Matrix, key: Matrix, value: Matrix, heads: Int, groups: Int,
    _ options: AttentionOptions
  ) throws(ShapeProblem) {
    if heads == groups {
      try AttentionInputs.check(query: query, key: key, value: value, mask: options.mask)
      guard heads > 0, query.columns % heads == 0, value.columns % heads == 0 else {
        throw .heads(heads, width: query.columns, valueWidth: value.columns)
      }
      return
    }
    for (name, matrix) in [("Q", query), ("K", key), ("V", value)] where matrix.elements.isEmpty {
      throw .noEntries(name: name)
    }
    guard heads > 0, query.columns % heads == 0 else {
      throw .heads(heads, width: query.columns, valueWidth: query.columns)
    }
    guard groups > 0, heads % groups == 0 else { throw .keyValueHeads(groups, heads: heads) }
    guard key.columns % groups == 0, value.columns % groups == 0 else {
      throw .keyValueWidths(key: key.columns, value: value.columns, keyValueHeads: groups)
    }
    guard query.columns / heads == key.columns / groups else {
      throw .groupedWidths(
        query: query.columns, heads: heads, key: key.columns, keyValueHeads: groups)
    }
  }
}
