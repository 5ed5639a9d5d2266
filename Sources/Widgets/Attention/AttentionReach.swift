import Formulas
import Numerics

/// Which numbers depend on which input, by what they are computed from.
extension AttentionWidget {
  /// Whether a number of a head changes with the input under the cursor.
  func depends(_ source: StepGrid.Source, head: Int, on cursor: Cursor) -> Bool {
    if case .head = cursor.area { return false }
    let column = cursor.column - first(of: cursor.area, head: head)
    guard (0..<width(of: cursor.area)).contains(column) else { return false }
    let reach = Reach(
      head: trace.heads[head], area: cursor.area, row: cursor.row, column: column)
    switch source {
    case .trace(let cell): return reach.contains(cell)
    case .maximum(let query): return reach.reachesMaximum(of: query)
    case .gradient(let step, let row, let column):
      return reach.contains(step, row: row, column: column)
    }
  }
}

/// What one input reaches in a head.
private struct Reach {
  let head: Attention
  let area: AttentionWidget.Area
  let row: Int
  let column: Int

  private func sees(_ query: Int, _ key: Int) -> Bool { !head.blocks(query: query, key: key) }

  /// Whether a query has keys to choose among; where it has only one, that has all the weight.
  private func chooses(_ query: Int) -> Bool {
    (0..<head.key.rows).count { sees(query, $0) } > 1
  }

  /// Whether it reaches a score of a query that is not masked.
  func reachesScores(of query: Int) -> Bool {
    switch area {
    case .query: query == row && (0..<head.key.rows).contains { sees(query, $0) }
    case .key: sees(query, row)
    case .value, .gradient, .head: false
    }
  }

  /// Whether it reaches the weights of a query.
  private func reachesWeights(of query: Int) -> Bool { reachesScores(of: query) && chooses(query) }

  /// The keys that have a query's largest score: one, unless some are equal.
  private func largest(of query: Int) -> [Int] {
    (0..<head.key.rows).filter {
      sees(query, $0) && head.masked[query, $0] == head.rowMaxima[query]
    }
  }

  func reachesMaximum(of query: Int) -> Bool {
    area == .key ? largest(of: query).contains(row) : reachesScores(of: query)
  }

  /// Whether it reaches how far a score lies behind the largest: that one itself never does.
  private func reachesDistance(of key: Int, for query: Int) -> Bool {
    let largest = largest(of: query)
    guard reachesWeights(of: query), largest != [key] else { return false }
    return area == .query || key == row || largest.contains(row)
  }

  func contains(_ cell: AttentionCell) -> Bool {
    let (query, key) = (cell.query, cell.key)
    switch cell.step {
    case .rotateQuery, .rotateKey: return false
    case .scores, .scale, .softcap:
      return area == .query ? query == row : area == .key && key == row
    case .mask:
      return sees(query, key) && (area == .query ? query == row : area == .key && key == row)
    case .maximum, .exponentials: return sees(query, key) && reachesDistance(of: key, for: query)
    case .weights: return sees(query, key) && reachesWeights(of: query)
    case .sum: return reachesWeights(of: query)
    case .terms:
      return sees(query, key)
        && (area == .value ? key == row && cell.column == column : reachesWeights(of: query))
    case .output:
      return area == .value
        ? cell.column == column && sees(query, row) : reachesWeights(of: query)
    }
  }

  /// Whether it reaches what comes back to the scores of a query.
  private func reachesScoreGradients(of query: Int) -> Bool {
    guard chooses(query) else { return false }
    switch area {
    case .query, .gradient: return query == row
    case .key, .value: return sees(query, row)
    case .head: return false
    }
  }

  func contains(_ step: StepperStep, row: Int, column: Int) -> Bool {
    let queries = 0..<head.query.rows
    switch step {
    case .dV:
      if area == .gradient { return column == self.column && sees(self.row, row) }
      return queries.contains { sees($0, row) && reachesWeights(of: $0) }
    case .dA: return area == .gradient ? row == self.row : area == .value && column == self.row
    case .dS, .forward: return sees(row, column) && reachesScoreGradients(of: row)
    case .dQ: return reachesScoreGradients(of: row)
    case .dK: return queries.contains { sees($0, row) && reachesScoreGradients(of: $0) }
    }
  }
}
