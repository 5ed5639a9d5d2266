import Basics
import Quiz
import Notes
import TextUI
import Widgets

/// All kinds of widgets; Enter opens one with an example.
struct WidgetList: Screen {
  enum Action: Equatable { case move(ListView.Motion), open, back }
  static let table = KeyTable<Action>(
    .widgetList,
    [
      KeyBinding(
        [.enter, .right], "open", "open the widget under the cursor", footer: 1, takesName: true,
        .open)
    ]
      + KeyBinding.motions(footer: 3) { .move($0) } + [
        KeyBinding([.character("q"), .escape, .backspace], "back", "back", footer: .out(), .back)
      ])

  private var list = ListView()

  /// The cursor stands on the widget of a name.
  init(at name: String?) {
    list.hold(allWidgets.count)
    allWidgets.firstIndex { $0.name == name }.map { list.select($0) }
  }

  static var tables: [[Shortcut]] { [table.all] }
  var takesCount: Bool { true }
  func title(in state: AppState) -> String { "Widgets" }
  func status(in state: AppState) -> String {
    let last = list.top + list.height
    // Where not all are seen, it says that the list goes on.
    return list.height < list.count
      ? "\(list.top + 1)–\(min(last, list.count)) of \(list.count)" : "\(list.count) widgets"
  }
  func keys(in state: AppState) -> [Shortcut] { Self.table.shortcuts(given: [.hasItem, .canMove]) }

  mutating func update(_ event: ScreenEvent, in state: AppState, now: Moment) -> [Effect]? {
    switch event {
    case .terminal(let event): return react(to: event, state, now)
    case .line(let line): return choose(line, state, now)
    case .stateChanged: return []
    }
  }

  private mutating func react(to event: Event, _ state: AppState, _ now: Moment) -> [Effect] {
    switch event {
    case .resized(let size): list.resize(size.rows)
    case .mouse:
      if let row = list.picked(by: event) { return open(row, state) }
    case .key(let key):
      switch Self.table.action(for: key) {
      case .open: return open(list.selected, state)
      case .move(let motion): list.move(motion)
      case .back: return [.back]
      case nil: break
      }
    case .pasted: return [.say("Open a widget first, with Enter: there numbers can be pasted")]
    default: break
    }
    return []
  }

  private func open(_ index: Int, _ state: AppState) -> [Effect] {
    guard allWidgets.indices.contains(index) else { return [] }
    let type = allWidgets[index]
    // What learns the reader's notes begins with those that are open.
    let own = type == OwnNotesWidget.self ? OpenNotes.learning(in: state) : nil
    return own ?? [.open(.widget(.example(of: type)))]
  }

  private mutating func choose(_ line: String, _ state: AppState, _ now: Moment) -> [Effect]? {
    if let place = Int(ordinal: line), allWidgets.indices.contains(place) {
      return open(place, state)
    }
    if let index = allWidgets.firstIndex(where: { $0.name == line.lowercased() }) {
      return open(index, state)
    }
    let near = NearestWord.nearest(to: line, among: allWidgets.map { $0.name })
    return [.say("There is no widget \"\(line)\"" + (near.map { "; did you mean \($0)?" } ?? ""))]
  }

  private func row(_ index: Int) -> [Cell] {
    let type = allWidgets[index]
    let pad = String(repeating: " ", count: max(1, 16 - type.name.count))
    var cells = [Cell]("  \(type.name)" + pad, Style(.accent, .bold))
    cells.append(type.title, .text)
    return cells
  }

  func draw(on canvas: inout Canvas, in area: Rect, of state: AppState) {
    list.draw(on: &canvas, in: area) {
      state.ascii ? ASCIISpelling.cells(row($0)) : row($0)
    }
  }

  func selection(in state: AppState) -> String? { row(list.selected).text.trimmed }

  func transcript(in state: AppState) -> [String] {
    ["", "Widgets (type a number or a name to open one):", ""]
      + allWidgets.indices.map { " \($0 < 9 ? " " : "")\($0 + 1)\(row($0).text)" }
  }
}

extension KeyScope {
  static let widgetList = KeyScope("widgets", "All widgets")
}
