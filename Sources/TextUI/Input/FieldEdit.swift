/// What a key does to a line being typed, as in a shell.
enum FieldEdit {
  case move(Reach)
  case erase(Reach)
  /// Erases so that `putBack` inserts it.
  case cut(Reach)
  case putBack

  /// How far an edit goes from the cursor.
  enum Reach {
    case before, after, wordBefore, wordAfter, start, end
    /// A word between spaces, whatever it holds.
    case spacedWordBefore
  }

  /// The edit that a key makes; nil for none.
  init?(_ key: Key) {
    switch key {
    case .left, .control("b"): self = .move(.before)
    case .right, .control("f"): self = .move(.after)
    case .home, .control("a"): self = .move(.start)
    case .end, .control("e"): self = .move(.end)
    case .alt("b"), .with(.control, .left), .with(.alt, .left): self = .move(.wordBefore)
    case .alt("f"), .with(.control, .right), .with(.alt, .right): self = .move(.wordAfter)
    case .backspace: self = .erase(.before)
    case .delete, .control("d"): self = .erase(.after)
    case .control("u"): self = .cut(.start)
    case .control("k"): self = .cut(.end)
    case .control("w"): self = .cut(.spacedWordBefore)
    case .with(.alt, .backspace), .with(.control, .backspace): self = .cut(.wordBefore)
    case .alt("d"), .with(.control, .delete), .with(.alt, .delete): self = .cut(.wordAfter)
    case .control("y"): self = .putBack
    default: return nil
    }
  }
}
