import Quiz
import Basics
import Notes
import Pages
import TextUI

/// Searches the text of all lessons while one types; long notes are searched in slices. The lessons
/// stand by how much they are about what is looked for.
struct Search: Screen {
  /// Bytes searched between two looks at the keyboard.
  private static let slice = 64 * 1024 * 1024
  /// Lessons read to confirm a match between two looks at the keyboard.
  private static let confirmations = 40
  private static let limit = 1000

  private struct Hit: Equatable {
    var id: LessonID
    var number: String
    var title: String
    var excerpt: [Cell]
    var rank: SearchRank
    /// What is lit in the lesson.
    var lit: String
  }

  private var entry: SearchEntry?
  private(set) var text: String
  private var history: [SearchTerm]
  private var hits: [Hit] = []
  private var list = ListView()
  /// Where the search goes on: document, chapter and lesson; nil when it is over.
  private var next: LessonID?
  /// Whether the hits are for what was typed before: it is searched when no more keys have come.
  private var isStale = false
  /// The notes that the hits are from.
  private var searched: Library?

  init(_ text: String, after searches: [SearchTerm]) {
    self.text = text
    history = searches.filter { !$0.isPattern }
    entry = SearchEntry(SearchTerm(text: text), after: history)
    next = text.isEmpty ? nil : LessonID(document: 0, chapter: 0, lesson: 0)
  }

  static var tables: [[Shortcut]] {
    [SearchKeys.table.all, SearchKeys.field.all + SearchKeys.motions.all]
  }
  func title(in state: AppState) -> String { "Attend  Search all lessons" }
  func keys(in state: AppState) -> [Shortcut] {
    entry == nil
      ? SearchKeys.table.shortcuts(
        given: .those([.hasItem: !hits.isEmpty, .canMove: hits.count > 1]))
      : SearchKeys.field.shortcuts(given: entry?.facts ?? []) + SearchKeys.motions.shortcuts()
  }
  func status(in state: AppState) -> String { count }
  private var count: String {
    if text.isEmpty { return "" }
    let count =
      hits.count < Self.limit ? counted(hits.count, "lesson") : "the first \(Self.limit) lessons"
    return isOver ? count : "\(count), searching …"
  }
  var takesCount: Bool { entry == nil }
  var prompt: Prompt? {
    entry.map { Prompt(label: "Search all: ", field: $0.field, note: count) }
  }
  func tickInterval(in state: AppState) -> Duration? { isOver ? nil : .zero }
  private var isOver: Bool { next == nil && !isStale }

  private mutating func stateChanged(_ state: AppState) {
    if searched != state.library { restart() }
  }

  private mutating func restart() {
    isStale = false
    hits = []
    list.hold(0)
    next =
      text.allSatisfy(\.isWhitespace) ? nil : LessonID(document: 0, chapter: 0, lesson: 0)
  }

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
    if entry != nil, let motion = SearchKeys.motions.action(for: event) {
      list.move(motion)
      return []
    }
    if let outcome = entry?.update(event, by: SearchKeys.field) { return type(outcome, state) }
    switch event {
    case .resized(let size): list.resize(size.rows)
    case .tick: searchOn(state)
    case .mouse:
      if list.picked(by: event) != nil { return open() }
    case .key(let key):
      switch SearchKeys.table.action(for: key) {
      case .move(let motion): list.move(motion)
      case .open: return open()
      case .edit: entry = SearchEntry(SearchTerm(text: text), after: history)
      case .back: return [.back]
      case .forward: return [.forward]
      case nil: break
      }
    default: break
    }
    return []
  }

  private mutating func type(_ outcome: SearchEntry.Outcome, _ state: AppState) -> [Effect] {
    switch outcome {
    case .changed:
      text = entry?.field.text ?? ""
      isStale = true
      return []
    case .finished:
      entry = nil
      if isStale { searchOn(state) }
      guard !text.trimmed.isEmpty else { return [] }
      let term = SearchTerm(text: text.trimmed)
      history = SearchTerm.history(history, adding: term)
      let searches = SearchTerm.history(state.settings[.searches], adding: term)
      return [.set(.searches, to: searches)] + (hits.count == 1 && isOver ? open() : [])
    case .cancelled:
      entry = nil
      return text.isEmpty ? [.back] : []
    case .nothing: return []
    }
  }

  private func open() -> [Effect] {
    hits.indices.contains(list.selected)
      ? [.open(.lesson(hits[list.selected].id, .match(hits[list.selected].lit)))] : []
  }

  // MARK: Searching

  /// Goes on from where the last slice ended. The longest word is looked for in the source, which
  /// is quick, and only lessons that hold it are laid out and searched as they are read.
  private mutating func searchOn(_ state: AppState) {
    if isStale { restart() }
    guard let start = next else { return }
    searched = state.library
    let finder = SourceFinder(text)
    var budget = (bytes: Self.slice, lessons: Self.confirmations)
    next = nil
    for document in start.document..<max(start.document, state.library.documents.count) {
      let ids = state.library.lessonIDs(inDocument: document)
      // Behind the file's end where it stands in no later lesson.
      var position: Int?
      let isPulledIn = finder.map { state.library.documents[document].pullsIn($0) } ?? false
      for id in ids where id >= start {
        guard let lesson = state.library[id] else { continue }
        if hits.count >= Self.limit { return }
        if let finder {
          let bytes = state.library.documents[document].bytes
          if position ?? -1 < lesson.range.lowerBound {
            let found = finder.first(in: bytes, from: lesson.range.lowerBound, to: bytes.count)
            budget.bytes -= (found ?? bytes.count) - lesson.range.lowerBound
            position = found ?? .max
          }
          if position == Int.max, !isPulledIn { break }
          if position ?? .max >= lesson.range.upperBound {
            guard isPulledIn, state.library.pullsIn(id) else { continue }
          }
        }
        if budget.bytes <= 0 || budget.lessons <= 0 {
          next = id
          return
        }
        budget.lessons -= 1
        confirm(id, state)
      }
      if budget.bytes <= 0, document + 1 < state.library.documents.count {
        next = LessonID(document: document + 1, chapter: 0, lesson: 0)
        return
      }
    }
  }

  /// Looks for the text as it stands, else for all its words wherever they stand.
  private mutating func confirm(_ id: LessonID, _ state: AppState) {
    var lesson = LessonPage(id, in: state)
    lesson.fit(width: TextFrame.widest, ascii: state.ascii)
    let title = state.library[id]?.shownTitle ?? ""
    let lines = lesson.foldedLines()
    let phrase = PageSearch(SearchTerm(text: text.trimmed), in: lines.whole)
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    var search = phrase
    var places = phrase.matches.count
    if phrase.matches.isEmpty {
      guard words.count > 1 else { return }
      let each = words.map { PageSearch(SearchTerm(text: $0), in: lines.whole) }
      guard each.allSatisfy({ !$0.matches.isEmpty }) else { return }
      search = each.max { $0.pattern.utf8.count < $1.pattern.utf8.count } ?? phrase
      places = each.map(\.matches.count).min() ?? 0
    }
    guard let match = search.matches.first, let first = match.first?.line else { return }
    let rank = SearchRank(
      search.pattern, isPhrase: !phrase.matches.isEmpty, places: places, title: title,
      isInHeading: lines.whole.headings.contains { $0.title.folded.contains(search.pattern.folded) }
    )
    // What is folded is opened by whoever wants to see it: its title stands for it.
    var line = lesson.page.lines[lines.nearest(first)].cells
    for column in lines.shown(match)?.first?.columns ?? 0..<0 where line.indices.contains(column) {
      line[column].style = line[column].style.adding(.matched)
    }
    insert(
      Hit(
        id: id, number: state.library.number(of: id), title: title,
        excerpt: Array(line.drop { $0.glyph.isSpace }), rank: rank, lit: search.pattern))
  }

  /// Puts a lesson behind all that are no worse. Who has moved the cursor keeps what is under it.
  private mutating func insert(_ hit: Hit) {
    let place = hits.firstIndex { $0.rank < hit.rank } ?? hits.count
    hits.insert(hit, at: place)
    list.hold(hits.count, of: 2)
    if list.selected > 0, place <= list.selected { list.select(list.selected + 1) }
  }

  // MARK: Drawing

  /// What stands in place of the matches where there are none.
  private var emptyText: String? {
    guard hits.isEmpty else { return nil }
    if text.isEmpty { return "Type what to look for." }
    return isOver ? "No lesson holds \"\(text)\"." : "Searching …"
  }

  func draw(on canvas: inout Canvas, in area: Rect, of state: AppState) {
    emptyText.map { canvas.put(empty: $0, in: area) }
    list.draw(on: &canvas, in: area) { line in
      let hit = hits[line / 2]
      return line % 2 == 0
        ? .spread(
          [Cell]("  \(hit.number)  \(hit.title)", Style(.strong, .bold)),
          [Cell](hit.rank.words, .muted), width: area.columns)
        : [Cell]("      ") + hit.excerpt
    }
  }

  func selection(in state: AppState) -> String? {
    hits.indices.contains(list.selected)
      ? "\(hits[list.selected].number)  \(hits[list.selected].title)" : nil
  }

  func transcript(in state: AppState) -> [String] {
    let lines = hits.flatMap {
      ["\($0.number)  \($0.title) (\($0.rank.words))", "      \($0.excerpt.text)"]
    }
    return ["", emptyText ?? "\(count) with \"\(text)\""] + lines
  }

  private mutating func choose(_ line: String, _ state: AppState, _ now: Moment) -> [Effect]? {
    do {
      return [.open(.lesson(try LessonName.find(line, in: state.library), .match(text)))]
    } catch { return [.say(error.message)] }
  }
}
