import TextUI

/// What the keys of the finder do: letters are always typed.
enum FinderKeys {
  static let field = KeyTable<LineEntry.Action>(
    .finder,
    [
      KeyBinding(
        [.enter], "open", "go to what is under the cursor",
        footer: .at(1, "go there", when: .when(.hasItem)), .finish),
      KeyBinding([.escape], "back", "back", footer: .out(), .cancel),
    ])

  /// What moves the cursor while letters are typed.
  static let motions = KeyTable<ListView.Motion>(
    .finder,
    [
      KeyBinding(
        [.up], "up", "to the better match",
        footer: .at(2, "choose", when: .when(.canMove)).beside(.down), .up),
      KeyBinding([.down], "down", "to the next match", .down),
      KeyBinding([.pageUp], "page-up", "a screenful up", .pageUp),
      KeyBinding([.pageDown], "page-down", "a screenful down", .pageDown),
    ])
}

extension KeyScope {
  static let finder = KeyScope("finder", "Go to a lesson or heading", takesText: true)
}
