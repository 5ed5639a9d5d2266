import TextUI

/// The reader's own keys, in place of those of the tables.
///
/// A screen knows its default keys alone: a key that was pressed is translated, once, before the
/// screen sees it. So whatever has a table, a widget or a kind of question too, can be rebound.
package struct Keymap: Equatable, Sendable {
  private let own: [Shortcut.ID: [Key]]
  /// Whether every row has its own keys: then nothing needs to be looked up.
  var isDefault: Bool { own.isEmpty }

  /// Keys for some rows; rows that are not named keep theirs, but for keys that were given away.
  package init(_ own: [Shortcut.ID: [Key]] = [:]) { self.own = own }

  /// The keys of a row.
  func keys(of shortcut: Shortcut) -> [Key] {
    if isDefault { return shortcut.keys }
    if let keys = own[shortcut.id] {
      return shortcut.isAmongText || shortcut.scope.takesText ? keys.map(\.besideText) : keys
    }
    return shortcut.keys.filter { !isGivenAway($0, in: shortcut.scope) }
  }

  private func isGivenAway(_ key: Key, in scope: KeyScope) -> Bool {
    own.contains { $0.key.scope == scope && $0.value.contains(key) }
  }

  /// Rows with the reader's keys; a row without any is left out.
  func applied(to shortcuts: [Shortcut]) -> [Shortcut] {
    if isDefault { return shortcuts }
    return shortcuts.compactMap { shortcut in
      var shortcut = shortcut
      shortcut.keys = keys(of: shortcut)
      return shortcut.keys.isEmpty ? nil : shortcut
    }
  }

  /// Whether the reader gave a key to one of the rows.
  func gives(_ key: Key, to shortcuts: [Shortcut]) -> Bool {
    !isDefault
      && shortcuts.contains {
        own[$0.id] != nil && keys(of: $0).contains(key)
      }
  }

  /// The default key that a pressed key stands for among the rows that hold now; nil where it was
  /// taken from its row and not given to another.
  func standard(_ key: Key, among shortcuts: [Shortcut]) -> Key? {
    if isDefault { return key }
    for shortcut in shortcuts {
      guard let at = keys(of: shortcut).firstIndex(of: key) else { continue }
      if own[shortcut.id] == nil { return key }
      // Where each key means something else, as digits do, the place in the row counts.
      return shortcut.keys[min(at, shortcut.keys.count - 1)]
    }
    return shortcuts.contains { $0.keys.contains(key) } ? nil : key
  }
}

extension Key {
  /// What stands for a key where letters are text: Alt with the letter.
  fileprivate var besideText: Key {
    if case .character(let letter) = self { .alt(letter) } else { self }
  }
}

extension KeyTable {
  /// A key as a sentence names it, for the first row of an action.
  func label(_ action: Action, in keymap: Keymap) -> String {
    shortcut(for: action).flatMap { keymap.keys(of: $0).first?.label } ?? ""
  }

  /// The same where a screen is drawn, and the word that is typed where it is read line by line: a letter
  /// may be text of an answer there.
  func label(_ action: Action, in state: AppState) -> String {
    state.isLinear ? shortcut(for: action)?.word ?? "" : label(action, in: state.keymap)
  }
}
