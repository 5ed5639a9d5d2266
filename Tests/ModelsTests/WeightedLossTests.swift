import Testing

@testable import Models

@Suite struct WeightedLossTests {
  private let logits: [Double] = [1, 2, 0.5, -1, 0, 3, 2, 2, 0]
  private let slot = Slot(offset: 0, rows: 3, columns: 3)

  private func loss(_ targets: [Int32], _ weights: [Double]?) -> (Double, [Double]) {
    var gradients = logits.map { _ in 0.0 }
    let outcome = CrossEntropy.loss(logits, slot, targets, weights: weights, gradients: &gradients)
    return (outcome.loss, gradients)
  }

  @Test func equalWeightsAreNoWeights() {
    let (plain, gradient) = loss([1, 2, 0], nil)
    let (weighted, same) = loss([1, 2, 0], [0.5, 0.5, 0.5])
    #expect(abs(plain - weighted) < 1e-12)
    #expect(zip(gradient, same).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  @Test func aPlaceWithoutWeightIsIgnored() {
    let (weighted, one) = loss([1, 2, 0], [1, 0, 1])
    let (ignored, other) = loss([1, CrossEntropy.ignored, 0], nil)
    #expect(abs(weighted - ignored) < 1e-12)
    #expect(zip(one, other).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  /// A weight of two is the place twice: the mean of losses 1, 2, 2 where they are two.
  @Test func weightsAreShares() {
    let (first, _) = loss([1, CrossEntropy.ignored, CrossEntropy.ignored], nil)
    let (second, _) = loss([CrossEntropy.ignored, 0, CrossEntropy.ignored], nil)
    let (both, gradient) = loss([1, 0, CrossEntropy.ignored], [1, 2, 0])
    #expect(abs(both - (first + 2 * second) / 3) < 1e-12)
    // Each row of the gradient sums to zero.
    for row in 0..<3 { #expect(abs(gradient[3 * row..<3 * row + 3].reduce(0, +)) < 1e-12) }
  }
}
