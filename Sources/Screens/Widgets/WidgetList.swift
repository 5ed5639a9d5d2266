import Notes
import TextUI
import Widgets

/// All kinds of widgets; Enter opens one with an example.
struct WidgetList: Screen {
  private enum Action { case open, up, down, top, bottom, back }
  private static let table: [KeyRow<Action>] = [
    KeyRow([.enter, .right], "open", "open the widget under the cursor", footer: 1, .open),
    KeyRow([.up, .character("k")], "up", "up", footer: 3, .up),
    KeyRow([.down, .character("j")], "down", "down", footer: 4, .down),
    KeyRow([.home, .character("g")], "top", "to the first", .top),
    KeyRow([.end, .character("G")], "bottom", "to the last", .bottom),
    KeyRow([.character("q"), .escape, .backspace], "back", "back", footer: 2, .back),
  ]

  private var selected = 0
  private var size = Size(columns: 80, rows: 20)

  func title(in world: World) -> String { "Widgets" }
  func status(in world: World) -> String { "\(allWidgets.count) widgets" }
  func keys(in world: World) -> [KeyEntry] { Self.table.map(\.entry) }

  mutating func update(_ event: Event, in world: World, now: Moment) -> [Effect] {
    switch event {
    case .resized(let size): self.size = size
    case .mouse(.wheelDown, _): move(1)
    case .mouse(.wheelUp, _): move(-1)
    case .key(let key):
      switch Self.table.action(for: key) {
      case .open: return open(selected)
      case .up: move(-1)
      case .down: move(1)
      case .top: selected = 0
      case .bottom: selected = allWidgets.count - 1
      case .back: return [.back]
      case nil: break
      }
    default: break
    }
    return []
  }

  private mutating func move(_ step: Int) {
    selected = min(max(0, selected + step), allWidgets.count - 1)
  }

  private func open(_ index: Int) -> [Effect] {
    guard allWidgets.indices.contains(index) else { return [] }
    let type = allWidgets[index]
    let route = WidgetRoute(name: type.name, inputs: type.example, key: "#\(type.name)")
    return [.open(.widget(route))]
  }

  mutating func choose(_ line: String, in world: World, now: Moment) -> [Effect]? {
    if let number = Int(line), allWidgets.indices.contains(number - 1) { return open(number - 1) }
    if let index = allWidgets.firstIndex(where: { $0.name == line.lowercased() }) {
      return open(index)
    }
    let near = NearestWord.nearest(to: line, among: allWidgets.map { $0.name })
    return [.say("There is no widget \"\(line)\"" + (near.map { "; did you mean \($0)?" } ?? ""))]
  }

  private func row(_ index: Int) -> [Cell] {
    let type = allWidgets[index]
    let pad = String(repeating: " ", count: max(1, 14 - type.name.count))
    var cells = [Cell](" \(type.name)" + pad, Style(.accent, .bold))
    cells.append(type.title, .text)
    return cells
  }

  func draw(on canvas: inout Canvas, in area: Rect, of world: World) {
    let first = max(0, selected - area.rows + 1)
    for (row, index) in allWidgets.indices.dropFirst(first).prefix(area.rows).enumerated() {
      canvas.put(
        self.row(index).shortened(to: area.columns), column: area.column, row: area.row + row)
      if index == selected {
        let line = Rect(
          column: area.column, row: area.row + row, columns: area.columns, rows: 1)
        canvas.put("▸", column: area.column, row: area.row + row, style: Style(.accent, .bold))
        canvas.restyle(line) { $0.adding(.selected) }
        canvas.cursor = Point(column: area.column, row: area.row + row)
      }
    }
  }

  func selection(in world: World) -> String? { row(selected).text.trimmed }

  func transcript(in world: World) -> [String] {
    ["", "Widgets (type a number or a name to open one):", ""]
      + allWidgets.indices.map { " \($0 + 1) \(row($0).text)" }
  }
}
