import TextUI

/// All keys of a screen, from the table that drives them.
struct Help: Screen, Equatable {
  private enum Action { case back, up, down, pageUp, pageDown, top, bottom }
  private static let table: [KeyRow<Action>] = [
    KeyRow([.character("q"), .escape, .enter, .character("?")], "back", "back", footer: 1, .back),
    KeyRow([.down, .character("j")], "down", "a line down", footer: 2, .down),
    KeyRow([.up, .character("k")], "up", "a line up", .up),
    KeyRow([.pageDown, .character(" ")], "page", "a page down", .pageDown),
    KeyRow([.pageUp, .character("b")], "page-up", "a page up", .pageUp),
    KeyRow([.home, .character("g")], "top", "to the top", .top),
    KeyRow([.end, .character("G")], "bottom", "to the bottom", .bottom),
  ]
  /// Keys that work on every screen.
  static let everywhere: [KeyEntry] = [
    KeyEntry(keys: [.character("?")], word: "keys", help: "all keys of this screen", footer: nil),
    KeyEntry(keys: [.control("l")], word: "redraw", help: "draw the screen anew", footer: nil),
    KeyEntry(keys: [.control("z")], word: "suspend", help: "stop; `fg` comes back", footer: nil),
    KeyEntry(keys: [.control("c")], word: "quit", help: "end the program", footer: nil),
  ]

  private let about: String
  private let entries: [KeyEntry]
  private var top = 0
  private var size = Size(columns: 80, rows: 20)

  init(title: String, keys: [KeyEntry]) {
    let name = "Attend   "
    about = title.hasPrefix(name) ? String(title.dropFirst(name.count)) : title
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

  private var lowest: Int { max(0, lines(width: size.columns).count - size.rows) }

  mutating func update(_ event: Event, in world: World, now: Moment) -> [Effect] {
    switch event {
    case .resized(let size):
      self.size = size
      top = min(top, lowest)
    case .mouse(.wheelDown, _): top = min(lowest, top + 3)
    case .mouse(.wheelUp, _): top = max(0, top - 3)
    case .key(let key):
      switch Self.table.action(for: key) {
      case .back: return [.back]
      case .up: top = max(0, top - 1)
      case .down: top = min(lowest, top + 1)
      case .pageUp: top = max(0, top - size.rows)
      case .pageDown: top = min(lowest, top + size.rows)
      case .top: top = 0
      case .bottom: top = lowest
      case nil: break
      }
    default: break
    }
    return []
  }

  func draw(on canvas: inout Canvas, in area: Rect, of world: World) {
    // Who reads where the cursor stands reads on from the top line.
    canvas.cursor = Point(column: area.column, row: area.row)
    for (row, line) in lines(width: area.columns).dropFirst(top).prefix(area.rows).enumerated() {
      canvas.put(line, column: area.column, row: area.row + row)
    }
  }

  func transcript(in world: World) -> [String] {
    ["", title(in: world), ""] + entries.map { "  \($0.word) (\($0.label)): \($0.help)" }
  }
}
