import Numerics

/// How the numbers of a softmax come about, for whichever widget shows them.
extension Softmax {
  /// Whether the temperature is 0 and stands for the limit; without the maximum it is a divisor.
  var isLimit: Bool { temperature == 0 && rowMaximum != nil }

  /// The score less the largest one; at temperature 0 it is a limit, and no difference.
  func difference(_ at: Int, _ numbers: NumberText) -> Equation {
    let label = "\(numbers.minus) max"
    let largest = scores.largest ?? .nan
    guard !isLimit else {
      let best = numbers.factor(numbers.text(largest))
      let difference = "(\(numbers.text(scores[at])) \(numbers.minus) \(best))"
      let arrow = numbers.ascii ? "->" : "→"
      return Equation(
        label,
        "\(difference) \(numbers.over) T \(arrow) \(numbers.text(shifted[at])) as T \(arrow) 0",
        value: shifted[at])
    }
    if let maximum = rowMaximum, maximum.isFinite {
      return .difference(label, scaled[at], maximum, shifted[at], numbers: numbers)
    }
    // The temperature sends scores beyond the range: the difference comes first.
    return Equation(
      label, [scores[at], largest, temperature], shifted[at], numbers: numbers
    ) {
      "(\($0[0]) \(numbers.minus) \(numbers.factor($0[1]))) \(numbers.over) \($0[2])"
    } compute: {
      ($0[0] - $0[1]) / $0[2]
    }
  }

  func power(_ at: Int, _ numbers: NumberText) -> Equation {
    .power("exp", shifted[at], exponentials[at], numbers: numbers)
  }

  func addition(_ numbers: NumberText) -> Equation {
    .sum("sum", of: exponentials, sum, numbers: numbers, vanished: exponentialVanishes)
  }

  func division(_ label: String, _ at: Int, _ numbers: NumberText) -> Equation {
    .quotient(
      label, exponentials[at], sum, weights[at], numbers: numbers,
      vanished: exponentialVanishes(at))
  }
}
