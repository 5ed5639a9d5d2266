import Glibc

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
    let (powers, row) = (softmax.exponentials, softmax.scores.indices)
    var weights = Decimals.needed(softmax.weights, most: most)
    var exponentials = raised(powers + [softmax.sum], to: weights)
    var scaled = raised(softmax.scaled + softmax.shifted, to: exponentials)
    let scores = raised(softmax.scores, to: scaled)
    if softmax.temperature != 0 {
      scaled = Decimals.most(scaled) { decimals in
        row.allSatisfy {
          Decimals.reach(
            Decimals.shown(softmax.scores[$0], scores) / softmax.temperature, softmax.scaled[$0],
            decimals)
        }
      }
    }
    exponentials = Decimals.most(exponentials) { decimals in
      row.allSatisfy {
        Decimals.reach(exp(Decimals.shown(softmax.shifted[$0], scaled)), powers[$0], decimals)
      }
    }
    let shown = powers.map { Decimals.shown($0, exponentials) }
    let sum = Decimals.most(exponentials) { Decimals.reach(shown.total, softmax.sum, $0) }
    let total = Decimals.shown(softmax.sum, sum)
    weights = Decimals.most(weights) { decimals in
      row.allSatisfy { Decimals.reach(shown[$0] / total, softmax.weights[$0], decimals) }
    }
    self.scores = numbers.with(decimals: scores)
    self.scaled = numbers.with(decimals: scaled)
    self.exponentials = numbers.with(decimals: exponentials)
    self.sum = numbers.with(decimals: sum)
    self.weights = numbers.with(decimals: weights)
  }
}
