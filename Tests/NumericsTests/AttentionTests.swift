import Testing

@testable import Numerics

@Suite struct AttentionTests {
  @Test func everyIntermediateAgreesWithNumPyAndTorch() throws {
    let cases = try Fixture.load("attention.json", as: AttentionCase.self)
    #expect(cases.count == 1200)
    var complete = 0
    for expected in cases {
      let attention = try expected.attention()
      var problems = [
        mismatch(attention.weights.elements, expected.weights, 1e-12),
        mismatch(attention.output.elements, expected.output, 1e-12, floor: 0.1),
      ]
      if let scores = expected.scores, let scaled = expected.scaled, let masked = expected.masked,
        let maxima = expected.rowMaxima, let shifted = expected.shifted,
        let exponentials = expected.exponentials, let sums = expected.rowSums
      {
        complete += 1
        problems += [
          mismatch(attention.scores.elements, scores, 1e-12, floor: 0.1),
          mismatch(attention.scaled.elements, scaled, 1e-12, floor: 0.1),
          mismatch(attention.masked.elements, masked, 1e-12, floor: 0.1),
          mismatch(attention.rowMaxima.map { $0 ?? -.infinity }, maxima, 1e-12, floor: 0.1),
          mismatch(attention.shifted.elements, shifted, 1e-12, floor: 0.1),
          mismatch(attention.exponentials.elements, exponentials, 1e-12),
          mismatch(attention.rowSums, sums, 1e-12),
        ]
      }
      #expect(problems.compactMap(\.self) == [], "case \(expected.seed)")
    }
    #expect(complete == 350)
  }

  @Test func theSteppersExample() throws {
    let attention = try Attention(
      query: Matrix("1 0; 0 1"), key: Matrix("1 0; 0 1; 1 1"), value: Matrix("1 2; 3 4; 5 6"))
    #expect(attention.scores == (Matrix("1 0 1; 0 1 1")))
    #expect(
      NumberText(significant: 3).aligned(attention.exponentials)[0] == ["1.000", "0.493", "1"])
    #expect(NumberText().text(attention.rowSums[0]) == "2.493")
    #expect(attention.maskedEntries == attention.scaled.rowArrays)
    #expect(attention.overflow == nil)
  }

  @Test func termsAddUpToTheOutput() throws {
    let attention = try Attention(
      query: Matrix("1 0; 0 1"), key: Matrix("1 0; 0 1; 1 1"), value: Matrix("1 2; 3 4; 5 6"),
      mask: .causal)
    for i in 0..<2 {
      let terms = attention.terms(query: i)
      for c in 0..<2 { #expect(terms.column(c).total == attention.output[i, c]) }
    }
    #expect(attention.terms(query: 0).rowArrays == [[1, 2], [0, 0], [0, 0]])
    #expect(attention.maskedEntries[0][1] == nil && attention.maskedEntries[1][1] != nil)
  }

  @Test func headsAgreeWithTorch() throws {
    struct Heads: Decodable {
      let seed: UInt64
      let n, m, d, w, heads: Int
      let causal: Bool
      let output: [Double]
    }
    for expected in try Fixture.load("heads.json", as: Heads.self) {
      var generator = SeededGenerator(seed: expected.seed)
      let query = generator.matrix(expected.n, expected.d)
      let key = generator.matrix(expected.m, expected.d)
      let value = generator.matrix(expected.m, expected.w)
      let attention = try MultiHeadAttention(
        query: query, key: key, value: value, heads: expected.heads,
        mask: expected.causal ? .causal : .none)
      #expect(attention.heads.count == expected.heads)
      #expect(mismatch(attention.output.elements, expected.output, 1e-12, floor: 0.1) == nil)
    }
  }

  @Test func oneHeadIsPlainAttention() throws {
    var generator = SeededGenerator(seed: 5)
    let (query, key) = (generator.matrix(3, 4), generator.matrix(5, 4))
    let value = generator.matrix(5, 2)
    let heads = try MultiHeadAttention(query: query, key: key, value: value, heads: 1)
    let plain = try Attention(query: query, key: key, value: value)
    #expect(heads.heads == [plain] && heads.output == plain.output)
    #expect(throws: ShapeProblem.heads(3, width: 4, valueWidth: 2)) {
      try MultiHeadAttention(query: query, key: key, value: value, heads: 3)
    }
    #expect(throws: ShapeProblem.heads(0, width: 4, valueWidth: 2)) {
      try MultiHeadAttention(query: query, key: key, value: value, heads: 0)
    }
  }

  @Test func stepsAreNine() {
    #expect(
      AttentionStep.allCases.map(\.title)
        == ["scores", "scale", "mask", "−max", "exp", "sum", "weights", "terms", "output"])
    for step in AttentionStep.allCases {
      #expect(step.explanation.hasSuffix(".") && !step.formula.isEmpty)
    }
  }

  @Test(
    arguments: [
      ("none", AttentionMask.none), ("Causal", .causal),
      ("1 0; 1 1", .free([[true, false], [true, true]])),
      (
        "0 -inf; 0 0",
        .additive(Matrix(rows: 2, columns: 2) { $0 == 0 && $1 == 1 ? -.infinity : 0 })
      ),
      ("[[0.5, −∞]]", .additive(Matrix(rows: 1, columns: 2) { $1 == 1 ? -.infinity : 0.5 })),
    ] as [(String, AttentionMask)])
  func masksAsTyped(_ text: String, _ expected: AttentionMask) throws {
    #expect(try AttentionMask(reading: text) == expected)
  }

  @Test func scalesAsTyped() throws {
    #expect(try AttentionScale(reading: "auto") == .auto)
    #expect(try AttentionScale(reading: "none") == AttentionScale.none)
    #expect(try AttentionScale(reading: "0.25") == .value(0.25))
    #expect(throws: NumberProblem.notANumber("fast", NumberPlace())) {
      try AttentionScale(reading: "fast")
    }
    #expect(throws: NumberProblem.notFinite("inf", NumberPlace(row: 1, column: 2))) {
      try AttentionMask(reading: "1 inf")
    }
  }
}
