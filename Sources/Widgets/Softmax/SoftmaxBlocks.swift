import Formulas
import Numerics
import TextUI

extension SoftmaxWidget {
  package func rows(in area: Area) -> [ResultRow] { rows(in: area, digits: nil) }
  package func rows(in area: Area, _ view: View) -> [ResultRow] {
    rows(in: area, digits: digits(view))
  }

  private func rows(in area: Area, digits known: SoftmaxDigits?) -> [ResultRow] {
    guard area == .steps else { return [] }
    func digits(_ numbers: NumberText) -> SoftmaxDigits { known ?? SoftmaxDigits(numbers) }
    let scaled = ResultRow("÷ temperature", trace.scaled) { at, numbers in
      .quotient(
        "scaled", trace.scores[at], trace.temperature, trace.scaled[at],
        numbers: digits(numbers).scaled, styles: [digits(numbers).scores, numbers])
    }
    let shifted = ResultRow(
      subtracts ? isLimit ? "limit" : "− max" : "as it is", trace.shifted
    ) { subtracts ? [trace.difference($0, $1, digits($1))] : [] }
    let powers = ResultRow("exp", trace.exponentials) { trace.power($0, digits($1)) }
    let weights = ResultRow("weight", trace.weights) { at in
      [
        (.powerForShare, trace.exponentials[at]),
        (.scoresShared, trace.scores[at] / trace.scores.total),
        (.temperatureForgotten, Softmax(trace.scores).weights[at]),
      ]
    } equations: { at, numbers in
      [trace.addition(digits(numbers)), trace.division("weight", at, digits(numbers))]
    }
    // The limit of temperature 0 is of the scores themselves: nothing is divided.
    return (isLimit ? [] : [scaled.vanishing(trace.scaledVanishes)]) + [
      shifted, powers.vanishing(trace.exponentialVanishes), weights.vanishing(trace.weightVanishes),
    ]
  }

  package func guessHint(at cursor: Cursor) -> String? {
    // Without the maximum any power may overflow: said whether it does or not.
    subtracts
      ? Remark.guessHint(for: rows(in: .steps).flatMap(\.values)) : Remark.guessHint
  }

  package func blocks(_ view: View) -> [WidgetBlock] {
    if let cooled = cooled(view) { return cooled }
    let view = deciding(view)
    let shown: [WidgetBlock] = [
      grid(["score": trace.scores], in: .scores, then: .steps, columns: names, view),
      settings([.temperature], view, rank: view.cursor.area == .temperature ? 1 : 2),
    ]
    if view.isHidden { return shown + (view.isWide ? guide(view).pane(around: []) : []) }
    let undefined =
      trace.sum == 0
      ? "0/0" : trace.temperature == 0 ? "a division by 0" : "overflow divided by overflow"
    let derived = derivation(
      view,
      remarks: !view.isGuessing && trace.weights.contains(where: \.isNaN)
        ? ["\(undefined): no number. Subtract the maximum first (m)."] : [],
      notes: isLimit ? ["Temperature 0 is the limit: the largest score takes all."] : []
    ) { "\"\(names[$0])\"" }
    let bars = WidgetBlock.bars(
      trace.weights, names: names, vanishes: trace.weightVanishes, fullScale: 1,
      digits(view).weights, rank: 2)
    guard view.isWide else { return shown + [derived, bars] }
    return shown + [bars] + guide(view).pane(around: [derived] + curve(view))
  }

  private func guide(_ view: View) -> Guide {
    Guide(
      heading: "Softmax",
      why: [
        "Scores become shares: all positive, and 1 altogether. A lead becomes a larger share; the "
          + "temperature says how much larger."
      ],
      tries: (isLimit ? [] : [("<", "half the temperature: who gains?")]) + [
        (">", "twice the temperature: who gains now?"),
        ("m", subtracts ? "leave the maximum in" : "take the maximum off"),
        Guide.guess(isOn: view.isGuessing),
      ])
  }

  /// Where the row stands on e^x: its numbers draw together as it gets hotter.
  private func curve(_ view: View) -> [WidgetBlock] {
    guard subtracts, !isLimit else { return [] }
    let looked = view.cursor.area == .temperature ? nil : view.cursor.column
    return PowerCurve.companion(trace.shifted, looked: looked, ascii: view.ascii).map {
      [$0.block]
    } ?? []
  }
}

extension SoftmaxWidget: Cooling {
  package static var temperature: WritableKeyPath<Parameters, Double> { \.temperature }
  package static var cooledArea: Area { .steps }
}

/// How its numbers are written.
extension SoftmaxWidget: DecidedDigits {
  package typealias Digits = SoftmaxDigits

  func digits(_ view: View) -> SoftmaxDigits {
    if let known = view.digits { return known }
    if view.isExact { return SoftmaxDigits(view.numbers) }
    func digits(_ most: Int) -> SoftmaxDigits {
      SoftmaxDigits(
        trace, most: most,
        NumberText(significant: min(view.significant, most), ascii: view.ascii))
    }
    let most = mostDecimals(behind: "÷ temperature ", view) { most in
      let digits = digits(most)
      return trace.scores.indices.map { at in
        [
          digits.scores.text(trace.scores[at]), digits.scaled.text(trace.scaled[at]),
          digits.scaled.text(trace.shifted[at]), digits.exponentials.text(trace.exponentials[at]),
          digits.weights.text(trace.weights[at]), self.names[at],
        ]
      }
    }
    return digits(most)
  }

  package func style(_ area: Area, row: Int, _ view: View) -> NumberText? {
    let digits = digits(view)
    switch area {
    case .scores: return digits.scores
    case .temperature: return nil
    case .steps:
      // At temperature 0 nothing is divided.
      switch row + (isLimit ? 1 : 0) {
      case 0, 1: return digits.scaled
      case 2: return digits.exponentials
      default: return digits.weights
      }
    }
  }

  package func numbers(at cell: Cursor, _ view: View) -> NumberText {
    style(cell.area, row: cell.row, view) ?? view.numbers
  }
}
