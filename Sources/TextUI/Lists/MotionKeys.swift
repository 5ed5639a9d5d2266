extension ListView.Motion {
  /// The keys of a list, as in `less` and vim, for a screen whose actions hold a motion. `footer`
  /// gives those that the footer shows their place in it.
  package static func rows<Action>(
    footer: [ListView.Motion: Int] = [:], _ action: (ListView.Motion) -> Action
  ) -> [KeyRow<Action>] {
    keys.map { motion, keys, word, help in
      KeyRow(keys, word, help, footer: footer[motion], action(motion))
    }
  }

  private static let keys: [(ListView.Motion, [Key], word: String, help: String)] = [
    (.up, [.up, .character("k")], "up", "up"),
    (.down, [.down, .character("j")], "down", "down"),
    (.pageDown, [.pageDown, .character(" ")], "page", "a page down"),
    (.pageUp, [.pageUp, .character("b")], "page-up", "a page up"),
    (.top, [.home, .character("g")], "top", "to the top"),
    (.bottom, [.end, .character("G")], "bottom", "to the bottom"),
  ]

  /// What the wheel does.
  package init?(_ event: Event) {
    switch event {
    case .mouse(.wheelDown, _): self = .wheel(3)
    case .mouse(.wheelUp, _): self = .wheel(-3)
    default: return nil
    }
  }
}
