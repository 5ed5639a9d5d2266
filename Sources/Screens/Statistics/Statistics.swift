import Notes
import Quiz
import Scheduling
import TextUI

/// What was learnt, and what is due: a calendar, a forecast, retention against what was promised,
/// and the weakest questions, each with a key to its lesson.
struct Statistics: Screen {
  /// Weak questions that are listed at most.
  private static let mostWeak = 20

  private var report: Report?
  /// Whether a new count is pending; the previous one shows until then.
  private var isCounting = true
  private var today = StudyDay(number: 0)
  private var width = 78
  private var lines: [[Cell]] = []
  /// The page; its weak questions can be picked.
  private var page = ListView()

  static var tables: [[Shortcut]] { [StatisticsKeys.table.all] }
  var looksBack: Bool { true }
  func title(in state: AppState) -> String { "Statistics   \(state.library.title)" }
  func status(in state: AppState) -> String { report.map { "\($0.due) due" } ?? "" }
  func keys(in state: AppState) -> [Shortcut] {
    var facts: Set<KeyFact> = weakShown > 0 ? [.hasItem] : []
    if weakShown > 1 || page.lineCount > page.height { facts.insert(.canMove) }
    return StatisticsKeys.table.shortcuts(given: facts)
  }
  func tickInterval(in state: AppState) -> Duration? {
    isCounting && state.knowsQuestions ? .zero : nil
  }

  private mutating func stateChanged(_ state: AppState) { isCounting = true }

  mutating func update(_ event: ScreenEvent, in state: AppState, now: Moment) -> [Effect]? {
    switch event {
    case .terminal(let event): return react(to: event, state, now)
    case .line(let line): return choose(line, state, now)
    case .stateChanged:
      stateChanged(state)
      return []
    }
  }

  private mutating func react(to event: Event, _ state: AppState, _ now: Moment) -> [Effect] {
    switch event {
    case .resized(let size):
      width = TextFrame(columns: size.columns).width
      page.resize(size.rows)
      layOut(state)
    case .tick:
      guard isCounting, state.knowsQuestions, let progress = state.progress else { return [] }
      today = now.day
      report = Report(progress, bank: state.bank, now: now.utc, today: today)
      isCounting = false
      layOut(state)
    case .mouse(.click, let point):
      guard let item = page.item(atRow: point.row) else { return [] }
      page.select(item)
      return open(item, state)
    case .mouse: ListView.Motion(event).map { page.move($0) }
    case .key(let key):
      if let action = StatisticsKeys.table.action(for: key) { return act(action, state) }
    default: break
    }
    return []
  }

  private mutating func act(_ action: StatisticsKeys.Action, _ state: AppState) -> [Effect] {
    switch action {
    case .move(let motion): page.move(motion)
    case .quiz: return [.open(.quiz(Plan.Scope()))]
    case .more: return aim(0.01, state)
    case .less: return aim(-0.01, state)
    case .open: return open(page.selected, state)
    case .back: return [.back]
    }
    return []
  }

  private func open(_ index: Int, _ state: AppState) -> [Effect] {
    guard let weak = report?.weak, weak.indices.contains(index),
      let question = state.bank[weak[index].question]
    else { return [.say("No question was answered wrongly yet")] }
    return [.open(.lesson(question.lesson, .top))]
  }

  private mutating func aim(_ change: Double, _ state: AppState) -> [Effect] {
    guard let old = state.progress?.scheduler.retention else { return [] }
    let bounds = Scheduler.retentions
    let new = min(max(((old + change) * 100).rounded() / 100, bounds.lowerBound), bounds.upperBound)
    isCounting = true
    return [
      .set(.retention, to: new),
      .say("Questions come back when the chance of knowing them nears \(percent(new))"),
    ]
  }

  private var weakShown: Int { min(report?.weak.count ?? 0, Self.mostWeak) }

  private mutating func layOut(_ state: AppState) {
    guard let report else {
      lines = [[Cell]("Counting …", .muted)]
      page.hold(lines: lines.count)
      return
    }
    let picture = StatisticsPicture(
      report: report, state: state, today: today, shown: weakShown, width: width
    ).build()
    lines = picture.lines
    page.hold(lines: lines.count, items: picture.weak.map { $0..<$0 + 1 })
  }

  // MARK: Plain mode

  private mutating func choose(_ line: String, _ state: AppState, _ now: Moment) -> [Effect]? {
    guard let number = Int(line) else { return nil }
    return open(number - 1, state)
  }

  func selection(in state: AppState) -> String? {
    weakShown > 0 ? lines[page.lines(of: page.selected).lowerBound].text.dropFirst(2).trimmed : nil
  }

  func transcript(in state: AppState) -> [String] {
    guard report != nil else { return ["", title(in: state)] }
    return ["", "\(title(in: state))   (\(status(in: state)))", ""]
      + lines.map(\.plainText)
  }

  // MARK: Drawing

  func draw(on canvas: inout Canvas, in area: Rect, of state: AppState) {
    let left = TextFrame(columns: area.columns).column
    page.draw(on: &canvas, in: area.inset(left: left)) { lines[$0] }
  }
}
