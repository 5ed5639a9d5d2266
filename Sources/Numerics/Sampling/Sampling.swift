/// How the next token is chosen from its scores: temperature, then top-k, then top-p.
package struct Sampling: Equatable, Sendable {
  /// The softmax of the scores at the temperature.
  package let softmax: Softmax
  /// How many of the likeliest tokens may stay; nil for all.
  package let topK: Int?
  /// How much probability the likeliest tokens must reach together to stay; nil for all.
  package let topP: Double?
  /// The tokens from the likeliest to the least likely; equal ones in their own order.
  package let order: [Int]
  /// The tokens that stay, likeliest first; at least one where there is any.
  package let kept: [Int]
  /// The probability of each token once only the kept ones share it.
  package let probabilities: Vector

  /// Narrows the choice: top-k first, then top-p over what top-k left, as Hugging Face does. Where one of the
  /// scores stands for all others together, it comes after all that stand for themselves.
  package init(
    _ scores: Vector, temperature: Double = 1, topK: Int? = nil, topP: Double? = nil,
    others: Int? = nil
  ) {
    let softmax = Softmax(scores, temperature: temperature)
    let weights = softmax.weights
    var order = weights.indices.sorted { (weights[$0], $1) > (weights[$1], $0) }
    if let at = others.flatMap(order.firstIndex) { order.append(order.remove(at: at)) }
    var kept = order[..<min(max(topK ?? order.count, 1), order.count)]
    if let topP {
      let total = kept.map { weights[$0] }.total
      var reached = 0.0
      let needed = kept.prefix { token in
        // A hair less, so that 0.5 + 0.3 reaches 0.8 whatever its last digit.
        defer { reached += weights[token] / total }
        return reached < topP - 1e-12
      }
      kept = kept.prefix(max(needed.count, 1))
    }
    let total = kept.map { weights[$0] }.total
    var probabilities = Vector(repeating: 0, count: scores.count)
    for token in kept { probabilities[token] = weights[token] / total }
    self.softmax = softmax
    self.topK = topK
    self.topP = topP
    self.order = order
    self.kept = Array(kept)
    self.probabilities = probabilities
  }

  /// Draws a kept token by its probability; nil where there is no token.
  package func draw(using generator: inout SeededGenerator) -> Int? {
    token(at: generator.unit())
  }

  /// The token at a point of 0..<1, when the kept ones' probabilities are laid end to end.
  package func token(at point: Double) -> Int? {
    var end = 0.0
    for token in kept {
      end += probabilities[token]
      if point < end { return token }
    }
    return kept.last
  }
}
