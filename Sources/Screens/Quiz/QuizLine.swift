import Quiz

/// What a line that is typed in a quiz asks for where it is no answer.
enum QuizLine {
  /// A line that is a command of the quiz though its first word is none of its keys'.
  enum Command: Equatable {
    case decide(QuestionKeys.Action, String), leave, answer(String)
  }

  /// What a line asks for that is no answer: the words of the question's page, `back`, and `answer` with
  /// what is one all the same. Where such a word is the right answer, it is that.
  static func command(_ line: String, in session: Session) -> Command? {
    guard session.posed != nil, session.phase != .finished else { return nil }
    let words = line.split(separator: " ", maxSplits: 1).map(String.init)
    let rest = words.count > 1 ? words[1] : ""
    guard let verb = words.first?.lowercased(), !isRight(line, session) else { return nil }
    if verb == "answer", !rest.isEmpty { return .answer(rest) }
    if verb == "back", rest.isEmpty { return .leave }
    guard let deed = QuestionDeeds.named(verb), rest.isEmpty || deed == .flag || deed == .due else {
      return nil
    }
    return .decide(deed, rest)
  }

  private static func isRight(_ line: String, _ session: Session) -> Bool {
    guard session.takesAnswer, var form = session.posed?.form, form.take(line) == nil else {
      return false
    }
    return form.verdict.isRight
  }

  /// What is said of a word that asks for what this question has not: it is not an answer, unless it is right.
  static func nothing(for line: String, in session: Session) -> String? {
    guard let posed = session.posed, !isRight(line, session),
      let action = QuizKeys.action(in: line, isText: posed.form.isTyping)
    else { return nil }
    switch action {
    case .hint where session.isSilent:
      return "There are no hints in a \(session.scope.mode.name.lowercased())"
    case .lesson where session.isSilent, .edit where session.isSilent:
      return
        "What would tell the answers is opened when the \(session.scope.mode.name.lowercased()) is over"
    case .hint where session.phase == .asking:
      return posed.hints.isEmpty ? "There is no hint to this question" : "There is no other hint"
    case .hint: return "A hint is for a question that is not answered yet"
    case .figure: return "There is no widget with the numbers of this question to open now"
    case .retry where session.phase != .asking: return "There is nothing to try again"
    case .skip where session.phase == .judging, .reveal where session.phase == .judging:
      return "The answer is shown already: say how well you knew it, 1, 2 or 3"
    case .skip where session.phase == .retry, .reveal where session.phase == .retry:
      return "It is answered already: next has it explained"
    // Not taken for the answer where it is typed.
    case .undo where !session.isScheduled:
      let word = posed.form.isTyping ? "; answer \(line) answers with the word" : ""
      return "An answer is taken back in a quiz by the schedule alone\(word)"
    // Whoever types it once too often has not answered the next question with it.
    case .next where session.phase == .asking && posed.form.isTyping:
      let ways = session.isSilent ? "skip leaves it" : "skip leaves it, reveal shows the answer"
      return
        "Nothing to go on from before it is answered: \(ways); answer \(line) answers with the word"
    default: return nil
    }
  }
}
