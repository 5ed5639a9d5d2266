import TextUI

/// What the keys on the page of one question do.
enum QuestionKeys {
  enum Action: Equatable {
    case choose, flag, unflag, suspend, resume, bury, due, known, separate, edit, lesson, undo
    case move(ListView.Motion), back
  }

  /// What can be done about a question, in the order of the list.
  static let deeds: [KeyBinding<Action>] = [
    KeyBinding(
      [.character("f")], "flag", "flag it as bad: it is kept, and told its author",
      when: .unless(.isFlagged), .flag),
    KeyBinding(
      [.character("f")], "unflag", "take the flag away", when: .when(.isFlagged), .unflag),
    KeyBinding(
      [.character("s")], "suspend", "suspend it: it is not asked until you take it up again",
      when: .unless(.isHeld), .suspend),
    KeyBinding(
      [.character("s")], "resume", "take it up again: it is asked as the schedule says",
      when: .when(.isHeld), .resume),
    KeyBinding(
      [.character("b")], "bury", "put it off until tomorrow", when: .unless(.isHeld), .bury),
    KeyBinding([.character("d")], "due", "set the day on which it comes back", .due),
    KeyBinding(
      [.character("k")], "known", "known already: it is not asked, and counts as known",
      when: .unless(.isHeld), .known),
    KeyBinding(
      [.character("x")], "separate",
      "it is another question than the one that it was taken for: part the two",
      when: .when(.isMatched), .separate),
    KeyBinding(
      [.character("E")], "edit", "edit it in your editor, at its line", when: .when(.mayRead),
      .edit),
    KeyBinding(
      [.character("o")], "lesson", "open the lesson it belongs to", when: .when(.mayRead),
      .lesson),
  ]

  static let table = KeyTable<Action>(
    .question,
    [
      KeyBinding(
        [.enter], "choose", "do what the cursor is on", footer: .at(1, "do it"), .choose)
    ] + deeds + [
      KeyBinding(
        [.character("u")], "undo", "take back what was decided last about it",
        footer: .at(2, "take back", when: .when(.canUndo)), when: .when(.canUndo), .undo)
    ] + [
      // Letters are for what can be done.
      KeyBinding(
        [.up], "up", "up", footer: .at(3, "move", when: .when(.canMove)).beside(.move(.down)),
        .move(.up)),
      KeyBinding([.down, .character("j")], "down", "down", .move(.down)),
      KeyBinding([.pageDown, .character(" ")], "page", "a page down", .move(.pageDown)),
      KeyBinding([.pageUp], "page-up", "a page up", .move(.pageUp)),
      KeyBinding([.home, .character("g")], "top", "to the top", .move(.top)),
      KeyBinding([.end, .character("G")], "bottom", "to the bottom", .move(.bottom)),
      KeyBinding([.character("q"), .escape, .backspace], "back", "back", footer: .out(), .back),
    ])

  static let line = KeyTable<LineEntry.Action>(
    .questionLine,
    [
      KeyBinding([.enter], "keep", "keep what was typed", footer: .at(1, "keep it"), .finish),
      KeyBinding([.escape], "cancel", "change nothing", footer: .out("change nothing"), .cancel),
    ])
}

extension KeyScope {
  static let question = KeyScope("question", "This question")
  static let questionLine = KeyScope("question-line", "This question, typing", takesText: true)
}
