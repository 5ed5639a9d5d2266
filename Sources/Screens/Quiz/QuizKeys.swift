import Quiz
import TextUI

/// What the keys of the quiz do. Where letters are text, Alt with the letter, or Esc and then the
/// letter, does the same.
enum QuizKeys {
  enum Action: Equatable {
    case answer, next, open, hint, reveal, skip, undo, why, lesson, figure, retry, easy, confidence,
      more, answers, about, edit
    case move(ListView.Motion), command, leave
  }

  static let table = KeyTable<Action>(
    .quiz,
    [
      KeyBinding(
        [.enter], "answer", "give the answer",
        footer: .at(1, "check", when: .when(.canAnswer)).saying(
          "show the answer", when: .isReciting
        )
        .saying("next question", when: .isJudging),
        when: .when(.isAnswering), .answer),
      KeyBinding(
        [.enter, .character(" ")], "next", "go on",
        footer: .at(1, "next question").saying("show the answer", when: .canRetry)
          .saying("back to the lesson", when: .isFromLesson).saying("finish", when: .isLast),
        when: .when(.isAnswered), .next),
      KeyBinding(
        [.enter], "open", "open the lesson, to read it again",
        footer: .at(1, "read it again"), when: .when(.hasItem), takesName: true, .open),
      KeyBinding(
        [.character("t"), .alt("t")], "try", "try once more, for practice: the first try counts",
        footer: .at(2, "try again"), when: .when(.canRetry), .retry),
      KeyBinding(
        [.character("e"), .alt("e")], "easy", "that was easy: it comes back later",
        footer: .at(3, "it was easy"), when: .when(.canBeEasy), .easy),
      KeyBinding(
        [.character("h"), .alt("h")], "hint", "the next hint", footer: 3, when: .when(.hasHint),
        .hint),
      KeyBinding(
        [.character("s"), .alt("s")], "skip", "skip it; in a test it counts as not right",
        footer: 4, when: .when(.isAsking), .skip
      )
      .saying("skip it; it counts as not right", when: .when(.isSilent))
      .saying("skip it, without penalty", when: .unless(.isSilent)),
      KeyBinding(
        [.character("r"), .alt("r")], "reveal",
        "show the answer, or in a test give up; it counts as not known",
        footer: .at(8, "give up"), when: .when(.isAsking), .reveal
      )
      .saying("give up; it counts as not right", when: .when(.isSilent))
      .saying("show the answer; it counts as not known", when: .unless(.isSilent)),
      KeyBinding(
        [.character("u"), .alt("u")], "undo", "take the last answer back, also after a restart",
        footer: .at(7, when: .when(.canUndo)), when: .when(.canTakeBack), .undo),
      KeyBinding(
        [.character("i"), .alt("i")], "why", "why this question, why now",
        footer: .at(11, "why now", when: .when(.isAskingOrAnswered)),
        when: .when(.canAskWhy), .why),
      KeyBinding(
        [.character("o"), .alt("o")], "lesson", "open the lesson it belongs to", footer: 5,
        when: .when(.mayRead), .lesson),
      KeyBinding(
        [.character("w"), .alt("w")], "widget", "open the widget with the question's own numbers",
        footer: .at(6, "widget"), when: .when(.hasFigure), .figure),
      KeyBinding(
        [.character("a"), .alt("a")], "about",
        "this question: flag it as bad, suspend it, put it off, set its day, known already",
        footer: .at(9, "this question", when: .when(.isAnswered)), when: .when(.hasQuestion), .about
      ),
      KeyBinding(
        [.character("E"), .alt("E")], "edit", "edit the question in your editor, at its line",
        when: .when(.mayRead), .edit),
      KeyBinding(
        [.character("c"), .alt("c")], "sure",
        "ask how sure I am before each reveal, or stop asking", when: .when(.isAskingOrAnswered),
        .confidence),
      KeyBinding(
        [.character("m")], "more", "another round; of a test one with other numbers",
        footer: .at(3, "another round"),
        when: .when(.hasMore), .more),
      KeyBinding(
        [.character("v")], "answers", "look through the test: your answers beside the right ones",
        footer: .at(2, "your answers"), when: .when(.hasAnswers), .answers),
      KeyBinding(
        [.up, .character("k")], "up", "up",
        footer: .at(9, "move", when: .when(.canMove)).beside(.move(.down)),
        when: .when(.isFinished),
        .move(.up)),
      KeyBinding(
        [.down, .character("j")], "down", "down", when: .when(.isFinished), .move(.down)),
      KeyBinding(
        [.pageUp], "page-up", "scroll up", when: .when(.hasBegun), .move(.pageUp)),
      KeyBinding(
        [.pageDown], "page", "scroll down", when: .when(.hasBegun), .move(.pageDown)),
      KeyBinding(
        [.escape], "command", "makes the next key a command, such as s to skip",
        when: .when(.isTyping), .command),
      KeyBinding(
        [.character("q"), .alt("q")], "leave",
        "leave the quiz, its summary first; every answer is kept",
        footer: .out("leave").saying("back", when: .isFinished), .leave),
    ])

  /// What a line typed asks for, meant now or not: by its word, or by its key where letters are not text.
  static func action(in line: String, isText: Bool) -> Action? {
    if let action = table.action(named: line) { return action }
    guard !isText, let key = Key(name: line) else { return nil }
    return table.bindings.first { $0.keys.contains(key) }?.actions.first
  }

  enum Sureness: Equatable { case sure(Int), reconsider }

  static let confidence = KeyTable<Sureness>(
    .confidence,
    [
      KeyBinding(
        [.character("1")], "guessing", "I was guessing",
        footer: .at(1, "how sure").through(.sure(95)), .sure(25)),
      KeyBinding([.character("2")], "unsure", "I was unsure", .sure(50)),
      KeyBinding([.character("3")], "fairly-sure", "I was fairly sure", .sure(75)),
      KeyBinding([.character("4")], "certain", "I was certain", .sure(95)),
      KeyBinding(
        [.escape], "back", "back to the answer", footer: .out("back to the answer"), .reconsider),
    ])

  /// The keys that mean something now; those of the answer come first, as they do when one is
  /// pressed.
  static func shortcuts(
    given facts: Set<KeyFact>, answering form: (any AnswerForm)?
  ) -> [Shortcut] {
    let ofAnswer = form?.keys ?? []
    var rows = table.shortcuts(given: facts).without(ofAnswer.flatMap(\.keys))
    if let form, facts.contains(.isTyping) {
      rows = rows.compactMap { amongText($0, takes: form.takes) }
    }
    return ofAnswer + rows
  }

  /// A row without the keys that are text of the answer now; nil where none is left.
  private static func amongText(
    _ shortcut: Shortcut, takes: (Character) -> Bool
  ) -> Shortcut? {
    var row = shortcut
    row.isAmongText = true
    row.keys = shortcut.keys.filter { key in
      if case .character(let character) = key { !takes(character) } else { true }
    }
    if case .alt(let letter)? = row.keys.first { row.help += " (or Esc, then \(letter))" }
    return row.keys.isEmpty ? nil : row
  }
}

extension KeyScope {
  package static let quiz = KeyScope("quiz", "Quiz")
  static let confidence = KeyScope("confidence", "Quiz, asked how sure")
}
