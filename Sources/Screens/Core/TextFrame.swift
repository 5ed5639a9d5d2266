import TextUI

/// Where text stands on a screen: at the same left edge on all of them, however wide the terminal.
struct TextFrame: Equatable, Sendable {
  /// Longer lines are hard to read.
  static let widest = 72

  let column: Int
  let width: Int

  init(columns: Int, widest: Int = Self.widest) {
    column = columns >= 30 ? 2 : columns >= 20 ? 1 : 0
    width = max(1, min(widest, columns - column - min(column, 1)))
  }
}

extension Canvas {
  /// A sentence where a list is empty.
  mutating func put(empty text: String, in area: Rect) {
    let frame = TextFrame(columns: area.columns)
    put(text, column: area.column + frame.column, row: area.row)
  }
}
