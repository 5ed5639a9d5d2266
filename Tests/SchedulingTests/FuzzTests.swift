import JSONText
import Scheduling
import Testing

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
}
