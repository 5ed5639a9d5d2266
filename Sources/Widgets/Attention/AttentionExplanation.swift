import Formulas
import Numerics
import Plots
import TextUI

/// Where the number under the cursor comes from.
extension AttentionWidget {
  /// How it is computed, and a picture of the row that it stands in.
  func explanation(_ view: View) -> [WidgetBlock] {
    guard let (source, index) = cellSource(view.cursor) else {
      guard view.before != nil else {
        return [
          .text(
            [
              CellMark.told(marks(view)).map { $0 + fixed }
                ?? "With these numbers nothing in this step depends on this one."
            ], rank: 2)
        ]
      }
      // Cells that there were not before have no arrows.
      return [.text([CellMark.told(marks(view)) ?? CellMark.movesTold], rank: 2)]
    }
    if view.isHidden {
      let title = title(source, index)
      return [.text([title.hasSuffix(":") ? String(title.dropLast()) : title], rank: 0)]
    }
    let derived = derivation(source, index, view)
    let picture = view.isGuessing ? nil : picture(source, index, view)
    let isMoved = view.before != nil && !view.isGuessing && marks(view).contains(where: \.isMove)
    let legend: [WidgetBlock] = isMoved ? [.text([CellMark.movesTold], rank: 2)] : []
    // On a page all rows of shares have room below the calculation.
    let isBelow = view.isWide || view.isPage && isOfShares
    guard isBelow, let picture else { return [derived.beside(picture)] + legend }
    return [derived, picture.block] + legend
  }

  /// The marks in the table of the step, in the weights that stand beside the output, and in the product
  /// that the input under the cursor is a factor of.
  private func marks(_ view: View) -> [CellMark] {
    var steps = step == .forward(.output) ? [.forward(.weights), step] : [step]
    switch view.cursor.area {
    case .query, .key: steps.append(.forward(.scores))
    case .value: steps.append(.forward(.output))
    case .gradient, .head: break
    }
    return steps.flatMap { step in
      let data = stepGrid(step, head: headIndex(at: view.cursor))
      return inView(data, view).compactMap { mark($0, head: data.head, view) }
    }
  }

  /// Why the largest of a row has no mark where something is left of the largest only.
  private var fixed: String {
    switch step {
    case .forward(.maximum): " The largest of a row stays 0."
    case .forward(.exponentials), .forward(.sum): " The largest of a row stays e^0 = 1."
    default: ""
    }
  }

  /// Whether a number stands in the table of the step, and was computed in the one before: it is no
  /// result of this one.
  func isOfStepBefore(_ source: StepGrid.Source) -> Bool {
    if case .trace(let cell) = source, step == .forward(.sum) {
      cell.step == .exponentials
    } else {
      false
    }
  }

  /// Whether the largest number of a query's row, or in the steps after it the sum, is still to be
  /// guessed.
  func hidesTotal(
    of step: StepperStep, _ query: Int, _ head: Int, _ view: View
  ) -> Bool {
    let (row, column) = parameters.isTransposed ? (key.rows, query) : (query, key.rows)
    let cell = Cursor(.head(head), row: row, column: column)
    return step == self.step
      ? view.hides(cell) : view.hides(cell, ofStage: parameters.number(of: step))
  }

  private func title(_ source: StepGrid.Source, _ index: Int) -> String {
    let of = trace.heads.count > 1 ? "head \(index + 1), " : ""
    switch source {
    case .trace(let cell): return of + describe(cell)
    case .maximum(let query): return of + "query \"\(queryName(query))\", the largest of its row:"
    case .gradient(let step, let row, let column):
      return of + "\(step.title), " + describe(step, row, column)
    }
  }

  /// A cell of a gradient in the words of the matrix that it belongs to.
  private func describe(_ step: StepperStep, _ row: Int, _ column: Int) -> String {
    switch step {
    case .dV: "value \"\(keyName(row))\", column \(column + 1):"
    case .dQ: "query \"\(queryName(row))\", entry \(column + 1):"
    case .dK: "key \"\(keyName(row))\", entry \(column + 1):"
    case .dA, .dS, .forward:
      "query \"\(queryName(row))\" looks at key \"\(keyName(column))\":"
    }
  }

  /// A cell in words: always "query looks at key".
  private func describe(_ cell: AttentionCell) -> String {
    let query = "query \"\(queryName(cell.query))\""
    let key = "key \"\(keyName(cell.key))\""
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

  private func derivation(_ source: StepGrid.Source, _ index: Int, _ view: View) -> WidgetBlock {
    let head = trace.heads[index]
    let title = title(source, index)
    switch source {
    case .maximum(let query):
      return .derivation(title, [maximumRow(query, head, view)], rank: 0, ascii: view.ascii)
    case .gradient(let step, let row, let column):
      if let factors = factors(step, row, column, index, title, view) {
        return .figure(factors)
      }
      return .derivation(
        title, gradientRows(step, row, column, index, view), rank: 0, ascii: view.ascii)
    case .trace(let cell):
      if let figure = factorFigure(of: cell, head, title, view) { return figure }
      // Where the step goes on from a number, all of its row are added up.
      let cells =
        [cell] + (isOfStepBefore(source) ? [AttentionCell(.sum, query: cell.query)] : [])
      let digits = digits(view)
      var rows = cells.flatMap {
        head.derivation(of: $0, digits: digits, numbers: view.numbers)?.lines ?? []
      }
      if cell.step == .maximum, hidesTotal(of: .forward(.maximum), cell.query, index, view) {
        rows.removeLast()
      }
      // What others make of it is a question of the weights, and of what follows from them.
      let isOfWeights = [.weights, .terms, .output].contains(cell.step)
      guard isOfWeights, head.hasNothingToLookAt(query: cell.query) else {
        let beside = beside(cell, index, view.numbers).map { [$0] } ?? []
        return .derivation(title, rows, notes: beside, rank: 0, ascii: view.ascii)
      }
      let share = digits.weights.text(1 / Double(key.rows))
      return .derivation(
        title, rows,
        notes: ["Elsewhere such a query gets:"] + Remark.nothingElsewhere + [
          "filled with −1e9: \(share) for each key"
        ], rank: 0,
        ascii: view.ascii)
    }
  }

  /// The factors of a score one under the other, the terms of an output as they pile up.
  private func factorFigure(
    of cell: AttentionCell, _ head: Attention, _ title: String, _ view: View
  ) -> WidgetBlock? {
    let digits = digits(view)
    // In a lower precision terms are rounded on the way: the derivation tells that.
    guard parameters.precision == .double else { return nil }
    switch cell.step {
    case .scores where !head.vanishes(cell):
      return .figure(
        FactorRows(
          title, ("query", Array(head.scoredQuery.row(cell.query)), .query),
          ("key", Array(head.scoredKey.row(cell.key)), .key), head.scores[cell.query, cell.key],
          numbers: digits.scores, styles: (digits.query, digits.key),
          shown: view.frame.map { $0 + 1 }))
    case .output where !head.hasNothingToLookAt(query: cell.query):
      let keys = (0..<key.rows).filter { !head.masks(query: cell.query, key: $0) }
      return .figure(
        TermPile(
          title, names: keys.map(keyName),
          factors: keys.map { (head.weights[cell.query, $0], head.value[$0, cell.column]) },
          head.output[cell.query, cell.column], numbers: digits.output,
          terms: digits.terms, styles: (digits.weights, digits.value),
          vanishes: keys.map {
            head.vanishes(AttentionCell(.weights, query: cell.query, key: $0))
          }, shown: view.frame.map { $0 + 1 }))
    default: return nil
    }
  }

  /// The factors of a gradient that is a product; nil where the mask blocks all of them, and where it
  /// is not a product.
  private func factors(
    _ step: StepperStep, _ row: Int, _ column: Int, _ index: Int, _ title: String, _ view: View
  ) -> FactorRows? {
    let head = trace.heads[index]
    guard let back = back(index), !vanishes(.gradient(step, row: row, column: column), head: index)
    else { return nil }
    let (left, right): ((String, Vector, Role), (String, Vector, Role))
    let value: Double
    let digits = digits(view)
    let (numbers, styles): (NumberText, (NumberText, NumberText))
    switch step {
    case .dV:
      let seen = (0..<query.rows).filter { !head.masks(query: $0, key: row) }
      guard !seen.isEmpty else { return nil }
      left = ("A", seen.map { head.weights[$0, row] }, .query)
      right = ("dO", seen.map { back.dO[$0, column] }, .value)
      value = back.dV[row, column]
      (numbers, styles) = (digits.dV, (digits.weights, digits.dO))
    case .dA:
      left = ("dO", Array(back.dO.row(row)), .query)
      right = ("V", Array(head.value.row(column)), .value)
      value = back.dA[row, column]
      (numbers, styles) = (digits.dA, (digits.dO, digits.value))
    case .dQ:
      let seen = (0..<key.rows).filter { !head.masks(query: row, key: $0) }
      return scaledFactors(
        title, ("dS", seen.map { back.dScaled[row, $0] }, .query),
        ("K", seen.map { head.scoredKey[$0, column] }, .key), "dQ", back.dQ[row, column],
        (digits.dS, digits.key), digits.dQ, view)
    case .dK:
      let seen = (0..<query.rows).filter { !head.masks(query: $0, key: row) }
      return scaledFactors(
        title, ("dS", seen.map { back.dScaled[$0, row] }, .key),
        ("Q", seen.map { head.scoredQuery[$0, column] }, .query), "dK", back.dK[row, column],
        (digits.dS, digits.query), digits.dK, view)
    case .dS, .forward: return nil
    }
    return FactorRows(title, left, right, value, numbers: numbers, styles: styles)
  }

  /// The factors of a gradient, and the scale that their sum is multiplied by; nil where there is more
  /// between them: a softcap, positions, or sums that cancel out.
  private func scaledFactors(
    _ title: String, _ left: (String, Vector, Role), _ right: (String, Vector, Role),
    _ label: String, _ value: Double, _ styles: (NumberText, NumberText), _ numbers: NumberText,
    _ view: View
  ) -> FactorRows? {
    let head = trace.heads[0]
    let sum = zip(left.1, right.1).map { $0 * $1 }.total
    guard parameters.softcap == nil, head.queryRotation == nil, !left.1.isEmpty,
      (sum * head.scale - value).magnitude <= 1e-9 * value.magnitude
    else { return nil }
    guard head.scale != 1 else {
      return FactorRows(title, left, right, value, numbers: numbers, styles: styles)
    }
    let scaled = Equation.sum(
      label, of: [(head.scale, sum)], value, numbers: numbers, styles: (view.numbers, styles.0))
    guard scaled.result != nil else { return nil }
    var rows = FactorRows(title, left, right, sum, numbers: styles.0, styles: styles)
    rows.last = scaled
    return rows
  }

  private func maximumRow(_ query: Int, _ head: Attention, _ view: View) -> Equation {
    let visible = (0..<key.rows).filter { !head.masks(query: query, key: $0) }
    guard let maximum = head.rowMaxima[query] else {
      return Equation("row max", Remark.noMaximum, value: -.infinity)
    }
    return Equation(
      "row max", visible.map { head.masked[query, $0] }, maximum, numbers: digits(view).scaled
    ) {
      "max(\($0.joined(separator: ", ")))"
    } compute: {
      $0.largest ?? .nan
    }
  }
}
