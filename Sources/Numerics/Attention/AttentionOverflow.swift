/// An input that is finite as given and infinite once rounded to the precision.
package struct InputOverflow: Equatable, Sendable {
  /// `Q`, `K`, `V` or `mask`.
  package let name: String
  /// Where it stands, counted from 0.
  package let row, column: Int
  /// The number as given.
  package let number: Double

  /// The first of Q, K, V and an added mask.
  static func first(
    in inputs: [(String, Matrix)], mask: AttentionMask, _ precision: Precision
  ) -> InputOverflow? {
    if precision == .double { return nil }
    let masks = mask.parts.compactMap { if case .additive(let matrix) = $0 { matrix } else { nil } }
    for (name, matrix) in inputs + masks.map({ ("mask", $0) }) {
      let found = matrix.elements.firstIndex { $0.isFinite && !precision.round($0).isFinite }
      if let found {
        let (row, column) = found.quotientAndRemainder(dividingBy: matrix.columns)
        return InputOverflow(
          name: name, row: row, column: column, number: matrix.elements[found])
      }
    }
    return nil
  }
}

extension Attention {
  /// The first cell, step by step and row by row, that left the range of its precision although its
  /// inputs were finite and the mask lets it through; nil where there is none.
  package var overflow: AttentionCell? {
    rotationOverflow ?? scoreOverflow ?? outputOverflow
  }

  private var rotationOverflow: AttentionCell? {
    func first(_ rotation: Rotation?) -> (row: Int, column: Int)? {
      guard let rotation, let found = rotation.rotated.elements.firstIndex(where: { !$0.isFinite })
      else { return nil }
      let (row, column) = found.quotientAndRemainder(dividingBy: rotation.rotated.columns)
      return rotation.matrix.row(row).isFinite ? (row, column) : nil
    }
    if let found = first(queryRotation) {
      return AttentionCell(.rotateQuery, query: found.row, column: found.column)
    }
    return first(keyRotation).map { AttentionCell(.rotateKey, key: $0.row, column: $0.column) }
  }

  private var scoreOverflow: AttentionCell? {
    let (query, key) = (scoredQuery, scoredKey)
    let steps: [(AttentionStep, Matrix, (Int, Int) -> Bool)] = [
      (.scores, scores, { query.row($0).isFinite && key.row($1).isFinite }),
      (.scale, scaled, { self.scores[$0, $1].isFinite }),
      (.softcap, capped, { self.scaled[$0, $1].isFinite }),
      (.mask, masked, { self.capped[$0, $1].isFinite && self.addends[$0, $1].isFinite }),
      (.maximum, shifted, { self.masked[$0, $1].isFinite && self.rowMaxima[$0]?.isFinite ?? true }),
    ]
    for (step, matrix, isSound) in steps {
      for i in 0..<matrix.rows {
        for j in 0..<matrix.columns
        where !matrix[i, j].isFinite && !masks(query: i, key: j) && isSound(i, j) {
          return AttentionCell(step, query: i, key: j)
        }
      }
    }
    return rowSums.indices.first { !rowSums[$0].isFinite && exponentials.row($0).isFinite }
      .map { AttentionCell(.sum, query: $0) }
  }

  private var outputOverflow: AttentionCell? {
    for i in 0..<output.rows where weights.row(i).isFinite {
      for c in 0..<output.columns where !output[i, c].isFinite {
        let isSound = (0..<key.rows).allSatisfy {
          masks(query: i, key: $0) || value[$0, c].isFinite
        }
        if isSound { return AttentionCell(.output, query: i, column: c) }
      }
    }
    return nil
  }
}
