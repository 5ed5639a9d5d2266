import Basics
import Notes
import Quiz
import Scheduling
import TextUI

/// Chapters and lessons, and above them what there is to do now; Enter opens what is under the cursor.
struct Contents: Screen {
  var rows: ContentsRows
  private(set) var list = ListView()
  private(set) var outlook: Outlook
  /// Words of lessons that show, counted once for each, in these documents.
  private(set) var words: [LessonID: Int] = [:]
  private var documents: LongList<Document>?
  private var size = Size(columns: 80, rows: 20)
  private(set) var preview: [[Cell]] = []
  /// The key of the lesson that the cursor was put on.
  private var lastLesson: String?
  /// Whether the cursor waits for the lesson read last, which was not read from the disk yet, to come: it
  /// does until a key moves it.
  private var waits = false
  private(set) var filter = ListFilter()
  /// What of the list the plain mode prints.
  var printed = Printed.head

  init(state: AppState) {
    outlook = Outlook(state)
    let reading = outlook.last ?? outlook.goOn
    rows = ContentsRows(state.library, reading: reading)
    list.hold(rows.rows.count)
    lastLesson = state.lastLesson
    waits = lastLesson != nil && outlook.last == nil && !state.library.isComplete
    select(reading.flatMap(rows.row) ?? rows.firstLesson)
  }

  // MARK: What the frame shows

  static var tables: [[Shortcut]] { [ContentsKeys.table.all, ContentsKeys.filter.all] }
  func title(in state: AppState) -> String { Chrome.name + state.library.title }
  func status(in state: AppState) -> String {
    let library = state.library
    if !library.isComplete {
      let count = library.documents.count
      if count == 1 { return "\(counted(outlook.lessonCount, "lesson")), reading on …" }
      return "reading notes: \(count - library.unreadCount) of \(count)"
    }
    if !rows.filter.isEmpty {
      return
        "\(counted(rows.lessonCount, "lesson matches", "lessons match")) \"\(rows.filter)\""
    }
    return outlook.lessonsRead == 0
      ? counted(outlook.lessonCount, "lesson")
      : "\(outlook.lessonsRead) of \(counted(outlook.lessonCount, "lesson")) read"
  }
  func progress(in state: AppState) -> Double? {
    Double(outlook.lessonsRead) / Double(max(1, outlook.lessonCount))
  }
  func keys(in state: AppState) -> [Shortcut] {
    filter.isTyped
      ? ContentsKeys.filter.shortcuts(given: filter.facts)
      : ContentsKeys.table.shortcuts(given: facts(in: state))
  }
  private func facts(in state: AppState) -> Set<KeyFact> {
    var facts: Set<KeyFact> = .those([
      .hasItem: !rows.rows.isEmpty, .opens: opens(state), .canMove: rows.rows.count > 1,
      .hasNext: rows.chapter(from: list.selected, 1) != nil, .isFiltered: !rows.filter.isEmpty,
      .canUndo: !state.recognised.isEmpty,
    ])
    if let row = selectedRow, row.folds {
      facts.insert(rows.isOpen(row) ? .isUnfolded : .isFolded)
      facts.insert(.isAtChapter)
    }
    return facts
  }
  /// Whether Enter leads anywhere: to a lesson, or to those of a chapter.
  private func opens(_ state: AppState) -> Bool {
    switch selectedRow {
    case .lesson?, .part?: true
    case .chapter(let document, let chapter)?:
      rows.filter.isEmpty
        && state.library[LessonID(document: document, chapter: chapter, lesson: 0)] != nil
    case nil: false
    }
  }
  var takesCount: Bool { !filter.isTyped }
  var prompt: Prompt? { filter.prompt }
  var nearDocument: Int {
    rows.rows.indices.contains(list.top) ? rows.rows[list.top].place.document : 0
  }

  // MARK: The cursor

  var selectedRow: ContentsRows.Row? {
    rows.rows.indices.contains(list.selected) ? rows.rows[list.selected] : nil
  }
  var selectedLesson: LessonID? {
    if case .lesson(let id, _) = selectedRow { id } else { nil }
  }

  mutating func select(_ row: Int) {
    list.select(row)
    showChapter()
  }

  /// A chapter's title comes into view with its first lesson.
  private mutating func showChapter() {
    guard list.selected > 0, list.height > 1, rows.rows[list.selected - 1].folds else { return }
    list.reveal(line: list.selected - 1)
  }

  private mutating func stateChanged(_ state: AppState) {
    let old = selectedRow
    outlook = Outlook(state)
    let reading = outlook.last ?? outlook.goOn
    rows.setLibrary(state.library, reading: reading)
    list.hold(rows.rows.count)
    let isThere = waits && outlook.last != nil
    if state.lastLesson != lastLesson || isThere, let row = reading.flatMap(rows.row) {
      lastLesson = state.lastLesson
      waits = false
      select(row)
    } else {
      let found: Int? =
        switch old {
        case .lesson(let id, _)?: rows.row(of: id)
        case .chapter?, .part?: old.flatMap(rows.row(like:))
        case nil: nil
        }
      if let found { select(found) }
    }
    // While notes are still being read those that were stay as they are.
    if let documents, documents != state.library.documents { words = [:] }
    documents = state.library.isComplete ? state.library.documents : nil
    count(state)
    makePreview(state)
  }

  /// What is told of the row under the cursor, beside the list.
  private mutating func makePreview(_ state: AppState) {
    guard !state.isLinear, let side = Panes(size).side else {
      preview = []
      return
    }
    preview = ContentsPreview(outlook: outlook, state: state, width: Panes.textWidth(of: side))
      .lines(of: selectedRow, height: side.rows)
  }

  /// Lessons whose words are counted at once; the window of the plain mode has no end.
  private static let mostCounted = 100
  /// Bytes of lessons after which a slice of counting ends.
  private static let slice = 200_000

  /// Lessons that show, and whose words are not counted yet: none before there is a window, under a lesson
  /// that was asked for.
  private var uncounted: [LessonID] {
    let shown = rows.lessons(in: list.top..<list.top + list.height, most: Self.mostCounted)
    return (shown + (outlook.goOn.map { [$0] } ?? [])).filter { words[$0] == nil }
  }

  /// How long lessons take is told when the list is there: its first frame does not wait for it.
  func tickInterval(in state: AppState) -> Duration? { uncounted.isEmpty ? nil : .zero }

  /// Counts words, a slice at a time. What is printed line by line has them all, for it is printed once.
  private mutating func count(_ state: AppState) {
    var bytes = 0
    for id in uncounted where state.isLinear || bytes < Self.slice {
      words[id] = state.library.wordsToRead(id)
      bytes += state.library[id]?.range.count ?? 0
    }
  }

  // MARK: Events

  var headRows: Int {
    rows.rows.isEmpty && rows.filter.isEmpty ? 0 : ContentsHead.rows(height: size.rows)
  }

  mutating func update(_ event: ScreenEvent, in state: AppState, now: Moment) -> [Effect]? {
    switch event {
    case .terminal(let event):
      let before = selectedRow
      let effects = react(to: event, state, now)
      if !event.isResize || state.isLinear { count(state) }
      if selectedRow != before || event.isResize { makePreview(state) }
      return effects
    case .line(let line):
      let effects = choose(line, state)
      count(state)
      return effects
    case .stateChanged:
      stateChanged(state)
      return []
    }
  }

  private mutating func react(to event: Event, _ state: AppState, _ now: Moment) -> [Effect] {
    if let isOther = filter.update(event, by: ContentsKeys.filter) {
      if isOther { showFiltered() }
      return []
    }
    switch event {
    case .resized(let size):
      self.size = size
      list.resize(size.rows - headRows)
      showChapter()
    case .mouse(.click, let point): return click(point, state, now)
    case .mouse: ListView.Motion(event).map { list.move($0) }
    case .key(let key):
      printed = .head
      waits = false
      if let action = ContentsKeys.table.action(for: key, given: facts(in: state)) {
        return act(action, state, now)
      }
    default: break
    }
    return []
  }

  private mutating func click(_ point: Point, _ state: AppState, _ now: Moment) -> [Effect] {
    guard Panes(size).main.contains(point) else { return [] }
    if point.row < headRows {
      switch point.row {
      case 0: return outlook.goOn.map { [.open(.lesson($0, .lastPlace))] } ?? []
      case 1: return outlook.hasQuiz ? act(.quiz, state, now) : []
      default: return []
      }
    }
    guard let row = list.item(atRow: point.row - headRows) else { return [] }
    select(row)
    return open(row, state)
  }

  private mutating func act(
    _ action: ContentsKeys.Action, _ state: AppState, _ now: Moment
  ) -> [Effect] {
    switch action {
    case .move(let motion):
      list.move(motion)
      showChapter()
    case .nextChapter: rows.chapter(from: list.selected, 1).map { select($0) }
    case .previousChapter: rows.chapter(from: list.selected, -1).map { select($0) }
    case .open, .unfold: return open(list.selected, state)
    case .fold: turn(list.selected, state)
    case .filter: filter.begin()
    case .clearFilter:
      filter.clear()
      showFiltered()
    case .search: return [.open(.search(""))]
    case .quiz: return [.open(.quiz(Plan.Scope()))]
    case .statistics: return [.open(.statistics)]
    case .forward: return [.forward]
    case .widgets: return [.open(.widgets)]
    case .bookmarks: return [.open(.bookmarks)]
    case .study: return [.open(.study(selectedRow?.place))]
    case .undo: return QuestionDeeds.takeBackRecognised(in: state, now: now)
    case .quit: return [.quit]
    }
    return []
  }

  mutating func unfoldParts(around document: Int) {
    rows.unfoldParts(around: document)
    list.hold(rows.rows.count)
  }

  mutating func turn(_ row: Int, _ state: AppState) {
    let row = rows.turn(row)
    list.hold(rows.rows.count)
    select(row)
    // As much of what was unfolded comes into view as has room.
    guard let turned = selectedRow, rows.isOpen(turned) else { return }
    switch turned {
    case .chapter(let document, let chapter):
      let lessons = state.library.documents[document].chapters[chapter].lessons.count
      list.reveal(line: row + min(lessons, list.height - 1))
    case .part(let document, let depth):
      let notes = rows.documents(from: document, depth: depth).count
      list.reveal(line: row + min(notes, list.height - 1))
    case .lesson: break
    }
  }

  private mutating func open(_ row: Int, _ state: AppState) -> [Effect] {
    guard rows.rows.indices.contains(row) else { return [] }
    switch rows.rows[row] {
    case .lesson(let id, _): return [.open(.lesson(id, .lastPlace))]
    case .part:
      turn(row, state)
      return []
    case .chapter(let document, let chapter):
      switch state.library.documents[document].state {
      case .unread where !state.library.documents[document].isBegun:
        return [.say("These notes are still being read"), .read([document])]
      case .unreadable(let reason):
        return [.say("\(state.library.documents[document].path) \(reason)")]
      case .read, .unread:
        let id = LessonID(document: document, chapter: chapter, lesson: 0)
        if state.library[id] == nil { return [.say("This chapter holds no text")] }
        turn(row, state)
        return []
      }
    }
  }

  private mutating func showFiltered() {
    rows.setFilter(filter.text)
    list.hold(rows.rows.count)
    list.move(.top)
    select(rows.firstLesson)
  }
}

extension Event {
  fileprivate var isResize: Bool { if case .resized = self { true } else { false } }
}
