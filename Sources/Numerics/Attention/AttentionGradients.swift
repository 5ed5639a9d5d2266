/// The backward pass of attention: how a loss changes with each input, given its gradient dO
/// with respect to the output.
///
/// dV = Aᵀ·dO, dA = dO·Vᵀ, dS = A ⊙ (dA − rowsum(A ⊙ dA)), dQ = s·dS·K, dK = s·dSᵀ·Q. A blocked
/// cell has no weight to change: its dS is 0, and nothing of its key or value goes on.
///
/// dS is computed as A[j]·Σₖ A[k]·(dA[j] − dA[k]), the same because a row of weights is 1 altogether:
/// where one weight is nearly 1, the textbook's difference leaves nothing but rounding.
package struct AttentionGradients: Equatable, Sendable {
  /// The loss by the output, n × dᵥ.
  package let dO: Matrix
  /// The loss by the values, m × dᵥ.
  package let dV: Matrix
  /// The loss by the weights, n × m.
  package let dA: Matrix
  /// The loss by the masked scores, n × m.
  package let dS: Matrix
  /// The loss by the queries, n × d.
  package let dQ: Matrix
  /// The loss by the keys, m × d.
  package let dK: Matrix

  /// Goes back through `attention` from the gradient of its output, all ones where none is given.
  package init(of attention: Attention, output dO: Matrix? = nil) throws(ShapeProblem) {
    let (n, m) = (attention.query.rows, attention.key.rows)
    let output = attention.output
    let dO = dO ?? Matrix(rows: n, columns: output.columns, repeating: 1)
    guard dO.rows == n, dO.columns == output.columns else {
      throw .gradient(
        rows: dO.rows, columns: dO.columns, outputRows: n, outputColumns: output.columns)
    }
    let isVisible = { i, j in !attention.mask.blocks(query: i, key: j) }
    let dA = Matrix(rows: n, columns: m) { i, j in dO.row(i).dot(attention.value.row(j)) }
    let dS = Matrix(rows: n, columns: m) { i, j in
      guard isVisible(i, j) else { return 0 }
      let others = (0..<m).filter { $0 != j && isVisible(i, $0) }
      return attention.weights[i, j]
        * others.map { attention.weights[i, $0] * (dA[i, j] - dA[i, $0]) }.total
    }
    var dV = Matrix(rows: m, columns: output.columns)
    var dQ = Matrix(rows: n, columns: attention.query.columns)
    var dK = Matrix(rows: m, columns: attention.key.columns)
    for i in 0..<n {
      for j in 0..<m where isVisible(i, j) {
        for c in 0..<dV.columns { dV[j, c] += attention.weights[i, j] * dO[i, c] }
        for k in 0..<dQ.columns {
          dQ[i, k] += dS[i, j] * attention.key[j, k]
          dK[j, k] += dS[i, j] * attention.query[i, k]
        }
      }
    }
    self.dO = dO
    self.dV = dV
    self.dA = dA
    self.dS = dS
    self.dQ = dQ.scaled(by: attention.scale)
    self.dK = dK.scaled(by: attention.scale)
  }
}
