import Libc

/// The formulas of FSRS-6 under some weights, named as the algorithm's description does.
struct FSRS<Number: Quantity>: Sendable {
  /// w0…w20.
  private let w: [Number]
  private let curve: ForgettingCurve<Number>

  /// The formulas under 21 weights.
  init(_ weights: [Number]) {
    w = weights
    curve = ForgettingCurve(weights[20])
  }

  private static var smallestStability: Number { Number(0.001) }

  /// R after that many days.
  func retrievability(stability: Number, days: Int) -> Number {
    curve.retrievability(stability: stability, days: days)
  }

  /// S after the first review.
  func firstStability(_ grade: Grade) -> Number { w[grade.rawValue - 1] }

  /// D after the first review.
  func firstDifficulty(_ grade: Grade) -> Number { clamped(unclampedFirstDifficulty(grade)) }

  /// D after a later review: damped near 10, drawn a little towards that of a first Easy.
  func nextDifficulty(_ difficulty: Number, _ grade: Grade) -> Number {
    let change = -w[6] * Number(grade.number - 3)
    let damped = difficulty + change * (10 - difficulty) / Number(9)
    return clamped(w[7] * unclampedFirstDifficulty(.easy) + (1 - w[7]) * damped)
  }

  /// S after a review on the same day.
  func sameDayStability(_ stability: Number, _ grade: Grade) -> Number {
    let increase =
      (w[17] * (w[18] + (grade.number - 3))).exponential * stability.power(-w[19])
    let change = grade == .again ? increase : increase.atLeast(Number(1))
    return (stability * change).atLeast(Self.smallestStability)
  }

  /// S after a review a day or more later; D is the one before the review.
  func nextStability(
    _ stability: Number, difficulty: Number, days: Int, _ grade: Grade
  ) -> Number {
    let forgotten = 1 - retrievability(stability: stability, days: days)
    if grade == .again {
      let lapsed =
        w[11] * difficulty.power(-w[12]) * ((stability + 1).power(w[13]) - 1)
        * (w[14] * forgotten).exponential
      let most = stability / (w[17] * w[18]).exponential
      return lapsed.atMost(most).atLeast(Self.smallestStability)
    }
    var gain = w[8].exponential * (11 - difficulty) * stability.power(-w[9])
    gain = gain * ((w[10] * forgotten).exponential - 1)
    if grade == .hard { gain = gain * w[15] }
    if grade == .easy { gain = gain * w[16] }
    return stability * (gain + 1)
  }

  private func unclampedFirstDifficulty(_ grade: Grade) -> Number {
    w[4] - (w[5] * Number(grade.number - 1)).exponential + 1
  }

  private func clamped(_ difficulty: Number) -> Number {
    difficulty.atLeast(Number(1)).atMost(Number(10))
  }
}

extension FSRS<Double> {
  /// How R's fall to the desired retention stretches the interval; depends on the retention alone.
  func intervalFactor(retention: Double) -> Double { pow(retention, 1 / curve.decay) - 1 }

  /// The whole days after which R has fallen to the desired retention.
  func interval(stability: Double, intervalFactor: Double) -> Int {
    let days = stability / curve.factor * intervalFactor
    return Int(min(max(1, days.rounded(.toNearestOrEven)), Double(Scheduler.longestInterval)))
  }
}

extension Grade {
  fileprivate var number: Double { Double(rawValue) }
}
