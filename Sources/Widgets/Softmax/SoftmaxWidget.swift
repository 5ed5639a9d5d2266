import Formulas
import JSONText
import Notes
import Numerics
import TextUI

/// Scores, a temperature, and what softmax makes of them, step by step.
package struct SoftmaxWidget: RowWidget {
  package struct Parameters: Equatable, Sendable, NamedScores {
    var words: [String] = []
    var scores: Vector
    var temperature = 1.0
    /// Whether the row's largest score is subtracted first.
    var subtracts = true
  }
  package enum Area: CaseIterable, Sendable { case scores, temperature, steps }
  package enum Action: CaseIterable, Sendable { case maximum, colder, hotter, zero }

  package static let name = "softmax"
  package static let title = "Softmax"
  package static let topics = ["softmax", "soft max", "log-sum-exp"]
  package static let initial = Parameters(words: ["cat", "sat", "the"], scores: [2, 1, 0])
  package static let fields: [Field] = [
    .words("words", \.words) { $0.scores.count },
    .scores("scores", \.scores, most: most, in: .scores),
    .number("temperature", \.temperature, from: 0...1e6, default: 1, in: .temperature),
    .choice("maximum", \.subtracts, ["subtracted": true, "kept": false]),
  ]
  package static let actions: [KeyBinding<Action>] = [
    KeyBinding(
      [.character("m")], "maximum", "subtract the row's largest score first, or not",
      footer: 1, .maximum),
    KeyBinding([.character("<")], "colder", "half the temperature", footer: 5, .colder),
    KeyBinding([.character(">")], "hotter", "twice the temperature", footer: 6, .hotter),
    KeyBinding([.character("z")], "zero", "temperature 0: the largest takes all", .zero),
  ]
  /// Scores that fit on the screen.
  static let most = 16

  package let parameters: Parameters
  let trace: Softmax
  var subtracts: Bool { parameters.subtracts }
  var names: [String] { parameters.names }

  package init(_ parameters: Parameters) {
    self.parameters = parameters
    let (scores, temperature) = (parameters.scores, parameters.temperature)
    trace =
      parameters.subtracts
      ? Softmax(scores, temperature: temperature)
      : Softmax(withoutMaximum: scores, temperature: temperature)
  }

  var isLimit: Bool { trace.isLimit }

  package func names(in area: Area) -> (rows: [String], columns: [String]) {
    ([], area == .scores ? names : [])
  }
  package var status: String { "temperature \(NumberText().text(trace.temperature))" }

  // MARK: Changes

  package func resized(by change: Resizing, at cursor: Cursor) throws(InputProblem) -> Parameters {
    try parameters.resized(by: change, at: cursor.column, most: Self.most)
  }

  package func random(using generator: inout SeededGenerator) -> Parameters {
    var changed = parameters
    changed.scores = trace.scores.map { _ in Double(generator.int(in: -4...4)) }
    return changed
  }

  package func changed(by action: Action, at cursor: Cursor) -> Parameters {
    var changed = parameters
    switch action {
    case .maximum: changed.subtracts.toggle()
    case .colder: changed.temperature /= 2
    case .hotter: changed.temperature = Temperature.hotter(changed.temperature)
    case .zero: changed.temperature = 0
    }
    return changed
  }

  // MARK: Text

  package func preview(_ view: View) -> [WidgetBlock] {
    let temperature = view.numbers.text(parameters.temperature)
    var bars = WidgetBlock.bars(
      trace.weights, names: names, vanishes: trace.weightVanishes, fullScale: 1,
      view.numbers.ofShares,
      rank: 0)
    bars.hasGap = false
    return [.text(["weights at temperature \(temperature)"], rank: 1), bars]
  }

  package var resultsJSON: JSON { .softmax(trace) }

  package var script: String {
    """
    import numpy as np

    scores = np.array(\(Script.vector(trace.scores)))
    temperature = \(Script.number(trace.temperature))

    \(scriptSteps)
    with np.errstate(over="ignore", invalid="ignore"):
        exponentials = np.exp(shifted)
        weights = exponentials / exponentials.sum()
    print("scaled", scaled)
    print("shifted", shifted)
    print("exponentials", exponentials)
    print("sum", exponentials.sum())
    print("weights", weights)

    """
  }

  private var scriptSteps: String {
    if isLimit {
      return """
        scaled = scores
        shifted = np.where(scores == scores.max(), 0.0, -np.inf)  # the limit: the largest takes all
        """
    }
    return """
      with np.errstate(over="ignore", divide="ignore", invalid="ignore"):
          scaled = scores / temperature
      shifted = scaled\(subtracts ? " - scaled.max()" : "")
      """
  }
}
