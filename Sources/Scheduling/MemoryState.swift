/// How long until a question should be asked again.
package enum Interval: Hashable, Sendable {
  /// A step inside a sitting, in seconds.
  case seconds(Int)
  /// Whole study days.
  case days(Int)
}

/// What FSRS holds about the memory of one question.
package struct MemoryState: Hashable, Sendable {
  /// Where the question stands: in the first steps, in the long run, or in the steps after a lapse.
  package enum Phase: Hashable, Sendable {
    case learning(step: Int)
    case review
    case relearning(step: Int)
  }

  package let phase: Phase
  /// S: the days after which the chance of recall has fallen to 90 %.
  package let stability: Double
  /// D: from 1, easy, to 10, hard.
  package let difficulty: Double
  /// The time until the next review.
  package let interval: Interval
  /// w20 of the weights in force: how R falls.
  private let decay: Double

  package init(
    phase: Phase, stability: Double, difficulty: Double, interval: Interval,
    weights: Weights = .published
  ) {
    self.init(
      phase: phase, stability: stability, difficulty: difficulty, interval: interval,
      decay: weights.values[20])
  }

  private init(
    phase: Phase, stability: Double, difficulty: Double, interval: Interval, decay: Double
  ) {
    self.phase = phase
    self.stability = stability
    self.difficulty = difficulty
    self.interval = interval
    self.decay = decay
  }

  /// The same memory, to be asked after so many days whatever the schedule says.
  func asked(afterDays days: Int) -> MemoryState {
    MemoryState(
      phase: phase, stability: stability, difficulty: difficulty, interval: .days(days),
      decay: decay)
  }

  /// R: the chance of recall after that many days, 1 right after a review.
  package func retrievability(afterDays days: Int) -> Double {
    ForgettingCurve(decay).retrievability(stability: stability, days: days)
  }
}
