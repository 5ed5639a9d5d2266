/// Which zeros on the way through a normalisation stand for numbers smaller than any double.
extension LayerNorm {
  /// Whether the mean is 0 only because it is smaller than any double.
  package var meanVanishes: Bool {
    guard mean == 0 else { return false }
    let sum = exactSum(x)
    return sum != 0 && sum / Double(x.count) == 0
  }

  /// Whether an entry less the mean is 0 although the two differ.
  package func centredVanishes(_ index: Int) -> Bool {
    centred[index] == 0 && counted.centred[index] != 0
  }

  /// Whether a square is 0 although its root is not.
  package func squareVanishes(_ index: Int) -> Bool {
    squares[index] == 0 && counted.centred[index] != 0
  }

  /// Whether the mean of the squares is 0 although one of them is not.
  package var meanSquareVanishes: Bool { meanSquare == 0 && !hasNoSpread }

  /// Whether the divisor is 0 only because it is smaller than any double.
  package var divisorVanishes: Bool { divisor == 0 && counted.divisor != 0 }

  /// Whether a quotient is 0 although its dividend is not.
  package func normalisedVanishes(_ index: Int) -> Bool {
    normalised[index] == 0 && counted.centred[index] != 0
  }

  /// Whether an entry of the output is 0 although neither factor is and nothing is added.
  package func outputVanishes(_ index: Int) -> Bool {
    output[index] == 0 && gamma[index] != 0 && (method == .rms || beta[index] == 0)
      && counted.centred[index] != 0
  }

  /// Whether any number on the way is 0 only because it is smaller than any double.
  package var underflows: Bool {
    meanVanishes || meanSquareVanishes || divisorVanishes
      || x.indices.contains {
        centredVanishes($0) || squareVanishes($0) || normalisedVanishes($0) || outputVanishes($0)
      }
  }
}
