import Testing

@testable import Numerics

@Suite struct DotProductTests {
  @Test func agreesWithNumPyAndExactArithmetic() throws {
    for expected in try Fixture.load("dots.json") {
      var generator = SeededGenerator(seed: try expected.seed)
      let n = try expected.int("n")
      #expect(generator.int(in: 1...16) == n)
      let (u, v) = (generator.matrix(1, n).elements, generator.matrix(1, n).elements)
      let dot = try DotProduct(u, v)
      #expect(try dot.products == expected.numbers("products"))
      #expect(try dot.partialSums == expected.numbers("partialSums"))
      #expect(try exactDot(u, v) == expected.number("exact"))
      #expect(try exactSum(dot.products) == expected.number("fsum"))
      for (name, number, floor) in [
        ("dot", dot.dot, 0.1), ("exact", dot.dot, 0.1), ("cosine", dot.cosine ?? .nan, 0.01),
        ("angleDegrees", dot.angleDegrees ?? .nan, 0.01),
      ] {
        let wanted = try expected.number(name)
        #expect(isClose(number, wanted, 1e-12, floor: floor), "\(name)")
      }
      let norms = mismatch(dot.norms, try expected.numbers("norms"), 1e-15)
      let projection = mismatch(
        dot.projection ?? [], try expected.numbers("projection"), 1e-12, floor: 0.01)
      #expect(norms == nil && projection == nil)
      #expect(dot.cancellation == nil && dot.overflow == nil)
    }
  }

  @Test func theTextbookExample() throws {
    let dot = try DotProduct([1, 2, 3], [4, 5, 6])
    #expect(dot.products == [4, 10, 18] && dot.partialSums == [4, 14, 32] && dot.dot == 32)
    #expect(isClose(dot.uNorm, 3.7416573867739413, 1e-15))
  }

  @Test(
    arguments: [
      ([1.0, 2, 3], [1.0, 2, 3], 1.0, 0.0), ([1, 2, 3], [10, 20, 30], 1, 0),
      ([0.1, 0.2, 0.3], [3, 6, 9], 1, 0), ([1, 2, 3], [-1, -2, -3], -1, 180),
      ([1, 2], [2, -1], 0, 90), ([3e200, 4e200], [3e-200, 4e-200], 1, 0),
      ([1e-200, 0], [0, 1e-200], 0, 90), ([1e300, 0], [1e300, 0], 1, 0),
      ([1.5e308, 1.5e308], [1.5e308, 1.5e308], 1, 0), ([1.5e308, 0], [0, 1], 0, 90),
    ] as [([Double], [Double], Double, Double)])
  func anglesThatAreExact(_ u: [Double], _ v: [Double], _ cosine: Double, _ degrees: Double) throws
  {
    let dot = try DotProduct(u, v)
    #expect(dot.cosine == cosine && dot.angleDegrees == degrees)
  }

  @Test func entriesThatAreNoNumbers() throws {
    let dot = try DotProduct([.nan, 1], [1, 1])
    #expect(dot.dot.isNaN && dot.cosine?.isNaN == true && dot.angleDegrees?.isNaN == true)
    #expect(dot.overflow == nil && dot.cancellation == nil)
    #expect(try DotProduct([.infinity, 1], [1, 1]).cosine?.isNaN == true)
  }

  @Test func anAngleTooSmallForTheArcCosine() throws {
    let dot = try DotProduct([1, 0], [1, 1e-9])
    #expect(isClose(dot.angleDegrees ?? .nan, 1e-9 * 180 / .pi, 1e-12))
  }

  @Test func stretchingChangesTheDotProductAndNotTheCosine() throws {
    let (short, long) = (try DotProduct([1, 2], [3, 1]), try DotProduct([10, 20], [3, 1]))
    #expect(long.dot == 10 * short.dot)
    #expect(isClose(long.cosine ?? .nan, short.cosine ?? .nan, 1e-15))
  }

  @Test func normsAndProjectionsOfExtremeVectors() throws {
    #expect(isClose([3e200, 4e200].norm, 5e200, 1e-15))
    #expect(isClose([3e-200, 4e-200].norm, 5e-200, 1e-15))
    #expect([Double]().norm == 0)
    #expect([Double.infinity, 1].norm == .infinity)
    #expect([Double.nan, 1].norm.isNaN)
    let projection = try DotProduct([1e200, 1e200], [1e200, 0]).projection
    #expect(projection == [1e200, 0])
  }

  @Test func anExactZeroIsNoCancellation() throws {
    #expect(try DotProduct([1, -1], [1, 1]).cancellation == nil)
    #expect(try DotProduct([0.1, 0.2, -0.3], [1, 1, 1]).cancellation?.index == 2)
    #expect(try DotProduct([], []).dot == 0)
  }

  /// What is orthogonal in exact arithmetic is so here too, however large or small its parts.
  @Test(arguments: [
    ([1e200, 2e200], [2e200, -1e200]), ([3e-200, 1e-200], [1e-200, -3e-200]),
    ([1e300, 1e300, 0], [1e-300, -1e-300, 5e-300]), ([1e200, 1e200], [1e200, -1e200]),
  ])
  func orthogonalAtTheEndsOfTheRange(u: Vector, v: Vector) throws {
    let product = try DotProduct(u, v)
    #expect(product.projection == v.map { _ in 0 })
    #expect(product.cosine == 0 && product.angleDegrees == 90)
    #expect(!product.cosineVanishes && !v.indices.contains(where: product.projectionVanishes))
  }
}
