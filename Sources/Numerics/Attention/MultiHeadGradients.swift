/// The backward pass of several heads, given the gradient dO of their outputs side by side.
///
/// A head of K and V that several heads share hears from each of them: its gradients add up.
package struct MultiHeadGradients: Equatable, Sendable {
  /// One backward pass a head.
  package let heads: [AttentionGradients]
  /// The loss by Q, n × heads·d.
  package let dQ: Matrix
  /// The loss by K, m × key-value heads·d.
  package let dK: Matrix
  /// The loss by V, m × key-value heads·dᵥ.
  package let dV: Matrix

  /// Goes back from the gradient of the output, all ones where none is given.
  package init(of attention: MultiHeadAttention, output dO: Matrix? = nil) throws(ShapeProblem) {
    let output = attention.output
    if let dO { try Self.check(dO, of: attention) }
    let valueWidth = output.columns / attention.heads.count
    var heads: [AttentionGradients] = []
    for (index, head) in attention.heads.enumerated() {
      let own = dO?.columns(index * valueWidth..<(index + 1) * valueWidth)
      heads.append(try AttentionGradients(of: head, output: own))
    }
    self.heads = heads
    let groups = (0..<attention.keyValueHeads).map { group in
      heads.indices.filter { attention.keyValueHead(of: $0) == group }.map { heads[$0] }
    }
    dQ = Self.sideBySide(heads.map { [$0.dQ] })
    dK = Self.sideBySide(groups.map { $0.map(\.dK) })
    dV = Self.sideBySide(groups.map { $0.map(\.dV) })
  }

  /// Checks that a gradient has the size of the output.
  package static func check(_ dO: Matrix, of attention: MultiHeadAttention) throws(ShapeProblem) {
    let output = attention.output
    if dO.rows != output.rows || dO.columns != output.columns {
      throw .gradient(
        rows: dO.rows, columns: dO.columns, outputRows: output.rows,
        outputColumns: output.columns)
    }
  }

  /// The sums of matrices of one size, side by side.
  private static func sideBySide(_ sums: [[Matrix]]) -> Matrix {
    guard let first = sums.first?.first else { return Matrix(rows: 0, columns: 0) }
    return Matrix(rows: first.rows, columns: sums.count * first.columns) { i, c in
      let (place, column) = c.quotientAndRemainder(dividingBy: first.columns)
      return sums[place].reduce(0) { $0 + $1[i, column] }
    }
  }
}
