extension Key {
  /// Keys that have names, as help texts and config files write them.
  private static let named: [String: Key] = {
    let keys: [Key] = [
      .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .home, .end, .pageUp,
      .pageDown,
      .character(" "), .up, .down, .left, .right,
    ]
    var names: [String: Key] = [
      "up": .up, "down": .down, "left": .left, "right": .right, "return": .enter, "escape": .escape,
      "delete": .delete, "insert": .insert, "pageup": .pageUp, "pagedown": .pageDown,
    ]
    for key in keys { names[key.label.lowercased()] = key }
    return names
  }()

  /// A key by its name: `x`, `Space`, `PgDn`, `F5`, `Ctrl-P`, `Alt-b`; nil for anything else.
  package init?(name: String) {
    let lower = name.lowercased()
    if let key = Self.named[lower] {
      self = key
      return
    }
    if name.count == 1, let character = name.first, !character.isWhitespace {
      self = .character(character)
      return
    }
    let held: [(String, Key.Modifiers)] = [
      ("ctrl-", .control), ("alt-", .alt), ("shift-", .shift),
    ]
    for (prefix, modifier) in held where lower.hasPrefix(prefix) {
      guard let key = Key(name: String(name.dropFirst(prefix.count))) else { return nil }
      self = key.holding(modifier)
      return
    }
    guard lower.hasPrefix("f"), let number = Int(lower.dropFirst()), (1...24).contains(number)
    else { return nil }
    self = .function(number)
  }

  /// The key with one more held.
  private func holding(_ modifier: Modifiers) -> Key {
    switch self {
    case .with(let held, let key): Key(key, holding: held.union(modifier))
    case .control(let character): Key(.character(character), holding: [.control, modifier])
    case .alt(let character): Key(.character(character), holding: [.alt, modifier])
    default: Key(self, holding: modifier)
    }
  }
}
