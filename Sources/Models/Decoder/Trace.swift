/// Everything that a forward pass computed, for the backward pass and for whoever looks inside, and room
/// for the gradients of all of it if there is to be a backward pass.
package struct Trace<T: Real>: Sendable {
  /// How many rows the batch has, and how many tokens each of them.
  package let rows: Int
  package let length: Int
  package let slots: TraceSlots
  package internal(set) var values: [T]
  package var gradients: [T]

  @_specialize(where T == Float)
  @_specialize(where T == Double)
  package init(
    _ shape: DecoderShape, rows: Int, length: Int, hasGradients: Bool = true,
    hasLogits: Bool = true
  ) {
    precondition(length <= shape.context && length > 0 && rows > 0)
    self.rows = rows
    self.length = length
    slots = TraceSlots(shape, rows: rows, length: length, hasLogits: hasLogits)
    values = Array(repeating: 0, count: slots.count)
    gradients = hasGradients ? values : []
    values.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      let (cosines, sines) = (slots.cosines.matrix(in: start), slots.sines.matrix(in: start))
      shape.positions.rotary?.fill(cosines: cosines, sines: sines)
      if shape.positions == .sinusoidal { fillSinusoids(slots.waves.matrix(in: start)) }
    }
  }

  /// The numbers of any activation, row by row.
  package func values(of slot: Slot) -> [T] { slot.values(in: values) }

  /// The next token's scores at every place.
  package var logits: [T] { values(of: slots.logits) }

  /// Those of the token after one place; places count all rows of the batch.
  package func logits(at place: Int) -> ArraySlice<T> {
    let start = slots.logits.offset + place * slots.logits.step
    return values[start..<start + slots.logits.columns]
  }
}

/// Where each activation lies in a trace; n is rows · length.
package struct TraceSlots: Sendable {
  /// The residual stream before each block, and after the last.
  package let stream: [Slot]  // (n, width)
  package let blocks: [BlockSlots]
  package let normed: Slot  // (n, width)
  package let spread: Slot  // (n, 2)
  package let logits: Slot  // (n, vocabulary)
  let waves: Slot  // (length, width)
  let cosines: Slot  // (length, headWidth / 2)
  let sines: Slot
  package let count: Int

  init(_ shape: DecoderShape, rows: Int, length: Int, hasLogits: Bool = true) {
    var layout = Layout()
    let n = rows * length
    stream = (0...shape.layers).map { _ in layout.slot(n, shape.width) }
    blocks = (0..<shape.layers).map { _ in
      BlockSlots(shape, rows: rows, length: length, in: &layout)
    }
    normed = layout.slot(n, shape.width)
    spread = layout.slot(n, 2)
    logits = layout.slot(hasLogits ? n : 0, shape.vocabulary)
    waves = layout.slot(shape.positions == .sinusoidal ? length : 0, shape.width)
    let pairs = shape.positions.rotary == nil ? 0 : shape.headWidth / 2
    cosines = layout.slot(length, pairs)
    sines = layout.slot(length, pairs)
    count = layout.count
  }
}

/// Where the activations of one block lie.
package struct BlockSlots: Sendable {
  package let normed: Slot  // (n, width)
  package let spread: Slot  // (n, 2)
  /// What queries and keys are made of, where that is not what values are made of.
  package let placed: Slot  // (n, width)
  package let queries: Slot  // (n, heads · headWidth)
  package let keys: Slot  // (n, keyHeads · headWidth)
  package let values: Slot  // (n, keyHeads · headWidth)
  package let scores: Slot  // (heads · rows · length, length)
  package let weights: Slot  // (heads · rows · length, length)
  package let mixed: Slot  // (n, heads · headWidth)
  package let attended: Slot  // (n, width)
  /// The residual stream between attention and MLP.
  package let middle: Slot  // (n, width)
  package let mlpNormed: Slot  // (n, width)
  package let mlpSpread: Slot  // (n, 2)
  package let up: Slot  // (n, units)
  package let gate: Slot  // (n, units)
  package let units: Slot  // (n, units)
  package let written: Slot  // (n, width)

  init(_ shape: DecoderShape, rows: Int, length: Int, in layout: inout Layout) {
    let n = rows * length
    let (inner, shared) = (shape.heads * shape.headWidth, shape.keyHeads * shape.headWidth)
    let hidden = shape.mlp?.units ?? 0
    normed = layout.slot(n, shape.width)
    spread = layout.slot(n, 2)
    placed = layout.slot(n, shape.width)
    queries = layout.slot(n, inner)
    keys = layout.slot(n, shared)
    values = layout.slot(n, shared)
    scores = layout.slot(shape.heads * n, length)
    weights = layout.slot(shape.heads * n, length)
    mixed = layout.slot(n, inner)
    attended = layout.slot(n, shape.width)
    middle = layout.slot(n, shape.width)
    mlpNormed = layout.slot(n, shape.width)
    mlpSpread = layout.slot(n, 2)
    up = layout.slot(n, hidden)
    gate = layout.slot(n, hidden)
    units = layout.slot(n, hidden)
    written = layout.slot(n, shape.width)
  }

  func attention<T>(_ memory: UnsafeMutablePointer<T>) -> Attention.Activations<T> {
    .init(
      queries: queries.matrix(in: memory), keys: keys.matrix(in: memory),
      values: values.matrix(in: memory), scores: scores.matrix(in: memory),
      weights: weights.matrix(in: memory), mixed: mixed.matrix(in: memory),
      output: attended.matrix(in: memory))
  }

  func mlp<T>(_ memory: UnsafeMutablePointer<T>) -> MLP.Activations<T> {
    .init(
      up: up.matrix(in: memory), gate: gate.matrix(in: memory),
      units: units.matrix(in: memory), output: written.matrix(in: memory))
  }
}
