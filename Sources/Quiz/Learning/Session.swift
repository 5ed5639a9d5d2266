import Notes
import Numerics
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

  /// A point in time and in chance, for the rows of the log.
  package struct Stamp: Equatable, Sendable {
    /// Milliseconds of Unix time.
    package var time: Int
    /// Minutes that local time is ahead of UTC.
    package var offset: Int
    /// Random bits that name new rows.
    package var random: UInt128

    /// A stamp.
    package init(time: Int, offset: Int, random: UInt128) {
      self.time = time
      self.offset = offset
      self.random = random
    }

    /// The study day.
    package var day: StudyDay { StudyDay(time: time, offset: offset) }
  }

  /// An answer of this sitting.
  package struct Answered: Equatable, Sendable {
    /// The question.
    package var question: String
    /// The lesson that it stands in.
    package var lesson: LessonID
    /// The grade that it earned.
    package var grade: Grade
    /// How much was right.
    package var credit: Double
    /// Milliseconds that it took.
    package var duration: Int
  }

  /// What was planned.
  package let plan: Plan
  /// What the sitting is about.
  package let scope: Plan.Scope
  /// The question being asked.
  package private(set) var posed: Posed?
  /// Where it stands.
  package private(set) var phase = Phase.finished
  /// How many of its hints are shown.
  package private(set) var hintsShown = 0
  /// Which try this is, from 1.
  package private(set) var tries = 1
  /// The verdict on the last answer to it.
  package private(set) var verdict: Verdict?
  /// Whether the reader asked to be shown the answer.
  package private(set) var isGivenUp = false
  /// The answers of this sitting, in order.
  package private(set) var answered: [Answered] = []
  /// Whether the reader is asked how sure they are.
  package var asksConfidence: Bool

  private let seed: UInt64
  private var queue: [String]
  /// Questions that were wrong and come back in this sitting, with the answers to wait for.
  private var again: [(question: String, after: Int)] = []
  private var asked = 0
  private var shownAt = 0
  private var sure: Int?
  private var stored: ReviewID?

  /// A sitting with a plan; `next` asks the first question.
  package init(
    _ scope: Plan.Scope, bank: QuestionBank, progress: Progress, now: Stamp,
    asksConfidence: Bool = false
  ) {
    self.scope = scope
    self.asksConfidence = asksConfidence
    plan = Plan(scope, bank: bank, progress: progress, now: now.time, today: now.day)
    queue = plan.queue
    seed =
      scope.seed ?? UInt64(truncatingIfNeeded: now.random ^ UInt128(truncatingIfNeeded: now.time))
  }

  /// How many questions are still to come, the current one included.
  package var left: Int { queue.count + again.count + (phase == .finished ? 0 : 1) }
  /// Whether a second try makes sense.
  private var offersRetry: Bool {
    guard let posed, tries == 1, !isGivenUp else { return false }
    let options = posed.question.section.answers?.items.count ?? 3
    return options > 2 && !posed.question.isSelfJudged
  }

  // MARK: Asking

  /// Asks the next question, or ends the sitting.
  package mutating func next(bank: QuestionBank, progress: Progress, now: Stamp) {
    while let id = takeNext() {
      guard let question = bank[id] else { continue }
      let count = progress.cards[id]?.reviews ?? 0
      let seed = self.seed ^ Fuzz.seed(question: id, count: count)
      if pose(question, seed: seed, progress: progress, now: now) {
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

  private mutating func pose(
    _ question: Question, seed: UInt64, progress: Progress, now: Stamp
  ) -> Bool {
    let support = Fading.support(rightInARow: progress.rightInARow(question.id))
    guard let posed = try? Posed(question, seed: seed, support: support) else { return false }
    self.posed = posed
    phase = .asking
    hintsShown = 0
    tries = 1
    verdict = nil
    isGivenUp = false
    stored = nil
    sure = nil
    shownAt = now.time
    return true
  }

  /// Changes the answer.
  package mutating func update(_ change: (inout any Exercise) -> Bool) -> Bool {
    guard phase == .asking || phase == .judging, var changed = posed else { return false }
    defer { posed = changed }
    return change(&changed.exercise)
  }

  /// Shows one more hint; false when there is none.
  package mutating func hint() -> Bool {
    guard phase == .asking, let posed, hintsShown < posed.hints.count else { return false }
    hintsShown += 1
    return true
  }

  // MARK: Answering

  /// Enter was pressed on an answer that can be graded: what is to be stored.
  package mutating func answer(now: Stamp) -> [Review] {
    guard let posed else { return [] }
    if posed.question.isSelfJudged, phase == .asking {
      phase = .judging
      return []
    }
    if asksConfidence, phase == .asking, tries == 1, !posed.question.isSelfJudged {
      phase = .confidence
      return []
    }
    return grade(now: now)
  }

  /// How sure the reader was, in percent.
  package mutating func answer(sure: Int, now: Stamp) -> [Review] {
    guard phase == .confidence else { return [] }
    self.sure = sure
    return grade(now: now)
  }

  /// The answer is taken up again, before it was graded.
  package mutating func reconsider() { if phase == .confidence { phase = .asking } }

  /// The reader gives up: the answer is shown, and counts as wrong.
  package mutating func giveUp(now: Stamp) -> [Review] {
    guard phase == .asking || phase == .retry, let posed else { return [] }
    isGivenUp = true
    let wasStored = phase == .retry
    phase = .revealed
    verdict = verdict ?? Verdict(credit: 0)
    guard !wasStored else { return [] }
    return store(.again, credit: 0, answer: "", posed, now)
  }

  private mutating func grade(now: Stamp) -> [Review] {
    guard let posed else { return [] }
    let verdict = posed.exercise.verdict
    self.verdict = verdict
    var grade = Grade(correct: verdict.isRight, hints: hintsShown, tries: tries)
    if posed.question.isSelfJudged, !verdict.isRight, verdict.credit > 0 { grade = .hard }
    phase = !verdict.isRight && offersRetry ? .retry : .revealed
    if tries > 1, !verdict.isRight { return [] }
    return store(grade, credit: verdict.credit, answer: posed.exercise.answer, posed, now)
  }

  /// Stores an answer, in place of the one that was stored for the same asking.
  private mutating func store(
    _ grade: Grade, credit: Double, answer: String, _ posed: Posed, _ now: Stamp
  ) -> [Review] {
    var rows: [Review] = []
    var random = now.random
    if let stored {
      rows.append(void(stored, question: posed.question.id, now, random: random))
      random &+= 1
      answered.removeLast()
    }
    let id = ReviewID(bits: random)
    let duration = max(0, now.time - shownAt)
    rows.append(
      Review(
        id: id, question: posed.question.id, kind: .answer(grade), time: now.time,
        offset: now.offset, seed: posed.seed, answer: answer, credit: credit, hints: hintsShown,
        confidence: sure, duration: duration))
    stored = id
    again.removeAll { $0.question == posed.question.id }
    if grade == .again,
      answered.count(where: { $0.question == posed.question.id && $0.grade == .again }) < 2,
      scope.question == nil
    {
      again.append((posed.question.id, asked + 4))
    }
    answered.append(
      Answered(
        question: posed.question.id, lesson: posed.question.lesson, grade: grade, credit: credit,
        duration: duration))
    return rows
  }

  private func void(
    _ id: ReviewID, question: String, _ now: Stamp, random: UInt128
  ) -> Review {
    Review(
      id: ReviewID(bits: random), question: question, kind: .void(id), time: now.time,
      offset: now.offset)
  }

  /// Another try after a wrong one.
  package mutating func retry() {
    guard phase == .retry else { return }
    tries += 1
    verdict = nil
    phase = .asking
  }

  /// Everything is shown after a wrong first try.
  package mutating func reveal() { if phase == .retry { phase = .revealed } }

  /// The reader says that it was easy: the stored answer is replaced.
  package mutating func easy(now: Stamp) -> [Review] {
    guard phase == .revealed, let posed, let verdict, verdict.isRight, stored != nil,
      answered.last?.grade == .good
    else { return [] }
    return store(
      .easy, credit: verdict.credit, answer: posed.exercise.answer, posed,
      Stamp(time: now.time, offset: now.offset, random: now.random))
  }

  /// Leaves the question unanswered, without penalty.
  package mutating func skip(now: Stamp) -> [Review] {
    guard phase == .asking, let posed else { return [] }
    return [
      Review(
        id: ReviewID(bits: now.random), question: posed.question.id, kind: .skip, time: now.time,
        offset: now.offset, seed: posed.seed, hints: hintsShown,
        duration: max(0, now.time - shownAt))
    ]
  }

  // MARK: Undo

  /// Takes back the last answer or skip of all sittings, and asks its question again with the same
  /// numbers; nil when there is none.
  package mutating func undo(
    bank: QuestionBank, progress: Progress, now: Stamp
  ) -> Review? {
    guard let last = progress.lastToUndo(among: { bank[$0] != nil }),
      let question = bank[last.question]
    else { return nil }
    let row = void(last.id, question: last.question, now, random: now.random)
    if let posed, phase == .asking || phase == .confidence || phase == .judging,
      posed.question.id != last.question
    {
      queue.insert(posed.question.id, at: 0)
    }
    queue.removeAll { $0 == last.question }
    again.removeAll { $0.question == last.question }
    if let index = answered.lastIndex(where: { $0.question == last.question }), last.isAnswer {
      answered.remove(at: index)
    }
    _ = pose(question, seed: last.seed, progress: progress, now: now)
    return row
  }
}
