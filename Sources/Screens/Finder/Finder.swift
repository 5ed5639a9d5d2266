import Basics
import Notes
import Quiz
import TextUI

/// Goes to any lesson or heading by a few letters of its title, the best match first.
struct Finder: Screen {
  /// Lessons looked through for headings between two looks at the keyboard.
  private static let slice = 40
  /// More matches than that are not listed: further letters part them.
  private static let most = 200

  /// What can be gone to.
  private struct Item {
    let id: LessonID
    /// `6.2` of a lesson; empty of a heading.
    var number = ""
    let title: String
    /// Of a heading inside the lesson; nil for the lesson itself.
    let anchor: String?
  }
  private struct Hit {
    let item: Item
    let match: FuzzyMatch?
  }

  private var entry = LineEntry()
  private var list = ListView()
  private var items: [Item] = []
  private var hits: [Hit] = []
  /// The lesson whose headings come next; nil once all are there.
  private var next: LessonID?
  private var documents: LongList<Document>?

  init(in state: AppState) { collect(state) }

  private mutating func collect(_ state: AppState) {
    documents = state.library.documents
    items = state.library.lessonIDs.map {
      Item(
        id: $0, number: state.library.number(of: $0), title: state.library[$0]?.shownTitle ?? "",
        anchor: nil)
    }
    next = items.first?.id
    find()
  }

  // MARK: What the frame shows

  static var tables: [[Shortcut]] { [FinderKeys.field.all + FinderKeys.motions.all] }
  func title(in state: AppState) -> String { Chrome.name + "Go to a lesson or heading" }
  func keys(in state: AppState) -> [Shortcut] {
    let facts = Set.those([.hasItem: !hits.isEmpty, .canMove: hits.count > 1])
    return FinderKeys.field.shortcuts(given: entry.facts.union(facts))
      + FinderKeys.motions.shortcuts(given: facts)
  }
  func status(in state: AppState) -> String {
    hits.count < Self.most ? counted(hits.count, "match", "matches") : "the best \(Self.most)"
  }
  var prompt: Prompt? { Prompt(label: "Go to: ", field: entry.field) }
  func tickInterval(in state: AppState) -> Duration? { next == nil ? nil : .zero }

  // MARK: Events

  mutating func update(_ event: ScreenEvent, in state: AppState, now: Moment) -> [Effect]? {
    switch event {
    case .terminal(let event): return react(to: event, state)
    case .line(let line):
      entry = LineEntry(line)
      while next != nil { readOn(state) }
      find()
      return hits.isEmpty ? [.say("No title holds \"\(line)\"")] : open()
    case .stateChanged:
      if documents != state.library.documents { collect(state) }
      return []
    }
  }

  private mutating func react(to event: Event, _ state: AppState) -> [Effect] {
    if case .key(let key) = event, let motion = FinderKeys.motions.action(for: key) {
      list.move(motion)
      return []
    }
    switch entry.update(event, by: FinderKeys.field) {
    case .changed:
      find()
      return []
    case .finished: return open()
    case .cancelled: return [.back]
    case .nothing: return []
    case nil: break
    }
    switch event {
    case .resized(let size): list.resize(size.rows)
    case .tick: readOn(state)
    case .mouse:
      if list.picked(by: event) != nil { return open() }
    default: break
    }
    return []
  }

  private func open() -> [Effect] {
    guard hits.indices.contains(list.selected) else { return [] }
    let item = hits[list.selected].item
    return [.replace(.lesson(item.id, item.anchor.map(Route.Arrival.anchor) ?? .lastPlace))]
  }

  // MARK: Finding

  private mutating func find() {
    let wanted = entry.field.text.trimmed
    if wanted.isEmpty {
      hits = items.lazy.filter { $0.anchor == nil }.prefix(Self.most).map {
        Hit(item: $0, match: nil)
      }
    } else {
      // What has the number is listed already.
      let found = items.lazy.filter { !$0.number.hasPrefix(wanted) }.compactMap { item in
        FuzzyMatch(wanted, in: item.title).map { (item, $0) }
      }
      // The order of the notes stays among equals.
      let best = found.enumerated().sorted { a, b in
        let (first, second) = (a.element.1.score, b.element.1.score)
        return first == second ? a.offset < b.offset : first > second
      }
      // Numbers are the names that lessons have of each other; the one that is meant comes first.
      let numbered = items.filter { $0.number.hasPrefix(wanted) }
      let meant = numbered.filter { $0.number == wanted } + numbered.filter { $0.number != wanted }
      hits =
        (meant.map { Hit(item: $0, match: nil) }
        + best.map { Hit(item: $0.element.0, match: $0.element.1) }).prefix(Self.most).map(\.self)
    }
    list.hold(hits.count)
    list.move(.top)
  }

  /// Takes in the headings of some more lessons.
  private mutating func readOn(_ state: AppState) {
    for _ in 0..<Self.slice {
      guard let id = next else { break }
      var slugs = Slugs()
      for heading in state.library.markdown(of: id).blocks.headings {
        // A question's is asked, and not gone to.
        if let html = heading.htmlBelow, Directive.isQuiz(html) { continue }
        let title = heading.title.titleText
        let anchor = slugs.next(title)
        if heading.level > 2 { items.append(Item(id: id, title: title, anchor: anchor)) }
      }
      next = state.library.lesson(after: id)
    }
    // Who has chosen among what was there keeps it.
    if next == nil, !entry.field.text.isEmpty, list.selected == 0 { find() }
  }

  // MARK: Drawing

  private func line(_ hit: Hit, _ state: AppState, width: Int) -> [Cell] {
    let isHeading = hit.item.anchor != nil
    var cells: [Cell] = []
    for (index, character) in hit.item.title.enumerated() {
      let isMatched = hit.match?.places.contains(index) == true
      cells += [Cell](
        String(character), isMatched ? Style(.accent, .bold) : isHeading ? .text : Style(.strong))
    }
    let number = [Cell]("  " + state.library.number(of: hit.item.id)).fitted(to: 9)
    let inside =
      isHeading
      ? state.library[hit.item.id]?.shownTitle : state.library.chapter(of: hit.item.id)?.title
    let place = [Cell](inside.map { $0 == hit.item.title ? "" : $0 } ?? "", .muted)
    return .spread(number + cells, place, width: width)
  }

  private var emptyText: String? {
    guard hits.isEmpty else { return nil }
    return next == nil ? "No title holds \"\(entry.field.text.trimmed)\"." : "Searching …"
  }

  func draw(on canvas: inout Canvas, in area: Rect, of state: AppState) {
    emptyText.map { canvas.put(empty: $0, in: area) }
    list.draw(on: &canvas, in: area) { line(hits[$0], state, width: area.columns) }
  }

  func selection(in state: AppState) -> String? {
    hits.indices.contains(list.selected) ? hits[list.selected].item.title : nil
  }

  func transcript(in state: AppState) -> [String] {
    [
      "",
      "Type a lesson's number, or some letters of its title or of a heading's: the best match opens.",
    ]
  }
}
