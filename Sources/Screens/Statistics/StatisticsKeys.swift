import TextUI

/// What the keys of the statistics do.
enum StatisticsKeys {
  enum Action: Equatable { case move(ListView.Motion), open, about, quiz, more, less, take, back }

  static let table = KeyTable<Action>(
    .statistics,
    [
      KeyBinding(
        [.enter], "take",
        "take the aim whose days ahead are shown; out of sight, go back to it first",
        footer: .at(1, "take this aim", when: .when(.isTrying))
          .saying("back to the aim", when: .isOutOfSight),
        when: .when(.isTrying), .take),
      KeyBinding(
        [.enter], "open", "open the lesson of the weak question under the cursor",
        footer: .at(2, "lesson of the question", when: .when(.hasItem)), when: .unless(.isTrying),
        takesName: true, .open),
      KeyBinding(
        [.character("a")], "about",
        "the weak question under the cursor: what became of it, and what can be done about it",
        footer: .at(5, "this question", when: .when(.hasItem)), when: .when(.hasItem), .about),
      KeyBinding([.character("t")], "quiz", "test yourself", footer: .at(1, "quiz"), .quiz),
    ] + KeyBinding.motions(footer: 4) { .move($0) } + [
      KeyBinding(
        [.character("+")], "more", "see what it takes to remember more: questions come back sooner",
        footer: .at(3, "aim").beside(.less), .more),
      KeyBinding(
        [.character("-")], "less", "see what it takes to remember less: questions come back later",
        .less),
      KeyBinding([.character("q"), .escape, .backspace], "back", "back", footer: .out(), .back),
    ])
}

extension KeyScope {
  static let statistics = KeyScope("statistics", "Statistics")
}
