import Libc

/// How the numbers of a softmax are written: those of each row with as many decimals wherever they
/// stand, and all that is subtracted or added up with the same.
package struct SoftmaxDigits: Sendable {
  package private(set) var scores, scaled, exponentials, sum, weights: NumberText

  /// Each number with as many digits as it takes.
  package init(_ numbers: NumberText) {
    (scores, scaled, exponentials) = (numbers, numbers, numbers)
    (sum, weights) = (numbers, numbers)
  }

  /// Rows with so many decimals at most.
  package init(_ softmax: Softmax, most: Int, _ numbers: NumberText) {
    func raised(_ row: Vector, to other: Int) -> Int {
      let own = Decimals.needed(row, most: most)
      return Decimals.areTold(row, by: own) ? own : max(own, other)
    }
    let powers = softmax.exponentials
    let weights = Decimals.telling(
      softmax.weights, fromAllBy: Decimals.needed(softmax.weights, most: most))
    let exponentials = raised(powers + [softmax.sum], to: weights)
    let scaled = raised(softmax.scaled + softmax.shifted, to: exponentials)
    let scores = numbers.with(decimals: raised(softmax.scores, to: scaled))
    /// A style that all of a row hold in, by what each is calculated from.
    func carried(
      _ decimals: Int, _ results: Vector, from calculated: (_ at: Int) -> Double
    ) -> NumberText {
      let style = numbers.with(decimals: decimals)
      return style.carried { result in
        results.indices.allSatisfy { result.holds(results[$0], from: calculated($0)) }
      } ?? style
    }
    self.scores = scores
    self.scaled =
      softmax.temperature == 0
      ? numbers.with(decimals: scaled)
      : carried(scaled, softmax.scaled) { scores.seen(softmax.scores[$0]) / softmax.temperature }
    let shifted = softmax.shifted.map(self.scaled.seen)
    self.exponentials = carried(exponentials, powers) { exp(shifted[$0]) }
    let shown = powers.map(self.exponentials.seen)
    sum = carried(self.exponentials.decimals ?? 0, [softmax.sum]) { _ in shown.total }
    let total = sum.seen(softmax.sum)
    self.weights = carried(weights, softmax.weights) { shown[$0] / total }
      .belowOne(softmax.weights.count { $0 > 0 } > 1)
  }
}
