import Lab
import Numerics
import Plots
import TextUI

/// What reward costs: the most of it that can be had at each distance from where a policy began, and
/// how near two policies have come to that.
struct RewardFrontier: Sendable {
  struct Place: Equatable, Sendable {
    let name: String
    /// Nats from the start.
    let distance: Double
    let reward: Double

    init(_ name: String, _ policy: Policy, from start: Policy, _ rewards: [Double]) {
      self.name = name
      distance = max(policy.distance(to: start), 0)
      reward = policy.expected(rewards)
    }
    var point: PlotPoint { PlotPoint(x: distance, y: reward) }
  }

  /// For a β from very large to very small.
  let best: [Place]
  let dpo, gradient: [Place]
  /// The best for the β that is set.
  let exact: Place

  init(_ run: PreferencesRun, at step: Int) {
    let rewards = run.moments[step].rewards
    let start = run.reference
    func place(_ name: String, _ policy: Policy) -> Place {
      Place(name, policy, from: start, rewards)
    }
    func optimum(_ beta: Double) -> Policy { .optimum(start, rewards: rewards, beta: beta) }
    // Each β is a fifth smaller than the one before, down to where the highest reward has all.
    best = sequence(first: 50.0) { $0 > 0.02 ? $0 / 1.25 : nil }.map { place("", optimum($0)) }
    exact = place("exact", optimum(run.beta))
    let steps = Swift.stride(from: 0, to: step, by: max(1, step / 40)) + [step]
    dpo = steps.map { place("DPO", run.moments[$0].dpoPolicy) }
    gradient = steps.map { place("RL", run.moments[$0].gradientPolicy) }
  }

  func lines(columns: Int, rows: Int, ascii: Bool) -> [[Cell]] {
    var plot = CurvePlot(
      [
        .init(name: "", points: dpo.map(\.point)), .init(name: "", points: gradient.map(\.point)),
        .init(name: "best", points: best.map(\.point)),
      ], yName: "reward")
    let dot: Character = ascii ? "O" : "●"
    plot.marks = [.init(point: exact.point, character: dot, series: 2)]
    let caption =
      [Cell]("KL from the start, nats  ", .muted)
      + [Cell]("\(dot) exact", Style(.series, amount: 2))
    return [[Cell]](plot.picture(columns: columns, rows: rows - 1, ascii: ascii))
      + [caption.shortened(to: columns)]
  }

  var told: [String] {
    let numbers = NumberText()
    return [dpo.last, gradient.last, exact].compactMap(\.self).map { place in
      "\(place.name): reward \(numbers.text(place.reward)) at "
        + "\(numbers.text(place.distance)) nats from the start"
    }
  }
}
