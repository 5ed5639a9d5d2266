import Formulas

/// The keys of what was guessed or seen, of which text: none of it is covered again.
package struct InsideSeen: Equatable, Sendable {
  /// The latest last.
  private(set) var keys: [String] = []
  /// More are forgotten, the earliest first.
  private static let most = 150

  func contains(_ key: String) -> Bool { keys.contains(key) }

  mutating func insert(_ key: String) {
    keys.removeAll { $0 == key }
    keys.append(key)
    if keys.count > Self.most { keys.removeFirst() }
  }

  mutating func remove(_ key: String) { keys.removeAll { $0 == key } }

  /// As drafts keep it.
  static let field = InsideWidget.Field(
    "seen",
    read: { (text, parameters) in
      parameters.seen = InsideSeen()
      for key in (text ?? "").split(separator: " ").suffix(most) {
        parameters.seen.insert(String(key.prefix(40)))
      }
    }, write: { $0.seen.keys.isEmpty ? nil : $0.seen.keys.joined(separator: " ") }
  ).kept
}
