import Notes
import Quiz
import Scheduling
import TextUI
import Widgets

/// One question at a time, from a plan to a summary.
struct QuizScreen: Screen {
  private var scope: Plan.Scope
  private(set) var session: Session?
  private var world: World
  private(set) var size = Size(columns: 80, rows: 20)
  /// Letters typed are commands for one key, though the answer is text.
  private(set) var isCommanding = false
  private(set) var shown: String?
  private(set) var comesBack = ""
  private var top = 0
  private(set) var summaryCursor = 0

  init(_ scope: Plan.Scope, in world: World) {
    self.scope = scope
    self.world = world
  }

  var title: String {
    guard let session, let posed = session.posed else { return "Quiz" }
    return "Quiz   \(lessonName(posed.question.lesson))"
  }
  var status: String {
    guard let session else { return "" }
    if session.phase == .finished { return "" }
    let right = session.answered.count { $0.grade != .again }
    return "\(session.left) to go" + (session.answered.isEmpty ? "" : " · \(right) right")
  }
  var tickInterval: Duration? { session == nil && world.knowsQuestions ? .zero : nil }

  func lessonName(_ id: LessonID) -> String {
    "\(world.library.number(of: id)) \(world.library[id]?.title ?? "")"
  }

  // MARK: Keys

  private var isTyping: Bool {
    session?.phase == .asking && session?.posed?.exercise.isTyping == true && !isCommanding
  }

  private func isOpen(_ action: Action) -> Bool {
    guard let session else { return action == .leave }
    let phase = session.phase
    switch action {
    case .answer: return phase == .asking || phase == .judging
    case .next:
      return phase == .revealed || phase == .retry || phase == .finished && !readAgain.isEmpty
    case .hint: return phase == .asking && session.hintsShown < (session.posed?.hints.count ?? 0)
    case .skip, .reveal: return phase == .asking
    case .retry: return phase == .retry
    case .easy:
      return phase == .revealed && session.verdict?.isRight == true
        && session.answered.last?.grade == .good
    case .lesson: return session.posed != nil
    case .figure: return phase == .revealed && figure != nil
    case .why, .confidence: return phase == .asking || phase == .revealed || phase == .retry
    case .more: return phase == .finished
    case .undo, .leave: return true
    case .pageUp, .pageDown: return true
    case .up, .down: return phase == .finished && !readAgain.isEmpty
    }
  }

  var keys: [KeyEntry] {
    guard let session else { return Self.table.filter { $0.action == .leave }.map(\.entry) }
    if session.phase == .confidence {
      return [
        KeyEntry(
          keys: [.character("1")], word: "guess",
          help: "guessing (2 unsure, 3 fairly sure, 4 certain)",
          footer: 1),
        KeyEntry(keys: [.escape], word: "back", help: "back to the answer", footer: 2),
      ]
    }
    var entries: [KeyEntry] = []
    for row in Self.table where isOpen(row.action) {
      guard isTyping else {
        entries.append(row.entry)
        continue
      }
      let keys = row.keys.filter { key in
        if case .character(let character) = key {
          return session.posed?.exercise.takes(character) == false
        }
        return true
      }
      guard let first = keys.first else { continue }
      let isPlain = if case .alt = first { false } else { true }
      entries.append(
        KeyEntry(
          keys: keys, word: row.word, help: row.help + altHelp(keys),
          footer: isPlain ? row.footer : nil))
    }
    if session.phase == .asking || session.phase == .judging, let posed = session.posed {
      entries.insert(contentsOf: posed.exercise.keys, at: 1)
    }
    if isTyping {
      let isWords = session.posed?.exercise.takes("h") == true
      entries.append(
        KeyEntry(
          keys: [.escape], word: isWords ? "then h hint, s skip, o lesson, q leave" : "then s skip",
          help: "makes the next key a command, such as s to skip", footer: isWords ? 3 : 4))
    }
    return entries
  }

  private func altHelp(_ keys: [Key]) -> String {
    if case .alt(let letter)? = keys.first { " (or Esc, then \(letter))" } else { "" }
  }

  private func action(for key: Key) -> Action? {
    Self.table.first { $0.keys.contains(key) && isOpen($0.action) }?.action
  }

  // MARK: Events

  mutating func worldChanged(_ world: World) { self.world = world }

  mutating func update(_ event: Event, in world: World, now: Moment) -> [Effect] {
    switch event {
    case .resized(let size):
      self.size = size
      return []
    case .tick:
      if session == nil, world.knowsQuestions { start(world, now) }
      return []
    case .mouse(.wheelDown, _): top += 3
    case .mouse(.wheelUp, _): top = max(0, top - 3)
    case .mouse(.click, let point): return click(point)
    case .key(.escape):
      if session?.phase == .confidence { session?.reconsider() } else { isCommanding.toggle() }
    case .key(let key): return press(key, event, world, now)
    case .pasted: take(event)
    case .changedOnDisk, .resumed, .ended: break
    }
    clampTop()
    return []
  }

  private mutating func start(_ world: World, _ now: Moment) {
    self.world = world
    guard let progress = world.progress else { return }
    var session = Session(
      scope, bank: world.bank, progress: progress, now: now.stamp,
      asksConfidence: world.settings[Setting.confidence] == "yes")
    session.next(bank: world.bank, progress: progress, now: now.stamp)
    self.session = session
    comesBack = ""
    fresh()
  }

  private mutating func fresh() {
    isCommanding = false
    shown = nil
    top = 0
    summaryCursor = 0
  }

  @discardableResult
  private mutating func take(_ event: Event) -> Bool {
    session?.update { $0.update(event) } ?? false
  }

  private mutating func press(_ key: Key, _ event: Event, _ world: World, _ now: Moment) -> [Effect]
  {
    if session?.phase == .confidence {
      guard case .character(let character) = key, let number = character.wholeNumberValue,
        (1...4).contains(number)
      else { return [] }
      return graded(
        session?.answer(sure: [25, 50, 75, 95][number - 1], now: now.stamp) ?? [], world, now)
    }
    let wasCommanding = isCommanding
    isCommanding = false
    // Scrolling and commands with Alt come first, then the answer, then plain letters.
    if case .pageUp = key { scroll(-max(1, size.rows - 2)) }
    if case .pageDown = key { scroll(max(1, size.rows - 2)) }
    if case .alt = key, let action = action(for: key) { return act(action, world, now) }
    if !wasCommanding, take(event) {
      top = 0
      follow()
      return []
    }
    guard let action = action(for: key) else {
      if wasCommanding { take(event) }
      return []
    }
    return act(action, world, now)
  }

  private mutating func scroll(_ lines: Int) {
    top += lines
    clampTop()
  }

  private mutating func act(_ action: Action, _ world: World, _ now: Moment) -> [Effect] {
    switch action {
    case .answer:
      if let obstacle = session?.posed?.exercise.obstacle { return [.say(obstacle)] }
      return graded(session?.answer(now: now.stamp) ?? [], world, now)
    case .next: return next(world, now)
    case .hint:
      _ = session?.hint()
      follow()
    case .skip:
      let rows = session?.skip(now: now.stamp) ?? []
      advance(world, adding: rows, now)
      return rows.isEmpty ? [] : [.record(rows), .say("Skipped; u takes that back")]
    case .reveal: return graded(session?.giveUp(now: now.stamp) ?? [], world, now)
    case .retry:
      session?.retry()
      fresh()
    case .easy: return graded(session?.easy(now: now.stamp) ?? [], world, now)
    case .undo: return undo(world, now)
    case .why: why(world, now)
    case .lesson:
      guard let question = session?.posed?.question else { return [] }
      return [.open(.lesson(question.lesson, .top))]
    case .figure: return figure.map { [.open(.widget($0))] } ?? []
    case .confidence:
      session?.asksConfidence.toggle()
      let asks = session?.asksConfidence == true
      return [
        .set(name: Setting.confidence, to: asks ? "yes" : nil),
        .say(
          asks ? "You will be asked how sure you are" : "You will not be asked how sure you are"),
      ]
    case .more:
      if session?.answered.isEmpty == true { scope.count = 10 }
      start(world, now)
    case .up: summaryCursor = max(0, summaryCursor - 1)
    case .down: summaryCursor = min(max(0, readAgain.count - 1), summaryCursor + 1)
    case .pageUp, .pageDown: break
    case .leave: return [.back]
    }
    return []
  }

  /// The widget with the question's own numbers.
  private var figure: WidgetRoute? {
    guard let posed = session?.posed, session?.phase != .finished, let figure = posed.figure,
      let inputs = try? Inputs(text: figure.inputs)
    else { return nil }
    return WidgetRoute(
      name: figure.widget, inputs: inputs, key: "quiz#\(posed.question.id)", place: "Quiz")
  }

  private mutating func graded(_ rows: [Review], _ world: World, _ now: Moment) -> [Effect] {
    guard let posed = session?.posed else { return [] }
    if !rows.isEmpty {
      comesBack = Reasons.comesBack(
        world.progress?.card(of: posed.question.id, adding: rows), today: now.day)
    }
    shown = nil
    isCommanding = false
    if posed.question.isSelfJudged, session?.phase == .revealed, session?.isGivenUp == false {
      advance(world, adding: rows, now)
    } else {
      top = 0
      follow()
    }
    return rows.isEmpty ? [] : [.record(rows)]
  }

  private mutating func next(_ world: World, _ now: Moment) -> [Effect] {
    guard let session else { return [] }
    if session.phase == .retry {
      self.session?.reveal()
      follow()
      return []
    }
    if session.phase == .finished {
      let lessons = readAgain
      guard lessons.indices.contains(summaryCursor) else { return [] }
      return [.open(.lesson(lessons[summaryCursor].lesson, .top))]
    }
    if scope.question != nil { return [.back] }
    advance(world, adding: [], now)
    return []
  }

  private mutating func advance(_ world: World, adding rows: [Review], _ now: Moment) {
    guard var progress = world.progress else { return }
    if !rows.isEmpty { progress.add(rows) }
    session?.next(bank: world.bank, progress: progress, now: now.stamp)
    fresh()
  }

  private mutating func undo(_ world: World, _ now: Moment) -> [Effect] {
    guard let progress = world.progress,
      let row = session?.undo(bank: world.bank, progress: progress, now: now.stamp)
    else { return [.say("There is no answer to take back")] }
    fresh()
    return [.record([row]), .say("Taken back: answer it again, with the same numbers")]
  }

  private mutating func why(_ world: World, _ now: Moment) {
    guard shown == nil, let question = session?.posed?.question, let progress = world.progress
    else {
      shown = nil
      return
    }
    shown = Reasons.why(question, progress: progress, now: now.utc, today: now.day)
  }

  private mutating func click(_ point: Point) -> [Effect] {
    let row = point.row - Chrome.firstRow(ofBodyWith: size.rows) + top
    let body = body
    guard body.choices.indices.contains(row), let choice = body.choices[row],
      let digit = String(choice + 1).first
    else { return [] }
    take(.key(.character(digit)))
    return []
  }

  // MARK: Plain mode

  mutating func choose(_ line: String, in world: World, now: Moment) -> [Effect]? {
    guard let session else { return nil }
    switch session.phase {
    case .confidence:
      guard let key = line.first, line.count == 1 else { return [.say("Type 1, 2, 3 or 4")] }
      return press(.character(key), .key(.character(key)), world, now)
    case .retry, .asking, .judging:
      if session.phase == .retry { self.session?.retry() }
      var problem: String?
      _ = self.session?.update { exercise in
        problem = exercise.take(line)
        return true
      }
      if let problem { return [.say(problem)] }
      return act(.answer, world, now)
    case .revealed: return [.say("Type next for the next question")]
    case .finished:
      guard let number = Int(line), readAgain.indices.contains(number - 1) else { return nil }
      return [.open(.lesson(readAgain[number - 1].lesson, .top))]
    }
  }

  var transcript: [String] {
    guard session != nil else { return ["", title] }
    return QuizPicture(screen: self, width: 80, ascii: world.ascii).transcript
  }

  // MARK: Drawing

  /// Lessons with wrong answers, the most first.
  var readAgain: [(lesson: LessonID, wrong: Int)] {
    var wrong: [LessonID: Int] = [:]
    for answer in session?.answered ?? [] where answer.grade == .again {
      wrong[answer.lesson, default: 0] += 1
    }
    return wrong.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
  }

  /// Columns that the text takes, and where it begins.
  var frame: (column: Int, width: Int) {
    let margin = size.columns >= 44 ? 2 : size.columns >= 20 ? 1 : 0
    let width = max(1, min(LessonPage.widest, size.columns - 2 * margin))
    return (max(margin, (size.columns - width) / 2), width)
  }

  private var body: Picture {
    QuizPicture(screen: self, width: frame.width, ascii: world.ascii).picture
  }

  private mutating func clampTop() { top = max(0, min(top, body.lines.count - size.rows)) }

  /// Keeps what matters on the screen: the cursor, or the verdict.
  private mutating func follow() {
    let picture = QuizPicture(screen: self, width: frame.width, ascii: world.ascii)
    let body = picture.picture
    if let cursor = body.cursor?.row {
      if cursor >= top + size.rows - 1 { top = cursor - size.rows + 2 }
      if cursor < top { top = cursor }
    } else if let line = picture.importantLine, body.lines.count > size.rows {
      top = max(0, line - 2)
    }
    clampTop()
  }

  func draw(on canvas: inout Canvas, in area: Rect) {
    let (column, width) = frame
    let body = body
    for (row, line) in body.lines.dropFirst(top).prefix(area.rows).enumerated() {
      canvas.put(line.prefix(width), column: area.column + column, row: area.row + row)
    }
    if let cursor = body.cursor, cursor.row >= top, cursor.row < top + area.rows {
      canvas.cursor = Point(
        column: area.column + column + cursor.column, row: area.row + cursor.row - top)
    }
    if top + area.rows < body.lines.count, area.rows > 2 {
      let more = [Cell](" more: PgDn ", Style(.accent, .bold))
      canvas.fill(Rect(column: area.column, row: area.endRow - 1, columns: area.columns, rows: 1))
      canvas.put(more, column: area.endColumn - more.count - 1, row: area.endRow - 1)
    }
  }
}
