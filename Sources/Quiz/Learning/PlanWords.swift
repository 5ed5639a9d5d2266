import Basics
import Scheduling

extension Plan {
  /// What a quiz holds, and how a backlog is worked off; `nextDay` is when the first of what is not due
  /// comes back.
  func inWords(nextDay: StudyDay?, today: StudyDay, hasQuestions: Bool) -> String {
    guard hasQuestions else { return "There is no question here." }
    let parts = [(due, "due"), (new, "new"), (early, "ahead of time")].filter { $0.0 > 0 }
    guard parts.isEmpty else {
      return parts.map { "\($0) \($1)" }.joined(separator: ", ") + "." + backlog
    }
    if waiting > 0 {
      let more = counted(waiting, "more is due and may wait", "more are due and may wait")
      guard limits.due > 0 else {
        return "The limit of these notes is 0 due questions a day. \(more)."
      }
      return "The day's measure of \(limits.due) is done. "
        + "\(more): at that rate \(counted(Self.days(waiting, limits.due), "more day"))."
    }
    return "Nothing is due now." + limit + next(nextDay.map { $0.days(since: today) })
  }

  /// Due questions that today has no room for, with those that it has.
  private var backlog: String {
    if waiting == 0 { return "" }
    let total = waiting + due
    let days = Self.days(total, limits.due)
    return
      " \(counted(total, "question waits", "questions wait")) for you in all. At \(limits.due) "
      + "a day they are done in \(counted(days, "day")); those you most likely still know come first, "
      + "so little is lost by waiting."
  }

  private var limit: String {
    left.new == 0
      ? ""
      : " \(counted(left.new, "here is", "here are")) new, but today's limit of "
        + "\(limits.new) new questions in these notes is reached."
  }

  private static func days(_ questions: Int, _ aDay: Int) -> Int {
    (questions + aDay - 1) / max(1, aDay)
  }

  private func next(_ days: Int?) -> String {
    switch days {
    case nil: ""
    case let days? where days <= 0: " The next ones come back later today."
    case 1?: " The next ones come back tomorrow."
    case let days?: " The next ones come back in \(counted(days, "day"))."
    }
  }
}
