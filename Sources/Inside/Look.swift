import Models
import Numerics

/// What a model makes of one text: its tokens, what it expects next, what each layer would say, and
/// where each head looks.
package struct Look: Sendable {
  /// A token that may come next.
  package struct Candidate: Equatable, Sendable {
    package let token: Int
    package let logit: Double
    package let probability: Double
  }

  package let vocabulary: Vocabulary
  package let tokens: [Int]
  private let trace: Trace<Float>
  private let decoder: Decoder<Float>
  private let hooks: [Hook<Float>]

  /// Runs the tokens, with these components off. There must be some, and no more than the context holds.
  package init(
    _ tokens: [Int], in decoder: Decoder<Float>, _ vocabulary: Vocabulary, off: [Component] = []
  ) {
    self.tokens = tokens
    self.vocabulary = vocabulary
    self.decoder = decoder
    hooks = off.flatMap { $0.silenced() }
    var trace = Trace<Float>(decoder.shape, rows: 1, length: tokens.count, hasGradients: false)
    decoder.forward(tokens.map { Int32($0) }, into: &trace, hooks: hooks)
    self.trace = trace
  }

  /// The scores of the token after that place.
  package func logits(after place: Int) -> [Double] {
    trace.logits(at: place).map { Double($0) }
  }

  /// The likeliest tokens after that place, from the likeliest.
  package func next(after place: Int, top count: Int) -> [Candidate] {
    Self.candidates(logits(after: place), top: count)
  }

  /// What the model would say after that place if the layers from this one on were left out: the way out,
  /// right after the residual stream before it (nostalgebraist 2020).
  package func lens(layer: Int, after place: Int, top count: Int) -> [Candidate] {
    let early = trace.values(of: trace.slots.stream[layer])
    let way = Hook<Float>(.stream(decoder.shape.layers), .replace(early))
    var trace = Trace<Float>(decoder.shape, rows: 1, length: tokens.count, hasGradients: false)
    decoder.forward(tokens.map { Int32($0) }, into: &trace, hooks: hooks + [way])
    return Self.candidates(trace.logits(at: place).map { Double($0) }, top: count)
  }

  /// How much a head at that place takes from each place up to it.
  package func weights(layer: Int, head: Int, from place: Int) -> [Double] {
    let slot = trace.slots.slot(.weights(layer: layer, head: head), decoder.shape)
    guard let slot, slot.rows > place else { return [] }
    let row = slot.part(rows: place..<place + 1)
    return trace.values(of: row).prefix(place + 1).map { Double($0) }
  }

  private static func candidates(_ logits: [Double], top count: Int) -> [Candidate] {
    let sampling = Sampling(logits)
    return sampling.order.prefix(count).map {
      Candidate(token: $0, logit: logits[$0], probability: sampling.probabilities[$0])
    }
  }
}

extension ModelFile {
  /// The tokens that a model of this file is given for a text: the base goes on with it, the others are
  /// asked it by a user.
  package func tokens(_ text: String, for name: String) -> [Int] {
    guard name != "base" else { return [vocabulary.newline] + vocabulary.encoding.tokens(of: text) }
    return [vocabulary.newline, vocabulary.user] + vocabulary.encoding.tokens(of: " " + text)
      + [vocabulary.model]
  }

  /// The tokens that the model goes on with: the likeliest at temperature 0, else drawn; at most so many,
  /// up to a new line or the end of the context.
  package func continuation(
    of tokens: [Int], in decoder: Decoder<Float>, count: Int, temperature: Double, seed: UInt64,
    off: [Component] = []
  ) -> [Int] {
    var draws = SeededGenerator(seed: seed)
    var all = tokens
    var cache = KeyValueCache<Float>(decoder.shape)
    var read: [Float] = []
    if off.isEmpty { for token in tokens { read = decoder.next(after: Int32(token), &cache) } }
    while all.count < decoder.shape.context, all.count < tokens.count + count {
      // What is off is off at every place: those before are read again.
      let logits =
        off.isEmpty
        ? read.map { Double($0) }
        : Look(all, in: decoder, vocabulary, off: off).logits(after: all.count - 1)
      let sampling = Sampling(logits, temperature: temperature)
      let drawn = temperature > 0 ? sampling.draw(using: &draws) : sampling.order.first
      guard let token = drawn else { break }
      all.append(token)
      if token == vocabulary.newline { break }
      if off.isEmpty { read = decoder.next(after: Int32(token), &cache) }
    }
    return Array(all[tokens.count...])
  }
}
