import Notes
import Quiz
import Scheduling
import TextUI
import Widgets

/// One question at a time, from a plan to a summary.
struct QuizScreen: Screen {
  var scope: Plan.Scope
  var session: Session?
  var world: World
  var size = Size(columns: 80, rows: 20)
  /// Letters typed are commands for one key, though the answer is text.
  var isCommanding = false
  var shown: String?
  var comesBack = ""
  /// What the clock and the log disagree about.
  var doubt: String?
  var top = 0
  var summaryCursor = 0
  /// When questions were first looked for.
  private var since: Int?
  /// Whether notes are still being looked through for more that is due.
  private var isLooking = false
  /// The time of the last event.
  private var clock: Session.Stamp?

  init(_ scope: Plan.Scope, in world: World) {
    self.scope = scope
    self.world = world
  }

  func title(in world: World) -> String {
    guard let session, let posed = session.posed else { return "Quiz" }
    return "Quiz   \(lessonName(posed.question.lesson))"
  }
  func status(in world: World) -> String {
    guard let session else { return "" }
    if session.phase == .finished { return "" }
    let right = session.answered.count { $0.grade != .again }
    return "\(session.left) to go" + (isLooking ? " so far" : "")
      + (session.answered.isEmpty ? "" : " · \(right) right")
  }
  var takesText: Bool { isTyping }
  func tickInterval(in world: World) -> Duration? {
    session == nil && world.progress != nil ? .zero : nil
  }

  func lessonName(_ id: LessonID) -> String {
    "\(world.library.number(of: id)) \(world.library[id]?.title ?? "")"
  }

  // MARK: Events

  mutating func worldChanged(_ world: World) {
    self.world = world
    guard isLooking, world.knowsQuestions, let progress = world.progress, let clock else { return }
    isLooking = false
    session?.extend(bank: world.bank, progress: progress, now: clock)
  }

  var awaitsQuestions: Bool { session == nil }

  /// Begins as soon as nothing that is still to be read could change the first questions.
  private mutating func startIfSettled(_ world: World, _ now: Moment) {
    guard session == nil, let progress = world.progress else { return }
    let since = since ?? now.utc
    self.since = since
    if Plan.isSettled(
      scope, bank: world.bank, of: world.library, progress: progress, now: now.utc,
      today: now.day, since: since)
    {
      start(world, now)
    }
  }

  mutating func update(_ event: Event, in world: World, now: Moment) -> [Effect] {
    clock = now.stamp
    switch event {
    case .resized(let size):
      self.size = size
      if session != nil { follow() }
      return []
    case .tick:
      startIfSettled(world, now)
      return []
    case .mouse(.wheelDown, _): top += 3
    case .mouse(.wheelUp, _): top = max(0, top - 3)
    case .mouse(.click, let point): return click(point)
    case .key(.escape):
      if session?.phase == .confidence { session?.reconsider() } else { isCommanding.toggle() }
    case .key(let key): return press(key, event, world, now)
    case .pasted: take(event)
    case .changedOnDisk, .ground, .resumed, .ended: break
    }
    clampTop()
    return []
  }

  mutating func start(_ world: World, _ now: Moment) {
    self.world = world
    guard let progress = world.progress else { return }
    var session = Session(
      scope, bank: world.bank, progress: progress, now: now.stamp,
      asksConfidence: world.settings[.confidence])
    session.next(bank: world.bank, progress: progress, now: now.stamp)
    self.session = session
    isLooking = !world.knowsQuestions
    comesBack = ""
    doubt = progress.clockDoubt(now: now.utc, today: now.day)
    fresh()
  }

  mutating func fresh() {
    isCommanding = false
    shown = nil
    top = 0
    summaryCursor = 0
  }

  @discardableResult
  mutating func take(_ event: Event) -> Bool {
    session?.update { $0.update(event) } ?? false
  }

  mutating func press(_ key: Key, _ event: Event, _ world: World, _ now: Moment) -> [Effect] {
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

  mutating func scroll(_ lines: Int) {
    top += lines
    clampTop()
  }

  mutating func click(_ point: Point) -> [Effect] {
    let row = point.row + top
    let body = body
    guard body.choices.indices.contains(row), let choice = body.choices[row] else { return [] }
    if session?.phase == .finished {
      summaryCursor = choice
      return open()
    }
    _ = session?.update { form in
      form.choose(choice)
      return true
    }
    return []
  }
}
