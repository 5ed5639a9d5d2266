/// The keys of a screen, or of what lies over it. Which key does what, the footer, the help, the
/// manual page and the words of the plain mode all come from here.
package struct KeyTable<Action: Equatable & Sendable>: Sendable {
  package let scope: KeyScope
  package let bindings: [KeyBinding<Action>]

  package init(_ scope: KeyScope, _ bindings: [KeyBinding<Action>]) {
    self.scope = scope
    self.bindings = bindings
  }

  /// What a key does now; the first binding that holds wins.
  package func action(for key: Key, given facts: Set<KeyFact> = []) -> Action? {
    bindings.first { $0.keys.contains(key) && $0.when.holds(given: facts) }?.action(of: key)
  }

  /// What an event does now, where it is a key.
  package func action(for event: Event, given facts: Set<KeyFact> = []) -> Action? {
    if case .key(let key) = event { action(for: key, given: facts) } else { nil }
  }

  /// What a word of the plain mode means.
  package func action(named word: some StringProtocol) -> Action? {
    bindings.first { $0.word == word || $0.otherWord.map { $0 == word } ?? false }?.actions[0]
  }

  /// What the reader is told of the keys that mean something now.
  ///
  /// - Parameters:
  ///   - count: how many there are to choose from: rows of digits end there.
  ///   - offers: whether the footer may show an action now.
  package func shortcuts(
    given facts: Set<KeyFact> = [], choosingFrom count: Int? = nil,
    offers: (Action) -> Bool = { _ in true }
  ) -> [Shortcut] {
    bindings.filter { $0.when.holds(given: facts) }.compactMap { binding in
      var row = shortcut(binding)
      row.help = binding.help(given: facts)
      if binding.actions.count > 1, let count { row.keys = Array(row.keys.prefix(count)) }
      guard !row.keys.isEmpty else { return nil }
      if let footer = binding.footer, footer.when.holds(given: facts), offers(binding.actions[0]) {
        row.footer = Shortcut.Footer(
          rank: footer.rank(given: facts), text: footer.text(given: facts) ?? binding.word,
          partners: footer.partners.compactMap { shortcut(for: $0)?.id }, isRange: footer.isRange,
          short: footer.short(given: facts),
          shortPartners: footer.shortPartners.compactMap { shortcut(for: $0)?.id })
      }
      return row
    }
  }

  /// All of them, whatever the state of the screen.
  package var all: [Shortcut] { bindings.map(shortcut) }

  /// The row of an action.
  package func shortcut(for action: Action) -> Shortcut? {
    bindings.first { $0.actions.contains(action) }.map(shortcut)
  }

  private func shortcut(_ binding: KeyBinding<Action>) -> Shortcut {
    Shortcut(
      id: Shortcut.ID(scope, binding.word), keys: binding.keys, help: binding.help,
      leadsOut: binding.footer.map { $0.rank == nil } ?? false, takesName: binding.takesName,
      or: binding.otherWord)
  }
}
