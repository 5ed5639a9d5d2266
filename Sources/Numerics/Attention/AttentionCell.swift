/// One number of the trace: a step, and where it stands there, counted from 0.
package struct AttentionCell: Hashable, Sendable {
  /// The step the number belongs to.
  package var step: AttentionStep
  /// The query, a row in every step but `rotateKey`, where it is unused.
  package var query: Int
  /// The key; unused in the steps `rotateQuery`, `sum` and `output`.
  package var key: Int
  /// The column; used in the steps `rotateQuery`, `rotateKey`, `terms` and `output` only.
  package var column: Int

  /// A cell of the trace; indices that its step does not use may be left out.
  package init(_ step: AttentionStep, query: Int = 0, key: Int = 0, column: Int = 0) {
    self.step = step
    self.query = query
    self.key = key
    self.column = column
  }
}

extension Attention {
  /// Whether the trace has such a cell.
  package func contains(_ cell: AttentionCell) -> Bool {
    let isQuery = (0..<query.rows).contains(cell.query)
    let isKey = (0..<key.rows).contains(cell.key)
    let isColumn = (0..<value.columns).contains(cell.column)
    let isEntry = (0..<query.columns).contains(cell.column)
    return switch cell.step {
    case .rotateQuery: queryRotation != nil && isQuery && isEntry
    case .rotateKey: keyRotation != nil && isKey && isEntry
    case .softcap: options.softcap != nil && isQuery && isKey
    case .scores, .scale, .mask, .maximum, .exponentials, .weights: isQuery && isKey
    case .sum: isQuery
    case .terms: isQuery && isKey && isColumn
    case .output: isQuery && isColumn
    }
  }

  /// The number in a cell; nil where the trace has no such cell.
  package func value(at cell: AttentionCell) -> Double? {
    guard contains(cell) else { return nil }
    let (i, j, c) = (cell.query, cell.key, cell.column)
    switch cell.step {
    case .rotateQuery: return scoredQuery[i, c]
    case .rotateKey: return scoredKey[j, c]
    case .scores: return scores[i, j]
    case .scale: return scaled[i, j]
    case .softcap: return capped[i, j]
    case .mask: return masked[i, j]
    case .maximum: return shifted[i, j]
    case .exponentials: return exponentials[i, j]
    case .sum: return rowSums[i]
    case .weights: return weights[i, j]
    case .terms: return term(query: i, key: j, column: c)
    case .output: return output[i, c]
    }
  }
}
