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
    return Workload.answersADay(
      cards(200, scheduler), by: scheduler,
      from: StudyDay(time: noon + 20 * day, offset: 0), days: days)
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
}
