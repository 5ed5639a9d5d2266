extension Decoder {
  /// Sends back what the trace holds as gradients of its logits, and adds to the parameters'
  /// gradients. The pass before must have had no hooks.
  @_specialize(where T == Float)
  @_specialize(where T == Double)
  package func backward(
    _ tokens: [Int32], _ trace: inout Trace<T>, addingTo gradients: inout [T]
  ) {
    precondition(stored.isEmpty && !shape.hasHeadNorms, "such a model is only read")
    let (slots, rows, length) = (trace.slots, trace.rows, trace.length)
    trace.values.withUnsafeMutableBufferPointer { values in
      trace.gradients.withUnsafeMutableBufferPointer { back in
        guard let values = values.baseAddress, let back = back.baseAddress else { return }
        Weights<T>.reading(parameters, adding: &gradients) { weights in
          let pass = WayBack(
            decoder: self, slots: slots, rows: rows, length: length, values: values, back: back,
            weights: weights, tables: tableProjections(tokens, length: length))
          pass.predict()
          for layer in blocks.indices.reversed() {
            pass.think(layer)
            pass.attend(layer)
          }
          pass.embed(tokens)
        }
      }
    }
  }
}

/// What the steps of a backward pass share: each undoes the step of its name, last to first.
private struct WayBack<T: Real> {
  let decoder: Decoder<T>
  let slots: TraceSlots
  let rows: Int
  let length: Int
  let values: UnsafeMutablePointer<T>
  let back: UnsafeMutablePointer<T>
  let weights: Weights<T>
  let tables: (looking: TableProjection, values: TableProjection)?

  /// An activation, and its gradient.
  func matrix(_ slot: Slot) -> Matrix<T> { slot.matrix(in: values) }
  func gradient(_ slot: Slot) -> Matrix<T> { slot.matrix(in: back) }

  /// logits = norm(x) · head
  func predict() {
    let stream = slots.stream[decoder.blocks.count]
    let isNormed = decoder.finalNorm != .none
    let normed = isNormed ? slots.normed : stream
    let dLogits = gradient(slots.logits)
    if let head = decoder.head {
      head.backward(dLogits, x: matrix(normed), weights, into: gradient(normed))
    } else {
      let table = decoder.embedding.table
      multiply(
        dLogits.transposed, matrix(normed), into: weights.gradient(table), adding: true)
      multiply(dLogits, weights[table], into: gradient(normed))
    }
    guard isNormed else { return }
    gradient(stream).fill(0)
    decoder.finalNorm.backward(
      gradient(normed), x: matrix(stream), spread: matrix(slots.spread), weights,
      addingTo: gradient(stream))
  }

  /// x = middle + mlp(norm(middle))
  func think(_ layer: Int) {
    let block = decoder.blocks[layer]
    guard let mlp = block.mlp else { return }
    let own = slots.blocks[layer]
    let dx = gradient(slots.stream[layer + 1])
    let middle = matrix(own.middle)
    let normed = block.mlpNorm.result(middle, matrix(own.mlpNormed))
    gradient(own.written).copy(dx)
    mlp.backward(
      own.mlp(values), own.mlp(back), x: normed, weights, into: gradient(own.mlpNormed))
    gradient(own.middle).copy(dx)
    block.mlpNorm.backward(
      gradient(own.mlpNormed), x: middle, spread: matrix(own.mlpSpread), weights,
      addingTo: gradient(own.middle))
  }

  /// middle = x + attention(norm(x))
  func attend(_ layer: Int) {
    let block = decoder.blocks[layer]
    let own = slots.blocks[layer]
    let attention = block.attention
    let (a, d) = (own.attention(values), own.attention(back))
    let dMiddle = gradient(block.mlp == nil ? slots.stream[layer + 1] : own.middle)
    attention.output.backward(dMiddle, x: a.mixed, weights, into: d.mixed)
    attention.backward(a, d, rows: rows, length: length)
    if let rotary = decoder.shape.positions.rotary {
      let (cosines, sines) = (matrix(slots.cosines), matrix(slots.sines))
      rotary.turn(
        d.queries, heads: attention.heads, length: length, cosines: cosines, sines: sines,
        back: true)
      rotary.turn(
        d.keys, heads: attention.keyHeads, length: length, cosines: cosines, sines: sines,
        back: true)
    }
    let dx = gradient(slots.stream[layer])
    dx.copy(dMiddle)
    if layer == 0, let tables {
      tables.looking.backward(d.queries, attention.queries, weights)
      tables.looking.backward(d.keys, attention.keys, weights)
      tables.values.backward(d.values, attention.values, weights)
      return
    }
    let x = matrix(slots.stream[layer])
    let normed = block.attentionNorm.result(x, matrix(own.normed))
    let dNormed = gradient(own.normed)
    let places = decoder.lookingPlaces
    let looking = places == nil ? normed : matrix(own.placed)
    attention.queries.backward(d.queries, x: looking, weights, into: dNormed)
    attention.keys.backward(d.keys, x: looking, weights, into: dNormed, adding: true)
    if let places { addPlaceGradients(dNormed, to: weights.gradient(places), length: length) }
    attention.values.backward(d.values, x: normed, weights, into: dNormed, adding: true)
    block.attentionNorm.backward(
      dNormed, x: x, spread: matrix(own.spread), weights, addingTo: dx)
  }

  /// x = E[tokens] + P
  func embed(_ tokens: [Int32]) {
    let dx = gradient(slots.stream[0])
    decoder.embedding.backward(dx, tokens, weights)
    if let places = decoder.addedPlaces {
      addPlaceGradients(dx, to: weights.gradient(places), length: length)
    }
  }
}
