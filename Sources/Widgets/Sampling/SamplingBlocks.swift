import Basics
import Formulas
import Numerics
import TextUI

extension SamplingWidget {
  package func rows(in area: Area) -> [ResultRow] { rows(in: area, digits: nil) }
  package func rows(in area: Area, _ view: View) -> [ResultRow] {
    rows(in: area, digits: digits(view))
  }

  private func rows(in area: Area, digits known: SamplingDigits?) -> [ResultRow] {
    guard area == .shares else { return [] }
    func digits(_ numbers: NumberText) -> SamplingDigits { known ?? SamplingDigits(numbers) }
    let (softmax, parameters) = (trace.softmax, parameters)
    let scaled = ResultRow("÷ temperature", softmax.scaled) { at, numbers in
      let digits = digits(numbers).softmax
      return [
        .quotient(
          "scaled", parameters.scores[at], parameters.temperature, softmax.scaled[at],
          numbers: digits.scaled, styles: [digits.scores, numbers])
      ]
    }
    let probabilities = ResultRow("probability", softmax.weights) { at, numbers in
      let digits = digits(numbers).softmax
      return [
        softmax.difference(at, numbers, digits), softmax.power(at, digits),
        softmax.addition(digits), softmax.division("probability", at, digits),
      ]
    }
    let shares = ResultRow("after the cuts", trace.probabilities) { at in
      [(.cutsNotSharedOut, softmax.weights[at])]
    } equations: { at, numbers in
      guard trace.kept.contains(at) else {
        return [Equation("after cuts", "cut away: 0", value: 0)]
      }
      let kept = trace.kept.map { softmax.weights[$0] }
      let digits = digits(numbers)
      return [
        Equation(
          "after cuts", [softmax.weights[at]] + kept, trace.probabilities[at],
          numbers: digits.shares,
          styles: Array(repeating: digits.softmax.weights, count: kept.count + 1),
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
    let view = deciding(view)
    let inputs: [Area] = [.temperature, .topK, .topP, .seed]
    let shown: [WidgetBlock] = [
      grid(["score": parameters.scores], in: .scores, then: .shares, columns: names, view),
      settings(inputs, view, rank: inputs.contains(view.cursor.area) ? 1 : 2),
    ]
    let explained = view.isHidden ? [] : [derivation(view) { "\"\(names[$0])\"" }]
    let drawn = (view.isGuessing ? [] : [draws(view)]) + others
    let bars = WidgetBlock.bars(
      trace.probabilities, names: names, vanishes: trace.probabilityVanishes, fullScale: 1,
      digits(view).shares)
    guard view.isWide else { return shown + explained + drawn + [bars] }
    return shown + drawn + [bars] + guide(view).pane(around: explained)
  }

  /// What the last score stands for, where that is no token.
  private var others: [WidgetBlock] {
    guard parameters.others > 0, let name = names.last else { return [] }
    return [
      .text(
        [
          "\"\(name)\" are the \(counted(parameters.others, "token")) that are not shown, as one: it comes after "
            + "all others, and its share is exact at the temperature that it came with."
        ], rank: 2)
    ]
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
      return .text(["Nothing drawn yet: \(key(.draw, view)) draws a token"], rank: 2)
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

/// How its numbers are written.
extension SamplingWidget: DecidedDigits {
  package typealias Digits = SamplingDigits

  func digits(_ view: View) -> SamplingDigits {
    if let known = view.digits { return known }
    if view.isExact { return SamplingDigits(view.numbers) }
    func digits(_ most: Int) -> SamplingDigits {
      SamplingDigits(
        trace, most: most,
        NumberText(significant: min(view.significant, most), ascii: view.ascii))
    }
    let softmax = trace.softmax
    let most = mostDecimals(behind: "÷ temperature ", view) { most in
      let digits = digits(most)
      return softmax.scores.indices.map { at in
        [
          digits.softmax.scores.text(softmax.scores[at]),
          digits.softmax.scaled.text(softmax.scaled[at]),
          digits.softmax.weights.text(softmax.weights[at]),
          digits.shares.text(trace.probabilities[at]), names[at],
        ]
      }
    }
    return digits(most)
  }

  package func style(_ area: Area, row: Int, _ view: View) -> NumberText? {
    let digits = digits(view)
    guard area == .shares else { return area == .scores ? digits.softmax.scores : nil }
    // At temperature 0 nothing is divided.
    return switch row + (parameters.temperature == 0 ? 1 : 0) {
    case 0: digits.softmax.scaled
    case 1: digits.softmax.weights
    default: digits.shares
    }
  }

  package func numbers(at cell: Cursor, _ view: View) -> NumberText {
    style(cell.area, row: cell.row, view) ?? view.numbers
  }
}
