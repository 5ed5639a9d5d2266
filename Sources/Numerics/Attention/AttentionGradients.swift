import Libc

/// The backward pass of attention: how a loss changes with each input, given its gradient dO
/// with respect to the output.
///
/// dV = Aᵀ·dO, dA = dO·Vᵀ, dS = A ⊙ (dA − rowsum(A ⊙ dA)), dQ = s·dS·K, dK = s·dSᵀ·Q. A blocked
/// cell has no weight to change: its dS is 0, and nothing of its key or value goes on. A softcap
/// lets 1 − tanh²(S·s / c) of dS through; a rotation is turned back.
///
/// dS is computed as A[j]·Σₖ A[k]·(dA[j] − dA[k]), the same because a row of weights is 1 altogether:
/// where one weight is nearly 1, the textbook's difference leaves nothing but rounding. All is in
/// double precision, from the trace's numbers as they are.
package struct AttentionGradients: Equatable, Sendable {
  /// The loss by the output, n × dᵥ.
  package let dO: Matrix
  /// The loss by the values, m × dᵥ.
  package let dV: Matrix
  /// The loss by the weights, n × m.
  package let dA: Matrix
  /// The loss by the masked scores, n × m.
  package let dS: Matrix
  /// The loss by the scaled scores, n × m; without a softcap the same as dS.
  package let dScaled: Matrix
  /// The loss by the queries as the scores use them, n × d; without a rotation the same as dQ.
  package let dScoredQuery: Matrix
  /// The loss by the keys as the scores use them, m × d; without a rotation the same as dK.
  package let dScoredKey: Matrix
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
    let dA = Matrix(rows: n, columns: m) { i, j in dO.row(i).dot(attention.value.row(j)) }
    let seen = (0..<n).map { i in (0..<m).filter { !attention.masks(query: i, key: $0) } }
    let seers = (0..<m).map { j in (0..<n).filter { !attention.masks(query: $0, key: j) } }
    var dS = Matrix(rows: n, columns: m)
    for i in 0..<n {
      let row = Self.throughSoftmax(
        seen[i].map { attention.weights[i, $0] }, seen[i].map { dA[i, $0] })
      for (j, share) in zip(seen[i], row) { dS[i, j] = share }
    }
    let dScaled = Self.throughSoftcap(dS, of: attention)
    let (query, key) = (attention.scoredQuery, attention.scoredKey)
    let dV = Matrix(
      columns: output.columns,
      rows: (0..<m).map { j in
        dO.combination(of: seers[j], times: seers[j].map { attention.weights[$0, j] })
      })
    let dScoredQuery = Matrix(
      columns: query.columns,
      rows: (0..<n).map { i in
        key.combination(of: seen[i], times: seen[i].map { dScaled[i, $0] })
      })
    let dScoredKey = Matrix(
      columns: key.columns,
      rows: (0..<m).map { j in
        query.combination(of: seers[j], times: seers[j].map { dScaled[$0, j] })
      })
    self.dO = dO
    self.dV = dV
    self.dA = dA
    self.dS = dS
    self.dScaled = dScaled
    self.dScoredQuery = dScoredQuery.scaled(by: attention.scale)
    self.dScoredKey = dScoredKey.scaled(by: attention.scale)
    dQ = attention.queryRotation?.back(self.dScoredQuery) ?? self.dScoredQuery
    dK = attention.keyRotation?.back(self.dScoredKey) ?? self.dScoredKey
  }

  /// A[j]·Σₖ A[k]·(dA[j] − dA[k]) over the keys that a query sees.
  private static func throughSoftmax(_ weights: Vector, _ dA: Vector) -> Vector {
    weights.indices.map { j in
      var sum = 0.0
      for k in weights.indices where k != j { sum += weights[k] * (dA[j] - dA[k]) }
      return weights[j] * sum
    }
  }

  /// 1 − tanh²(x) as 1 / cosh²(x), which keeps its digits where tanh is nearly 1.
  private static func throughSoftcap(_ dS: Matrix, of attention: Attention) -> Matrix {
    guard let softcap = attention.options.softcap else { return dS }
    return Matrix(rows: dS.rows, columns: dS.columns) { i, j in
      if attention.masks(query: i, key: j) { return 0 }
      let cosine = cosh(attention.scaled[i, j] / softcap)
      return dS[i, j] / cosine / cosine
    }
  }
}
