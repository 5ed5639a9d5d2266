/// The item of a list that the reader is on; none where one is to be chosen first.
package struct ListCursor: Equatable, Sendable {
  package private(set) var place: Int?
  package private(set) var count = 0

  package init(_ count: Int, at place: Int? = nil) {
    self.place = place
    hold(count)
  }

  /// Keeps to so many items from now on.
  package mutating func hold(_ count: Int) {
    self.count = max(0, count)
    place = place.flatMap { self.count == 0 ? nil : max(0, min($0, self.count - 1)) }
  }

  /// To an item; false where there is none of that number.
  @discardableResult
  package mutating func go(to item: Int) -> Bool {
    guard (0..<count).contains(item) else { return false }
    place = item
    return true
  }

  /// By items, as far as there are some; from nowhere to the first or the last.
  package mutating func step(_ items: Int) {
    guard count > 0 else { return }
    let next = place.map { $0 + items } ?? (items > 0 ? 0 : count - 1)
    place = max(0, min(next, count - 1))
  }

  /// What a key of a list does, where all of it shows.
  package mutating func move(_ motion: ListView.Motion) {
    switch motion {
    case .up: step(-1)
    case .down: step(1)
    case .halfUp: step(-max(1, count / 2))
    case .halfDown: step(max(1, count / 2))
    case .top, .pageUp: step(-count)
    case .bottom, .pageDown: step(count)
    case .wheel: break
    }
  }
}
