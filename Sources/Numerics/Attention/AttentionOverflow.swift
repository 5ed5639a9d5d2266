extension Attention {
  /// The first cell, step by step and row by row, that left the range of doubles although its
  /// inputs were finite and the mask lets it through; nil where there is none.
  package var overflow: AttentionCell? {
    let masks: Matrix? = if case .additive(let matrix) = mask { matrix } else { nil }
    let steps: [(AttentionStep, Matrix, (Int, Int) -> Bool)] = [
      (.scores, scores, { self.query.row($0).isFinite && self.key.row($1).isFinite }),
      (.scale, scaled, { self.scores[$0, $1].isFinite }),
      (.mask, masked, { self.scaled[$0, $1].isFinite && masks?[$0, $1].isFinite ?? true }),
      (.maximum, shifted, { self.masked[$0, $1].isFinite && self.rowMaxima[$0]?.isFinite ?? true }),
    ]
    for (step, matrix, isSound) in steps {
      for i in 0..<matrix.rows {
        for j in 0..<matrix.columns
        where !matrix[i, j].isFinite && !mask.blocks(query: i, key: j) && isSound(i, j) {
          return AttentionCell(step, query: i, key: j)
        }
      }
    }
    for i in 0..<output.rows where weights.row(i).isFinite {
      for c in 0..<output.columns where !output[i, c].isFinite {
        let isSound = (0..<key.rows).allSatisfy {
          mask.blocks(query: i, key: $0) || value[$0, c].isFinite
        }
        if isSound { return AttentionCell(.output, query: i, column: c) }
      }
    }
    return nil
  }
}
