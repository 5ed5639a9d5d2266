import Quiz
import Scheduling

/// How far a quiz has come.
struct QuizCourse {
  /// The number of the question that is on the screen.
  let number: Int
  /// Questions that are behind the reader.
  let done: Int
  /// All that are known of: one that was wrong comes back.
  let total: Int
  private let answered: [Session.Answered]

  /// With more questions than these there is no sign for each.
  private static let most = 12

  /// Nil where there is no question on the screen.
  init?(_ session: Session) {
    guard session.phase != .finished else { return nil }
    total = session.asked + session.left - 1
    number = session.asked
    done = session.asked - (session.isOpen ? 1 : 0)
    answered = session.answered
  }

  /// A sign for each question: right, wrong, known in part, still to come; nil where they are many.
  func signs(ascii: Bool) -> String? {
    guard total <= Self.most else { return nil }
    let behind = answered.map(Self.sign)
    let rest = Array(repeating: ascii ? "." : "·", count: max(0, total - behind.count))
    return (behind + rest).joined(separator: " ")
  }

  /// What an answer was.
  static func sign(_ answer: Session.Answered) -> String {
    answer.grade != .again ? "✓" : answer.credit > 0 ? "◐" : "✗"
  }
}
