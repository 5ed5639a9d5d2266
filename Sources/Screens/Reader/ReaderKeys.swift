import TextUI

extension Reader {
  /// What keys do here.
  enum Action: Equatable {
    case down, up, pageDown, pageUp, halfDown, halfUp, top, bottom
    case nextTarget, previousTarget, open, search, nextMatch, previousMatch, searchAll
    case next, previous, outline, widgets, quiz, back, forward, leave
  }

  static let table: [KeyRow<Action>] = [
    KeyRow(
      [.character(" "), .pageDown, .control("f")], "page", "a page down", footer: 1, .pageDown),
    KeyRow([.character("b"), .pageUp, .control("b")], "page-up", "a page up", footer: 8, .pageUp),
    KeyRow([.down, .character("j")], "down", "a line down", .down),
    KeyRow([.up, .character("k")], "up", "a line up", .up),
    KeyRow([.character("d"), .control("d")], "half", "half a page down", .halfDown),
    KeyRow([.character("u"), .control("u")], "half-up", "half a page up", .halfUp),
    KeyRow([.character("g"), .home], "top", "to the beginning", .top),
    KeyRow([.character("G"), .end], "bottom", "to the end", .bottom),
    KeyRow([.character("]"), .right], "next", "the next lesson", footer: 2, .next),
    KeyRow([.character("["), .left], "previous", "the previous lesson", footer: 7, .previous),
    KeyRow([.tab], "link", "to the next link", footer: 4, .nextTarget),
    KeyRow([.backTab], "link-back", "to the previous link", .previousTarget),
    KeyRow([.enter], "open", "open the link under the cursor", footer: 5, .open),
    KeyRow([.character("/")], "find", "search this lesson as you type", footer: 3, .search),
    KeyRow([.character("n")], "again", "the next match", .nextMatch),
    KeyRow([.character("N")], "again-back", "the previous match", .previousMatch),
    KeyRow([.character("s")], "search", "search all lessons", footer: 9, .searchAll),
    KeyRow([.character("o")], "outline", "the headings of this lesson", footer: 10, .outline),
    KeyRow([.character("w")], "widgets", "all widgets", footer: 11, .widgets),
    KeyRow([.character("t")], "quiz", "test yourself on this lesson", footer: 4, .quiz),
    KeyRow([.backspace, .character("H")], "back", "back to where you came from", .back),
    KeyRow([.character("L")], "forward", "forward again", .forward),
    KeyRow([.character("q")], "contents", "back to Contents", footer: 6, .leave),
  ]
}
