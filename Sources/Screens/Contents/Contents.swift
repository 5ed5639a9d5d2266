import Basics
import Notes
import Quiz
import Scheduling
import TextUI

/// Chapters and lessons; Enter opens the one under the cursor.
struct Contents: Screen {
  enum Action: Equatable {
    case move(ListView.Motion), open, filter, search, quit, nextChapter, previousChapter, forward
    case widgets, quiz, statistics
  }
  static let table: [KeyRow<Action>] =
    [KeyRow([.enter, .right], "open", "open the lesson under the cursor", footer: 1, .open)]
    + ListView.Motion.rows(footer: [.up: 4, .down: 5]) { .move($0) } + [
      KeyRow([.character("]")], "next", "the next chapter", footer: 7, .nextChapter),
      KeyRow([.character("[")], "previous", "the previous chapter", .previousChapter),
      KeyRow(
        [.character("/")], "filter", "show only titles that hold what you type", footer: 3, .filter),
      KeyRow([.character("s")], "search", "search the text of all lessons", footer: 6, .search),
      KeyRow([.character("w")], "widgets", "all widgets", footer: 8, .widgets),
      KeyRow(
        [.character("t")], "quiz", "test yourself: what is due first, then new questions",
        footer: 2,
        .quiz),
      KeyRow(
        [.character("S")], "statistics", "what was learnt, and what is due", footer: 8, .statistics),
      KeyRow([.character("L")], "forward", "forward to where you came back from", .forward),
      KeyRow([.character("q")], "quit", "end the program", footer: 2, .quit),
    ]

  /// A line of the list.
  enum Row: Equatable {
    case chapter(document: Int, chapter: Int)
    case lesson(LessonID, isAlone: Bool)

    var document: Int {
      switch self {
      case .chapter(let document, _): document
      case .lesson(let id, _): id.document
      }
    }
  }

  private(set) var rows = LongList<Row>([])
  /// The rows of each piece of the documents, and how many of them are lessons.
  private var parts: [(rows: [Row], lessons: Int)] = []
  private var list = ListView()
  /// The notes that the rows are made from.
  private var library: Library
  /// How many questions of each lesson are due today.
  private var due: [LessonID: Int] = [:]
  private var filter: TextField?
  private var filterText = ""

  init(world: World) {
    library = world.library
    makeRows()
    if let key = world.lastLesson, let id = world.library.lesson(withKey: key) {
      select(id)
    } else {
      selectFirstLesson()
    }
  }

  func title(in world: World) -> String { "Attend   \(world.library.title)" }
  func keys(in world: World) -> [KeyEntry] { Self.table.map(\.entry) }
  func status(in world: World) -> String {
    let library = world.library
    if !library.isComplete {
      let count = library.documents.count
      return "reading notes: \(count - library.unreadCount) of \(count)"
    }
    let count = parts.reduce(0) { $0 + $1.lessons }
    if !filterText.isEmpty {
      return "\(counted(count, "lesson matches", "lessons match")) \"\(filterText)\""
    }
    return due.isEmpty ? counted(count, "lesson") : "\(due.values.reduce(0, +)) due today"
  }
  var prompt: Prompt? {
    filter.map { Prompt(label: "Filter: ", field: $0, note: "Enter keeps, Esc clears") }
  }

  // MARK: Rows

  /// Makes the rows anew of the pieces of the documents that differ from `old`; all without it.
  private mutating func makeRows(since old: LongList<Document>? = nil) {
    let documents = library.documents
    let wanted = filterText.lowercased()
    parts = documents.pieces.indices.map { piece in
      let start = documents.start(ofPiece: piece)
      if let old, old.pieces.indices.contains(piece), parts.indices.contains(piece),
        old.start(ofPiece: piece) == start, old.pieces[piece] == documents.pieces[piece]
      {
        return parts[piece]
      }
      let rows = documents.pieces[piece].enumerated().flatMap { offset, document in
        Self.rows(of: document, start + offset, holding: wanted)
      }
      return (rows, rows.count { if case .lesson = $0 { true } else { false } })
    }
    rows = LongList(pieces: parts.map(\.rows))
    list.hold(rows.count)
  }

  /// The rows of one document, of those titles that hold a text.
  private static func rows(of document: Document, _ index: Int, holding wanted: String) -> [Row] {
    // Of many notes most are unread at first: their titles need not be made from their names.
    if document.state != .read, wanted.isEmpty { return [.chapter(document: index, chapter: 0)] }
    var rows: [Row] = []
    for (chapterIndex, chapter) in document.chapters.enumerated() {
      let isAlone = chapter.lessons.count == 1 && chapter.lessons[0].title == chapter.title
      let chapterMatches = wanted.isEmpty || chapter.title.lowercased().contains(wanted)
      let lessons = chapter.lessons.indices.filter {
        chapterMatches || chapter.lessons[$0].title.lowercased().contains(wanted)
      }
      guard chapterMatches || !lessons.isEmpty else { continue }
      if !isAlone { rows.append(.chapter(document: index, chapter: chapterIndex)) }
      for lesson in lessons {
        let id = LessonID(document: index, chapter: chapterIndex, lesson: lesson)
        rows.append(.lesson(id, isAlone: isAlone))
      }
    }
    return rows
  }

  /// Where the first row stands that is as wanted, among those of a document's piece.
  private func firstRow(near document: Int, where isWanted: (Row) -> Bool) -> Int? {
    guard library.documents.indices.contains(document) else { return nil }
    let piece = library.documents.place(of: document).piece
    guard let offset = parts[piece].rows.firstIndex(where: isWanted) else { return nil }
    return parts[..<piece].reduce(offset) { $0 + $1.rows.count }
  }

  private mutating func select(_ id: LessonID) {
    let found = firstRow(near: id.document) {
      if case .lesson(let other, _) = $0 { other == id } else { false }
    }
    if let found { select(found) }
  }

  private mutating func selectFirstLesson() {
    select(rows.firstIndex { if case .lesson = $0 { true } else { false } } ?? 0)
  }

  private mutating func select(_ row: Int) {
    list.select(row)
    showChapter()
  }

  /// A chapter's title comes into view with its first lesson.
  private mutating func showChapter() {
    guard list.selected > 0, list.height > 1, case .chapter = rows[list.selected - 1] else {
      return
    }
    list.reveal(line: list.selected - 1)
  }

  mutating func worldChanged(_ world: World) {
    let old = rows.indices.contains(list.selected) ? rows[list.selected] : nil
    countDue(in: world)
    let before = library.documents
    library = world.library
    if before != library.documents { makeRows(since: before) }
    switch old {
    case .lesson(let id, _): select(id)
    case .chapter?:
      if let old, let found = firstRow(near: old.document, where: { $0 == old }) { select(found) }
    case nil: break
    }
  }

  // MARK: Events

  mutating func update(_ event: Event, in world: World, now: Moment) -> [Effect] {
    if filter != nil, let effects = updateFilter(event) { return effects }
    switch event {
    case .resized(let size):
      list.resize(size.rows)
      showChapter()
    case .mouse(.click, let point):
      guard let row = list.item(atRow: point.row) else { return [] }
      select(row)
      return open(row, world)
    case .mouse: ListView.Motion(event).map { list.move($0) }
    case .key(.escape) where !filterText.isEmpty: setFilter("")
    case .key(let key):
      if let action = Self.table.action(for: key) { return act(action, world) }
    default: break
    }
    return []
  }

  private mutating func act(_ action: Action, _ world: World) -> [Effect] {
    switch action {
    case .move(let motion):
      list.move(motion)
      showChapter()
    case .nextChapter: moveToChapter(1)
    case .previousChapter: moveToChapter(-1)
    case .open: return open(list.selected, world)
    case .filter: filter = TextField(filterText)
    case .search: return [.open(.search(""))]
    case .quiz: return [.open(.quiz(Plan.Scope()))]
    case .statistics: return [.open(.statistics)]
    case .forward: return [.forward]
    case .widgets: return [.open(.widgets)]
    case .quit: return [.quit]
    }
    return []
  }

  private mutating func moveToChapter(_ direction: Int) {
    var at = list.selected + direction
    while rows.indices.contains(at) {
      if case .chapter = rows[at] { break }
      if case .lesson(_, isAlone: true) = rows[at] { break }
      at += direction
    }
    if rows.indices.contains(at) { select(at) }
  }

  private func open(_ row: Int, _ world: World) -> [Effect] {
    guard rows.indices.contains(row) else { return [] }
    switch rows[row] {
    case .lesson(let id, _): return [.open(.lesson(id, .lastPlace))]
    case .chapter(let document, let chapter):
      switch world.library.documents[document].state {
      case .unread: return [.say("These notes are still being read"), .read([document])]
      case .unreadable(let reason):
        return [.say("\(world.library.documents[document].path) \(reason)")]
      case .read:
        let id = LessonID(document: document, chapter: chapter, lesson: 0)
        return world.library[id] == nil
          ? [.say("This chapter holds no text")] : [.open(.lesson(id, .lastPlace))]
      }
    }
  }

  private mutating func updateFilter(_ event: Event) -> [Effect]? {
    switch event {
    case .key(.enter):
      filter = nil
      return []
    case .key(.escape):
      filter = nil
      setFilter("")
      return []
    case .key(.up), .key(.down), .resized, .mouse, .tick: return nil
    default:
      if filter?.update(event) == true, let text = filter?.text { setFilter(text) }
      return []
    }
  }

  private mutating func setFilter(_ text: String) {
    filterText = text.trimmed
    makeRows()
    list.move(.top)
    selectFirstLesson()
  }

  mutating func choose(_ line: String, in world: World, now: Moment) -> [Effect]? {
    do {
      return [.open(.lesson(try LessonName.find(line, in: world.library), .lastPlace))]
    } catch { return [.say(error.message)] }
  }

  // MARK: Drawing

  func draw(on canvas: inout Canvas, in area: Rect, of world: World) {
    if rows.isEmpty {
      let text = filterText.isEmpty ? "No notes here." : "No title holds \"\(filterText)\"."
      canvas.put(text, column: area.column + 2, row: area.row, style: .muted)
    }
    list.draw(on: &canvas, in: area) { line in
      let (left, right) = cells(rows[line], world)
      return .spread(left, right, width: area.columns)
    }
  }

  private func cells(_ row: Row, _ world: World) -> (left: [Cell], right: [Cell]) {
    let library = world.library
    switch row {
    case .chapter(let document, let index):
      let chapter = library.documents[document].chapters[index]
      let number = library.chapterNumber(document: document, chapter: index)
      let left = [Cell](" \(number)  \(chapter.title)", Style(.heading, amount: 2, .bold))
      let right: [Cell] =
        switch library.documents[document].state {
        case .unread: [Cell]("not read yet", .muted)
        case .unreadable(let reason): [Cell](reason, Style(.bad))
        case .read: [Cell](progress(document, index, world), .muted)
        }
      return (left, right)
    case .lesson(let id, let isAlone):
      let name = library[id]?.title ?? ""
      let indent = isAlone ? " " : "   "
      let number =
        isAlone
        ? "\(library.chapterNumber(document: id.document, chapter: id.chapter))"
        : library.number(of: id)
      var left = [Cell](indent, .text)
      left.append(mark(id, world), Style(.good))
      left.append(number, .muted)
      left.append("  \(name)", .text)
      return (left, due[id].map { [Cell]("\($0) due", Style(.accent)) } ?? [])
    }
  }

  /// Questions that fall due today, or before.
  private mutating func countDue(in world: World) {
    due = [:]
    guard let progress = world.progress, world.knowsQuestions, !progress.cards.isEmpty else {
      return
    }
    for question in world.bank.questions {
      if let card = progress.cards[question.id], card.dueDay <= world.today {
        due[question.lesson, default: 0] += 1
      }
    }
  }

  private func mark(_ id: LessonID, _ world: World) -> String {
    let key = world.library.key(of: id)
    if world.lessonsRead.contains(key) { return "✓ " }
    return (world.places[key] ?? 0) > 0 ? "◐ " : "  "
  }

  private func progress(_ document: Int, _ chapter: Int, _ world: World) -> String {
    guard !world.lessonsRead.isEmpty else { return "" }
    let lessons = world.library.documents[document].chapters[chapter].lessons
    guard lessons.count <= 200 else { return "" }
    let read = lessons.indices.count {
      let id = LessonID(document: document, chapter: chapter, lesson: $0)
      return world.lessonsRead.contains(world.library.key(of: id))
    }
    return read == 0 ? "" : "\(read) of \(lessons.count) read"
  }

  func selection(in world: World) -> String? {
    guard rows.indices.contains(list.selected) else { return nil }
    return cells(rows[list.selected], world).left.text.trimmed
  }

  func transcript(in world: World) -> [String] {
    var lines = ["", "\(world.library.title)   (\(status(in: world)))", ""]
    for row in rows {
      let (left, right) = cells(row, world)
      lines.append((left + (right.isEmpty ? [] : [Cell]("  ") + right)).text)
    }
    lines += world.library.problems
    return lines
  }

  var nearDocument: Int { rows.indices.contains(list.top) ? rows[list.top].document : 0 }
}
