import Libc
import Models
import Numerics

/// A place, and a layer that is asked for its answer there.
package typealias LensPlace = ForwardSlices.Wanted

/// What comes next by one place of the stream: the likeliest, and what all scores are compared with.
package struct Answer: Sendable {
  /// The likeliest tokens, from the likeliest.
  package let top: [Look.Candidate]
  /// All scores; none where the likeliest are enough.
  let scores: [Float]
  /// The logarithm of the sum of their exponentials.
  let total: Double

  /// So many of the likeliest are kept.
  package static let kept = 64

  package init(_ scores: [Float], keepsAll: Bool) {
    let highest = Double(scores.max() ?? 0)
    let sum = scores.reduce(0.0) { $0 + exp(Double($1) - highest) }
    total = highest + log(sum)
    // The place among those that are kept already, of each that belongs there.
    var best: [(token: Int, score: Float)] = []
    for (token, score) in scores.enumerated()
    where best.count < Self.kept || score > best[best.count - 1].score {
      let at = best.firstIndex { $0.score < score } ?? best.count
      best.insert((token, score), at: at)
      if best.count > Self.kept { best.removeLast() }
    }
    let all = total
    top = best.map {
      Look.Candidate(
        token: $0.token, logit: Double($0.score), probability: exp(Double($0.score) - all))
    }
    self.scores = keepsAll ? scores : []
  }
}

extension [Float] {
  /// With its mean taken away.
  fileprivate var centred: [Float] {
    let mean = reduce(0, +) / Float(Swift.max(count, 1))
    return map { $0 - mean }
  }
}

/// What a model makes of one text: its tokens, what it expects next, what each layer would say, and
/// where each head looks.
package struct Look: Sendable {
  /// A token that may come next.
  package struct Candidate: Equatable, Sendable {
    package let token: Int
    package let logit: Double
    package let probability: Double
  }

  package let tokens: [Int]
  private let trace: Trace<Float>
  /// What was changed in it.
  private let hooks: [Hook<Float>]
  package let decoder: Decoder<Float>
  /// Answers that took long, computed before.
  package let known: [LensPlace: Answer]
  /// Whether nothing is computed yet: everything is zero then.
  package let isBlank: Bool

  /// Runs the tokens, with these components off and what else hooks change. There must be some, and no more
  /// than the context holds.
  package init(
    _ tokens: [Int], in decoder: Decoder<Float>, off: [Component] = [],
    hooks more: [Hook<Float>] = []
  ) {
    let hooks = off.hooks + more
    if decoder.isStored {
      // What comes after the last is asked of every look.
      var slices = ForwardSlices(
        tokens.map { Int32($0) }, in: decoder, hooks: hooks,
        scoring: [LensPlace(layer: decoder.shape.layers, place: tokens.count - 1)])
      while !slices.isComplete { slices.advance() }
      self.init(slices)
      return
    }
    var trace = Trace<Float>(decoder.shape, rows: 1, length: tokens.count, hasGradients: false)
    decoder.forward(tokens.map { Int32($0) }, into: &trace, hooks: hooks)
    self.init(tokens, decoder, trace, hooks)
  }

  private init(
    _ tokens: [Int], _ decoder: Decoder<Float>, _ trace: Trace<Float>, _ hooks: [Hook<Float>] = [],
    known: [LensPlace: Answer] = [:], isBlank: Bool = false
  ) {
    (self.tokens, self.decoder, self.trace, self.known) = (tokens, decoder, trace, known)
    (self.hooks, self.isBlank) = (hooks, isBlank)
  }

  /// What stands for a look that is still to come.
  package static func blank(_ tokens: [Int], in decoder: Decoder<Float>) -> Look {
    Look(
      tokens, decoder,
      Trace(decoder.shape, rows: 1, length: 1, hasGradients: false, hasLogits: false),
      isBlank: true)
  }

  /// What slices computed, when all are done, with answers that were computed too.
  package init(_ slices: ForwardSlices, known: [LensPlace: Answer] = [:]) {
    precondition(slices.isComplete)
    var known = known
    for (place, scores) in zip(slices.wanted, slices.scores) {
      known[place] = Answer(scores, keepsAll: place.layer == slices.decoder.shape.layers)
    }
    self.init(
      slices.tokens.map { Int($0) }, slices.decoder, slices.trace, slices.hooks, known: known)
  }

  /// The same once more, for more scores.
  package func again(scoring wanted: [LensPlace]) -> ForwardSlices { again(hooks, wanted) }

  /// The same tokens with these parts off, and no others, what is the same taken over.
  package func again(
    off: [Component], hooks more: [Hook<Float>] = [], scoring wanted: [LensPlace] = []
  ) -> ForwardSlices { again(off.hooks + more, wanted) }

  private func again(_ hooks: [Hook<Float>], _ wanted: [LensPlace]) -> ForwardSlices {
    ForwardSlices(
      tokens.map { Int32($0) }, in: decoder, hooks: hooks,
      after: decoder.isStored ? (trace, self.hooks) : nil, scoring: wanted)
  }

  /// What a study's next pass gives, with these parts off: at once, or nil as long as slices of it are on their
  /// way, of a model that takes several for one.
  func advance(
    _ slices: inout ForwardSlices?, off: [Component], hooks more: [Hook<Float>] = [],
    scoring place: Int
  ) -> Look? {
    guard decoder.isStored else { return Look(tokens, in: decoder, off: off, hooks: more) }
    let end = LensPlace(layer: decoder.shape.layers, place: place)
    var pass = slices ?? again(off: off, hooks: more, scoring: [end])
    // Held once, it is changed where it lies.
    slices = nil
    pass.advance()
    if pass.isComplete { return Look(pass) }
    slices = pass
    return nil
  }

  /// The residual stream before a layer, or after the last, at a place.
  package func stream(_ layer: Int, at place: Int) -> [Float] { row(of: .stream(layer), at: place) }

  /// The scores of the token after that place.
  package func logits(after place: Int) -> [Double] {
    if decoder.isStored {
      return answer(layer: decoder.shape.layers, after: place).scores.map { Double($0) }
    }
    return trace.logits(at: place).map { Double($0) }
  }

  /// What a layer of a model from a file answers.
  private func answer(layer: Int, after place: Int) -> Answer {
    let wanted = LensPlace(layer: layer, place: place)
    if let known = known[wanted] { return known }
    if isBlank {
      return Answer(Array(repeating: 0, count: decoder.shape.vocabulary), keepsAll: true)
    }
    return Answer(
      decoder.scores(of: [stream(layer, at: place)]).first ?? [], keepsAll: true)
  }

  /// The likeliest tokens after that place, from the likeliest.
  package func next(after place: Int, top count: Int) -> [Candidate] {
    if decoder.isStored, count <= Answer.kept {
      return Array(answer(layer: decoder.shape.layers, after: place).top.prefix(count))
    }
    return Self.candidates(logits(after: place), top: count)
  }

  /// What the model would say after that place if the layers from this one on were left out: the way out,
  /// right after the residual stream before it (nostalgebraist 2020).
  package func lens(layer: Int, after place: Int, top count: Int) -> [Candidate] {
    guard layer < decoder.shape.layers else { return next(after: place, top: count) }
    if decoder.isStored {
      return Array(answer(layer: layer, after: place).top.prefix(min(count, Answer.kept)))
    }
    // The way out is the same at each place: one place alone is enough.
    let early = trace.values(of: trace.slots.stream[layer].part(rows: place..<place + 1))
    let way = Hook<Float>(.stream(decoder.shape.layers), .replace(early))
    var trace = Trace<Float>(decoder.shape, rows: 1, length: 1, hasGradients: false)
    decoder.forward([Int32(tokens[place])], into: &trace, hooks: [way])
    return Self.candidates(trace.logits(at: 0).map { Double($0) }, top: count)
  }

  /// log P of a token after that place.
  package func logProbability(of token: Int, after place: Int) -> Double {
    if decoder.isStored {
      let answer = answer(layer: decoder.shape.layers, after: place)
      return Double(answer.scores[token]) - answer.total
    }
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
    guard !isBlank, let slot = trace.slots.slot(site, decoder.shape) else { return [] }
    return (0..<slot.rows).map { trace.values(of: slot.part(rows: $0..<$0 + 1)) }
  }

  /// What a component adds to the scores of tokens after that place by itself, without what later layers
  /// make of it: its part of the residual stream, normed as all of it is, times each token's vector.
  package func written(by component: Component, at place: Int, for tokens: [Int]) -> [Double] {
    if isBlank { return tokens.map { _ in 0 } }
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
    guard !isBlank, trace.slots.blocks.indices.contains(layer) else { return [] }
    return trace.values(of: trace.slots.blocks[layer].units.part(rows: place..<place + 1))
  }

  private func row(of site: Site, at place: Int) -> [Float] {
    if isBlank { return Array(repeating: 0, count: decoder.shape.width) }
    guard let slot = trace.slots.slot(site, decoder.shape) else { return [] }
    return trace.values(of: slot.part(rows: place..<place + 1))
  }

  func scores(of parts: [[Float]], at place: Int, for tokens: [Int]) -> [Double] {
    let inverse = spread(at: place)
    let gains = decoder.finalNorm.gain?.values(in: decoder.parameters) ?? []
    // A norm of the other kind takes the mean away, of each part its own.
    let centred = decoder.shape.norm == .layer ? parts.map(\.centred) : parts
    return tokens.map { token in
      let vector = wayOut(token)
      return centred.reduce(0) { sum, part in
        part.indices.reduce(sum) {
          $0 + Double(part[$1]) * inverse * Double(gains[$1]) * Double(vector[$1])
        }
      }
    }
  }

  /// What a token's score has that no part writes: the last norm's bias.
  func constant(for token: Int) -> Double {
    guard case .layer(let norm) = decoder.finalNorm else { return 0 }
    return zip(norm.bias.values(in: decoder.parameters), wayOut(token)).reduce(0) {
      $0 + Double($1.0) * Double($1.1)
    }
  }

  /// What the last norm divides by at a place, the other way round.
  private func spread(at place: Int) -> Double {
    if decoder.isStored {
      let x = stream(decoder.shape.layers, at: place).map { Double($0) }
      let mean = decoder.shape.norm == .layer ? x.reduce(0, +) / Double(x.count) : 0
      let square = x.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(x.count)
      return 1 / (square + decoder.shape.epsilon).squareRoot()
    }
    return Double(trace.values(of: trace.slots.spread.part(rows: place..<place + 1)).first ?? 1)
  }

  /// What a token's score is the product with.
  private func wayOut(_ token: Int) -> [Float] {
    guard let head = decoder.head else {
      let table = decoder.embedding.table
      if let number = table.stored { return decoder.stored[number].row(token) }
      return table.part(rows: token..<token + 1).values(in: decoder.parameters)
    }
    if let number = head.weight.stored { return decoder.stored[number].row(token) }
    return head.weight.part(columns: token..<token + 1).values(in: decoder.parameters)
  }

  /// How much a head at that place takes from each place up to it.
  package func weights(layer: Int, head: Int, from place: Int) -> [Double] {
    if isBlank { return Array(repeating: 0, count: place + 1) }
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
}
