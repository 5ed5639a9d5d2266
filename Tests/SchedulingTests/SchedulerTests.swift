import JSONText
import Scheduling
import TestSupport
import Testing

@Suite struct SchedulerTests {
  /// Computed by PyPI fsrs 6.3.2, whose days are seconds ÷ 86,400, floored.
  /// The last step is taken again where its minutes have not passed; memory follows the formulas of a same day
  /// all the same, and an answer on another day, or that was easy, needs no minutes.
  @Test func rightTwiceWithinSecondsIsNotLearntYet() {
    let scheduler = Scheduler(fuzz: false)
    let new = scheduler.memory(after: .good, from: nil, days: 0)
    let late = scheduler.memory(after: .good, from: new, days: 0, elapsed: 600)
    #expect(late.phase == .review)
    let early = scheduler.memory(after: .good, from: new, days: 0, elapsed: 599)
    #expect(early.phase == new.phase && early.interval == .seconds(600))
    #expect(early.stability == late.stability && early.difficulty == late.difficulty)
    #expect(scheduler.memory(after: .easy, from: new, days: 0, elapsed: 5).phase == .review)
    #expect(scheduler.memory(after: .good, from: new, days: 1, elapsed: 5).phase == .review)
    let wrong = scheduler.memory(after: .again, from: nil, days: 0)
    #expect(
      scheduler.memory(after: .good, from: wrong, days: 0, elapsed: 5).interval == .seconds(600))
    let lapsed = scheduler.memory(
      after: .again, from: scheduler.memory(after: .easy, from: nil, days: 0), days: 9)
    #expect(
      scheduler.memory(after: .good, from: lapsed, days: 0, elapsed: 5).interval == .seconds(600))
    #expect(scheduler.memory(after: .good, from: lapsed, days: 0, elapsed: 600).phase == .review)
  }

  @Test func theOraclesVectorsAreMet() throws {
    let cards = try schedulingFixture("fsrs6_vectors.jsonl")
    var count = 0
    for card in cards {
      let scheduler = Scheduler(retention: try #require(card["retention"]?.double), fuzz: false)
      var memory: MemoryState?
      var last = 0
      for review in try #require(card["reviews"]?.array) {
        let time = try #require(review["t"]?.int)
        let grade = try #require(review["g"]?.int.flatMap(Grade.init))
        let next = scheduler.memory(
          after: grade, from: memory, days: memory == nil ? 0 : (time - last) / 86_400)
        let stability = try #require(review["S"]?.double)
        let difficulty = try #require(review["D"]?.double)
        #expect(abs(next.stability - stability) <= 1e-9 * stability)
        #expect(abs(next.difficulty - difficulty) <= 1e-9 * difficulty)
        #expect(next.phase == phase(review))
        #expect(next.seconds == review["ivl_s"]?.int)
        memory = next
        last = time
        count += 1
      }
    }
    #expect(cards.count == 200)
    #expect(count == 1_778)
  }

  private func phase(_ review: JSON) -> MemoryState.Phase? {
    switch (review["state"]?.int, review["step"]?.int) {
    case (1, let step?): .learning(step: step)
    case (2, nil): .review
    case (3, let step?): .relearning(step: step)
    default: nil
    }
  }

  @Test func hardRepeatsAStepAndTheFirstWaitsForTheMean() {
    let scheduler = Scheduler(fuzz: false)
    let first = scheduler.memory(after: .hard, from: nil, days: 0)
    #expect(first.phase == .learning(step: 0))
    #expect(first.interval == .seconds(330))
    let second = scheduler.memory(after: .good, from: first, days: 0)
    #expect(second.interval == .seconds(600))
    #expect(scheduler.memory(after: .hard, from: second, days: 0).interval == .seconds(600))
    #expect(scheduler.memory(after: .again, from: second, days: 0).interval == .seconds(60))
    let known = scheduler.memory(after: .easy, from: nil, days: 0)
    let lapsed = scheduler.memory(after: .again, from: known, days: 9)
    #expect(lapsed.phase == .relearning(step: 0))
    #expect(lapsed.interval == .seconds(600))
    #expect(scheduler.memory(after: .hard, from: lapsed, days: 0).interval == .seconds(900))
    #expect(scheduler.memory(after: .good, from: lapsed, days: 0).phase == .review)
  }

  @Test func recallFallsToNineInTenAfterTheStability() {
    let memory = MemoryState(phase: .review, stability: 30, difficulty: 5, interval: .days(30))
    #expect(memory.retrievability(afterDays: 0) == 1)
    #expect(abs(memory.retrievability(afterDays: 30) - 0.9) < 1e-12)
    #expect(memory.retrievability(afterDays: -5) == 1)
    #expect(memory.retrievability(afterDays: 36_500) > 0)
  }

  @Test func aHigherDesiredRetentionComesBackSooner() {
    let days = [0.7, 0.8, 0.9, 0.95, 0.99].map { retention in
      Scheduler(retention: retention, fuzz: false)
        .memory(after: .easy, from: nil, days: 0).seconds / 86_400
    }
    #expect(days == days.sorted(by: >))
    #expect(days[2] == 8)
    #expect(Set(days).count == days.count)
  }

  @Test(arguments: [(0, 0.7), (-1, 0.7), (1, 0.99), (7, 0.99), (Double.nan, 0.9)])
  func aSenselessRetentionIsMovedIntoItsBounds(given: Double, used: Double) {
    #expect(Scheduler(retention: given).retention == used)
  }

  @Test func nothingLeavesItsBounds() {
    var random = SplitMix(seed: 7)
    for _ in 0..<200 {
      var memory: MemoryState?
      for _ in 0..<30 {
        let grade = Grade.allCases[random.int(below: 4)]
        let days = random.int(below: 3) * random.int(below: 100_000)
        let next = Scheduler().memory(after: grade, from: memory, days: days, seed: random.next())
        #expect((1...10).contains(next.difficulty))
        #expect(next.stability >= 0.001 && next.stability.isFinite)
        #expect((60...36_500 * 86_400).contains(next.seconds))
        memory = next
      }
    }
  }

  @Test(arguments: [
    (false, 0, Grade.again), (false, 2, .again), (true, 0, .good), (true, 1, .hard),
    (true, 2, .hard),
  ]) func gradesFollowFromTheFirstTry(correct: Bool, hints: Int, grade: Grade) {
    #expect(Grade(correct: correct, hints: hints) == grade)
  }
}

extension MemoryState {
  fileprivate var seconds: Int {
    switch interval {
    case .seconds(let seconds): seconds
    case .days(let days): days * 86_400
    }
  }
}
