/// The keys and values of the tokens read so far, so that one more token costs one place and not all of
/// them again.
package struct KeyValueCache<T: Real>: Sendable {
  /// Tokens read so far.
  package fileprivate(set) var count = 0
  package let context: Int
  fileprivate var memory: [T]
  fileprivate let keys: [Slot]  // (context, keyHeads · headWidth), a layer each
  fileprivate let values: [Slot]
  fileprivate let cosines: Slot  // (context, headWidth / 2)
  fileprivate let sines: Slot

  /// An empty one with room for so many tokens, the context's where nothing is said; the model must be
  /// causal, and its positions rotary, added or none.
  @_specialize(where T == Float)
  @_specialize(where T == Double)
  package init(_ shape: DecoderShape, room: Int? = nil) {
    precondition(
      shape.isCausal
        && (shape.positions.rotary != nil || [.none, .learnt].contains(shape.positions)))
    let context = min(room ?? shape.context, shape.context)
    var layout = Layout()
    let width = shape.keyHeads * shape.headWidth
    keys = (0..<shape.layers).map { _ in layout.slot(context, width) }
    values = (0..<shape.layers).map { _ in layout.slot(context, width) }
    let pairs = shape.positions.rotary == nil ? 0 : shape.headWidth / 2
    cosines = layout.slot(context, pairs)
    sines = layout.slot(context, pairs)
    self.context = context
    memory = Array(repeating: 0, count: layout.count)
    memory.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      shape.positions.rotary?.fill(
        cosines: cosines.matrix(in: start), sines: sines.matrix(in: start))
    }
  }

  package var isFull: Bool { count == context }
}

extension Decoder {
  /// The scores of the token after this one, which comes after those in the cache. There must be room.
  @_specialize(where T == Float)
  @_specialize(where T == Double)
  package func next(after token: Int32, _ cache: inout KeyValueCache<T>) -> [T] {
    precondition(!cache.isFull && token >= 0 && Int(token) < shape.vocabulary)
    // One place of a trace: its attention is what the cache replaces.
    var trace = Trace<T>(
      shape, rows: 1, length: 1, hasGradients: false)
    let (slots, place) = (trace.slots, cache.count)
    cache.count += 1
    trace.values.withUnsafeMutableBufferPointer { values in
      cache.memory.withUnsafeMutableBufferPointer { kept in
        guard let values = values.baseAddress, let kept = kept.baseAddress else { return }
        Weights<T>.reading(parameters, stored: stored) { weights in
          let pass = Pass(
            decoder: self, slots: slots, rows: 1, length: 1, memory: values, weights: weights,
            hooks: Hooks(hooks: [], shape: shape, slots: slots, memory: values), tables: nil)
          let matrix = pass.matrix
          pass.embed([token], at: place)
          for (layer, block) in blocks.enumerated() {
            let own = slots.blocks[layer]
            let x = matrix(slots.stream[layer])
            let a = own.attention(values)
            block.attentionNorm.forward(
              x, weights, into: matrix(own.normed), spread: matrix(own.spread))
            let normed = block.attentionNorm.result(x, matrix(own.normed))
            block.attention.queries.forward(normed, weights, into: a.queries)
            block.attention.keys.forward(normed, weights, into: a.keys)
            block.attention.values.forward(normed, weights, into: a.values)
            block.attention.normHeads(a, weights)
            let here = place..<place + 1
            if let rotary = shape.positions.rotary {
              let cosines = cache.cosines.part(rows: here).matrix(in: kept)
              let sines = cache.sines.part(rows: here).matrix(in: kept)
              for (rows, heads) in [(a.queries, shape.heads), (a.keys, shape.keyHeads)] {
                rotary.turn(rows, heads: heads, length: 1, cosines: cosines, sines: sines)
              }
            }
            let keys = cache.keys[layer].part(rows: 0..<place + 1).matrix(in: kept)
            let mixed = cache.values[layer].part(rows: 0..<place + 1).matrix(in: kept)
            keys.part(rows: here).copy(a.keys)
            mixed.part(rows: here).copy(a.values)
            block.attention.attend(a, keys: keys, values: mixed)
            block.attention.output.forward(a.mixed, weights, into: a.output)
            pass.write(layer)
            pass.think(layer)
          }
          pass.predict()
        }
      }
    }
    return trace.logits
  }
}

extension Attention {
  /// One query of each head over all keys of the cache.
  fileprivate func attend<T: Real>(_ a: Activations<T>, keys: Matrix<T>, values: Matrix<T>) {
    withScratch(1, keys.rows) { (weights: Matrix<T>) in
      for head in 0..<heads {
        let at = place(head: head, row: 0, rows: 1, length: 1)
        multiply(
          a.queries.part(columns: at.columns), keys.part(columns: at.keyColumns).transposed,
          into: weights)
        weights.scale(T(scale))
        let row = weights.row(0)
        var top = row[0]
        for j in 1..<max(keys.rows, 1) where row[j] > top { top = row[j] }
        for j in 0..<keys.rows { row[j] -= top }
        T.exponentials(of: row, count: keys.rows)
        var total: T = 0
        for j in 0..<keys.rows { total += row[j] }
        weights.scale(1 / total)
        multiply(
          weights, values.part(columns: at.keyColumns), into: a.mixed.part(columns: at.columns))
      }
    }
  }
}
