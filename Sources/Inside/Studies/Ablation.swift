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
  private let look: Look
  private let place: Int
  private let off: [Component]
  private let components: [Component]
  /// The pass that is on its way, of a model that takes several slices for one.
  private var slices: ForwardSlices?

  /// Of the token that is likeliest after the last of these.
  package init(_ tokens: [Int], in decoder: Decoder<Float>, off: [Component] = []) {
    self.init(Look(tokens, in: decoder, off: off), at: tokens.count - 1, off: off)
  }

  /// Of the token that is likeliest after a place of a text that was read with these off.
  package init(_ look: Look, at place: Int, off: [Component] = []) {
    (self.look, self.place, self.off) = (look, place, off)
    components = Component.all(of: look.decoder.shape).filter { !off.covers($0) }
    let top = look.next(after: place, top: 1)
    token = top.first?.token ?? 0
    whole = top.first?.probability ?? 0
  }

  package var isComplete: Bool { outcomes.count == components.count }
  package var progress: Double { Double(outcomes.count) / Double(max(components.count, 1)) }

  package mutating func advance() {
    guard !isComplete else { return }
    let component = components[outcomes.count]
    let pass = look.advance(&slices, off: off + [component], scoring: place)
    guard let without = pass else { return }
    guard let top = without.next(after: place, top: 1).first else { return }
    outcomes.append(
      Outcome(
        component: component, probability: without.probability(of: token, after: place), top: top))
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
