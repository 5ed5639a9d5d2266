import Formulas
import Numerics

extension Chain {
  /// Each row normalised, then multiplied by γ and moved by β, the rows of the input `key`.
  mutating func norm(
    _ symbol: String, _ name: String, _ stream: ChainPart, scaledBy key: String, _ scale: Matrix,
    method: LayerNorm.Method
  ) -> ChainRef {
    let source = code(stream)
    let (gamma, beta) = (Array(scale.row(0)), Array(scale.row(1)))
    @Sendable func trace(_ row: Vector) -> LayerNorm? {
      row.isFinite ? LayerNorm(row, gamma: gamma, beta: beta, method: method) : nil
    }
    let isLayer = method == .layer
    let what = isLayer ? "(x − mean) ÷ √(variance + ε)·γ + β" : "x ÷ √(mean square + ε)·γ"
    defer {
      because(
        isLayer
          ? "Every row gets mean 0 and spread 1: no entry runs away."
          : "Every row gets the same length: no entry runs away.")
    }
    let isPlain = gamma.allSatisfy { $0 == 1 } && beta.allSatisfy { $0 == 0 }
    return rows(
      symbol, name, formula: "\(symbol): \(what), row by row of \(source)",
      code: "norm(\(source), \(key))", stream,
      and: ChainPart(.input(key), rows: isLayer ? nil : 0..<1),
      notes: ["ε is 0.00001" + (isLayer ? "." : "; RMSNorm has no β.")]
    ) {
      trace($0)?.output ?? $0.map { _ in .nan }
    } equations: { row, _, column, numbers in
      guard let trace = trace(row) else {
        return [
          Equation(symbol, "a number of the row is beyond all that can be counted", value: .nan)
        ]
      }
      let mean = trace.mean.map { mean -> [Equation] in
        [
          .mean("mean", of: row, mean, numbers: numbers, underflows: trace.meanVanishes),
          .difference(
            "less it", row[column], mean, trace.centred[column], numbers: numbers,
            underflows: trace.centredVanishes(column)),
        ]
      }
      let normalised = Equation.quotient(
        isPlain ? symbol : "normalised",
        trace.unit == 1 ? trace.centred[column] : trace.counted.centred[column],
        trace.unit == 1 ? trace.divisor : trace.counted.divisor, trace.normalised[column],
        numbers: numbers)
      return (mean ?? []) + [
        trace.meanSquareEquation(isLayer ? "variance" : "mean square", numbers: numbers),
        trace.divisorEquation("divisor", numbers: numbers), normalised,
      ] + (isPlain ? [] : [trace.scaling(symbol, column, numbers)])
    }
  }
}

extension LayerNorm {
  /// `γ·x + β`
  fileprivate func scaling(_ label: String, _ at: Int, _ numbers: NumberText) -> Equation {
    Equation(
      label, [gamma[at], normalised[at]] + (method == .rms ? [] : [beta[at]]), output[at],
      numbers: numbers, underflows: outputVanishes(at),
      vanished: { $0 == 1 && normalisedVanishes(at) }
    ) { texts in
      let product = texts[0] + numbers.times + numbers.factor(texts[1])
      return ([product] + texts.dropFirst(2).map(numbers.factor)).joined(separator: " + ")
    } compute: {
      $0[0] * $0[1] + $0.dropFirst(2).total
    }
  }
}
