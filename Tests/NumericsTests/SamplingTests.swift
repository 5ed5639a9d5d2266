import JSONText
import Testing

@testable import Numerics

@Suite struct SamplingTests {
  @Test func agreesWithNumPy() throws {
    for (index, expected) in try Fixture.load("samplings.json").enumerated() {
      let sampling = Sampling(
        try expected.numbers("scores"), temperature: try expected.number("temperature"),
        topK: expected["k"]?.int, topP: expected["p"]?.double)
      #expect(try sampling.kept == expected.ints("kept"), "case \(index)")
      let problem = mismatch(
        sampling.probabilities, try expected.numbers("probabilities"), 1e-12)
      #expect(problem == nil, "case \(index)")
      let drawn = try expected.numbers("points").map { sampling.token(at: $0) }
      #expect(try drawn == expected.ints("drawn"))
    }
  }

  @Test func topPKeepsTheTokenThatReachesIt() {
    let scores = [0.5, 0.3, 0.2].map { 8 * $0 }
    let shares = Softmax(scores).weights
    #expect(Sampling(scores, topP: shares[0] + shares[1]).kept == [0, 1])
    #expect(Sampling(scores, topP: 0).kept == [0])
    #expect(Sampling(scores, topP: 1).kept == [0, 1, 2])
    #expect(Sampling(scores, topP: .nan).kept.first == 0)
  }

  @Test func topKKeepsAtLeastOneAndAtMostAll() {
    #expect(Sampling([1, 3, 2], topK: 2).order == [1, 2, 0])
    #expect(Sampling([1, 3, 2], topK: 2).kept == [1, 2])
    #expect(Sampling([1, 3, 2], topK: 0).kept == [1])
    #expect(Sampling([1, 3, 2], topK: -4).kept == [1])
    #expect(Sampling([1, 3, 2], topK: 99).kept == [1, 2, 0])
    #expect(Sampling([2, 2, 2], topK: 2).kept == [0, 1])
  }

  @Test func temperatureZeroDrawsTheLikeliest() {
    var generator = SeededGenerator(seed: 1)
    let sampling = Sampling([1, 5, 5, 0], temperature: 0)
    #expect(sampling.probabilities == [0, 0.5, 0.5, 0])
    for _ in 0..<50 {
      #expect([1, 2].contains(sampling.draw(using: &generator)))
    }
  }

  @Test func drawsFollowTheProbabilities() {
    var generator = SeededGenerator(seed: 21)
    let sampling = Sampling([2, 1, 0, -1], topK: 3)
    var counts = [0.0, 0, 0, 0]
    for _ in 0..<4_000 { if let token = sampling.draw(using: &generator) { counts[token] += 1 } }
    for (count, probability) in zip(counts, sampling.probabilities) {
      #expect((count / 4_000 - probability).magnitude < 0.03)
    }
    #expect(counts[3] == 0)
  }

  @Test func withoutTokensThereIsNothingToDraw() {
    var generator = SeededGenerator(seed: 1)
    #expect(Sampling([], topK: 3, topP: 0.5).draw(using: &generator) == nil)
  }

  /// A share that is not all of it reads as less, however few decimals there is room for, and none reads as nothing.
  @Test(arguments: 2...4) func noShareReadsAsAll(most: Int) throws {
    for gap in 1...17 {
      let scores = [Double(gap)] + (0..<15).map { -Double($0) / 4 }
      let sampling = Sampling(scores, temperature: 1, topK: nil, topP: nil)
      let digits = SamplingDigits(sampling, most: most, NumberText(significant: 3))
      let rows = [
        (sampling.softmax.weights, digits.softmax.weights), (sampling.probabilities, digits.shares),
      ]
      for (shares, style) in rows {
        for share in shares {
          let shown = try #require(style.text(share).shownNumber)
          #expect(shown > 0 && shown < 1, "\(share) reads \(style.text(share))")
        }
      }
    }
  }
}
