import Scheduling
import Testing

/// Rows that a wrong clock dated do no lasting harm.
@Suite struct WrongClockTests {
  private let now = 1_795_608_000_000  // 25 November 2026
  private let day = 86_400_000

  private func row(_ id: Int, _ grade: Grade, days: Int, seconds: Int = 0) -> Review {
    Review(
      id: ReviewID(bits: UInt128(id)), question: "q", kind: .answer(grade),
      time: now + days * day + seconds * 1_000, offset: 0)
  }

  private func card(_ rows: [Review], at time: Int? = nil) -> Card? {
    var history = History(rows)
    history.horizon = (time ?? now) + day
    return history.card(of: "q", by: Scheduler(fuzz: false))
  }

  @Test(arguments: [5 * 365, 2, 400_000])
  func ahead(days: Int) {
    let known = [row(1, .good, days: -20), row(2, .good, days: -20, seconds: 700)]
    let before = card(known)
    #expect(before?.isDue(at: now, on: StudyDay(time: now, offset: 0)) == true)
    // Until its date comes the row does not count; an answer meanwhile does.
    #expect(card(known + [row(3, .good, days: days)]) == before)
    let answer = row(4, .again, days: 0)
    #expect(card(known + [row(3, .good, days: days), answer]) == card(known + [answer]))
    #expect(card([row(3, .good, days: days)]) == nil)
    // Other devices and zones may be a little ahead.
    #expect(card(known + [row(3, .good, days: 1)]) != before)
    #expect(card(known + [row(3, .good, days: days)], at: now + days * day) != before)
  }

  @Test(arguments: [5 * 365, 20_000])
  func longAgo(days: Int) {
    let wrong = [row(1, .good, days: -days), row(2, .good, days: -days, seconds: 700)]
    let answers = [row(3, .good, days: 0), row(4, .good, days: 0, seconds: 700)]
    #expect(card(wrong)?.isDue(at: now, on: StudyDay(time: now, offset: 0)) == true)
    // What is answered now begins again.
    #expect(card(wrong + answers)?.memory == card(answers)?.memory)
    #expect(card(wrong + answers)?.reviews == 4)
  }

  /// Whoever answers late by what people are late goes on as FSRS says.
  @Test func aLongBreakIsNoWrongClock() {
    let rows = [row(1, .easy, days: -1000), row(2, .good, days: 0)]
    let scheduler = Scheduler(fuzz: false)
    let first = scheduler.memory(after: .easy, from: nil, days: 0)
    #expect(card(rows)?.memory == scheduler.memory(after: .good, from: first, days: 1000))
  }
}
