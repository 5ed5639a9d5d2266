import TextUI

/// A search being typed, with those before it.
struct SearchEntry: Equatable, Sendable {
  enum Action: Equatable { case finish, cancel, older, newer, pattern }
  enum Outcome: Equatable { case changed, finished, cancelled, nothing }

  private var entry: LineEntry
  private(set) var isPattern: Bool
  /// What was searched before, the newest last.
  private let history: [SearchTerm]
  /// Where among those before it stands; behind the last one while a new one is typed.
  private var place: Int
  /// What was typed before one of them was brought back.
  private var typed: SearchTerm

  /// What the key is called that takes what is typed for a pattern.
  let patternKey: String

  init(
    _ term: SearchTerm = SearchTerm(text: ""), after history: [SearchTerm], patternKey: String = ""
  ) {
    self.patternKey = patternKey
    entry = LineEntry(term.text)
    isPattern = term.isPattern
    self.history = history
    place = history.count
    typed = term
  }

  var term: SearchTerm { SearchTerm(text: entry.field.text, isPattern: isPattern) }
  var field: TextField { entry.field }
  /// What Enter searches where nothing is typed, as in `less` and vim.
  var last: SearchTerm? { history.last }
  var facts: Set<KeyFact> {
    entry.facts.union(Set.those([.hasHistory: place > 0, .isPattern: isPattern]))
  }

  /// Takes an event; nil where it is for the screen below.
  mutating func update(_ event: Event, by table: KeyTable<Action>) -> Outcome? {
    switch table.action(for: event) {
    case .finish: return .finished
    case .cancel: return .cancelled
    case .older: return bring(place - 1)
    case .newer: return bring(place + 1)
    case .pattern:
      isPattern.toggle()
      return .changed
    case nil: break
    }
    switch entry.update(event, by: Self.typing) {
    case .changed:
      place = history.count
      return .changed
    case nil: return nil
    default: return .nothing
    }
  }

  /// Keys that only type.
  private static let typing = KeyTable<LineEntry.Action>(.find, [])

  private mutating func bring(_ new: Int) -> Outcome {
    guard (0...history.count).contains(new), new != place else { return .nothing }
    if place == history.count { typed = term }
    place = new
    let term = new == history.count ? typed : history[new]
    entry = LineEntry(term.text)
    isPattern = term.isPattern
    return .changed
  }
}
