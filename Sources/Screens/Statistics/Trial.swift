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

  /// What another aim, or another measure of the day, would ask for; nil before anything is known of the
  /// questions.
  init?(retention: Double? = nil, limits: Plan.Limits? = nil, in state: AppState) {
    guard state.knowsQuestions, let progress = state.progress else { return nil }
    let old = state.settings.limits
    func answers(_ progress: Progress, _ limits: Plan.Limits) -> [Int] {
      progress.answersByDay(state.bank, from: state.today, days: Self.days, limits: limits)
    }
    now = answers(progress, old)
    let other = retention.map {
      progress.rescheduled(by: Scheduler(retention: $0, weights: progress.scheduler.weights))
    }
    after = answers(other ?? progress, limits ?? old)
  }

  /// What stands on a page where nothing is known of the questions yet.
  static let notCounted = "not counted yet"

  /// `about 14 answers a day in the next 28 days, now 12`.
  var words: String {
    "about \(counted(Self.mean(after), "answer")) a day in the next \(Self.days) days, "
      + "now \(Self.mean(now))"
  }

  /// `Answers a day, week by week: 20, 13, 12, 11; now 18, 12, 11, 10`.
  var weeks: String {
    "Answers a day, week by week: \(Self.weeks(after)); now \(Self.weeks(now))"
  }

  private static func weeks(_ days: [Int]) -> String {
    stride(from: 0, to: days.count, by: 7).map { first in
      "\(mean(Array(days[first..<min(first + 7, days.count)])))"
    }.joined(separator: ", ")
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
