import Scheduling

/// When a question falls due, as the summary keeps it.
struct DueRow: Equatable {
  /// Later than any day or time.
  private static let never = 1 << 60

  let question: String
  /// It is due from that study day on, whatever the time.
  let day: Int
  /// It is due from that moment on, in milliseconds.
  let time: Int
  /// The study days of its first and last answers.
  let first: Int
  let last: Int
  /// The answers of that last day; 0 where it was never answered.
  let answers: Int

  /// Nil where nothing is known of the question: it is new.
  init?(_ question: String, in history: History, by scheduler: Scheduler) {
    let standing = history.standing(of: question)
    let card = history.card(of: question, by: scheduler)
    guard standing != nil || card != nil else { return nil }
    self.question = question
    var (day, time) = (Int.min, Self.never)
    if let card {
      switch card.memory.interval {
      case .seconds(let seconds):
        (day, time) = (card.day.number + 1, card.time + seconds * 1_000)
      case .days: day = card.dueDay.number
      }
      let days = history.answers(to: question).map(\.day)
      first = days.first?.number ?? 0
      last = card.day.number
      answers = days.count { $0 == card.day }
    } else {
      (first, last, answers) = (0, 0, 0)
      if let chosen = standing?.due { day = chosen.number }
    }
    if let buried = standing?.buriedUntil, buried.number > last {
      (day, time) = (max(day, buried.number), Self.never)
    }
    if let standing, standing.hold != .asked { (day, time) = (Self.never, Self.never) }
    self.day = max(day, 0)
    self.time = time
  }
}
