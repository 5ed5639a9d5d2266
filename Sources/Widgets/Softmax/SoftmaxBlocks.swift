import Formulas
import Numerics
import TextUI

extension SoftmaxWidget {
  package func rows(in area: Area) -> [ResultRow] {
    guard area == .steps else { return [] }
    let scaled = ResultRow("÷ temperature", trace.scaled) { at, numbers in
      .quotient("scaled", trace.scores[at], trace.temperature, trace.scaled[at], numbers: numbers)
    }
    let shifted = ResultRow(
      subtracts ? isLimit ? "limit" : "− max" : "as it is", trace.shifted
    ) { subtracts ? [difference($0, $1)] : [] }
    let powers = ResultRow("exp", trace.exponentials) { at, numbers in
      .power("exp", trace.shifted[at], trace.exponentials[at], numbers: numbers)
    }
    let weights = ResultRow("weight", trace.weights) { at in
      [
        (.powerForShare, trace.exponentials[at]),
        (.scoresShared, trace.scores[at] / trace.scores.total),
        (.temperatureForgotten, Softmax(trace.scores).weights[at]),
      ]
    } equations: { at, numbers in
      [
        .sum(
          "sum", of: trace.exponentials, trace.sum, numbers: numbers,
          vanished: trace.exponentialVanishes),
        .quotient(
          "weight", trace.exponentials[at], trace.sum, trace.weights[at], numbers: numbers,
          vanished: trace.exponentialVanishes(at)),
      ]
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
    let shown: [WidgetBlock] = [
      grid(["score": trace.scores], in: .scores, then: .steps, columns: names, view),
      settings([.temperature], view, rank: view.cursor.area == .temperature ? 1 : 2),
    ]
    if view.isHidden { return shown }
    let undefined =
      trace.sum == 0
      ? "0/0" : trace.temperature == 0 ? "a division by 0" : "overflow divided by overflow"
    return shown + [
      derivation(
        view,
        remarks: trace.weights.contains(where: \.isNaN)
          ? ["\(undefined): no number. Subtract the maximum first (m)."] : [],
        notes: isLimit ? ["Temperature 0 is the limit: the largest score takes all."] : []
      ) { "\"\(names[$0])\"" }
    ]
      + (view.isGuessing
        ? []
        : [
          .bars(
            trace.weights, names: names, vanishes: trace.weightVanishes, fullScale: 1, view.numbers,
            rank: 2)
        ])
  }

  /// The score less the largest one; at temperature 0 it is a limit, and no difference.
  private func difference(_ at: Int, _ numbers: NumberText) -> Equation {
    let label = "\(numbers.minus) max"
    let shifted = trace.shifted[at]
    let largest = trace.scores.largest ?? .nan
    guard !isLimit else {
      let best = numbers.factor(numbers.text(largest))
      let difference = "(\(numbers.text(trace.scores[at])) \(numbers.minus) \(best))"
      let arrow = numbers.ascii ? "->" : "→"
      return Equation(
        label, "\(difference) \(numbers.over) T \(arrow) \(numbers.text(shifted)) as T \(arrow) 0",
        value: shifted)
    }
    if let maximum = trace.rowMaximum, maximum.isFinite {
      return .difference(label, trace.scaled[at], maximum, shifted, numbers: numbers)
    }
    // The temperature sends scores beyond the range: the difference comes first.
    return Equation(
      label, [trace.scores[at], largest, trace.temperature], shifted, numbers: numbers
    ) {
      "(\($0[0]) \(numbers.minus) \(numbers.factor($0[1]))) \(numbers.over) \($0[2])"
    } compute: {
      ($0[0] - $0[1]) / $0[2]
    }
  }
}
