import Formulas
import JSONText
import Notes
import Numerics
import TextUI

/// Scaled dot-product attention in nine steps on the reader's own Q, K and V, and the way back.
package struct AttentionWidget: Widget {
  package static let name = "attention"
  package static let title = "Scaled dot-product attention"
  package static let topics = [
    "scaled dot-product attention", "dot-product attention", "self-attention",
    "attention mechanism",
    "attention weights", "multi-head attention", "attention",
  ]
  package static let example = Inputs([
    "words": "the, cat, sat", "Q": "1 0; 0 1", "K": "1 0; 0 1; 1 1", "V": "1 2; 3 4; 5 6",
    "mask": "none", "scale": "auto", "step": "1",
  ])
  package static let inputKeys = [
    "words", "Q", "K", "V", "mask", "scale", "heads", "dO", "step",
    "transpose",
  ]
  package static let viewKeys = ["step", "transpose"]
  /// Rows and columns that fit on the screen.
  static let most = 8

  /// Names of keys and, as far as they go, of queries.
  var words: [String]
  /// Q, K and V as typed.
  let query, key, value: Matrix
  let mask: AttentionMask
  let scale: AttentionScale
  /// The gradient of the output; all ones where none is given.
  let gradient: Matrix?
  /// 1 to 9; 10 to 14 go back.
  let step: StepperStep
  /// Whether the pictures of the steps have rows and columns exchanged; the arithmetic never has.
  let isTransposed: Bool
  /// Every number, head by head.
  let trace: MultiHeadAttention
  /// The way back through each head.
  let gradients: [AttentionGradients]

  package init(_ inputs: Inputs) throws(Diagnostic) {
    try inputs.check(Self.name, keys: Self.inputKeys)
    query = try inputs.matrix("Q", most: Self.most)
    key = try inputs.matrix("K", most: Self.most)
    value = try inputs.matrix("V", most: Self.most)
    words = try inputs.words(most: max(query.rows, key.rows))
    do { mask = try AttentionMask(reading: inputs["mask"] ?? "none") } catch {
      throw inputs.problem(
        "mask", "\(error.message); or write none, causal or padding 1 1 0; -inf hides")
    }
    do { scale = try AttentionScale(reading: inputs["scale"] ?? "auto") } catch {
      throw inputs.problem("scale", "\(error.message); or write auto or none")
    }
    gradient = inputs["dO"] == nil ? nil : try inputs.matrix("dO", most: Self.most)
    let number = try inputs.whole("step", default: 1, in: 1...StepperStep.allCases.count)
    step = StepperStep.allCases[number - 1]
    switch inputs["transpose"] ?? "no" {
    case "no": isTransposed = false
    case "yes": isTransposed = true
    default: throw inputs.problem("transpose", "write yes or no")
    }
    let heads = try inputs.whole("heads", default: 1, in: 1...Self.most)
    do {
      trace = try MultiHeadAttention(
        query: query, key: key, value: value, heads: heads, mask: mask, scale: scale)
      gradients = try Self.gradients(trace, gradient)
    } catch { throw Diagnostic(.error, line: inputs.line(of: Self.key(of: error)), error.message) }
  }

  private static func gradients(
    _ trace: MultiHeadAttention, _ gradient: Matrix?
  ) throws(ShapeProblem) -> [AttentionGradients] {
    var found: [AttentionGradients] = []
    if let gradient,
      gradient.rows != trace.output.rows || gradient.columns != trace.output.columns
    {
      throw .gradient(
        rows: gradient.rows, columns: gradient.columns, outputRows: trace.output.rows,
        outputColumns: trace.output.columns)
    }
    let width = trace.output.columns / trace.heads.count
    for (index, head) in trace.heads.enumerated() {
      found.append(
        try AttentionGradients(
          of: head, output: gradient?.columns(index * width..<(index + 1) * width)))
    }
    return found
  }

  /// The input that a problem of shapes is best mended in.
  private static func key(of problem: ShapeProblem) -> String {
    switch problem {
    case .queryAndKeyWidths: "K"
    case .keyAndValueCounts: "V"
    case .mask, .raggedMask, .padding: "mask"
    case .heads: "heads"
    case .gradient: "dO"
    case .vectorLengths, .product, .noEntries: "Q"
    }
  }

  package var inputs: Inputs {
    var inputs = Inputs()
    if !words.isEmpty { inputs["words"] = words.joined(separator: ", ") }
    inputs["Q"] = Plain.text(query)
    inputs["K"] = Plain.text(key)
    inputs["V"] = Plain.text(value)
    inputs["mask"] = MaskText.text(mask)
    switch scale {
    case .auto: inputs["scale"] = "auto"
    case .none: inputs["scale"] = "none"
    case .value(let factor): inputs["scale"] = Plain.text(factor)
    }
    if trace.heads.count > 1 { inputs["heads"] = String(trace.heads.count) }
    if let gradient { inputs["dO"] = Plain.text(gradient) }
    if isTransposed { inputs["transpose"] = "yes" }
    inputs["step"] = String(step.number)
    return inputs
  }

  /// A row's name: its word, or its number where it has none.
  func name(_ row: Int) -> String { words.indices.contains(row) ? words[row] : "\(row + 1)" }

  package var tables: [InputTable] {
    let queries = (0..<query.rows).map(name)
    let keys = (0..<key.rows).map(name)
    var tables = [
      InputTable(key: "Q", values: query, rowNames: queries, isMatrix: true),
      InputTable(key: "K", values: key, rowNames: keys, isMatrix: true),
      InputTable(key: "V", values: value, rowNames: keys, isMatrix: true),
    ]
    if step.isBackward {
      tables.append(InputTable(key: "dO", values: gradientShown, rowNames: queries, isMatrix: true))
    }
    return tables
  }

  /// dO as it counts.
  var gradientShown: Matrix {
    gradient ?? Matrix(rows: trace.output.rows, columns: trace.output.columns, repeating: 1)
  }

  package var results: [GridSize] { stepGrids.map { GridSize(rows: $0.rows, columns: $0.columns) } }
  package var status: String {
    step.isBackward ? "backward: \(step.title)" : "step \(step.number) of 9"
  }
  package var firstCursor: WidgetCursor { WidgetCursor(area: tables.count) }

  /// A mask that is read in one of several ways says in which.
  package func note(after old: Inputs) -> String? {
    inputs["mask"] == old["mask"] ? nil : MaskText.note(mask)
  }

  package var summary: [String] {
    let numbers = NumberText()
    var lines = ["Q \(Self.shape(query))   K \(Self.shape(key))   V \(Self.shape(value))"]
    if !words.isEmpty { lines[0] += "   " + words.joined(separator: " ") }
    if mask != .none { lines[0] += "   mask \(MaskText.name(mask))" }
    for row in 0..<min(2, query.rows) {
      let output = numbers.vector(trace.output.row(row))
      var line = "output \"\(name(row))\" = \(output)"
      if trace.heads.count == 1 {
        line =
          "\"\(name(row))\" looks: \(numbers.vector(trace.heads[0].weights.row(row)))   " + line
      }
      lines.append(line)
    }
    return lines
  }

  static func shape(_ matrix: Matrix) -> String { "\(matrix.rows)×\(matrix.columns)" }
}
