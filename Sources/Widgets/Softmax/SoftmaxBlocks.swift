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
    ) { subtracts ? [trace.difference($0, $1)] : [] }
    let powers = ResultRow("exp", trace.exponentials) { trace.power($0, $1) }
    let weights = ResultRow("weight", trace.weights) { at in
      [
        (.powerForShare, trace.exponentials[at]),
        (.scoresShared, trace.scores[at] / trace.scores.total),
        (.temperatureForgotten, Softmax(trace.scores).weights[at]),
      ]
    } equations: { at, numbers in
      [trace.addition(numbers), trace.division("weight", at, numbers)]
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
        remarks: !view.isGuessing && trace.weights.contains(where: \.isNaN)
          ? ["\(undefined): no number. Subtract the maximum first (m)."] : [],
        notes: isLimit ? ["Temperature 0 is the limit: the largest score takes all."] : []
      ) { "\"\(names[$0])\"" }
    ]
      + [
        .bars(
          trace.weights, names: names, vanishes: trace.weightVanishes, fullScale: 1, view.numbers,
          rank: 2)
      ]
  }
}

extension SoftmaxWidget: Cooling {
  package static var temperature: WritableKeyPath<Parameters, Double> { \.temperature }
  package static var cooledArea: Area { .steps }
}
