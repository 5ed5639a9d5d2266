import Notes
import Pages
import TextUI

/// Searches the text of all lessons while one types; long notes are searched in slices.
struct Search: Screen {
  private enum Action: Equatable { case up, down, pageUp, pageDown, open, edit, back, forward }
  private static let table: [KeyRow<Action>] = [
    KeyRow([.enter, .right], "open", "open the lesson at the match", footer: 1, .open),
    KeyRow([.down, .character("j")], "down", "down", footer: 3, .down),
    KeyRow([.up, .character("k")], "up", "up", footer: 4, .up),
    KeyRow([.pageDown, .character(" ")], "page", "a page down", .pageDown),
    KeyRow([.pageUp, .character("b")], "page-up", "a page up", .pageUp),
    KeyRow(
      [.character("/"), .character("s")], "edit", "change what is searched", footer: 5, .edit),
    KeyRow([.character("L")], "forward", "forward again", .forward),
    KeyRow([.character("q"), .backspace, .escape], "back", "back", footer: 2, .back),
  ]
  /// Bytes searched between two looks at the keyboard.
  private static let slice = 64 * 1024 * 1024
  /// Lessons read to confirm a match between two looks at the keyboard.
  private static let confirmations = 40
  private static let limit = 500

  private struct Hit: Equatable {
    var id: LessonID
    var number: String
    var title: String
    var excerpt: [Cell]
  }

  private var field: TextField?
  private(set) var text: String
  private var hits: [Hit] = []
  private var selected = 0
  private var top = 0
  private var size = Size(columns: 80, rows: 20)
  /// Where the search goes on: document, chapter and lesson; nil when it is over.
  private var next: LessonID?
  private var total = 0

  init(_ text: String) {
    self.text = text
    field = TextField(text)
    next = text.isEmpty ? nil : LessonID(document: 0, chapter: 0, lesson: 0)
  }

  func title(in world: World) -> String { "Attend   Search all lessons" }
  func keys(in world: World) -> [KeyEntry] { Self.table.map(\.entry) }
  func status(in world: World) -> String { count }
  private var count: String {
    if text.isEmpty { return "" }
    let count = hits.count == 1 ? "1 lesson" : "\(hits.count) lessons"
    return next == nil ? count : "\(count), searching …"
  }
  var prompt: Prompt? { field.map { Prompt(label: "Search all: ", field: $0, note: count) } }
  func tickInterval(in world: World) -> Duration? { next == nil ? nil : .zero }

  mutating func worldChanged(_ world: World) { restart() }

  private mutating func restart() {
    hits = []
    selected = 0
    top = 0
    next =
      text.allSatisfy(\.isWhitespace) ? nil : LessonID(document: 0, chapter: 0, lesson: 0)
  }

  mutating func update(_ event: Event, in world: World, now: Moment) -> [Effect] {
    if field != nil, let effects = type(event, world) { return effects }
    switch event {
    case .resized(let size):
      self.size = size
      show()
    case .tick: searchOn(world)
    case .mouse(.wheelDown, _): move(1)
    case .mouse(.wheelUp, _): move(-1)
    case .mouse(.click, let point):
      let index = top + point.row / 2
      guard hits.indices.contains(index) else { return [] }
      selected = index
      return open()
    case .key(let key):
      switch Self.table.action(for: key) {
      case .up: move(-1)
      case .down: move(1)
      case .pageUp: move(-max(1, size.rows / 2))
      case .pageDown: move(max(1, size.rows / 2))
      case .open: return open()
      case .edit: field = TextField(text)
      case .back: return [.back]
      case .forward: return [.forward]
      case nil: break
      }
    default: break
    }
    return []
  }

  private mutating func type(_ event: Event, _ world: World) -> [Effect]? {
    switch event {
    case .key(.enter):
      field = nil
      return hits.count == 1 && next == nil ? open() : []
    case .key(.escape):
      field = nil
      return text.isEmpty ? [.back] : []
    case .key(.up), .key(.down), .resized, .mouse, .tick: return nil
    default:
      guard field?.update(event) == true, let typed = field?.text, typed != text else { return [] }
      text = typed
      restart()
      searchOn(world)
      return []
    }
  }

  private func open() -> [Effect] {
    hits.indices.contains(selected)
      ? [.open(.lesson(hits[selected].id, .match(text.trimmed)))] : []
  }

  private mutating func move(_ step: Int) {
    selected = max(0, min(hits.count - 1, selected + step))
    show()
  }

  private mutating func show() {
    let fit = max(1, size.rows / 2)
    if selected < top { top = selected }
    if selected >= top + fit { top = selected - fit + 1 }
  }

  // MARK: Searching

  /// Goes on from where the last slice ended. The longest word is looked for in the source, which
  /// is quick, and only lessons that hold it are laid out and searched as they are read.
  private mutating func searchOn(_ world: World) {
    guard let start = next else { return }
    let words = text.split(whereSeparator: \.isWhitespace)
    let longest = words.max { $0.utf8.count < $1.utf8.count } ?? ""
    // What maths and entities are shown as is not in the source: such words are looked for in
    // every lesson.
    let inSource = longest.allSatisfy { $0.isASCII || $0.isLetter }
    let finder = inSource ? ByteSearch(longest) : nil
    var budget = (bytes: Self.slice, lessons: Self.confirmations)
    next = nil
    for document in start.document..<max(start.document, world.library.documents.count) {
      let ids = world.library.lessonIDs(inDocument: document)
      var position: Int?
      for id in ids where id >= start {
        guard let lesson = world.library[id] else { continue }
        if hits.count >= Self.limit { return }
        if let finder {
          let bytes = world.library.documents[document].bytes
          if position ?? -1 < lesson.range.lowerBound {
            position = finder.first(in: bytes, from: lesson.range.lowerBound, to: bytes.count)
            budget.bytes -= (position ?? bytes.count) - lesson.range.lowerBound
          }
          guard let found = position else { break }
          if found >= lesson.range.upperBound { continue }
        }
        if budget.bytes <= 0 || budget.lessons <= 0 {
          next = id
          return
        }
        budget.lessons -= 1
        confirm(id, world)
      }
      if budget.bytes <= 0, document + 1 < world.library.documents.count {
        next = LessonID(document: document + 1, chapter: 0, lesson: 0)
        return
      }
    }
  }

  private mutating func confirm(_ id: LessonID, _ world: World) {
    var lesson = LessonPage(id, in: world)
    lesson.fit(width: LessonPage.widest, ascii: world.ascii)
    let search = PageSearch(text.trimmed, in: lesson.page)
    guard let span = search.matches.first?.first else { return }
    var line = lesson.page.lines[span.line].cells
    for column in span.columns where line.indices.contains(column) {
      line[column].style = line[column].style.adding(.matched)
    }
    hits.append(
      Hit(
        id: id, number: world.library.number(of: id), title: world.library[id]?.title ?? "",
        excerpt: Array(line.drop { $0.glyph.isSpace })))
  }

  // MARK: Drawing

  func draw(on canvas: inout Canvas, in area: Rect, of world: World) {
    if hits.isEmpty {
      let line =
        text.isEmpty
        ? "Type what to look for." : next == nil ? "No lesson holds \"\(text)\"." : "Searching …"
      canvas.put(line, column: area.column + 2, row: area.row, style: .muted)
    }
    for (index, hit) in hits.enumerated().dropFirst(top).prefix(area.rows / 2 + 1) {
      let row = area.row + (index - top) * 2
      let style = Style(.strong, .bold)
      canvas.put(
        [Cell]("  \(hit.number)  \(hit.title)", style).shortened(to: area.columns),
        column: area.column, row: row)
      canvas.put(
        ([Cell]("      ") + hit.excerpt).shortened(to: area.columns), column: area.column,
        row: row + 1)
      if index == selected {
        let mark = Rect(column: area.column, row: row, columns: area.columns, rows: 1)
        canvas.put("▸", column: area.column, row: row, style: Style(.accent, .bold))
        canvas.restyle(mark) { $0.adding(.selected) }
        if canvas.cursor == nil { canvas.cursor = Point(column: area.column, row: row) }
      }
    }
  }

  func selection(in world: World) -> String? {
    hits.indices.contains(selected) ? "\(hits[selected].number)  \(hits[selected].title)" : nil
  }

  func transcript(in world: World) -> [String] {
    let lines = hits.flatMap { ["\($0.number)  \($0.title)", "      \($0.excerpt.text)"] }
    return ["", "\(count) with \"\(text)\""] + lines
  }

  mutating func choose(_ line: String, in world: World, now: Moment) -> [Effect]? {
    do {
      return [.open(.lesson(try LessonName.find(line, in: world.library), .match(text)))]
    } catch { return [.say(error.message)] }
  }
}
