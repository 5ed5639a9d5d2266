extension Decoder {
  /// What one head alone writes to the residual stream at a place of a trace: its columns of what all heads
  /// mixed, through the way out that they share.                                              (width)
  package func written(layer: Int, head: Int, at place: Int, in trace: Trace<T>) -> [T] {
    let slots = trace.slots.blocks[layer]
    var memory = trace.values(of: slots.mixed.part(rows: place..<place + 1))
    let own = head * shape.headWidth..<(head + 1) * shape.headWidth
    for column in memory.indices where !own.contains(column) { memory[column] = 0 }
    let (first, inner) = (memory.count, memory.count)
    memory += Array(repeating: 0, count: shape.width)
    memory.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      Weights<T>.reading(parameters, stored: stored) { weights in
        blocks[layer].attention.output.unbiased.forward(
          Matrix(start, rows: 1, columns: inner), weights,
          into: Matrix(start + first, rows: 1, columns: shape.width))
      }
    }
    return Array(memory[first...])
  }
}
