import Quiz

extension AppState {
  /// A question that is asked, as the notes hold it now, which may have changed meanwhile; nil where it is gone. While
  /// they are looked through it is as it was.
  func current(_ question: Question) -> Question? {
    guard knowsQuestions, let progress else { return question }
    return bank.question(named: question.id, in: progress.history)
  }
}
