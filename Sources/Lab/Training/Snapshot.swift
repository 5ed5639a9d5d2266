import Models

/// A model as it was at one step of a run.
package struct Snapshot: Sendable {
  package let step: Int
  package let decoder: Decoder<Float>

  package init(step: Int, decoder: Decoder<Float>) {
    self.step = step
    self.decoder = decoder
  }

  /// Everything that it computes for one row, which the decoder must be able to read.
  package func look(at tokens: [Int32], hooks: [Hook<Float>] = []) -> Look {
    var trace = Trace<Float>(decoder.shape, rows: 1, length: tokens.count)
    decoder.forward(tokens, into: &trace, hooks: hooks)
    return Look(shape: decoder.shape, trace: trace)
  }
}

/// What a model computed for one row, as pictures and words need it.
package struct Look: Sendable {
  package let shape: DecoderShape
  package let trace: Trace<Float>

  /// Any activation, row by row.
  package func rows(_ site: Site) -> [[Float]] {
    guard let slot = trace.slots.slot(site, shape) else { return [] }
    return (0..<slot.rows).map { trace.values(of: slot.part(rows: $0..<$0 + 1)) }
  }

  /// How much each place (a row) looks at each place (a column).
  package func map(layer: Int, head: Int) -> [[Float]] { rows(.weights(layer: layer, head: head)) }

  /// What stands for a token where the scores of a place are not numbers: nothing is said there.
  package static let nothing: Int32 = -1

  /// The token with the highest score at each place.
  package var said: [Int32] {
    let logits = trace.slots.logits
    return (0..<logits.rows).map { row in
      let scores = trace.values(of: logits.part(rows: row..<row + 1))
      guard !scores.contains(where: \.isNaN) else { return Self.nothing }
      var top = 0
      for index in scores.indices where scores[index] > scores[top] { top = index }
      return Int32(top)
    }
  }

  /// The share of a head's weight that lies where each place's source is.
  package func mass(layer: Int, head: Int, sources: [Int?]) -> Double {
    mass(layer: layer, head: head, line: sources.map { $0.map { [$0] } ?? [] })
  }

  /// The same where a place has several sources, or none.
  package func mass(layer: Int, head: Int, line: [[Int]]) -> Double {
    let map = map(layer: layer, head: head)
    let shares = zip(map, line).filter { !$1.isEmpty }.map { weights, sources in
      sources.filter(weights.indices.contains).reduce(0) { $0 + Double(weights[$1]) }
    }
    return shares.isEmpty ? 0 : shares.reduce(0, +) / Double(shares.count)
  }
}
