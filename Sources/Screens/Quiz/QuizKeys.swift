import Quiz
import Scheduling
import TextUI

extension QuizScreen {
  /// What keys do here.
  enum Action: Equatable {
    case answer, next, open, hint, reveal, skip, undo, why, lesson, figure, retry, easy, confidence,
      more
    case up, down, pageUp, pageDown, leave
  }

  /// All keys; which of them mean something depends on where the question stands. Where letters
  /// are text, Alt with the letter, or Esc and then the letter, does the same.
  static let table: [KeyRow<Action>] = [
    KeyRow([.enter], "answer", "give the answer", footer: 1, .answer),
    KeyRow([.enter, .character(" ")], "next", "go on", footer: 1, .next),
    KeyRow([.enter], "open", "open the lesson, to read it again", footer: 1, .open),
    KeyRow(
      [.character("t"), .alt("t")], "try", "try once more, for practice: the first try counts",
      footer: 2, .retry),
    KeyRow(
      [.character("e"), .alt("e")], "easy", "that was easy: it comes back later", footer: 3, .easy),
    KeyRow([.character("h"), .alt("h")], "hint", "the next hint", footer: 3, .hint),
    KeyRow([.character("s"), .alt("s")], "skip", "skip it, without penalty", footer: 4, .skip),
    KeyRow(
      [.character("r"), .alt("r")], "reveal", "show the answer; it counts as not known", footer: 7,
      .reveal),
    KeyRow(
      [.character("u"), .alt("u")], "undo", "take the last answer back, also after a restart",
      footer: 5, .undo),
    KeyRow([.character("i"), .alt("i")], "why", "why this question, why now", footer: 6, .why),
    KeyRow(
      [.character("o"), .alt("o")], "lesson", "open the lesson it belongs to", footer: 6, .lesson),
    KeyRow(
      [.character("w"), .alt("w")], "widget", "open the widget with the question's own numbers",
      footer: 6, .figure),
    KeyRow(
      [.character("c"), .alt("c")], "sure", "ask how sure I am before each reveal, or stop asking",
      .confidence),
    KeyRow([.character("m")], "more", "another round", footer: 3, .more),
    KeyRow([.up, .character("k")], "up", "up", .up),
    KeyRow([.down, .character("j")], "down", "down", .down),
    KeyRow([.pageUp], "page-up", "scroll up", .pageUp),
    KeyRow([.pageDown], "page", "scroll down", .pageDown),
    KeyRow(
      [.character("q"), .alt("q")], "leave",
      "leave the quiz, its summary first; every answer is kept", footer: 8,
      .leave),
  ]

  var isTyping: Bool {
    session?.phase == .asking && session?.posed?.form.isTyping == true && !isCommanding
  }

  func isOpen(_ action: Action) -> Bool {
    guard let session else { return action == .leave }
    let phase = session.phase
    switch action {
    case .answer: return phase == .asking || phase == .judging
    case .next: return phase == .revealed || phase == .retry
    case .hint: return phase == .asking && session.hintsShown < (session.posed?.hints.count ?? 0)
    case .skip, .reveal: return phase == .asking
    case .retry: return phase == .retry
    case .easy:
      return phase == .revealed && session.verdict?.isRight == true
        && session.answered.last?.grade == .good
    case .lesson: return session.posed != nil
    case .figure: return phase == .revealed && figure != nil
    case .why, .confidence: return phase == .asking || phase == .revealed || phase == .retry
    case .more: return phase == .finished && session.plan.hasMore
    case .undo, .leave: return true
    case .pageUp, .pageDown: return true
    case .open, .up, .down: return phase == .finished && !readAgain.isEmpty
    }
  }

  func keys(in world: World) -> [KeyEntry] {
    guard let session else { return Self.table.filter { $0.action == .leave }.map(\.entry) }
    if session.phase == .confidence {
      return [
        KeyEntry(
          keys: [.character("1")], word: "guess",
          help: "guessing (2 unsure, 3 fairly sure, 4 certain)",
          footer: 1),
        KeyEntry(keys: [.escape], word: "back", help: "back to the answer", footer: 2),
      ]
    }
    var entries: [KeyEntry] = []
    for row in Self.table where isOpen(row.action) {
      guard isTyping else {
        entries.append(row.entry)
        continue
      }
      let keys = row.keys.filter { key in
        if case .character(let character) = key {
          return session.posed?.form.takes(character) == false
        }
        return true
      }
      guard let first = keys.first else { continue }
      let isPlain = if case .alt = first { false } else { true }
      entries.append(
        KeyEntry(
          keys: keys, word: row.word, help: row.help + altHelp(keys),
          footer: isPlain ? row.footer : nil))
    }
    if session.phase == .asking || session.phase == .judging, let posed = session.posed {
      entries.insert(contentsOf: posed.form.keys, at: 1)
    }
    if isTyping {
      let isWords = session.posed?.form.takes("h") == true
      entries.append(
        KeyEntry(
          keys: [.escape], word: isWords ? "then h hint, s skip, o lesson, q leave" : "then s skip",
          help: "makes the next key a command, such as s to skip", footer: isWords ? 3 : 4))
    }
    return entries
  }

  func altHelp(_ keys: [Key]) -> String {
    if case .alt(let letter)? = keys.first { " (or Esc, then \(letter))" } else { "" }
  }

  func action(for key: Key) -> Action? {
    Self.table.first { $0.keys.contains(key) && isOpen($0.action) }?.action
  }
}
