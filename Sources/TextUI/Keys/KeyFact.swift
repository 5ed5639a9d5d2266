/// What a screen says of itself, for keys that do not always mean something. Each target adds its
/// own.
package struct KeyFact: Hashable, Sendable {
  private let name: String

  package init(_ name: String) { self.name = name }

  /// Something stands under the cursor.
  package static let hasItem = KeyFact("hasItem")
  /// The list or page is longer than one item, or than the window.
  package static let canMove = KeyFact("canMove")
  package static let canUndo = KeyFact("canUndo")
}

extension Set<KeyFact> {
  /// The facts that hold.
  package static func those(_ facts: KeyValuePairs<KeyFact, Bool>) -> Self {
    Self(facts.filter(\.value).map(\.key))
  }
}

/// When a key means something.
package enum KeyCondition: Hashable, Sendable {
  case always
  case when(KeyFact)
  case unless(KeyFact)

  package func holds(given facts: Set<KeyFact>) -> Bool {
    switch self {
    case .always: true
    case .when(let fact): facts.contains(fact)
    case .unless(let fact): !facts.contains(fact)
    }
  }
}
