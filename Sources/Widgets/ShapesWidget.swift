import JSONText
import Notes
import Numerics
import TextUI

/// A Transformer block by block: shapes, parameters, and the work of one pass.
package struct ShapesWidget: Widget {
  package static let name = "shapes"
  package static let title = "A Transformer's shapes and sizes"
  package static let topics = [
    "attention is all you need", "transformer", "transformers", "transformer block",
    "transformer architecture", "model size", "parameter count",
  ]
  package static let example = Inputs([
    "n": "8", "d": "512", "heads": "8", "layers": "6", "mlp": "2048", "vocabulary": "37000",
  ])
  package static let inputKeys = ["n", "d", "heads", "layers", "mlp", "vocabulary"]
  private static let largest = 1_000_000

  private let shape: TransformerShape
  /// Parts of one block.
  private let parts: [TransformerPart]

  package init(_ inputs: Inputs) throws(Diagnostic) {
    try inputs.check(Self.name, keys: Self.inputKeys)
    let range = 1...Self.largest
    let d = try inputs.whole("d", default: 64, in: range)
    shape = TransformerShape(
      vocabulary: try inputs.whole("vocabulary", default: 1000, in: range),
      length: try inputs.whole("n", default: 8, in: range), width: d,
      heads: try inputs.whole("heads", default: 1, in: range),
      layers: try inputs.whole("layers", default: 1, in: range),
      hidden: try inputs.whole("mlp", default: min(4 * d, Self.largest), in: range),
      positions: .sinusoidal)
    guard shape.headsFit else {
      throw inputs.problem(
        "heads", "\(shape.heads) heads cannot share width \(d) equally: choose a divisor of \(d)")
    }
    let outside = ["token embedding", "positions", "last norm", "scores for each token"]
    parts = shape.parts.filter { !outside.contains($0.name) }
  }

  private var values: [Int] {
    [shape.length, shape.width, shape.heads, shape.layers, shape.hidden, shape.vocabulary]
  }
  package var inputs: Inputs {
    var inputs = Inputs()
    for (key, value) in zip(Self.inputKeys, values) { inputs[key] = String(value) }
    return inputs
  }
  package var tables: [InputTable] {
    zip(Self.inputKeys, values).map { InputTable(key: $0, values: .row([Double($1)])) }
  }
  package var results: [GridSize] { [GridSize(rows: rows.count, columns: 3)] }

  package func inputs(random generator: inout SeededGenerator) -> Inputs {
    let heads = 1 << generator.int(in: 0...3)
    let d = heads * 8 * generator.int(in: 1...8)
    return inputs.with("heads", String(heads)).with("d", String(d)).with("mlp", String(4 * d))
      .with("n", String(generator.int(in: 2...64))).with(
        "layers", String(generator.int(in: 1...12)))
  }

  // MARK: Counting

  private struct Row {
    var name: String
    var shape: String
    var weights: Int
    var work: Int
    /// How the weights and the work are counted.
    var formula: (weights: String, work: String)
  }

  private static let formulas: [String: (weights: String, work: String)] = [
    "norm before attention": ("2·d", ""), "query, key, value": ("3·d·d + 3·d", "3·n·d·d"),
    "scores": ("", "n·n·d"), "weighted values": ("", "n·n·d"),
    "output projection": ("d·d + d", "n·d·d"), "norm before MLP": ("2·d", ""),
    "MLP, up": ("d·m + m", "n·d·m"), "MLP, down": ("m·d + d", "n·m·d"),
  ]

  private var rows: [Row] {
    let n = shape.length
    let d = shape.width
    var rows = parts.map { part in
      Row(
        name: part.name, shape: part.shape, weights: part.weights, work: part.multiplyAdds,
        formula: Self.formulas[part.name] ?? ("", ""))
    }
    let weights = parts.reduce(0) { cappedSum($0, $1.weights) }
    let work = parts.reduce(0) { cappedSum($0, $1.multiplyAdds) }
    rows.append(
      Row(
        name: "one block", shape: "\(n)×\(d)", weights: weights, work: work,
        formula: ("the lines above", "the lines above")))
    rows.append(
      Row(
        name: "all \(shape.layers) blocks", shape: "\(n)×\(d)",
        weights: cappedProduct(shape.layers, weights), work: cappedProduct(shape.layers, work),
        formula: ("layers · one block", "layers · one block")))
    rows.append(
      Row(
        name: "embeddings, apart", shape: "\(shape.vocabulary)×\(d)",
        weights: cappedProduct(shape.vocabulary, d), work: 0, formula: ("vocabulary·d", "")))
    return rows
  }

  /// A count; one too large to be counted says so.
  private static func text(_ count: Int) -> String { count == .max ? "over 9.2e18" : "\(count)" }

  // MARK: Pictures

  package func blocks(_ view: WidgetView) -> [WidgetBlock] {
    let settings = tables.enumerated().map { index, table in
      Grid(table.key, texts: [[String(values[index])]]).looking(view.cursor, area: index)
    }
    let rows = rows
    func padded(_ texts: [String]) -> [String] {
      let width = texts.map(\.count).max() ?? 0
      return texts.map { String(repeating: " ", count: width - $0.count) + $0 }
    }
    let columns = [
      padded(rows.map(\.shape)), padded(rows.map { Self.text($0.weights) }),
      padded(rows.map { Self.text($0.work) }),
    ]
    var grid = Grid(
      "One block, from top to bottom", texts: rows.indices.map { row in columns.map { $0[row] } },
      rowNames: rows.map(\.name), columnNames: ["shape", "parameters", "multiply-adds"])
    grid.strongRow = parts.count
    grid.nameLimit = 22
    var blocks = [
      WidgetBlock(.grids(settings), rank: view.cursor.area < tables.count ? 0 : 1),
      WidgetBlock(.grids([grid.looking(view.cursor, area: tables.count)]), rank: 0),
    ]
    blocks.append(derivation(view, rows))
    let attention = shape.attentionWeights
    let d = shape.width
    blocks.append(
      .text(
        [
          "attention learns 4·\(d)·\(d) + 4·\(d) = \(attention), with any number of heads",
          (shape.heads == 1 ? "the one head" : "each of \(shape.heads) heads")
            + " has width \(d) ÷ \(shape.heads) = \(shape.headWidth)",
        ], .muted, rank: 2))
    return blocks
  }

  private func derivation(_ view: WidgetView, _ rows: [Row]) -> WidgetBlock {
    let at = view.cursor.area == tables.count ? min(max(view.cursor.row, 0), rows.count - 1) : 0
    let row = rows[at]
    let lines = [
      ("parameters", row.formula.weights, row.weights),
      ("multiply-adds", row.formula.work, row.work),
    ].filter { !$0.1.isEmpty }.map { label, text, count in
      let result = count == .max ? ": \(Self.text(count))" : " = \(count)"
      return Equation(label, formula(text) + result, value: Double(count))
    }
    return .derivation(row.name, lines, rank: 2)
  }

  /// A formula, and the same with its numbers.
  private func formula(_ text: String) -> String {
    guard text.contains("·"), !text.contains("block") else { return text }
    let numbers = [
      "n": shape.length, "d": shape.width, "m": shape.hidden, "vocabulary": shape.vocabulary,
    ]
    let parts = text.split(separator: " ").map { word in
      word.split(separator: "·").map { numbers[String($0)].map(String.init) ?? String($0) }
        .joined(separator: "·")
    }
    return "\(text) = " + parts.joined(separator: " ")
  }

  // MARK: Text

  package var summary: [String] {
    let rows = rows
    let block = rows[parts.count]
    return [
      "n \(shape.length)   d \(shape.width)   heads \(shape.heads)   layers \(shape.layers)   "
        + "mlp \(shape.hidden)   vocabulary \(shape.vocabulary)",
      "one block: \(Self.text(block.weights)) parameters, \(Self.text(block.work)) multiply-adds",
    ]
  }

  private static func json(_ count: Int) -> JSON { count == .max ? .null : .integer(count) }

  package var resultsJSON: JSON {
    [
      "parts": .array(
        rows.map { row in
          [
            "name": .string(row.name), "shape": .string(row.shape),
            "parameters": Self.json(row.weights), "multiplyAdds": Self.json(row.work),
          ]
        })
    ]
  }

  package var script: String {
    """
    n, d, heads, layers, m, vocabulary = \(values.map(String.init).joined(separator: ", "))

    parts = [
        ("norm before attention", 2 * d, 0),
        ("query, key, value", 3 * d * d + 3 * d, 3 * n * d * d),
        ("scores", 0, n * n * d),
        ("weighted values", 0, n * n * d),
        ("output projection", d * d + d, n * d * d),
        ("norm before MLP", 2 * d, 0),
        ("MLP, up", d * m + m, n * d * m),
        ("MLP, down", m * d + d, n * m * d),
    ]
    parameters = sum(part[1] for part in parts)
    work = sum(part[2] for part in parts)
    parts.append(("one block", parameters, work))
    parts.append((f"all {layers} blocks", layers * parameters, layers * work))
    parts.append(("embeddings, apart", vocabulary * d, 0))
    for name, weights, multiply_adds in parts:
        print(f"{name:24} {weights:12} parameters {multiply_adds:14} multiply-adds")

    """
  }
}
