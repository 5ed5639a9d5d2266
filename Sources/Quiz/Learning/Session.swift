import Notes
import Scheduling

/// One sitting: questions asked one after the other. It is a value; what it hands back is for the
/// log of reviews.
package struct Session: Sendable {
  /// Where the current question stands.
  package enum Phase: Equatable, Sendable {
    /// It is being answered.
    case asking
    /// The answer of a recalled question is shown, and the reader judges.
    case judging
    /// The answer is given; how sure was the reader?
    case confidence
    /// The first try was wrong: another one, or the explanation?
    case retry
    /// Everything is shown.
    case revealed
    /// There is nothing more to ask.
    case finished
  }

  /// An answer of this sitting.
  package struct Answered: Equatable, Sendable {
    package var question: String
    /// The lesson that it stands in.
    package var lesson: LessonID
    /// The grade that it earned.
    package var grade: Grade
    package var credit: Double
    /// Milliseconds that it took.
    package var duration: Int
  }

  /// What was planned.
  package let plan: Plan
  /// What the sitting is about.
  package let scope: Plan.Scope
  package internal(set) var posed: PresentedQuestion?
  /// Where it stands.
  package internal(set) var phase = Phase.finished
  /// How many of its hints are shown.
  package internal(set) var hintsShown = 0
  /// Which try this is, from 1.
  package internal(set) var tries = 1
  /// The verdict on the last answer to it.
  package internal(set) var verdict: Verdict?
  /// Whether the reader asked to be shown the answer.
  package internal(set) var isGivenUp = false
  /// The answers of this sitting, in order.
  package internal(set) var answered: [Answered] = []
  /// Questions of this sitting that were left unanswered.
  package internal(set) var skipped: Set<String> = []
  /// How many were still to come when the reader ended the sitting.
  package internal(set) var unasked = 0
  /// What was answered or skipped in this sitting, in order.
  var given: [(question: String, id: ReviewID)] = []
  /// Whether the reader is asked how sure they are.
  package var asksConfidence: Bool

  private let seed: UInt64
  var queue: [String]
  /// Questions that were wrong and come back in this sitting, with the answers to wait for.
  var again: [(question: String, after: Int)] = []
  /// How many were asked so far, those that came back among them.
  package internal(set) var asked = 0
  var shownAt = 0
  var sure: Int?
  var stored: ReviewID?

  /// A sitting with a plan; `next` asks the first question.
  package init(
    _ scope: Plan.Scope, bank: QuestionBank, progress: Progress, now: Moment,
    asksConfidence: Bool = false
  ) {
    self.scope = scope
    self.asksConfidence = asksConfidence
    plan = Plan(scope, bank: bank, progress: progress, now: now.utc, today: now.day)
    queue = plan.queue
    seed =
      scope.seed ?? UInt64(truncatingIfNeeded: now.random ^ UInt128(truncatingIfNeeded: now.utc))
  }

  /// How many questions are still to come, the current one included.
  package var left: Int { queue.count + again.count + (phase == .finished ? 0 : 1) }

  /// Ends the sitting early; the question that stands unanswered is left for another time.
  package mutating func end() {
    unasked = left - (phase == .revealed || phase == .retry ? 1 : 0)
    queue = []
    again = []
    posed = nil
    phase = .finished
  }

  // MARK: Asking

  /// Asks the next question, or ends the sitting.
  package mutating func next(bank: QuestionBank, progress: Progress, now: Moment) {
    while let id = takeNext() {
      guard let question = bank[id] else { continue }
      let count = progress.cards[id]?.reviews ?? 0
      let seed = self.seed ^ Fuzz.seed(question: id, count: count)
      if pose(question, words: bank.words, seed: seed, progress: progress, now: now) {
        asked += 1
        return
      }
    }
    posed = nil
    phase = .finished
  }

  private mutating func takeNext() -> String? {
    if let index = again.firstIndex(where: { $0.after <= asked || queue.isEmpty }) {
      return again.remove(at: index).question
    }
    return queue.isEmpty ? nil : queue.removeFirst()
  }

  mutating func pose(
    _ question: Question, words: KnownWords, seed: UInt64, progress: Progress, now: Moment
  ) -> Bool {
    let support = Fading.support(rightInARow: progress.rightInARow(question.id))
    guard let posed = try? PresentedQuestion(question, seed: seed, support: support, words: words)
    else { return false }
    self.posed = posed
    phase = .asking
    hintsShown = 0
    tries = 1
    verdict = nil
    isGivenUp = false
    stored = nil
    sure = nil
    shownAt = now.utc
    return true
  }

  /// Why the answer cannot be graded yet, if so: nothing was chosen or typed, for one.
  package var obstacle: String? {
    takesAnswer ? posed?.form.obstacle : nil
  }

  /// Whether an answer can be given now.
  private var takesAnswer: Bool {
    phase == .judging || phase == .asking && posed?.question.isSelfJudged == false
  }

  /// Changes the answer.
  package mutating func update(_ change: (inout any AnswerForm) -> Bool) -> Bool {
    guard takesAnswer, var changed = posed else { return false }
    defer { posed = changed }
    return change(&changed.form)
  }

  /// Shows one more hint; false when there is none.
  package mutating func hint() -> Bool {
    guard phase == .asking, let posed, hintsShown < posed.hints.count else { return false }
    hintsShown += 1
    return true
  }
}
