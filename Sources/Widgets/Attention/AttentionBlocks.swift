import Formulas
import Numerics
import TextUI

extension AttentionWidget {
  package func blocks(_ view: View) -> [WidgetBlock] {
    let isInput = table(in: view.cursor.area) != nil
    var blocks = [steps]
    blocks.append(WidgetBlock(.grids(inputGrids(view)), rank: isInput ? 0 : 2))
    let grids = shownGrids(view)
    blocks.append(WidgetBlock(.grids(grids), rank: isInput ? 1 : 0))
    if let derivation = derivation(view) { blocks.append(derivation) }
    blocks.append(.text(settings, .muted, rank: 4))
    var explanation = [step.explanation]
    if case .forward(.mask) = step {
      explanation += (MaskNote.text(mask).map { [$0] } ?? []) + [Remark.truthInMasks]
    }
    if let cell = trace.heads.lazy.compactMap(\.overflow).first {
      explanation.append(Remark.overflow(cell, in: trace.heads[0].options))
    }
    if grids.contains(where: \.hasVanished) { explanation.append(Remark.underflow) }
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
    let heads = trace.heads.count
    var text = "mask \(mask.name)   scale "
    switch scale {
    case .auto: text += "1/√dₖ   dₖ \(trace.heads[0].query.columns)"
    case .none: text += "none"
    case .value(let factor): text += NumberText().text(factor)
    }
    if heads > 1 { text += "   heads \(heads), each of width \(query.columns) ÷ \(heads)" }
    return [text]
  }

  /// The step's formula, the scale as it is set.
  private var formula: String {
    guard step == .forward(.scale) else { return step.formula }
    return switch scale {
    case .auto: step.formula
    case .none: "S·s, s = 1"
    case .value(let factor): "S·s, s = \(NumberText().text(factor))"
    }
  }

  private func inputGrids(_ view: View) -> [Grid] {
    tables.map { area, table in
      Grid(
        "\(table.key(row: 0)) \(Self.shape(table.values))", table.values.rowArrays,
        rowNames: area == .value ? [] : table.rowNames, numbers: view.numbers
      ).looking(view.cursor, at: area)
    }
  }

  private func shownGrids(_ view: View) -> [Grid] {
    stepGrids.enumerated().map { index, step in
      var grid = Grid(
        formula + step.title, step.values, rowNames: step.rowNames, columnNames: step.columnNames,
        numbers: view.numbers)
      let vanished = step.values.enumerated().map { row, values in
        values.indices.map {
          values[$0] == 0 && vanishes(step.source(row, $0), head: index)
        }
      }
      grid.vanishes = { vanished[$0][$1] }
      grid.heats = Grid.heats(glowing(step), from: step.low, to: step.high).enumerated()
        .map { row, heats in heats.enumerated().map { step.glows[row][$0] ? $1 : nil } }
      grid.others = others(head: index)
      if view.isHidden { grid = grid.hidden }
      return grid.looking(view.cursor, at: .head(index))
    }
  }

  /// The numbers of the other steps that have a row a query and a column a key.
  private func others(head: Int) -> [[[Double]]] {
    let steps = trace.heads[head].options.steps.prefix { $0 != .terms }.map {
      StepperStep.forward($0)
    }
    guard steps.contains(step) else { return [] }
    return steps.filter { $0 != step && $0 != .forward(.sum) }
      .map { shown($0, head: head).values }
  }

  /// Values of cells that do not glow count for nothing in the scale.
  private func glowing(_ step: StepGrid) -> [[Double]] {
    step.values.enumerated().map { row, values in
      values.enumerated().map { step.glows[row][$0] ? $1 : -.infinity }
    }
  }

  // MARK: Where a cell comes from

  /// What the cursor stands on in the grids of the step.
  func source(_ cursor: Cursor) -> (source: StepGrid.Source, head: Int)? {
    grid(in: cursor.area).map { ($0.source(cursor.row, cursor.column), $0.head) }
  }

  private func derivation(_ view: View) -> WidgetBlock? {
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
    guard case .trace(let cell) = source, head.hasNothingToLookAt(query: cell.query) else {
      return .derivation(title, rows, rank: 0, ascii: view.ascii)
    }
    let share = view.numbers.text(1 / Double(key.rows))
    return .derivation(
      title, rows, remarks: ["0/0 is undefined; here such a query gets zeros. Elsewhere:"],
      notes: Remark.nothingElsewhere + ["filling with −1e9: \(share) for each key"], rank: 0,
      ascii: view.ascii)
  }

  /// A cell in words: always "query looks at key".
  private func describe(_ cell: AttentionCell) -> String {
    let query = "query \"\(name(cell.query))\""
    let key = "key \"\(name(cell.key))\""
    switch cell.step {
    case .rotateQuery: return "\(query), entry \(cell.column + 1):"
    case .rotateKey: return "\(key), entry \(cell.column + 1):"
    case .scores, .scale, .softcap, .mask, .maximum, .exponentials, .weights:
      return "\(query) looks at \(key):"
    case .sum: return "\(query), all its keys:"
    case .terms: return "\(query) takes from \(key), column \(cell.column + 1):"
    case .output: return "\(query), output column \(cell.column + 1):"
    }
  }

  private func maximumRow(_ query: Int, _ head: Attention, _ view: View) -> Equation {
    let visible = (0..<key.rows).filter { !head.blocks(query: query, key: $0) }
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

  package func judge(_ guess: Quantity, at cursor: Cursor) -> Judgement? {
    guard let (source, index) = source(cursor) else { return nil }
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
