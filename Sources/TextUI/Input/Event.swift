/// What happened at the terminal.
package enum Event: Equatable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// Text was pasted, all at once: never keys, whatever it holds.
  case pasted(String)
  /// The mouse was used.
  case mouse(MouseAction, Point)
  /// The screen has a new size; sent once at the start too.
  case resized(Size)
  /// Time has passed, as `tickInterval` asked for.
  case tick
  /// The notes on disk have changed.
  case changedOnDisk
  /// The terminal tells the colour of its ground.
  case ground(Colour)
  /// The program goes on after it was suspended; everything is drawn again.
  case resumed
  /// The terminal is gone, or the program was asked to end.
  case ended
}

/// What the mouse did.
package enum MouseAction: Equatable, Sendable {
  case click, wheelUp, wheelDown
}
