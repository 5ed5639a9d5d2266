import TextUI

/// What is said of a key that does nothing where it was pressed: hands that know `less` or vim are told
/// which key does here what they meant.
enum UnknownKey {
  /// Nil for keys that a terminal may send of itself, and for those that nobody meant.
  static func sentence(_ key: Key, among keys: [Shortcut], hasHelp: Bool) -> String? {
    let pressed = "\(key.label) does nothing here"
    // In a search over all lessons what is edited is the search.
    let meant = meanings[key]?.lazy.compactMap { word in
      keys.first { $0.word == word && ($0.scope != .search || word != "edit") }
    }.first
    if let meant, let own = meant.keys.first {
      // What a help text adds behind its first part is too long for one line.
      let help = meant.help.prefix { !",;:".contains($0) }
      return "\(pressed); \(own.label): \(help)"
    }
    guard case .character = key else { return nil }
    guard hasHelp else { return pressed }
    return "\(pressed); \(Everywhere.table.label(.help, in: Keymap())) shows the keys"
  }

  /// What a key of `less` or vim is for, by the words of the keys that do it on one screen or another.
  private static let meanings: [Key: [String]] = {
    let characters: [String: [String]] = [
      "viaIA": ["edit"], "&*#": ["find", "filter"], "zf": ["page"], "$>": ["bottom"],
      "^<": ["top"], "e": ["down"], "ZQ": ["contents", "back", "quit"], "p": ["percent"],
      "`": ["go"], "R": ["redraw"], "=": ["place"],
    ]
    let controls: [String: [String]] = [
      "v": ["page"], "en": ["down"], "y": ["up"], "r": ["redraw"], "o": ["go"],
    ]
    var meanings: [Key: [String]] = [:]
    for (keys, words) in characters { for key in keys { meanings[.character(key)] = words } }
    for (keys, words) in controls { for key in keys { meanings[.control(key)] = words } }
    return meanings
  }()
}
