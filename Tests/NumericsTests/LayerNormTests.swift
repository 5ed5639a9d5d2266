import Testing

@testable import Numerics

@Suite struct LayerNormTests {
  @Test func theTraceIsComplete() throws {
    let norm = try #require(LayerNorm([1, 2, 3, 6], gamma: [1, 1, 2, 1], beta: [0, 1, 0, 0]))
    #expect(norm.mean == 3 && norm.centred == [-2, -1, 0, 3] && norm.squares == [4, 1, 0, 9])
    #expect(norm.meanSquare == 3.5 && isClose(norm.divisor, 3.50001.squareRoot(), 1e-15))
    #expect(isClose(norm.output[1], 1 - 1 / 3.50001.squareRoot(), 1e-15))
    #expect(norm.output[2] == 0)
  }

  @Test func rowsAreAsInTorch() throws {
    for item in try Fixture.load("norms.json") {
      let (x, gamma) = (try item.numbers("x"), try item.numbers("gamma"))
      let (beta, epsilon) = (try item.numbers("beta"), try item.number("epsilon"))
      let layer = try #require(LayerNorm(x, gamma: gamma, beta: beta, epsilon: epsilon))
      #expect(isClose(try #require(layer.mean), try item.number("mean"), 1e-14, floor: 1))
      #expect(isClose(layer.meanSquare, try item.number("variance"), 1e-13, floor: 1e-13))
      // A tiny ε makes the rounding of a mean of equal entries count.
      let bound = epsilon < 1e-9 && layer.hasNoSpread ? 1e-6 : 1e-10
      #expect(mismatch(layer.output, try item.numbers("layer"), bound, floor: 1) == nil)
      let rms = try #require(
        LayerNorm(x, gamma: gamma, beta: beta, epsilon: epsilon, method: .rms))
      #expect(rms.mean == nil)
      #expect(mismatch(rms.output, try item.numbers("rms"), 1e-12, floor: 1) == nil)
    }
  }

  @Test func equalEntriesHaveNoSpread() throws {
    let norm = try #require(LayerNorm([0.1, 0.1, 0.1], gamma: [1, 1, 1], beta: [5, 5, 5]))
    #expect(norm.hasNoSpread && norm.normalised == [0, 0, 0] && norm.output == [5, 5, 5])
    let bare = LayerNorm([0, 0], gamma: [1, 1], beta: [0, 0], epsilon: 0, method: .rms)
    #expect(bare?.normalised.allSatisfy(\.isNaN) == true)
  }

  @Test func lengthsMustAgree() {
    #expect(LayerNorm([], gamma: [], beta: []) == nil)
    #expect(LayerNorm([1, 2], gamma: [1], beta: [0, 0]) == nil)
    #expect(LayerNorm([1, 2], gamma: [1, 1], beta: [0]) == nil)
  }

  /// A shift of the row leaves layer normalisation as it is, a stretch leaves both nearly so.
  @Test func whatItForgets() throws {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<50 {
      let x = generator.matrix(1, 6).rowArrays[0]
      let ones = Vector(repeating: 1, count: 6), zeros = Vector(repeating: 0, count: 6)
      let norm = try #require(LayerNorm(x, gamma: ones, beta: zeros, epsilon: 0))
      let moved = try #require(
        LayerNorm(x.map { 3 * $0 + 7 }, gamma: ones, beta: zeros, epsilon: 0))
      #expect(mismatch(moved.output, norm.output, 1e-10, floor: 1) == nil)
      #expect(isClose(norm.output.dot(norm.output) / 6, 1, 1e-12))
    }
  }
}
