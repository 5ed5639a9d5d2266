import Numerics

extension Attention {
  /// What a guess for a cell is worth; nil where the trace has no such cell.
  package func judge(_ guess: Double, at cell: AttentionCell) -> Judgement? {
    guard let truth = value(at: cell) else { return nil }
    let addends = derivation(of: cell)?.terms ?? []
    let found = Judgement(guess, truth: truth, addends: addends)
    if found.isRight { return found }
    return Judgement(guess, truth: truth, addends: addends, mistakes: mistakes(at: cell))
  }

  /// The numbers that common mistakes lead to in a cell.
  func mistakes(at cell: AttentionCell) -> [(Misconception, Double)] {
    AttentionMisconception.allCases.flatMap { misconception in
      misconception.values(at: cell, in: self).map { (.attention(misconception), $0) }
    }
  }
}
