/// Where canvases are shown and events come from: the terminal, or a script in tests.
package protocol Device: ~Copyable {
  /// Columns and rows now.
  var size: Size { get }
  /// Whether only ASCII can be shown.
  var isASCII: Bool { get }
  /// Shows a canvas; what stands there already is not sent again.
  mutating func present(_ canvas: Canvas)
  /// Whether the next event is there already.
  var hasMore: Bool { get }
  /// Waits for the next event, at most so long; a time-out is a tick, nil waits for ever.
  mutating func nextEvent(within timeout: Duration?) -> Event
  /// Draws in that theme from now on.
  mutating func show(_ theme: Theme)
  /// Stops the program until the shell continues it.
  mutating func suspend()
  /// Redraws the whole of the next canvas, whatever is thought to be there.
  mutating func forgetScreen()
  /// Puts a text into the clipboard of whoever sits at the terminal, near or far; false where there is
  /// no way to it.
  mutating func copy(_ text: String) -> Bool
  /// Takes the mouse, or leaves it to the terminal, which selects text with it.
  mutating func takeMouse(_ takes: Bool)
  /// Gives the terminal to another program as long as `use` runs.
  mutating func lend(_ use: () -> Void)
}

extension Device where Self: ~Copyable {
  package var hasMore: Bool { false }
  package mutating func show(_ theme: Theme) {}
  package mutating func copy(_ text: String) -> Bool { false }
  package mutating func takeMouse(_ takes: Bool) {}
  package mutating func lend(_ use: () -> Void) { use() }
}
