import Basics
import Quiz
import Notes
import TextUI
import Widgets

/// All kinds of widgets; Enter opens one with an example.
struct WidgetList: Screen {
  enum Action: Equatable { case move(ListView.Motion), open, filter, clear, back }
  static let table = KeyTable<Action>(
    .widgetList,
    [
      KeyBinding(
        [.enter, .right], "open", "open the widget under the cursor",
        footer: .at(1, when: .when(.hasItem)), takesName: true, .open)
    ]
      + KeyBinding.filtering(
        "show only what holds these words: of the name, the title, what it is about", footer: 2,
        begin: .filter, clear: .clear)
      + KeyBinding.motions(footer: 3) { .move($0) } + KeyBinding.leavingFiltered(.back))

  static let typing = ListFilter.keys(.widgetListFilter)

  private var list = ListView()
  private var filter = ListFilter()
  /// Those that the filter leaves.
  private var shown = allWidgets

  /// The cursor stands on the widget of a name.
  init(at name: String?) {
    list.hold(shown.count)
    shown.firstIndex { $0.name == name }.map { list.select($0) }
  }

  static var tables: [[Shortcut]] { [table.all, typing.all] }
  var takesCount: Bool { !filter.isTyped }
  var prompt: Prompt? { filter.prompt }
  func title(in state: AppState) -> String { "Widgets" }
  func status(in state: AppState) -> String {
    if filter.isOn {
      return "\(counted(shown.count, "widget matches", "widgets match")) \"\(filter.text)\""
    }
    let last = list.top + list.height
    // Where not all are seen, it says that the list goes on.
    return list.height < list.count
      ? "\(list.top + 1)–\(min(last, list.count)) of \(list.count)" : "\(list.count) widgets"
  }
  func keys(in state: AppState) -> [Shortcut] {
    filter.isTyped
      ? Self.typing.shortcuts(given: filter.facts) : Self.table.shortcuts(given: facts)
  }
  private var facts: Set<KeyFact> {
    .those([.hasItem: !shown.isEmpty, .canMove: shown.count > 1, .isFiltered: filter.isOn])
  }

  mutating func update(_ event: ScreenEvent, in state: AppState, now: Moment) -> [Effect]? {
    switch event {
    case .terminal(let event): return react(to: event, state, now)
    case .line(let line): return choose(line, state, now)
    case .stateChanged: return []
    }
  }

  private mutating func react(to event: Event, _ state: AppState, _ now: Moment) -> [Effect] {
    if let isOther = filter.update(event, by: Self.typing) {
      if isOther { showFiltered() }
      return []
    }
    switch event {
    case .resized(let size): list.resize(size.rows)
    case .mouse:
      if let row = list.picked(by: event) { return open(row, state) }
    case .key(let key):
      switch Self.table.action(for: key, given: facts) {
      case .open: return open(list.selected, state)
      case .move(let motion): list.move(motion)
      case .filter: filter.begin()
      case .clear:
        filter.clear()
        showFiltered()
      case .back: return [.back]
      case nil: break
      }
    case .pasted: return [.say("Open a widget first, with Enter: there numbers can be pasted")]
    default: break
    }
    return []
  }

  /// What was under the cursor stays so, as long as it is there.
  private mutating func showFiltered() {
    let name = shown.indices.contains(list.selected) ? shown[list.selected].name : nil
    let words = filter.words
    shown = allWidgets.filter {
      words.match(([$0.name, $0.title] + $0.topics).joined(separator: " "))
    }
    list.hold(shown.count)
    list.select(shown.firstIndex { $0.name == name } ?? 0)
  }

  private func open(_ index: Int, _ state: AppState) -> [Effect] {
    guard shown.indices.contains(index) else { return [] }
    return open(shown[index], state)
  }

  private func open(_ type: any Widget.Type, _ state: AppState) -> [Effect] {
    // What learns the reader's notes begins with those that are open.
    let own = type == OwnNotesWidget.self ? OpenNotes.learning(in: state) : nil
    return own ?? [.open(.widget(.example(of: type)))]
  }

  private mutating func choose(_ line: String, _ state: AppState, _ now: Moment) -> [Effect]? {
    if let place = Int(ordinal: line), shown.indices.contains(place) { return open(place, state) }
    if let type = allWidgets.first(where: { $0.name == line.lowercased() }) {
      return open(type, state)
    }
    let near = NearestWord.nearest(to: line, among: allWidgets.map { $0.name })
    return [.say("There is no widget \"\(line)\"" + (near.map { "; did you mean \($0)?" } ?? ""))]
  }

  private func row(_ index: Int) -> [Cell] {
    let type = shown[index]
    let pad = String(repeating: " ", count: max(1, 16 - type.name.count))
    var cells = [Cell]("  \(type.name)" + pad, Style(.accent, .bold))
    cells.append(type.title, .text)
    return cells
  }

  private var emptyText: String? { shown.isEmpty ? "No widget has these words." : nil }

  func draw(on canvas: inout Canvas, in area: Rect, of state: AppState) {
    emptyText.map { canvas.put(empty: $0, in: area) }
    list.draw(on: &canvas, in: area) {
      state.ascii ? ASCIISpelling.cells(row($0)) : row($0)
    }
  }

  func selection(in state: AppState) -> String? {
    shown.indices.contains(list.selected) ? row(list.selected).text.trimmed : nil
  }

  func transcript(in state: AppState) -> [String] {
    ["", emptyText ?? "Widgets (type a number or a name to open one):", ""]
      + shown.indices.map { " \($0 < 9 ? " " : "")\($0 + 1)\(row($0).text)" }
  }
}

extension KeyScope {
  static let widgetList = KeyScope("widgets", "All widgets")
  static let widgetListFilter = KeyScope(
    "widgets-filter", "All widgets, typing a filter", takesText: true)
}
