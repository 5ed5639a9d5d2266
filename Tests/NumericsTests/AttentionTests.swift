import Formulas
import JSONText
import Testing

@testable import Numerics

@Suite struct AttentionTests {
  @Test func everyIntermediateAgreesWithNumPyAndTorch() throws {
    let cases = try AttentionCase.all()
    #expect(cases.count == 1200)
    for expected in cases {
      let attention = try expected.attention()
      var compared = [
        ("weights", attention.weights.elements, 0), ("output", attention.output.elements, 0.1),
      ]
      if expected.isComplete {
        compared += [
          ("scores", attention.scores.elements, 0.1), ("scaled", attention.scaled.elements, 0.1),
          ("masked", attention.masked.elements, 0.1),
          ("rowMaxima", attention.rowMaxima.map { $0 ?? -.infinity }, 0.1),
          ("shifted", attention.shifted.elements, 0.1),
          ("exponentials", attention.exponentials.elements, 0), ("rowSums", attention.rowSums, 0),
        ]
      }
      for (name, numbers, floor) in compared {
        let problem = mismatch(numbers, try expected.numbers(name), 1e-12, floor: floor)
        #expect(problem == nil, "\(name) of case \(expected.seed)")
      }
    }
    #expect(cases.count { $0.isComplete } == 350)
  }

  @Test func theSteppersExample() throws {
    let attention = try Attention(
      query: Matrix("1 0; 0 1"), key: Matrix("1 0; 0 1; 1 1"), value: Matrix("1 2; 3 4; 5 6"))
    #expect(attention.scores == (Matrix("1 0 1; 0 1 1")))
    #expect(
      NumberText(significant: 3).aligned(attention.exponentials)[0] == ["1.000", "0.493", "1.000"])
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
    for expected in try Fixture.load("heads.json") {
      var generator = SeededGenerator(seed: try expected.seed)
      let (n, m) = (try expected.int("n"), try expected.int("m"))
      let query = generator.matrix(n, try expected.int("d"))
      let key = generator.matrix(m, try expected.int("d"))
      let value = generator.matrix(m, try expected.int("w"))
      let heads = try expected.int("heads")
      let attention = try MultiHeadAttention(
        query: query, key: key, value: value, heads: heads,
        mask: expected["causal"]?.bool == true ? .causal : .none)
      #expect(attention.heads.count == heads)
      let problem = mismatch(
        attention.output.elements, try expected.numbers("output"), 1e-12, floor: 0.1)
      #expect(problem == nil)
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
      AttentionStep.always.map(\.title)
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
      ("0. 1.; 1. 1.", .additive(Matrix(rows: 2, columns: 2) { $0 + $1 > 0 ? 1 : 0 })),
      ("0.0 0.0", .additive(Matrix(rows: 1, columns: 2))), ("0 0", .free([[false, false]])),
      ("add 0 1", .additive(Matrix(rows: 1, columns: 2) { Double($0 + $1) })),
      ("hide 0 1; 0 0", .hiding([[false, true], [false, false]])),
      ("keep 1.0 0.0", .free([[true, false]])), ("True False", .free([[true, false]])),
      ("hide [[False, True]]", .hiding([[false, true]])), ("padding 1 0", .padding([true, false])),
      ("[[0.5, −∞]]", .additive(Matrix(rows: 1, columns: 2) { $1 == 1 ? -.infinity : 0.5 })),
    ] as [(String, AttentionMask)])
  func masksAsTyped(_ text: String, _ expected: AttentionMask) throws {
    #expect(try AttentionMask(reading: text) == expected)
  }

  /// The three readings of one matrix; torch's two functions take each other's opposite.
  @Test func readingsOfZerosAndOnes() throws {
    let matrix = Matrix("1 0; 1 1")
    func blocked(_ reading: MaskReading) -> [Bool] {
      let mask = AttentionMask(matrix, reading)
      #expect(mask.reading == reading && mask.zerosAndOnes == matrix)
      return mask.addends(queries: 2, keys: 2).elements.map { $0 == -.infinity }
    }
    #expect(blocked(.keep) == [false, true, false, false])
    #expect(blocked(.hide) == [true, false, true, true])
    #expect(blocked(.add) == [false, false, false, false])
    #expect(throws: MaskProblem.matrix(.notZeroOrOne("0.5", NumberPlace(row: 1, column: 2)))) {
      try AttentionMask(reading: "hide 1 0.5")
    }
  }

  @Test func scalesAsTyped() throws {
    #expect(try AttentionScale(reading: "auto") == .auto)
    #expect(try AttentionScale(reading: "none") == AttentionScale.none)
    #expect(try AttentionScale(reading: "0.25") == .value(0.25))
    #expect(throws: NumberProblem.notANumber("fast", NumberPlace())) {
      try AttentionScale(reading: "fast")
    }
    #expect(throws: MaskProblem.matrix(.notFinite("inf", NumberPlace(row: 1, column: 2)))) {
      try AttentionMask(reading: "1 inf")
    }
  }
}
