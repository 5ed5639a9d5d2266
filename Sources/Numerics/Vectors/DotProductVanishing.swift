/// Which zeros on the way to a dot product stand for numbers smaller than any double.
extension DotProduct {
  /// Whether a product is 0 although neither of its factors is.
  package func productVanishes(_ index: Int) -> Bool {
    products[index] == 0 && u[index] != 0 && v[index] != 0
  }

  /// Whether a partial sum is 0 only because a product vanished.
  package func partialSumVanishes(_ index: Int) -> Bool {
    partialSums[index] == 0 && (0...index).contains(where: productVanishes)
  }

  /// Whether the dot product is 0 only because a product vanished.
  package var dotVanishes: Bool {
    !partialSums.isEmpty && partialSumVanishes(partialSums.count - 1)
  }

  /// Whether any number on the way is 0 only because it is smaller than any double.
  package var underflows: Bool {
    u.indices.contains { productVanishes($0) || projectionVanishes($0) } || cosineVanishes
  }

  /// Whether the cosine is 0 only because it is smaller than any double.
  package var cosineVanishes: Bool { cosine == 0 && dotVanishes && !areOrthogonal(u, v) }

  /// Whether an entry of the projection is 0 although u and v are not at right angles.
  package func projectionVanishes(_ index: Int) -> Bool {
    projection?[index] == 0 && v[index] != 0 && (dot != 0 || dotVanishes) && !areOrthogonal(u, v)
  }
}

extension LayerNorm {
  /// Whether the mean is 0 only because it is smaller than any double.
  package var meanVanishes: Bool {
    guard mean == 0 else { return false }
    let sum = exactSum(x)
    return sum != 0 && sum / Double(x.count) == 0
  }

  /// Whether an entry less the mean is 0 although the two differ.
  package func centredVanishes(_ index: Int) -> Bool {
    centred[index] == 0 && counted.centred[index] != 0
  }

  /// Whether a square is 0 although its root is not.
  package func squareVanishes(_ index: Int) -> Bool {
    squares[index] == 0 && counted.centred[index] != 0
  }

  /// Whether the mean of the squares is 0 although one of them is not.
  package var meanSquareVanishes: Bool { meanSquare == 0 && !hasNoSpread }

  /// Whether the divisor is 0 only because it is smaller than any double.
  package var divisorVanishes: Bool { divisor == 0 && counted.divisor != 0 }

  /// Whether a quotient is 0 although its dividend is not.
  package func normalisedVanishes(_ index: Int) -> Bool {
    normalised[index] == 0 && counted.centred[index] != 0
  }

  /// Whether an entry of the output is 0 although neither factor is and nothing is added.
  package func outputVanishes(_ index: Int) -> Bool {
    output[index] == 0 && gamma[index] != 0 && (method == .rms || beta[index] == 0)
      && counted.centred[index] != 0
  }

  /// Whether any number on the way is 0 only because it is smaller than any double.
  package var underflows: Bool {
    meanVanishes || meanSquareVanishes || divisorVanishes
      || x.indices.contains {
        centredVanishes($0) || squareVanishes($0) || normalisedVanishes($0) || outputVanishes($0)
      }
  }
}

extension Softmax {
  /// Whether a score is 0 only once it is divided by the temperature.
  package func scaledVanishes(_ index: Int) -> Bool {
    scaled[index] == 0 && scores[index] != 0 && temperature.isFinite
  }

  /// Whether a power is 0 although no power of e is.
  package func exponentialVanishes(_ index: Int) -> Bool {
    exponentials[index] == 0 && takesPart(index)
  }

  /// Whether a weight is 0 although its score takes part.
  package func weightVanishes(_ index: Int) -> Bool {
    weights[index] == 0 && takesPart(index)
  }

  /// Whether a score has a weight, however small: a temperature may send it to −∞, its limit 0 alone
  /// takes all from it.
  private func takesPart(_ index: Int) -> Bool {
    scores[index] > -.infinity && temperature != 0
  }
}

extension Sampling {
  /// Whether a token that was kept has a probability of 0.
  package func probabilityVanishes(_ token: Int) -> Bool {
    probabilities[token] == 0 && kept.contains(token) && softmax.weightVanishes(token)
  }
}

extension Attention {
  /// Whether the number of a cell is 0 only because it is smaller than any double.
  package func vanishes(_ cell: AttentionCell) -> Bool {
    guard value(at: cell) == 0 else { return false }
    let (i, j, c) = (cell.query, cell.key, cell.column)
    func at(_ step: AttentionStep, _ key: Int) -> AttentionCell {
      AttentionCell(step, query: i, key: key, column: c)
    }
    switch cell.step {
    // A coordinate of a turned pair is 0 by cancelling, as a rule.
    case .rotateQuery, .rotateKey: return false
    case .scores: return anyProductVanishes(scoredQuery.row(i), scoredKey.row(j))
    case .scale: return scale != 0 && (scores[i, j] != 0 || vanishes(at(.scores, j)))
    case .softcap: return scaled[i, j] != 0 || vanishes(at(.scale, j))
    case .mask:
      return addends[i, j] == 0
        && vanishes(at(options.softcap == nil ? .scale : .softcap, j))
    case .maximum, .sum: return false
    case .exponentials: return shifted[i, j] > -.infinity
    case .weights: return rowMaxima[i] != nil && shifted[i, j] > -.infinity
    case .terms:
      return value[j, c] != 0 && !masks(query: i, key: j)
        && (weights[i, j] != 0 || vanishes(at(.weights, j)))
    case .output: return (0..<key.rows).contains { vanishes(at(.terms, $0)) }
    }
  }
}

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

/// Whether one of the products of two vectors' entries is 0 although its factors are not.
func anyProductVanishes(_ left: some Collection<Double>, _ right: some Collection<Double>) -> Bool {
  zip(left, right).contains { $0 != 0 && $1 != 0 && $0 * $1 == 0 }
}
