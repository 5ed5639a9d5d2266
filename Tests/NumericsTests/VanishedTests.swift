import Testing

@testable import Numerics

/// What is not 0 and smaller than any double is never told as 0; what is 0, and what is masked, is.
@Suite struct VanishedTests {
  @Test func productsAndWhatFollowsFromThem() throws {
    let trace = try DotProduct([1e-300, 0, -1e-300], [1e-300, 1, 1e-300])
    #expect(trace.u.indices.map(trace.productVanishes) == [true, false, true])
    #expect(trace.u.indices.map(trace.partialSumVanishes) == [true, true, true])
    #expect(trace.dotVanishes && trace.underflows)
    #expect(NumberText().vanished(trace.products[0]) == "<5e-324")
    #expect(NumberText().vanished(trace.products[2]) == ">−5e-324")
  }

  @Test func aCosineIsMeasuredAtLengthOne() throws {
    let trace = try DotProduct([1e-300, 0], [1e-300, 1])
    #expect(trace.cosine == 1e-300 && !trace.cosineVanishes)
    #expect([0, 1].map(trace.projectionVanishes) == [true, true])
  }

  @Test func trueZerosAreZero() throws {
    let trace = try DotProduct([1, 0, 2], [0, 5, 0])
    #expect(!trace.underflows && !trace.dotVanishes && !trace.cosineVanishes)
    #expect(!trace.u.indices.contains(where: trace.projectionVanishes))
    let cancelled = try DotProduct([1, 1], [1, -1])
    #expect(!cancelled.underflows && !cancelled.dotVanishes)
  }

  @Test func powersAndWeights() {
    let softmax = Softmax([1003, 0, -.infinity])
    #expect([0, 1, 2].map(softmax.exponentialVanishes) == [false, true, false])
    #expect([0, 1, 2].map(softmax.weightVanishes) == [false, true, false])
    let limit = Softmax([2, 1], temperature: 0)
    #expect(![0, 1].contains(where: limit.weightVanishes))
    let sampling = Sampling([1003, 0, -1], topK: 2)
    #expect([0, 1, 2].map(sampling.probabilityVanishes) == [false, true, false])
  }

  @Test func attentionTellsAMaskedCellFromOneThatVanished() throws {
    let attention = try Attention(
      query: Matrix("100 0"), key: Matrix("0 0; 100 0; 1 1"), value: Matrix("1 2; 3 4; 5 0"),
      mask: .padding([false, true, true]))
    func at(_ step: AttentionStep, _ column: Int = 0) -> [Bool] {
      (0..<3).map { attention.vanishes(AttentionCell(step, query: 0, key: $0, column: column)) }
    }
    #expect(at(.scores) == [false, false, false])
    #expect(at(.exponentials) == [false, false, true])
    #expect(at(.weights) == [false, false, true])
    #expect(at(.terms, 0) == [false, false, true])
    #expect(at(.terms, 1) == [false, false, false])
  }

  @Test func linesSayIt() throws {
    let attention = try Attention(
      query: Matrix("100 0"), key: Matrix("0 0; 100 0"), value: Matrix("1; 3"))
    let lines =
      attention.derivation(of: AttentionCell(.weights, query: 0, key: 0), numbers: NumberText())?
      .lines ?? []
    let texts = lines.suffix(3).map { "\($0.label) \($0.expression) = \($0.result ?? "")" }
    #expect(
      texts == [
        "exp e^−7071 = 0 (underflow)", "sum <5e-324 + 1 = 1",
        "weight <5e-324 ÷ 1 = 0 (underflow)",
      ])
  }

  @Test func gradientsThroughAWeightThatVanished() throws {
    let attention = try Attention(
      query: Matrix("100 0"), key: Matrix("0 0; 100 0"), value: Matrix("1; 3"))
    let back = try AttentionGradients(of: attention)
    #expect(back.valueVanishes(0, 0, of: attention) && !back.valueVanishes(1, 0, of: attention))
    #expect(back.scoreVanishes(0, 0, of: attention))
    #expect(back.keyVanishes(1, 0, of: attention) && !back.keyVanishes(1, 1, of: attention))
    #expect(back.queryVanishes(0, 0, of: attention) && !back.queryVanishes(0, 1, of: attention))
  }
}
