import Notes
import Quiz
import Scheduling
import TextUI
import Widgets

/// A quiz from its plan to its summary, without the screen that it is on.
struct QuizSitting: Sendable {
  /// What of it is to be seen after a change.
  enum Change: Equatable {
    case nothing
    /// The same question: the cursor, or the verdict.
    case further
    /// Something else, from its beginning.
    case another
  }

  private(set) var session: Session?
  private(set) var notes = QuizNotes()
  /// Whether notes are still being looked through for more that is due.
  private(set) var isLooking = false
  /// Whether all that is known of was answered, and more may still be found.
  var isWaiting: Bool { isLooking && phase == .finished && session?.wasLeft == false }
  private var scope: Plan.Scope
  /// When questions were first looked for.
  private var since: Int?
  /// Whether what is asked next was not found again yet in notes that have changed.
  private var isWaitingForNotes = false

  init(_ scope: Plan.Scope) { self.scope = scope }

  /// Whether one question is asked, from its lesson, and then the lesson goes on.
  var isForOneQuestion: Bool { scope.question != nil }
  var phase: Session.Phase? { session?.phase }
  /// Whether nothing is told of any question before the end.
  private var tellsNothing: Bool { session?.isSilent == true && phase != .finished }
  var isTyping: Bool { phase == .asking && session?.posed?.form.isTyping == true }

  func facts(_ state: AppState) -> Set<KeyFact> {
    guard let session else { return [] }
    let phase = session.phase
    let isAnswered = [.revealed, .retry].contains(phase)
    let isReciting = phase == .asking && !session.takesAnswer
    let toReadAgain = phase == .finished ? session.lessonsToOpen(state).count : 0
    return .those([
      .hasBegun: true,
      .isAnswering: phase == .asking || phase == .judging,
      .canAnswer: isReciting || session.takesAnswer && session.obstacle == nil,
      .isReciting: isReciting,
      .isJudging: phase == .judging,
      .isAsking: phase == .asking,
      .canTakeBack: session.isScheduled,
      .hasHint: session.hasHint,
      .isAnswered: isAnswered,
      .isAskingOrAnswered: phase == .asking || isAnswered,
      .canAskWhy: phase == .asking || phase == .judging || isAnswered,
      .isSilent: session.isSilent,
      .canRetry: phase == .retry,
      .canBeEasy: phase == .revealed && session.earnedGood,
      .canUndo: session.canUndo || phase == .finished && notes.takesBack,
      .isLast: phase == .revealed && session.left == 1,
      .isFromLesson: isForOneQuestion,
      .hasQuestion: session.posed != nil,
      .mayRead: session.posed != nil && !tellsNothing,
      .hasFigure: phase == .revealed && figure != nil,
      .hasMore: phase == .finished && (!session.isScheduled || session.plan.hasMore),
      .isFinished: phase == .finished,
      .hasAnswers: !session.papers.isEmpty,
      .hasItem: toReadAgain > 0,
      .canMove: toReadAgain > 1,
      .isTyping: isTyping,
    ])
  }

  /// Takes in what the reader decided meanwhile, about the question on the screen too.
  mutating func heed(_ state: AppState, now: Moment) {
    guard let progress = state.progress else { return }
    session?.heed(progress, in: state.knowsQuestions ? state.bank : nil, on: now.day)
    if phase == .retry || phase == .revealed, !notes.comesBack.isEmpty {
      tell(state, progress, now)
    }
  }

  /// Says when the question that was answered comes back; of one that was changed in the notes while it was asked, what
  /// became of the answer.
  private mutating func tell(_ state: AppState, _ progress: Progress, _ now: Moment) {
    guard let session, let asked = session.posed?.question else { return }
    guard let current = state.current(asked) else {
      notes.comesBack =
        "The notes have it no more as it was asked: your answer counts for it as it was, and what stands there now "
        + "is another question."
      return
    }
    notes.comesBack = Reasons.comesBack(
      progress.cards[asked.id], progress.standing(of: asked.id),
      inThisQuiz: session.comesBack(asked.id), today: now.day)
    if !current.reads(as: asked) {
      notes.comesBack =
        "It was changed in the notes meanwhile; you were judged by it as it was asked. "
        + notes.comesBack
    }
  }

  /// Goes on where the question on the screen is not to be asked any more; whether it did.
  mutating func passOver(_ state: AppState, now: Moment) -> Bool {
    guard let progress = state.progress,
      session?.passOver(bank: state.bank, progress: progress, now: now) == true
    else { return false }
    notes.why = nil
    return true
  }

  /// Ends a test whose time is over; whether it did.
  mutating func endIfOver(_ now: Moment) -> Bool {
    guard session?.endIfOver(at: now.utc) == true else { return false }
    notes.why = nil
    return true
  }

  // MARK: Beginning

  mutating func extend(_ state: AppState, now: Moment) {
    guard isLooking, state.knowsQuestions, let progress = state.progress else { return }
    isLooking = false
    session?.extend(bank: state.bank, progress: progress, now: now)
    // What waited for the notes to be looked through again.
    if isWaitingForNotes, phase == .finished {
      session?.next(bank: state.bank, progress: progress, now: now)
    }
    isWaitingForNotes = false
  }

  /// Begins as soon as nothing that is still to be read could change the first questions.
  mutating func startIfSettled(_ state: AppState, _ now: Moment) {
    guard session == nil, let progress = state.progress else { return }
    let isFirstLook = since == nil
    let since = since ?? now.utc
    self.since = since
    scope.limits = state.settings.limits
    if isFirstLook, !state.knowsQuestions, state.library.isComplete, let known = state.known?.own,
      let first = FirstQuestion(
        scope, known: known, in: state.library, progress: progress, now: now.utc, today: now.day)
    {
      let session = Session(
        scope, beginningWith: first, progress: progress, now: now,
        asksConfidence: state.settings[.confidence], easyDays: state.easyDays)
      if session.posed != nil { return begin(session, state, progress, now) }
    }
    if Plan.isSettled(
      scope, bank: state.bank, of: state.library, progress: progress, now: now.utc,
      today: now.day, since: since)
    {
      start(state, now)
    }
  }

  private mutating func start(_ state: AppState, _ now: Moment) {
    if let progress = state.progress { start(state, progress, now) }
  }

  private mutating func start(_ state: AppState, _ progress: Progress, _ now: Moment) {
    var session = Session(
      scope, bank: state.bank, progress: progress, now: now,
      asksConfidence: state.settings[.confidence], easyDays: state.easyDays)
    session.next(bank: state.bank, progress: progress, now: now)
    begin(session, state, progress, now)
  }

  private mutating func begin(
    _ session: Session, _ state: AppState, _ progress: Progress, _ now: Moment
  ) {
    self.session = session
    isLooking = !state.knowsQuestions
    notes = QuizNotes(
      doubt: progress.clockDoubt(now: now.utc, today: now.day),
      leftOut: session.plan.unscoredWords)
    // Where nothing is asked, what was answered before can be taken back all the same.
    if session.phase == .finished, session.isScheduled {
      notes.takesBack = Session.canUndo(bank: state.bank, progress: progress)
    }
  }

  /// What comes of something that was done: where it is seen, nobody asks any more why the question was asked.
  private mutating func seen(
    _ result: (effects: [Effect], change: Change)
  ) -> (effects: [Effect], change: Change) {
    if result.change != .nothing { notes.why = nil }
    return result
  }

  // MARK: Answering

  /// Takes an event of answering; false where it means nothing there.
  mutating func take(_ event: Event) -> Bool { session?.update { $0.update(event) } ?? false }

  /// Chooses what was clicked on.
  mutating func choose(_ choice: Int) {
    _ = session?.update { form in
      form.choose(choice)
      return true
    }
  }

  /// Takes an answer as one line; what is wrong with it, if anything.
  mutating func take(line: String) -> String? {
    if phase == .retry { session?.retry() }
    var problem: String?
    _ = session?.update { exercise in
      problem = exercise.take(line)
      return true
    }
    return problem
  }

  mutating func answer(
    _ sureness: QuizKeys.Sureness, _ state: AppState, _ now: Moment
  ) -> (effects: [Effect], change: Change) {
    switch sureness {
    case .sure(let sure):
      return seen(graded(session?.answer(sure: sure, now: now) ?? [], state, now))
    case .reconsider:
      session?.reconsider()
      return ([], .further)
    }
  }

  /// Does what a key asks for, as far as it is about the quiz.
  mutating func act(
    _ action: QuizKeys.Action, _ state: AppState, _ now: Moment
  ) -> (effects: [Effect], change: Change) {
    seen(perform(action, state, now))
  }

  private mutating func perform(
    _ action: QuizKeys.Action, _ state: AppState, _ now: Moment
  ) -> (effects: [Effect], change: Change) {
    switch action {
    case .answer:
      if let obstacle = session?.obstacle { return ([.say(obstacle.sentence)], .nothing) }
      return graded(session?.answer(now: now) ?? [], state, now)
    case .next: return next(state, now)
    case .hint:
      _ = session?.hint()
      return ([], .further)
    case .skip: return skip(state, now)
    case .reveal: return graded(session?.giveUp(now: now) ?? [], state, now)
    case .retry:
      session?.retry()
      return ([], .another)
    case .easy: return graded(session?.easy(now: now) ?? [], state, now)
    case .undo: return undo(state, now)
    case .why: why(state, now)
    case .lesson:
      return (asked(in: state) { [.open(.lesson($0.lesson, .top))] }, .nothing)
    case .about:
      return (
        session?.posed.map { [.open(.about($0.question.id, inTest: tellsNothing))] } ?? [], .nothing
      )
    case .edit:
      return (asked(in: state) { [.edit(document: $0.lesson.document, line: $0.line)] }, .nothing)
    case .figure: return (figure.map { [.open(.widget($0))] } ?? [], .nothing)
    case .confidence: return (toggleConfidence(), .nothing)
    case .more:
      if session?.answered.isEmpty == true, session?.isScheduled == true {
        scope.count = Plan.inARound
      }
      // What was asked for with a seed comes with other numbers now.
      if session?.isScheduled == false { scope.seed = nil }
      start(state, now)
      return ([], .another)
    case .answers:
      let papers = session?.papers ?? []
      return (papers.isEmpty ? [] : [.open(.answers(papers))], .nothing)
    case .leave: return leave(state, now)
    case .open, .move, .command: break
    }
    return ([], .nothing)
  }

  private mutating func toggleConfidence() -> [Effect] {
    session?.asksConfidence.toggle()
    let asks = session?.asksConfidence == true
    return [
      .set(.confidence, to: asks),
      .say("You will \(asks ? "" : "not ")be asked how sure you are"),
    ]
  }

  private mutating func skip(_ state: AppState, _ now: Moment) -> ([Effect], Change) {
    let rows = session?.skip(now: now) ?? []
    if var progress = state.progress {
      if !rows.isEmpty { progress.add(rows) }
      advance(state, progress, now)
    }
    let key = QuizKeys.table.label(.undo, in: state)
    return (rows.isEmpty ? [] : [.record(rows), .say("Skipped; \(key) takes that back")], .another)
  }

  /// Leaves; a quiz in which something was done shows first what it came to. What was said of a
  /// recalled answer counts: Enter would only go on from there.
  private mutating func leave(_ state: AppState, _ now: Moment) -> ([Effect], Change) {
    var effects: [Effect] = []
    if session?.phase == .judging, session?.obstacle == nil {
      let rows = session?.answer(now: now) ?? []
      if !rows.isEmpty { effects.append(.record(rows)) }
    }
    guard let session, session.phase != .finished, !isForOneQuestion, session.canUndo
    else { return (effects + [.back], .nothing) }
    self.session?.end()
    return (effects, .another)
  }

  /// The widget with the question's own numbers.
  private var figure: WidgetRoute? {
    guard let posed = session?.posed, session?.phase != .finished, let figure = posed.figure,
      let inputs = try? Inputs(text: figure.inputs)
    else { return nil }
    var route = WidgetRoute(
      name: figure.widget, inputs: inputs, key: "quiz#\(posed.question.id)")
    route.place = "Quiz" + Chrome.parting + (route.type?.title ?? figure.widget)
    return route
  }

  private mutating func graded(_ rows: [Review], _ state: AppState, _ now: Moment) -> (
    [Effect], Change
  ) {
    if session?.isOverTime == true { return ([], .another) }
    guard let session, let posed = session.posed, var progress = state.progress else {
      return ([], .nothing)
    }
    if !rows.isEmpty { progress.add(rows) }
    if !rows.isEmpty, session.isScheduled {
      self.session?.heed(progress, in: state.knowsQuestions ? state.bank : nil, on: now.day)
      tell(state, progress, now)
      let card = progress.cards[posed.question.id]
      // A second try changes nothing.
      if session.tries == 1 {
        let before = state.progress?.cards[posed.question.id]
        notes.slips = Leech.isTold(card, before: before) ? card?.lapses : nil
      }
      noteSlips(progress)
    }
    var effects: [Effect] = rows.isEmpty ? [] : [.record(rows)]
    if session.phase == .revealed,
      session.isSilent || posed.question.isSelfJudged && !session.isGivenUp
    {
      // Its outcome is never shown.
      if let slips = notes.slips {
        let title = posed.question.shownTitle(ascii: state.ascii)
        effects.append(
          .say(
            "\"\(title)\" has slipped \(slips) times after it was learnt: the end of this quiz opens its lesson"
          ))
        notes.slips = nil
      }
      advance(state, progress, now)
      return (effects, .another)
    }
    return (effects, .further)
  }

  /// Notes whether the end of the quiz tells of questions that slip again and again.
  private mutating func noteSlips(_ progress: Progress) {
    notes.hasSlipped =
      session.map { session in
        session.isScheduled
          && session.answered.contains {
            $0.grade == .again && Leech.isOne(progress.cards[$0.question])
          }
      } ?? false
  }

  private mutating func next(_ state: AppState, _ now: Moment) -> ([Effect], Change) {
    if session?.phase == .retry {
      session?.reveal()
      return ([], .further)
    }
    if isForOneQuestion { return ([.back], .nothing) }
    if let progress = state.progress { advance(state, progress, now) }
    return ([], .another)
  }

  private mutating func advance(_ state: AppState, _ progress: Progress, _ now: Moment) {
    session?.next(
      bank: state.bank, progress: progress, now: now, isWhole: state.knowsQuestions || isLooking)
    if !state.knowsQuestions, !isLooking, phase == .finished, session?.left ?? 0 > 0 {
      (isLooking, isWaitingForNotes) = (true, true)
    }
    notes.leftOut = nil
    notes.doubt = progress.clockDoubt(now: now.utc, today: now.day)
  }

  private mutating func undo(_ state: AppState, _ now: Moment) -> ([Effect], Change) {
    guard let progress = state.progress,
      let row = session?.undo(bank: state.bank, progress: progress, now: now)
    else { return ([.say("There is no answer to take back")], .nothing) }
    let decided = progress.history.lastDecision { $0 == row.question }?.decided
    let words =
      decided.flatMap { row.kind == .void($0.id) ? $0 : nil }
      .map { "Taken back: what was decided (\($0.name))" }
      ?? "Taken back: answer it again, with the same numbers"
    var before = progress
    before.add([row])
    noteSlips(before)
    // Where nothing was left to ask, there may be something now.
    if phase == .finished, notes.takesBack { start(state, before, now) }
    return ([.record([row]), .say(words)], .another)
  }

  private mutating func why(_ state: AppState, _ now: Moment) {
    let question = notes.why == nil ? session?.posed?.question : nil
    notes.why = question.flatMap { question in
      state.progress.map { Reasons.why(question, progress: $0, now: now.utc, today: now.day) }
    }
  }

  /// What is done about the question that is asked, where the notes hold it still.
  private func asked(in state: AppState, _ effects: (Question) -> [Effect]) -> [Effect] {
    guard let posed = session?.posed else { return [] }
    return state.current(posed.question).map(effects)
      ?? [.say("The question is not in the notes any more")]
  }
}
