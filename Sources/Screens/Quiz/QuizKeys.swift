import Quiz
import TextUI

/// What the keys of the quiz do. Where letters are text, Alt with the letter, or Esc and then the
/// letter, does the same.
enum QuizKeys {
  enum Action: Equatable {
    case answer, next, open, hint, reveal, skip, undo, why, lesson, figure, retry, easy, confidence,
      more
    case up, down, pageUp, pageDown, command, leave
  }

  static let table = KeyTable<Action>(
    .quiz,
    [
      KeyBinding(
        [.enter], "answer", "give the answer", footer: 1, when: .when(.isAnswering), .answer),
      KeyBinding(
        [.enter, .character(" ")], "next", "go on", footer: 1, when: .when(.isAnswered), .next),
      KeyBinding(
        [.enter], "open", "open the lesson, to read it again", footer: 1, when: .when(.hasItem),
        .open),
      KeyBinding(
        [.character("t"), .alt("t")], "try", "try once more, for practice: the first try counts",
        footer: 2, when: .when(.canRetry), .retry),
      KeyBinding(
        [.character("e"), .alt("e")], "easy", "that was easy: it comes back later", footer: 3,
        when: .when(.canBeEasy), .easy),
      KeyBinding(
        [.character("h"), .alt("h")], "hint", "the next hint", footer: 3, when: .when(.hasHint),
        .hint),
      KeyBinding(
        [.character("s"), .alt("s")], "skip", "skip it, without penalty", footer: 4,
        when: .when(.isAsking), .skip),
      KeyBinding(
        [.character("r"), .alt("r")], "reveal", "show the answer; it counts as not known",
        footer: 7, when: .when(.isAsking), .reveal),
      KeyBinding(
        [.character("u"), .alt("u")], "undo", "take the last answer back, also after a restart",
        footer: 5, when: .when(.hasBegun), .undo),
      KeyBinding(
        [.character("i"), .alt("i")], "why", "why this question, why now", footer: 6,
        when: .when(.isAskingOrAnswered), .why),
      KeyBinding(
        [.character("o"), .alt("o")], "lesson", "open the lesson it belongs to", footer: 6,
        when: .when(.hasQuestion), .lesson),
      KeyBinding(
        [.character("w"), .alt("w")], "widget", "open the widget with the question's own numbers",
        footer: 6, when: .when(.hasFigure), .figure),
      KeyBinding(
        [.character("c"), .alt("c")], "sure",
        "ask how sure I am before each reveal, or stop asking", when: .when(.isAskingOrAnswered),
        .confidence),
      KeyBinding(
        [.character("m")], "more", "another round", footer: 3, when: .when(.hasMore), .more),
      KeyBinding([.up, .character("k")], "up", "up", when: .when(.hasItem), .up),
      KeyBinding([.down, .character("j")], "down", "down", when: .when(.hasItem), .down),
      KeyBinding([.pageUp], "page-up", "scroll up", when: .when(.hasBegun), .pageUp),
      KeyBinding([.pageDown], "page", "scroll down", when: .when(.hasBegun), .pageDown),
      KeyBinding(
        [.escape], "command", "makes the next key a command, such as s to skip", footer: 3,
        when: .when(.isTyping), .command),
      KeyBinding(
        [.character("q"), .alt("q")], "leave",
        "leave the quiz, its summary first; every answer is kept", footer: 8, .leave),
    ])

  enum Sureness: Equatable { case sure(Int), reconsider }

  static let confidence = KeyTable<Sureness>(
    .confidence,
    [
      KeyBinding(
        [.character("1")], "guessing", "I was guessing",
        footer: .range(1, "how sure", to: "certain"), .sure(25)),
      KeyBinding([.character("2")], "unsure", "I was unsure", .sure(50)),
      KeyBinding([.character("3")], "fairly-sure", "I was fairly sure", .sure(75)),
      KeyBinding([.character("4")], "certain", "I was certain", .sure(95)),
      KeyBinding([.escape], "back", "back to the answer", footer: 2, .reconsider),
    ])

  /// The keys that mean something now, those of the answer among them.
  static func shortcuts(given facts: Set<KeyFact>, answering posed: PresentedQuestion?)
    -> [Shortcut]
  {
    let isTyping = facts.contains(.isTyping)
    var shortcuts = table.shortcuts(given: facts)
    if isTyping {
      shortcuts = shortcuts.compactMap {
        withoutText($0, takes: { posed?.form.takes($0) == true })
      }
      let rest = shortcuts.filter { $0.keys.first?.isAlt == true }
      shortcuts = shortcuts.map { $0.word == "command" ? command($0, then: rest) : $0 }
    }
    guard facts.contains(.isAnswering), let posed else { return shortcuts }
    let scope = KeyScope.answer(posed.question.kindName)
    shortcuts.insert(contentsOf: posed.form.keys.map { Shortcut($0, in: scope) }, at: 1)
    return shortcuts
  }

  /// A row without the keys that are text of the answer now; nil where none is left.
  private static func withoutText(
    _ shortcut: Shortcut, takes: (Character) -> Bool
  ) -> Shortcut? {
    let keys = shortcut.keys.filter { key in
      if case .character(let character) = key { !takes(character) } else { true }
    }
    guard let first = keys.first else { return nil }
    var help = shortcut.help
    var footer = shortcut.footer
    if case .alt(let letter) = first { (help, footer) = (help + " (or Esc, then \(letter))", nil) }
    return Shortcut(
      scope: shortcut.scope, word: shortcut.word, keys: keys, help: help, footer: footer,
      isAmongText: true)
  }

  /// What Esc begins, with the letters that mean something after it.
  private static func command(_ shortcut: Shortcut, then rest: [Shortcut]) -> Shortcut {
    let named = rest.filter { ["hint", "skip", "lesson", "leave"].contains($0.word) }
    let letters = named.compactMap { row in row.keys.first.map { "\($0.letter) \(row.word)" } }
    return Shortcut(
      scope: shortcut.scope, word: shortcut.word, keys: shortcut.keys, help: shortcut.help,
      footer: .at(3, "then " + letters.joined(separator: ", ")))
  }
}

extension Key {
  fileprivate var isAlt: Bool { if case .alt = self { true } else { false } }
  /// The letter without Alt.
  fileprivate var letter: String {
    if case .alt(let letter) = self { String(letter) } else { label }
  }
}
