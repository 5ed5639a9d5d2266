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
  package static let nextStep: Action? = .next

  package let parameters: Parameters
  /// Every number, head by head.
  let trace: MultiHeadAttention
  /// The way back through each head.
  let gradients: [AttentionGradients]

  var words: [String] { parameters.words }
  var query: Matrix { parameters.query }
  var key: Matrix { parameters.key }
  var value: Matrix { parameters.value }
  var mask: AttentionMask { parameters.mask }
  var scale: AttentionScale { parameters.scale }
  var step: StepperStep { parameters.step }

  package init(_ parameters: Parameters) throws(InputProblem) {
    self.parameters = parameters
    do {
      trace = try MultiHeadAttention(
        query: parameters.query, key: parameters.key, value: parameters.value,
        heads: parameters.heads, mask: parameters.mask, scale: parameters.scale)
      gradients = try MultiHeadGradients(of: trace, output: parameters.gradient).heads
    } catch { throw InputProblem(error.message, at: Self.key(of: error).rawValue) }
  }

  /// The input that a problem of shapes is best mended in.
  private static func key(of problem: ShapeProblem) -> AttentionKey {
    switch problem {
    case .queryAndKeyWidths, .groupedWidths, .keyValueWidths: .key
    case .keyAndValueCounts: .value
    case .mask, .raggedMask, .padding, .window: .mask
    case .heads, .keyValueHeads: .heads
    case .gradient: .gradient
    case .vectorLengths, .product, .noEntries, .softcap, .oddRotation, .rotationBase, .places:
      .query
    }
  }

  /// A row's name: its word, or its number where it has none.
  func name(_ row: Int) -> String { words.indices.contains(row) ? words[row] : "\(row + 1)" }

  package var areas: [Area] {
    [.query, .key, .value] + (step.isBackward ? [.gradient] : [])
      + trace.heads.indices.map { .head($0) }
  }
  package func names(in area: Area) -> (rows: [String], columns: [String]) {
    switch area {
    case .query, .gradient: ((0..<query.rows).map(name), [])
    case .key, .value: ((0..<key.rows).map(name), [])
    case .head: ([], [])
    }
  }
  package func results(in area: Area) -> GridSize {
    grid(in: area).map { GridSize(rows: $0.rows, columns: $0.columns) }
      ?? GridSize(rows: 0, columns: 0)
  }
  package var firstCursor: Cursor { Cursor(.head(0)) }
  package var status: String {
    step.isBackward ? "backward: \(step.title)" : "step \(step.number) of 9"
  }

  package var progress: Double? { step.isBackward ? 1 : Double(step.number) / 9 }

  package func seen(_ old: Parameters) -> Parameters {
    var old = old
    (old.step, old.isTransposed) = (step, parameters.isTransposed)
    return old
  }

  /// A mask that is read in one of several ways says in which.
  package func note(after old: Parameters) -> String? {
    mask == old.mask ? nil : MaskText.note(mask)
  }

  static func shape(_ matrix: Matrix) -> String { "\(matrix.rows)×\(matrix.columns)" }
}
