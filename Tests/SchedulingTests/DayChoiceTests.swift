import Testing

@testable import Scheduling

/// The days on which questions come back, where the fuzz leaves a choice.
@Suite struct DayChoiceTests {
  private let noon = 1_767_268_800_000
  private let day = 86_400_000

  /// An Easy at first: eight days by FSRS-6, six to ten with its fuzz.
  private func row(_ number: Int, _ version: String) -> Review {
    Review(
      id: ReviewID(bits: UInt128(number)), question: "q", kind: .answer(.easy), time: noon,
      offset: 0, version: version)
  }

  private func interval(_ version: String, _ scheduler: Scheduler = Scheduler()) -> Interval? {
    History([row(1, version)]).card(of: "q", by: scheduler)?.memory.interval
  }

  @Test func aRowSaysWhichDayWasChosen() {
    for days in 6...10 { #expect(interval("1@\(days)") == .days(days)) }
    let card = History([row(1, "1@7")]).card(of: "q", by: Scheduler())
    #expect(card?.dueDay == StudyDay(time: noon + 7 * day, offset: 0))
  }

  /// Whoever wrote it: no interval is outside of what the fuzz allows.
  @Test(arguments: [
    "1@5", "1@11", "1@36500", "1@0", "1@-7", "1@7.0", "1@07", "1@", "1@7@", "1@٧", "@x",
  ])
  func whatTheFuzzDoesNotAllowIsNotRead(version: String) {
    #expect(interval(version) == interval("1"))
  }

  @Test func thatDependsOnTheScheduleInForce() {
    #expect(interval("1@7", Scheduler(fuzz: false)) == .days(8))
    let seldom = Scheduler(retention: 0.8)
    #expect(interval("1@7", seldom) == interval("1", seldom))
  }

  @Test func theVersionIsReadBack() {
    let scheduler = Scheduler()
    for days in [1, 12, 36_500] {
      #expect(Scheduler.daysChosen(in: scheduler.version(choosing: days)) == days)
    }
    let own = Weights(Weights.published.values.map { $0 * 1.01 })
    let version = own.map { scheduler.with($0).version } ?? ""
    #expect(Scheduler.daysChosen(in: version) == nil && version.hasPrefix("1+"))
    #expect(Scheduler.daysChosen(in: "\(version)@9") == 9)
    #expect(Scheduler.daysChosen(in: "1@36501") == nil)
  }

  @Test func stepsOfASittingLeaveNoChoice() throws {
    let (history, scheduler) = (History([row(1, "1@9")]), Scheduler())
    let today = StudyDay(time: noon, offset: 0)
    #expect(history.dayChoice(for: "new", nil, after: .good, on: today, by: scheduler) == nil)
    let first = try #require(
      history.dayChoice(for: "new", nil, after: .easy, on: today, by: scheduler))
    #expect(first.days == 6...10 && first.days.contains(first.usual))
    let exact = Scheduler(fuzz: false)
    #expect(history.dayChoice(for: "new", nil, after: .easy, on: today, by: exact) == nil)
    // Hard after nine days, its interval little longer: none sooner than the last.
    let card = history.card(of: "q", by: scheduler)
    let later = today.advanced(by: 9)
    let again = history.dayChoice(for: "q", card, after: .again, on: later, by: scheduler)
    #expect(again == nil)
    let hard = try #require(
      history.dayChoice(for: "q", card, after: .hard, on: later, by: scheduler))
    #expect(hard.days.lowerBound >= 9)
  }

  private func card(choosing days: Int) -> Card? {
    History([row(1, "1@\(days)")]).card(of: "q", by: Scheduler())
  }

  /// Five answers of one day take the five days that they may come back on, each one.
  @Test func whatWasAnsweredOnADayIsSpread() throws {
    var loads = DayLoads(on: StudyDay(time: noon, offset: 0))
    var taken: [Int] = []
    for _ in 0..<10 {
      let days = loads.days(of: DayChoice(days: 6...10, usual: 7))
      taken.append(days)
      loads.add(try #require(card(choosing: days)))
    }
    #expect(taken.first == 7)
    #expect(taken.sorted() == [6, 6, 7, 7, 8, 8, 9, 9, 10, 10])
  }

  /// 1 January 2026 is a Thursday: 6 days later it is Wednesday, 10 days later Sunday.
  @Test func anEasyDayGetsAThird() throws {
    let today = StudyDay(time: noon, offset: 0)
    #expect(today.weekday == 3)
    var loads = DayLoads(on: today, easy: try #require(EasyDays("sat sun")))
    var taken: [Int: Int] = [:]
    for _ in 0..<33 {
      let days = loads.days(of: DayChoice(days: 6...10, usual: 9))
      taken[days, default: 0] += 1
      loads.add(try #require(card(choosing: days)))
    }
    #expect(taken == [6: 9, 7: 9, 8: 9, 9: 3, 10: 3])
  }

  @Test func easyDaysAreReadByName() {
    #expect(EasyDays("sun Sat")?.text == "sat sun")
    #expect(EasyDays("")?.text == "" && EasyDays() == EasyDays("  "))
    for text in ["sat, sun", "Saturday,sunday", "satur sunday", "sun,sat,"] {
      #expect(EasyDays(text)?.text == "sat sun", "\(text)")
    }
    for text in ["sa", "sat; sun", "sat+sun", "someday", "saturdays", "sat, s"] {
      #expect(EasyDays(text) == nil, "\(text)")
    }
  }
}
