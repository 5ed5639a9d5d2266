import Notes
import Quiz
import Scheduling
import TextUI
import Widgets

/// One question at a time, from a plan to a summary.
struct QuizScreen: Screen {
  private var sitting: QuizSitting
  private var size = Size(columns: 80, rows: 20)
  private var top = 0
  /// The lesson of the summary that the cursor is on.
  private var cursor = 0
  /// Whether the next letter is a command, although the answer is text.
  private var isCommanding = false
  /// The time of the last event.
  private var clock: Moment?

  init(_ scope: Plan.Scope) { sitting = QuizSitting(scope) }

  var session: Session? { sitting.session }

  // MARK: What the frame shows

  func title(in state: AppState) -> String {
    guard let question = session?.posed?.question else { return "Quiz" }
    return "Quiz  \(state.library.name(of: question.lesson))"
  }

  func status(in state: AppState) -> String {
    [course?.signs(ascii: state.ascii), count].compactMap(\.self).joined(separator: "   ")
  }
  private var count: String? {
    course.map { "\($0.number) of \($0.total)" + (sitting.isLooking ? " so far" : "") }
  }
  func progress(in state: AppState) -> Double? {
    course.map { Double($0.done) / Double(max(1, $0.total)) }
  }
  /// Nil where one question is asked alone.
  private var course: QuizCourse? {
    sitting.isForOneQuestion ? nil : session.flatMap(QuizCourse.init)
  }

  func keys(in state: AppState) -> [Shortcut] {
    session?.phase == .confidence
      ? QuizKeys.confidence.shortcuts()
      : QuizKeys.shortcuts(given: facts, answering: session?.posed)
  }

  private var facts: Set<KeyFact> {
    isCommanding ? sitting.facts.subtracting([.isTyping]) : sitting.facts
  }

  private var isTyping: Bool { sitting.isTyping && !isCommanding }
  var takesText: Bool { isTyping }
  var takesLetters: Bool { takesText }
  var awaitsQuestions: Bool { session == nil }
  func tickInterval(in state: AppState) -> Duration? {
    session == nil && state.progress != nil ? .zero : nil
  }

  mutating func stateChanged(_ state: AppState) {
    if let clock { sitting.extend(state, now: clock) }
  }

  // MARK: Events

  mutating func update(_ event: Event, in state: AppState, now: Moment) -> [Effect] {
    clock = now
    switch event {
    case .resized(let size):
      self.size = size
      if session != nil { follow(state) }
    case .tick:
      sitting.startIfSettled(state, now)
    case .mouse(.wheelDown, _): scroll(3, state)
    case .mouse(.wheelUp, _): scroll(-3, state)
    case .mouse(.click, let point): return click(point, state)
    case .key(let key): return press(key, state, now)
    case .pasted:
      take(event)
      scroll(0, state)
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
    let facts = facts
    let wasCommanding = isCommanding
    isCommanding = false
    if !wasCommanding, sitting.take(.key(key)) {
      top = 0
      follow(state)
      return []
    }
    guard let action = QuizKeys.table.action(for: key, given: facts) else {
      if wasCommanding { take(.key(key)) }
      return []
    }
    return act(action, state, now)
  }

  private mutating func act(_ action: QuizKeys.Action, _ state: AppState, _ now: Moment) -> [Effect]
  {
    switch action {
    case .open: return open()
    case .up: cursor = max(0, cursor - 1)
    case .down: cursor = min(max(0, (session?.toReadAgain.count ?? 0) - 1), cursor + 1)
    case .pageUp: scroll(-max(1, size.rows - 2), state)
    case .pageDown: scroll(max(1, size.rows - 2), state)
    case .command: isCommanding = true
    default: return show(sitting.act(action, state, now), state)
    }
    return []
  }

  private mutating func take(_ event: Event) { _ = sitting.take(event) }

  private mutating func click(_ point: Point, _ state: AppState) -> [Effect] {
    let row = point.row + top
    let choices = picture(state).lines.choices
    guard choices.indices.contains(row), let choice = choices[row] else { return [] }
    if session?.phase == .finished {
      cursor = choice
      return open()
    }
    sitting.choose(choice)
    return []
  }

  /// The lesson under the summary's cursor.
  private func open() -> [Effect] {
    let lessons = session?.toReadAgain ?? []
    guard lessons.indices.contains(cursor) else { return [] }
    return [.open(.lesson(lessons[cursor].lesson, .top))]
  }

  // MARK: Scrolling

  /// Brings into view what a change has brought.
  private mutating func show(
    _ result: (effects: [Effect], change: QuizSitting.Change), _ state: AppState
  ) -> [Effect] {
    switch result.change {
    case .nothing: break
    case .further: (isCommanding, top) = (false, 0)
    case .another: (isCommanding, top, cursor) = (false, 0, 0)
    }
    if result.change == .further { follow(state) }
    return result.effects
  }

  private mutating func scroll(_ lines: Int, _ state: AppState) {
    top = max(0, min(top + lines, picture(state).lines.lines.count - size.rows))
  }

  /// Keeps what matters on the screen: the cursor, or the verdict.
  private mutating func follow(_ state: AppState) {
    let (picture, verdict) = picture(state).build()
    let count = picture.lines.count
    if let row = picture.cursor?.row {
      if row >= top + size.rows - 1 { top = row - size.rows + 2 }
      if row < top { top = row }
    } else if let line = verdict, count > size.rows {
      top = max(0, line - 2)
    }
    top = max(0, min(top, count - size.rows))
  }

  // MARK: Showing

  func picture(_ state: AppState) -> QuizPicture {
    QuizPicture(
      session: session, notes: sitting.notes, cursor: cursor, state: state,
      width: TextFrame(columns: Panes(size).main.columns).width)
  }

  func draw(on canvas: inout Canvas, in area: Rect, of state: AppState) {
    let panes = Panes(area)
    picture(state).draw(on: &canvas, in: panes.main, from: top)
    guard let side = panes.side else { return }
    panes.drawRule(on: &canvas, in: side)
    guard let session else { return }
    let aside = QuizAside(session: session, state: state, width: Panes.textWidth(of: side))
    for (row, cells) in aside.lines(height: side.rows).enumerated() {
      canvas.put(cells, column: side.column, row: side.row + row)
    }
  }

  // MARK: Plain mode

  private func text(_ state: AppState) -> QuizText {
    QuizText(
      session: session, notes: sitting.notes, state: state,
      heading: title(in: state) + (count.map { "   (\($0))" } ?? ""))
  }

  func transcript(in state: AppState) -> [String] {
    session == nil ? ["", title(in: state)] : text(state).lines
  }

  var emptyLine: EmptyLine {
    switch session?.phase {
    case .revealed: .goesOn
    case .asking where session?.posed?.question.isSelfJudged == false, .judging: .isAnswer
    default: .nothing
    }
  }

  var isFinished: Bool { session?.phase == .finished }

  func selection(in state: AppState) -> String? {
    guard !isTyping else { return nil }
    let lines = picture(state).lines
    return lines.cursor.map { lines.lines[$0.row].plainText.trimmed }
  }

  mutating func choose(_ line: String, in state: AppState, now: Moment) -> [Effect]? {
    guard let session else { return nil }
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
      let lessons = session.toReadAgain
      guard let number = Int(line), lessons.indices.contains(number - 1) else { return nil }
      return [.open(.lesson(lessons[number - 1].lesson, .top))]
    }
  }
}
