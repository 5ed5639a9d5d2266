extension LayerNorm {
  /// The mean of the squares; in units, where the squares themselves leave the range of doubles.
  package func meanSquareEquation(_ name: String, numbers: NumberText) -> Equation {
    guard unit != 1 else {
      return .mean(
        name, of: squares, meanSquare, numbers: numbers, underflows: meanSquareVanishes,
        vanished: squareVanishes)
    }
    return Equation(
      name, [unit] + counted.centred.map { $0 * $0 }, meanSquare, numbers: numbers,
      underflows: meanSquareVanishes
    ) {
      "\($0[0])^2\(numbers.times)((\($0.dropFirst().joined(separator: " + "))) "
        + "\(numbers.over) \($0.count - 1))"
    } compute: {
      $0[0] * $0[0] * ($0.dropFirst().total / Double($0.count - 1))
    }
  }

  /// The root of the mean square and ε, in units likewise.
  package func divisorEquation(_ name: String, numbers: NumberText) -> Equation {
    let root = numbers.ascii ? "sqrt" : "√"
    let operands = [counted.meanSquare, epsilon / unit / unit]
    guard unit != 1 else {
      return Equation(
        name, operands, divisor, numbers: numbers,
        vanished: { $0 == 0 && meanSquareVanishes }
      ) {
        "\(root)(\($0[0]) + \($0[1]))"
      } compute: {
        ($0[0] + $0[1]).squareRoot()
      }
    }
    return Equation(
      name, [unit] + operands, divisor, numbers: numbers, underflows: divisorVanishes
    ) {
      "\($0[0])\(numbers.times)\(root)(\($0[1]) + \($0[2]))"
    } compute: {
      $0[0] * ($0[1] + $0[2]).squareRoot()
    }
  }
}
