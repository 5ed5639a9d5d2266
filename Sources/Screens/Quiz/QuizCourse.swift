import Quiz
import Scheduling

/// How far a quiz has come.
struct QuizCourse {
  /// How far one has come, in words: `3 of 12`, and how many that were wrong come back: `3 of 12, 2 again`.
  let words: String
  /// How far one has come, from 0 to 1.
  let part: Double
  /// How many answers are known of: one that was wrong is given again.
  private let total: Int
  private let answered: [Session.Answered]

  /// Up to so many questions have a sign each, and up to so many these are apart: a round of twelve,
  /// each of which may come back, never loses its signs.
  private static let most = 26
  private static let mostApart = 12

  /// Of a quiz that has ended, what it came to; nil where nothing was asked.
  init?(_ session: Session) {
    let isOver = session.phase == .finished
    guard !isOver || session.asked > 0 else { return nil }
    let known = session.asked + (isOver ? session.unasked + session.unrepeated : session.left - 1)
    let placing = isOver ? 0 : session.mostToPlace ?? 0
    total = max(known, placing)
    let planned = max(session.planned, placing)
    words =
      "\(session.different) of \(planned)" + (session.again > 0 ? ", \(session.again) again" : "")
    part = Double(session.asked - (session.isOpen ? 1 : 0)) / Double(max(1, total))
    answered = session.answered
  }

  /// A sign for each question: right, wrong, known in part, still to come; nil where they are many.
  func signs(ascii: Bool) -> String? {
    guard total <= Self.most else { return nil }
    let behind = answered.map(Self.sign)
    let rest = Array(repeating: ascii ? "." : "·", count: max(0, total - behind.count))
    return (behind + rest).joined(separator: total <= Self.mostApart ? " " : "")
  }

  /// What an answer was, as the verdict on it says.
  static func sign(_ answer: Session.Answered) -> String {
    answer.credit > 0 && answer.credit < 1 ? "◐" : answer.grade != .again ? "✓" : "✗"
  }
}
