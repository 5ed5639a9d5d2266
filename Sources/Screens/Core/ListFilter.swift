import Notes
import TextUI

/// What a list is narrowed to, while it is typed and afterwards: the same on every screen with a list.
struct ListFilter: Equatable, Sendable {
  /// What is typed, or was kept.
  private(set) var text: String
  private var entry: LineEntry?

  init(_ text: String = "") { self.text = text }

  var words: FilterWords { FilterWords(text) }
  var isOn: Bool { !text.isEmpty }
  /// Whether letters are typed into it now.
  var isTyped: Bool { entry != nil }
  var prompt: Prompt? { entry.map { Prompt(label: "Filter: ", field: $0.field) } }
  var facts: Set<KeyFact> { entry?.facts ?? [] }

  mutating func begin() { entry = LineEntry(text) }
  mutating func clear() { self = ListFilter() }

  /// Takes an event while something is typed: whether the list is another now; nil where the event is for the list.
  mutating func update(_ event: Event, by table: KeyTable<LineEntry.Action>) -> Bool? {
    guard let outcome = entry?.update(event, by: table) else { return nil }
    let before = text
    switch outcome {
    case .changed(let typed): text = typed.trimmed
    case .finished: entry = nil
    case .cancelled: clear()
    case .nothing: break
    }
    return text != before
  }

  /// The keys while it is typed, of a screen's scope.
  static func keys(_ scope: KeyScope) -> KeyTable<LineEntry.Action> {
    KeyTable(
      scope,
      [
        KeyBinding(
          [.enter], "keep", "keep the filter",
          footer: .at(1, "keep the filter", when: .when(.hasText)), .finish),
        KeyBinding([.escape], "clear", "show all again", footer: .out("show all"), .cancel),
        KeyBinding([.up], "up", "up, while typing", .pass),
        KeyBinding([.down], "down", "down, while typing", .pass),
      ])
  }
}

extension KeyBinding {
  /// The keys that lead back from a list: Esc does as long as there is no filter that it takes away.
  static func leavingFiltered(_ back: Action) -> [KeyBinding] {
    [
      KeyBinding([.character("q"), .backspace], "back", "back", footer: .out(), back),
      KeyBinding([.escape], "leave", "back", when: .unless(.isFiltered), back),
    ]
  }

  /// The key of a list that begins to type a filter, and the one that takes it away.
  static func filtering(
    _ help: String, footer rank: Int, begin: Action, clear: Action
  ) -> [KeyBinding] {
    [
      KeyBinding(
        [.character("/")], "find", help, footer: .at(rank, when: .when(.hasItem)), begin),
      KeyBinding(
        [.escape], "clear", "show all again", footer: .at(2, "show all"), when: .when(.isFiltered),
        clear),
    ]
  }
}
