import Glibc
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
  let decoder: Decoder<Float>

  /// Runs the tokens, with these components off and what else hooks change. There must be some, and no more than the context holds.
  package init(
    _ tokens: [Int], in decoder: Decoder<Float>, _ vocabulary: Vocabulary, off: [Component] = [],
    hooks more: [Hook<Float>] = []
  ) {
    self.tokens = tokens
    self.vocabulary = vocabulary
    self.decoder = decoder
    var trace = Trace<Float>(decoder.shape, rows: 1, length: tokens.count, hasGradients: false)
    decoder.forward(
      tokens.map { Int32($0) }, into: &trace, hooks: off.flatMap { $0.silenced() } + more)
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
    guard layer < decoder.shape.layers else { return next(after: place, top: count) }
    // The way out is the same at each place: one place alone is enough.
    let early = trace.values(of: trace.slots.stream[layer].part(rows: place..<place + 1))
    let way = Hook<Float>(.stream(decoder.shape.layers), .replace(early))
    var trace = Trace<Float>(decoder.shape, rows: 1, length: 1, hasGradients: false)
    decoder.forward([Int32(tokens[place])], into: &trace, hooks: [way])
    return Self.candidates(trace.logits(at: 0).map { Double($0) }, top: count)
  }

  /// log P of a token after that place.
  package func logProbability(of token: Int, after place: Int) -> Double {
    let logits = logits(after: place)
    let top = logits.max() ?? 0
    return logits[token] - top - log(logits.reduce(0) { $0 + exp($1 - top) })
  }

  /// P of a token after that place.
  package func probability(of token: Int, after place: Int) -> Double {
    exp(logProbability(of: token, after: place))
  }

  /// The numbers of an activation, a row for each place; none where the model has no such.
  package func rows(of site: Site) -> [[Float]] {
    guard let slot = trace.slots.slot(site, decoder.shape) else { return [] }
    return (0..<slot.rows).map { trace.values(of: slot.part(rows: $0..<$0 + 1)) }
  }

  /// What a component adds to the scores of tokens after that place by itself, without what later layers
  /// make of it: its part of the residual stream, normed as all of it is, times each token's vector.
  package func written(by component: Component, at place: Int, for tokens: [Int]) -> [Double] {
    let parts: [[Float]] =
      switch component {
      case .head(let layer, let head):
        [decoder.written(layer: layer, head: head, at: place, in: trace)]
      case .mlp(let layer): [row(of: .mlp(layer: layer), at: place)]
      case .layer(let layer):
        [row(of: .attention(layer: layer), at: place), row(of: .mlp(layer: layer), at: place)]
      }
    return scores(of: parts, at: place, for: tokens)
  }

  /// The same of what the token itself brings, before the first layer.
  package func brought(at place: Int, for tokens: [Int]) -> [Double] {
    scores(of: [row(of: .stream(0), at: place)], at: place, for: tokens)
  }

  /// The units of a layer's MLP.
  func row(of layer: Int, at place: Int) -> [Float] {
    guard trace.slots.blocks.indices.contains(layer) else { return [] }
    return trace.values(of: trace.slots.blocks[layer].units.part(rows: place..<place + 1))
  }

  private func row(of site: Site, at place: Int) -> [Float] {
    guard let slot = trace.slots.slot(site, decoder.shape) else { return [] }
    return trace.values(of: slot.part(rows: place..<place + 1))
  }

  func scores(of parts: [[Float]], at place: Int, for tokens: [Int]) -> [Double] {
    let inverse = Double(
      trace.values(of: trace.slots.spread.part(rows: place..<place + 1)).first ?? 1)
    let gains = decoder.finalNorm.gain?.values(in: decoder.parameters) ?? []
    let table = decoder.embedding.table
    return tokens.map { token in
      let vector = table.part(rows: token..<token + 1).values(in: decoder.parameters)
      return parts.reduce(0) { sum, part in
        part.indices.reduce(sum) {
          $0 + Double(part[$1]) * inverse * Double(gains[$1]) * Double(vector[$1])
        }
      }
    }
  }

  /// How much a head at that place takes from each place up to it.
  package func weights(layer: Int, head: Int, from place: Int) -> [Double] {
    let slot = trace.slots.slot(.weights(layer: layer, head: head), decoder.shape)
    guard let slot, slot.rows > place else { return [] }
    let row = slot.part(rows: place..<place + 1)
    return trace.values(of: row).prefix(place + 1).map { Double($0) }
  }

  /// The places that a head looks at most, from the one that it looks at most.
  package func strongestPlaces(
    layer: Int, head: Int, from place: Int, top count: Int
  ) -> [(place: Int, weight: Double)] {
    let weights = weights(layer: layer, head: head, from: place)
    return weights.indices.sorted { (weights[$0], $1) > (weights[$1], $0) }.prefix(count)
      .map { ($0, weights[$0]) }
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
