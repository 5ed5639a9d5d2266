import TextUI

/// A row of a key table as the reader sees it.
package struct Shortcut: Equatable, Sendable {
  package let scope: KeyScope
  /// One word for it.
  package let word: String
  /// The keys that do it.
  package var keys: [Key]
  package let help: String
  package let footer: Footer?
  /// Whether letters are text now, so that only other keys can do it.
  var isAmongText = false

  /// How it stands in the footer.
  package struct Footer: Equatable, Sendable {
    /// 1 is the most important.
    let rank: Int
    /// Shown in place of the word.
    var text: String?
    /// The word of another row, whose key stands beside this one's: `n/N match`, or ends a range
    /// that begins with this one's: `1–4 how sure`.
    var partner: String?
    var isRange = false
    /// When it is shown: what a key would do nothing with now is not offered.
    var when = KeyCondition.always
  }

  /// Whether it leads out of the screen or of what lies over it: the footer keeps room for that.
  var leadsOut: Bool {
    ["back", "quit", "contents", "leave", "close", "cancel", "no"].contains(word)
  }

  /// The keys' names, separated by spaces.
  package var label: String { keys.map(\.label).joined(separator: " ") }
}

extension Shortcut.Footer: ExpressibleByIntegerLiteral {
  package init(integerLiteral rank: Int) { self.init(rank: rank) }

  static func at(
    _ rank: Int, _ text: String? = nil, with partner: String? = nil, when: KeyCondition = .always
  ) -> Self {
    Self(rank: rank, text: text, partner: partner, when: when)
  }

  static func range(_ rank: Int, _ text: String, to partner: String) -> Self {
    Self(rank: rank, text: text, partner: partner, isRange: true)
  }
}

extension Shortcut {
  /// A row of a table that is kept elsewhere, as those of widgets and of kinds of questions are.
  init(_ entry: KeyEntry, in scope: KeyScope) {
    self.init(
      scope: scope, word: entry.word, keys: entry.keys, help: entry.help,
      footer: entry.footer.map { Footer(rank: $0) })
  }
}
