import Numerics

/// How the numbers of a softmax come about, for whichever widget shows them.
extension Softmax {
  /// Whether the temperature is 0 and stands for the limit; without the maximum it is a divisor.
  var isLimit: Bool { temperature == 0 && rowMaximum != nil }

  /// The score less the largest one; at temperature 0 it is a limit, and no difference.
  func difference(
    _ at: Int, _ numbers: NumberText, _ digits: SoftmaxDigits? = nil
  ) -> Equation {
    let digits = digits ?? SoftmaxDigits(numbers)
    let label = "\(numbers.minus) max"
    let largest = scores.largest ?? .nan
    guard !isLimit else {
      let best = numbers.factor(digits.scores.text(largest))
      let difference = "(\(digits.scores.text(scores[at])) \(numbers.minus) \(best))"
      let arrow = numbers.ascii ? "->" : "→"
      return Equation(
        label,
        "\(difference) \(numbers.over) T \(arrow) \(digits.scaled.text(shifted[at])) as T \(arrow) 0",
        value: shifted[at])
    }
    if let maximum = rowMaximum, maximum.isFinite {
      return .difference(label, scaled[at], maximum, shifted[at], numbers: digits.scaled)
    }
    // The temperature sends scores beyond the range: the difference comes first.
    return Equation(
      label, [scores[at], largest, temperature], shifted[at], numbers: digits.scaled,
      styles: [digits.scores, digits.scores, numbers]
    ) {
      "(\($0[0]) \(numbers.minus) \(numbers.factor($0[1]))) \(numbers.over) \($0[2])"
    } compute: {
      ($0[0] - $0[1]) / $0[2]
    }
  }

  func power(_ at: Int, _ digits: SoftmaxDigits) -> Equation {
    .power(
      "exp", shifted[at], exponentials[at], numbers: digits.exponentials, styles: [digits.scaled])
  }

  func addition(_ digits: SoftmaxDigits) -> Equation {
    .sum(
      "sum", of: exponentials, sum, numbers: digits.sum,
      styles: exponentials.map { _ in digits.exponentials }, vanished: exponentialVanishes)
  }

  func division(_ label: String, _ at: Int, _ digits: SoftmaxDigits) -> Equation {
    .quotient(
      label, exponentials[at], sum, weights[at], numbers: digits.weights,
      styles: [digits.exponentials, digits.sum],
      vanished: exponentialVanishes(at))
  }
}
