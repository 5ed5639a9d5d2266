import Numerics

/// What a guess is worth beside the truth.
///
/// Right means equal in kind and near in value: a finite number is never right for an infinity, nor
/// 0 for a number that is merely small, be it smaller than any double.
package enum Judgement: Equatable, Sendable {
  /// It is this number.
  case right(Quantity)
  /// It is another number; the mistake that leads to the guess, where one is known.
  case wrong(guess: Quantity, truth: Quantity, mistake: Misconception?)

  /// Compares a guess with the truth, then with what common mistakes lead to, in their order.
  ///
  /// `addends` are the numbers that were added up to the truth: what is smaller than their rounding
  /// may as well be called 0.
  package init(
    _ guess: Quantity, truth: Quantity, addends: Vector = [],
    mistakes: @autoclosure () -> [(Misconception, Double)] = []
  ) {
    if Self.agree(guess, truth) || guess == 0 && Self.isNoise(truth, of: addends) {
      self = .right(truth)
    } else {
      let mistake = mistakes().first {
        !Self.agree(Quantity($1), truth) && Self.isResult(guess, Quantity($1))
      }
      self = .wrong(guess: guess, truth: truth, mistake: mistake?.0)
    }
  }

  /// Whether the guess is right.
  package var isRight: Bool {
    if case .right = self { true } else { false }
  }

  /// What the number is.
  package var truth: Quantity {
    switch self {
    case .right(let truth), .wrong(_, let truth, _): truth
    }
  }

  /// The mistake that leads to the guess.
  package var mistake: Misconception? {
    if case .wrong(_, _, let mistake) = self { mistake } else { nil }
  }

  /// What to say of it, the verdict first.
  package func lines(_ numbers: NumberText = NumberText()) -> [String] {
    switch self {
    case .right(let truth):
      return ["Right: \(truth.text(numbers))"]
    case .wrong(let guess, let truth, let mistake):
      return ["It is \(truth.text(numbers))" + Self.distance(guess, truth, numbers)]
        + (mistake.map { [$0.explanation] } ?? [])
    }
  }

  /// How far off a guess is, as far as that can be told.
  private static func distance(
    _ guess: Quantity, _ truth: Quantity, _ numbers: NumberText
  ) -> String {
    if truth.vanishes { return ": not 0, and smaller than any number kept here" }
    if guess.vanishes, truth.value == 0 { return ", and nothing beside it" }
    let off = (guess.value - truth.value).magnitude
    return off.isFinite ? ": you are off by \(numbers.with(decimals: nil).text(off))" : ""
  }

  /// Whether a quantity is as good as another; of two that vanish the sign has to be the same.
  package static func agree(_ guess: Quantity, _ truth: Quantity) -> Bool {
    if guess.vanishes || truth.vanishes {
      return guess.vanishes && truth.vanishes && guess.value.sign == truth.value.sign
    }
    return agree(guess.value, truth.value)
  }

  /// Whether a number is as good as another: of its kind, and within half a per cent of it; below 1
  /// within 0.005, as two decimals come to, but never farther than half the number itself.
  package static func agree(_ guess: Double, _ truth: Double) -> Bool {
    guard guess.isFinite, truth.isFinite else { return areOfOneKind(guess, truth) }
    let size = truth.magnitude
    let tolerance = max(0.005 * size, min(0.005, size / 2))
    return guess == truth || (guess - truth).magnitude <= tolerance * (1 + 1e-9)
  }

  /// Whether a guess is what a calculation came to: its number to two digits at least, or exactly, as
  /// a single digit is as good a guess at many numbers.
  private static func isResult(_ guess: Quantity, _ result: Quantity) -> Bool {
    guard agree(guess, result) else { return false }
    let (x, y) = (guess.value, result.value)
    guard x.isFinite, y.isFinite, !guess.vanishes else { return true }
    let digits = x.magnitude.description.prefix { $0 != "e" }.filter(\.isNumber)
    let significant = digits.drop { $0 == "0" }.reversed().drop { $0 == "0" }.count
    return significant > 1 || (x - y).magnitude <= 1e-9 * y.magnitude
  }

  /// Whether two numbers are both finite, both the same infinity, or both undefined.
  private static func areOfOneKind(_ x: Double, _ y: Double) -> Bool {
    x.isFinite ? y.isFinite : x.isNaN ? y.isNaN : x == y
  }

  /// Whether a sum is no larger than what rounding its addends may leave.
  private static func isNoise(_ sum: Quantity, of addends: Vector) -> Bool {
    guard addends.count > 1, !sum.vanishes else { return false }
    let size = addends.reduce(0) { $0 + $1.magnitude }
    return size.isFinite && sum.value.magnitude <= Double(addends.count) * .ulpOfOne * size
  }
}
