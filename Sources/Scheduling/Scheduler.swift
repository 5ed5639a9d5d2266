/// Decides when a question comes back, by FSRS-6 with one and ten minutes as first steps.
package struct Scheduler: Equatable, Sendable {
  /// The algorithm's name, stored with each review.
  package static let algorithm = "FSRS-6"
  /// The version of this implementation with the published weights.
  package static let version = "1"
  /// No interval is longer, in days.
  package static let longestInterval = 36_500
  /// The desired retentions that make sense: below, most is forgotten; above, one only repeats.
  package static let retentions = 0.7...0.99

  /// r: the chance of recall at which a question comes back.
  package let retention: Double
  /// Whether intervals are spread a little, so that questions learnt together come back apart.
  package let fuzz: Bool
  /// What the formulas work with.
  package let weights: Weights

  private let formulas: FSRS<Double>
  private let intervalFactor: Double
  private static let learningSteps = [60, 600]
  private static let relearningSteps = [600]

  /// A scheduler with a desired retention, moved into `retentions` if outside.
  package init(retention: Double = 0.9, fuzz: Bool = true, weights: Weights = .published) {
    let bounds = Self.retentions
    self.retention =
      retention.isNaN ? 0.9 : min(max(retention, bounds.lowerBound), bounds.upperBound)
    self.fuzz = fuzz
    self.weights = weights
    formulas = FSRS(weights.values)
    intervalFactor = formulas.intervalFactor(retention: self.retention)
  }

  /// The same under other weights.
  package func with(_ weights: Weights) -> Scheduler {
    weights == self.weights
      ? self : Scheduler(retention: retention, fuzz: fuzz, weights: weights)
  }

  /// The version of this implementation and which weights it works with, stored with each review:
  /// the weights themselves stand in a row of the log.
  package var version: String {
    weights == .published ? Self.version : "\(Self.version)+\(weights.fingerprint)"
  }

  package static func == (left: Scheduler, right: Scheduler) -> Bool {
    left.retention == right.retention && left.fuzz == right.fuzz && left.weights == right.weights
  }

  /// The memory after a review, whole days after the one before (none before a first review);
  /// the seed chooses where in its range a fuzzed interval falls, unless the days were chosen
  /// otherwise, within that range. An answer that comes before the minutes of a last step have passed, `elapsed`
  /// in seconds, says nothing of days yet: the step is taken again.
  package func memory(
    after grade: Grade, from previous: MemoryState?, days: Int, elapsed: Int? = nil,
    seed: UInt64 = 0, chosen: Int? = nil
  ) -> MemoryState {
    guard let previous else {
      return memory(
        after: grade, phase: .learning(step: 0), isEarly: false,
        stability: formulas.firstStability(grade), difficulty: formulas.firstDifficulty(grade),
        seed: seed, chosen: chosen)
    }
    var isEarly = false
    if let elapsed, case .seconds(let wait) = previous.interval, days < 1 {
      isEarly = elapsed < wait
    }
    let stability =
      days < 1
      ? formulas.sameDayStability(previous.stability, grade)
      : formulas.nextStability(
        previous.stability, difficulty: previous.difficulty, days: days, grade)
    return memory(
      after: grade, phase: previous.phase, isEarly: isEarly, stability: stability,
      difficulty: formulas.nextDifficulty(previous.difficulty, grade), seed: seed, chosen: chosen)
  }

  private func memory(
    after grade: Grade, phase: MemoryState.Phase, isEarly: Bool, stability: Double,
    difficulty: Double, seed: UInt64, chosen: Int?
  ) -> MemoryState {
    let next: (phase: MemoryState.Phase, seconds: Int)? =
      switch phase {
      case .learning(let step):
        Self.step(after: grade, at: step, of: Self.learningSteps, isEarly: isEarly).map {
          (.learning(step: $0), $1)
        }
      case .relearning(let step):
        Self.step(after: grade, at: step, of: Self.relearningSteps, isEarly: isEarly).map {
          (.relearning(step: $0), $1)
        }
      case .review:
        grade == .again ? (.relearning(step: 0), Self.relearningSteps[0]) : nil
      }
    if let next {
      return MemoryState(
        phase: next.phase, stability: stability, difficulty: difficulty,
        interval: .seconds(next.seconds), weights: weights)
    }
    let days = formulas.interval(stability: stability, intervalFactor: intervalFactor)
    return MemoryState(
      phase: .review, stability: stability, difficulty: difficulty,
      interval: .days(fuzz ? Fuzz.days(around: days, seed: seed, chosen: chosen) : days),
      weights: weights)
  }

  /// The next step and its seconds; nil once the steps are done.
  private static func step(
    after grade: Grade, at step: Int, of steps: [Int], isEarly: Bool
  ) -> (step: Int, seconds: Int)? {
    switch grade {
    case .again: (0, steps[0])
    case .hard where step > 0: (step, steps[step])
    case .hard: (0, steps.count > 1 ? (steps[0] + steps[1]) / 2 : steps[0] * 3 / 2)
    case .good where step + 1 < steps.count: (step + 1, steps[step + 1])
    case .good: isEarly ? (step, steps[step]) : nil
    case .easy: nil
    }
  }
}
