/// What happened at the terminal.
package enum Event: Equatable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// Text was pasted, all at once.
  case pasted(String)
  /// The mouse was used.
  case mouse(MouseAction, Point)
  /// The screen has a new size; sent once at the start too.
  case resized(Size)
  /// Time has passed, as `tickInterval` asked for.
  case tick
  /// The notes on disk have changed.
  case changedOnDisk
  /// The program goes on after it was suspended; everything is drawn again.
  case resumed
  /// The terminal is gone, or the program was asked to end.
  case ended
}

/// A key, however the terminal sends it.
package enum Key: Equatable, Hashable, Sendable {
  case character(Character)
  case control(Character)
  case alt(Character)
  case enter, escape, tab, backTab, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
  case function(Int)

  /// As a help text names it.
  package var label: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let character): "Ctrl-\(character.uppercased())"
    case .alt(let character): "Alt-\(character)"
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .backspace: "Backspace"
    case .delete: "Del"
    case .insert: "Ins"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .function(let number): "F\(number)"
    }
  }
}

/// What the mouse did.
package enum MouseAction: Equatable, Sendable {
  case click, wheelUp, wheelDown
}
