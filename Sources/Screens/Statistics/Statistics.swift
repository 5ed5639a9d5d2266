import Notes
import Quiz
import Scheduling
import TextUI

/// What was learnt, and what is due: a calendar, a forecast, retention against what was promised,
/// and the weakest questions, each with a key to its lesson.
struct Statistics: Screen {
  enum Action: Equatable {
    case up, down, pageUp, pageDown, open, quiz, more, less, back
  }
  static let table: [KeyRow<Action>] = [
    KeyRow(
      [.enter], "open", "open the lesson of the weak question under the cursor", footer: 1, .open),
    KeyRow([.character("t")], "quiz", "test yourself", footer: 2, .quiz),
    KeyRow([.up, .character("k")], "up", "up", .up),
    KeyRow([.down, .character("j")], "down", "down", footer: 4, .down),
    KeyRow([.pageUp, .character("b")], "page-up", "a page up", .pageUp),
    KeyRow([.pageDown, .character(" ")], "page", "a page down", footer: 5, .pageDown),
    KeyRow(
      [.character("+")], "more", "aim at remembering more: questions come back sooner", footer: 6,
      .more),
    KeyRow([.character("-")], "less", "aim at remembering less: questions come back later", .less),
    KeyRow([.character("q"), .escape], "back", "back", footer: 3, .back),
  ]

  private(set) var report: Report?
  private var today = StudyDay(number: 0)
  private var size = Size(columns: 80, rows: 20)
  private var top = 0
  private(set) var cursor = 0

  func title(in world: World) -> String { "Statistics   \(world.library.title)" }
  func status(in world: World) -> String { report.map { "\($0.due) due" } ?? "" }
  func keys(in world: World) -> [KeyEntry] { Self.table.map(\.entry) }
  func tickInterval(in world: World) -> Duration? {
    report == nil && world.knowsQuestions ? .zero : nil
  }

  mutating func worldChanged(_ world: World) { report = nil }

  mutating func update(_ event: Event, in world: World, now: Moment) -> [Effect] {
    switch event {
    case .resized(let size): self.size = size
    case .tick:
      guard report == nil, world.knowsQuestions, let progress = world.progress else { return [] }
      today = now.day
      report = Report(progress, bank: world.bank, now: now.utc, today: today)
    case .mouse(.wheelDown, _): scroll(3, world)
    case .mouse(.wheelUp, _): scroll(-3, world)
    case .key(let key):
      if let action = Self.table.action(for: key) { return act(action, world) }
    default: break
    }
    return []
  }

  private mutating func act(_ action: Action, _ world: World) -> [Effect] {
    switch action {
    case .up: move(-1, world)
    case .down: move(1, world)
    case .pageUp: scroll(-max(1, size.rows - 1), world)
    case .pageDown: scroll(max(1, size.rows - 1), world)
    case .quiz: return [.open(.quiz(Plan.Scope()))]
    case .more: return aim(0.01, world)
    case .less: return aim(-0.01, world)
    case .open: return open(cursor, world)
    case .back: return [.back]
    }
    return []
  }

  private func open(_ index: Int, _ world: World) -> [Effect] {
    guard let weak = report?.weak, weak.indices.contains(index),
      let question = world.bank[weak[index].question]
    else { return [.say("No question has slipped yet")] }
    return [.open(.lesson(question.lesson, .top))]
  }

  private mutating func aim(_ change: Double, _ world: World) -> [Effect] {
    guard let old = world.progress?.scheduler.retention else { return [] }
    let bounds = Scheduler.retentions
    let new = min(max(((old + change) * 100).rounded() / 100, bounds.lowerBound), bounds.upperBound)
    report = nil
    return [
      .set(name: Setting.retention, to: "\(new)"),
      .say("Questions come back when the chance of knowing them nears \(percent(new))"),
    ]
  }

  private var weakShown: Int { min(report?.weak.count ?? 0, 20) }

  private mutating func move(_ step: Int, _ world: World) {
    let last = max(0, weakShown - 1)
    if weakShown == 0 || step < 0 && cursor == 0 { return scroll(step, world) }
    let weakLine = weakLine(in: world)
    if step > 0, top == 0, weakLine >= size.rows { return scroll(step * 3, world) }
    cursor = max(0, min(last, cursor + step))
    let line = weakLine + cursor
    if line >= top + size.rows { top = line - size.rows + 1 }
    if line < top { top = line }
  }

  private mutating func scroll(_ step: Int, _ world: World) {
    top = max(0, min(top + step, lines(in: world).count - size.rows))
  }

  // MARK: Plain mode

  mutating func choose(_ line: String, in world: World, now: Moment) -> [Effect]? {
    guard let number = Int(line) else { return nil }
    return open(number - 1, world)
  }

  func selection(in world: World) -> String? {
    weakShown > 0 ? lines(in: world)[weakLine(in: world) + cursor].text.dropFirst(2).trimmed : nil
  }

  func transcript(in world: World) -> [String] {
    guard report != nil else { return ["", title(in: world)] }
    return ["", "\(title(in: world))   (\(status(in: world)))", ""]
      + lines(in: world).map(\.plainText)
  }

  // MARK: Drawing

  private var width: Int { max(1, min(LessonPage.widest, size.columns - 2)) }
  private func lines(in world: World) -> [[Cell]] {
    guard let report else { return [[Cell]("Counting …", .muted)] }
    return StatisticsPicture(
      report: report, world: world, today: today, cursor: cursor, shown: weakShown, width: width
    ).lines
  }
  private func weakLine(in world: World) -> Int { lines(in: world).count - max(1, weakShown) }

  func draw(on canvas: inout Canvas, in area: Rect, of world: World) {
    let column = area.column + max(1, (area.columns - width) / 2)
    for (row, line) in lines(in: world).dropFirst(top).prefix(area.rows).enumerated() {
      canvas.put(line.prefix(width), column: column, row: area.row + row)
    }
    let weakLine = weakLine(in: world)
    if weakShown > 0, (top..<top + area.rows).contains(weakLine + cursor) {
      canvas.cursor = Point(column: column, row: area.row + weakLine + cursor - top)
    }
  }
}

/// A part of 1 as whole percent.
func percent(_ part: Double) -> String { "\(Int((part * 100).rounded())) %" }
