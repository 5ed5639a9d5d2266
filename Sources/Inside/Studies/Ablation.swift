import Models

/// What becomes of the likeliest next token when each part of the model is switched off by itself, beside
/// those that are off already.
package struct Ablation: Study {
  package struct Outcome: Equatable, Sendable {
    package let component: Component
    /// The probability that the token has then.
    package let probability: Double
    /// What is likeliest then.
    package let top: Look.Candidate
  }

  /// The token that is followed, and its probability with nothing more switched off.
  package let token: Int
  package let whole: Double
  package private(set) var outcomes: [Outcome] = []
  private let tokens: [Int]
  private let decoder: Decoder<Float>
  private let vocabulary: Vocabulary
  private let off: [Component]
  private let components: [Component]

  /// Of the token that is likeliest after the last of these.
  package init(
    _ tokens: [Int], in decoder: Decoder<Float>, _ vocabulary: Vocabulary, off: [Component] = []
  ) {
    self.tokens = tokens
    self.decoder = decoder
    self.vocabulary = vocabulary
    self.off = off
    components = Component.all(of: decoder.shape).filter { !off.contains($0) }
    let top = Look(tokens, in: decoder, vocabulary, off: off).next(
      after: tokens.count - 1, top: 1)
    token = top.first?.token ?? 0
    whole = top.first?.probability ?? 0
  }

  package var isComplete: Bool { outcomes.count == components.count }
  package var progress: Double { Double(outcomes.count) / Double(max(components.count, 1)) }

  package mutating func advance() {
    guard !isComplete else { return }
    let component = components[outcomes.count]
    let look = Look(tokens, in: decoder, vocabulary, off: off + [component])
    let last = tokens.count - 1
    let all = look.next(after: last, top: vocabulary.count)
    outcomes.append(
      Outcome(
        component: component,
        probability: all.first { $0.token == token }?.probability ?? 0, top: all[0]))
  }

  package subscript(component: Component) -> Outcome? {
    outcomes.first { $0.component == component }
  }
}

extension Component {
  /// Its heads and MLPs, layer by layer.
  package static func all(of shape: DecoderShape) -> [Component] {
    (0..<shape.layers).flatMap { layer in
      (0..<shape.heads).map { .head(layer: layer, head: $0) }
        + (shape.mlp == nil ? [] : [.mlp(layer: layer)])
    }
  }
}
