import TextUI

/// Which theme shows, and by whose word: the command line's, else the reader's, else that of the
/// ground, which the environment or the terminal tells.
package struct Appearance: Equatable, Sendable {
  /// The theme that the command line names.
  package var asked: Theme?
  /// The theme of the terminal's ground.
  package var ground = Theme.dark
  /// Whether the terminal has colours, and is to show them.
  package var hasColours = true

  package init() {}

  package func theme(_ settings: Settings) -> Theme { asked ?? settings[.theme] ?? ground }

  /// What `T` goes to: each theme in turn, first the one that does not suit the ground, then what suits
  /// it, whatever that will be.
  mutating func next(after settings: Settings) -> Settings.Change {
    let order: [Theme?] =
      ground == .dark ? [.light, .dark, .mono, nil] : [.dark, .light, .mono, nil]
    let now = order.firstIndex(of: asked ?? settings[.theme]) ?? order.count - 1
    asked = nil
    return Settings.Change(.theme, to: order[(now + 1) % order.count])
  }
}

extension Setting where Value == Theme? {
  package static let theme = Setting(
    name: "theme", kind: .theme, fallback: nil,
    words: "Colours for a dark or light background, or none; T changes it")
}

extension SettingKind where Value == Theme? {
  fileprivate static var theme: Self {
    Self(
      words: "dark, light or mono", text: { $0?.rawValue ?? "" }, read: { Theme(rawValue: $0) },
      shown: { $0?.rawValue ?? "as the terminal's background asks" })
  }
}
