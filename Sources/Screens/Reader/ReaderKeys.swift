import TextUI

/// How far a key scrolls a page.
enum PageMotion: Equatable {
  case up, down, halfUp, halfDown, pageUp, pageDown, top, bottom, paragraphUp, paragraphDown
}

/// What the keys of the Reader do.
enum ReaderKeys {
  enum Action: Equatable {
    case scroll(PageMotion), percent, line, place, copy, edit
    case nextTarget, previousTarget, open, whole, search, nextMatch, previousMatch, searchAll
    case next, previous, outline, widgets, quiz, preview, mark(MarkPurpose), bookmarks, back,
      forward, leave, clear
  }

  /// It does the same while keys go to the figure beside the text.
  static let wholeScreen: [Key] = [.character("O")]

  static let table = KeyTable<Action>(
    .reader,
    [
      KeyBinding(
        [.character(" "), .pageDown, .control("f"), .character("f")], "page", "a page down",
        footer: .at(3, when: .unless(.isAtEnd)), .scroll(.pageDown)),
      KeyBinding(
        [.character("b"), .pageUp, .control("b")], "page-up", "a page up",
        footer: .at(10, "page up", when: .unless(.isAtTop)), .scroll(.pageUp)),
      KeyBinding(
        [.down, .character("j"), .control("e")], "down", "a line down", .scroll(.down)),
      KeyBinding([.up, .character("k"), .control("y")], "up", "a line up", .scroll(.up)),
      KeyBinding([.character("d"), .control("d")], "half", "half a page down", .scroll(.halfDown)),
      KeyBinding([.character("u"), .control("u")], "half-up", "half a page up", .scroll(.halfUp)),
      KeyBinding(
        [.character("g"), .home, .character("<")], "top", "to the beginning", .scroll(.top)),
      KeyBinding(
        [.character("G"), .end, .character(">")], "bottom", "to the end", .scroll(.bottom)),
      KeyBinding([.character("}")], "paragraph", "a paragraph down", .scroll(.paragraphDown)),
      KeyBinding([.character("{")], "paragraph-up", "a paragraph up", .scroll(.paragraphUp)),
      KeyBinding([.character("%")], "percent", "to that part of the lesson: 50%", .percent),
      KeyBinding(
        [.character("]"), .right], "next", "the next lesson",
        footer: .at(4, "next lesson", when: .when(.hasNext)), .next),
      KeyBinding(
        [.character("["), .left], "previous", "the previous lesson",
        footer: .at(9, "lesson before", when: .when(.hasPrevious)), .previous),
      KeyBinding(
        [.tab], "link",
        "the next link, term or question, then the live widget",
        footer: .at(6, "links", when: .when(.hasNextLink)).saying("widget", when: .goesToFigure),
        .nextTarget),
      KeyBinding(
        [.backTab], "link-back", "select the one before; before the first the live one",
        footer: .at(5, "widget", when: .when(.goesBackToFigure)), .previousTarget),
      KeyBinding(
        [.enter], "open", "open what is selected", footer: .at(2, when: .when(.isAtLink)),
        takesName: true, .open),
      KeyBinding(
        wholeScreen, "whole", "the widget that this part is about, on the whole screen",
        footer: .at(5, "whole widget", when: .when(.hasFigure)), .whole),
      KeyBinding(
        [.character("/")], "find", "search this lesson as you type",
        footer: .at(5, when: .unless(.hasFigure)), .search),
      KeyBinding(
        [.character("n")], "again", "the next match",
        footer: .at(1, "match", when: .when(.hasMatches)).beside(.previousMatch), .nextMatch),
      KeyBinding([.character("N")], "again-back", "the previous match", .previousMatch),
      KeyBinding(
        [.character("s")], "search", "search all lessons", footer: .at(11, "search all"), .searchAll
      ),
      KeyBinding([.character("o")], "outline", "the headings of this lesson", footer: 12, .outline),
      KeyBinding([.character("w")], "widgets", "all widgets", footer: 13, .widgets),
      KeyBinding([.character("t")], "quiz", "test yourself on this lesson", footer: 7, .quiz),
      KeyBinding(
        [.character("P")], "preview", "the question as its author sees it; nothing is kept",
        .preview),
      KeyBinding(
        [.character("m")], "mark", "set a mark here, named by the letter typed next", .mark(.set)),
      KeyBinding(
        [.character("'")], "go",
        "to a mark, by its letter; twice: back from the last jump", .mark(.go)),
      KeyBinding([.character("B")], "marks", "all marks", .bookmarks),
      KeyBinding(
        [.character(":")], "line", "to a line of the source, typed next", .line),
      KeyBinding([.control("g")], "place", "the file and the line that stand on top", .place),
      KeyBinding(
        [.character("y")], "copy", "copy the selected link's address, else the code in sight", .copy
      ),
      KeyBinding(
        [.character("E")], "edit", "edit the note at this line, in VISUAL or EDITOR", .edit),
      KeyBinding([.backspace, .character("H")], "back", "back to where you came from", .back),
      KeyBinding([.character("L")], "forward", "forward again", .forward),
      KeyBinding([.escape], "clear", "end the search, deselect the link", .clear),
      KeyBinding([.character("q")], "contents", "back to Contents", footer: .out(), .leave),
    ])

  static let find = KeyTable<SearchEntry.Action>(
    .find,
    [
      KeyBinding(
        [.enter], "keep", "keep the matches lit; where nothing is typed, search the last again",
        footer: .at(1, "keep the matches", when: .when(.hasMatches)).short("keep"), .finish),
      KeyBinding(
        [.control("r")], "pattern",
        "take what is typed for a pattern (a regular expression), or for text again",
        footer: .at(2, "pattern").saying("plain text", when: .isPattern), .pattern),
      KeyBinding(
        [.up, .control("p")], "older", "the search before",
        footer: .at(3, "earlier", when: .when(.hasHistory)), .older),
      KeyBinding([.down, .control("n")], "newer", "the search after it", .newer),
      KeyBinding(
        [.escape], "cancel", "end the search, back to where it began",
        footer: .out("end the search"), .cancel),
    ])

  static let goTo = KeyTable<LineEntry.Action>(
    .goTo,
    [
      KeyBinding(
        [.enter], "go", "go to that line", footer: .at(1, "go", when: .when(.hasText)), .finish),
      KeyBinding([.escape], "cancel", "stay here", footer: .out("stay"), .cancel),
    ])
}

extension KeyScope {
  static let reader = KeyScope("reader", "Reader")
  static let goTo = KeyScope("go-to", "Reader, typing a line's number", takesText: true)
  static let find = KeyScope("find", "Reader, typing a search", takesText: true)
}
