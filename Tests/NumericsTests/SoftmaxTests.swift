import Testing

@testable import Numerics

@Suite struct SoftmaxTests {
  @Test func theTraceIsComplete() {
    let softmax = Softmax([2, 0], temperature: 2)
    #expect(softmax.scaled == [1, 0] && softmax.rowMaximum == 1 && softmax.shifted == [0, -1])
    #expect(isClose(softmax.exponentials[1], 0.36787944117144233, 1e-15))
    #expect(isClose(softmax.sum, 1.3678794411714423, 1e-15))
    #expect(isClose(softmax.weights[0], 0.7310585786300049, 1e-15))
  }

  @Test(
    arguments: [
      ([1.0, 3, 2], [0.0, 1, 0]), ([5, 5, 1], [0.5, 0.5, 0]),
      ([2, 2, 2, 2], [0.25, 0.25, 0.25, 0.25]),
      ([-.infinity, 1], [0, 1]), ([-3], [1]),
    ] as [([Double], [Double])])
  func temperatureZeroIsTheArgMax(_ scores: [Double], _ expected: [Double]) {
    #expect(Softmax(scores, temperature: 0).weights == expected)
  }

  @Test func extremeTemperatures() {
    #expect(Softmax([1, 2, 3], temperature: .leastNonzeroMagnitude).weights == [0, 0, 1])
    #expect(Softmax([-1, -2], temperature: .leastNonzeroMagnitude).weights == [1, 0])
    #expect(Softmax([1, 2], temperature: -.leastNonzeroMagnitude).weights == [1, 0])
    #expect(Softmax([1, 2], temperature: .infinity).weights == [0.5, 0.5])
    #expect(Softmax([1, 2], temperature: .nan).weights.allSatisfy { $0.isNaN })
    #expect(Softmax([.nan, 2], temperature: 0).weights.allSatisfy { $0.isNaN })
  }

  @Test func nothingToShare() {
    #expect(Softmax([]).weights == [] && Softmax([]).hasNothingToLookAt)
    let blocked = Softmax([-.infinity, -.infinity])
    #expect(blocked.weights == [0, 0] && blocked.hasNothingToLookAt && blocked.sum == 0)
    #expect(Softmax([-.infinity], temperature: 0).weights == [0])
    #expect(Softmax([-1000, -1000]).weights == [0.5, 0.5])
  }

  @Test func entropyRunsFromZeroToTheLogarithm() {
    #expect(Softmax([0, 1000]).entropy == 0)
    #expect(isClose(Softmax([1, 1, 1, 1]).entropy, 1.3862943611198906, 1e-15))
  }

  @Test(arguments: [0.0, 1, -40, 1e6])
  func addingAConstantLeavesTheWeights(_ constant: Double) {
    let weights = Softmax([0.5, -1, 2]).weights
    let moved = Softmax([0.5 + constant, -1 + constant, 2 + constant]).weights
    #expect(mismatch(moved, weights, 1e-12) == nil)
  }

  /// A share that is nearly 1 does not read as all: only one that is alone does.
  @Test(arguments: [
    ([0, 22], ">0.99999999"), ([0, 40], ">0.9"), ([3], "1"), ([0, -Double.infinity], "1"),
  ]) func nearlyOneIsNotOne(_ scores: [Double], _ words: String) throws {
    let softmax = Softmax(scores)
    let text = SoftmaxDigits(softmax, most: 5, NumberText()).weights
      .text(try #require(softmax.weights.max()))
    #expect(text.hasPrefix(words) && text.contains(">") == words.contains(">"), "\(text)")
  }
}
