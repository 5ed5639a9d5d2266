import TextUI

/// A line being typed over a screen, such as a filter or a search.
struct LineEntry: Equatable, Sendable {
  enum Action: Equatable { case finish, cancel, pass }
  enum Outcome: Equatable { case changed(String), finished, cancelled, nothing }

  private(set) var field: TextField

  init(_ text: String = "") { field = TextField(text) }

  var facts: Set<KeyFact> { field.text.isEmpty ? [] : [.hasText] }

  /// Takes an event; nil where it is for the screen below.
  mutating func update(_ event: Event, by table: KeyTable<Action>) -> Outcome? {
    switch event {
    case .resized, .mouse, .tick: return nil
    case .key(let key):
      switch table.action(for: key) {
      case .finish: return .finished
      case .cancel: return .cancelled
      case .pass: return nil
      case nil: break
      }
    default: break
    }
    let before = field.text
    guard field.update(event), field.text != before else { return .nothing }
    return .changed(field.text)
  }
}
