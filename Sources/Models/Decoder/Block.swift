/// One layer of a decoder: x += attention(norm(x)), then x += mlp(norm(x)).
package struct Block: Equatable, Sendable {
  package var attentionNorm: Norm
  package var attention: Attention
  package var mlpNorm: Norm
  package var mlp: MLP?

  init(_ shape: DecoderShape, in layout: inout Layout) {
    attentionNorm = Norm(
      shape.norm, width: shape.width, epsilon: shape.epsilon, in: &layout)
    attention = Attention(shape, in: &layout)
    mlpNorm =
      shape.mlp == nil
      ? .none : Norm(shape.norm, width: shape.width, epsilon: shape.epsilon, in: &layout)
    mlp = shape.mlp.map {
      MLP($0, width: shape.width, hasBiases: shape.hasBiases, in: &layout)
    }
  }

  /// Its linear layers, by the names that LoRA is put on them by.
  package enum Part: String, CaseIterable, Equatable, Sendable {
    case queries, keys, values, output, up, gate, down
  }

  package subscript(part: Part) -> Linear? {
    get {
      switch part {
      case .queries: attention.queries
      case .keys: attention.keys
      case .values: attention.values
      case .output: attention.output
      case .up: mlp?.up
      case .gate: mlp?.gate
      case .down: mlp?.down
      }
    }
    set {
      guard let newValue else { return }
      switch part {
      case .queries: attention.queries = newValue
      case .keys: attention.keys = newValue
      case .values: attention.values = newValue
      case .output: attention.output = newValue
      case .up: mlp?.up = newValue
      case .gate: mlp?.gate = newValue
      case .down: mlp?.down = newValue
      }
    }
  }
}
