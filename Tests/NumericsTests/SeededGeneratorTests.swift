import JSONText
import Testing

@testable import Numerics

@Suite struct SeededGeneratorTests {
  @Test func theReferenceSequence() {
    var generator = SeededGenerator(seed: 1_234_567)
    #expect(
      (0..<5).map { _ in generator.next() } == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ])
  }

  @Test func normalsAgreeWithPython() throws {
    var generator = SeededGenerator(seed: 2024)
    for pair in try Fixture.load("normals.json").compactMap(\.array) {
      #expect(mismatch(generator.normals(2), pair.compactMap(\.double), 1e-14) == nil)
    }
  }

  @Test func normalsHaveMeanZeroAndVarianceOne() {
    var generator = SeededGenerator(seed: 8)
    let normals = generator.normals(20_000)
    #expect((normals.total / 20_000).magnitude < 0.03)
    #expect((normals.dot(normals) / 20_000 - 1).magnitude < 0.04)
    #expect(generator.normals(-1).isEmpty)
  }

  @Test func wholeNumbersStayInRangeAndReachEveryValue() {
    var generator = SeededGenerator(seed: 4)
    var counts = [Int](repeating: 0, count: 7)
    for _ in 0..<7_000 { counts[generator.int(in: -3...3) + 3] += 1 }
    #expect(counts.allSatisfy { (850...1150).contains($0) })
    #expect(generator.int(in: 5...5) == 5)
    #expect((Int.min...Int.max).contains(generator.int(in: Int.min...Int.max)))
    #expect(generator.int(in: Int.max - 1...Int.max) >= Int.max - 1)
  }

  @Test func unitsStayBelowOne() {
    var generator = SeededGenerator(seed: 6)
    for _ in 0..<2_000 { #expect((0..<1).contains(generator.unit())) }
  }

  @Test func aCopyGoesOnAsTheOriginal() {
    var first = SeededGenerator(seed: 1)
    _ = first.normal()
    var second = first
    #expect(first == second)
    #expect(first.normals(5) == second.normals(5))
  }
}
