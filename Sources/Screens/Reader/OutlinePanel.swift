import Pages
import TextUI

/// The headings of a lesson: beside the text where there is room, over it where there is not.
struct OutlinePanel: Equatable {
  /// Columns of the panel.
  static let width = 28
  /// From this width on it stands beside the text.
  static let besideFrom = 118

  var headings: [Page.Heading]
  var isFocused: Bool
  var isOverlay = false
  private var selected = 0

  init(headings: [Page.Heading], isFocused: Bool) {
    self.headings = headings
    self.isFocused = isFocused
  }

  /// The line of the heading under the cursor.
  var line: Int? { headings.indices.contains(selected) ? headings[selected].line : nil }

  mutating func move(_ step: Int) {
    selected = max(0, min(headings.count - 1, selected + step))
  }

  /// Puts the cursor on the heading that the reader is under.
  mutating func follow(top: Int) {
    selected = headings.lastIndex { $0.line <= top } ?? 0
  }

  func draw(on canvas: inout Canvas, in area: Rect, top: Int) {
    let width = isOverlay ? min(area.columns, 44) : Self.width
    let rows = isOverlay ? min(area.rows, headings.count + 2) : area.rows
    let panel = Rect(column: area.column, row: area.row, columns: width, rows: rows)
    if isOverlay { canvas.fill(panel) }
    canvas.put(
      [Cell](" Outline", Style(.muted, .bold)).shortened(to: width),
      column: panel.column, row: panel.row)
    let room = max(0, rows - (isOverlay ? 2 : 1))
    let current = isFocused ? selected : headings.lastIndex { $0.line <= top } ?? 0
    let first = max(0, min(current - room / 2, headings.count - room))
    for (index, heading) in headings.enumerated().dropFirst(first).prefix(room) {
      let row = panel.row + 1 + index - first
      let indent = String(repeating: " ", count: max(1, heading.level))
      let style = index == current ? Style(.strong, .bold) : Style.muted
      canvas.put(
        [Cell](indent + heading.title, style).shortened(to: width - 1), column: panel.column,
        row: row)
      if isFocused, index == selected {
        canvas.put("▸", column: panel.column, row: row, style: Style(.accent, .bold))
        canvas.restyle(Rect(column: panel.column, row: row, columns: width - 1, rows: 1)) {
          $0.adding(.selected)
        }
        canvas.cursor = Point(column: panel.column, row: row)
      }
    }
    if isOverlay {
      canvas.rule(row: panel.endRow - 1, in: panel)
    } else {
      for row in area.row..<area.endRow {
        canvas.put("│", column: panel.endColumn, row: row, style: .muted)
      }
    }
  }
}
