import Scheduling
import Testing

/// The days ahead, played through.
@Suite struct WorkloadTests {
  private let noon = 1_767_268_800_000
  private let day = 86_400_000

  private func cards(_ count: Int, _ scheduler: Scheduler) -> [(question: String, card: Card)] {
    (0..<count).compactMap { number in
      let history = History([
        Review(
          id: ReviewID(bits: UInt128(number)), question: "q\(number)", kind: .answer(.easy),
          time: noon + number % 20 * day, offset: 0)
      ])
      return history.card(of: "q\(number)", by: scheduler).map { ("q\(number)", $0) }
    }
  }

  private func answers(_ retention: Double, days: Int = 60) -> Double {
    let scheduler = Scheduler(retention: retention)
    let byDay = Workload.answersByDay(
      cards(200, scheduler), by: scheduler,
      from: StudyDay(time: noon + 20 * day, offset: 0), days: days)
    return Double(byDay.reduce(0, +)) / Double(max(1, days))
  }

  /// What is new and put off is asked on its day, with what the day holds of new ones.
  @Test func whatIsPutOffIsAskedOnItsDay() {
    let today = StudyDay(number: 20_000)
    func ahead(_ days: [Int], new: Int) -> [Int] {
      Workload.answersByDay(
        [], putOff: days.map { ("q\($0)", today.advanced(by: $0)) }, by: Scheduler(fuzz: false),
        from: today, days: 6, measure: Workload.Measure(new: new), known: 1)
    }
    #expect(ahead([3], new: 5).prefix(4) == [0, 0, 0, 2])
    #expect(ahead([4, 4], new: 1).prefix(5) == [0, 0, 0, 0, 2])
    #expect(ahead([1, 9], new: 5).prefix(2) == [0, 2])
  }

  @Test func whoWantsToRememberMoreAnswersMore() {
    let loads = [0.7, 0.8, 0.9, 0.95, 0.97].map { answers($0) }
    #expect(loads == loads.sorted() && Set(loads).count == loads.count)
    // Each of 200 comes at least once in two months.
    #expect(loads[2] * 60 >= 200 && loads[2] < 30)
  }

  @Test func theSameDaysAreTheSameEachTime() {
    #expect(answers(0.9) == answers(0.9))
    #expect(answers(0.9, days: 0) == 0 && answers(0.9, days: -3) == 0)
  }

  /// Days that are set stay; what is answered comes back on others.
  @Test func easyDaysAreLighterAhead() throws {
    let weekend = try #require(EasyDays("sat sun"))
    let scheduler = Scheduler()
    let first = StudyDay(time: noon + 20 * day, offset: 0)
    func answers(_ days: Int, _ easy: EasyDays) -> [Int] {
      Workload.answersByDay(
        cards(200, scheduler), by: scheduler, from: first, days: days, easy: easy)
    }
    let soonest = cards(200, scheduler).map { max(0, $0.card.dueDay.days(since: first)) }.min() ?? 0
    #expect(answers(soonest + 1, weekend) == answers(soonest + 1, EasyDays()))
    func share(_ easy: EasyDays) -> Double {
      let byDay = answers(84, easy)
      let free = byDay.enumerated().filter { first.advanced(by: $0.offset).weekday > 4 }
      return Double(free.map(\.element).reduce(0, +)) / Double(byDay.reduce(0, +))
    }
    #expect(share(weekend) < 0.7 * share(EasyDays()), "\(share(weekend)), \(share(EasyDays()))")
    let sums = [weekend, EasyDays()].map { Double(answers(84, $0).reduce(0, +)) }
    #expect((0.9...1.1).contains(sums[0] / sums[1]), "\(sums)")
  }

  private func played(
    cards count: Int = 0, new: Int = 0, days: Int, _ measure: Workload.Measure,
    done: Workload.Measure = .init(due: 0), known: Double = 1
  ) -> [Int] {
    let scheduler = Scheduler()
    return Workload.answersByDay(
      cards(count, scheduler), unseen: (0..<new).map { "new\($0)" }, by: scheduler,
      from: StudyDay(time: noon + 400 * day, offset: 0), days: days, measure: measure, done: done,
      known: known)
  }

  /// A first Good leaves one more step on its day and comes back after two days, which no fuzz moves; so
  /// FSRS-6 has it with the published weights.
  @Test func newQuestionsComeAsADayHoldsThem() {
    #expect(played(new: 12, days: 2, .init(new: 5)) == [10, 10])
    // What slips takes a step more.
    #expect((9...14).contains(played(new: 12, days: 3, .init(new: 5))[2]))
    #expect(played(new: 12, days: 2, .init(new: 5), done: .init(due: 0, new: 3)) == [4, 10])
    #expect(played(new: 12, days: 2, .init(new: 0)) == [0, 0])
    // One more step for each that is not known at once.
    #expect(played(new: 12, days: 1, .init(new: 5), known: 0) == [15])
  }

  /// What a day does not hold waits for the next.
  @Test func aBacklogIsWorkedOffAsADayHoldsIt() {
    let whole = played(cards: 60, days: 1, .init())
    #expect(whole[0] >= 60)
    let parts = played(cards: 60, days: 3, .init(due: 20), done: .init(due: 5))
    #expect((15...45).contains(parts[0]) && parts[0] < whole[0])
    #expect(parts[1] >= 20 && parts[2] >= 20)
    #expect(played(cards: 60, days: 3, .init(due: 0)) == [0, 0, 0])
  }
}
