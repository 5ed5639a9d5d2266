import Formulas
import Numerics
import Plots
import TextUI

extension AttentionWidget {
  package func blocks(_ view: View) -> [WidgetBlock] {
    let view = deciding(view)
    let head = headIndex(at: view.cursor)
    let explained = explanation(view)
    if view.isWide {
      let guide = Guide(
        heading: step.heading, why: [step.why, told], formula: step.isBackward ? "" : formula,
        tries: step.tries)
      let main = step.isBackward ? [formulaLine] + wayBack(head, view) : way(head, view)
      return [steps] + source + main + legend(view) + settings(view)
        + guide.pane(around: explained + remarks(view))
    }
    return [steps] + source + [why(view)] + figures(head, view) + legend(view) + explained
      + settings(view)
      + remarks(view) + [.text([told], rank: 5)]
  }

  /// How the step does it, the scale as it is set.
  private var told: String {
    guard step == .forward(.scale) else { return step.explanation }
    return switch scale {
    case .auto: step.explanation
    case .none: "The scores stay as they are: nothing is divided here."
    case .value: "Each score is multiplied by the scale that was set."
    }
  }

  /// The steps in a line, the current one in brackets.
  private var steps: WidgetBlock {
    let steps = parameters.steps.filter { $0.isBackward == step.isBackward }
    let names = steps.map(matrixName)
    let current = steps.firstIndex(of: step) ?? 0
    return WidgetBlock(.strip(names, current: current), rank: 0, hasGap: false)
  }

  private var source: [WidgetBlock] {
    parameters.source.map { [.text(["Q, K, V from \($0)"], rank: 2)] } ?? []
  }

  private func why(_ view: View) -> WidgetBlock {
    .figure(SidesLine(left: step.why, right: formula), rank: 2)
  }

  private var formulaLine: WidgetBlock { .text([formula], Style(.maths), rank: 2) }

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
      case .query:
        step == .forward(.scores) || step == .dK ? nil : scoresBlock(head, view)
      case .key:
        step == .forward(.scores) || step == .dQ ? nil : scoresBlock(head, view)
      case .value:
        step == .forward(.output) || step == .forward(.terms) || step == .dA
          ? nil : outputBlock(head, view)
      case .gradient: step == .dV || step == .dA ? nil : gradientBlock(.dV, head, view)
      }
    guard var product else { return own }
    // Of large tables two are enough.
    if product.isCut { product.small = .factor }
    // The step's table stays, whatever room the product takes.
    return [.figure(product, rank: 0), .init(.grids(stepTables(head, view)), rank: 0)]
  }

  /// The figure of a step: a product at the crossing of its factors, or a table before and after.
  func figure(_ step: StepperStep, _ head: Int, _ view: View) -> [WidgetBlock] {
    switch step {
    case .forward(.scores): return [.figure(scoresBlock(head, view))]
    case .forward(.output): return [.figure(outputBlock(head, view))]
    case .forward(.terms):
      var product = outputBlock(head, view)
      let isOnInput = view.cursor.area != .head(head)
      product.small = !isOnInput ? .nothing : product.isCut ? .factor : .product
      return [
        .figure(product, rank: isOnInput ? 0 : 1),
        WidgetBlock(.grids(stepTables(head, view)), rank: 0),
      ]
    default:
      if step == .dS, let row = scoreGradientRow(head, view) { return [.figure(row)] }
      if let change = changeBlock(step, head, view) { return [.figure(change)] }
      return (gradientBlock(step, head, view)).map { [.figure($0)] } ?? []
    }
  }

  /// The step's own table; of the terms those of the query that is looked at.
  func stepTables(_ head: Int, _ view: View) -> [Grid] {
    let isTerms = step == .forward(.terms) && !parameters.isTransposed
    let title =
      isTerms ? "terms of \"\(queryName(termQuery(view)))\"" : matrixName(step) + headSuffix(head)
    let table = table(step, title, head: head, view)
    return [parameters.isTransposed ? table.transposed : table]
  }

  // MARK: What is said

  private func legend(_ view: View) -> [WidgetBlock] {
    guard !view.isGuessing, !view.isLow, view.frame == nil else { return [] }
    let data = stepGrid(step, head: headIndex(at: view.cursor))
    guard !table(step, "", head: data.head, view).heats.isEmpty else { return [] }
    let values = inView(data, view).map { cellNumber(of: $0, head: data.head) }.filter(\.isFinite)
    guard let low = data.low ?? values.min(), let high = data.high ?? values.max(), low < high
    else { return [] }
    // The ends of the weights are given, and no numbers of the table.
    let numbers =
      data.high != nil ? view.numbers : data.source(0, 0).style(digits(view))
    var legend = HeatLegend.block(from: low, to: high, numbers)
    guard sharesOneRow(view), case .trace(let cell)? = cellSource(view.cursor)?.source else {
      return [legend]
    }
    // With the only picture of the row it matters more than words.
    legend.rank = 1
    return [legend.beside(rowShares(trace.heads[data.head], view, query: cell.query))]
  }

  /// What the drawn cells of a step's table are, but for its totals.
  func inView(_ data: StepGrid, _ view: View) -> [StepGrid.Source] {
    let columns = drawn(data.columnAxis, .columns, view).compactMap(\.self)
    return drawn(data.rowAxis, .rows, view).compactMap(\.self).flatMap { row in
      columns.map { data.source(row, $0) }
    }
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
    var parts = ["m mask: \(mask.name)", "s scale: \(factor)", "h heads: \(heads)\(share)"]
    if trace.groupSize > 1 { parts.append("kv heads: \(trace.keyValueHeads)") }
    if let softcap = parameters.softcap { parts.append("softcap: \(view.numbers.text(softcap))") }
    if parameters.precision != .double { parts.append("in \(parameters.precision.rawValue)") }
    if view.isGuessing {
      // Letters do nothing then.
      parts = parts.map { part in
        ["m ", "s ", "h "].contains(String(part.prefix(2))) ? String(part.dropFirst(2)) : part
      }
    } else {
      parts.append(step.isBackward ? "b forward pass" : "b backward pass")
    }
    return [.figure(PartsLine(parts: parts), rank: 3)]
  }

  private func remarks(_ view: View) -> [WidgetBlock] {
    var remarks: [String] = []
    if case .forward(.mask) = step {
      remarks += MaskNote.text(mask, hasOtherWay: readsMaskAnotherWay).map { [$0] } ?? []
      if mask.contains(where: { $0.reading == .keep || $0.reading == .hide }) {
        remarks.append(Remark.truthInMasks)
      }
    }
    // What became of numbers that are hidden is not told.
    guard !view.isGuessing else { return remarks.isEmpty ? [] : [.text(remarks, rank: 3)] }
    if let cell = trace.heads.lazy.compactMap(\.overflow).first {
      remarks.append(Remark.overflow(cell, in: trace.heads[0].options))
    }
    if trace.groupSize > 1 {
      let isSum = step == .dV || step == .dK
      let heads = "Heads \(sharing(headIndex(at: view.cursor)))"
      remarks.append(
        isSum
          ? "\(heads) share keys and values: what comes back to these adds up."
          : "\(heads) look at the same keys and values.")
    }
    if let deviation {
      let name = parameters.precision.rawValue
      remarks.append(
        "In \(name) the output is at most \(view.numbers.text(deviation)) off that in double.")
    }
    let data = stepGrid(step, head: headIndex(at: view.cursor))
    if inView(data, view).contains(where: { vanishes($0, head: data.head) }) {
      remarks.append(Remark.underflow)
    }
    return remarks.isEmpty ? [] : [.text(remarks, rank: 3)]
  }

  /// The heads that share a head of K and V with this one: `1 and 2`, `3–6`.
  private func sharing(_ head: Int) -> String {
    let size = trace.groupSize
    let first = head / size * size + 1
    return size == 2 ? "\(first) and \(first + 1)" : "\(first)–\(first + size - 1)"
  }

  package func judge(_ guess: Quantity, at cursor: Cursor) -> Judgement? {
    guard let (source, index) = cellSource(cursor), !isOfStepBefore(source) else { return nil }
    if case .trace(let cell) = source { return trace.heads[index].judge(guess, at: cell) }
    let truth = Quantity(
      cellNumber(of: source, head: index), vanishes: vanishes(source, head: index))
    return Judgement(guess, truth: truth)
  }

  package func guessHint(at cursor: Cursor) -> String? {
    let masks = step == .forward(.mask) || step == .forward(.maximum)
    if masks, mask != .none { return Remark.maskedGuessHint }
    let data = stepGrid(step, head: headIndex(at: cursor))
    // Of a large table those of the row that is looked at.
    let isLarge = data.rows * data.columns > 4096
    let row = min(parameters.isTransposed ? cursor.column : cursor.row, data.rows - 1)
    return Remark.guessHint(
      for: (isLarge ? row..<row + 1 : 0..<data.rows).lazy.flatMap { row in
        (0..<data.columns).lazy.map { cellNumber(of: data.source(row, $0), head: data.head) }
      })
  }
}
