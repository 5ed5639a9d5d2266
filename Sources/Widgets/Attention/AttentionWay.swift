import Formulas
import Numerics
import TextUI

/// The whole way on one screen: what is computed, what is looked at, and what is still to come.
extension AttentionWidget {
  func way(_ head: Int, _ view: View) -> [WidgetBlock] {
    var blocks = [stage([.forward(.scores)], head, view)]
    // A mask that masks nothing is not a stage of its own, unless it is looked at.
    let isMasked = mask != .none || step == .forward(.mask)
    let first: StepperStep =
      switch step {
      case .forward(.scale), .forward(.softcap): step
      default: isMasked ? .forward(.mask) : .forward(.scale)
      }
    blocks.append(stage([first, .forward(.maximum)], head, view))
    let powers: StepperStep =
      step.place >= StepperStep.forward(.sum).place ? .forward(.sum) : .forward(.exponentials)
    blocks.append(stage([powers, .forward(.weights)], head, view))
    if step == .forward(.terms) {
      var terms = WidgetBlock.figure(TableRow(grids: stepTables(head, view)))
      terms.isCurrent = true
      blocks.append(terms)
    }
    blocks.append(stage([.forward(.output)], head, view))
    return blocks
  }

  /// Tables that belong together; those that are not looked at are dim, and go first where room is
  /// short, the farthest ones before the near.
  private func stage(_ steps: [StepperStep], _ head: Int, _ view: View) -> WidgetBlock {
    let area = view.cursor.area
    let isOfInputs =
      steps == [.forward(.scores)] && (area == .query || area == .key)
      || steps == [.forward(.output)] && area == .value
    let isCurrent = steps.contains(step) || steps == [.forward(.output)] && step == .forward(.terms)
    let isBright = isCurrent || isOfInputs
    let far = steps.map { abs($0.place - step.place) }.min() ?? 0
    var block: WidgetBlock
    switch steps[0] {
    case .forward(.scores):
      var product = scoresBlock(head, view)
      if !isBright {
        product.product.lit = operands(in: .forward(.scores), product.product, head, view)
      }
      block = .figure(isBright ? product : product.dimmed)
    case .forward(.output):
      var product = outputBlock(head, view)
      if !isOfInputs, step == .forward(.terms) { product.small = .nothing }
      block = .figure(isBright ? product : product.dimmed)
    default:
      let grids = steps.map { step in
        let title = "\(matrixName(step))   \(step.short)\(headSuffix(head))"
        let isMaximum = step == .forward(.maximum) && step != self.step
        var shown = table(step, title, head: head, view, hasTotal: !isMaximum)
        if step != self.step { shown.lit = operands(in: step, shown, head, view) }
        let grid = parameters.isTransposed ? shown.transposed : shown
        return step == self.step ? grid : grid.dimmed
      }
      block = .figure(TableRow(grids: grids))
    }
    block.rank = isBright ? 0 : 2 + far
    block.isStage = true
    block.isCurrent = isCurrent
    return block
  }

  /// The numbers of another step's table that the number under the cursor is computed from: the same
  /// cell of the step before, and for a weight the sum of its row.
  private func operands(
    in other: StepperStep, _ grid: Grid, _ head: Int, _ view: View
  ) -> [LitCells] {
    let isSum = step == .forward(.weights) && other == .forward(.sum)
    guard isSum || before(step) == other,
      let cell = table(step, "", head: head, view).selected, grid.size.rows > cell.row
    else { return [] }
    let last = grid.size.columns - 1
    let columns = isSum ? [cell.column, last] : [cell.column]
    return columns.filter { $0 <= last }.map {
      LitCells(place: .cell(Point(column: $0, row: cell.row)), role: .accent)
    }
  }
}

extension StepperStep {
  /// What the step does, in a few signs.
  fileprivate var short: String {
    switch self {
    case .forward(.scale): "S·s"
    case .forward(.softcap): "c·tanh(S·s ÷ c)"
    case .forward(.mask): "+ M"
    case .forward(.maximum): "less the row's largest"
    case .forward(.exponentials): "e to each"
    case .forward(.sum): "each row added up"
    case .forward(.weights): "÷ its row's sum"
    default: ""
    }
  }
}
