import Basics
import Lab

/// The landscapes, with what pictures and words need of them.
enum DescentShape: String, CaseIterable, Equatable, Sendable {
  case bowl, valley, chain

  var landscape: Landscape {
    switch self {
    case .bowl: .bowl
    case .valley: .valley
    case .chain: .chain(input: 1, target: 2)
    }
  }

  var title: String {
    switch self {
    case .bowl: "One weight"
    case .valley: "Two weights"
    case .chain: "Two layers"
    }
  }
  var facts: String {
    switch self {
    case .bowl: "loss ½·(w − 2)²"
    case .valley: "loss ½·(x² + 10·y²), ten times as steep one way"
    case .chain: "ŷ is w₂·w₁·x, the loss ½·(ŷ − y)²; x is 1, and y 2"
    }
  }

  /// Too small, right, and too large, as long as there is no momentum.
  var rates: [Double] {
    switch self {
    case .bowl: [0.01, 0.3, 2.5]
    case .valley: [0.005, 0.08, 0.25]
    case .chain: [0.01, 0.15, 2.5]
    }
  }

  /// What each weight is called, and where it is drawn.
  var names: [String] {
    switch self {
    case .bowl: ["w"]
    case .valley: ["x", "y"]
    case .chain: ["w₁", "w₂"]
    }
  }
  var view: [ClosedRange<Double>] {
    switch self {
    case .bowl: [-4...8]
    case .valley: [-10...10, -3...3]
    case .chain: [-1...3, -1...3]
    }
  }

  var python: (loss: String, slope: String) {
    switch self {
    case .bowl: ("(w[0] - 2)**2 / 2", "[w[0] - 2]")
    case .valley: ("(w[0]**2 + 10 * w[1]**2) / 2", "[w[0], 10 * w[1]]")
    case .chain:
      (
        "(w[1] * w[0] - 2)**2 / 2",
        "[(w[1] * w[0] - 2) * w[1], (w[1] * w[0] - 2) * w[0]]"
      )
    }
  }
}

/// What became of a walk downhill.
enum DescentOutcome: Int, CaseIterable, Equatable, Sendable {
  case onItsWay = 1, straight, swinging, flownOff

  init(_ run: DescentRun) {
    let losses = run.curve.map(\.loss)
    let (first, last) = (losses[0], losses[losses.count - 1])
    if run.divergedAt != nil || last > first {
      self = .flownOff
    } else if last > 1e-3 * first {
      self = .onItsWay
    } else {
      self = Self.swings(run) ? .swinging : .straight
    }
  }

  /// Whether a slope changes its sign again and again: from one side to the other and back.
  private static func swings(_ run: DescentRun) -> Bool {
    let slopes = run.path.map(run.landscape.gradient)
    let turns = slopes[0].indices.map { weight in
      zip(slopes, slopes.dropFirst()).count { $0[weight] * $1[weight] < 0 }
    }
    return (turns.max() ?? 0) >= 3
  }

  /// From where on it counts as the bottom.
  private static let bottom = "its loss is under a thousandth of the first"

  /// As an answer, and as what happened.
  var name: String {
    switch self {
    case .onItsWay: "still on its way"
    case .straight: "at the bottom"
    case .swinging: "at the bottom, after swinging"
    case .flownOff: "higher than it began"
    }
  }
  var words: String {
    switch self {
    case .onItsWay: "still on its way: more steps, or a higher rate"
    case .straight: "at the bottom, without turning back: \(Self.bottom)"
    case .swinging: "at the bottom, after swinging from side to side: \(Self.bottom)"
    case .flownOff: "higher than it began: the rate is too high"
    }
  }

  /// What a walk came to, and where it ended if that was before its last step.
  static func words(_ run: DescentRun) -> String {
    if let end = run.divergedAt {
      return
        "The run ended at step \(end) of \(run.steps): the loss was over a million times what it "
        + "began with, for the rate is too high."
    }
    let outcome = DescentOutcome(run)
    let words =
      outcome == .onItsWay && swings(run)
      ? "\(outcome.name), from side to side: a lower rate lets it settle" : outcome.words
    return "After \(counted(run.step, "step")) it is \(words)."
  }

  static func question(steps: Int) -> LabQuestion {
    LabQuestion(
      "Before you see it: where will it be after \(steps) steps?", choices: allCases.map(\.name))
  }
}
