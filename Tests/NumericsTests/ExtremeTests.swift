import JSONText
import Testing

@testable import Numerics

/// At both ends of the range of doubles, against what mpmath makes of the same numbers with 1,200
/// digits (`make_extremes.py`): what has a double comes to it, what has none says so.
@Suite struct ExtremeTests {
  /// Compares to the digits that a double of that size has.
  private func isNear(_ x: Double, _ expected: JSON?, _ bound: Double = 1e-13) -> Bool {
    guard let number = expected?.double else {
      return expected?.string == (x < 0 ? "-inf" : "inf") && x.isInfinite
    }
    return isClose(x, number, bound) || (x - number).magnitude <= 2 * number.ulp
  }

  private func areNear(_ numbers: Vector, _ expected: JSON?, _ bound: Double = 1e-13) -> Bool {
    let all = expected?.array ?? []
    return all.count == numbers.count && zip(numbers, all).allSatisfy { isNear($0, $1, bound) }
  }

  @Test func rowsAreNormalised() throws {
    let cases = try Fixture.load("extreme_rows.json")
    #expect(cases.count > 30)
    for item in cases {
      let (x, epsilon) = (try item.numbers("x"), try item.number("epsilon"))
      let (ones, zeros) = (x.map { _ in 1.0 }, x.map { _ in 0.0 })
      let layer = try #require(LayerNorm(x, gamma: ones, beta: zeros, epsilon: epsilon))
      #expect(isNear(layer.mean ?? .nan, item["mean"]), "mean \(item.text)")
      #expect(isNear(layer.meanSquare, item["variance"]), "variance \(item.text)")
      #expect(isNear(layer.divisor, item["divisor"]), "divisor \(item.text)")
      #expect(areNear(layer.output, item["layer"]), "\(layer.output) \(item.text)")
      let rms = try #require(
        LayerNorm(x, gamma: ones, beta: zeros, epsilon: epsilon, method: .rms))
      #expect(isNear(rms.divisor, item["rmsDivisor"]), "RMS divisor \(item.text)")
      #expect(areNear(rms.output, item["rms"]), "\(rms.output) \(item.text)")
      // What left the range is told: a variance of 0 only where there is no spread.
      #expect((layer.meanSquare == 0) == (layer.meanSquareVanishes || layer.hasNoSpread))
      #expect(layer.unit == 1 || Remark.units(of: layer) != nil)
    }
  }

  @Test func lengthsAnglesAndProjections() throws {
    let cases = try Fixture.load("extreme_dots.json")
    #expect(cases.count > 100)
    for item in cases {
      let trace = try DotProduct(try item.numbers("u"), try item.numbers("v"))
      #expect(areNear(trace.norms, item["norms"]), "\(trace.norms) \(item.text)")
      #expect(trace.lengthOverflows == trace.norms.contains(.infinity))
      // Where two large terms cancel, their rounding stays.
      let cosine = try item.number("cosine")
      #expect(
        isClose(trace.cosine ?? .nan, cosine, 1e-12)
          || ((trace.cosine ?? 9) - cosine).magnitude < 4e-16,
        "\(String(describing: trace.cosine)) \(item.text)")
      #expect(
        isClose(trace.angleDegrees ?? .nan, try item.number("angle"), 1e-12, floor: 1),
        "\(String(describing: trace.angleDegrees)) \(item.text)")
      let projection = try #require(trace.projection)
      let expected = try item.numbers("projection")
      let size = expected.map(\.magnitude).max() ?? 0
      #expect(
        zip(projection, expected).allSatisfy {
          ($0 - $1).magnitude <= max(1e-12 * size, 4e-16 * trace.uNorm, .leastNonzeroMagnitude)
            || $0 == $1
        }, "\(projection) \(item.text)")
    }
  }

  @Test func temperaturesOfAnySize() throws {
    let cases = try Fixture.load("extreme_softmaxes.json")
    #expect(cases.count == 30)
    for item in cases {
      let scores = try item.numbers("scores")
      let softmax = Softmax(scores, temperature: try item.number("temperature"))
      #expect(areNear(softmax.weights, item["weights"]), "\(softmax.weights) \(item.text)")
      // No score is −∞, so no weight is 0.
      for index in scores.indices where softmax.weights[index] == 0 {
        #expect(softmax.weightVanishes(index) && softmax.exponentialVanishes(index), "\(item.text)")
      }
    }
  }

  @Test func whatVanishesOnTheWayToARowIsTold() throws {
    func norm(_ x: Vector, _ gamma: Vector? = nil, epsilon: Double = 0) throws -> LayerNorm {
      try #require(
        LayerNorm(
          x, gamma: gamma ?? x.map { _ in 1 }, beta: x.map { _ in 0 }, epsilon: epsilon))
    }
    let tiny = try norm([1e-200, 2e-200])
    #expect([0, 1].allSatisfy(tiny.squareVanishes) && tiny.meanSquareVanishes && tiny.underflows)
    #expect(!tiny.divisorVanishes && !tiny.hasNoSpread && tiny.unit == 1e-200)
    let least = try norm([.leastNonzeroMagnitude, 0])
    #expect(least.meanVanishes && least.divisorVanishes && least.centredVanishes(1))
    #expect(least.normalised == [1, -1])
    let small = try norm([1, -1], [1e-300, 0], epsilon: 1e300)
    #expect(small.outputVanishes(0) && !small.outputVanishes(1))
    // Nothing of a plain row vanishes, be its mean or its spread 0.
    for x in [[1, 2, 3, 6], [1, -1], [0, 0], [0.1, 0.2, -0.3]] {
      #expect(!(try norm(x, epsilon: 1e-5)).underflows)
    }
    #expect(Remark.units(of: tiny)?.contains("in units of 1e-200") == true)
    #expect(Remark.units(of: try norm([1, 2])) == nil)
  }
}
