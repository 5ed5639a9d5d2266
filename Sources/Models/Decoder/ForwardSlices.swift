/// A forward pass of one row of tokens in slices of a few milliseconds, so that keys are answered while a
/// large model works. It leaves the trace that a pass in one go leaves, but for the logits: those of a
/// place or two are computed where they are asked for.
package struct ForwardSlices: Sendable {
  /// Products that a slice computes.
  package static let work = 12_000_000

  package let decoder: Decoder<Float>
  package let tokens: [Int32]
  package let hooks: [Hook<Float>]
  package private(set) var trace: Trace<Float>
  private var layer: Int
  private var step = Step.norm
  /// The outputs of the step's product that are computed.
  private var outputs = 0
  private var hasBegun: Bool
  /// The places of the stream whose scores are computed after all layers, and these scores.
  package let wanted: [Wanted]
  package private(set) var scores: [[Float]]
  private var scored = 0
  private var normed: [Float] = []

  /// A place of the residual stream before a layer, or after the last.
  package struct Wanted: Hashable, Sendable {
    package let layer: Int
    package let place: Int

    package init(layer: Int, place: Int) { (self.layer, self.place) = (layer, place) }
  }

  /// What a layer does, one after the other.
  fileprivate enum Step: Int, CaseIterable {
    case norm, queries, keys, values, look, output, write, mlpNorm, up, gate, bend, down, add
  }

  /// What another pass of the same tokens left, and what was changed in it.
  package typealias Past = (trace: Trace<Float>, hooks: [Hook<Float>])

  /// There must be tokens of the vocabulary, and no more than the context holds. What another pass of the same
  /// tokens computed before the first layer in which its hooks are others is taken over.
  package init(
    _ tokens: [Int32], in decoder: Decoder<Float>, hooks: [Hook<Float>] = [],
    after other: Past? = nil, scoring wanted: [Wanted] = []
  ) {
    precondition(
      tokens.allSatisfy { $0 >= 0 && Int($0) < decoder.shape.vocabulary }, "a foreign token")
    self.wanted = wanted
    scores = wanted.map { _ in [] }
    self.decoder = decoder
    self.tokens = tokens
    self.hooks = hooks
    // Where both are alike, all is known: scores alone are asked for.
    let first = other.map { other in
      (hooks.filter { !other.hooks.contains($0) } + other.hooks.filter { !hooks.contains($0) })
        .map { $0.site.layer }.min() ?? decoder.shape.layers
    }
    if let other, let first, first > 0 {
      trace = other.trace
      (layer, hasBegun) = (min(first, decoder.shape.layers), true)
    } else {
      trace = Trace(
        decoder.shape, rows: 1, length: tokens.count, hasGradients: false, hasLogits: false)
      (layer, hasBegun) = (0, false)
    }
  }

  private var isThrough: Bool { hasBegun && layer >= decoder.shape.layers }
  package var isComplete: Bool {
    isThrough && (wanted.isEmpty || scored >= decoder.shape.vocabulary)
  }
  /// From 0 to 1.
  package var progress: Double {
    let shape = decoder.shape
    let share = Double(step.rawValue) / Double(Step.allCases.count)
    // A layer's products, and those of the scores.
    let layers = Double(shape.layers * tokens.count) * 12 * Double(shape.width)
    let last = Double(wanted.count * shape.vocabulary)
    let done = layers * (Double(layer) + share) / Double(max(shape.layers, 1))
    return (done + last * Double(scored) / Double(shape.vocabulary)) / (layers + last)
  }

  /// Numbers that a pass of so many tokens holds.
  package static func room(for count: Int, _ shape: DecoderShape) -> Int {
    TraceSlots(shape, rows: 1, length: count, hasLogits: false).count
  }

  /// Computes the next slice.
  package mutating func advance() {
    if isThrough { return score() }
    var left = Self.work
    let length = tokens.count
    let (slots, hooks) = (trace.slots, hooks)
    let decoder = decoder
    let tokens = tokens
    var (layer, step, outputs, hasBegun) = (layer, step, outputs, hasBegun)
    trace.values.withUnsafeMutableBufferPointer { buffer in
      guard let memory = buffer.baseAddress else { return }
      Weights<Float>.reading(decoder.parameters, stored: decoder.stored) { weights in
        let pass = Pass(
          decoder: decoder, slots: slots, rows: 1, length: length, memory: memory,
          weights: weights,
          hooks: Hooks(hooks: hooks, shape: decoder.shape, slots: slots, memory: memory),
          tables: nil)
        if !hasBegun {
          pass.embed(tokens)
          hasBegun = true
        }
        while left > 0, layer < decoder.shape.layers {
          if let product = pass.product(step, layer) {
            let cost = max(1, product.linear.weight.rows * length)
            let some = min(
              product.linear.weight.columns - outputs, max(16, left / cost))
            product.linear.forward(
              product.x, weights, into: product.y, part: outputs..<outputs + some)
            outputs += some
            left -= some * cost
            if outputs < product.linear.weight.columns { continue }
            outputs = 0
            product.linear.adapter?.forward(product.x, weights, addingTo: product.y)
          } else {
            left -= pass.run(step, layer)
          }
          if let next = Step(rawValue: step.rawValue + 1) {
            step = next
          } else {
            (layer, step) = (layer + 1, .norm)
          }
        }
      }
    }
    (self.layer, self.step, self.outputs, self.hasBegun) = (layer, step, outputs, hasBegun)
  }

  /// The scores of some more tokens.
  private mutating func score() {
    guard !isComplete else { return }
    let (width, vocabulary) = (decoder.shape.width, decoder.shape.vocabulary)
    if normed.isEmpty {
      normed = decoder.normed(
        wanted.map {
          trace.values(of: trace.slots.stream[$0.layer].part(rows: $0.place..<$0.place + 1))
        })
      for index in scores.indices { scores[index].reserveCapacity(vocabulary) }
    }
    let some = max(16, Self.work / (width * wanted.count))
    let part = scored..<min(vocabulary, scored + some)
    for (index, row) in decoder.products(of: normed, tokens: part).enumerated() {
      scores[index] += row
    }
    scored = part.upperBound
  }
}

extension Pass<Float> {
  fileprivate typealias Product = (linear: Linear, x: Matrix<Float>, y: Matrix<Float>)

  /// The product that a step is; nil where it is none.
  fileprivate func product(_ step: ForwardSlices.Step, _ layer: Int) -> Product? {
    let block = decoder.blocks[layer]
    let own = slots.blocks[layer]
    let (a, m) = (own.attention(memory), own.mlp(memory))
    let normed = block.attentionNorm.result(matrix(slots.stream[layer]), matrix(own.normed))
    let inner = block.mlpNorm.result(matrix(own.middle), matrix(own.mlpNormed))
    switch step {
    case .queries: return (block.attention.queries, lookedFrom(normed, own), a.queries)
    case .keys: return (block.attention.keys, lookedFrom(normed, own), a.keys)
    case .values: return (block.attention.values, normed, a.values)
    case .output: return (block.attention.output, a.mixed, a.output)
    case .up: return block.mlp.map { ($0.up, inner, m.up) }
    case .gate: return block.mlp?.gate.map { ($0, inner, m.gate) }
    case .down: return block.mlp.map { ($0.down, m.units, m.output) }
    case .norm, .look, .write, .mlpNorm, .bend, .add: return nil
    }
  }

  /// A step that is no product; about what it costs.
  fileprivate func run(_ step: ForwardSlices.Step, _ layer: Int) -> Int {
    let block = decoder.blocks[layer]
    let own = slots.blocks[layer]
    switch step {
    case .norm:
      block.attentionNorm.forward(
        matrix(slots.stream[layer]), weights, into: matrix(own.normed), spread: matrix(own.spread))
    case .look:
      look(layer)
      return 2 * length * length * decoder.shape.heads * decoder.shape.headWidth
    case .write: write(layer)
    case .mlpNorm where block.mlp != nil:
      block.mlpNorm.forward(
        matrix(own.middle), weights, into: matrix(own.mlpNormed), spread: matrix(own.mlpSpread))
    case .bend:
      guard let mlp = block.mlp else { break }
      mlp.bend(own.mlp(memory))
      hooks.apply { if case .unit(layer, _) = $0 { true } else { false } }
    case .add where block.mlp != nil: add(layer)
    default: break
    }
    return length * decoder.shape.width
  }
}

extension Site {
  /// The first layer whose results it changes.
  var layer: Int {
    switch self {
    // The stream before a layer is what the one before leaves.
    case .stream(let layer): max(0, layer - 1)
    case .attention(let layer), .mlp(let layer), .unit(let layer, _): layer
    case .queries(let layer, _), .keys(let layer, _), .values(let layer, _),
      .scores(let layer, _), .weights(let layer, _), .output(let layer, _):
      layer
    }
  }
}

extension Decoder {
  /// The scores of the next token from rows of the residual stream after the last layer, or after an
  /// earlier one as if it were the last.                       (n, width) → (n, vocabulary)
  package func scores(of stream: [[T]]) -> [[T]] {
    products(of: normed(stream), tokens: 0..<shape.vocabulary)
  }

  /// Rows of the stream as the way out takes them, one after the other.
  func normed(_ stream: [[T]]) -> [T] {
    let n = stream.count
    var memory = stream.flatMap(\.self)
    memory += Array(repeating: 0, count: n * (shape.width + 2))
    memory.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      let x = Matrix(start, rows: n, columns: shape.width)
      let y = Matrix(start + n * shape.width, rows: n, columns: shape.width)
      Weights<T>.reading(parameters, stored: stored) { weights in
        finalNorm.forward(
          x, weights, into: y, spread: Matrix(start + 2 * n * shape.width, rows: n, columns: 2))
        if finalNorm == .none { y.copy(x) }
      }
    }
    return Array(memory[n * shape.width..<2 * n * shape.width])
  }

  /// The products of rows, one after the other, with what scores some tokens.
  package func products(of rows: [T], tokens: Range<Int>) -> [[T]] {
    let n = rows.count / max(shape.width, 1)
    guard n > 0 else { return [] }
    var memory = rows
    // As if all tokens' were there, so that each has its place.
    memory += Array(repeating: 0, count: n * tokens.count)
    return memory.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return [] }
      let logits = Matrix(
        start + n * shape.width - tokens.lowerBound, rows: n, columns: shape.vocabulary,
        rowStep: tokens.count)
      Weights<T>.reading(parameters, stored: stored) { weights in
        score(
          Matrix(start, rows: n, columns: shape.width), weights, into: logits, tokens: tokens)
      }
      return (0..<n).map { row in tokens.map { logits[row, $0] } }
    }
  }
}
