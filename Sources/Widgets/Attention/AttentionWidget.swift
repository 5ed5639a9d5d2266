import Formulas
import JSONText
import Notes
import Numerics
import TextUI

/// Scaled dot-product attention in nine steps on the reader's own Q, K and V, and the way back.
package struct AttentionWidget: Widget {
  package typealias Parameters = AttentionParameters
  package typealias Area = AttentionParameters.Area

  package static let name = AttentionParameters.name
  package static let title = "Scaled dot-product attention"
  package static let topics = [
    "scaled dot-product attention", "dot-product attention", "self-attention",
    "attention mechanism",
    "attention weights", "multi-head attention", "attention",
  ]
  package static let initial = AttentionParameters.initial
  package static let fields = AttentionParameters.fields
  package static let nextStep: Action? = .next
  /// Rows and columns at most.
  static let most = AttentionParameters.most

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
    trace = try parameters.trace()
    gradients = try parameters.gradients(of: trace)
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

  /// A mask says how it was read.
  package func note(after old: Parameters) -> String? {
    mask == old.mask ? nil : MaskNote.text(mask)
  }
}
