/// A key, however the terminal sends it.
///
/// Keys held with another are made through `init(_:holding:)`, so that each press has one form:
/// - a character with Ctrl or with Alt alone is `.control` or `.alt`;
/// - Shift is part of a character, and means nothing on any other key but Tab (`.backTab`): terminals
///   send it on some of them only, so Shift-← is ←;
/// - everything else is `.with`. What no table binds does nothing.
package enum Key: Equatable, Hashable, Sendable {
  case character(Character)
  case control(Character)
  case alt(Character)
  case enter, escape, tab, backTab, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
  case function(Int)
  /// A key pressed while others were held, where no other case says so.
  indirect case with(Modifiers, Key)

  /// Keys held while another is pressed.
  package struct Modifiers: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    package static let shift = Modifiers(rawValue: 1)
    package static let alt = Modifiers(rawValue: 2)
    package static let control = Modifiers(rawValue: 4)
    /// Super, Hyper or Meta: nothing is bound to them.
    package static let other = Modifiers(rawValue: 8)
  }

  /// A key, itself without modifiers, pressed while others were held.
  package init(_ key: Key, holding held: Modifiers) {
    switch (key, held) {
    case (_, []): self = key
    case (.character(let character), .shift): self = .character(character.shifted)
    case (.character(let character), .alt): self = .alt(character)
    case (.character(let character), [.alt, .shift]): self = .alt(character.shifted)
    case (.character(let character), .control): self = Key.control(by: character)
    case (.character, _): self = .with(held, key)
    case (.tab, _) where held.contains(.shift):
      self = Key(.backTab, holding: held.subtracting(.shift))
    default:
      let rest = held.subtracting(.shift)
      self = rest.isEmpty ? key : .with(rest, key)
    }
  }

  /// Some keys have been Ctrl with a character ever since: terminals that tell them apart only when
  /// asked to must not differ from those that cannot.
  private static func control(by character: Character) -> Key {
    switch character {
    case "h", "H", "?": .backspace
    case "i", "I": .tab
    case "j", "J", "m", "M": .enter
    case "[": .escape
    case "@": .control(" ")
    default: .control(character.lowercased().first ?? character)
    }
  }

  /// As a help text names it.
  package var label: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(" "): "Ctrl-Space"
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
    case .with(let held, let key): held.label + key.label
    }
  }
}

extension Key.Modifiers {
  /// As it stands before the key's own name.
  fileprivate var label: String {
    let names: [(Key.Modifiers, String)] = [
      (.other, "Super-"), (.control, "Ctrl-"), (.alt, "Alt-"), (.shift, "Shift-"),
    ]
    return names.filter { contains($0.0) }.map(\.1).joined()
  }
}

extension Character {
  fileprivate var shifted: Character {
    let upper = uppercased()
    return upper.count == 1 ? upper.first ?? self : self
  }
}
