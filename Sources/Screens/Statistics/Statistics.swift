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

  func title(in world: World) -> String { "Statistics   \(world.library.title)" }
  func status(in world: World) -> String { report.map { "\($0.due) due" } ?? "" }
  func keys(in world: World) -> [Shortcut] {
    var facts: Set<KeyFact> = weakShown > 0 ? [.hasItem] : []
    if weakShown > 1 || page.lineCount > page.height { facts.insert(.canMove) }
    return StatisticsKeys.table.shortcuts(given: facts)
  }
  func tickInterval(in world: World) -> Duration? {
    isCounting && world.knowsQuestions ? .zero : nil
  }

  mutating func worldChanged(_ world: World) { isCounting = true }

  mutating func update(_ event: Event, in world: World, now: Moment) -> [Effect] {
    switch event {
    case .resized(let size):
      width = TextFrame(columns: size.columns).width
      page.resize(size.rows)
      layOut(world)
    case .tick:
      guard isCounting, world.knowsQuestions, let progress = world.progress else { return [] }
      today = now.day
      report = Report(progress, bank: world.bank, now: now.utc, today: today)
      isCounting = false
      layOut(world)
    case .mouse(.click, let point):
      guard let item = page.item(atRow: point.row) else { return [] }
      page.select(item)
      return open(item, world)
    case .mouse: ListView.Motion(event).map { page.move($0) }
    case .key(let key):
      if let action = StatisticsKeys.table.action(for: key) { return act(action, world) }
    default: break
    }
    return []
  }

  private mutating func act(_ action: StatisticsKeys.Action, _ world: World) -> [Effect] {
    switch action {
    case .move(let motion): page.move(motion)
    case .quiz: return [.open(.quiz(Plan.Scope()))]
    case .more: return aim(0.01, world)
    case .less: return aim(-0.01, world)
    case .open: return open(page.selected, world)
    case .back: return [.back]
    }
    return []
  }

  private func open(_ index: Int, _ world: World) -> [Effect] {
    guard let weak = report?.weak, weak.indices.contains(index),
      let question = world.bank[weak[index].question]
    else { return [.say("No question was answered wrongly yet")] }
    return [.open(.lesson(question.lesson, .top))]
  }

  private mutating func aim(_ change: Double, _ world: World) -> [Effect] {
    guard let old = world.progress?.scheduler.retention else { return [] }
    let bounds = Scheduler.retentions
    let new = min(max(((old + change) * 100).rounded() / 100, bounds.lowerBound), bounds.upperBound)
    isCounting = true
    return [
      .set(.retention, to: new),
      .say("Questions come back when the chance of knowing them nears \(percent(new))"),
    ]
  }

  private var weakShown: Int { min(report?.weak.count ?? 0, Self.mostWeak) }

  private mutating func layOut(_ world: World) {
    guard let report else {
      lines = [[Cell]("Counting …", .muted)]
      page.hold(lines: lines.count)
      return
    }
    let picture = StatisticsPicture(
      report: report, world: world, today: today, shown: weakShown, width: width
    ).build()
    lines = picture.lines
    page.hold(lines: lines.count, items: picture.weak.map { $0..<$0 + 1 })
  }

  // MARK: Plain mode

  mutating func choose(_ line: String, in world: World, now: Moment) -> [Effect]? {
    guard let number = Int(line) else { return nil }
    return open(number - 1, world)
  }

  func selection(in world: World) -> String? {
    weakShown > 0 ? lines[page.lines(of: page.selected).lowerBound].text.dropFirst(2).trimmed : nil
  }

  func transcript(in world: World) -> [String] {
    guard report != nil else { return ["", title(in: world)] }
    return ["", "\(title(in: world))   (\(status(in: world)))", ""]
      + lines.map(\.plainText)
  }

  // MARK: Drawing

  func draw(on canvas: inout Canvas, in area: Rect, of world: World) {
    let left = TextFrame(columns: area.columns).column
    page.draw(on: &canvas, in: area.inset(left: left)) { lines[$0] }
  }
}
