import Glibc

/// The formulas of FSRS-6 with its published weights, named as the algorithm's description does.
enum FSRS {
  /// w0…w20.
  static let weights = [
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835,
    0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
  ]
  private static let w = weights
  private static let decay = -w[20]
  private static let factor = pow(0.9, 1 / decay) - 1
  private static let smallestStability = 0.001

  /// R = (1 + F·t/S)^(−w20).
  static func retrievability(stability: Double, days: Int) -> Double {
    pow(1 + factor * Double(max(0, days)) / stability, decay)
  }

  /// S after the first review.
  static func firstStability(_ grade: Grade) -> Double {
    w[grade.rawValue - 1]
  }

  /// D after the first review.
  static func firstDifficulty(_ grade: Grade) -> Double {
    clampedDifficulty(unclampedFirstDifficulty(grade))
  }

  /// D after a later review: damped near 10, drawn a little towards that of a first Easy.
  static func nextDifficulty(_ difficulty: Double, _ grade: Grade) -> Double {
    let change = -w[6] * (grade.number - 3)
    let damped = difficulty + change * (10 - difficulty) / 9
    return clampedDifficulty(w[7] * unclampedFirstDifficulty(.easy) + (1 - w[7]) * damped)
  }

  /// S after a review on the same day.
  static func sameDayStability(_ stability: Double, _ grade: Grade) -> Double {
    let increase = exp(w[17] * (grade.number - 3 + w[18])) * pow(stability, -w[19])
    return max(smallestStability, stability * (grade == .again ? increase : max(1, increase)))
  }

  /// S after a review a day or more later; D is the one before the review.
  static func nextStability(
    _ stability: Double, difficulty: Double, days: Int, _ grade: Grade
  ) -> Double {
    let forgotten = 1 - retrievability(stability: stability, days: days)
    if grade == .again {
      let lapsed =
        w[11] * pow(difficulty, -w[12]) * (pow(stability + 1, w[13]) - 1) * exp(w[14] * forgotten)
      return max(smallestStability, min(lapsed, stability / exp(w[17] * w[18])))
    }
    let penalty = grade == .hard ? w[15] : 1
    let bonus = grade == .easy ? w[16] : 1
    let gain = exp(w[8]) * (11 - difficulty) * pow(stability, -w[9])
    return stability * (1 + gain * (exp(w[10] * forgotten) - 1) * penalty * bonus)
  }

  /// How R's fall to the desired retention stretches the interval; depends on the retention alone.
  static func intervalFactor(retention: Double) -> Double { pow(retention, 1 / decay) - 1 }

  /// The whole days after which R has fallen to the desired retention.
  static func interval(stability: Double, intervalFactor: Double) -> Int {
    let days = stability / factor * intervalFactor
    return Int(min(max(1, days.rounded(.toNearestOrEven)), Double(Scheduler.longestInterval)))
  }

  private static func unclampedFirstDifficulty(_ grade: Grade) -> Double {
    w[4] - exp(w[5] * (grade.number - 1)) + 1
  }

  private static func clampedDifficulty(_ difficulty: Double) -> Double {
    min(max(difficulty, 1), 10)
  }
}

extension Grade {
  fileprivate var number: Double { Double(rawValue) }
}
