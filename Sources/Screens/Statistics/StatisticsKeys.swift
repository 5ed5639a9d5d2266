import TextUI

/// What the keys of the statistics do.
enum StatisticsKeys {
  enum Action: Equatable { case move(ListView.Motion), open, quiz, more, less, back }

  static let table = KeyTable<Action>(
    .statistics,
    [
      KeyBinding(
        [.enter], "open", "open the lesson of the weak question under the cursor",
        footer: .at(1, when: .when(.hasItem)), .open),
      KeyBinding([.character("t")], "quiz", "test yourself", footer: 2, .quiz),
    ] + KeyBinding.motions(footer: [.down: 4, .pageDown: 5]) { .move($0) } + [
      KeyBinding(
        [.character("+")], "more", "aim at remembering more: questions come back sooner",
        footer: 6, .more),
      KeyBinding(
        [.character("-")], "less", "aim at remembering less: questions come back later", .less),
      KeyBinding([.character("q"), .escape, .backspace], "back", "back", footer: 3, .back),
    ])
}
