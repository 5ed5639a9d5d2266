import Numerics

extension Attention {
  /// What a guess for a cell is worth; nil where the trace has no such cell.
  package func judge(_ guess: Quantity, at cell: AttentionCell) -> Judgement? {
    guard let truth = value(at: cell) else { return nil }
    return Judgement(
      guess, truth: Quantity(truth, vanishes: vanishes(cell)),
      addends: derivation(of: cell)?.terms ?? [], mistakes: mistakes(at: cell))
  }

  /// The numbers that common mistakes lead to in a cell.
  func mistakes(at cell: AttentionCell) -> [(Misconception, Double)] {
    AttentionMisconception.allCases.flatMap { misconception in
      misconception.values(at: cell, in: self).map { (.attention(misconception), $0) }
    }
  }
}
