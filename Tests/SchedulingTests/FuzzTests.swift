import JSONText
import TestSupport
import Testing

@testable import Scheduling

@Suite struct FuzzTests {
  @Test func theOraclesRangesAreMet() throws {
    for line in try schedulingFixture("fsrs6_fuzz.jsonl") {
      let range = Fuzz.range(around: try #require(line["days"]?.int))
      #expect(range.lowerBound == line["least"]?.int)
      #expect(range.upperBound == line["most"]?.int)
    }
  }

  @Test func anIntervalStaysInItsRangeAndReachesBothEnds() {
    let plain = Scheduler(fuzz: false).memory(after: .easy, from: nil, days: 0)
    #expect(plain.interval == .days(8))
    var seen: Set<Int> = []
    for count in 0..<200 {
      let seed = Fuzz.seed(question: "k3v9x2", count: count)
      let memory = Scheduler().memory(after: .easy, from: nil, days: 0, seed: seed)
      #expect(memory.stability == plain.stability)
      if case .days(let days) = memory.interval { seen.insert(days) }
    }
    #expect(seen == Set(Fuzz.range(around: 8)))
    #expect(seen == [6, 7, 8, 9, 10])
  }

  @Test func theLongestIntervalIsNeverPassed() {
    #expect(Fuzz.range(around: 36_500).upperBound == 36_500)
    #expect(Fuzz.range(around: 36_500).lowerBound == 34_673)
  }

  @Test func theSeedDependsOnQuestionAndCountAlone() {
    #expect(Fuzz.seed(question: "a", count: 1) == Fuzz.seed(question: "a", count: 1))
    let seeds = ["a", "b", ""].flatMap { question in
      (0..<50).map { Fuzz.seed(question: question, count: $0) }
    }
    #expect(Set(seeds).count == 150)
  }

  /// With one retention, who answers right on time is never asked sooner than the time before.
  @Test(arguments: [0.7, 0.8, 0.9, 0.95, 0.97, 0.99])
  func aRightAnswerNeverComesBackSooner(retention: Double) {
    let scheduler = Scheduler(retention: retention)
    var random = SplitMix(seed: UInt64(retention * 1000))
    let noon = 1_767_268_800_000
    for number in 0..<120 {
      // `04a2nu` fell back at 0.97.
      let question = number == 0 ? "04a2nu" : "q\(number)"
      let hasOthers = number % 3 == 0
      var history = History()
      var (time, last): (Int, Int?) = (noon, nil)
      for count in 0..<30 {
        let draw = random.next() % 20
        let grade: Grade =
          !hasOthers || draw > 4 ? .good : draw == 0 ? .again : draw < 3 ? .hard : .easy
        history.add([
          Review(
            id: ReviewID(bits: UInt128(count)), question: question, kind: .answer(grade),
            time: time, offset: 0)
        ])
        guard let card = history.card(of: question, by: scheduler) else { return }
        switch card.memory.interval {
        case .seconds(let seconds):
          time += seconds * 1_000
          last = nil
        case .days(let days):
          let before = last ?? 0
          #expect(days >= before, "\(question) at \(retention): \(days) after \(before)")
          time += days * 86_400_000
          last = days
        }
      }
    }
  }

  /// Under one seed both ends and what lies between rise with the interval.
  @Test func oneSeedKeepsTheOrder() {
    for count in 0..<50 {
      let seed = Fuzz.seed(question: "a", count: count)
      var last = 0
      for days in 1...3000 {
        let fuzzed = Fuzz.days(around: days, seed: seed)
        #expect(fuzzed >= last && Fuzz.range(around: days).contains(fuzzed))
        last = fuzzed
      }
    }
  }
}
