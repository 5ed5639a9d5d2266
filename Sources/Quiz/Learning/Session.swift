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
  package private(set) var plan: Plan
  /// What the sitting is about.
  package let scope: Plan.Scope
  /// Whether the reader is asked how sure they are.
  package var asksConfidence: Bool
  /// How many were never asked when the reader ended the sitting.
  package private(set) var unasked = 0

  private let seed: UInt64
  /// The days on which less should fall due.
  private let easyDays: EasyDays
  private(set) var queue: QuestionQueue
  /// When the time of a test is over, in milliseconds of Unix time; nil where it has none.
  private let deadline: Int?
  /// Whether its time is over: what was not answered by then counts as not known.
  package private(set) var isOverTime = false
  /// What was still to come when the sitting was ended early: it comes after all where that is taken
  /// back.
  private var setAside: QuestionQueue?
  /// Questions still to come that are not to be asked any more, by what the reader decided.
  var held: Set<String> = []
  private(set) var answers = Answers()
  /// Where to start, as far as that is known; nil where it is not looked for.
  private var placement: Placement?
  /// Nil at the end.
  private(set) var attempt: Attempt?

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

  // MARK: What is to be seen of it

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
  package func score(_ bank: QuestionBank) -> Score {
    Score(
      answered.map { ($0.lesson, $0.grade != .again) }
        + lessonsLeftOpen(bank).map { ($0, false) })
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

  // MARK: Asking

  /// Asks the next question, or ends the sitting.
  package mutating func next(bank: QuestionBank, progress: Progress, now: Moment) {
    while let id = placement == nil ? queue.next() : placement?.next() {
      guard let question = bank[id], progress.mayAsk(id, on: now.day) else { continue }
      let seed = freshSeed(of: id, progress)
      if pose(question, words: bank.words, seed: seed, progress: progress, now: now) {
        queue.countAsked()
        return
      }
      placement?.take(isRight: false)
    }
    attempt = nil
  }

  /// What the numbers of a question follow from that is asked anew.
  private func freshSeed(of question: String, _ progress: Progress) -> UInt64 {
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
    guard let posed = try? PresentedQuestion(question, seed: seed, support: support, words: words)
    else { return false }
    attempt = Attempt(
      posed, at: now.utc, version: progress.scheduler.version,
      versions: isScheduled
        ? progress.versions(answering: question.id, on: now.day, easy: easyDays) : [:],
      isOnce: !isScheduled)
    return true
  }

  /// Takes in the questions that were found since the sitting began: what is due comes next, new ones come
  /// last, both within the day's measure. Where all that was known of is answered it goes on.
  package mutating func extend(bank: QuestionBank, progress: Progress, now: Moment) {
    let isOver = phase == .finished
    guard setAside == nil, scope.question == nil, isScheduled else { return }
    let whole = Plan(scope, bank: bank, progress: progress, now: now.utc, today: now.day)
    var known = queue.questions.union(answers.questions)
    if let attempt { known.insert(attempt.question.id) }
    let isOneOpen = attempt.map { isOpen && progress.cards[$0.question.id] != nil } ?? false
    let waiting = queue.waitingCount { progress.cards[$0] != nil } + (isOneOpen ? 1 : 0)
    let found = whole.queue.filter { !known.contains($0) }
    // The day's measure knows what was answered in this sitting; a size that was asked for does not.
    let size = scope.mostAsked.map { max(0, $0 - known.count) } ?? Int.max
    let isDue = { (id: String) in progress.isDue(id, at: now.utc, on: now.day) }
    let due = found.filter(isDue).prefix(min(size, max(0, whole.due - waiting)))
    let knownNew = known.count { progress.cards[$0] == nil }
    let room = min(whole.newRoom - knownNew, size - due.count)
    let new = found.filter { progress.cards[$0] == nil }.prefix(max(0, room))
    // Where as many were asked for, others come ahead of their time.
    let early = found.filter { progress.cards[$0] != nil && !isDue($0) }
      .prefix(whole.early == 0 ? 0 : max(0, size - due.count - new.count))
    queue.putFirst(due)
    queue.putLast(new)
    queue.putLast(early)
    plan.extend(
      to: whole, adding: (due.count, new.count, early.count), to: (waiting, knownNew),
      answered: answers.questions.count)
    attempt?.learn(bank.words)
    if isOver { next(bank: bank, progress: progress, now: now) }
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

  // MARK: Taking back

  /// Takes back the last answer, skip or decision of all sittings, and asks its question again, after an
  /// answer with the same numbers; nil when there is none.
  package mutating func undo(bank: QuestionBank, progress: Progress, now: Moment) -> Review? {
    let history = progress.history
    // What was answered under a name that a question had before is taken back as well.
    let question = { (name: String) in bank.question(named: name, in: history) }
    let isThere = { (name: String) in question(name) != nil }
    if let last = history.lastRow(among: isThere), case .decided(let decided) = last.row,
      let question = question(last.question)
    {
      return undo(
        decided, under: last.question, of: question, bank: bank, progress: progress, now: now)
    }
    guard let last = answers.last(in: history) ?? history.last(among: isThere),
      let question = question(last.question)
    else { return nil }
    if let setAside { (queue, self.setAside, unasked) = (setAside, nil, 0) }
    if let attempt, isOpen, attempt.question.id != question.id {
      queue.putFirst([attempt.question.id])
    }
    queue.remove(question.id)
    answers.takeBack(question.id, wasAnswered: last.entry.grade != nil)
    let row = Review(voiding: last.entry.id, of: last.question, now, random: now.random)
    // It is answered as if it had not been.
    var before = progress
    before.add([row])
    _ = pose(question, words: bank.words, seed: last.entry.seed, progress: before, now: now)
    return row
  }

  /// Whether there is an answer, a skip or a decision about one of these questions that can be taken back.
  package static func canUndo(bank: QuestionBank, progress: Progress) -> Bool {
    let history = progress.history
    return history.lastRow { bank.question(named: $0, in: history) != nil } != nil
  }

  /// Takes back what was decided about a question; it is asked now unless it stands there already.
  private mutating func undo(
    _ decided: History.Decided, under name: String, of question: Question, bank: QuestionBank,
    progress: Progress, now: Moment
  ) -> Review {
    let isThere = attempt?.question.id == question.id
    if !isThere, phase != .finished || setAside != nil {
      if let setAside { (queue, self.setAside, unasked) = (setAside, nil, 0) }
      if let attempt, isOpen { queue.putFirst([attempt.question.id]) }
      queue.remove(question.id)
      let seed = freshSeed(of: question.id, progress)
      _ = pose(question, words: bank.words, seed: seed, progress: progress, now: now)
    }
    return Review(voiding: decided.id, of: name, now, random: now.random)
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
