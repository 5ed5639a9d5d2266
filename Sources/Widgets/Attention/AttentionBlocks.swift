import Formulas
import Numerics
import Plots
import TextUI

extension AttentionWidget {
  package func blocks(_ view: View) -> [WidgetBlock] {
    let head = head(at: view.cursor)
    let explained = explanation(view)
    if view.isWide, !step.isBackward {
      return [steps] + way(head, view) + settings(view)
        + ([.text([step.heading], Style(.heading, .bold), rank: 0), said] + explained + tries)
        .map(\.atSide)
    }
    return [steps, why(view)] + figures(head, view) + legend(view) + explained + settings(view)
      + remarks(view) + [.text([step.explanation], rank: 5)]
  }

  /// What the step is for, and how it does it.
  private var said: WidgetBlock {
    .text([step.why, step.explanation], rank: 2, hasGap: false)
  }

  /// The steps in a line, the current one in brackets.
  private var steps: WidgetBlock {
    let steps = StepperStep.allCases.filter { $0.isBackward == step.isBackward }
    let names = steps.map(Self.name)
    let current = steps.firstIndex(of: step) ?? 0
    return WidgetBlock(.strip(names, current: current), rank: 0, hasGap: false)
  }

  private func why(_ view: View) -> WidgetBlock {
    .figure(SidesLine(left: step.why, right: formula), rank: 2)
  }

  /// The step's formula, the scale as it is set.
  private var formula: String {
    guard step == .forward(.scale) else { return step.formula }
    return switch scale {
    case .auto: step.formula
    case .none: "S as it is"
    case .value(let factor): "S·\(NumberText().factor(NumberText().text(factor)))"
    }
  }

  // MARK: What is looked at

  /// The step's figure; with the cursor on an input, the product that it takes part in too.
  private func figures(_ head: Int, _ view: View) -> [WidgetBlock] {
    let own = figure(step, head, view)
    let product: ProductBlock? =
      switch view.cursor.area {
      case .head: nil
      case .query, .key:
        step == .forward(.scores) || step == .dQ || step == .dK ? nil : scoresBlock(head, view)
      case .value:
        step == .forward(.output) || step == .forward(.terms) || step == .dA
          ? nil : outputBlock(head, view)
      case .gradient: step == .dV || step == .dA ? nil : gradientBlock(.dV, head, view)
      }
    guard let product else { return own }
    let result = stepTables(head, view)
    return [.figure(product, rank: 0)] + [WidgetBlock(.grids(result), rank: 1)]
  }

  /// The figure of a step: a product at the crossing of its factors, or a table before and after.
  func figure(_ step: StepperStep, _ head: Int, _ view: View) -> [WidgetBlock] {
    switch step {
    case .forward(.scores): return [.figure(scoresBlock(head, view))]
    case .forward(.output): return [.figure(outputBlock(head, view))]
    case .forward(.terms):
      var product = outputBlock(head, view)
      product.isAllOrNothing = view.cursor.area == .head(head)
      return [
        .figure(product, rank: product.isAllOrNothing ? 1 : 0),
        WidgetBlock(.grids(stepTables(head, view)), rank: 0),
      ]
    default:
      if let change = changeBlock(step, head, view) { return [.figure(change)] }
      return (gradientBlock(step, head, view)).map { [.figure($0)] } ?? []
    }
  }

  /// The step's own table; of the terms those of the query that is looked at.
  func stepTables(_ head: Int, _ view: View) -> [Grid] {
    let table = table(step, Self.name(step) + suffix(head), head: head, view)
    if parameters.isTransposed { return [table.transposed] }
    guard step == .forward(.terms) else { return [table] }
    let row = view.cursor.row(in: .head(head)) ?? (view.cursor.row(in: .query) ?? 0) * key.rows
    let query = min(row / key.rows, self.query.rows - 1)
    return [
      table.rows(query * key.rows..<(query + 1) * key.rows, "terms of \"\(name(query))\"")
    ]
  }

  // MARK: What is said

  private func legend(_ view: View) -> [WidgetBlock] {
    guard !view.isGuessing, view.frame == nil else { return [] }
    let data = stepGrid(step, head: head(at: view.cursor))
    let values = data.glowing.joined().filter(\.isFinite)
    guard let low = data.low ?? values.min(), let high = data.high ?? values.max(), low < high
    else { return [] }
    return [HeatLegend.block(from: low, to: high, view.numbers)]
  }

  private func settings(_ view: View) -> [WidgetBlock] {
    let factor =
      switch scale {
      case .auto: "1/√\(trace.heads[0].query.columns)"
      case .none: "none"
      case .value(let factor): view.numbers.text(factor)
      }
    let heads = trace.heads.count
    let share = heads > 1 ? ", each of width \(query.columns) ÷ \(heads)" : ""
    let parts = [
      "m mask: \(mask.name)", "s scale: \(factor)", "h heads: \(heads)\(share)",
      step.isBackward ? "b forth again" : "b the way back",
    ]
    return [.figure(PartsLine(parts: parts), rank: 3)]
  }

  private var tries: [WidgetBlock] {
    step.tries.isEmpty
      ? []
      : [
        .text(["Try"], Style(.heading, .bold), rank: 4),
        .text(step.tries.map { "  \($0.key)  \($0.text)" }, rank: 4, hasGap: false),
      ]
  }

  private func remarks(_ view: View) -> [WidgetBlock] {
    var remarks: [String] = []
    if case .forward(.mask) = step {
      remarks += (MaskNote.text(mask).map { [$0] } ?? []) + [Remark.truthInMasks]
    }
    // What became of numbers that are hidden is not told.
    guard !view.isGuessing else { return remarks.isEmpty ? [] : [.text(remarks, rank: 3)] }
    if let cell = trace.heads.lazy.compactMap(\.overflow).first {
      remarks.append(Remark.overflow(cell, in: trace.heads[0].options))
    }
    let data = stepGrid(step, head: head(at: view.cursor))
    if vanished(data).joined().contains(true) { remarks.append(Remark.underflow) }
    return remarks.isEmpty ? [] : [.text(remarks, rank: 3)]
  }

  package func judge(_ guess: Quantity, at cursor: Cursor) -> Judgement? {
    guard let (source, index) = source(cursor), !isOfStepBefore(source) else { return nil }
    if case .trace(let cell) = source { return trace.heads[index].judge(guess, at: cell) }
    let truth = Quantity(
      value(of: source, head: index), vanishes: vanishes(source, head: index))
    return Judgement(guess, truth: truth)
  }

  package func guessHint(at cursor: Cursor) -> String? {
    let masks = step == .forward(.mask) || step == .forward(.maximum)
    if masks, mask != .none { return Remark.maskedGuessHint }
    return Remark.guessHint(for: stepGrids.flatMap { $0.values.joined() })
  }
}
