/// Which zeros on the way through attention stand for numbers smaller than any double.
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
