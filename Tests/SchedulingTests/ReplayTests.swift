import Scheduling
import TestSupport
import Testing

@Suite struct ReplayTests {
  private let noon = 1_767_268_800_000  // 1 January 2026, 12:00 UTC
  private let day = 86_400_000

  private func row(
    _ number: Int, _ kind: Review.Kind, after milliseconds: Int, question: String = "q",
    offset: Int = 0
  ) -> Review {
    Review(
      id: ReviewID(bits: UInt128(number)), question: question, kind: kind,
      time: noon + milliseconds, offset: offset)
  }

  @Test func aLogBecomesTheCardsThatTheSchedulerGives() throws {
    let scheduler = Scheduler(fuzz: false)
    let log = [
      row(1, .answer(.good), after: 0), row(2, .answer(.good), after: 600_000),
      row(3, .answer(.again), after: 3 * day), row(4, .answer(.easy), after: 0, question: "r"),
      row(5, .skip, after: 4 * day), row(6, .skip, after: 0, question: "s"),
    ]
    let cards = History(log).cards(by: scheduler)
    #expect(cards.keys.sorted() == ["q", "r"])
    var memory: MemoryState?
    for (grade, days) in [(Grade.good, 0), (.good, 0), (.again, 3)] {
      memory = scheduler.memory(after: grade, from: memory, days: days)
    }
    let card = try #require(cards["q"])
    #expect(card.memory == memory)
    #expect(card.reviews == 3)
    #expect(card.lapses == 1)
    #expect(card.day.iso == "2026-01-04")
    #expect(card.dueDay == card.day)
    #expect(cards["r"]?.dueDay.iso == "2026-01-09")
  }

  @Test func theOrderOfRowsDoesNotMatter() {
    var random = SplitMix(seed: 3)
    let log = (0..<60).map { number in
      row(
        number, .answer(Grade.allCases[number % 4]), after: number / 2 * day / 3,
        question: "\(number % 5)")
    }
    let cards = History(log).cards(by: Scheduler())
    for _ in 0..<20 {
      #expect(History(log.shuffled(using: &random)).cards(by: Scheduler()) == cards)
    }
  }

  @Test func whatIsVoidedNeverHappened() {
    let first = row(1, .answer(.good), after: 0)
    let second = row(2, .answer(.again), after: day)
    let void = row(3, .void(second.id), after: day + 1)
    let alone = History([first]).cards(by: Scheduler())
    #expect(History([first, second, void]).cards(by: Scheduler()) == alone)
    #expect(History([void, second, first]).cards(by: Scheduler()) == alone)
    #expect(History([first, second, void, void]).cards(by: Scheduler()) == alone)
    // Taking back what was taken back changes nothing, and an unknown row neither.
    let more = [
      row(4, .void(void.id), after: day + 2), row(5, .void(ReviewID(bits: 99)), after: 0),
    ]
    #expect(History([first, second, void] + more).cards(by: Scheduler()) == alone)
  }

  @Test func undoGoesBackToTheBeginning() {
    var log = (1...3).map { row($0, .answer(.good), after: $0) }
    var undone: [ReviewID] = []
    while let last = History(log).last() {
      undone.append(last.entry.id)
      log.append(row(100 + undone.count, .void(last.entry.id), after: 100 + undone.count))
    }
    #expect(undone == [3, 2, 1].map { ReviewID(bits: $0) })
    #expect(History(log).cards(by: Scheduler()).isEmpty)
  }

  @Test func theWitnessSeesWhatCounts() throws {
    var seen: [(id: ReviewID, chance: Double?)] = []
    let log = [
      row(1, .answer(.easy), after: 0), row(2, .answer(.good), after: 9 * day),
      row(3, .answer(.good), after: 10 * day), row(4, .void(ReviewID(bits: 3)), after: 11 * day),
    ]
    _ = History(log).cards(by: Scheduler()) {
      seen.append(($0.entry.id, $0.chance))
    }
    #expect(seen.map(\.id) == [ReviewID(bits: 1), ReviewID(bits: 2)])
    let first = try #require(History([log[0]]).cards(by: Scheduler())["q"])
    #expect(seen.map(\.chance) == [nil, first.retrievability(on: first.day.advanced(by: 9))])
  }

  @Test func aQuestionIsDueAfterItsStepOrOnItsDay() throws {
    let scheduler = Scheduler(fuzz: false)
    let step = try #require(History([row(1, .answer(.again), after: 0)]).cards(by: scheduler)["q"])
    #expect(!step.isDue(at: noon + 59_999, on: step.day))
    #expect(step.isDue(at: noon + 60_000, on: step.day))
    #expect(step.isDue(at: noon, on: step.day.advanced(by: 1)))
    #expect(!step.isDue(at: noon - day, on: step.day.advanced(by: -1)))

    let known = try #require(History([row(1, .answer(.easy), after: 0)]).cards(by: scheduler)["q"])
    #expect(!known.isDue(at: noon + 100 * day, on: known.day.advanced(by: 7)))
    #expect(known.isDue(at: noon, on: known.day.advanced(by: 8)))
    #expect(known.retrievability(on: known.day) == 1)
    #expect(known.retrievability(on: known.day.advanced(by: 8)) > 0.9)
    #expect(known.retrievability(on: known.day.advanced(by: 9)) < 0.9)
    // Shown just now, and yet answered wrongly.
    #expect(step.retrievability(on: step.day) == 1 && step.known(on: step.day) == 0)
    let tomorrow = step.day.advanced(by: 1)
    #expect(step.known(on: tomorrow) == step.retrievability(on: tomorrow))
    #expect(known.known(on: known.day) == 1)
  }

  /// Both answers are of 2 January in Tokyo, though 24 hours apart, the second given in Honolulu.
  @Test func aFlightToTheWestMakesAReviewOfTheSameDay() throws {
    let scheduler = Scheduler(fuzz: false)
    let log = [
      row(1, .answer(.easy), after: 8 * 3_600_000, offset: 540),
      row(2, .answer(.good), after: 25 * 3_600_000, offset: -600),
    ]
    let first = scheduler.memory(after: .easy, from: nil, days: 0)
    let second = scheduler.memory(after: .good, from: first, days: 0)
    #expect(try #require(History(log).cards(by: scheduler)["q"]).memory == second)
  }

  @Test func theForecastCountsOverdueAsToday() {
    let scheduler = Scheduler(fuzz: false)
    let log = [
      row(1, .answer(.easy), after: 0, question: "a"),
      row(2, .answer(.easy), after: 0, question: "b"),
      row(3, .answer(.again), after: 0, question: "c"),
    ]
    let cards = History(log).cards(by: scheduler)
    let today = StudyDay(time: noon, offset: 0)
    #expect(
      forecast(cards.values.map(\.dueDay), from: today, days: 9) == [1, 0, 0, 0, 0, 0, 0, 0, 2])
    #expect(forecast(cards.values.map(\.dueDay), from: today.advanced(by: 30), days: 2) == [3, 0])
    #expect(forecast(cards.values.map(\.dueDay), from: today, days: 3) == [1, 0, 0])
    #expect(forecast(cards.values.map(\.dueDay), from: today, days: 0) == [])
    #expect(forecast(cards.values.map(\.dueDay), from: today, days: -1) == [])
  }
}
