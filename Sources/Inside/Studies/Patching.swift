import Models

/// One text is read with what another left in the residual stream at one place put in: how far that brings
/// the other's answer back (activation patching, Vig et al. 2020).
package struct Patching: Study {
  /// What each text alone makes likeliest after its last token.
  package let own: Int
  package let other: Int
  /// How much more the other's answer scores than the own one, in each of the two texts.
  package let ownLead: Double
  package let otherLead: Double
  /// For the stream before each layer and after the last, at each place: how much of the way from the own
  /// lead to the other's is gone, 0 for none of it, 1 for all.
  package private(set) var restored: [[Double]]
  private var done = 0
  /// What each answer's probability becomes, level by level and place by place, as far as it is known.
  package private(set) var shares: [[Shares?]]
  private let here: Look
  private let there: Look
  private var tokens: [Int] { here.tokens }
  private let off: [Component]
  /// The pass that is on its way, of a model that takes several slices for one.
  private var slices: ForwardSlices?

  package struct Shares: Equatable, Sendable {
    package let own: Double
    package let other: Double
  }

  /// Nil where the texts have not as many tokens, or both are answered alike.
  package init?(
    _ tokens: [Int], from others: [Int], in decoder: Decoder<Float>, off: [Component] = []
  ) {
    guard tokens.count == others.count, !tokens.isEmpty else { return nil }
    self.init(
      Look(tokens, in: decoder, off: off), from: Look(others, in: decoder, off: off), off: off)
  }

  /// The same of texts that were read with these off.
  package init?(_ here: Look, from there: Look, off: [Component] = []) {
    let last = here.tokens.count - 1
    guard here.tokens.count == there.tokens.count, last >= 0,
      let own = here.next(after: last, top: 1).first?.token,
      let other = there.next(after: last, top: 1).first?.token, own != other
    else { return nil }
    (self.here, self.there, self.off) = (here, there, off)
    (self.own, self.other) = (own, other)
    func lead(_ look: Look) -> Double {
      let logits = look.logits(after: last)
      return logits[other] - logits[own]
    }
    (ownLead, otherLead) = (lead(here), lead(there))
    let levels = 0...here.decoder.shape.layers
    restored = levels.map { _ in here.tokens.map { _ in 0 } }
    shares = levels.map { _ in here.tokens.map { _ in nil } }
  }

  private var count: Int { restored.count * tokens.count }
  package var isComplete: Bool { done == count }
  package var progress: Double { Double(done) / Double(count) }
  /// The levels that are computed whole, and the places of the next one.
  package func isKnown(level: Int, place: Int) -> Bool { level * tokens.count + place < done }

  /// What puts the other's stream in at that level and place.
  private func change(level: Int, place: Int) -> Hook<Float> {
    Hook(.stream(level), .replace(there.stream(level, at: place)), rows: place..<place + 1)
  }

  package mutating func advance() {
    guard !isComplete else { return }
    let (level, place) = (done / tokens.count, done % tokens.count)
    let (last, hook) = (tokens.count - 1, change(level: level, place: place))
    let pass = here.advance(&slices, off: off, hooks: [hook], scoring: last)
    guard let look = pass else { return }
    let logits = look.logits(after: last)
    restored[level][place] = (logits[other] - logits[own] - ownLead) / (otherLead - ownLead)
    shares[level][place] = Shares(
      own: look.probability(of: own, after: last), other: look.probability(of: other, after: last))
    done += 1
  }
}
