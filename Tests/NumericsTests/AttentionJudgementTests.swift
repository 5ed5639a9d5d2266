import Formulas
import Testing

@testable import Formulas
@testable import Numerics

@Suite struct AttentionJudgementTests {
  private let causal: Attention

  init() throws {
    causal = try Attention(
      query: Matrix("1 2 0 1; 0 1 1 0; 2 0 1 1"), key: Matrix("2 1 0 1; 1 1 1 1; 0 2 1 0"),
      value: Matrix("1 0; 0 2; 3 1"), mask: .causal)
  }

  /// All mistakes that lead to the guess; the first of them is what a judgement names.
  private func misconceptions(
    _ guess: Double, _ cell: AttentionCell
  ) throws -> [AttentionMisconception] {
    let judged = try #require(causal.judge(Quantity(guess), at: cell))
    let truth = try #require(causal.value(at: cell))
    let all = causal.mistakes(at: cell).filter {
      !Judgement.agree($0.1, truth) && Judgement.agree(guess, $0.1)
    }
    #expect(judged.mistake == (judged.isRight ? nil : all.first?.0))
    if judged.isRight { return [] }
    return all.compactMap { if case .attention(let mistake) = $0.0 { mistake } else { nil } }
  }

  @Test func rightToTwoDecimals() throws {
    // Scores 1 and 2, scaled ½ and 1: weights 1/(1 + √e) and √e/(1 + √e).
    let judged = causal.judge(0.62, at: AttentionCell(.weights, query: 1, key: 1))
    guard case .right(let truth) = judged else {
      Issue.record("0.62 is \(String(describing: judged))")
      return
    }
    #expect(isClose(truth.value, 0.6224593312018546, 1e-14))
  }

  @Test(
    arguments: [
      // Query 2 scores keys 1, 2, 3 as 1, 2, 3; its scaled scores are half of that.
      (0.7311, AttentionMisconception.unscaled), (0.5622, .dividedByWidth),
      (0.3072, .maskForgotten),
      (0.5065, .multipliedByMask), (2.0, .scoreForWeight), (1.0, .scoreForWeight),
    ] as [(Double, AttentionMisconception)])
  func weightOfTheSecondQueryAndKey(_ guess: Double, _ expected: AttentionMisconception) throws {
    let found = try misconceptions(guess, AttentionCell(.weights, query: 1, key: 1))
    #expect(found.contains(expected), "\(found)")
  }

  @Test func everyMisconceptionIsFoundByItsOwnNumber() throws {
    for misconception in AttentionMisconception.allCases {
      var found = 0
      for step in AttentionStep.allCases {
        for i in 0..<3 {
          for j in 0..<3 {
            let cell = AttentionCell(step, query: i, key: j, column: j % 2)
            for value in misconception.values(at: cell, in: causal) where value.isFinite {
              if try misconceptions(value, cell).contains(misconception) { found += 1 }
            }
          }
        }
      }
      #expect(found > 0, "\(misconception)")
      #expect(misconception.explanation.hasPrefix("This "))
    }
  }

  @Test func aGuessOutOfTheBlueMatchesNothing() throws {
    #expect(try misconceptions(-17, AttentionCell(.weights, query: 1, key: 1)) == [])
    #expect(try misconceptions(.nan, AttentionCell(.weights, query: 1, key: 1)) == [])
  }

  @Test func aFiniteGuessForABlockedScoreIsWrong() throws {
    let cell = AttentionCell(.mask, query: 0, key: 2)
    #expect(causal.judge(Quantity(-.infinity), at: cell)?.isRight == true)
    for guess in [-1e9, 0, 7, .infinity, .nan] {
      #expect(causal.judge(Quantity(guess), at: cell)?.isRight == false)
    }
    // Query 1 and key 3 score 4; half of that is what a forgotten mask leaves.
    let found = try misconceptions(2, cell)
    #expect(found.contains(.maskForgotten) && !found.contains(.multipliedByMask))
    #expect(try misconceptions(0, cell) == [.multipliedByMask])
  }

  @Test func forgettingTheMaximumIsNoMistakeInTheWeights() throws {
    let row = causal.masked.row(2).map { $0 }
    let weights = Softmax(withoutMaximum: row).weights
    for j in 0..<3 {
      let cell = AttentionCell(.weights, query: 2, key: j)
      #expect(causal.judge(Quantity(weights[j]), at: cell)?.isRight == true)
    }
  }
}
