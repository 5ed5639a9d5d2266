import TextUI

/// All keys of a screen, from the table that drives them.
struct Help: Screen, Equatable {
  enum Action: Equatable { case move(ListView.Motion), back }
  static let table: [KeyRow<Action>] =
    [KeyRow([.character("q"), .escape, .enter, .character("?")], "back", "back", footer: 1, .back)]
    + ListView.Motion.rows(footer: [.down: 2]) { .move($0) }
  /// Keys that work on every screen.
  static let everywhere: [KeyEntry] = [
    KeyEntry(keys: [.character("?")], word: "keys", help: "all keys of this screen", footer: nil),
    KeyEntry(keys: [.control("l")], word: "redraw", help: "draw the screen anew", footer: nil),
    KeyEntry(keys: [.control("z")], word: "suspend", help: "stop; `fg` comes back", footer: nil),
    KeyEntry(keys: [.control("c")], word: "quit", help: "end the program", footer: nil),
  ]

  private let about: String
  private let entries: [KeyEntry]
  private var page = ListView()

  init(title: String, keys: [KeyEntry]) {
    // Of help itself, it is the keys all the same.
    var words = title.split(separator: " ")
    if words.count > 1, words.first == "Attend" || words.first == "Keys:" { words.removeFirst() }
    about = words.joined(separator: " ")
    entries = keys + Self.everywhere
  }

  func title(in world: World) -> String { "Keys: \(about)" }
  func keys(in world: World) -> [KeyEntry] { Self.table.map(\.entry) }

  private func lines(width: Int) -> [[Cell]] {
    let widest = min(24, entries.map { $0.label.displayWidth }.max() ?? 0)
    return entries.flatMap { entry -> [[Cell]] in
      let label = [Cell](entry.label, Style(.accent, .bold))
      let isNarrow = label.count > widest || width < widest + 24
      let indent = isNarrow ? 6 : widest + 4
      let text = Wrapping.lines(of: entry.help, width: max(8, width - indent - 1))
      let helpLines = text.map { [Cell](repeating: .blank, count: indent) + [Cell]($0) }
      let first = [Cell.blank, .blank] + label
      if isNarrow { return [first] + helpLines }
      return [first + helpLines[0].dropFirst(first.count)] + helpLines.dropFirst()
    }
  }

  mutating func update(_ event: Event, in world: World, now: Moment) -> [Effect] {
    switch event {
    case .resized(let size):
      page.hold(lines: lines(width: size.columns).count)
      page.resize(size.rows)
    case .mouse: ListView.Motion(event).map { page.move($0) }
    case .key(let key):
      switch Self.table.action(for: key) {
      case .back: return [.back]
      case .move(let motion): page.move(motion)
      case nil: break
      }
    default: break
    }
    return []
  }

  func draw(on canvas: inout Canvas, in area: Rect, of world: World) {
    // Who reads where the cursor stands reads on from the top line.
    canvas.cursor = Point(column: area.column, row: area.row)
    let lines = lines(width: area.columns)
    page.draw(on: &canvas, in: area) { lines[$0] }
  }

  func transcript(in world: World) -> [String] {
    ["", title(in: world), ""] + entries.map { "  \($0.word) (\($0.label)): \($0.help)" }
  }
}
