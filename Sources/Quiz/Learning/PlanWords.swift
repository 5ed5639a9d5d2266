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
      let days = (waiting + Self.dueADay - 1) / Self.dueADay
      return "The day's measure of \(Self.dueADay) is done. "
        + counted(waiting, "more is due and may wait", "more are due and may wait")
        + ": at that rate \(counted(days, "more day"))."
    }
    return "Nothing is due now." + limit + next(nextDay.map { $0.days(since: today) })
  }

  /// Due questions that today has no room for, with those that it has.
  private var backlog: String {
    if waiting == 0 { return "" }
    let total = waiting + due
    let days = (total + Self.dueADay - 1) / Self.dueADay
    return
      " \(counted(total, "question waits", "questions wait")) for you in all. At \(Self.dueADay) "
      + "a day they are done in \(counted(days, "day")); those you most likely still know come first, "
      + "so little is lost by waiting."
  }

  private var limit: String {
    left.new == 0
      ? ""
      : " \(counted(left.new, "here is", "here are")) new, but today's limit of "
        + "\(Self.newADay) new questions, which all notes share, is reached."
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
