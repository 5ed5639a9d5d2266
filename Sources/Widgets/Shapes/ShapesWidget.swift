import Formulas
import JSONText
import Notes
import Numerics

/// A Transformer block by block: shapes, parameters, and the work of one pass.
package struct ShapesWidget: Widget {
  package struct Parameters: Equatable, Sendable {
    var n = 8
    var d = 512
    var heads = 8
    var layers = 6
    var mlp = 2048
    var vocabulary = 37000
  }
  package enum Area: CaseIterable, Sendable { case n, d, heads, layers, mlp, vocabulary, parts }
  /// The columns of the parts.
  enum Column: Int, CaseIterable {
    case shape, parameters, multiplyAdds

    var title: String {
      switch self {
      case .shape: "shape"
      case .parameters: "parameters"
      case .multiplyAdds: "multiply-adds"
      }
    }
  }

  package static let name = "shapes"
  package static let title = "A Transformer's shapes and sizes"
  package static let topics = [
    "attention is all you need", "transformer", "transformers", "transformer block",
    "transformer architecture", "model size", "parameter count",
  ]
  package static let initial = Parameters()
  package static let fields: [Field] = [
    .whole("n", \.n, from: sizes, in: .n, default: 8),
    .whole("d", \.d, from: sizes, in: .d, default: 64),
    .whole("heads", \.heads, from: sizes, in: .heads, default: 1),
    .whole("layers", \.layers, from: sizes, in: .layers, default: 1),
    .whole("mlp", \.mlp, from: sizes, in: .mlp) { min(4 * $0.d, sizes.upperBound) },
    .whole("vocabulary", \.vocabulary, from: sizes, in: .vocabulary, default: 1000),
  ]
  private static let sizes = 1...1_000_000

  package let parameters: Parameters
  let shape: TransformerShape
  /// Parts of one block.
  let parts: [TransformerPart]

  package init(_ parameters: Parameters) throws(InputProblem) {
    self.parameters = parameters
    let (heads, d) = (parameters.heads, parameters.d)
    shape = TransformerShape(
      vocabulary: parameters.vocabulary, length: parameters.n, width: d, heads: heads,
      layers: parameters.layers, hidden: parameters.mlp, positions: .sinusoidal)
    guard shape.headsFit else {
      throw InputProblem(
        "heads", "\(heads) heads cannot share width \(d) equally: choose a divisor of \(d)")
    }
    parts = shape.parts.filter { $0.place == .block }
  }

  package func results(in area: Area) -> GridSize {
    GridSize(rows: rows.count, columns: Column.allCases.count)
  }

  package func random(using generator: inout SeededGenerator) -> Parameters {
    var changed = parameters
    changed.heads = 1 << generator.int(in: 0...3)
    changed.d = changed.heads * 8 * generator.int(in: 1...8)
    changed.mlp = 4 * changed.d
    changed.n = generator.int(in: 2...64)
    changed.layers = generator.int(in: 1...12)
    return changed
  }

  // MARK: Counting

  struct Row {
    var name: String
    var shape: String
    var parameters: Int
    var work: Int
    /// How the parameters and the work are counted.
    var formula: (parameters: String, work: String)
  }

  var rows: [Row] {
    let n = shape.length
    let d = shape.width
    var rows = parts.map { part in
      Row(
        name: part.name, shape: part.shape, parameters: part.parameters, work: part.multiplyAdds,
        formula: (told(part.parametersFormula), told(part.multiplyAddsFormula)))
    }
    let parameters = parts.reduce(0) { cappedSum($0, $1.parameters) }
    let work = parts.reduce(0) { cappedSum($0, $1.multiplyAdds) }
    rows.append(
      Row(
        name: "one block", shape: "\(n)×\(d)", parameters: parameters, work: work,
        formula: ("the lines above", "the lines above")))
    rows.append(
      Row(
        name: "all \(shape.layers) blocks", shape: "\(n)×\(d)",
        parameters: cappedProduct(shape.layers, parameters),
        work: cappedProduct(shape.layers, work),
        formula: ("layers · one block", "layers · one block")))
    rows.append(
      Row(
        name: "embeddings, apart", shape: "\(shape.vocabulary)×\(d)",
        parameters: cappedProduct(shape.vocabulary, d), work: 0,
        formula: ("vocabulary·d = \(shape.vocabulary)·\(d)", "")))
    return rows
  }

  /// A formula, and the same with its numbers.
  private func told(_ formula: SizeFormula) -> String {
    formula.terms.isEmpty ? "" : "\(formula.text) = \(formula.text(shape))"
  }

  /// A count; one too large to be counted says so.
  static func text(_ count: Int) -> String { count == .max ? "over 9.2e18" : "\(count)" }

  package func judge(_ guess: Quantity, at cursor: Cursor) -> Judgement? {
    let row = rows[cursor.row(in: .parts) ?? 0]
    switch Column(rawValue: cursor.column) {
    case .parameters where row.parameters < .max:
      return Judgement(guess, truth: Quantity(Double(row.parameters)))
    case .multiplyAdds where row.work < .max:
      return Judgement(guess, truth: Quantity(Double(row.work)))
    default: return nil
    }
  }

  // MARK: Text

  package func preview(_ view: View) -> [WidgetBlock] {
    let block = rows[parts.count]
    let parts = [
      zip(Self.inputKeys, Self.fields.compactMap { $0.write(parameters) }).map { "\($0) \($1)" },
      [
        "one block: \(Self.text(block.parameters)) parameters, \(Self.text(block.work)) multiply-adds"
      ],
    ]
    return [.text(parts.map { $0.joined(separator: "   ") }, rank: 0)]
  }

  private static func json(_ count: Int) -> JSON { count == .max ? .null : .integer(count) }

  package var resultsJSON: JSON {
    [
      "parts": .array(
        rows.map { row in
          [
            "name": .string(row.name), "shape": .string(row.shape),
            "parameters": Self.json(row.parameters), "multiplyAdds": Self.json(row.work),
          ]
        })
    ]
  }

  package var script: String {
    """
    n, d, heads, layers, m, vocabulary = \(Self.fields.compactMap { $0.write(parameters) }.joined(separator: ", "))

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
    for name, parameters, multiply_adds in parts:
        print(f"{name:24} {parameters:12} parameters {multiply_adds:14} multiply-adds")

    """
  }
}
