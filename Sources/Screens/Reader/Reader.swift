import Basics
import Notes
import Pages
import Quiz
import TextUI

/// One lesson, wrapped to the screen, with its links, outline and search.
struct Reader: Screen {
  /// The lesson that is shown.
  var id: LessonID
  var lesson: LessonPage
  var top = 0
  /// The word on top: it stays there when lines change, be it by a resize or a new text.
  var topWord = 0
  /// The link or insert that Enter opens.
  var target: Int?
  /// The definition of the term under the cursor, while it is shown.
  var term: GlossaryTerm?
  /// The definition shown last, and the heading read on from: in the plain mode.
  var lastTerm: GlossaryTerm?
  var section: Int?
  /// Whether the search was begun here, so that its matches are what the plain mode lists.
  var listsMatches = false
  var search: PageSearch?
  var currentMatch: Int?
  var field: TextField?
  var searchOrigin = 0
  var arrival: Route.Arrival?
  var outline: OutlinePanel?
  var size = Size(columns: 80, rows: 20)
  var ascii: Bool
  private let lessonKey: String
  /// The link that is asked about before it is opened.
  var asked: LinkQuestion?
  var heading: String
  var dirty = false

  init(_ id: LessonID, _ arrival: Route.Arrival, in world: World) {
    self.id = id
    self.arrival = arrival
    lesson = LessonPage(id, in: world)
    ascii = world.ascii
    lessonKey = world.library.key(of: id)
    heading = Reader.heading(id, world)
    topWord = world.places[lessonKey] ?? 0
  }

  static func heading(_ id: LessonID, _ world: World) -> String {
    "\(world.library.number(of: id)) \(world.library[id]?.title ?? "")"
  }

  func title(in world: World) -> String { "Attend   \(heading)" }
  var page: Page { lesson.page }
  func status(in world: World) -> String {
    if let search, let currentMatch {
      return "match \(currentMatch + 1) of \(search.matches.count)   \(percentage)"
    }
    return percentage
  }
  var percentage: String {
    let last = min(page.lines.count, top + size.rows)
    return page.lines.isEmpty || lowest == 0 ? "all" : "\(last * 100 / page.lines.count) %"
  }
  func keys(in world: World) -> [KeyEntry] { term.map(\.keys) ?? Self.table.map(\.entry) }
  var prompt: Prompt? {
    if asked != nil {
      return Prompt(label: "Open in a browser? y/n ", field: TextField(), isYesOrNo: true)
    }
    return field.map { field in
      let count = search?.matches.count ?? 0
      let note = field.text.isEmpty ? "" : counted(count, "match")
      return Prompt(label: "Search: ", field: field, note: note)
    }
  }
  /// A moment after the last movement the place is saved.
  func tickInterval(in world: World) -> Duration? { dirty ? .milliseconds(400) : nil }

  // MARK: Layout

  /// Columns that the text takes, and where it begins.
  var frame: (column: Int, width: Int) {
    let panel = outline?.isOverlay == false ? OutlinePanel.width + 3 : 0
    let room = size.columns - panel
    let margin = room >= 44 ? 2 : room >= 20 ? 1 : 0
    let width = max(1, min(LessonPage.widest, room - 2 * margin))
    return (panel + max(margin, (room - width) / 2), width)
  }

  var lowest: Int { max(0, page.lines.count - size.rows) }

  mutating func layOut() {
    outline?.isOverlay = size.columns < OutlinePanel.besideFrom
    // One that opened by itself goes by itself when there is no room beside the text.
    if let shown = outline, shown.isOverlay, !shown.isFocused { outline = nil }
    let old = lesson.width
    lesson.fit(width: frame.width, ascii: ascii)
    if lesson.width != old {
      if let search { self.search = PageSearch(search.pattern, in: page) }
      let headings = page.headings
      outline?.headings = headings
    }
    top = min(page.line(ofWord: topWord), lowest)
    arrive()
  }

  mutating func arrive() {
    guard let arrival, lesson.width > 0 else { return }
    self.arrival = nil
    switch arrival {
    case .lastPlace: break
    case .top: scroll(to: 0)
    case .bottom: scroll(to: lowest)
    case .anchor(let slug):
      scroll(to: page.headings.first { $0.slug == slug.lowercased() }?.line ?? 0)
    case .match(let text):
      search = PageSearch(text, in: page)
      searchOrigin = 0
      showMatch(search?.match(atOrAfter: 0))
    }
  }

  mutating func scroll(to line: Int) {
    let old = top
    top = max(0, min(line, lowest))
    guard top != old || topWord == 0 else { return }
    topWord = page.lines.indices.contains(top) ? page.lines[top].word : 0
    dirty = true
  }

  mutating func reveal(line: Int) {
    if line < top || line >= top + size.rows {
      scroll(to: line - size.rows / 3)
    }
  }

  mutating func worldChanged(_ world: World) {
    if world.library.key(of: id) == lessonKey {
      // It stands where it stood.
    } else if let found = world.library.lesson(withKey: lessonKey) {
      id = found
    } else {
      // A new title in the same place is the same lesson; one that is gone stays as it was.
      let documents = world.library.documents
      guard world.library[id] != nil, lessonKey.hasPrefix(documents[id.document].path + "#") else {
        return
      }
    }
    reload(world)
  }

  mutating func reload(_ world: World) {
    heading = Reader.heading(id, world)
    guard !lesson.isCurrent(id, in: world) else { return }
    let fresh = LessonPage(id, in: world)
    guard fresh.markdown != lesson.markdown || fresh.versions != lesson.versions else { return }
    // What was computed anew stands where it stood; another text may have other links.
    if fresh.markdown != lesson.markdown { (target, term) = (nil, nil) }
    lesson = fresh
    layOut()
  }

  // MARK: Events

  mutating func update(_ event: Event, in world: World, now: Moment) -> [Effect] {
    if case .key = event { section = nil }
    if let asked { return answer(event, asked) }
    if term != nil, let effects = updateTerm(event, world) { return effects }
    if field != nil, let effects = updateSearch(event) { return effects }
    if outline != nil, let effects = updateOutline(event) { return effects }
    switch event {
    case .resized(let size):
      self.size = size
      if outline == nil, size.columns >= OutlinePanel.besideFrom { openOutline(focused: false) }
      layOut()
    case .tick:
      dirty = false
      return leaving(world)
    case .mouse(let action, let point): return mouse(action, point, world)
    case .key(.escape):
      search = nil
      currentMatch = nil
      target = nil
    case .key(let key):
      if let action = Self.table.action(for: key) { return act(action, world) }
    default: break
    }
    return []
  }

  mutating func act(_ action: Action, _ world: World) -> [Effect] {
    let pageStep = max(1, size.rows - (size.rows > 6 ? 1 : 0))
    switch action {
    case .down: scroll(to: top + 1)
    case .up: scroll(to: top - 1)
    case .pageDown:
      if top >= lowest { return atEnd(world) }
      scroll(to: top + pageStep)
    case .pageUp: scroll(to: top - pageStep)
    case .halfDown: scroll(to: top + max(1, size.rows / 2))
    case .halfUp: scroll(to: top - max(1, size.rows / 2))
    case .top: scroll(to: 0)
    case .bottom: scroll(to: lowest)
    case .nextTarget: moveTarget(1)
    case .previousTarget: moveTarget(-1)
    case .open: return openTarget(world)
    case .search:
      field = TextField()
      listsMatches = true
      searchOrigin = top
    case .nextMatch: return step(1)
    case .previousMatch: return step(-1)
    case .searchAll: return [.open(.search(search?.pattern ?? ""))]
    case .next:
      return world.library.lesson(after: id).map { [.replace(.lesson($0, .lastPlace))] }
        ?? [.say("This is the last lesson")]
    case .previous:
      return world.library.lesson(before: id).map { [.replace(.lesson($0, .lastPlace))] }
        ?? [.say("This is the first lesson")]
    case .outline: openOutline(focused: true)
    case .widgets: return [.open(.widgets)]
    case .quiz: return [.open(.quiz(Plan.Scope(lesson: id)))]
    case .back: return [.back]
    case .forward: return [.forward]
    case .leave: return [.leave]
    }
    return end(world)
  }

  /// Whoever has seen the last line has read the lesson.
  func end(_ world: World) -> [Effect] {
    top >= lowest && !world.lessonsRead.contains(lessonKey) ? [.markRead(lesson: lessonKey)] : []
  }

  func atEnd(_ world: World) -> [Effect] {
    let next = world.library.lesson(after: id).flatMap { world.library[$0]?.title }
    let text = next.map { "End of the lesson; ] goes on to \"\($0)\"" } ?? "End of the last lesson"
    return end(world) + [.say(text)]
  }

  mutating func mouse(_ action: MouseAction, _ point: Point, _ world: World) -> [Effect] {
    switch action {
    case .wheelDown: scroll(to: top + 3)
    case .wheelUp: scroll(to: top - 3)
    case .click:
      let line = point.row + top
      let column = point.column - frame.column
      let hit = page.targets.firstIndex { target in
        target.spans.contains { $0.line == line && $0.columns.contains(column) }
      }
      guard let hit else { return [] }
      target = hit
      return openTarget(world)
    }
    return end(world)
  }

  var nearDocument: Int { id.document }

  func leaving(_ world: World) -> [Effect] { [.savePlace(lesson: lessonKey, word: topWord)] }
}
