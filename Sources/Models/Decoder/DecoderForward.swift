extension Decoder {
  /// Runs the tokens, row after row, and leaves everything computed in the trace.
  ///                                               tokens (rows · length) → logits (n, vocabulary)
  @_specialize(where T == Float)
  @_specialize(where T == Double)
  package func forward(
    _ tokens: [Int32], into trace: inout Trace<T>, hooks: [Hook<T>] = []
  ) {
    precondition(tokens.count == trace.rows * trace.length)
    precondition(tokens.allSatisfy { $0 >= 0 && Int($0) < shape.vocabulary }, "a foreign token")
    let (slots, rows, length) = (trace.slots, trace.rows, trace.length)
    trace.values.withUnsafeMutableBufferPointer { buffer in
      guard let memory = buffer.baseAddress else { return }
      Weights<T>.reading(parameters, stored: stored) { weights in
        let pass = Pass(
          decoder: self, slots: slots, rows: rows, length: length, memory: memory,
          weights: weights,
          hooks: Hooks(hooks: hooks, shape: shape, slots: slots, memory: memory),
          tables: hooks.isEmpty ? tableProjections(tokens, length: length) : nil)
        pass.embed(tokens)
        for layer in blocks.indices {
          pass.attend(layer)
          pass.think(layer)
        }
        pass.predict()
      }
    }
  }
}

/// What the steps of a forward pass share.
struct Pass<T: Real> {
  let decoder: Decoder<T>
  let slots: TraceSlots
  let rows: Int
  let length: Int
  let memory: UnsafeMutablePointer<T>
  let weights: Weights<T>
  let hooks: Hooks<T>
  let tables: (looking: TableProjection, values: TableProjection)?

  func matrix(_ slot: Slot) -> Matrix<T> { slot.matrix(in: memory) }

  /// x = E[tokens] + P                                                              (n, width)
  func embed(_ tokens: [Int32], at first: Int = 0) {
    let x = matrix(slots.stream[0])
    decoder.embedding.forward(tokens, weights, into: x)
    if let places = decoder.addedPlaces {
      let own = weights[places].part(rows: first..<first + length)
      addPlaces(own, to: x, into: x, length: length)
    } else if decoder.shape.positions == .sinusoidal {
      addPlaces(matrix(slots.waves), to: x, into: x, length: length)
    }
    hooks.apply { $0 == .stream(0) }
  }

  /// middle = x + attention(norm(x))                                                (n, width)
  func attend(_ layer: Int) {
    let block = decoder.blocks[layer]
    let own = slots.blocks[layer]
    let attention = block.attention
    let x = matrix(slots.stream[layer])
    let a = own.attention(memory)
    block.attentionNorm.forward(
      x, weights, into: matrix(own.normed), spread: matrix(own.spread))
    let normed = block.attentionNorm.result(x, matrix(own.normed))
    if layer == 0, let tables {
      tables.looking.forward(attention.queries, weights, into: a.queries)
      tables.looking.forward(attention.keys, weights, into: a.keys)
      tables.values.forward(attention.values, weights, into: a.values)
    } else {
      let looking = lookedFrom(normed, own)
      attention.queries.forward(looking, weights, into: a.queries)
      attention.keys.forward(looking, weights, into: a.keys)
      attention.values.forward(normed, weights, into: a.values)
    }
    look(layer)
    attention.output.forward(a.mixed, weights, into: a.output)
    write(layer)
  }

  /// From queries, keys and values to what the heads mix.              (n, heads · headWidth)
  func look(_ layer: Int) {
    let attention = decoder.blocks[layer].attention
    let a = slots.blocks[layer].attention(memory)
    attention.normHeads(a, weights)
    if let rotary = decoder.shape.positions.rotary {
      let (cosines, sines) = (matrix(slots.cosines), matrix(slots.sines))
      rotary.turn(
        a.queries, heads: attention.heads, length: length, cosines: cosines, sines: sines)
      rotary.turn(
        a.keys, heads: attention.keyHeads, length: length, cosines: cosines, sines: sines)
    }
    hooks.apply { site in
      switch site {
      case .queries(layer, _), .keys(layer, _), .values(layer, _): true
      default: false
      }
    }
    attention.score(a, rows: rows, length: length)
    hooks.apply { if case .scores(layer, _) = $0 { true } else { false } }
    attention.weigh(a, length: length)
    hooks.apply { if case .weights(layer, _) = $0 { true } else { false } }
    attention.mix(a, rows: rows, length: length)
    hooks.apply { if case .output(layer, _) = $0 { true } else { false } }
  }

  /// What the heads write is added to the residual stream.                          (n, width)
  func write(_ layer: Int) {
    let block = decoder.blocks[layer]
    let own = slots.blocks[layer]
    let (x, a) = (matrix(slots.stream[layer]), own.attention(memory))
    hooks.apply { $0 == .attention(layer: layer) }
    let next = block.mlp == nil ? slots.stream[layer + 1] : own.middle
    matrix(next).sum(x, a.output)
    if block.mlp == nil { hooks.apply { $0 == .stream(layer + 1) } }
  }

  /// What queries and keys are made of: positions may be theirs alone.
  func lookedFrom(_ x: Matrix<T>, _ own: BlockSlots) -> Matrix<T> {
    guard let places = decoder.lookingPlaces else { return x }
    let placed = matrix(own.placed)
    addPlaces(weights[places], to: x, into: placed, length: length)
    return placed
  }

  /// x = middle + mlp(norm(middle))                                                 (n, width)
  func think(_ layer: Int) {
    let block = decoder.blocks[layer]
    guard let mlp = block.mlp else { return }
    let own = slots.blocks[layer]
    let middle = matrix(own.middle)
    block.mlpNorm.forward(
      middle, weights, into: matrix(own.mlpNormed), spread: matrix(own.mlpSpread))
    let normed = block.mlpNorm.result(middle, matrix(own.mlpNormed))
    mlp.forward(normed, weights, into: own.mlp(memory)) {
      hooks.apply { if case .unit(layer, _) = $0 { true } else { false } }
    }
    add(layer)
  }

  /// What the MLP writes is added to the residual stream.                           (n, width)
  func add(_ layer: Int) {
    let own = slots.blocks[layer]
    let middle = matrix(own.middle)
    hooks.apply { $0 == .mlp(layer: layer) }
    matrix(slots.stream[layer + 1]).sum(middle, matrix(own.written))
    hooks.apply { $0 == .stream(layer + 1) }
  }

  /// logits = norm(x) · head, or · Eᵀ where they are tied                       (n, vocabulary)
  func predict() {
    let x = matrix(slots.stream[decoder.blocks.count])
    decoder.finalNorm.forward(
      x, weights, into: matrix(slots.normed), spread: matrix(slots.spread))
    let normed = decoder.finalNorm.result(x, matrix(slots.normed))
    decoder.score(normed, weights, into: matrix(slots.logits))
  }
}

extension Decoder {
  /// logits = normed x · head, or · Eᵀ where they are tied; all tokens' or some.     (n, vocabulary)
  func score(
    _ normed: Matrix<T>, _ weights: Weights<T>, into logits: Matrix<T>, tokens: Range<Int>? = nil
  ) {
    let tokens = tokens ?? 0..<shape.vocabulary
    if let head {
      head.forward(normed, weights, into: logits, part: tokens)
    } else if let number = embedding.table.stored {
      T.multiplyStored(normed, weights.stored[number], outputs: tokens, into: logits)
    } else {
      let rows = weights[embedding.table].part(rows: tokens)
      multiply(normed, rows.transposed, into: logits.part(columns: tokens))
    }
  }
}
