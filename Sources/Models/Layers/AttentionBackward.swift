extension Attention {
  /// From dZ, which `d.mixed` holds, to dQ, dK and dV:
  /// dV = Aᵀ·dZ, dA = dZ·Vᵀ, dS = A ⊙ (dA − rowsum(A ⊙ dA)) · scale, dQ = dS·K, dK = dSᵀ·Q.
  /// Heads that share a key add up what each of them sends back.
  func backward<T: Real>(_ a: Activations<T>, _ d: Activations<T>, rows: Int, length: Int) {
    let scale = T(scale)
    for head in 0..<heads {
      let isFirst = head == 0 || (head - 1) * keyHeads / heads != head * keyHeads / heads
      for row in 0..<rows {
        let at = place(head: head, row: row, rows: rows, length: length)
        func query(_ m: Matrix<T>) -> Matrix<T> { m.part(rows: at.rows, columns: at.columns) }
        func key(_ m: Matrix<T>) -> Matrix<T> { m.part(rows: at.rows, columns: at.keyColumns) }
        let weights = a.weights.part(rows: at.scores)  // (length, length)
        let dScores = d.scores.part(rows: at.scores)  // (length, length)
        let dMixed = query(d.mixed)  // (length, headWidth)
        multiply(weights.transposed, dMixed, into: key(d.values), adding: !isFirst)
        multiply(dMixed, key(a.values).transposed, into: dScores)
        for i in 0..<length {
          let weight = weights.row(i)
          let back = dScores.row(i)
          var mean: T = 0
          for j in 0..<length { mean += weight[j] * back[j] }
          for j in 0..<length { back[j] = weight[j] * (back[j] - mean) * scale }
        }
        multiply(dScores, key(a.keys), into: query(d.queries))
        multiply(dScores.transposed, query(a.queries), into: key(d.keys), adding: !isFirst)
      }
    }
  }
}
