import Notes
import Quiz
import TextUI

/// What was learnt, and what is due.
struct Statistics: Screen {
  enum Action: Equatable { case back }
  static let table: [KeyRow<Action>] = [
    KeyRow([.character("q"), .escape], "back", "back", footer: 2, .back)
  ]
  var title: String { "Statistics" }
  var keys: [KeyEntry] { Self.table.map(\.entry) }
  mutating func update(_ event: Event, in world: World, now: Moment) -> [Effect] {
    if case .key(let key) = event, Self.table.action(for: key) == .back { return [.back] }
    return []
  }
  func draw(on canvas: inout Canvas, in area: Rect) {}
  var transcript: [String] { [""] }
}
