import Notes
import Scheduling

/// What is to be seen of a sitting.
extension Session {
  package var posed: PresentedQuestion? { attempt?.posed }
  /// Where it stands.
  package var phase: Phase { attempt?.phase ?? .finished }
  /// How many of its hints are shown.
  package var hintsShown: Int { attempt?.hintsShown ?? 0 }
  /// Whether there is another hint to ask for.
  package var hasHint: Bool { attempt?.hasHint == true && !isSilent }
  /// Whether how it went is told at the end alone.
  package var isSilent: Bool { [.test, .placement].contains(scope.mode) }
  /// Whether answers decide when questions come back.
  package var isScheduled: Bool { scope.mode == .schedule }
  /// How many questions may be asked to find where to start; nil where that is not looked for.
  package var mostToPlace: Int? { placement?.most }
  /// The first lesson of the chapter to start with; nil where all is known.
  package var start: LessonID? { placement?.start }
  /// The last chapter that it may be as well, likewise; nil where the answers tell.
  package var latestStart: LessonID? { placement?.latest }
  /// How it went by topic, what was left unanswered included.
  ///
  /// - Parameter history: what was answered so far, where the bank holds all questions of the notes.
  package func score(_ bank: QuestionBank, _ history: History? = nil) -> Score {
    Score(
      answered.map { (lesson(of: $0, bank, history), $0.grade != .again) }
        + lessonsLeftOpen(bank).map { ($0, false) })
  }
  /// Where a question stands that was answered, though the notes may have changed since then; nil where they have it
  /// no more. While they are looked through, without a history, it is where it was.
  package func lesson(
    of answer: Answered, _ bank: QuestionBank, _ history: History?
  ) -> LessonID? {
    guard let history else { return answer.lesson }
    return bank.question(named: answer.question, in: history)?.lesson
  }
  /// The lessons of the questions that were left unanswered, one for each; once the time of a test is
  /// over, of those too that were not come to.
  package func lessonsLeftOpen(_ bank: QuestionBank) -> [LessonID] {
    let late = isOverTime ? setAside?.questions.subtracting(held) ?? [] : []
    return skipped.union(late).compactMap { bank[$0]?.lesson }
  }
  /// Milliseconds that are left of a test's time; nil where it has none, or has ended.
  package func timeLeft(at now: Int) -> Int? {
    phase == .finished ? nil : deadline.map { max(0, $0 - now) }
  }
  /// Which try this is, from 1.
  package var tries: Int { attempt?.tries ?? 1 }
  /// The verdict on the last answer to it.
  package var verdict: Verdict? { attempt?.verdict }
  /// Whether the reader asked to be shown the answer.
  package var isGivenUp: Bool { attempt?.isGivenUp == true }
  /// Whether an answer can be given now.
  package var takesAnswer: Bool { attempt?.takesAnswer == true }
  /// Why the answer cannot be graded yet, if so: nothing was chosen or typed, for one.
  package var obstacle: String? { takesAnswer ? posed?.form.obstacle : nil }
  /// The answers of this sitting, in order.
  package var answered: [Answered] { answers.all }
  /// Questions of this sitting that were left unanswered.
  package var skipped: Set<String> { answers.skipped }
  /// Whether it was ended before all was asked.
  package var wasLeft: Bool { setAside != nil }
  /// How many of those that were wrong would have come back when the reader ended the sitting.
  package var unrepeated: Int { (setAside?.count(without: held) ?? 0) - unasked }
  /// How many questions are still to come, the current one included.
  package var left: Int { queue.count(without: held) + (attempt == nil ? 0 : 1) }
  /// Whether the current question waits for its answer.
  package var isOpen: Bool { [.asking, .judging, .confidence].contains(phase) }
  /// How many were asked so far, those that came back among them: an answer that was taken back is
  /// still to be given.
  package var asked: Int { answered.count + skipped.count + (isOpen ? 1 : 0) }
}
