/// What is said beside a number that needs a word; the one place for that wording.
package enum Remark {
  /// Beside a query whose keys are all blocked.
  package static let nothingToLookAt = "nothing to look at: 0/0"
  /// Beside a cosine, an angle or a projection that a zero vector leaves without a value.
  package static let noDirection = "undefined: a zero vector has no direction"
  /// Beside a causal mask where queries and keys are not as many.
  package static let causalAlignment =
    "the causal mask is aligned at the top left: query i looks at keys 1 to i"

  /// What asks for a guess where a number may be infinite or undefined.
  package static let guessHint =
    "A number here may be infinite or undefined: inf, -inf and nan can be typed."
  /// What asks for a guess at a masked score.
  package static let maskedGuessHint = "A masked score may be −∞: -inf can be typed."

  /// What asks for a guess, where one of the numbers is infinite or undefined.
  package static func guessHint(for numbers: some Sequence<Double>) -> String? {
    numbers.allSatisfy(\.isFinite) ? nil : guessHint
  }

  /// Beside numbers read from text such as `0,5`, which might have been meant as one decimal.
  package static func readAsTwoNumbers(_ text: String) -> String {
    let parts = text.split(separator: ",")
    return "“\(text)” was read as two numbers, \(parts.joined(separator: " and ")); "
      + "a decimal has a point: \(parts.joined(separator: "."))"
  }

  /// Beside the partial sum that lost digits.
  package static func cancellation(
    _ cancellation: DotProduct.Cancellation, numbers: NumberText = NumberText()
  ) -> String {
    "cancellation: large numbers took the small ones' digits with them; "
      + "the exact sum is \(numbers.text(cancellation.exact))"
  }

  /// Beside the product or partial sum that left the range of doubles.
  package static func overflow(_ overflow: DotProduct.Overflow) -> String {
    switch overflow {
    case .product(let index): "overflow in product \(index + 1)"
    case .partialSum(let index): "overflow in partial sum \(index + 1)"
    }
  }

  /// Beside the cell of attention that left the range of doubles.
  package static func overflow(_ cell: AttentionCell) -> String {
    "overflow in step \(cell.step.rawValue), \(cell.step.title)"
  }
}
