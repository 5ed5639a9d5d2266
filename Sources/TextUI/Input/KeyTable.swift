/// One row of a screen's key table: footer, help, manual page and plain mode follow it.
package struct KeyRow<Action: Equatable & Sendable>: Sendable {
  /// The keys that do it.
  package let keys: [Key]
  /// One word for it: the footer shows it, and the plain mode takes it as a command.
  package let word: String
  /// What it does, in a few words.
  package let help: String
  /// Its place in the footer, 1 the most important; nil keeps it out.
  package let footer: Int?
  /// What the screen does.
  package let action: Action

  /// A row.
  package init(_ keys: [Key], _ word: String, _ help: String, footer: Int? = nil, _ action: Action)
  {
    self.keys = keys
    self.word = word
    self.help = help
    self.footer = footer
    self.action = action
  }

  /// The row without its action, for help and footer.
  package var entry: KeyEntry { KeyEntry(keys: keys, word: word, help: help, footer: footer) }
}

/// A row of a key table as the reader sees it.
package struct KeyEntry: Equatable, Sendable {
  /// The keys that do it.
  package let keys: [Key]
  /// One word for it.
  package let word: String
  /// What it does.
  package let help: String
  /// Its place in the footer; nil keeps it out.
  package let footer: Int?

  /// A row.
  package init(keys: [Key], word: String, help: String, footer: Int?) {
    self.keys = keys
    self.word = word
    self.help = help
    self.footer = footer
  }

  /// The keys' names, parted by spaces.
  package var label: String { keys.map(\.label).joined(separator: " ") }
}

extension Array {
  /// The action of a key, by the table.
  package func action<Action>(for key: Key) -> Action? where Element == KeyRow<Action> {
    first { $0.keys.contains(key) }?.action
  }
}
