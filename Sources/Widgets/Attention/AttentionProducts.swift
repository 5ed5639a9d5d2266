import Formulas
import Numerics
import TextUI

/// The products on the way, each at the crossing of its factors.
extension AttentionWidget {
  /// S = Q·Kᵀ.
  func scoresBlock(_ head: Int, _ view: View) -> ProductBlock {
    product(
      queryGrid(head, view, rows: .rows, columns: .inner), .query,
      keyGrid(head, view, rows: .columns, columns: .inner).transposed, .key,
      table(.forward(.scores), "S" + headSuffix(head), head: head, view),
      alone: alone(head, view, transposed: .key))
  }

  /// The table under the cursor where it stands alone: nothing is summed over there.
  private func alone(_ head: Int, _ view: View, transposed: Area? = nil) -> Grid? {
    let isTransposed = view.cursor.area == transposed
    let (rows, columns): (AxisUse, AxisUse) = isTransposed ? (.columns, .rows) : (.rows, .columns)
    let grid: Grid? =
      switch view.cursor.area {
      case .query: queryGrid(head, view, rows: rows, columns: columns)
      case .key: keyGrid(head, view, rows: rows, columns: columns)
      case .value: valueGrid(head, view, rows: rows, columns: columns)
      case .gradient: outputGradientGrid(head, view, rows: rows, columns: columns)
      case .head: nil
      }
    return isTransposed ? grid?.transposed : grid
  }

  /// O = A·V; while the terms are looked at, the weight and the value of the term are lit.
  func outputBlock(_ head: Int, _ view: View) -> ProductBlock {
    let weights = table(.forward(.weights), "weights A", head: head, view, columns: .inner)
    var block = product(
      weights.asFactor, .query, valueGrid(head, view, rows: .inner, columns: .columns), .value,
      table(.forward(.output), "O" + headSuffix(head), head: head, view), alone: alone(head, view))
    if step == .forward(.terms), case .trace(let cell)? = cellSource(view.cursor)?.source,
      !parameters.isTransposed
    {
      func place(_ axis: Axis, _ use: AxisUse, _ index: Int) -> Int {
        drawn(axis, use, view).firstIndex(of: index) ?? -1
      }
      let (query, key) = (place(.query, .rows, cell.query), place(.key, .inner, cell.key))
      let column = place(.column, .columns, cell.column)
      block.left.lit = [LitCells(place: .cell(Point(column: key, row: query)), role: .query)]
      block.right.lit = [LitCells(place: .cell(Point(column: column, row: key)), role: .value)]
    }
    return block
  }

  /// The product that a step of the backward pass is; nil for dS, which is none.
  func gradientBlock(_ step: StepperStep, _ head: Int, _ view: View) -> ProductBlock? {
    func factor(
      _ step: StepperStep, _ title: String, rows: AxisUse = .rows, columns: AxisUse = .inner
    ) -> Grid {
      table(step, title, head: head, view, rows: rows, columns: columns).asFactor
    }
    let result = table(step, step.title + headSuffix(head), head: head, view)
    switch step {
    case .dV:
      let weights = factor(.forward(.weights), "A", rows: .inner, columns: .rows)
      let dO = outputGradientGrid(head, view, rows: .inner, columns: .columns)
      return product(weights.transposed, .query, dO, .value, result, alone: alone(head, view))
    case .dA:
      return product(
        outputGradientGrid(head, view, rows: .rows, columns: .inner), .query,
        valueGrid(head, view, rows: .columns, columns: .inner).transposed, .value, result,
        alone: alone(head, view, transposed: .value))
    case .dQ:
      let keys = keyGrid(head, view, rows: .inner, columns: .columns)
      return product(factor(.dS, "dS"), .query, keys, .key, result, alone: alone(head, view))
    case .dK:
      let queries = queryGrid(head, view, rows: .inner, columns: .columns)
      let scores = factor(.dS, "dS", rows: .inner, columns: .rows)
      return product(
        scores.transposed, .key, queries, .query, result, alone: alone(head, view))
    case .dS, .forward: return nil
    }
  }

  private func product(
    _ left: Grid, _ leftRole: Role, _ right: Grid, _ rightRole: Role, _ product: Grid,
    alone: Grid?
  ) -> ProductBlock {
    var block = ProductBlock(left: left, right: right, product: product).lit(leftRole, rightRole)
    block.factor = alone
    return parameters.isTransposed ? block.transposed : block
  }
}
