/// How the chance of recall falls with the days: R = (1 + F·t/S)^(−w20).
struct ForgettingCurve<Number: Quantity>: Sendable {
  let decay: Number
  let factor: Number

  /// The curve of w20 of some weights.
  init(_ weight: Number) {
    decay = -weight
    factor = Number(0.9).power(Number(1) / decay) - 1
  }

  /// R after that many days, 1 right after a review.
  func retrievability(stability: Number, days: Int) -> Number {
    (factor * Number(Double(max(0, days))) / stability + 1).power(decay)
  }
}
