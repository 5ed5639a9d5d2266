import Formulas
import Numerics
import TextUI

/// The whole backward pass on one screen: what comes back to V, A, S, Q and K, one below the other.
extension AttentionWidget {
  func wayBack(_ head: Int, _ view: View) -> [WidgetBlock] {
    [.dV, .dA, .dS, .dQ, .dK].compactMap { stageBack($0, head, view) }
  }

  /// What one step computes with what it is computed from; dim where it is not looked at, and the first
  /// to go where room is short the farther it is from there.
  private func stageBack(_ step: StepperStep, _ head: Int, _ view: View) -> WidgetBlock? {
    let isCurrent = step == self.step
    // The input under the cursor is seen where it is a factor.
    let isBright = isCurrent || step == factored(view.cursor.area)
    var block: WidgetBlock
    if let product = gradientBlock(step, head, view) {
      block = .figure(isBright ? product : product.dimmed)
    } else {
      block = .figure(TableRow(grids: scoreGradients(head, view)))
    }
    block.rank = isBright ? 0 : 2 + abs(step.place - self.step.place)
    block.isStage = true
    block.isCurrent = isCurrent
    return block
  }

  /// The step that an input is a factor of; dO is one of both dV and dA.
  private func factored(_ area: Area) -> StepperStep? {
    switch area {
    case .query: .dK
    case .key: .dQ
    case .value: .dA
    case .gradient: step == .dA ? .dA : .dV
    case .head: nil
    }
  }

  /// dS with all that it is computed from, where that has room beside it, or a page for it.
  func scoreGradientRow(_ head: Int, _ view: View) -> TableRow? {
    let row = TableRow(grids: scoreGradients(head, view))
    guard let room = view.room, !view.isPage else { return row }
    let height = row.laidOut(width: room.columns, ascii: view.ascii).height
    return height <= query.rows + 2 ? row : nil
  }

  /// A, dA and dS = A ⊙ (dA − Σ) side by side: Σ, of a whole row of both, and the cell itself are lit.
  private func scoreGradients(_ head: Int, _ view: View) -> [Grid] {
    var result = table(.dS, "dS   A ⊙ (dA − Σ)" + headSuffix(head), head: head, view)
    let row = result.selected?.row
    if parameters.isTransposed { result = result.transposed }
    let operands = [(StepperStep.forward(.weights), "A"), (.dA, "dA")].map { step, name in
      var grid = table(step, name + headSuffix(head), head: head, view, hasTotal: false)
      if let row, self.step == .dS, grid.size.rows > row {
        grid.lit = [LitCells(place: .row(row), role: .accent)]
      }
      let shown = parameters.isTransposed ? grid.transposed : grid
      return self.step == .dS ? shown : shown.dimmed
    }
    return operands + [self.step == .dS ? result : result.dimmed]
  }
}
