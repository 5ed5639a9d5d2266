import Basics
import Notes
import Quiz
import Scheduling
import TextUI

/// Chapters and lessons; Enter opens the one under the cursor.
struct Contents: Screen {
  private var rows: ContentsRows
  private var list = ListView()
  /// How many questions of each lesson are due today.
  private var due: [LessonID: Int] = [:]
  /// The filter while it is typed.
  private var entry: LineEntry?

  init(state: AppState) {
    rows = ContentsRows(state.library)
    list.hold(rows.rows.count)
    if let key = state.lastLesson, let id = state.library.lesson(withKey: key) {
      if let row = rows.row(of: id) { select(row) }
    } else {
      select(rows.firstLesson)
    }
  }

  // MARK: What the frame shows

  static var tables: [[Shortcut]] { [ContentsKeys.table.all, ContentsKeys.filter.all] }
  func title(in state: AppState) -> String { "Attend   \(state.library.title)" }
  func status(in state: AppState) -> String {
    let library = state.library
    if !library.isComplete {
      let count = library.documents.count
      return "reading notes: \(count - library.unreadCount) of \(count)"
    }
    let count = rows.lessonCount
    if !rows.filter.isEmpty {
      return "\(counted(count, "lesson matches", "lessons match")) \"\(rows.filter)\""
    }
    return due.isEmpty ? counted(count, "lesson") : "\(due.values.reduce(0, +)) due today"
  }
  func keys(in state: AppState) -> [Shortcut] {
    entry == nil
      ? ContentsKeys.table.shortcuts(given: facts(in: state))
      : ContentsKeys.filter.shortcuts(given: entry?.facts ?? [])
  }
  private func facts(in state: AppState) -> Set<KeyFact> {
    let leads = open(list.selected, state).contains { if case .open = $0 { true } else { false } }
    return .those([
      .hasItem: !rows.rows.isEmpty, .opens: leads, .canMove: rows.rows.count > 1,
      .hasNext: rows.chapter(from: list.selected, 1) != nil, .isFiltered: !rows.filter.isEmpty,
    ])
  }
  var prompt: Prompt? { entry.map { Prompt(label: "Filter: ", field: $0.field) } }
  var nearDocument: Int {
    rows.rows.indices.contains(list.top) ? rows.rows[list.top].document : 0
  }

  // MARK: The cursor

  private mutating func select(_ row: Int) {
    list.select(row)
    showChapter()
  }

  /// A chapter's title comes into view with its first lesson.
  private mutating func showChapter() {
    guard list.selected > 0, list.height > 1, case .chapter = rows.rows[list.selected - 1] else {
      return
    }
    list.reveal(line: list.selected - 1)
  }

  private mutating func stateChanged(_ state: AppState) {
    let old = rows.rows.indices.contains(list.selected) ? rows.rows[list.selected] : nil
    due = state.dueByLesson
    rows.setLibrary(state.library)
    list.hold(rows.rows.count)
    let found =
      switch old {
      case .lesson(let id, _)?: rows.row(of: id)
      case .chapter?: old.flatMap(rows.row(like:))
      case nil: nil as Int?
      }
    if let found { select(found) }
  }

  // MARK: Events

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
    if let outcome = entry?.update(event, by: ContentsKeys.filter) {
      filter(outcome)
      return []
    }
    switch event {
    case .resized(let size):
      list.resize(size.rows)
      showChapter()
    case .mouse(.click, let point):
      guard let row = list.item(atRow: point.row) else { return [] }
      select(row)
      return open(row, state)
    case .mouse: ListView.Motion(event).map { list.move($0) }
    case .key(let key):
      if let action = ContentsKeys.table.action(for: key, given: facts(in: state)) {
        return act(action, state)
      }
    default: break
    }
    return []
  }

  private mutating func act(_ action: ContentsKeys.Action, _ state: AppState) -> [Effect] {
    switch action {
    case .move(let motion):
      list.move(motion)
      showChapter()
    case .nextChapter: rows.chapter(from: list.selected, 1).map { select($0) }
    case .previousChapter: rows.chapter(from: list.selected, -1).map { select($0) }
    case .open: return open(list.selected, state)
    case .filter: entry = LineEntry(rows.filter)
    case .clearFilter: setFilter("")
    case .search: return [.open(.search(""))]
    case .quiz: return [.open(.quiz(Plan.Scope()))]
    case .statistics: return [.open(.statistics)]
    case .forward: return [.forward]
    case .widgets: return [.open(.widgets)]
    case .bookmarks: return [.open(.bookmarks)]
    case .quit: return [.quit]
    }
    return []
  }

  private func open(_ row: Int, _ state: AppState) -> [Effect] {
    guard rows.rows.indices.contains(row) else { return [] }
    switch rows.rows[row] {
    case .lesson(let id, _): return [.open(.lesson(id, .lastPlace))]
    case .chapter(let document, let chapter):
      switch state.library.documents[document].state {
      case .unread: return [.say("These notes are still being read"), .read([document])]
      case .unreadable(let reason):
        return [.say("\(state.library.documents[document].path) \(reason)")]
      case .read:
        let id = LessonID(document: document, chapter: chapter, lesson: 0)
        return state.library[id] == nil
          ? [.say("This chapter holds no text")] : [.open(.lesson(id, .lastPlace))]
      }
    }
  }

  private mutating func filter(_ outcome: LineEntry.Outcome) {
    switch outcome {
    case .changed(let text): setFilter(text.trimmed)
    case .finished: entry = nil
    case .cancelled:
      entry = nil
      setFilter("")
    case .nothing: break
    }
  }

  private mutating func setFilter(_ text: String) {
    rows.setFilter(text)
    list.hold(rows.rows.count)
    list.move(.top)
    select(rows.firstLesson)
  }

  private mutating func choose(_ line: String, _ state: AppState, _ now: Moment) -> [Effect]? {
    do {
      return [.open(.lesson(try LessonName.find(line, in: state.library), .lastPlace))]
    } catch { return [.say(error.message)] }
  }

  // MARK: Showing

  /// What stands in place of the list where it is empty.
  private var emptyText: String? {
    guard rows.rows.isEmpty else { return nil }
    return rows.filter.isEmpty ? "No notes here." : "No title holds \"\(rows.filter)\"."
  }

  private func cells(_ row: Int, _ state: AppState) -> (left: [Cell], right: [Cell]) {
    ContentsLine(row: rows.rows[row], due: due, state: state).cells
  }

  func draw(on canvas: inout Canvas, in area: Rect, of state: AppState) {
    emptyText.map { canvas.put(empty: $0, in: area) }
    list.draw(on: &canvas, in: area) { line in
      let (left, right) = cells(line, state)
      return .spread(left, right, width: area.columns)
    }
  }

  func selection(in state: AppState) -> String? {
    rows.rows.indices.contains(list.selected)
      ? cells(list.selected, state).left.text.trimmed : nil
  }

  func transcript(in state: AppState) -> [String] {
    var lines = ["", "\(state.library.title)   (\(status(in: state)))", ""]
    if let emptyText { lines.append(emptyText) }
    for row in rows.rows {
      let (left, right) = ContentsLine(row: row, due: due, state: state).cells
      lines.append((left + (right.isEmpty ? [] : [Cell]("  ") + right)).text)
    }
    return lines + state.library.problems
  }
}

extension AppState {
  /// How many questions of each lesson fall due today, or were before.
  fileprivate var dueByLesson: [LessonID: Int] {
    guard let progress, knowsQuestions, !progress.cards.isEmpty else { return [:] }
    var due: [LessonID: Int] = [:]
    for question in bank.questions {
      if let card = progress.cards[question.id], card.dueDay <= today {
        due[question.lesson, default: 0] += 1
      }
    }
    return due
  }
}
