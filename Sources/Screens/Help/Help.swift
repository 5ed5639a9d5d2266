import Quiz
import TextUI

extension KeyFact {
  /// Whether the list of all chapters lies beneath, where the ways in begin, and to which they lead back.
  static let isAtChapters = KeyFact("isAtChapters")
}

/// All keys of a screen, from the table that drives them.
struct Help: Screen, Equatable {
  enum Action: Equatable { case move(ListView.Motion), welcome, back }
  static let table = KeyTable<Action>(
    .help,
    [
      KeyBinding(
        [.character("q"), .escape, .enter, .character("?"), .backspace], "back", "back",
        footer: .out(), .back),
      KeyBinding(
        [.character("f")], "first-page", "what this program is, and the ways in",
        footer: .at(3, "first page"), when: .when(.isAtChapters), .welcome),
    ] + KeyBinding.motions(footer: 2) { .move($0) })

  private let about: String
  let shortcuts: [Shortcut]
  private var text = ReadLines()

  init(title: String, keys: [Shortcut]) {
    about = Chrome.withoutChapter(title)
    shortcuts = keys
  }

  static var tables: [[Shortcut]] { [table.all] }
  var takesCount: Bool { true }
  func title(in state: AppState) -> String { "Keys: \(about)" }
  /// Which of its lines are seen, where there are more.
  func status(in state: AppState) -> String {
    let page = text.page
    guard page.isLonger else { return "" }
    let last = min(page.top + page.height, page.lineCount)
    return "\(page.top + 1)\(state.ascii ? "-" : "–")\(last) of \(page.lineCount)"
  }
  func keys(in state: AppState) -> [Shortcut] {
    Self.table.shortcuts(given: facts)
  }
  private var facts: Set<KeyFact> {
    .those([
      .canMove: text.page.isLonger,
      .isAtChapters: shortcuts.contains { $0.scope == .contents },
    ])
  }

  private func lines(width: Int) -> [[Cell]] {
    let widest = min(24, shortcuts.map { $0.label.displayWidth }.max() ?? 0)
    return shortcuts.flatMap { shortcut -> [[Cell]] in
      let label = [Cell](shortcut.label, Style(.accent, .bold))
      let isNarrow = label.count > widest || width < widest + 24
      let indent = isNarrow ? 6 : widest + 4
      let text = Wrapping.lines(of: shortcut.help, width: max(8, width - indent - 1))
      let helpLines = text.map { [Cell](repeating: .blank, count: indent) + [Cell]($0) }
      let first = [Cell.blank, .blank] + label
      if isNarrow {
        return label.wrapped(to: max(8, width - 3)).map { [.blank, .blank] + $0 } + helpLines
      }
      return [first + helpLines[0].dropFirst(first.count)] + helpLines.dropFirst()
    }
  }

  mutating func update(_ event: ScreenEvent, in state: AppState, now: Moment) -> [Effect]? {
    switch event {
    case .terminal(let event): return react(to: event, state, now)
    case .line: return nil
    case .stateChanged: return []
    }
  }

  private mutating func react(to event: Event, _ state: AppState, _ now: Moment) -> [Effect] {
    switch event {
    case .resized(let size):
      text.resize(size)
      text.hold(lines(width: size.columns))
    case .mouse: ListView.Motion(event).map { text.move($0) }
    case .key(let key):
      switch Self.table.action(for: key, given: facts) {
      case .back: return [.back]
      case .welcome: return [.replace(.welcome)]
      case .move(let motion): text.move(motion)
      case nil: break
      }
    default: break
    }
    return []
  }

  func draw(on canvas: inout Canvas, in area: Rect, of state: AppState) {
    text.draw(on: &canvas, in: area)
  }

  func transcript(in state: AppState) -> [String] {
    ["", title(in: state), ""] + shortcuts.map { "  \($0.word) (\($0.label)): \($0.help)" }
  }
}

extension KeyScope {
  static let help = KeyScope("help", "Help")
}
