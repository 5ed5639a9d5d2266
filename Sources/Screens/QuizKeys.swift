import TextUI

extension QuizScreen {
  /// What keys do here.
  enum Action: Equatable {
    case answer, next, hint, reveal, skip, undo, why, lesson, retry, easy, confidence, more
    case up, down, pageUp, pageDown, leave
  }

  /// All keys; which of them mean something depends on where the question stands. Where letters
  /// are text, Alt with the letter, or Esc and then the letter, does the same.
  static let table: [KeyRow<Action>] = [
    KeyRow([.enter], "answer", "give the answer", footer: 1, .answer),
    KeyRow([.enter, .character(" ")], "next", "go on", footer: 1, .next),
    KeyRow(
      [.character("t"), .alt("t")], "try", "try once more, for half the credit", footer: 2, .retry),
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
      [.character("c"), .alt("c")], "sure", "ask how sure I am before each reveal, or stop asking",
      .confidence),
    KeyRow([.character("m")], "more", "another round", footer: 3, .more),
    KeyRow([.up, .character("k")], "up", "up", .up),
    KeyRow([.down, .character("j")], "down", "down", .down),
    KeyRow([.pageUp], "page-up", "scroll up", .pageUp),
    KeyRow([.pageDown], "page", "scroll down", .pageDown),
    KeyRow(
      [.character("q"), .alt("q")], "leave", "leave the quiz; every answer is kept", footer: 8,
      .leave),
  ]
}
