import TestSupport
import Testing

@testable import Lab

@Suite struct PreferencesTests {
  /// Policy gradient and DPO come to π₀ · e^(r/β), whatever the choices were.
  @Test(arguments: Labeller.allCases) func bothComeToTheExactOptimum(_ labeller: Labeller) {
    var run = PreferencesRun(labeller, seed: 1)
    run.advance(steps: 1)
    let before = run.error
    run.advance(steps: run.steps)
    let (after, total) = (run.error, run.optimum.probabilities.reduce(0, +))
    #expect(after < 5e-3 && after < before / 5, "\(before) → \(after)")
    #expect(abs(total - 1) < 1e-12)
  }

  /// No policy does better than the optimum, by its own measure.
  @Test func theOptimumIsTheBest() {
    let reference = Policy(logits: [0, 1, -1])
    let rewards = [1.0, -0.5, 0.3]
    func worth(_ policy: Policy) -> Double {
      policy.expected(rewards) - 0.5 * policy.distance(to: reference)
    }
    let best = Policy.optimum(reference, rewards: rewards, beta: 0.5)
    for change in [[0.1, 0, 0], [0, -0.1, 0], [0, 0, 0.1], [-0.2, 0.1, 0.1]] {
      let other = Policy(logits: zip(best.logits, change).map { $0 + $1 })
      #expect(worth(other) < worth(best))
    }
  }

  @Test func aLabellerWhoLikesLengthGetsLength() {
    func words(_ labeller: Labeller) -> Double {
      var run = PreferencesRun(labeller, seed: 1)
      run.advance(steps: run.steps)
      return run.dpoPolicy.expected(run.candidates.map { Double($0.words) })
    }
    let (length, quality) = (words(.length), words(.quality))
    #expect(length > quality)
  }

  @Test func aCircleOfChoicesIsFound() {
    let run = PreferencesRun(
      choices: [(0, 1), (1, 2), (2, 0)].map { Choice(chosen: $0.0, rejected: $0.1) }, seed: 1)
    let circle = run.circle
    #expect(circle == [0, 1, 2])
    let straight = PreferencesRun(
      choices: [(0, 1), (1, 2), (0, 2)].map { Choice(chosen: $0.0, rejected: $0.1) }, seed: 1)
    let none = straight.circle
    #expect(none == nil)
  }
}
