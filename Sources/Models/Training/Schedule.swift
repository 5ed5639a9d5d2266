import Libc

/// The learning rate over the steps of a run.
package struct Schedule: Equatable, Sendable {
  /// What follows the warm-up.
  package enum Decay: Equatable, Sendable {
    case constant
    /// Along half a cosine to zero at that step.
    case cosine(to: Int)
    /// Constant up to one step, then straight to zero at the other.
    case linear(from: Int, to: Int)
  }

  package var peak: Double
  /// Over how many steps it rises straight to its peak.
  package var warmUp: Int
  package var decay: Decay

  package init(peak: Double, warmUp: Int = 0, decay: Decay = .constant) {
    self.peak = peak
    self.warmUp = warmUp
    self.decay = decay
  }

  /// The rate of a step; the first is step 0.
  package func rate(at step: Int) -> Double {
    if step < warmUp { return peak * Double(step + 1) / Double(warmUp) }
    switch decay {
    case .constant: return peak
    case .cosine(let end):
      let share = Double(min(step, end) - warmUp) / Double(max(end - warmUp, 1))
      return peak * (1 + cos(.pi * share)) / 2
    case .linear(let start, let end):
      return peak * min(1, Double(max(end - step, 0)) / Double(max(end - start, 1)))
    }
  }
}
