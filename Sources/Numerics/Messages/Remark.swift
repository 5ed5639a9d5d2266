/// What is said beside a number that needs a word; the one place for that wording.
package enum Remark {
  /// Beside a query whose keys are all blocked.
  package static let nothingToLookAt = "nothing to look at: 0/0 is undefined, here 0"
  /// Beside the maximum of such a query.
  package static let noMaximum = "nothing to look at: there is no maximum"
  /// Beside the sum of such a query.
  package static let nothingToAdd = "nothing to look at: nothing to add, 0"
  /// What programs make of such a query; torch as tried with 2.13 on a CPU, and as of the change
  /// that came with 2.5.
  package static let nothingElsewhere = [
    "torch's scaled_dot_product_attention: zeros since 2.5, NaN before",
    "torch's MultiheadAttention with need_weights, and plain softmax: NaN",
  ]
  package static let undefined = "undefined"
  /// Why a cosine, an angle or a projection has no value.
  package static let zeroVector = "a zero vector has no direction"
  /// Beside a cosine, an angle or a projection that a zero vector leaves without a value.
  package static let noDirection = "\(undefined): \(zeroVector)"

  /// Where a matrix stands in for a vector.
  package static let matricesElsewhere =
    "matrices are multiplied by the widget matrix-product (w lists all widgets)"

  /// Where masks of truth values are explained.
  package static let truthInMasks =
    "In torch, True means \"may attend\" in scaled_dot_product_attention and "
    + "\"is masked\" in nn.MultiheadAttention."
  /// What asks for a guess where a number may be infinite or undefined.
  package static let guessHint =
    "A number here may be infinite or undefined: inf, -inf and nan can be typed."
  /// What asks for a guess at a masked score.
  package static let maskedGuessHint = "A masked score may be −∞: -inf can be typed."

  /// What asks for a guess, where one of the numbers is infinite or undefined.
  package static func guessHint(for numbers: some Sequence<Double>) -> String? {
    numbers.allSatisfy(\.isFinite) ? nil : guessHint
  }

  /// Beside the partial sum that lost digits.
  package static func cancellation(
    _ cancellation: DotProduct.Cancellation, numbers: NumberText = NumberText()
  ) -> String {
    "cancellation: large numbers took the small ones' digits with them; "
      + "the exact sum is \(numbers.text(cancellation.exact))"
  }

  /// Beside numbers that are not 0 and have no double but 0 near them.
  package static let underflow =
    "underflow: what is not 0 and smaller than any number kept here counts as 0, and reads <5e-324"

  /// Beside a row of equal entries, from whose divisor only ε is left; nil for any other.
  package static func spread(of norm: LayerNorm) -> String? {
    guard norm.hasNoSpread else { return nil }
    return norm.divisor == 0
      ? "0/0: no number. An ε above 0 keeps the divisor from 0."
      : "There is no spread: ε alone keeps the divisor from 0."
  }

  /// Beside a row whose differences or squares leave the range of doubles; nil where none does.
  package static func units(
    of norm: LayerNorm, numbers: NumberText = NumberText()
  ) -> String? {
    norm.unit == 1
      ? nil
      : "the squares leave the range of numbers: on the way to the divisor the row is counted in "
        + "units of \(numbers.text(norm.unit))"
  }

  /// Beside lengths, where one is larger than any number although its vector is not.
  package static let lengthOverflow = "overflow in a length: it is larger than any number kept here"

  /// Beside the products and the running sum that left the range of doubles.
  package static func overflow(_ overflow: DotProduct.Overflow) -> String {
    let named = overflow.products.prefix(4).map { "\($0 + 1)" }
    let places =
      named.joined(separator: ", ") + (overflow.products.count > named.count ? ", …" : "")
    let parts = [
      overflow.partialSum.map { "partial sum \($0 + 1)" },
      named.isEmpty ? nil : (named.count == 1 ? "product " : "products ") + places,
    ]
    return "overflow in " + parts.compactMap(\.self).joined(separator: " and ")
  }

  /// Beside a cell of attention that left the range of its precision.
  package static func overflow(_ cell: AttentionCell, in options: AttentionOptions) -> String {
    let number = options.number(of: cell.step).map { "\($0), " } ?? ""
    return "overflow in step \(number)\(cell.step.title)" + limit(of: options.precision)
  }

  /// Beside an input that its precision cannot hold.
  package static func overflow(
    _ input: InputOverflow, in precision: Precision, numbers: NumberText = NumberText()
  ) -> String {
    "overflow in \(input.name), row \(input.row + 1), column \(input.column + 1): "
      + numbers.text(input.number) + limit(of: precision)
  }

  private static func limit(of precision: Precision) -> String {
    switch precision {
    case .double: ""
    case .float32, .bfloat16: "; \(precision.rawValue) ends near 3.4e38"
    case .float16: "; float16 ends at 65504"
    }
  }
}
