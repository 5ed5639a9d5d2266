import Basics
import Quiz
import Scheduling
import TextUI

/// What a change to the schedule would ask for in the days ahead, beside what is asked for now: shown
/// before the change is taken.
struct Trial: Equatable {
  /// Days that are played through.
  static let days = 28

  private let now: [Int]
  private let after: [Int]
  /// What a day would hold.
  private let limits: Plan.Limits

  /// What another aim, or another measure of the day, would ask for; nil before anything is known of the
  /// questions.
  init?(retention: Double? = nil, limits: Plan.Limits? = nil, in state: AppState) {
    guard state.knowsQuestions, let progress = state.progress else { return nil }
    let old = state.settings.limits
    func answers(_ progress: Progress, _ limits: Plan.Limits) -> [Int] {
      progress.answersByDay(
        state.bank, from: state.today, days: Self.days, limits: limits, easy: state.easyDays)
    }
    now = answers(progress, old)
    let other = retention.map {
      progress.rescheduled(by: Scheduler(retention: $0, weights: progress.scheduler.weights))
    }
    self.limits = limits ?? old
    after = answers(other ?? progress, self.limits)
  }

  /// What stands on a page where nothing is known of the questions yet.
  static let notCounted = "not counted yet"

  /// `about 14 answers a day in the next 28 days, now 12`.
  var words: String {
    "about \(counted(Self.mean(after), "answer")) a day in the next \(Self.days) days, "
      + "now \(Self.mean(now))"
  }

  /// The same where there is little room: `about 14 answers, now 12`.
  var fewWords: String {
    "about \(counted(Self.mean(after), "answer")), now \(Self.mean(now))"
  }

  /// `Answers a day, week by week: 20, 13, 12, 11; now 18, 12, 11, 10`.
  var weeks: String {
    "Answers a day, week by week: \(Self.words(Self.weeks(after))); now \(Self.words(Self.weeks(now)))"
  }

  /// Why there are more answers than a day holds questions; nil where there are not.
  var excess: String? {
    let held = limits.due + limits.new
    guard (Self.weeks(after) + [Self.mean(after)]).contains(where: { $0 > held }) else {
      return nil
    }
    return
      "A day's \(counted(held, "question")) may take more answers: one that is new or slips is asked "
      + "again the same day"
  }

  private static func words(_ numbers: [Int]) -> String {
    numbers.map { "\($0)" }.joined(separator: ", ")
  }

  private static func weeks(_ days: [Int]) -> [Int] {
    stride(from: 0, to: days.count, by: 7).map { first in
      mean(Array(days[first..<min(first + 7, days.count)]))
    }
  }

  private static func mean(_ days: [Int]) -> Int {
    (days.reduce(0, +) + days.count / 2) / max(1, days.count)
  }
}

extension KeyTable {
  /// How a change whose days ahead are shown is taken, or left: `Enter takes it, q leaves it`.
  func words(taking take: Action, leaving leave: Action, in state: AppState) -> String {
    "\(label(take, in: state)) takes it, \(label(leave, in: state)) leaves it"
  }
}
