import Libc
import JSONText
import TestSupport
import Testing

@testable import Scheduling

/// Weights other than the published ones, and such as are fitted to one's own answers.
@Suite struct WeightFitTests {
  private struct Learner {
    let cards: [AnswerSequence]
    let weights: Weights
    let count: Int
    let published: Double
    let fitted: Double
  }

  private static func learners() throws -> [Learner] {
    try schedulingFixture("fsrs6_fit.jsonl").map { line in
      let cards = try #require(line["cards"]?.array).map { card in
        let numbers = try #require(card.array).compactMap(\.int)
        return AnswerSequence(
          stride(from: 0, to: numbers.count, by: 2).compactMap { index in
            Grade(rawValue: numbers[index]).map {
              AnswerSequence.Answer($0, days: numbers[index + 1])
            }
          })
      }
      return Learner(
        cards: cards,
        weights: try weights(line),
        count: try #require(line["count"]?.int),
        published: try #require(line["published"]?.double),
        fitted: try #require(line["fitted"]?.double))
    }
  }

  private static func weights(_ line: JSON) throws -> Weights {
    let values = try #require(line["weights"]?.array).compactMap(\.double)
    return try #require(Weights(values))
  }

  /// Computed by PyPI fsrs 6.3.2 under 80 sets of weights and six desired retentions.
  @Test func theOraclesVectorsUnderOtherWeightsAreMet() throws {
    let lines = try schedulingFixture("fsrs6_weights.jsonl")
    for line in lines {
      let weights = try Self.weights(line)
      let scheduler = Scheduler(
        retention: try #require(line["retention"]?.double), fuzz: false, weights: weights)
      var memory: MemoryState?
      for review in try #require(line["reviews"]?.array) {
        let days = try #require(review["days"]?.int)
        if let memory {
          let chance = try #require(review["R"]?.double)
          #expect(abs(memory.retrievability(afterDays: days) - chance) <= 1e-9)
        }
        let grade = try #require(review["g"]?.int.flatMap(Grade.init))
        let next = scheduler.memory(after: grade, from: memory, days: days)
        let stability = try #require(review["S"]?.double)
        let difficulty = try #require(review["D"]?.double)
        #expect(abs(next.stability - stability) <= 1e-9 * stability)
        #expect(abs(next.difficulty - difficulty) <= 1e-9 * difficulty)
        let seconds =
          switch next.interval {
          case .seconds(let seconds): seconds
          case .days(let days): days * 86_400
          }
        #expect(seconds == review["ivl_s"]?.int)
        memory = next
      }
    }
    #expect(lines.count == 80)
  }

  /// The loss is what the oracle computes, under its weights and under the published ones.
  @Test func theOraclesLossesAreMet() throws {
    let learners = try Self.learners()
    #expect(learners.count == 20)
    for learner in learners {
      #expect(learner.cards.reduce(0) { $0 + $1.count } == learner.count)
      #expect(abs(Weights.published.loss(learner.cards) - learner.published) < 1e-9)
      #expect(abs(learner.weights.loss(learner.cards) - learner.fitted) < 1e-9)
    }
  }

  /// A step in each weight changes the loss as its slope says.
  @Test func slopesAreThoseOfSmallSteps() throws {
    let cards = Array(try Self.learners()[0].cards.prefix(12))
    let values = Weights.published.values.map { $0 * 1.05 }
    func loss(_ values: [Double]) -> Double {
      var sum = 0.0
      for card in cards {
        card.loss(FSRS(values)) { chance, isKnown in sum += LogLoss.of(chance, isKnown) }
      }
      return sum
    }
    var slopes = Slopes()
    for card in cards {
      card.loss(FSRS(Dual.weights(values))) { chance, isKnown in
        slopes += chance.slopes * LogLoss.slope(chance.value, isKnown)
      }
    }
    for index in values.indices {
      let step = 1e-5 * max(0.01, values[index])
      var (more, less) = (values, values)
      more[index] += step
      less[index] -= step
      let slope = (loss(more) - loss(less)) / (2 * step)
      #expect(abs(slopes[index] - slope) <= 1e-5 * max(1, abs(slope)), "w\(index)")
    }
  }

  /// On each of twenty simulated learners: at least as good as torch's fit, but for one percent.
  @Test func aFitIsAsGoodAsTheOracles() throws {
    for learner in try Self.learners() {
      var fit = WeightFit(learner.cards)
      while !fit.isDone { fit.advance() }
      let loss = fit.weights.loss(learner.cards)
      #expect(loss <= learner.fitted * 1.01, "\(loss) is more than \(learner.fitted)")
      #expect(loss < learner.published)
    }
  }

  @Test func theSameAnswersGiveTheSameWeights() throws {
    let cards = try Self.learners()[3].cards
    func fitted() -> Weights {
      var fit = WeightFit(cards)
      var last = 0.0
      while !fit.isDone {
        fit.advance()
        #expect(fit.progress > last)
        last = fit.progress
      }
      return fit.weights
    }
    let weights = fitted()
    #expect(weights == fitted() && weights != .published)
    #expect(Weights(text: weights.text) == weights)
  }

  @Test func nothingToFitToLeavesThePublishedOnes() {
    var fit = WeightFit([AnswerSequence([.init(.good, days: 0), .init(.good, days: 0)])])
    #expect(fit.isDone && fit.progress == 1)
    fit.advance()
    #expect(fit.weights == .published)
  }

  /// Whatever the answers, each weight stays where the formulas make sense.
  @Test func weightsStayWithinTheirBounds() throws {
    var random = SplitMix(seed: 11)
    let cards = (0..<60).map { _ in
      AnswerSequence(
        (0..<12).map { index in
          AnswerSequence.Answer(
            Grade.allCases[random.int(below: 4)], days: index == 0 ? 0 : random.int(below: 3) * 400)
        })
    }
    var fit = WeightFit(cards)
    while !fit.isDone { fit.advance() }
    #expect(zip(fit.weights.values, Weights.bounds).allSatisfy { $1.contains($0) })
    #expect(fit.weights.loss(cards).isFinite)
  }

  @Test func aTrialHoldsOutTheSameQuestionsEachTime() {
    let sequences = (0..<200).map { number in
      ("q\(number)", AnswerSequence([.init(.good, days: 0), .init(.good, days: 3)]))
    }
    let trial = FitTrial(sequences)
    #expect(trial.count == 200 && (25...60).contains(trial.heldOutCount))
    #expect(FitTrial(sequences.reversed()).heldOutCount == trial.heldOutCount)
  }
}
