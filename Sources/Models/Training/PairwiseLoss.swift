import Libc

/// What a choice between two answers costs, −log σ(margin), and what it sends back.
package struct PairwiseLoss: Equatable, Sendable {
  package let loss: Double
  /// By what the loss changes with the better one's reward or log-probability, and the worse one's.
  package let chosen: Double
  package let rejected: Double

  private init(margin: Double, slope: Double) {
    // log(1 + e^(−m)) without overflow on either side.
    loss = max(-margin, 0) + log1p(exp(-abs(margin)))
    let surprise = margin >= 0 ? exp(-margin) / (1 + exp(-margin)) : 1 / (1 + exp(margin))
    chosen = -slope * surprise
    rejected = slope * surprise
  }

  /// Bradley and Terry (1952): a reward for each, margin = r(chosen) − r(rejected).
  package static func bradleyTerry(chosen: Double, rejected: Double) -> PairwiseLoss {
    PairwiseLoss(margin: chosen - rejected, slope: 1)
  }

  /// DPO (Rafailov et al. 2023): the policy's own log-probabilities against those it began with,
  /// margin = β · ((log π − log π₀)(chosen) − (log π − log π₀)(rejected)).
  package static func dpo(
    chosen: Double, rejected: Double, referenceChosen: Double, referenceRejected: Double,
    beta: Double
  ) -> PairwiseLoss {
    PairwiseLoss(
      margin: beta * ((chosen - referenceChosen) - (rejected - referenceRejected)), slope: beta)
  }
}
