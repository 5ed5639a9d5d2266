import Formulas
import Numerics

/// Which numbers depend on which input, by what they are computed from.
extension AttentionWidget {
  /// Whether a number of a head changes with the input under the cursor.
  func depends(_ source: StepGrid.Source, head: Int, on cursor: Cursor) -> Bool {
    if case .head = cursor.area { return false }
    let column = cursor.column - firstColumn(of: cursor.area, head: head)
    guard (0..<headWidth(of: cursor.area)).contains(column) else { return false }
    let reach = Reach(
      head: trace.heads[head], back: back(head), area: cursor.area, row: cursor.row, column: column)
    switch source {
    case .trace(let cell): return reach.contains(cell)
    case .maximum(let query): return reach.reachesMaximum(of: query)
    case .gradient(let step, let row, let column):
      return reach.contains(step, row: row, column: column)
    }
  }
}

/// What one input reaches in a head: through a factor of 0 it reaches nothing.
private struct Reach {
  let head: Attention
  let back: AttentionGradients?
  let area: AttentionWidget.Area
  let row: Int
  let column: Int

  private func sees(_ query: Int, _ key: Int) -> Bool { !head.masks(query: query, key: key) }

  /// The keys that have a part in the weights of a query.
  private func weighed(_ query: Int) -> [Int] {
    (0..<head.key.rows).filter { sees(query, $0) && head.exponentials[query, $0] > 0 }
  }

  // MARK: Scores

  /// How much the product of a query and a key moves with the input.
  private func pull(_ query: Int, _ key: Int) -> Double {
    switch area {
    case .query: query == row ? part(of: head.scoredKey.row(key), head.queryRotation) : 0
    case .key: key == row ? part(of: head.scoredQuery.row(query), head.keyRotation) : 0
    case .value, .gradient, .head: 0
    }
  }

  /// What the other factor multiplies the input with: where positions turn it, with both of its pair.
  private func part(of other: ArraySlice<Double>, _ rotation: Rotation?) -> Double {
    let other = Array(other)
    guard let rotation else { return other[column] }
    let k = rotation.positions.pair(of: column, width: other.count)
    let (a, b) = rotation.positions.pair(k, width: other.count)
    let (cosine, sine) = (rotation.cosines[row, k], rotation.sines[row, k])
    return column == a
      ? cosine * other[a] + sine * other[b] : cosine * other[b] - sine * other[a]
  }

  /// How much a score moves once it is scaled, and bent by a softcap.
  private func scaledPull(_ query: Int, _ key: Int) -> Double {
    let pull = pull(query, key) * head.scale
    guard let softcap = head.options.softcap else { return pull }
    let share = head.capped[query, key] / softcap
    return pull * (1 - share * share)
  }

  /// The keys that have a query's largest score: one, unless some are equal.
  private func largest(of query: Int) -> [Int] {
    (0..<head.key.rows).filter {
      sees(query, $0) && head.masked[query, $0] == head.rowMaxima[query]
    }
  }

  func reachesMaximum(of query: Int) -> Bool {
    largest(of: query).contains { scaledPull(query, $0) != 0 }
  }

  /// Whether it reaches how far a score lies behind the largest.
  private func reachesDistance(of key: Int, for query: Int) -> Bool {
    let pull = scaledPull(query, key)
    return sees(query, key) && largest(of: query).contains { scaledPull(query, $0) != pull }
  }

  // MARK: Weights

  /// Whether it reaches the weight of a key: all scores that move alike leave the weights alone.
  private func reachesWeight(of key: Int, for query: Int) -> Bool {
    let pull = scaledPull(query, key)
    let keys = weighed(query)
    return keys.contains(key) && keys.contains { scaledPull(query, $0) != pull }
  }

  private func reachesWeights(of query: Int) -> Bool {
    weighed(query).contains { reachesWeight(of: $0, for: query) }
  }

  /// Whether a mean by the weights moves with them: not where all that it is a mean of is one.
  private func reachesMean(of query: Int, _ value: (_ key: Int) -> Double) -> Bool {
    // Keys that move alike keep their shares of each other.
    var groups: [Double: (weight: Double, sum: Double)] = [:]
    for key in weighed(query) {
      let (pull, weight) = (scaledPull(query, key), head.weights[query, key])
      groups[pull, default: (0, 0)].weight += weight
      groups[pull, default: (0, 0)].sum += weight * value(key)
    }
    let means = groups.values.map { $0.sum / $0.weight }
    guard let low = means.min(), let high = means.max() else { return false }
    return high - low > 1e-12 * max(high.magnitude, low.magnitude)
  }

  func contains(_ cell: AttentionCell) -> Bool {
    let (query, key) = (cell.query, cell.key)
    switch cell.step {
    case .rotateQuery: return area == .query && query == row && turns(into: cell.column)
    case .rotateKey: return area == .key && key == row && turns(into: cell.column)
    case .scores: return pull(query, key) != 0
    case .scale: return pull(query, key) * head.scale != 0
    case .softcap: return scaledPull(query, key) != 0
    case .mask: return sees(query, key) && scaledPull(query, key) != 0
    case .maximum: return reachesDistance(of: key, for: query)
    case .exponentials:
      return head.exponentials[query, key] > 0 && reachesDistance(of: key, for: query)
    case .weights: return reachesWeight(of: key, for: query)
    case .sum: return weighed(query).contains { reachesDistance(of: $0, for: query) }
    case .terms:
      return area == .value
        ? key == row && cell.column == column && sees(query, key) && head.weights[query, key] != 0
        : head.value[key, cell.column] != 0 && reachesWeight(of: key, for: query)
    case .output:
      return area == .value
        ? cell.column == column && sees(query, row) && head.weights[query, row] != 0
        : reachesMean(of: query) { head.value[$0, cell.column] }
    }
  }

  /// Whether an entry that positions turn has a part in another one.
  private func turns(into other: Int) -> Bool {
    guard let rotation = area == .query ? head.queryRotation : head.keyRotation else {
      return false
    }
    let width = rotation.matrix.columns
    let k = rotation.positions.pair(of: column, width: width)
    guard rotation.positions.pair(of: other, width: width) == k else { return false }
    return (other == column ? rotation.cosines[row, k] : rotation.sines[row, k]) != 0
  }

  // MARK: Backward

  /// Whether it reaches what comes back to a score.
  private func reachesScoreGradient(of key: Int, for query: Int) -> Bool {
    let keys = weighed(query)
    guard let back, keys.contains(key), keys.count > 1 else { return false }
    switch area {
    case .query, .key:
      return keys.contains { back.dA[query, $0] != back.dA[query, keys[0]] }
        && reachesWeights(of: query)
    case .gradient:
      let mean = keys.map { head.weights[query, $0] * head.value[$0, column] }.total
      let difference = head.value[key, column] - mean
      return query == row && difference.magnitude > 1e-12 * max(mean.magnitude, 1e-300)
    case .value: return keys.contains(row) && back.dO[query, column] != 0
    case .head: return false
    }
  }

  /// Whether it reaches a sum over the keys of what comes back to a query's scores.
  private func reachesQueryGradient(_ query: Int, _ entry: Int) -> Bool {
    let keys = weighed(query)
    guard let back, head.scale != 0 else { return false }
    if area == .key, entry == column, keys.contains(row), back.dScaled[query, row] != 0 {
      return true
    }
    // What comes back to a row is 0 altogether: entries that are one for all keys add up to nothing.
    let differs = keys.contains { head.key[$0, entry] != head.key[keys[0], entry] }
    return (differs || head.queryRotation != nil)
      && keys.contains { reachesScoreGradient(of: $0, for: query) }
  }

  func contains(_ step: StepperStep, row: Int, column: Int) -> Bool {
    guard let back else { return false }
    let queries = 0..<head.query.rows
    switch step {
    case .dV:
      return area == .gradient
        ? column == self.column && sees(self.row, row) && head.weights[self.row, row] != 0
        : queries.contains {
          back.dO[$0, column] != 0 && reachesWeight(of: row, for: $0)
        }
    case .dA:
      return area == .gradient
        ? row == self.row && head.value[column, self.column] != 0
        : area == .value && column == self.row && back.dO[row, self.column] != 0
    case .dS, .forward: return reachesScoreGradient(of: column, for: row)
    case .dQ: return reachesQueryGradient(row, column)
    case .dK:
      if area == .query, column == self.column, head.scale != 0,
        back.dScaled[self.row, row] != 0
      {
        return true
      }
      return head.scale != 0
        && queries.contains {
          (head.query[$0, column] != 0 || head.keyRotation != nil)
            && reachesScoreGradient(of: row, for: $0)
        }
    }
  }
}
