import Numerics

/// What a guess is worth beside the truth.
///
/// Right means equal in kind and near in value: a finite number is never right for an infinity, nor
/// 0 for a number that is merely small.
package enum Judgement: Equatable, Sendable {
  /// It is this number.
  case right(Double)
  /// It is another number; the mistake that leads to the guess, where one is known.
  case wrong(guess: Double, truth: Double, mistake: Misconception?)
  /// It is no number at all.
  case unreadable(NumberProblem)

  /// Compares a guess with the truth, then with what common mistakes lead to, in their order.
  ///
  /// `addends` are the numbers that were added up to the truth: what is smaller than their rounding
  /// may as well be called 0.
  package init(
    _ guess: Double, truth: Double, addends: Vector = [],
    mistakes: @autoclosure () -> [(Misconception, Double)] = []
  ) {
    if Self.agree(guess, truth) || guess == 0 && Self.isNoise(truth, of: addends) {
      self = .right(truth)
    } else {
      let mistake = mistakes().first { !Self.agree($1, truth) && Self.agree(guess, $1) }
      self = .wrong(guess: guess, truth: truth, mistake: mistake?.0)
    }
  }

  /// Whether the guess is right.
  package var isRight: Bool {
    if case .right = self { true } else { false }
  }

  /// The mistake that leads to the guess.
  package var mistake: Misconception? {
    if case .wrong(_, _, let mistake) = self { mistake } else { nil }
  }

  /// What to say of it, the verdict first.
  package func lines(_ numbers: NumberText = NumberText()) -> [String] {
    switch self {
    case .right(let truth):
      return ["Right: \(numbers.text(truth))"]
    case .wrong(let guess, let truth, let mistake):
      let off = (guess - truth).magnitude
      let distance = off.isFinite ? ": you are off by \(numbers.text(off))" : ""
      return ["It is \(numbers.text(truth))" + distance]
        + (mistake.map { [$0.explanation] } ?? [])
    case .unreadable(let problem):
      return [problem.message]
    }
  }

  /// Whether a number is as good as another: of its kind, and within half a per cent of it; below 1
  /// within 0.005, as two decimals come to, but never farther than half the number itself.
  package static func agree(_ guess: Double, _ truth: Double) -> Bool {
    guard guess.isFinite, truth.isFinite else { return areOfOneKind(guess, truth) }
    let size = truth.magnitude
    let tolerance = max(0.005 * size, min(0.005, size / 2))
    return guess == truth || (guess - truth).magnitude <= tolerance * (1 + 1e-9)
  }

  /// Whether two numbers are both finite, both the same infinity, or both undefined.
  private static func areOfOneKind(_ x: Double, _ y: Double) -> Bool {
    x.isFinite ? y.isFinite : x.isNaN ? y.isNaN : x == y
  }

  /// Whether a sum is no larger than what rounding its addends may leave.
  private static func isNoise(_ sum: Double, of addends: Vector) -> Bool {
    guard addends.count > 1 else { return false }
    let size = addends.reduce(0) { $0 + $1.magnitude }
    return size.isFinite && sum.magnitude <= Double(addends.count) * .ulpOfOne * size
  }
}
