import Formulas
import Numerics
import TextUI

extension SamplingWidget {
  package func rows(in area: Area) -> [ResultRow] {
    guard area == .shares else { return [] }
    let (softmax, parameters) = (trace.softmax, parameters)
    let scaled = ResultRow("÷ temperature", softmax.scaled) { at, numbers in
      [
        .quotient(
          "scaled", parameters.scores[at], parameters.temperature, softmax.scaled[at],
          numbers: numbers)
      ]
    }
    let probabilities = ResultRow("probability", softmax.weights) { at, numbers in
      [
        softmax.difference(at, numbers), softmax.power(at, SoftmaxDigits(numbers)),
        softmax.addition(SoftmaxDigits(numbers)),
        softmax.division("probability", at, SoftmaxDigits(numbers)),
      ]
    }
    let shares = ResultRow("after the cuts", trace.probabilities) { at in
      [(.cutsNotSharedOut, softmax.weights[at])]
    } equations: { at, numbers in
      guard trace.kept.contains(at) else {
        return [Equation("after cuts", "cut away: 0", value: 0)]
      }
      let kept = trace.kept.map { softmax.weights[$0] }
      return [
        Equation(
          "after cuts", [softmax.weights[at]] + kept, trace.probabilities[at], numbers: numbers,
          underflows: softmax.weightVanishes(at),
          vanished: { softmax.weightVanishes($0 == 0 ? at : trace.kept[$0 - 1]) }
        ) { texts in
          "\(texts[0]) \(numbers.over) (\(texts.dropFirst().joined(separator: " + ")))"
        } compute: {
          $0[0] / $0.dropFirst().total
        }
      ]
    }
    return (parameters.temperature == 0 ? [] : [scaled.vanishing(softmax.scaledVanishes)]) + [
      probabilities.vanishing(softmax.weightVanishes), shares.vanishing(trace.probabilityVanishes),
    ]
  }

  package func blocks(_ view: View) -> [WidgetBlock] {
    if let cooled = cooled(view) { return cooled }
    let inputs: [Area] = [.temperature, .topK, .topP, .seed]
    let shown: [WidgetBlock] = [
      grid(["score": parameters.scores], in: .scores, then: .shares, columns: names, view),
      settings(inputs, view, rank: inputs.contains(view.cursor.area) ? 1 : 2),
    ]
    let explained = view.isHidden ? [] : [derivation(view) { "\"\(names[$0])\"" }]
    let drawn = view.isGuessing ? [] : [draws(view)]
    let bars = WidgetBlock.bars(
      trace.probabilities, names: names, vanishes: trace.probabilityVanishes, fullScale: 1,
      view.numbers)
    guard view.isWide else { return shown + explained + drawn + [bars] }
    return shown + drawn + [bars] + guide(view).pane(around: explained)
  }

  private func guide(_ view: View) -> Guide {
    Guide(
      heading: "The next token",
      why: [
        "Each token has a score, and one is drawn. The temperature makes the draw safer or bolder; "
          + "top-k and top-p cut off what is unlikely."
      ],
      tries: [
        ("N", "draw a hundred: do the counts come near the shares?"),
        ("<", "half the temperature: who is still drawn?"),
        ("=", "type a top-p: who is cut off?"), Guide.guess(isOn: view.isGuessing),
      ])
  }

  private func draws(_ view: View) -> WidgetBlock {
    guard !drawn.isEmpty else {
      return .text(["Nothing drawn yet: Space draws a token"], .muted, rank: 2)
    }
    let tally = names.indices.map { index in "\(names[index]) \(drawn.count { $0 == index })" }
    let earlier =
      isMixed ? ["What was drawn stays; what was changed since counts from the next draw on."] : []
    let last = drawn.suffix(12).map { names[$0] }.joined(separator: " ")
    let dots = drawn.count > 12 ? (view.ascii ? "... " : "… ") : ""
    return .text(
      ["drawn: \(dots)\(last)", "counts: " + tally.joined(separator: "  ")] + earlier, rank: 1)
  }
}

extension SamplingWidget: Cooling {
  package static var temperature: WritableKeyPath<Parameters, Double> { \.temperature }
  package static var cooledArea: Area { .shares }
}
