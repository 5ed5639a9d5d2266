import Models

extension Look {
  /// The units of a layer's MLP that write most at a place, from the most: those whose activation times
  /// the length of what they write is greatest.
  package func strongestUnits(layer: Int, at place: Int, top count: Int) -> [Int] {
    let all = activations(layer: layer, at: place)
    let strength = all.indices.map { unit in
      let vector = unitVector(layer: layer, unit: unit)
      return all[unit].magnitude * vector.reduce(0) { $0 + Double($1 * $1) }.squareRoot()
    }
    return Array(
      all.indices.sorted { (strength[$0], $1) > (strength[$1], $0) }.prefix(count))
  }

  /// The units of a layer's MLP at a place.
  package func activations(layer: Int, at place: Int) -> [Double] {
    row(of: layer, at: place).map { Double($0) }
  }

  /// The tokens whose scores a unit raises most at a place by itself, and by how much.
  package func written(
    byUnit unit: Int, layer: Int, at place: Int, top count: Int
  ) -> [(token: Int, score: Double)] {
    let activation = Float(activations(layer: layer, at: place)[unit])
    let vector = unitVector(layer: layer, unit: unit).map { $0 * activation }
    let scores = scores(of: [vector], at: place, for: Array(0..<decoder.shape.vocabulary))
    return scores.indices.sorted { (scores[$0], $1) > (scores[$1], $0) }.prefix(count).map {
      ($0, scores[$0])
    }
  }

  /// What a unit writes when it is one: its row of the way down, with what an adapter adds. Units of a
  /// model from a file are not looked into.
  private func unitVector(layer: Int, unit: Int) -> [Float] {
    guard !decoder.isStored, let down = decoder.blocks[layer].mlp?.down else { return [] }
    return down.row(unit, in: decoder.parameters)
  }
}
