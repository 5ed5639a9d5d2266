import TextUI

extension KeyBinding {
  /// The keys that go on and back through what a widget does one after another.
  static func steps(_ noun: String = "step", next: Action, previous: Action) -> [KeyBinding] {
    [
      KeyBinding(
        [.character("n"), .character(" ")], "next", "the next \(noun)",
        footer: .at(1, "next \(noun)").short(noun, beside: previous), next),
      KeyBinding(
        [.character("p")], "previous", "the \(noun) before", footer: .at(2, "\(noun) before"),
        previous),
    ]
  }
}
