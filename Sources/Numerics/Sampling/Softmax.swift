import Libc

/// The softmax of a row of scores at a temperature, with every number on the way to it.
package struct Softmax: Equatable, Sendable {
  /// The scores as given.
  package let scores: Vector
  /// What the scores are divided by; 0 stands for the limit, which picks the largest.
  package let temperature: Double
  /// The scores divided by the temperature; at temperature 0 the scores themselves.
  package let scaled: Vector
  /// The largest scaled score; nil where it is not subtracted.
  package let rowMaximum: Double?
  /// The scaled scores less their maximum.
  package let shifted: Vector
  /// e to the power of each shifted score.
  package let exponentials: Vector
  /// The sum of the exponentials.
  package let sum: Double
  /// The exponentials divided by their sum; all zero where every score is −∞.
  package let weights: Vector

  /// The softmax with the row maximum subtracted, which no scores can overflow.
  ///
  /// At temperature 0 the largest score takes all, and equal ones share it equally.
  package init(_ scores: Vector, temperature: Double = 1) {
    self.scores = scores
    self.temperature = temperature
    let scaled = temperature == 0 ? scores : scores.map { $0 / temperature }
    let maximum = scaled.largest ?? -.infinity
    self.scaled = scaled
    rowMaximum = maximum
    if temperature == 0, maximum > -.infinity || maximum.isNaN {
      shifted = scaled.map { $0 == maximum ? 0 : maximum.isNaN ? .nan : -.infinity }
    } else if maximum.isInfinite, scores.isFinite, !scores.isEmpty {
      // Dividing after the subtraction keeps scores apart that a tiny temperature sends to ±∞.
      let best = temperature > 0 ? scores.largest : scores.map { -$0 }.largest.map { -$0 }
      shifted = scores.map { ($0 - (best ?? 0)) / temperature }
    } else if maximum == -.infinity {
      shifted = scaled
    } else {
      shifted = scaled.map { $0 - maximum }
    }
    exponentials = shifted.map { exp($0) }
    sum = exponentials.total
    weights = sum == 0 ? exponentials : Self.shares(exponentials, of: sum)
  }

  /// The softmax as first written down, without subtracting the maximum, for comparison: large
  /// scores overflow to ∞ ÷ ∞ and very small ones to 0 ÷ 0, neither of which is a number.
  package init(withoutMaximum scores: Vector, temperature: Double = 1) {
    self.scores = scores
    self.temperature = temperature
    scaled = scores.map { $0 / temperature }
    rowMaximum = nil
    shifted = scaled
    exponentials = shifted.map { exp($0) }
    sum = exponentials.total
    weights = Self.shares(exponentials, of: sum)
  }

  /// Whether every score is −∞ (or there is none), so that there is nothing to share.
  package var hasNothingToLookAt: Bool {
    scores.allSatisfy { $0 == -.infinity }
  }

  /// The entropy of the weights, in nats: 0 for one certain choice, log n for n equal ones.
  package var entropy: Double {
    entropyInNats(weights)
  }

  private static func shares(_ exponentials: Vector, of sum: Double) -> Vector {
    exponentials.map { $0 / sum }
  }
}

/// The entropy of a distribution, −Σ p·ln p in nats.
func entropyInNats(_ probabilities: Vector) -> Double {
  var sum = 0.0
  for p in probabilities where p > 0 { sum -= p * log(p) }
  return sum
}
