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
  private let tokens: [Int]
  private let stream: [[[Float]]]  // (layers + 1, places, width)
  private let decoder: Decoder<Float>
  private let vocabulary: Vocabulary
  private let off: [Component]

  /// Nil where the texts have not as many tokens, or both are answered alike.
  package init?(
    _ tokens: [Int], from others: [Int], in decoder: Decoder<Float>, _ vocabulary: Vocabulary,
    off: [Component] = []
  ) {
    guard tokens.count == others.count, !tokens.isEmpty else { return nil }
    let last = tokens.count - 1
    let (here, there) = (
      Look(tokens, in: decoder, vocabulary, off: off),
      Look(others, in: decoder, vocabulary, off: off)
    )
    guard let own = here.next(after: last, top: 1).first?.token,
      let other = there.next(after: last, top: 1).first?.token, own != other
    else { return nil }
    self.tokens = tokens
    self.decoder = decoder
    self.vocabulary = vocabulary
    self.off = off
    (self.own, self.other) = (own, other)
    func lead(_ look: Look) -> Double {
      let logits = look.logits(after: last)
      return logits[other] - logits[own]
    }
    (ownLead, otherLead) = (lead(here), lead(there))
    stream = (0...decoder.shape.layers).map { there.rows(of: .stream($0)) }
    restored = stream.map { $0.map { _ in 0 } }
  }

  private var count: Int { stream.count * tokens.count }
  package var isComplete: Bool { done == count }
  package var progress: Double { Double(done) / Double(count) }
  /// The levels that are computed whole, and the places of the next one.
  package func isKnown(level: Int, place: Int) -> Bool { level * tokens.count + place < done }

  /// The text read with the other's stream at that level put in at that place.
  package func look(level: Int, place: Int) -> Look {
    let change = Hook<Float>(
      .stream(level), .replace(stream[level][place]), rows: place..<place + 1)
    return Look(tokens, in: decoder, vocabulary, off: off, hooks: [change])
  }

  package mutating func advance() {
    guard !isComplete else { return }
    let (level, place) = (done / tokens.count, done % tokens.count)
    let logits = look(level: level, place: place).logits(after: tokens.count - 1)
    restored[level][place] = (logits[other] - logits[own] - ownLead) / (otherLead - ownLead)
    done += 1
  }
}
