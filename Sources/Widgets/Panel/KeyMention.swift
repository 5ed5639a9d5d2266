import TextUI

/// A key that a message names: as it is pressed, or where all is told in lines the word that is typed there.
enum KeyMention {
  /// Signs of no text, around the word of a key's row.
  private static let (start, end): (Character, Character) = ("\u{E010}", "\u{E011}")

  static func of(_ word: String) -> String { "\(start)\(word)\(end)" }

  /// The text with each of its mentions in words.
  static func resolved(_ text: String, _ name: (String) -> String) -> String {
    guard text.contains(start) else { return text }
    return text.split(separator: start, omittingEmptySubsequences: false).enumerated().map {
      at, part in
      guard at > 0, let close = part.firstIndex(of: end) else { return String(part) }
      return name(String(part[..<close])) + part[part.index(after: close)...]
    }.joined()
  }
}

extension Widget {
  /// One of its own keys in a message, which does not know whether keys are pressed or words typed.
  static func mention(_ action: Action) -> String {
    KeyMention.of(actions.first { $0.actions.contains(action) }?.word ?? "")
  }
}

extension Panel {
  /// What a key is called here by its row's word.
  private func name(ofKey word: String) -> String {
    guard !isLinear else { return word }
    return W.keys.first { $0.id.word == word }?.keys.first?.label ?? word
  }

  func spoken(_ text: String) -> String { KeyMention.resolved(text, name(ofKey:)) }

  func spoken(_ effects: [WidgetEffect]) -> [WidgetEffect] {
    effects.map { if case .say(let text) = $0 { .say(spoken(text)) } else { $0 } }
  }
}
