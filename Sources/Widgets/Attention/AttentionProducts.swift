import Formulas
import Numerics
import TextUI

/// The products on the way, each at the crossing of its factors.
extension AttentionWidget {
  /// S = Q·Kᵀ.
  func scoresBlock(_ head: Int, _ view: View) -> ProductBlock {
    product(
      queries(head, view), .query, keys(head, view).transposed, .key,
      table(.forward(.scores), "S" + suffix(head), head: head, view))
  }

  /// O = A·V; while the terms are looked at, the weight and the value of the term are lit.
  func outputBlock(_ head: Int, _ view: View) -> ProductBlock {
    let weights = table(.forward(.weights), "weights A", head: head, view)
    var block = product(
      weights.asFactor, .query, values(head, view), .value,
      table(.forward(.output), "O" + suffix(head), head: head, view))
    if step == .forward(.terms), case .trace(let cell)? = source(view.cursor)?.source,
      !parameters.isTransposed
    {
      let (weight, value) = (
        Point(column: cell.key, row: cell.query), Point(column: cell.column, row: cell.key)
      )
      block.left.lit = [LitCells(place: .cell(weight), role: .query)]
      block.right.lit = [LitCells(place: .cell(value), role: .value)]
    }
    return block
  }

  /// The product that a step of the way back is; nil for dS, which is none.
  func gradientBlock(_ step: StepperStep, _ head: Int, _ view: View) -> ProductBlock? {
    func factor(_ step: StepperStep, _ title: String) -> Grid {
      table(step, title, head: head, view).asFactor
    }
    let result = table(step, step.title + suffix(head), head: head, view)
    switch step {
    case .dV:
      let weights = factor(.forward(.weights), "A")
      return product(weights.transposed, .query, outputGradients(head, view), .value, result)
    case .dA:
      return product(
        outputGradients(head, view), .query, values(head, view).transposed, .value, result)
    case .dQ: return product(factor(.dS, "dS"), .query, keys(head, view), .key, result)
    case .dK:
      return product(factor(.dS, "dS").transposed, .key, queries(head, view), .query, result)
    case .dS, .forward: return nil
    }
  }

  private func product(
    _ left: Grid, _ leftRole: Role, _ right: Grid, _ rightRole: Role, _ product: Grid
  ) -> ProductBlock {
    let block = ProductBlock(left: left, right: right, product: product).lit(leftRole, rightRole)
    return parameters.isTransposed ? block.transposed : block
  }
}
