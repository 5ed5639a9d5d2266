import Formulas
import JSONText
import Lab
import Notes
import Numerics
import TextUI

/// A Transformer part by part: shapes, parameters, the work of one pass, and the memory it takes.
package struct ShapesWidget: Widget {
  package enum Area: CaseIterable, Sendable {
    case n, d, heads, keyValueHeads, layers, decoder, mlp, vocabulary, parts, memory
  }
  package enum Action: CaseIterable, Sendable { case preset, bias, gate }

  package static let name = "shapes"
  package static let title = "A Transformer's shapes and sizes"
  package static let topics = [
    "attention is all you need", "transformer", "transformers", "transformer block",
    "transformer architecture", "model size", "parameter count", "kv cache", "training memory",
  ]
  package static let actions: [KeyBinding<Action>] = [
    KeyBinding([.character("m")], "preset", "published models in turn", footer: 1, .preset),
    KeyBinding([.character("b")], "bias", "with bias terms, or without", footer: 5, .bias),
    KeyBinding(
      [.character("s")], "gate", "an MLP with a gate (SwiGLU), or without", footer: 6, .gate),
  ]

  package let parameters: Parameters
  var shape: TransformerShape { parameters.shape }
  /// The published model of these sizes.
  let preset: TransformerPreset?
  let rows: [Row]
  let memory: [Memory]

  package init(_ parameters: Parameters) throws(InputProblem) {
    self.parameters = parameters.withoutBasis
    let shape = parameters.shape
    guard shape.width.isMultiple(of: shape.heads) else {
      throw InputProblem(
        "heads",
        "\(shape.heads) heads cannot share width \(shape.width) equally",
        remedy: "choose a divisor of "
          + "\(shape.width)")
    }
    guard shape.headsFit else {
      throw InputProblem(
        "kv-heads",
        ShapeProblem.keyValueHeads(shape.keyValueHeads, heads: shape.heads).advice)
    }
    preset = TransformerPreset.all.first { $0.shape == shape }
    rows = Self.rows(shape)
    memory = Self.memory(shape)
  }

  /// A model's name is meant for its sizes.
  package func inputOfUnnamed(_ text: String) -> String? {
    TransformerPreset.named(text).map { _ in "preset" }
  }

  package var status: String { preset.map { "as \($0.name)" } ?? "" }

  package func results(in area: Area) -> GridSize {
    area == .memory
      ? GridSize(rows: memory.count, columns: MemoryColumn.allCases.count)
      : GridSize(rows: rows.count, columns: Column.allCases.count)
  }

  // MARK: Changes

  package func random(using generator: inout SeededGenerator) -> Parameters {
    var changed = parameters
    changed.heads = 1 << generator.int(in: 0...3)
    changed.shape.keyValueHeads = changed.heads
    changed.shape.width = changed.heads * 8 * generator.int(in: 1...8)
    changed.shape.hidden = 4 * changed.shape.width
    changed.shape.length = generator.int(in: 2...64)
    changed.shape.layers = generator.int(in: 1...12)
    return changed
  }

  package func changed(by action: Action, at cursor: Cursor) -> Parameters {
    var changed = parameters
    switch action {
    case .preset:
      let all = TransformerPreset.all
      let next = all.firstIndex { $0.shape == shape }.map { ($0 + 1) % all.count } ?? 0
      changed.shape = all[next].shape
    case .bias: changed.shape.biases.toggle()
    case .gate: changed.shape.isGated.toggle()
    }
    return changed
  }

  package func note(after old: Parameters) -> String? {
    guard let preset, parameters != old else { return nil }
    return "\(preset.name): \(preset.published) parameters published; \(preset.source)"
  }

  // MARK: Guesses

  package func judge(_ guess: Quantity, at cursor: Cursor) -> Judgement? {
    let count: Int
    switch cursor.area {
    case .memory where MemoryColumn(rawValue: cursor.column) == .bytes:
      count = memory[cursor.row].bytes
    case .memory: return nil
    default:
      let row = rows[cursor.row(in: .parts) ?? 0]
      switch Column(rawValue: cursor.column) {
      case .parameters: count = row.parameters
      case .multiplyAdds: count = row.work
      default: return nil
      }
    }
    return count == .max ? nil : Judgement(guess, truth: Quantity(Double(count)))
  }

  /// A count; one too large to be counted says so.
  static func text(_ count: Int) -> String {
    count == .max ? "over 9.2e18" : LabText.grouped(count)
  }
}
