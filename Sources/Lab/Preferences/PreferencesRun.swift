import Libc
import Models

/// Choices turned into a reward, and into two policies: one by policy gradient on that reward, one by
/// DPO from the choices at once. Both should come to the exact optimum.
package struct PreferencesRun: LabRun {
  package let candidates: [Candidate]
  package let choices: [Choice]
  package let beta: Double
  package let seed: UInt64
  package let steps: Int
  package private(set) var curve: [CurvePoint] = []
  /// After each number of steps.
  package private(set) var moments: [Moment]
  private var now: Moment
  private var rewardAdam: Adam<Double>
  private var gradientAdam: Adam<Double>
  private var dpoAdam: Adam<Double>

  /// What is learnt: all of it is kept, for it is little.
  package struct Moment: Equatable, Sendable {
    package var rewards: [Double]
    package var gradientPolicy: Policy
    package var dpoPolicy: Policy
  }

  /// How strongly rewards are pulled to zero. Without it, one who always wins would have no bound.
  private static let pull = 0.01
  /// Rewards are learnt first.
  package var rewardSteps: Int { steps / 3 }

  package init(
    _ candidates: [Candidate] = Candidate.explainAttention, choices: [Choice], beta: Double = 0.5,
    seed: UInt64, steps: Int? = nil
  ) {
    self.candidates = candidates
    self.choices = choices
    self.beta = beta
    self.seed = seed
    self.steps = steps ?? 3_000
    let start = Policy(logits: candidates.map { log($0.before) })
    now = Moment(
      rewards: candidates.map { _ in 0 }, gradientPolicy: start, dpoPolicy: start)
    moments = [now]
    rewardAdam = Adam(count: candidates.count, second: 0.999)
    gradientAdam = rewardAdam
    dpoAdam = rewardAdam
  }

  /// With choices of a labeller, which the seed decides.
  package init(
    _ labeller: Labeller, count: Int = 200, beta: Double = 0.5, seed: UInt64, steps: Int? = nil
  ) {
    let candidates = Candidate.explainAttention
    self.init(
      candidates, choices: labeller.choices(candidates, count: count, seed: seed), beta: beta,
      seed: seed, steps: steps)
  }

  package var step: Int { moments.count - 1 }
  package var divergedAt: Int? { nil }
  package var rewards: [Double] { now.rewards }
  package var gradientPolicy: Policy { now.gradientPolicy }
  package var dpoPolicy: Policy { now.dpoPolicy }
  package var parameterCount: Int { candidates.count }
  package var reference: Policy { Policy(logits: candidates.map { log($0.before) }) }
  /// For the rewards as they are.
  package var optimum: Policy { .optimum(reference, rewards: rewards, beta: beta) }

  /// The largest difference of any probability of the two policies from the optimum.
  package var error: Double {
    let exact = optimum.probabilities
    return [gradientPolicy, dpoPolicy].flatMap { policy in
      zip(policy.probabilities, exact).map { abs($0 - $1) }
    }.max() ?? 0
  }

  package mutating func takeStep() {
    // Rates fall to nearly nothing, so that the last steps are small.
    let left = Double(steps - step) / Double(steps)
    let error = error
    if step < rewardSteps {
      let loss = learnRewards(rate: 0.05 * left * left)
      curve.append(CurvePoint(step: step, loss: loss, error: error))
    } else {
      climb(rate: 0.05 * left * left)
    }
    let loss = learnByDPO(rate: 0.05 * left * left)
    if step >= rewardSteps { curve.append(CurvePoint(step: step, loss: loss, error: error)) }
    moments.append(now)
    if isFinished { curve.append(CurvePoint(step: step, loss: dpo.total, error: self.error)) }
  }

  /// One step of Bradley and Terry's likelihood.
  private mutating func learnRewards(rate: Double) -> Double {
    var gradient = rewards.map { $0 * Self.pull }
    var total = 0.0
    for choice in choices {
      let pair = PairwiseLoss.bradleyTerry(
        chosen: rewards[choice.chosen], rejected: rewards[choice.rejected])
      gradient[choice.chosen] += pair.chosen / Double(choices.count)
      gradient[choice.rejected] += pair.rejected / Double(choices.count)
      total += pair.loss / Double(choices.count)
    }
    rewardAdam.begin()
    rewardAdam.update(&now.rewards, gradient, rewards.indices, rate: rate)
    return total
  }

  /// One step of the policy gradient, over all answers instead of sampled ones:
  /// dJ/dlogit = π · (a − Σ π·a), with a = r − β · log(π / π₀).
  private mutating func climb(rate: Double) {
    let logs = gradientPolicy.logProbabilities
    let advantages = zip(zip(rewards, logs), reference.logProbabilities).map { pair, before in
      pair.0 - beta * (pair.1 - before)
    }
    let mean = zip(logs, advantages).reduce(0) { $0 + exp($1.0) * $1.1 }
    let gradient = zip(logs, advantages).map { -exp($0) * ($1 - mean) }
    gradientAdam.begin()
    gradientAdam.update(&now.gradientPolicy.logits, gradient, gradient.indices, rate: rate)
  }

  /// One step of DPO; the pull is the rewards' own, since β · log(π / π₀) is a reward.
  private mutating func learnByDPO(rate: Double) -> Double {
    let (total, gradient) = dpo
    dpoAdam.begin()
    dpoAdam.update(&now.dpoPolicy.logits, gradient, gradient.indices, rate: rate)
    return total
  }

  /// DPO's loss where it stands, and its slope in each logit.
  private var dpo: (total: Double, gradient: [Double]) {
    let start = reference.logProbabilities
    // A policy's logits are free by a constant, which cancels in each pair.
    let implied = zip(dpoPolicy.logits, start).map { beta * ($0 - $1) }
    var gradient = implied.map { beta * $0 * Self.pull }
    var total = 0.0
    for choice in choices {
      let pair = PairwiseLoss.dpo(
        chosen: dpoPolicy.logits[choice.chosen], rejected: dpoPolicy.logits[choice.rejected],
        referenceChosen: start[choice.chosen], referenceRejected: start[choice.rejected],
        beta: beta)
      gradient[choice.chosen] += pair.chosen / Double(choices.count)
      gradient[choice.rejected] += pair.rejected / Double(choices.count)
      total += pair.loss / Double(choices.count)
    }
    return (total, gradient)
  }

  /// Three answers that were preferred in a circle, if there are any: no reward can hold that.
  package var circle: [Int]? {
    var wins = Array(
      repeating: Array(repeating: 0, count: candidates.count), count: candidates.count)
    for choice in choices { wins[choice.chosen][choice.rejected] += 1 }
    func beats(_ a: Int, _ b: Int) -> Bool { wins[a][b] > wins[b][a] }
    for a in candidates.indices {
      for b in candidates.indices where beats(a, b) {
        for c in candidates.indices where beats(b, c) && beats(c, a) { return [a, b, c] }
      }
    }
    return nil
  }
}
