import Scheduling

extension Review {
  /// The row of something that was decided about a question.
  package init(_ action: Action, of question: String, _ now: Moment, under scheduler: Scheduler) {
    self.init(
      id: ReviewID(bits: now.random), question: question, kind: .action(action), time: now.utc,
      offset: now.offset, version: scheduler.version)
  }

  /// The row that takes back another one.
  package init(
    voiding id: ReviewID, of question: String, _ now: Moment, random: UInt128? = nil,
    parts: Bool = false
  ) {
    self.init(
      id: ReviewID(bits: random ?? now.random), question: question, kind: .void(id), time: now.utc,
      offset: now.offset, answer: parts ? Review.parting : "")
  }
}

/// What readers decide about a question, in words.
package enum Decisions {
  /// What holds of a question, a sentence each; none where nothing was decided.
  package static func words(_ standing: Standing, today: StudyDay) -> [String] {
    var words = hold(standing, today: today)
    if let day = standing.due {
      words.append("You set it to come back \(Self.day(day, today: today, on: "on ")).")
    }
    if let remark = standing.flag {
      words.append("It is flagged as bad" + (remark.isEmpty ? "." : ": \(remark)"))
    }
    return words
  }

  /// Why a question is not asked for now, a sentence each; none where it is.
  static func hold(_ standing: Standing, today: StudyDay) -> [String] {
    var words: [String] = []
    switch standing.hold {
    case .asked: break
    case .suspended: words.append("It is suspended: it is not asked.")
    case .known: words.append("You knew it already: it is not asked.")
    }
    if let day = standing.buriedUntil, day > today {
      words.append("It is put off until \(Self.day(day, today: today)).")
    }
    return words
  }

  /// A day as one speaks of it: `tomorrow`, `in 9 days (2026-12-06)`.
  package static func day(_ day: StudyDay, today: StudyDay, on preposition: String = "") -> String {
    switch day.number - today.number {
    case ..<0: preposition + day.iso
    case 0: "today"
    case 1: "tomorrow"
    case let days: "in \(days) days (\(day.iso))"
    }
  }

  /// The day that a reader means by a number of days or by a date; nil for anything else, or a day of
  /// the past.
  package static func day(named text: String, today: StudyDay) -> StudyDay? {
    let text = text.lowercased().filter { !$0.isWhitespace }
    if text == "today" { return today }
    if text == "tomorrow" { return today.advanced(by: 1) }
    let digits =
      text.hasSuffix("days")
      ? text.dropLast(4) : text.hasSuffix("day") ? text.dropLast(3) : text[...]
    if let days = Int(digits), (0...Scheduler.longestInterval).contains(days) {
      return today.advanced(by: days)
    }
    guard let day = StudyDay(iso: text), day >= today,
      day.number - today.number <= Scheduler.longestInterval
    else { return nil }
    return day
  }
}

/// Questions that slip again and again, each after it was learnt: more of the same helps little.
package enum Leech {
  /// Lapses after which a question is one, and after how many more it is told again.
  private static let lapses = 4
  private static let more = 2

  /// Whether a question has just become one, or slipped further, by what it was before the answer.
  package static func isTold(_ card: Card?, before: Card?) -> Bool {
    guard let card, card.lapses >= lapses, card.lapses > before?.lapses ?? 0 else { return false }
    return (card.lapses - lapses) % more == 0
  }

  /// Whether a question is one.
  package static func isOne(_ card: Card?) -> Bool { card.map { $0.lapses >= lapses } ?? false }
}
