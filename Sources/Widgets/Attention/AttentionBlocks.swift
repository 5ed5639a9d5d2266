import Formulas
import Numerics
import TextUI

extension AttentionWidget {
  package func blocks(_ view: WidgetView) -> [WidgetBlock] {
    let isInput = view.cursor.area < tables.count
    var blocks = [steps]
    blocks.append(WidgetBlock(.grids(inputGrids(view)), rank: isInput ? 0 : 2))
    let grids = shownGrids(view)
    blocks.append(WidgetBlock(.grids(grids), rank: isInput ? 1 : 0))
    if let derivation = derivation(view) { blocks.append(derivation) }
    blocks.append(.text(settings, .muted, rank: 4))
    var explanation = [step.explanation]
    if case .forward(.mask) = step {
      explanation += (MaskText.note(mask).map { [$0] } ?? []) + [Remark.truthInMasks]
    }
    if case .forward(.mask) = step, mask == .causal, query.rows != key.rows {
      explanation.append(Remark.causalAlignment)
    }
    if let cell = trace.heads.lazy.compactMap(\.overflow).first {
      explanation.append(Remark.overflow(cell))
    }
    blocks.append(.text(explanation, .muted, rank: 3))
    return blocks
  }

  /// The steps in a line, the current one in brackets.
  private var steps: WidgetBlock {
    let steps = StepperStep.allCases.filter { $0.isBackward == step.isBackward }
    let names = steps.map { $0.isBackward ? $0.title : "\($0.number) \($0.title)" }
    let current = steps.firstIndex(of: step) ?? 0
    return WidgetBlock(.strip(names, current: current), rank: 0, hasGap: false)
  }

  private var settings: [String] {
    var text = "mask \(MaskText.name(mask))"
    switch scale {
    case .auto: text += "   scale 1/√\(trace.heads[0].query.columns)"
    case .none: text += "   scale none"
    case .value(let factor): text += "   scale \(NumberText().text(factor))"
    }
    if trace.heads.count > 1 { text += "   heads \(trace.heads.count)" }
    return [text]
  }

  private func inputGrids(_ view: WidgetView) -> [Grid] {
    tables.enumerated().map { index, table in
      Grid(
        "\(table.key) \(Self.shape(table.values))", table.values.rowArrays,
        rowNames: index == 2 ? [] : table.rowNames, numbers: view.numbers
      ).looking(view.cursor, area: index)
    }
  }

  private func shownGrids(_ view: WidgetView) -> [Grid] {
    stepGrids.enumerated().map { index, step in
      var grid = Grid(
        step.title, step.values, rowNames: step.rowNames, columnNames: step.columnNames,
        numbers: view.numbers)
      grid.heats = Grid.heats(glowing(step), from: step.low, to: step.high).enumerated()
        .map { row, heats in heats.enumerated().map { step.glows[row][$0] ? $1 : nil } }
      if view.isHidden { grid = grid.hidden }
      return grid.looking(view.cursor, area: tables.count + index)
    }
  }

  /// Values of cells that do not glow count for nothing in the scale.
  private func glowing(_ step: StepGrid) -> [[Double]] {
    step.values.enumerated().map { row, values in
      values.enumerated().map { step.glows[row][$0] ? $1 : -.infinity }
    }
  }

  // MARK: Where a cell comes from

  /// What the cursor stands on in the grids of the step: itself, or what an input goes into.
  func source(_ cursor: WidgetCursor) -> (source: StepGrid.Source, head: Int)? {
    let grids = stepGrids
    let index = cursor.area - tables.count
    guard grids.indices.contains(index) else { return nil }
    let grid = grids[index]
    guard (0..<grid.rows).contains(cursor.row), (0..<grid.columns).contains(cursor.column) else {
      return nil
    }
    return (grid.source(cursor.row, cursor.column), grid.head)
  }

  private func derivation(_ view: WidgetView) -> WidgetBlock? {
    guard let (source, index) = source(view.cursor) else { return nil }
    let head = trace.heads[index]
    let of = trace.heads.count > 1 ? "head \(index + 1), " : ""
    var rows: [Equation] = []
    var title: String
    switch source {
    case .trace(let cell):
      title = of + describe(cell)
      rows = head.derivation(of: cell, numbers: view.numbers)?.lines ?? []
    case .maximum(let query):
      title = of + "query \"\(name(query))\", the largest of its row:"
      rows = [maximumRow(query, head, view)]
    case .gradient(let step, let row, let column):
      title = of + "\(step.title)[\(row + 1), \(column + 1)]:"
      rows = gradientRows(step, row, column, index, view.numbers)
    }
    if view.isHidden {
      return .text([title.hasSuffix(":") ? String(title.dropLast()) : title], rank: 0)
    }
    var block = WidgetBlock.derivation(title, rows, rank: 0)
    if case .trace(let cell) = source, head.hasNothingToLookAt(query: cell.query),
      case .lines(let lines) = block.content
    {
      let share = view.numbers.text(1 / Double(key.rows))
      block.content = .lines(
        lines + [
          [Cell]("  0/0 is undefined; here such a query gets zeros. Elsewhere:", Style(.warning))
        ]
          + (Remark.nothingElsewhere + ["filling with −1e9: \(share) for each key"])
          .map { [Cell]("  " + $0, .muted) })
    }
    return block
  }

  /// A cell in words: always "query looks at key".
  private func describe(_ cell: AttentionCell) -> String {
    let query = "query \"\(name(cell.query))\""
    let key = "key \"\(name(cell.key))\""
    switch cell.step {
    case .scores, .scale, .mask, .maximum, .exponentials, .weights:
      return "\(query) looks at \(key):"
    case .sum: return "\(query), all its keys:"
    case .terms: return "\(query) takes from \(key), column \(cell.column + 1):"
    case .output: return "\(query), output column \(cell.column + 1):"
    }
  }

  private func maximumRow(_ query: Int, _ head: Attention, _ view: WidgetView) -> Equation {
    let visible = (0..<key.rows).filter { !head.mask.blocks(query: query, key: $0) }
    guard let maximum = head.rowMaxima[query] else {
      return Equation("row max", Remark.noMaximum, value: -.infinity)
    }
    return Equation(
      "row max", visible.map { head.masked[query, $0] }, maximum, numbers: view.numbers
    ) {
      "max(\($0.joined(separator: ", ")))"
    } compute: {
      $0.largest ?? .nan
    }
  }

  package func judge(_ guess: Double, at cursor: WidgetCursor) -> Judgement? {
    guard let (source, index) = source(cursor) else { return nil }
    if case .trace(let cell) = source { return trace.heads[index].judge(guess, at: cell) }
    return Judgement(guess, truth: value(of: source, head: index))
  }

  package func guessHint(at cursor: WidgetCursor) -> String? {
    let masks = step == .forward(.mask) || step == .forward(.maximum)
    if masks, mask != .none { return Remark.maskedGuessHint }
    return Remark.guessHint(for: stepGrids.flatMap { $0.values.joined() })
  }
}
