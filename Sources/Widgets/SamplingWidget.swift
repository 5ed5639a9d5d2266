import Formulas
import JSONText
import Notes
import Numerics
import Plots
import TextUI

/// Next-token scores: temperature, then top-k, then top-p, then a draw.
package struct SamplingWidget: Widget {
  package static let name = "sampling"
  package static let title = "Sampling the next token"
  package static let topics = [
    "sampling", "temperature", "top-k", "top-p", "nucleus sampling", "next-token prediction",
    "decoding",
  ]
  package static let example = Inputs([
    "words": "mat, sofa, roof, moon", "scores": "3 2 1 0", "temperature": "1", "top-k": "0",
    "top-p": "1", "seed": "1",
  ])
  package static let inputKeys = [
    "words", "scores", "temperature", "top-k", "top-p", "seed", "draws",
  ]
  package static let actions: [KeyRow<String>] = [
    KeyRow([.character(" "), .character("n")], "draw", "draw a token", footer: 1, "draw"),
    KeyRow([.character("N")], "draw-many", "draw a hundred tokens", footer: 2, "draw-many"),
    KeyRow([.character("p")], "put-back", "take the last draw back", "put-back"),
    KeyRow([.character("<")], "colder", "half the temperature", footer: 5, "colder"),
    KeyRow([.character(">")], "hotter", "twice the temperature", footer: 6, "hotter"),
  ]
  static let most = 16
  private static let mostDraws = 10_000

  private let words: [String]
  private let scores: Vector
  private let temperature: Double
  /// 0 keeps all.
  private let topK: Int
  /// 1 keeps all.
  private let topP: Double
  private let seed: Int
  private let trace: Sampling
  private let drawn: [Int]

  package init(_ inputs: Inputs) throws(Diagnostic) {
    try inputs.check(Self.name, keys: Self.inputKeys)
    scores = try inputs.vector("scores", most: Self.most)
    words = try inputs.words(most: scores.count)
    temperature = try inputs.number("temperature", default: 1, in: 0...1e6)
    topK = try inputs.whole("top-k", default: 0, in: 0...Self.most)
    topP = try inputs.number("top-p", default: 1, in: 0...1)
    seed = try inputs.whole("seed", default: 1, in: 0...1_000_000_000)
    let draws = try inputs.whole("draws", default: 0, in: 0...Self.mostDraws)
    trace = Sampling(
      scores, temperature: temperature, topK: topK == 0 ? nil : topK, topP: topP == 1 ? nil : topP)
    var generator = SeededGenerator(seed: UInt64(seed))
    var drawn: [Int] = []
    for _ in 0..<draws { if let token = trace.draw(using: &generator) { drawn.append(token) } }
    self.drawn = drawn
  }

  package var inputs: Inputs {
    var inputs = Inputs()
    if !words.isEmpty { inputs["words"] = words.joined(separator: ", ") }
    inputs["scores"] = Plain.text(scores)
    inputs["temperature"] = Plain.text(temperature)
    inputs["top-k"] = String(topK)
    inputs["top-p"] = Plain.text(topP)
    inputs["seed"] = String(seed)
    if !drawn.isEmpty { inputs["draws"] = String(drawn.count) }
    return inputs
  }

  private func name(_ index: Int) -> String {
    words.indices.contains(index) ? words[index] : "\(index + 1)"
  }
  private var names: [String] { scores.indices.map(name) }
  private static let settings = ["temperature", "top-k", "top-p", "seed"]

  package var tables: [InputTable] {
    [InputTable(key: "scores", values: .row(scores), columnNames: names)]
      + zip(Self.settings, [temperature, Double(topK), topP, Double(seed)])
      .map { InputTable(key: $0, values: .row([$1])) }
  }
  package var results: [GridSize] { [GridSize(rows: 3, columns: scores.count)] }
  package var status: String { drawn.isEmpty ? "" : "\(drawn.count) drawn" }

  // MARK: Changes

  package func inputs(
    resizing change: Resizing, at cursor: WidgetCursor
  ) throws(Diagnostic) -> Inputs {
    try inputs.resizing("scores", scores, words, most: Self.most, change, at: cursor.column)
  }

  package func inputs(random generator: inout SeededGenerator) -> Inputs {
    inputs.with("scores", Plain.text(scores.map { _ in Double(generator.int(in: -2...4)) }))
      .with("seed", String(generator.int(in: 1...9999)))
  }

  package func inputs(
    after action: String, at cursor: WidgetCursor
  ) throws(Diagnostic) -> Inputs {
    switch action {
    case "draw": return try drawing(1)
    case "draw-many": return try drawing(100)
    case "put-back": return inputs.with("draws", String(max(0, drawn.count - 1)))
    case "colder": return inputs.with("temperature", Plain.text(temperature / 2))
    case "hotter":
      return inputs.with("temperature", Plain.text(temperature == 0 ? 0.125 : temperature * 2))
    default: return inputs
    }
  }

  private func drawing(_ count: Int) throws(Diagnostic) -> Inputs {
    guard drawn.count + count <= Self.mostDraws else {
      throw Diagnostic(.error, "\(Self.mostDraws) draws are the most; R begins again")
    }
    return inputs.with("draws", String(drawn.count + count))
  }

  // MARK: Pictures

  private var rows: [(name: String, values: Vector)] {
    [
      (temperature == 0 ? "score" : "÷ temperature", trace.softmax.scaled),
      ("probability", trace.softmax.weights), ("after the cuts", trace.probabilities),
    ]
  }

  package func blocks(_ view: WidgetView) -> [WidgetBlock] {
    let numbers = view.numbers
    var grid = Grid(
      "", [scores] + rows.map(\.values), rowNames: ["score"] + rows.map(\.name),
      columnNames: names, numbers: numbers, sharing: .rows)
    grid.strongRow = 3
    if view.isHidden { grid.hiddenRows = 1..<4 }
    let settings = tables.dropFirst().enumerated().map { index, table in
      Grid(table.key, table.values.rowArrays, numbers: numbers)
        .looking(view.cursor, area: index + 1)
    }
    var blocks = [
      WidgetBlock(
        .grids([grid.looking(view.cursor, area: 0).looking(view.cursor, area: 5, row: 1)]), rank: 0),
      WidgetBlock(.grids(settings), rank: (1...4).contains(view.cursor.area) ? 1 : 2),
    ]
    if view.isHidden { return blocks }
    blocks.append(derivation(view))
    blocks.append(draws(view))
    let ascii = view.ascii
    let shares = numbers.aligned(trace.probabilities)
    let plot = BarPlot(
      trace.probabilities.enumerated().map { index, share in
        BarPlot.Bar(label: name(index), value: share, number: shares[index].trimmed)
      }, fullScale: 1)
    let count = scores.count
    blocks.append(
      WidgetBlock(
        .picture(rows: min(2, count)...count) { columns, rows in
          plot.picture(columns: min(columns, 72), rows: rows, ascii: ascii)
        }, rank: 3))
    return blocks
  }

  private func derivation(_ view: WidgetView) -> WidgetBlock {
    let numbers = view.numbers
    let at = min(max(view.cursor.column, 0), scores.count - 1)
    let softmax = trace.softmax
    var lines: [Equation] = []
    if temperature > 0 {
      lines.append(
        .quotient("scaled", scores[at], temperature, softmax.scaled[at], numbers: numbers))
    }
    lines.append(
      .quotient(
        "probability", softmax.exponentials[at], softmax.sum, softmax.weights[at], numbers: numbers)
    )
    let kept = trace.kept.map { softmax.weights[$0] }
    if trace.kept.contains(at) {
      lines.append(
        Equation(
          "after cuts", [softmax.weights[at]] + kept, trace.probabilities[at], numbers: numbers
        ) { texts in
          "\(texts[0]) \(numbers.over) (\(texts.dropFirst().joined(separator: " + ")))"
        } compute: {
          $0[0] / $0.dropFirst().total
        })
    } else {
      lines.append(Equation("after cuts", "cut away: 0", value: 0))
    }
    return .derivation("\"\(name(at))\"", lines, rank: 0)
  }

  private func draws(_ view: WidgetView) -> WidgetBlock {
    guard !drawn.isEmpty else {
      return .text(["Nothing drawn yet: Space draws a token"], .muted, rank: 2)
    }
    let tally = scores.indices.map { index in
      "\(name(index)) \(drawn.count { $0 == index })"
    }
    let last = drawn.suffix(12).map(name).joined(separator: " ")
    let dots = drawn.count > 12 ? (view.ascii ? "... " : "… ") : ""
    return .text(["drawn: \(dots)\(last)", "counts: " + tally.joined(separator: "  ")], rank: 1)
  }

  package func judge(_ guess: Double, at cursor: WidgetCursor) -> Judgement? {
    let at = min(max(cursor.column, 0), scores.count - 1)
    let row = cursor.area == 5 ? min(max(cursor.row, 0), 2) : 2
    return Judgement(
      guess, truth: rows[row].values[at],
      mistakes: row == 2 ? [(.cutsNotSharedOut, trace.softmax.weights[at])] : [])
  }

  package func guessHint(at cursor: WidgetCursor) -> String? {
    Remark.guessHint(for: rows.flatMap(\.values))
  }

  // MARK: Text

  package var summary: [String] {
    let numbers = NumberText()
    var settings = "temperature \(numbers.text(temperature))"
    if topK > 0 { settings += "   top-k \(topK)" }
    if topP < 1 { settings += "   top-p \(numbers.text(topP))" }
    let shares = scores.indices.map { "\(name($0)) \(numbers.text(trace.probabilities[$0]))" }
    return [settings, shares.joined(separator: "  ")]
  }

  package var resultsJSON: JSON {
    [
      "scaled": .numbers(trace.softmax.scaled), "probabilities": .numbers(trace.softmax.weights),
      "kept": .array(trace.kept.map { .integer($0) }),
      "afterCuts": .numbers(trace.probabilities), "drawn": .array(drawn.map { .integer($0) }),
    ]
  }

  package var script: String {
    """
    import numpy as np

    scores = np.array(\(Script.vector(scores)))
    temperature, top_k, top_p = \(Script.number(temperature)), \(topK), \(Script.number(topP))

    if temperature == 0:  # the limit: the largest takes all, equal ones share
        exponentials = (scores == scores.max()).astype(float)
    else:
        scaled = scores / temperature
        print("scaled", scaled)
        exponentials = np.exp(scaled - scaled.max())
    probabilities = exponentials / exponentials.sum()
    print("probabilities", probabilities)
    order = np.argsort(-probabilities, kind="stable")
    kept = order[:top_k] if top_k else order
    if top_p < 1:
        reached = np.cumsum(probabilities[kept] / probabilities[kept].sum())
        kept = kept[:max(1, int(np.sum(reached < top_p - 1e-12)) + 1)]
    after_cuts = np.zeros_like(probabilities)
    after_cuts[kept] = probabilities[kept] / probabilities[kept].sum()
    print("after the cuts", after_cuts)

    """
  }
}
