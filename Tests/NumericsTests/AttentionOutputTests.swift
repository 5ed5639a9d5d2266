import JSONText
import Testing

@testable import Numerics

@Suite struct AttentionOutputTests {
  @Test func agreesWithTheTraceInEveryFixture() throws {
    for expected in try AttentionCase.all() {
      let inputs = expected.inputs
      let output = try Attention.output(
        query: inputs.query, key: inputs.key, value: inputs.value, mask: expected.mask,
        scale: expected.scale)
      let problem = mismatch(
        output.elements, try expected.numbers("output"), 1e-12, floor: 0.1)
      #expect(problem == nil, "case \(expected.seed)")
    }
  }

  @Test(arguments: [AttentionMask.none, .causal])
  func agreesWhereQueriesAndColumnsFillSeveralBlocks(mask: AttentionMask) throws {
    var generator = SeededGenerator(seed: 11)
    let (query, key) = (generator.matrix(35, 3), generator.matrix(19, 3))
    let value = generator.matrix(19, 9)
    let trace = try Attention(query: query, key: key, value: value, mask: mask)
    let output = try Attention.output(query: query, key: key, value: value, mask: mask)
    #expect(mismatch(output.elements, trace.output.elements, 1e-13, floor: 1) == nil)
  }

  @Test func agreesWhereTheWidthFillsSeveralTiles() throws {
    var generator = SeededGenerator(seed: 12)
    let (query, key) = (generator.matrix(2, 300), generator.matrix(3, 300))
    let value = generator.matrix(3, 2)
    let trace = try Attention(query: query, key: key, value: value)
    let output = try Attention.output(query: query, key: key, value: value)
    #expect(mismatch(output.elements, trace.output.elements, 1e-12, floor: 1) == nil)
  }

  @Test func maskedEntriesThatAreNotFiniteNeverReachTheOutput() throws {
    var key = Matrix("1 0; 0 1; 1 1")
    var value = Matrix("1 2; 3 4; 5 6")
    key[2, 0] = .nan
    value[2, 1] = .infinity
    let output = try Attention.output(
      query: Matrix("1 0; 0 1"), key: key, value: value, mask: .padding([true, true, false]))
    let clean = try Attention.output(
      query: Matrix("1 0; 0 1"), key: Matrix("1 0; 0 1"), value: Matrix("1 2; 3 4"))
    #expect(mismatch(output.elements, clean.elements, 1e-15) == nil)
  }

  @Test func exponentialsAreExactToTheLastDigits() throws {
    for pair in try Fixture.load("exponentials.json") {
      let numbers = try #require(pair.array).compactMap(\.double)
      let (x, expected) = (try #require(numbers.first), try #require(numbers.last))
      let result = exponential(ofNonpositive: SIMD8(repeating: x))[3]
      let step = max(expected * 2.3e-16, .leastNonzeroMagnitude)
      #expect((result - expected).magnitude <= step, "e^\(x)")
    }
    #expect(exponential(ofNonpositive: SIMD8(repeating: -.infinity))[0] == 0)
  }
}
