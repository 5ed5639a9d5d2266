import Pages
import TextUI

/// The headings of a lesson: beside the text where there is room, over it where there is not.
struct OutlinePanel {
  enum Action: Equatable { case move(Int), open, close, hide }
  static let table = KeyTable<Action>(
    .outline,
    [
      KeyBinding([.enter], "open", "go to the heading under the cursor", footer: 1, .open),
      KeyBinding([.up, .character("k")], "up", "the heading above", footer: 3, .move(-1)),
      KeyBinding([.down, .character("j")], "down", "the heading below", footer: 4, .move(1)),
      KeyBinding(
        [.escape, .character("q"), .backspace], "close", "back to the text", footer: 2, .close),
      KeyBinding([.character("o")], "hide", "take the outline away", footer: 5, .hide),
    ])

  /// Columns of the panel where it stands beside the text.
  static let width = 28
  /// From this width on it does.
  private static let besideFrom = 118

  static func fitsBeside(text size: Size) -> Bool { size.columns >= besideFrom }

  let headings: [Page.Heading]
  /// The heading under the cursor, where keys move it.
  let selected: Int?
  let isBeside: Bool

  /// The heading that a line of the page stands under.
  static func heading(above line: Int, of headings: [Page.Heading]) -> Int {
    headings.lastIndex { $0.line <= line } ?? 0
  }

  func draw(on canvas: inout Canvas, in area: Rect, top: Int) {
    let width = isBeside ? Self.width : min(area.columns, 44)
    let rows = isBeside ? area.rows : min(area.rows, headings.count + 2)
    let column = isBeside ? area.column + TextFrame(columns: area.columns).column : area.column
    let panel = Rect(
      column: isBeside ? column + TextFrame.widest + 3 : column, row: area.row, columns: width,
      rows: rows)
    if !isBeside { canvas.fill(panel) }
    canvas.put(
      [Cell](" Outline", Style(.muted, .bold)).shortened(to: width),
      column: panel.column, row: panel.row)
    let room = max(0, rows - (isBeside ? 1 : 2))
    let current = selected ?? Self.heading(above: top, of: headings)
    let first = max(0, min(current - room / 2, headings.count - room))
    for (index, heading) in headings.enumerated().dropFirst(first).prefix(room) {
      let row = panel.row + 1 + index - first
      let indent = String(repeating: " ", count: max(1, heading.level))
      let style = index == current ? Style(.strong, .bold) : Style.muted
      canvas.put(
        [Cell](indent + heading.title, style).shortened(to: width - 1), column: panel.column,
        row: row)
      if index == selected {
        canvas.put("▸", column: panel.column, row: row, style: Style(.accent, .bold))
        canvas.restyle(Rect(column: panel.column, row: row, columns: width - 1, rows: 1)) {
          $0.adding(.selected)
        }
        canvas.cursor = Point(column: panel.column, row: row)
      }
    }
    if isBeside {
      for row in area.row..<area.endRow {
        canvas.put("│", column: panel.column - 2, row: row, style: .muted)
      }
    } else {
      canvas.rule(row: panel.endRow - 1, in: panel)
    }
  }
}
