import Notes
import Quiz
import Scheduling
import TextUI

/// What a reader decides about a question, as rows of the log and in words; from the question's page, and
/// in lines from the quiz itself.
struct QuestionDeeds {
  let id: String
  let state: AppState
  let now: Moment

  /// The words of decisions that can be typed in a quiz; the others are words of the quiz.
  static func named(_ word: String) -> QuestionKeys.Action? {
    let deed = QuestionKeys.deeds.first { $0.word == word }?.actions.first
    return deed == .edit || deed == .lesson ? nil : deed
  }

  /// What a decision does; nil for what is none.
  ///
  /// - Parameter text: the remark to a flag, or the day on which it comes back.
  func effects(_ action: QuestionKeys.Action, _ text: String = "") -> [Effect]? {
    let standing = state.progress?.standing(of: id) ?? Standing()
    let isHeld = !standing.isAsked(on: state.today)
    switch action {
    case .flag:
      return decide(.flag(text), "Flagged as bad: `attend check --flags` lists it")
    case .unflag:
      return standing.flag == nil
        ? [.say("There is no flag to take away")] : decide(.unflag, "The flag is gone")
    case .suspend: return decide(.suspend, "Suspended: it is not asked any more")
    case .resume:
      return isHeld
        ? decide(.resume, "It is asked again, as the schedule says")
        : [.say("It is asked already, as the schedule says")]
    case .bury:
      return decide(.bury(until: now.day.advanced(by: 1)), "Put off until tomorrow")
    case .known: return decide(.known, "Known already: it is not asked any more")
    case .due:
      guard let day = Decisions.day(named: text, today: now.day) else {
        return [.say("Type a number of days, such as 9, or a date to come, such as 2030-01-31")]
      }
      return decide(.due(day), "It comes back \(Decisions.day(day, today: now.day, on: "on "))")
    case .separate: return separate
    case .choose, .edit, .lesson, .undo, .move, .back: return nil
    }
  }

  /// Puts a decision into the log.
  private func decide(_ action: Review.Action, _ words: String) -> [Effect] {
    guard let progress = state.progress else { return [] }
    return [
      .record([Review(action, of: id, now, under: progress.scheduler)]),
      .say("\(words); \(undo)"),
    ]
  }

  private var undo: String {
    "\(QuestionKeys.table.label(.undo, in: state)) in the quiz or on its page takes that back"
  }

  /// How it is taken back that questions were recognised.
  static func undoRecognised(in state: AppState) -> String {
    let key = ContentsKeys.table.label(.undo, in: state)
    let other = QuizKeys.table.label(.undo, in: state)
    // In lines both are one word.
    let inQuiz = (other == key ? "" : "\(other) ") + "in the quiz"
    return state.recognised.count == 1
      ? "\(key) in Contents or \(inQuiz) takes that back"
      : "\(key) in Contents takes that back, \(inQuiz) the last one"
  }

  /// Takes back that questions were recognised, all that the reader was told of.
  static func takeBackRecognised(in state: AppState, now: Moment) -> [Effect] {
    let rows = state.recognised.enumerated().map { index, row in
      Review(voiding: row.id, of: row.question, now, random: now.random &+ UInt128(index))
    }
    let words =
      rows.count == 1
      ? "Taken back: it is a question of its own, and new"
      : "Taken back: they are questions of their own, and new"
    return [.record(rows), .say(words)]
  }

  private var separate: [Effect] {
    let matches = state.progress?.history.matches(of: id) ?? []
    guard let match = matches.last else {
      return [.say("It was not taken for another question")]
    }
    // Two devices may have said so.
    let same = matches.filter { $0.action.former == match.action.former && $0.id != match.id }
    return [
      .record(
        same.enumerated().map { index, other in
          Review(voiding: other.id, of: id, now, random: now.random &+ UInt128(index + 1))
        }
          + [Review(voiding: match.id, of: id, now, parts: true)]),
      .say("Parted: the answers to the former question are not counted here any more; \(undo)"),
    ]
  }
}
