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

  /// What was planned, from the questions that are known.
  package internal(set) var plan: Plan
  /// What the sitting is about.
  package let scope: Plan.Scope
  /// Whether the reader is asked how sure they are.
  package var asksConfidence: Bool
  /// How many were never asked when the reader ended the sitting.
  package internal(set) var unasked = 0

  private let seed: UInt64
  /// The days on which less should fall due.
  private let easyDays: EasyDays
  var queue: QuestionQueue
  /// When the time of a test is over, in milliseconds of Unix time; nil where it has none.
  let deadline: Int?
  /// Whether its time is over: what was not answered by then counts as not known.
  package private(set) var isOverTime = false
  /// What was still to come when the sitting was ended early: it comes after all where that is taken
  /// back.
  var setAside: QuestionQueue?
  /// Questions still to come that are not to be asked any more, by what the reader decided.
  var held: Set<String> = []
  var answers = Answers()
  /// Where to start, as far as that is known; nil where it is not looked for.
  private(set) var placement: Placement?
  /// Nil at the end.
  var attempt: Attempt?

  /// A sitting with a plan; `next` asks the first question.
  package init(
    _ scope: Plan.Scope, bank: QuestionBank, progress: Progress, now: Moment,
    asksConfidence: Bool = false, easyDays: EasyDays = EasyDays()
  ) {
    self.scope = scope
    self.easyDays = easyDays
    self.asksConfidence = asksConfidence
    seed =
      scope.seed ?? UInt64(truncatingIfNeeded: now.random ^ UInt128(truncatingIfNeeded: now.utc))
    plan = Plan(
      scope, bank: bank, progress: progress, now: now.utc, today: now.day, seed: seed)
    queue = QuestionQueue(plan.queue)
    deadline = scope.mode == .test ? scope.minutes.map { now.utc + $0 * 60_000 } : nil
    if scope.mode == .placement {
      placement = Placement(
        Plan.questions(scope, bank).filter { progress.isAsked($0.id, on: now.day) },
        atMost: scope.count, seed: seed)
    }
  }

  /// A sitting that begins with a question before its plan is known, and asks it; `extend` is to follow once all
  /// are.
  package init(
    _ scope: Plan.Scope, beginningWith first: FirstQuestion, progress: Progress, now: Moment,
    asksConfidence: Bool = false, easyDays: EasyDays = EasyDays()
  ) {
    self.init(
      scope, bank: first.bank, progress: progress, now: now, asksConfidence: asksConfidence,
      easyDays: easyDays)
    next(bank: first.bank, progress: progress, now: now)
  }

  // MARK: Asking

  /// Asks the next question, or ends the sitting.
  ///
  /// - Parameter isWhole: whether the bank holds all questions of the notes; where these are looked through again, those
  ///   that were not found yet wait.
  package mutating func next(
    bank: QuestionBank, progress: Progress, now: Moment, isWhole: Bool = true
  ) {
    var missing: [String] = []
    defer { queue.putFirst(missing) }
    while let id = placement == nil ? queue.next() : placement?.next() {
      // Its words may have been mended since it was planned.
      guard let question = bank.question(named: id, in: progress.history) else {
        if !isWhole, placement == nil { missing.append(id) }
        continue
      }
      guard progress.mayAsk(question.id, on: now.day) else { continue }
      let seed = freshSeed(of: question.id, progress)
      if pose(question, words: bank.words, seed: seed, progress: progress, now: now) {
        queue.countAsked()
        return
      }
      placement?.take(isRight: false)
    }
    attempt = nil
  }

  /// What the numbers of a question follow from that is asked anew.
  func freshSeed(of question: String, _ progress: Progress) -> UInt64 {
    // Answers of practice are none of the card's, and their question comes back with other numbers too.
    let practised = isScheduled ? 0 : answered.count { $0.question == question }
    let count = (progress.cards[question]?.reviews ?? 0) + practised
    return seed ^ Fuzz.seed(question: question, count: count)
  }

  mutating func pose(
    _ question: Question, words: KnownWords, seed: UInt64, progress: Progress, now: Moment
  ) -> Bool {
    let support =
      isSilent ? 0 : Fading.support(rightInARow: progress.rightInARow(question.id))
    guard
      let posed = PresentedQuestion.fit(question, from: seed, support: support, words: words)
    else { return false }
    attempt = Attempt(
      posed, at: now.utc, version: progress.scheduler.version,
      versions: isScheduled
        ? progress.versions(answering: question.id, on: now.day, easy: easyDays) : [:],
      isOnce: !isScheduled)
    return true
  }

  /// Ends a test whose time is over; whether it did.
  package mutating func endIfOver(at now: Int) -> Bool {
    guard timeLeft(at: now) == 0 else { return false }
    isOverTime = true
    end()
    return true
  }

  /// Ends the sitting early; the question that stands unanswered is left for another time.
  package mutating func end() {
    if isOverTime { keepPaper(isAnswered: false) }
    if let attempt, isOpen { queue.putFirst([attempt.question.id]) }
    unasked = queue.waitingCount { !answers.questions.contains($0) && !held.contains($0) }
    setAside = queue
    queue.removeAll()
    attempt = nil
  }

  // MARK: Answering

  /// Changes the answer; false where none can be given now, or that means nothing to it.
  package mutating func update(_ change: (inout any AnswerForm) -> Bool) -> Bool {
    attempt?.update(change) ?? false
  }

  /// Shows one more hint; false when there is none.
  package mutating func hint() -> Bool { attempt?.hint() ?? false }

  /// Enter was pressed on an answer that can be graded: what is to be stored.
  package mutating func answer(now: Moment) -> [Review] {
    if endIfOver(at: now.utc) { return [] }
    let asks = asksConfidence && isScheduled
    if attempt?.pause(askingHowSure: asks) == true { return [] }
    return grade(now)
  }

  /// How sure the reader was, in percent.
  package mutating func answer(sure: Int, now: Moment) -> [Review] {
    attempt?.say(sure: sure) == true ? grade(now) : []
  }

  /// The answer is taken up again, before it was graded.
  package mutating func reconsider() { attempt?.reconsider() }

  /// The reader gives up: the answer is shown, and counts as wrong.
  package mutating func giveUp(now: Moment) -> [Review] {
    attempt?.giveUp() == true ? store(.again, credit: 0, answer: "", now) : []
  }

  /// Another try after a wrong one, for practice.
  package mutating func retry() { attempt?.retry() }

  /// Everything is shown after a wrong first try.
  package mutating func reveal() { attempt?.reveal() }

  /// The reader says that it was easy: the stored answer is replaced.
  package mutating func easy(now: Moment) -> [Review] {
    guard phase == .revealed, let attempt, let verdict, verdict.isRight, attempt.stored != nil,
      answered.last?.grade == .good
    else { return [] }
    return store(.easy, credit: verdict.credit, answer: attempt.posed.form.answer, now)
  }

  /// Leaves the question unanswered, without penalty but where there is a score.
  package mutating func skip(now: Moment) -> [Review] {
    guard phase == .asking, let attempt else { return [] }
    let row = attempt.skip(now)
    keepPaper(isAnswered: false)
    answers.skip(attempt.question.id, as: row.id)
    placement?.take(isRight: false)
    return isScheduled ? [row] : []
  }

  /// The first try decides the grade.
  private mutating func grade(_ now: Moment) -> [Review] {
    guard let verdict = attempt?.judge(), let attempt else { return [] }
    if attempt.tries > 1 { return [attempt.practice(verdict, now)] }
    var grade = Grade(correct: verdict.isRight, hints: attempt.hintsShown)
    if attempt.question.isSelfJudged, !verdict.isRight, verdict.credit > 0 { grade = .hard }
    return store(grade, credit: verdict.credit, answer: attempt.posed.form.answer, now)
  }

  /// Stores an answer; where the reader says that it was easy, in place of the one stored before.
  private mutating func store(
    _ grade: Grade, credit: Double, answer: String, _ now: Moment
  ) -> [Review] {
    guard let attempt else { return [] }
    guard isScheduled else { return rehearse(grade, credit: credit, answer: answer, now) }
    let question = attempt.question
    var rows: [Review] = []
    var random = now.random
    if let stored = attempt.stored {
      rows.append(Review(voiding: stored, of: question.id, now, random: random))
      random &+= 1
      answers.removeLast()
    }
    let id = ReviewID(bits: random)
    if let row = self.attempt?.store(grade, credit: credit, answer: answer, now, as: id) {
      rows.append(row)
    }
    queue.forgetWrong(question.id)
    if grade == .again, answers.countWrong(question.id) < 2, scope.question == nil {
      queue.comeBack(with: question.id)
    }
    answers.add(
      Answered(
        question: question.id, lesson: question.lesson, grade: grade, credit: credit,
        duration: attempt.duration(until: now)),
      as: id)
    return rows
  }

  /// Takes in an answer that is for practice or a score: it is kept, and changes no schedule.
  private mutating func rehearse(
    _ grade: Grade, credit: Double, answer: String, _ now: Moment
  ) -> [Review] {
    guard let attempt else { return [] }
    let question = attempt.question
    keepPaper(isAnswered: !isGivenUp)
    queue.forgetWrong(question.id)
    if scope.mode == .cram, grade == .again { queue.comeBack(with: question.id) }
    placement?.take(isRight: grade != .again)
    answers.add(
      Answered(
        question: question.id, lesson: question.lesson, grade: grade, credit: credit,
        duration: attempt.duration(until: now)),
      as: ReviewID(bits: now.random))
    return answer.isEmpty ? [] : [attempt.practice(Verdict(credit: credit), now)]
  }

  /// Keeps a question as it was answered, where how it went is told at the end alone.
  private mutating func keepPaper(isAnswered: Bool) {
    guard isSilent, let posed else { return }
    answers.add(AnsweredQuestion(posed, isAnswered: isAnswered))
  }

  /// Goes on where the question that stands unanswered is not to be asked any more; whether it did.
  package mutating func passOver(bank: QuestionBank, progress: Progress, now: Moment) -> Bool {
    guard let attempt, isOpen, scope.question == nil,
      !progress.mayAsk(attempt.question.id, on: now.day)
    else { return false }
    next(bank: bank, progress: progress, now: now)
    return true
  }
}
