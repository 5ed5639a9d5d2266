extension Decoder {
  /// The same without adapters: what they add is added to the weights, W + s · A · B.
  package var merged: Decoder {
    var merged = Decoder(shape)
    merged.parameters = Array(parameters.prefix(merged.parameters.count))
    for block in blocks {
      for part in Block.Part.allCases {
        guard let linear = block[part], linear.adapter?.isOn == true else { continue }
        for row in 0..<linear.weight.rows {
          merged.parameters.replaceSubrange(
            linear.weight.part(rows: row..<row + 1).range, with: linear.row(row, in: parameters))
        }
      }
    }
    return merged
  }
}
