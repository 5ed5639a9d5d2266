import TextUI

/// What the keys of the search over all lessons do.
enum SearchKeys {
  enum Action: Equatable { case move(ListView.Motion), open, edit, back, forward }

  static let table = KeyTable<Action>(
    .search,
    [
      KeyBinding(
        [.enter, .right], "open", "open the lesson at the match",
        footer: .at(1, when: .when(.hasItem)), takesName: true, .open)
    ] + KeyBinding.motions(footer: 4) { .move($0) } + [
      KeyBinding(
        [.character("/"), .character("s")], "edit", "change what is searched",
        footer: .at(5, "search again"), .edit),
      KeyBinding([.character("L")], "forward", "forward again", .forward),
      KeyBinding([.character("q"), .backspace, .escape], "back", "back", footer: .out(), .back),
    ])

  static let field = KeyTable<SearchEntry.Action>(
    .searchField,
    [
      KeyBinding(
        [.enter], "search", "search for what was typed; a single match opens",
        footer: .at(1, when: .when(.hasText)), .finish),
      KeyBinding(
        [.escape], "cancel", "to the matches; back where nothing was typed",
        footer: .out("back").saying("to the matches", when: .hasText), .cancel),
      KeyBinding([.control("p")], "older", "the search before", .older),
      KeyBinding([.control("n")], "newer", "the search after it", .newer),
    ])

  /// What moves the cursor while letters are typed.
  static let motions = KeyTable<ListView.Motion>(
    .searchField,
    [
      KeyBinding([.up], "up", "up, while typing", .up),
      KeyBinding([.down], "down", "down, while typing", .down),
    ])
}

extension KeyScope {
  static let search = KeyScope("search", "Search")
  static let searchField = KeyScope("search-field", "Search, typing", takesText: true)
}
