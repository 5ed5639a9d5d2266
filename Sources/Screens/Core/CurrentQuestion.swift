import Quiz
import Scheduling

extension AppState {
  /// A question that is asked, as the notes hold it now, which may have changed meanwhile; nil where it is gone. While
  /// they are looked through it is as it was.
  func current(_ question: Question) -> Question? {
    guard knowsQuestions else { return question }
    let names = progress?.history.sameQuestions(as: question.id) ?? []
    return bank[question.id] ?? names.lazy.compactMap { bank[$0] }.first
  }
}
