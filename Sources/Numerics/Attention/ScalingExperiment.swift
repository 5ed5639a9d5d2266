/// Why scores are divided by √d: random unit normal queries and keys, drawn and measured.
///
/// A trial draws one query and a few keys of width d. Trials can be added in slices.
package struct ScalingExperiment: Equatable, Sendable {
  /// What the trials so far measured.
  package struct Result: Equatable, Sendable {
    /// The standard deviation of the scores; about √d unscaled, and 1 scaled.
    package let spread: Double
    /// The mean, over the trials, of the largest softmax weight.
    package let meanLargestWeight: Double
    /// The mean, over the trials, of the weights' entropy in nats.
    package let meanEntropy: Double
  }

  /// The width d of queries and keys.
  package let width: Int
  /// The number of keys that a query looks at.
  package let keys: Int
  /// The trials run so far.
  package private(set) var trials = 0

  private var generator: SeededGenerator
  private var scoreSum = 0.0
  private var squareSum = 0.0
  private var unscaledTotals = Totals()
  private var scaledTotals = Totals()

  /// An experiment without trials yet.
  package init(width: Int, keys: Int = 8, seed: UInt64) {
    self.width = max(width, 1)
    self.keys = max(keys, 1)
    generator = SeededGenerator(seed: seed)
  }

  /// Draws and measures more trials.
  package mutating func run(trials count: Int) {
    for _ in 0..<max(count, 0) {
      let query = generator.normals(width)
      let scores = (0..<keys).map { _ in query.dot(generator.normals(width)) }
      for score in scores {
        scoreSum += score
        squareSum += score * score
      }
      unscaledTotals.add(Softmax(scores))
      scaledTotals.add(Softmax(scores.map { $0 / Double(width).squareRoot() }))
      trials += 1
    }
  }

  /// What was measured with the scores as they are; nil before the first trial.
  package var unscaled: Result? { result(unscaledTotals, divisor: 1) }

  /// What was measured with the scores divided by √d; nil before the first trial.
  package var scaled: Result? { result(scaledTotals, divisor: Double(width).squareRoot()) }

  private func result(_ totals: Totals, divisor: Double) -> Result? {
    if trials == 0 { return nil }
    let count = Double(trials)
    let scores = count * Double(keys)
    let mean = scoreSum / scores
    let variance = max(squareSum / scores - mean * mean, 0)
    return Result(
      spread: variance.squareRoot() / divisor, meanLargestWeight: totals.largestWeight / count,
      meanEntropy: totals.entropy / count)
  }

  private struct Totals: Equatable {
    var largestWeight = 0.0
    var entropy = 0.0

    mutating func add(_ softmax: Softmax) {
      largestWeight += softmax.weights.largest ?? 0
      entropy += softmax.entropy
    }
  }
}
