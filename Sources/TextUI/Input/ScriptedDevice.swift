/// A device for tests: events come from a list, canvases are kept.
package struct ScriptedDevice: Device {
  /// Columns and rows.
  package var size: Size
  /// Whether it claims to show only ASCII.
  package var isASCII = false
  /// What was shown, in order.
  package private(set) var shown: [Canvas] = []
  private var events: [Event]

  /// A device of a size that delivers these events, then `.ended`.
  package init(size: Size, events: [Event]) {
    self.size = size
    self.events = events.reversed()
  }

  /// Keeps the canvas.
  package mutating func present(_ canvas: Canvas) { shown.append(canvas) }

  /// The next event of the list, at once.
  package mutating func nextEvent(within timeout: Duration?) -> Event {
    let event = events.popLast() ?? .ended
    if case .resized(let size) = event { self.size = size }
    return event
  }

  /// Does nothing.
  package mutating func suspend() {}
  /// Does nothing.
  package mutating func forgetScreen() {}
}
