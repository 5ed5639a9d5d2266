import Basics
import Scheduling

/// What the schedule does, in words.
package enum Reasons {
  /// Why a question is asked now.
  package static func why(
    _ question: Question, progress: Progress, now: Int, today: StudyDay
  ) -> String {
    guard let card = progress.cards[question.id] else {
      return "It is new: you were never asked this."
        + (question.isGenerated ? " It was made from your notes by rule." : "")
    }
    let times = card.reviews == 1 ? "once" : "\(card.reviews) times"
    let chance = Int((card.retrievability(on: today) * 100).rounded())
    let last = today.days(since: card.day)
    let ago = last == 0 ? "earlier today" : last == 1 ? "yesterday" : "\(last) days ago"
    var text = "You answered it \(times), last \(ago)."
    switch card.memory.interval {
    case .seconds: text += " It is still being learnt, so it comes back soon."
    case .days:
      let late = today.days(since: card.dueDay)
      let goal = Int((progress.scheduler.retention * 100).rounded())
      text +=
        " The chance that you still know it is \(chance) %; it is asked when that nears \(goal) %."
      if late > 0 { text += " It is \(counted(late, "day")) late." }
      if !card.isDue(at: now, on: today) { text += " You asked for it before its time." }
    }
    if card.lapses > 0 {
      text += " It slipped \(card.lapses == 1 ? "once" : "\(card.lapses) times")."
    }
    return text
  }

  /// When a question comes back: in this sitting yet, where it was wrong, or by its schedule; or why it
  /// does not, by what the reader decided.
  package static func comesBack(
    _ card: Card?, _ standing: Standing = Standing(), inThisQuiz: Bool, today: StudyDay
  ) -> String {
    guard let card else { return "" }
    let hold = Decisions.hold(standing, today: today)
    if !hold.isEmpty { return hold.joined(separator: " ") }
    if inThisQuiz { return "It comes back in this quiz." }
    switch card.memory.interval {
    case .seconds(let seconds):
      let minutes = max(1, seconds / 60)
      return "It is due again in \(counted(minutes, "minute"))."
    case .days:
      let days = card.dueDay.days(since: today)
      return days <= 1 ? "It comes back tomorrow." : "It comes back in \(span(days))."
    }
  }

  /// Days in the largest unit that says enough.
  private static func span(_ days: Int) -> String {
    if days < 60 { return "\(days) days" }
    if days < 700 { return "\((days + 15) / 30) months" }
    return "\((days + 180) / 365) years"
  }
}
