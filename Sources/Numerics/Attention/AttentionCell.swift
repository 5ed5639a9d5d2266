/// One number of the trace: a step, and where it stands there, counted from 0.
package struct AttentionCell: Hashable, Sendable {
  /// The step the number belongs to.
  package var step: AttentionStep
  /// The query, a row in every step.
  package var query: Int
  /// The key; unused in the steps `sum` and `output`.
  package var key: Int
  /// The column of the values; used in the steps `terms` and `output` only.
  package var column: Int

  /// A cell of the trace; indices that its step does not use may be left out.
  package init(_ step: AttentionStep, query: Int, key: Int = 0, column: Int = 0) {
    self.step = step
    self.query = query
    self.key = key
    self.column = column
  }
}

extension Attention {
  /// Whether the trace has such a cell.
  package func contains(_ cell: AttentionCell) -> Bool {
    let needsKey = cell.step != .sum && cell.step != .output
    let needsColumn = cell.step == .terms || cell.step == .output
    return (0..<query.rows).contains(cell.query)
      && (!needsKey || (0..<key.rows).contains(cell.key))
      && (!needsColumn || (0..<value.columns).contains(cell.column))
  }

  /// The number in a cell; nil where the trace has no such cell.
  package func value(at cell: AttentionCell) -> Double? {
    guard contains(cell) else { return nil }
    let (i, j, c) = (cell.query, cell.key, cell.column)
    switch cell.step {
    case .scores: return scores[i, j]
    case .scale: return scaled[i, j]
    case .mask: return masked[i, j]
    case .maximum: return shifted[i, j]
    case .exponentials: return exponentials[i, j]
    case .sum: return rowSums[i]
    case .weights: return weights[i, j]
    case .terms: return mask.blocks(query: i, key: j) ? 0 : weights[i, j] * value[j, c]
    case .output: return output[i, c]
    }
  }
}
