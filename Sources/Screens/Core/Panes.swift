import TextUI

/// How the body of a screen is parted: from 110 columns on a second pane at the right says why and
/// what next.
struct Panes: Equatable, Sendable {
  /// From this width on there are two.
  static let wide = 110
  private static let mainWidth = 76
  /// From the line between the panes to what stands at its right.
  private static let gap = 3

  let main: Rect
  /// The pane at the right; nil where there is room for one alone.
  let side: Rect?

  init(_ area: Rect, isSplit: Bool = true) {
    guard isSplit, area.columns >= Self.wide else {
      (main, side) = (area, nil)
      return
    }
    main = Rect(column: area.column, row: area.row, columns: Self.mainWidth, rows: area.rows)
    let column = main.endColumn + Self.gap
    side = Rect(
      column: column, row: area.row, columns: area.endColumn - column - 1, rows: area.rows)
  }

  init(_ size: Size, isSplit: Bool = true) {
    self.init(Rect(size), isSplit: isSplit)
  }

  /// How wide text in the pane at the right is.
  static func textWidth(of side: Rect) -> Int { min(side.columns, TextFrame.widest) }

  /// Lines in the pane at the right, and the line between the panes.
  func drawSide(_ lines: [[Cell]], on canvas: inout Canvas) {
    guard let side else { return }
    drawRule(on: &canvas, in: side)
    for (row, cells) in lines.enumerated() {
      canvas.put(cells, column: side.column, row: side.row + row)
    }
  }

  /// The line between the panes.
  func drawRule(on canvas: inout Canvas, in side: Rect) {
    for row in side.row..<side.endRow {
      canvas.put("│", column: side.column - Self.gap, row: row, style: .muted)
    }
  }
}
