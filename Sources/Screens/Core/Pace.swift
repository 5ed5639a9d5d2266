import TextUI

/// When the screen is drawn again: at once after whatever came from outside, and 30 times a second at
/// most while work goes on in slices, so that it goes on at full speed.
struct Pace: Sendable {
  /// Milliseconds between two pictures of work in progress.
  static let interval = 33
  /// When it was last drawn, in milliseconds of Unix time.
  private var drawn: Int?

  /// Whether to draw now, after an event; `works` says that more slices wait.
  mutating func draws(after event: Event?, works: Bool, at now: Int) -> Bool {
    if event == .tick, works, let drawn, (0..<Self.interval).contains(now - drawn) { return false }
    drawn = now
    return true
  }
}
