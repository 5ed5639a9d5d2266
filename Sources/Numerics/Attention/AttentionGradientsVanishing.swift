/// Which zeros on the way through the backward pass of attention stand for numbers smaller than any double.
extension AttentionGradients {
  /// Whether what comes back to a value is 0 only because it is smaller than any double.
  package func valueVanishes(_ j: Int, _ c: Int, of attention: Attention) -> Bool {
    dV[j, c] == 0
      && (0..<dO.rows).contains { i in
        let weight = attention.weights[i, j]
        return dO[i, c] != 0 && weight * dO[i, c] == 0
          && (weight != 0 || attention.vanishes(AttentionCell(.weights, query: i, key: j)))
      }
  }

  /// The same of a weight.
  package func weightVanishes(_ i: Int, _ j: Int, of attention: Attention) -> Bool {
    dA[i, j] == 0 && anyProductVanishes(dO.row(i), attention.value.row(j))
  }

  /// The same of a score.
  package func scoreVanishes(_ i: Int, _ j: Int, of attention: Attention) -> Bool {
    guard dS[i, j] == 0, !attention.masks(query: i, key: j) else { return false }
    return (0..<dS.columns).contains { k in
      guard k != j, !attention.masks(query: i, key: k), dA[i, j] != dA[i, k] else {
        return false
      }
      return attention.weights[i, j] * attention.weights[i, k] * (dA[i, j] - dA[i, k]) == 0
    }
  }

  /// The same of a query.
  package func queryVanishes(_ i: Int, _ c: Int, of attention: Attention) -> Bool {
    dQ[i, c] == 0
      && (0..<dS.columns).contains { j in
        vanishes(i, j, times: attention.key[j, c], of: attention)
      }
  }

  /// The same of a key.
  package func keyVanishes(_ j: Int, _ c: Int, of attention: Attention) -> Bool {
    dK[j, c] == 0
      && (0..<dS.rows).contains { i in
        vanishes(i, j, times: attention.query[i, c], of: attention)
      }
  }

  private func vanishes(
    _ i: Int, _ j: Int, times factor: Double, of attention: Attention
  ) -> Bool {
    factor != 0 && attention.scale != 0 && dS[i, j] * factor * attention.scale == 0
      && (dS[i, j] != 0 || scoreVanishes(i, j, of: attention))
  }
}
