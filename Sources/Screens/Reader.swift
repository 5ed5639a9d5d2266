import Notes
import Pages
import Quiz
import TextUI

/// One lesson, wrapped to the screen, with its links, outline and search.
struct Reader: Screen {
  /// The lesson that is shown.
  private(set) var id: LessonID
  private(set) var lesson: LessonPage
  private(set) var top = 0
  /// The word on top: it stays there when lines change, be it by a resize or a new text.
  private var topWord = 0
  /// The link or insert that Enter opens.
  var target: Int?
  /// The definition of the term under the cursor, while it is shown.
  var term: GlossaryTerm?
  /// The definition shown last, and the heading read on from: in the plain mode.
  var lastTerm: GlossaryTerm?
  var section: Int?
  /// Whether the search was begun here, so that its matches are what the plain mode lists.
  private(set) var listsMatches = false
  private(set) var search: PageSearch?
  private(set) var currentMatch: Int?
  private var field: TextField?
  private var searchOrigin = 0
  private var arrival: Route.Arrival?
  var outline: OutlinePanel?
  private(set) var size = Size(columns: 80, rows: 20)
  private var ascii: Bool
  private let lessonKey: String
  private var asked: String?
  private(set) var heading: String
  private var dirty = false

  init(_ id: LessonID, _ arrival: Route.Arrival, in world: World) {
    self.id = id
    self.arrival = arrival
    lesson = LessonPage(id, in: world)
    ascii = world.ascii
    lessonKey = world.library.key(of: id)
    heading = Reader.heading(id, world)
    topWord = world.places[lessonKey] ?? 0
  }

  private static func heading(_ id: LessonID, _ world: World) -> String {
    "\(world.library.number(of: id)) \(world.library[id]?.title ?? "")"
  }

  var title: String { "Attend   \(heading)" }
  var page: Page { lesson.page }
  var status: String {
    if let search, let currentMatch {
      return "match \(currentMatch + 1) of \(search.matches.count)   \(percentage)"
    }
    return percentage
  }
  private var percentage: String {
    let last = min(page.lines.count, top + size.rows)
    return page.lines.isEmpty || lowest == 0 ? "all" : "\(last * 100 / page.lines.count) %"
  }
  var keys: [KeyEntry] { term.map(\.keys) ?? Self.table.map(\.entry) }
  var prompt: Prompt? {
    if let asked {
      return Prompt(label: "Open in a browser (y/n)? \(asked) ", field: TextField())
    }
    return field.map { field in
      let count = search?.matches.count ?? 0
      let note = field.text.isEmpty ? "" : count == 1 ? "1 match" : "\(count) matches"
      return Prompt(label: "Search: ", field: field, note: note)
    }
  }
  /// A moment after the last movement the place is saved.
  var tickInterval: Duration? { dirty ? .milliseconds(400) : nil }

  // MARK: Layout

  /// Columns that the text takes, and where it begins.
  private var frame: (column: Int, width: Int) {
    let panel = outline?.isOverlay == false ? OutlinePanel.width + 3 : 0
    let room = size.columns - panel
    let margin = room >= 44 ? 2 : room >= 20 ? 1 : 0
    let width = max(1, min(LessonPage.widest, room - 2 * margin))
    return (panel + max(margin, (room - width) / 2), width)
  }

  private var lowest: Int { max(0, page.lines.count - size.rows) }

  private mutating func layOut() {
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

  private mutating func arrive() {
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

  private mutating func scroll(to line: Int) {
    let old = top
    top = max(0, min(line, lowest))
    guard top != old || topWord == 0 else { return }
    topWord = page.lines.indices.contains(top) ? page.lines[top].word : 0
    dirty = true
  }

  private mutating func reveal(line: Int) {
    if line < top || line >= top + size.rows {
      scroll(to: line - size.rows / 3)
    }
  }

  mutating func worldChanged(_ world: World) {
    if let found = world.library.lesson(withKey: lessonKey) {
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

  private mutating func reload(_ world: World) {
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
    if let address = asked { return answer(event, address) }
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
      return place(in: world)
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

  private mutating func act(_ action: Action, _ world: World) -> [Effect] {
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
  private func end(_ world: World) -> [Effect] {
    top >= lowest && !world.lessonsRead.contains(lessonKey) ? [.markRead(lesson: lessonKey)] : []
  }

  private func atEnd(_ world: World) -> [Effect] {
    let next = world.library.lesson(after: id).flatMap { world.library[$0]?.title }
    let text = next.map { "End of the lesson; ] goes on to \"\($0)\"" } ?? "End of the last lesson"
    return end(world) + [.say(text)]
  }

  private mutating func mouse(_ action: MouseAction, _ point: Point, _ world: World) -> [Effect] {
    switch action {
    case .wheelDown: scroll(to: top + 3)
    case .wheelUp: scroll(to: top - 3)
    case .click:
      let line = point.row - chromeTop + top
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

  private var chromeTop: Int { Chrome.firstRow(ofBodyWith: size.rows) }

  // MARK: Links

  private mutating func moveTarget(_ direction: Int) {
    let targets = page.targets.indices.filter { !page.targets[$0].spans.isEmpty }
    guard !targets.isEmpty else { return }
    let visible = targets.filter { index in
      page.targets[index].spans.contains { $0.line >= top && $0.line < top + size.rows }
    }
    var next: Int?
    if let target, visible.contains(target), let at = targets.firstIndex(of: target) {
      next = targets.indices.contains(at + direction) ? targets[at + direction] : nil
    } else {
      next =
        direction > 0
        ? visible.first ?? targets.first { (page.targets[$0].spans.first?.line ?? 0) >= top }
        : visible.last ?? targets.last { (page.targets[$0].spans.first?.line ?? 0) < top }
    }
    guard let found = next else { return }
    target = found
    page.targets[found].spans.first.map { reveal(line: $0.line) }
  }

  mutating func openTarget(_ world: World) -> [Effect] {
    guard let target, page.targets.indices.contains(target) else {
      return page.targets.isEmpty
        ? [.say("Nothing to open on this page")] : [.say("Tab picks a link; Enter opens it")]
    }
    switch page.targets[target].kind {
    case .footnote(let number):
      page.footnoteLines[number].map { reveal(line: $0) }
      return []
    case .insert(let number):
      guard lesson.inserts.indices.contains(number) else { return [] }
      return lesson.inserts[number].route.map { [.open($0)] }
        ?? [.say("This is computed from the text above it; there is nothing to open")]
    case .link(let link):
      term = GlossaryTerm(link, from: id, in: world.library)
      if term != nil { return [] }
      switch world.library.resolve(link: link, from: id) {
      case .lesson(let other, let anchor):
        if other == id, let anchor {
          scroll(to: page.headings.first { $0.slug == anchor.lowercased() }?.line ?? 0)
          return []
        }
        return [.open(.lesson(other, anchor.map(Route.Arrival.anchor) ?? .top))]
      case .web(let address):
        if world.isSecure { return [.say("Links are not opened here (LESSSECURE): \(address)")] }
        asked = address
        return []
      case .nowhere(let reason): return [.say("This link leads nowhere: \(reason)")]
      }
    }
  }

  /// While a definition is open: a key that is none of its own closes it and does its work.
  private mutating func updateTerm(_ event: Event, _ world: World) -> [Effect]? {
    guard let shown = term else { return nil }
    switch event {
    case .key(let key):
      term = nil
      switch GlossaryTerm.table.action(for: key) {
      case .close: return []
      case .glossary: return [.open(shown.route)]
      case .see:
        term = shown.other(for: key, in: world.library) ?? shown
        return []
      case nil: return nil
      }
    case .mouse(let action, _):
      term = nil
      return action == .click ? [] : nil
    default: return nil
    }
  }

  private mutating func answer(_ event: Event, _ address: String) -> [Effect] {
    switch event {
    case .key(.character("y")), .key(.character("Y")), .key(.enter), .pasted("y"), .pasted("yes"):
      asked = nil
      return [.openLink(address)]
    case .key, .pasted, .mouse: asked = nil
    case .resized(let size):
      self.size = size
      layOut()
    case .tick, .changedOnDisk, .resumed, .ended: break
    }
    return []
  }

  // MARK: Search

  private mutating func updateSearch(_ event: Event) -> [Effect]? {
    switch event {
    case .key(.enter):
      field = nil
      guard let search, !search.pattern.isEmpty else {
        self.search = nil
        return []
      }
      return search.matches.isEmpty
        ? [.say("\"\(search.pattern)\" is not in this lesson; s searches all lessons")] : []
    case .key(.escape):
      field = nil
      search = nil
      currentMatch = nil
      scroll(to: searchOrigin)
      return []
    case .resized, .mouse, .tick: return nil
    default:
      guard field?.update(event) == true, let text = field?.text else { return [] }
      search = text.isEmpty ? nil : PageSearch(text, in: page)
      let match = search?.match(atOrAfter: searchOrigin)
      if match == nil { scroll(to: searchOrigin) }
      showMatch(match)
      return []
    }
  }

  private mutating func showMatch(_ match: Int?) {
    currentMatch = match
    guard let match, let line = search?.matches[match].first?.line else { return }
    reveal(line: line)
  }

  private mutating func step(_ direction: Int) -> [Effect] {
    guard let search else { return [.say("/ searches first")] }
    listsMatches = true
    let count = search.matches.count
    guard count > 0 else { return [.say("\"\(search.pattern)\" is not in this lesson")] }
    let old = currentMatch ?? 0
    let next = (old + direction + count) % count
    showMatch(next)
    if direction > 0, next <= old { return [.say("Search went on from the top")] }
    if direction < 0, next >= old { return [.say("Search went on from the bottom")] }
    return []
  }

  // MARK: Outline

  private mutating func openOutline(focused: Bool) {
    if focused, outline?.isFocused == false {
      outline?.isFocused = true
    } else if outline == nil {
      outline = OutlinePanel(headings: page.headings, isFocused: focused)
    } else {
      outline = nil
    }
    outline?.follow(top: top)
    layOut()
  }

  private mutating func updateOutline(_ event: Event) -> [Effect]? {
    guard outline?.isFocused == true, case .key(let key) = event else { return nil }
    switch key {
    case .up, .character("k"): outline?.move(-1)
    case .down, .character("j"): outline?.move(1)
    case .enter:
      if let line = outline?.line { scroll(to: line) }
      closeOutline()
    case .escape, .character("q"), .backspace: closeOutline()
    case .character("o"):
      outline = nil
      layOut()
    default: return nil
    }
    return []
  }

  private mutating func closeOutline() {
    if outline?.isOverlay == true { outline = nil } else { outline?.isFocused = false }
    layOut()
  }

  // MARK: Drawing

  func draw(on canvas: inout Canvas, in area: Rect) {
    let (column, width) = frame
    for (index, line) in page.lines.dropFirst(top).prefix(area.rows).enumerated() {
      canvas.put(line.cells.prefix(width), column: area.column + column, row: area.row + index)
    }
    func point(_ span: Page.Span) -> Point? {
      guard (top..<top + area.rows).contains(span.line) else { return nil }
      return Point(
        column: area.column + column + span.columns.lowerBound, row: area.row + span.line - top)
    }
    func light(_ spans: [Page.Span], _ attributes: Style.Attributes) {
      for span in spans where span.line >= top && span.line < top + area.rows {
        let rect = Rect(
          column: area.column + column + span.columns.lowerBound,
          row: area.row + span.line - top, columns: span.columns.count, rows: 1)
        canvas.restyle(rect) { $0.adding(attributes) }
      }
    }
    for (index, match) in (search?.matches ?? []).enumerated() {
      let isCurrent = index == currentMatch
      light(match, isCurrent ? [.matched, .current] : .matched)
      if isCurrent { canvas.cursor = match.first.flatMap(point) }
    }
    if let target, page.targets.indices.contains(target) {
      let spans = page.targets[target].spans
      light(spans, .selected)
      canvas.cursor = spans.first.flatMap(point) ?? canvas.cursor
      if let term, let first = spans.first, let last = spans.last {
        let rows = area.row - top + first.line..<area.row - top + last.line + 1
        let text = Rect(
          column: area.column + column, row: area.row, columns: width, rows: area.rows)
        term.draw(on: &canvas, in: text, beside: rows, ascii: ascii)
      }
    }
    outline?.draw(on: &canvas, in: area, top: top)
  }
}

extension Reader: NearNotes, KeepsPlace {
  var nearDocument: Int { id.document }

  func place(in world: World) -> [Effect] { [.savePlace(lesson: lessonKey, word: topWord)] }
}
