import Formulas
import JSONText
import Notes
import Numerics
import TextUI

/// Next-token scores: temperature, then top-k, then top-p, then a draw.
package struct SamplingWidget: RowWidget {
  package struct Parameters: Equatable, Sendable, NamedScores {
    var words: [String] = []
    var scores: Vector
    var temperature = 1.0
    /// 0 keeps all.
    var topK = 0
    /// 1 keeps all.
    var topP = 1.0
    /// How many tokens the last score stands for, all of them together; 0 where it is one like the others.
    var others = 0
    var seed = 1
    var draws = 0
    /// What was drawn, by the places of the tokens: other settings leave it as it is.
    var drawn: [Int] = []
  }
  package enum Area: CaseIterable, Sendable {
    case scores, temperature, topK, topP, seed, shares
  }
  package enum Action: CaseIterable, Sendable { case draw, drawMany, putBack, colder, hotter }

  package static let name = "sampling"
  package static let title = "Sampling the next token"
  package static let topics = [
    "sampling", "temperature", "top-k", "top-p", "nucleus sampling", "next-token prediction",
    "decoding",
  ]
  package static let initial = Parameters(
    words: ["mat", "sofa", "roof", "moon"], scores: [3, 2, 1, 0])
  package static let fields: [Field] = [
    .words("words", \.words) { $0.scores.count },
    .scores("scores", \.scores, most: most, in: .scores),
    .number("temperature", \.temperature, from: 0...1e6, default: 1, in: .temperature),
    .whole("top-k", \.topK, from: 0...most, in: .topK, default: 0),
    .number("top-p", \.topP, from: 0...1, default: 1, in: .topP),
    InputField.whole("others", \.others, from: 0...100_000_000, isSilent: true, default: 0).kept,
    .whole("seed", \.seed, from: 0...1_000_000_000, in: .seed, default: 1),
    .whole("draws", \.draws, from: 0...mostDraws, isSilent: true, default: 0),
    drawnField.kept,
  ]
  /// What was drawn under other settings; the same settings draw the same again.
  private static let drawnField = Field(
    "drawn",
    read: { (text, parameters) throws(InputProblem) in
      parameters.drawn = []
      guard let text else { return }
      for word in text.split(separator: " ") {
        guard let token = Int(word), parameters.scores.indices.contains(token) else {
          throw InputProblem(
            "drawn",
            "\"\(word.prefix(20))\" is no token's place",
            remedy: "write whole numbers from 0 to "
              + "\(parameters.scores.count - 1), or leave it out")
        }
        parameters.drawn.append(token)
      }
    },
    write: {
      $0.drawn == draw($0, [], Self.trace($0))
        ? nil : $0.drawn.map(String.init).joined(separator: " ")
    })
  package static let actions: [KeyBinding<Action>] = [
    KeyBinding([.character(" "), .character("n")], "draw", "draw a token", footer: 1, .draw),
    KeyBinding([.character("N")], "draw-many", "draw a hundred tokens", footer: 2, .drawMany),
    KeyBinding([.character("p")], "put-back", "take the last draw back", .putBack),
    KeyBinding([.character("<")], "colder", "half the temperature", footer: 5, .colder),
    KeyBinding([.character(">")], "hotter", "twice the temperature", footer: 6, .hotter),
  ]
  private static let most = 16
  private static let mostDraws = 10_000

  package let parameters: Parameters
  let trace: Sampling
  let drawn: [Int]
  var names: [String] { parameters.names }

  /// Whether some of it was drawn under other settings.
  let isMixed: Bool

  package init(_ parameters: Parameters) {
    var parameters = parameters
    let trace = Self.trace(parameters)
    // Of other tokens nothing was drawn yet.
    if parameters.drawn.contains(where: { $0 >= parameters.scores.count }) {
      (parameters.draws, parameters.drawn) = (0, [])
    }
    drawn = Self.draw(parameters, parameters.drawn, trace)
    isMixed = drawn != Self.draw(parameters, [], trace)
    parameters.drawn = drawn
    self.parameters = parameters
    self.trace = trace
  }

  private static func trace(_ parameters: Parameters) -> Sampling {
    Sampling(
      parameters.scores, temperature: parameters.temperature,
      topK: parameters.topK == 0 ? nil : parameters.topK,
      topP: parameters.topP == 1 ? nil : parameters.topP,
      others: parameters.others > 0 ? parameters.scores.count - 1 : nil)
  }

  /// Of other scores the last is one like the others.
  package static func renewed(_ parameters: Parameters, by typed: [String]) -> Parameters {
    var changed = parameters
    if !typed.contains("others"), typed.contains("scores") || typed.contains("words") {
      changed.others = 0
    }
    return changed
  }

  /// As many draws as there are to be, after those that there are: each has its own random number,
  /// whatever came before.
  private static func draw(
    _ parameters: Parameters, _ drawn: [Int], _ trace: Sampling
  ) -> [Int] {
    var generator = SeededGenerator(seed: UInt64(parameters.seed))
    let all = (0..<parameters.draws).compactMap { _ in trace.draw(using: &generator) }
    return Array(drawn.prefix(parameters.draws)) + all.dropFirst(drawn.count)
  }

  package func names(in area: Area) -> (rows: [String], columns: [String]) {
    ([], area == .scores ? names : [])
  }
  package var status: String { drawn.isEmpty ? "" : "\(drawn.count) drawn" }

  // MARK: Changes

  package func resized(by change: Resizing, at cursor: Cursor) throws(InputProblem) -> Parameters {
    var changed = try parameters.resized(by: change, at: cursor.column, most: Self.most)
    (changed.draws, changed.drawn) = (0, [])
    if cursor.column + 1 >= parameters.scores.count { changed.others = 0 }
    return changed
  }

  package func random(using generator: inout SeededGenerator) -> Parameters {
    var changed = parameters
    changed.scores = changed.scores.map { _ in Double(generator.int(in: -2...4)) }
    changed.others = 0
    changed.seed = generator.int(in: 1...9999)
    return changed
  }

  package func changed(by action: Action, at cursor: Cursor) throws(InputProblem) -> Parameters {
    var changed = parameters
    switch action {
    case .draw: changed.draws += 1
    case .drawMany: changed.draws += 100
    case .putBack: changed.draws = max(0, changed.draws - 1)
    case .colder: changed.temperature /= 2
    case .hotter: changed.temperature = Temperature.hotter(changed.temperature)
    }
    guard changed.draws <= Self.mostDraws else {
      throw InputProblem("At most \(Self.mostDraws) draws; R starts over")
    }
    return changed
  }

  // MARK: Text

  package func preview(_ view: View) -> [WidgetBlock] {
    let numbers = view.numbers
    var settings = ["temperature \(numbers.text(parameters.temperature))"]
    if parameters.topK > 0 { settings.append("top-k \(parameters.topK)") }
    if parameters.topP < 1 { settings.append("top-p \(numbers.text(parameters.topP))") }
    var bars = WidgetBlock.bars(
      trace.probabilities, names: names, vanishes: trace.probabilityVanishes, fullScale: 1,
      numbers, rank: 0)
    bars.hasGap = false
    return [.text([settings.joined(separator: "   ")], rank: 1), bars]
  }

  package var resultsJSON: JSON {
    let members: JSON = [
      "scaled": .numbers(trace.softmax.scaled), "probabilities": .numbers(trace.softmax.weights),
      "kept": .array(trace.kept.map { .integer($0) }),
      "afterCuts": .numbers(trace.probabilities), "drawn": .array(drawn.map { .integer($0) }),
    ]
    let tokens = names.indices
    return members.naming(
      underflows: JSON.places("scaled", tokens, trace.softmax.scaledVanishes)
        + JSON.places("probabilities", tokens, trace.softmax.weightVanishes)
        + JSON.places("afterCuts", tokens, trace.probabilityVanishes))
  }

  package var script: String {
    let (topK, topP) = (parameters.topK, Script.number(parameters.topP))
    let temperature = Script.number(parameters.temperature)
    let others =
      parameters.others == 0
      ? ""
      : "order = np.append(order[order < len(scores) - 1], len(scores) - 1)  "
        + "# the last is \(parameters.others) tokens as one\n"
    return """
      import numpy as np

      scores = np.array(\(Script.vector(parameters.scores)))
      temperature, top_k, top_p = \(temperature), \(topK), \(topP)

      if temperature == 0:  # the limit: the largest takes all, equal ones share
          exponentials = (scores == scores.max()).astype(float)
      else:
          scaled = scores / temperature
          print("scaled", scaled)
          exponentials = np.exp(scaled - scaled.max())
      probabilities = exponentials / exponentials.sum()
      print("probabilities", probabilities)
      order = np.argsort(-probabilities, kind="stable")
      \(others)      kept = order[:top_k] if top_k else order
      if top_p < 1:
          reached = np.cumsum(probabilities[kept] / probabilities[kept].sum())
          kept = kept[:max(1, int(np.sum(reached < top_p - 1e-12)) + 1)]
      after_cuts = np.zeros_like(probabilities)
      after_cuts[kept] = probabilities[kept] / probabilities[kept].sum()
      print("after the cuts", after_cuts)

      """
  }
}
