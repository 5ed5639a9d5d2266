import TextUI

/// What the keys of Contents do.
enum ContentsKeys {
  enum Action: Equatable {
    case move(ListView.Motion), open, unfold, fold, filter, clearFilter, search, quit, nextChapter,
      previousChapter, forward
    case widgets, quiz, study, statistics, bookmarks, undo
  }

  static let table = KeyTable<Action>(
    .contents,
    [
      KeyBinding(
        [.enter, .right], "open", "open the lesson under the cursor",
        footer: .at(1, when: .when(.opens)), when: .unless(.isAtChapter), takesName: true, .open),
      KeyBinding(
        [.enter, .right], "unfold", "show the lessons of the chapter under the cursor",
        footer: .at(1, when: .when(.opens)), when: .when(.isFolded), .unfold),
      KeyBinding(
        [.enter, .left], "fold", "fold the chapter under the cursor",
        footer: .at(1, when: .when(.opens)), when: .when(.isUnfolded), .fold),
      KeyBinding(
        [.left], "chapter", "fold the chapter of the lesson under the cursor",
        when: .unless(.isAtChapter), .fold),
    ] + KeyBinding.motions(footer: 4) { .move($0) } + [
      KeyBinding(
        [.character("]")], "next", "the next chapter",
        footer: .at(7, "next chapter", when: .when(.hasNext)), .nextChapter),
      KeyBinding([.character("[")], "previous", "the previous chapter", .previousChapter),
    ]
      + KeyBinding.filtering(
        "show only what holds these words: of the title, the number", footer: 3, begin: .filter,
        clear: .clearFilter) + [
        KeyBinding(
          [.character("s")], "search", "search the text of all lessons", footer: 6, .search),
        KeyBinding([.character("w")], "widgets", "all widgets", footer: 8, .widgets),
        KeyBinding(
          [.character("t")], "quiz", "test yourself: what is due first, then new questions",
          footer: 2, .quiz),
        KeyBinding(
          [.character("p")], "practise",
          "ways to study: cram a chapter, a test, where to start, how much a day holds", .study),
        KeyBinding(
          [.character("S")], "statistics", "your progress, and what is due", footer: 8, .statistics),
        KeyBinding([.character("B")], "marks", "all marks", .bookmarks),
        KeyBinding(
          [.character("U")], "undo",
          "take back that questions were recognised after a change, as was said",
          footer: .at(5, "take back", when: .when(.canUndo)), when: .when(.canUndo), .undo),
        KeyBinding([.character("L")], "forward", "forward to where you came back from", .forward),
        KeyBinding([.character("q")], "quit", "end the program", footer: .out(), .quit),
      ])

  static let filter = ListFilter.keys(.filter)
}

extension KeyScope {
  static let contents = KeyScope("contents", "Contents")
  static let filter = KeyScope("filter", "Contents, typing a filter", takesText: true)
}
