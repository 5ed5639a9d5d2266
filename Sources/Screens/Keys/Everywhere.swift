import TextUI

/// Keys that work on every screen.
enum Everywhere {
  enum Action: Equatable { case help, goTo, theme, mouse, redraw, suspend, quit, count }

  static let table = KeyTable<Action>(
    .everywhere,
    [
      KeyBinding(
        [.character("?")], "keys", "all keys of this screen", footer: .out(),
        when: .when(.offersHelp), .help),
      KeyBinding(
        [.control("p")], "go-to", "go to a lesson or heading by letters of its title",
        when: .unless(.takesLetters), .goTo),
      KeyBinding(
        [.character("T")], "theme", "other colours: dark, light, none",
        when: .unless(.takesLetters), .theme),
      KeyBinding(
        [.character("M")], "mouse",
        "leave the mouse to the terminal, to select text; take it again",
        when: .unless(.takesLetters), .mouse),
      KeyBinding(
        "0123456789".map { .character($0) }, "count",
        "a count for the key after it: 5j, 3]; in a lesson 12G and 50% too",
        when: .when(.takesCount), .count),
      KeyBinding([.control("l")], "redraw", "redraw the screen", .redraw),
      KeyBinding([.control("z")], "suspend", "stop; `fg` comes back", .suspend),
      KeyBinding([.control("c")], "quit", "end the program", .quit),
    ])
}

extension KeyScope {
  static let everywhere = KeyScope("everywhere", "Every screen")
}
