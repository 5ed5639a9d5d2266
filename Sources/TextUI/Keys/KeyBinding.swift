/// A row of a key table.
package struct KeyBinding<Action: Equatable & Sendable>: Sendable {
  package let keys: [Key]
  /// The footer shows it where it has no better text, and the plain mode takes it as a command.
  package let word: String
  /// Another command of the plain mode for the same, where the keys do one thing at times and another at others.
  package let otherWord: String?
  package let help: String
  /// What its help says while something holds.
  private var others: [(when: KeyCondition, help: String)] = []
  package let footer: KeyFooter<Action>?
  package let when: KeyCondition
  /// Whether in the plain mode a name may follow the word, in place of what the cursor is on.
  package let takesName: Bool
  /// One for all keys, or one for each.
  package let actions: [Action]

  package init(
    _ keys: [Key], _ word: String, _ help: String, footer: KeyFooter<Action>? = nil,
    or otherWord: String? = nil, when: KeyCondition = .always, takesName: Bool = false,
    _ action: Action
  ) {
    self.init(
      keys, word, help, footer: footer, or: otherWord, when: when, takesName: takesName,
      actions: [action])
  }

  private init(
    _ keys: [Key], _ word: String, _ help: String, footer: KeyFooter<Action>?,
    or otherWord: String? = nil, when: KeyCondition, takesName: Bool, actions: [Action]
  ) {
    self.keys = keys
    self.word = word
    self.otherWord = otherWord
    self.help = help
    self.footer = footer
    self.when = when
    self.takesName = takesName
    self.actions = actions
  }

  /// Characters that each mean something else, as the digits of a choice do.
  package static func each(
    _ characters: String, _ word: String, _ help: String, footer: KeyFooter<Action>? = nil,
    when: KeyCondition = .always, _ action: (Character) -> Action
  ) -> Self {
    Self(
      characters.map { .character($0) }, word, help, footer: footer, when: when,
      takesName: false, actions: characters.map(action))
  }

  /// The digits from 1 on.
  package static func numbers(
    through last: Int, _ word: String, _ help: String, footer: KeyFooter<Action>? = nil,
    _ action: (Int) -> Action
  ) -> Self {
    each(String("123456789".prefix(last)), word, help, footer: footer) {
      action($0.wholeNumberValue ?? 0)
    }
  }

  /// Helps in other words while that holds; the first that holds is said.
  package func saying(_ help: String, when condition: KeyCondition) -> Self {
    var binding = self
    binding.others.append((condition, help))
    return binding
  }

  /// What its help says now.
  func help(given facts: Set<KeyFact>) -> String {
    others.first { $0.when.holds(given: facts) }?.help ?? help
  }

  /// What a key does.
  func action(of key: Key) -> Action? {
    keys.firstIndex(of: key).map { actions[actions.count == 1 ? 0 : $0] }
  }
}

extension KeyBinding {
  /// The keys of a list, as in `less` and vim; of them the footer shows the arrows, as one.
  package static func motions(
    _ motions: [ListView.Motion] = [
      .up, .down, .pageDown, .pageUp, .halfDown, .halfUp, .top, .bottom,
    ],
    footer rank: Int, _ action: (ListView.Motion) -> Action
  ) -> [KeyBinding] {
    let arrows = KeyFooter<Action>.at(rank, "move", when: .when(.canMove)).beside(action(.down))
    return motions.compactMap { motion in
      guard let (keys, word, help) = motion.keys else { return nil }
      return KeyBinding(keys, word, help, footer: motion == .up ? arrows : nil, action(motion))
    }
  }
}

extension ListView.Motion {
  fileprivate var keys: (keys: [Key], word: String, help: String)? {
    switch self {
    case .up: ([.up, .character("k")], "up", "up")
    case .down: ([.down, .character("j")], "down", "down")
    case .pageDown: ([.pageDown, .character(" "), .control("f")], "page", "a page down")
    case .pageUp: ([.pageUp, .character("b"), .control("b")], "page-up", "a page up")
    case .halfDown: ([.character("d"), .control("d")], "half", "half a page down")
    case .halfUp: ([.character("u"), .control("u")], "half-up", "half a page up")
    case .top: ([.home, .character("g")], "top", "to the top")
    case .bottom: ([.end, .character("G")], "bottom", "to the bottom")
    case .wheel: nil
    }
  }
}
