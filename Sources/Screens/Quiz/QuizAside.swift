import Basics
import Notes
import Quiz
import Scheduling
import TextUI

/// What stands beside a question where there is room: what the log knows of it, and how this quiz has
/// gone so far.
struct QuizAside {
  let session: Session
  let state: AppState
  let width: Int

  private static let mostAnswers = 8

  func lines(height: Int) -> [[Cell]] {
    let parts = [thisQuestion, thisQuiz].filter { !$0.isEmpty }
    return Array(parts.joined(separator: [[]]).prefix(height)).map { $0.shortened(to: width) }
  }

  private func title(_ text: String) -> [Cell] { [Cell](text, Style(.strong, .bold)) }

  // MARK: This question

  private var thisQuestion: [[Cell]] {
    guard let question = session.posed?.question, let progress = state.progress else { return [] }
    let answers = progress.history.answers(to: question.id)
    guard !answers.isEmpty else { return [title("This question"), [Cell]("  never asked before")] }
    let earlier = answers.count - Self.mostAnswers
    var lines = [title("This question")]
    if earlier > 0 { lines.append([Cell]("  \(counted(earlier, "answer")) before these")) }
    // The log keeps grades alone; of the answers of this quiz more is known.
    let own = session.answered.filter { $0.question == question.id }
    let first = answers.count - own.count
    for (index, entry) in answers.enumerated().suffix(Self.mostAnswers) {
      let isPartly = index >= first && QuizCourse.sign(own[index - first]) == "◐"
      let isAided = entry.grade == .hard && !isPartly
      lines.append(
        [Cell]("  ") + [Cell](day(entry.day)).fitted(to: 16)
          + (isPartly ? Sign.partly : entry.grade == .again ? Sign.wrong : Sign.right)
          + (isAided ? [Cell]("with help, or in part") : []))
    }
    if let day = progress.dueDay(of: question.id), state.current(question) != nil {
      let days = day.days(since: state.today)
      let next =
        switch days {
        case 0: "today"
        case 1: "tomorrow"
        default: "in \(days) days"
        }
      lines.append([Cell]("  comes back").fitted(to: 18) + [Cell](next))
    }
    return lines
  }

  private func day(_ day: StudyDay) -> String {
    switch state.today.number - day.number {
    case 0: "today"
    case 1: "yesterday"
    case let days where days > 1: "\(days) days ago"
    default: day.iso
    }
  }

  // MARK: This quiz

  private var thisQuiz: [[Cell]] {
    // A test says nothing before its end.
    guard !session.answered.isEmpty, !session.isSilent || session.phase == .finished else {
      return []
    }
    return [title("This quiz")]
      + session.answered.map { answer in
        let sign =
          switch QuizCourse.sign(answer) {
          case "✓": Sign.right
          case "✗": Sign.wrong
          default: Sign.partly
          }
        let title = state.bank[answer.question]?.title ?? ""
        return [Cell]("  ") + sign + [Cell]("\(state.library.number(of: answer.lesson)) \(title)")
      }
  }
}
