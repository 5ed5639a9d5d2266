import Formulas
import JSONText
import Notes
import Numerics
import Plots
import TextUI

/// Scores, a temperature, and what softmax makes of them, step by step.
package struct SoftmaxWidget: Widget {
  package static let name = "softmax"
  package static let title = "Softmax"
  package static let topics = ["softmax", "soft max", "log-sum-exp"]
  package static let example = Inputs([
    "words": "cat, sat, the", "scores": "2 1 0", "temperature": "1",
  ])
  package static let inputKeys = ["words", "scores", "temperature", "maximum"]
  package static let actions: [KeyRow<String>] = [
    KeyRow(
      [.character("m")], "maximum", "subtract the row's largest score first, or not",
      footer: 1, "maximum"),
    KeyRow([.character("<")], "colder", "half the temperature", footer: 5, "colder"),
    KeyRow([.character(">")], "hotter", "twice the temperature", footer: 6, "hotter"),
    KeyRow([.character("z")], "zero", "temperature 0: the largest takes all", "zero"),
  ]
  /// Scores that fit on the screen.
  static let most = 16

  private let words: [String]
  private let subtracts: Bool
  /// Every number of it.
  let trace: Softmax

  package init(_ inputs: Inputs) throws(Diagnostic) {
    try inputs.check(Self.name, keys: Self.inputKeys)
    let scores = try inputs.vector("scores", most: Self.most)
    words = try inputs.words(most: scores.count)
    let temperature = try inputs.number("temperature", default: 1, in: 0...1e6)
    switch inputs["maximum"] ?? "subtracted" {
    case "subtracted": subtracts = true
    case "kept": subtracts = false
    default: throw inputs.problem("maximum", "write subtracted or kept")
    }
    trace =
      subtracts
      ? Softmax(scores, temperature: temperature)
      : Softmax(withoutMaximum: scores, temperature: temperature)
  }

  package var inputs: Inputs {
    var inputs = Inputs()
    if !words.isEmpty { inputs["words"] = words.joined(separator: ", ") }
    inputs["scores"] = Plain.text(trace.scores)
    inputs["temperature"] = Plain.text(trace.temperature)
    if !subtracts { inputs["maximum"] = "kept" }
    return inputs
  }

  /// Whether the temperature is 0 and stands for the limit; without the maximum it is a divisor.
  private var isLimit: Bool { trace.temperature == 0 && subtracts }

  private func name(_ index: Int) -> String {
    words.indices.contains(index) ? words[index] : "\(index + 1)"
  }
  private var names: [String] { trace.scores.indices.map(name) }

  package var tables: [InputTable] {
    [
      InputTable(key: "scores", values: .row(trace.scores), columnNames: names),
      InputTable(key: "temperature", values: .row([trace.temperature])),
    ]
  }
  package var results: [GridSize] { [GridSize(rows: 4, columns: trace.scores.count)] }
  package var status: String { "temperature \(NumberText().text(trace.temperature))" }

  // MARK: Changes

  package func inputs(
    resizing change: Resizing, at cursor: WidgetCursor
  ) throws(Diagnostic) -> Inputs {
    try inputs.resizing("scores", trace.scores, words, most: Self.most, change, at: cursor.column)
  }

  package func inputs(random generator: inout SeededGenerator) -> Inputs {
    inputs.with("scores", Plain.text(trace.scores.map { _ in Double(generator.int(in: -4...4)) }))
  }

  package func inputs(
    after action: String, at cursor: WidgetCursor
  ) throws(Diagnostic) -> Inputs {
    switch action {
    case "maximum": return inputs.with("maximum", subtracts ? "kept" : nil)
    case "colder": return inputs.with("temperature", Plain.text(trace.temperature / 2))
    case "hotter":
      let next = trace.temperature == 0 ? 0.125 : trace.temperature * 2
      return inputs.with("temperature", Plain.text(next))
    case "zero": return inputs.with("temperature", "0")
    default: return inputs
    }
  }

  // MARK: Pictures

  /// Names, numbers and formulas of the rows.
  private var rows: [(name: String, values: Vector)] {
    let isZero = isLimit
    return [
      (isZero ? "score" : "÷ temperature", trace.scaled),
      (subtracts ? isZero ? "limit" : "− max" : "as it is", trace.shifted),
      ("exp", trace.exponentials), ("weight", trace.weights),
    ]
  }

  package func blocks(_ view: WidgetView) -> [WidgetBlock] {
    var scores = Grid(
      "", [trace.scores] + rows.map(\.values), rowNames: ["score"] + rows.map(\.name),
      columnNames: names, numbers: view.numbers, sharing: .rows)
    scores.strongRow = 4
    if view.isHidden { scores.hiddenRows = 1..<5 }
    let grid = scores.looking(view.cursor, area: 0).looking(view.cursor, area: 2, row: 1)
    let temperature = Grid(
      "temperature", [[trace.temperature]], numbers: view.numbers
    ).looking(view.cursor, area: 1)
    var blocks = [
      WidgetBlock(.grids([grid]), rank: 0),
      WidgetBlock(.grids([temperature]), rank: view.cursor.area == 1 ? 1 : 2),
    ]
    if !view.isHidden {
      blocks.append(derivation(view))
      blocks.append(bars(view))
    }
    return blocks
  }

  private func derivation(_ view: WidgetView) -> WidgetBlock {
    let numbers = view.numbers
    let at = min(max(view.cursor.column, 0), trace.scores.count - 1)
    let row = view.cursor.area == 2 ? view.cursor.row : 3
    var lines: [Equation] = []
    if !isLimit {
      lines.append(
        .quotient(
          "scaled", trace.scores[at], trace.temperature, trace.scaled[at], numbers: numbers))
    }
    if row >= 1, subtracts { lines.append(shiftedLine(at, numbers)) }
    if row >= 2 {
      lines.append(.power("exp", trace.shifted[at], trace.exponentials[at], numbers: numbers))
    }
    if row >= 3 {
      lines.append(.sum("sum", of: trace.exponentials, trace.sum, numbers: numbers))
      lines.append(
        .quotient(
          "weight", trace.exponentials[at], trace.sum, trace.weights[at], numbers: numbers))
    }
    var block = WidgetBlock.derivation("\"\(name(at))\"", lines, rank: 0)
    guard case .lines(let texts) = block.content else { return block }
    var remarks: [[Cell]] = []
    if isLimit {
      remarks.append([Cell]("  Temperature 0 is the limit: the largest score takes all.", .muted))
    }
    if trace.weights.contains(where: \.isNaN) {
      let why =
        trace.sum == 0
        ? "0/0" : trace.temperature == 0 ? "a division by 0" : "overflow divided by overflow"
      remarks.append(
        [Cell]("  \(why): no number. Subtract the maximum first (m).", Style(.warning)))
    }
    block.content = .lines(texts + remarks)
    return block
  }

  /// The score less the largest one; at temperature 0 it is a limit, and no difference.
  private func shiftedLine(_ at: Int, _ numbers: NumberText) -> Equation {
    let label = "\(numbers.minus) max"
    let shifted = trace.shifted[at]
    let largest = trace.scores.largest ?? .nan
    guard !isLimit else {
      let best = numbers.factor(numbers.text(largest))
      let difference = "(\(numbers.text(trace.scores[at])) \(numbers.minus) \(best))"
      let arrow = numbers.ascii ? "->" : "→"
      return Equation(
        label, "\(difference) \(numbers.over) T \(arrow) \(numbers.text(shifted)) as T \(arrow) 0",
        value: shifted)
    }
    if let maximum = trace.rowMaximum, maximum.isFinite {
      return .difference(label, trace.scaled[at], maximum, shifted, numbers: numbers)
    }
    // The temperature sends scores beyond the range: the difference comes first.
    return Equation(
      label, [trace.scores[at], largest, trace.temperature], shifted, numbers: numbers
    ) {
      "(\($0[0]) \(numbers.minus) \(numbers.factor($0[1]))) \(numbers.over) \($0[2])"
    } compute: {
      ($0[0] - $0[1]) / $0[2]
    }
  }

  private func bars(_ view: WidgetView) -> WidgetBlock {
    let ascii = view.ascii
    let numbers = view.numbers.aligned(trace.weights)
    let plot = BarPlot(
      trace.weights.enumerated().map { index, weight in
        BarPlot.Bar(label: name(index), value: weight, number: numbers[index].trimmed)
      }, fullScale: 1)
    let count = trace.weights.count
    return WidgetBlock(
      .picture(rows: min(2, count)...count) { columns, rows in
        plot.picture(columns: min(columns, 72), rows: rows, ascii: ascii)
      }, rank: 2)
  }

  package func judge(_ guess: Double, at cursor: WidgetCursor) -> Judgement? {
    let at = min(max(cursor.column, 0), trace.scores.count - 1)
    let row = cursor.area == 2 ? min(max(cursor.row, 0), 3) : 3
    let mistakes: [(Misconception, Double)] =
      row < 3
      ? []
      : [
        (.powerForShare, trace.exponentials[at]),
        (.scoresShared, trace.scores[at] / trace.scores.total),
        (.temperatureForgotten, Softmax(trace.scores).weights[at]),
      ]
    return Judgement(guess, truth: rows[row].values[at], mistakes: mistakes)
  }

  package func guessHint(at cursor: WidgetCursor) -> String? {
    // Without the maximum any power may overflow: said whether it does or not.
    subtracts ? Remark.guessHint(for: rows.flatMap(\.values)) : Remark.guessHint
  }

  // MARK: Text

  package var summary: [String] {
    let numbers = NumberText()
    let scores = names.enumerated().map { "\($1) \(numbers.text(trace.scores[$0]))" }
    let weights = names.enumerated().map { "\($1) \(numbers.text(trace.weights[$0]))" }
    let named = !words.isEmpty
    return [
      "scores " + (named ? scores.joined(separator: "  ") : numbers.vector(trace.scores))
        + "   temperature \(numbers.text(trace.temperature))",
      "weights " + (named ? weights.joined(separator: "  ") : numbers.vector(trace.weights)),
    ]
  }

  package var resultsJSON: JSON {
    [
      "scaled": .numbers(trace.scaled), "rowMaximum": .optional(trace.rowMaximum),
      "shifted": .numbers(trace.shifted), "exponentials": .numbers(trace.exponentials),
      "sum": .number(trace.sum), "weights": .numbers(trace.weights),
    ]
  }

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
