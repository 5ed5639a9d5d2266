extension Decoder {
  /// The same without adapters: what they add is added to the weights, W + s · A · B.
  package var merged: Decoder {
    var merged = Decoder(shape)
    merged.parameters = Array(parameters.prefix(merged.parameters.count))
    for block in blocks {
      for part in Block.Part.allCases {
        guard let linear = block[part], let adapter = linear.adapter, adapter.isOn else { continue }
        let (down, up) = (adapter.down.values(in: parameters), adapter.up.values(in: parameters))
        let (rank, columns) = (adapter.down.columns, linear.weight.columns)
        for row in 0..<linear.weight.rows {
          let start = linear.weight.offset + row * linear.weight.step
          for inner in 0..<rank {
            let factor = T(adapter.scale) * down[row * rank + inner]
            for column in 0..<columns {
              merged.parameters[start + column] += factor * up[inner * columns + column]
            }
          }
        }
      }
    }
    return merged
  }
}
