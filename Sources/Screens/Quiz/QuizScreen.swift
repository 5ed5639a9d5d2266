import Basics
import Notes
import Quiz
import TextUI
import Widgets

/// One question at a time, from a plan to a summary.
struct QuizScreen: Screen {
  private var sitting: QuizSitting
  private var size = Size(columns: 80, rows: 20)
  /// What shows of it; in the summary the cursor is on a lesson.
  private var page = ListView()
  /// Whether Esc was pressed, so the next letter is a command although the answer is text.
  private var isCommanding = false

  init(_ scope: Plan.Scope) { sitting = QuizSitting(scope) }

  var session: Session? { sitting.session }

  // MARK: What the frame shows

  static var tables: [[Shortcut]] {
    [QuizKeys.table.all, QuizKeys.confidence.all] + allKinds.map { $0.keys }
  }
  var looksBack: Bool { true }
  func title(in state: AppState) -> String {
    guard let session, let question = session.posed?.question else {
      return session?.scope.mode.name ?? "Quiz"
    }
    // Where it stands would tell what is asked for.
    if session.isSilent { return session.scope.mode.name }
    let lesson = state.current(question).map { "  \(state.shownName(of: $0.lesson))" }
    return session.scope.mode.name + (lesson ?? "")
  }

  func status(in state: AppState) -> String {
    let signs = session?.isSilent == true ? nil : course?.signs(ascii: state.ascii)
    return [time(state), signs, count].compactMap(\.self).joined(separator: "   ")
  }
  /// What is left of a test's time: `4:05 left`.
  private func time(_ state: AppState) -> String? {
    session?.timeLeft(at: state.now).map { left in
      let seconds = (left + 999) / 1000
      return "\(seconds / 60):\(seconds % 60 < 10 ? "0" : "")\(seconds % 60) left"
    }
  }
  private var count: String? {
    course.map { $0.words + (sitting.isLooking ? " so far" : "") }
  }
  func progress(in state: AppState) -> Double? {
    course?.part
  }
  /// Nil where one question is asked alone.
  private var course: QuizCourse? {
    sitting.isForOneQuestion ? nil : session.flatMap(QuizCourse.init)
  }

  func keys(in state: AppState) -> [Shortcut] {
    session?.phase == .confidence
      ? QuizKeys.confidence.shortcuts()
      : QuizKeys.shortcuts(
        given: facts(state), answering: session?.takesAnswer == true ? session?.posed?.form : nil)
  }

  private func facts(_ state: AppState) -> Set<KeyFact> {
    let facts = sitting.facts(state)
    return isCommanding ? facts.subtracting([.isTyping]) : facts
  }

  private var isTyping: Bool { sitting.isTyping && !isCommanding }
  var takesText: Bool { isTyping }
  var takesLetters: Bool { takesText }
  var awaitsQuestions: Bool { session == nil || sitting.isWaiting }
  func tickInterval(in state: AppState) -> Duration? {
    if session == nil { return state.progress != nil ? .zero : nil }
    return session?.timeLeft(at: state.now) == nil ? nil : .seconds(1)
  }

  private mutating func stateChanged(_ state: AppState, _ now: Moment) {
    let wasOver = session?.phase == .finished
    sitting.extend(state, now: now)
    sitting.heed(state, now: now)
    if wasOver, session?.phase != .finished { page = ListView() }
    if sitting.passOver(state, now: now) { page = ListView() }
    layOut(state)
  }

  // MARK: Events

  mutating func update(_ event: ScreenEvent, in state: AppState, now: Moment) -> [Effect]? {
    switch event {
    case .terminal(let event): return react(to: event, state, now)
    case .line(let line): return choose(line, state, now)
    case .stateChanged:
      stateChanged(state, now)
      return []
    }
  }

  private mutating func react(to event: Event, _ state: AppState, _ now: Moment) -> [Effect] {
    switch event {
    case .resized(let size):
      self.size = size
      if session != nil { follow(state) }
    case .tick:
      sitting.startIfSettled(state, now)
      if sitting.endIfOver(now) { page = ListView() }
      layOut(state)
    case .mouse(.click, let point): return click(point, state)
    case .mouse: ListView.Motion(event).map { page.move($0) }
    case .key(let key): return press(key, state, now)
    case .pasted:
      take(event)
      layOut(state)
    default: break
    }
    return []
  }

  /// A key is for the answer first, unless Esc came before it.
  private mutating func press(_ key: Key, _ state: AppState, _ now: Moment) -> [Effect] {
    if session?.phase == .confidence {
      let sureness = QuizKeys.confidence.action(for: key)
      return sureness.map { show(sitting.answer($0, state, now), state) } ?? []
    }
    let facts = facts(state)
    let wasCommanding = isCommanding
    isCommanding = false
    if !wasCommanding, sitting.take(.key(key)) {
      page.scroll(to: 0)
      follow(state)
      return []
    }
    guard let action = QuizKeys.table.action(for: key, given: facts) else {
      if wasCommanding {
        take(.key(key))
        follow(state)
      }
      return []
    }
    return act(action, state, now)
  }

  private mutating func act(_ action: QuizKeys.Action, _ state: AppState, _ now: Moment) -> [Effect]
  {
    switch action {
    case .open: return open(page.selected, state) ?? []
    case .move(let motion): page.move(motion)
    case .command: isCommanding = true
    default: return show(sitting.act(action, state, now), state)
    }
    return []
  }

  private mutating func take(_ event: Event) { _ = sitting.take(event) }

  private mutating func click(_ point: Point, _ state: AppState) -> [Effect] {
    let column = point.column - TextFrame(columns: Panes(size).main.columns).column
    guard let line = page.line(atRow: point.row),
      let choice = picture(state).lines.choice(line: line, column: column)
    else { return [] }
    if session?.phase == .finished {
      page.select(choice)
      return open(choice, state) ?? []
    }
    sitting.choose(choice)
    layOut(state)
    return []
  }

  /// A lesson of the summary.
  private func open(_ index: Int, _ state: AppState) -> [Effect]? {
    let lessons = session?.lessonsToOpen(state) ?? []
    return lessons.indices.contains(index) ? [.open(.lesson(lessons[index], .top))] : nil
  }

  // MARK: Scrolling

  /// Brings into view what a change has brought.
  private mutating func show(
    _ result: (effects: [Effect], change: QuizSitting.Change), _ state: AppState
  ) -> [Effect] {
    switch result.change {
    case .nothing: layOut(state)
    case .further:
      page.scroll(to: 0)
      follow(state)
    case .another:
      page = ListView()
      layOut(state)
    }
    if result.change != .nothing { isCommanding = false }
    return result.effects
  }

  /// Updates the page with its line count; if it overflows, one row is kept to say so.
  @discardableResult
  private mutating func layOut(_ state: AppState) -> (picture: Picture, verdict: Range<Int>?) {
    let built = picture(state).build()
    let lines = built.picture.lines.count
    let lessons = session?.phase == .finished ? built.picture.ranges : []
    page.hold(lines: lines, items: lessons)
    page.resize(lines > size.rows && size.rows > 2 ? size.rows - 1 : size.rows)
    return built
  }

  /// Keeps what matters on the screen: the cursor, or the verdict.
  private mutating func follow(_ state: AppState) {
    let (picture, verdict) = layOut(state)
    if let row = picture.cursor?.row {
      page.reveal(line: row)
    } else if let verdict, picture.lines.count > size.rows {
      // A wrong cell is compared with the question, so as much of that stays as there is room for.
      let last = verdict.isEmpty ? .max : max(0, verdict.upperBound - page.height)
      var top = max(0, min(verdict.lowerBound - 2, last))
      // Blank rows at the top would keep out what comes last.
      let end = picture.lines.count - page.height
      while top < end, picture.lines[top].allSatisfy(\.glyph.isSpace) { top += 1 }
      page.scroll(to: top)
    }
  }

  // MARK: Showing

  func picture(_ state: AppState) -> QuizPicture {
    QuizPicture(
      session: session, notes: sitting.notes, cursor: page.selected, state: state,
      width: TextFrame(columns: Panes(size).main.columns, widest: state.textWidth).width)
  }

  func draw(on canvas: inout Canvas, in area: Rect, of state: AppState) {
    let panes = Panes(area)
    picture(state).draw(on: &canvas, in: panes.main, window: page)
    guard let side = panes.side else { return }
    let aside = session.map {
      QuizAside(session: $0, state: state, width: Panes.textWidth(of: side))
    }
    panes.drawSide(aside?.lines(height: side.rows) ?? [], on: &canvas)
  }

  // MARK: Plain mode

  private func text(_ state: AppState) -> QuizText {
    QuizText(
      session: session, notes: sitting.notes, state: state,
      heading: title(in: state)
        + ([count, time(state)].compactMap(\.self).joined(separator: ", ").inBrackets))
  }

  func transcript(in state: AppState) -> [String] {
    session == nil ? ["", title(in: state)] : text(state).lines
  }

  var emptyLine: EmptyLine {
    switch session?.phase {
    case .revealed: .goesOn
    case .asking where session?.posed?.question.isSelfJudged == false, .judging: .isAnswer
    case .finished
    where session?.papers.isEmpty == false || sitting.notes.takesBack || sitting.notes.hasSlipped:
      .says("leave")
    default: .nothing
    }
  }

  var isFinished: Bool { session?.phase == .finished }

  func selection(in state: AppState) -> String? {
    guard !isTyping else { return nil }
    let lines = picture(state).lines
    return lines.cursor.map { lines.lines[$0.row].plainText.trimmed }
  }

  func claims(_ line: String) -> Bool { session.flatMap { QuizLine.command(line, in: $0) } != nil }

  private mutating func run(_ command: QuizLine.Command, _ state: AppState, _ now: Moment)
    -> [Effect]
  {
    switch command {
    case .leave: return act(.leave, state, now)
    case .answer(let text):
      if let problem = sitting.take(line: text) { return [.say(problem.sentence)] }
      return act(.answer, state, now)
    case .decide(let deed, let text):
      guard let id = session?.posed?.question.id else { return [] }
      return QuestionDeeds(id: id, state: state, now: now).effects(deed, text) ?? []
    }
  }

  private mutating func choose(_ line: String, _ state: AppState, _ now: Moment) -> [Effect]? {
    if sitting.endIfOver(now) { return [] }
    guard let session else { return nil }
    if let command = QuizLine.command(line, in: session) { return run(command, state, now) }
    if let nothing = QuizLine.nothing(for: line, in: session) { return [.say(nothing)] }
    switch session.phase {
    case .confidence:
      guard let key = line.first, line.count == 1 else { return [.say("Type 1, 2, 3 or 4")] }
      return press(.character(key), state, now)
    case .asking where session.posed?.question.isSelfJudged == true:
      return act(.answer, state, now)
    case .retry, .asking, .judging:
      if let problem = sitting.take(line: line) { return [.say(problem.sentence)] }
      return act(.answer, state, now)
    case .revealed: return [.say("Type next for the next question")]
    case .finished:
      return Int(ordinal: line).flatMap { open($0, state) }
    }
  }
}

extension String {
  fileprivate var inBrackets: String { isEmpty ? "" : "   (\(self))" }
}
