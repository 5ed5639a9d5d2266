import TextUI

/// The keys of a screen, or of what lies over it. Which key does what, the footer, the help, the
/// manual page and the words of the plain mode all come from here.
struct KeyTable<Action: Equatable & Sendable>: Sendable {
  let scope: KeyScope
  let bindings: [KeyBinding<Action>]

  init(_ scope: KeyScope, _ bindings: [KeyBinding<Action>]) {
    self.scope = scope
    self.bindings = bindings
  }

  /// What a key does now; the first binding that holds wins.
  func action(for key: Key, given facts: Set<KeyFact> = []) -> Action? {
    bindings.first { $0.keys.contains(key) && $0.when.holds(given: facts) }?.action
  }

  /// What the reader is told of the keys that mean something now.
  func shortcuts(given facts: Set<KeyFact> = []) -> [Shortcut] {
    bindings.filter { $0.when.holds(given: facts) }.map { binding in
      let shows = binding.footer?.when.holds(given: facts) == true
      return binding.shortcut(in: scope, showsFooter: shows)
    }
  }

  /// All of them, whatever the state of the screen.
  var all: [Shortcut] { bindings.map { $0.shortcut(in: scope) } }

  /// A key as a sentence names it, for the first binding of an action.
  func label(_ action: Action, in keymap: Keymap) -> String {
    guard let binding = bindings.first(where: { $0.action == action }) else { return "" }
    return keymap.keys(of: binding.shortcut(in: scope)).first?.label ?? ""
  }
}

/// A row of a key table.
struct KeyBinding<Action: Equatable & Sendable>: Sendable {
  let keys: [Key]
  /// The footer shows it, and the plain mode takes it as a command.
  let word: String
  let help: String
  let footer: Shortcut.Footer?
  let when: KeyCondition
  let action: Action

  init(
    _ keys: [Key], _ word: String, _ help: String, footer: Shortcut.Footer? = nil,
    when: KeyCondition = .always, _ action: Action
  ) {
    self.keys = keys
    self.word = word
    self.help = help
    self.footer = footer
    self.when = when
    self.action = action
  }

  func shortcut(in scope: KeyScope, showsFooter: Bool = true) -> Shortcut {
    Shortcut(
      scope: scope, word: word, keys: keys, help: help, footer: showsFooter ? footer : nil)
  }
}

extension KeyBinding {
  /// The keys of a list, as in `less` and vim. `footer` ranks those that the footer shows.
  static func motions(
    footer: [ListView.Motion: Int] = [:], _ action: (ListView.Motion) -> Action
  ) -> [KeyBinding] {
    ListView.Motion.rows(footer: footer, action).map {
      KeyBinding(
        $0.keys, $0.word, $0.help, footer: $0.footer.map { .at($0, when: .when(.canMove)) },
        $0.action)
    }
  }
}
