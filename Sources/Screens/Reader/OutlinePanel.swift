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

  let headings: [Page.Heading]
  /// The heading under the cursor, where keys move it.
  let selected: Int?
  let isBeside: Bool

  /// The heading that a line of the page stands under.
  static func heading(above line: Int, of headings: [Page.Heading]) -> Int {
    headings.lastIndex { $0.line <= line } ?? 0
  }

  /// Rows that it takes where there is room for all.
  var height: Int { headings.count + 1 }

  /// Draws it into its pane, or over the left of the text.
  func draw(on canvas: inout Canvas, in area: Rect, top: Int) {
    let panel =
      isBeside
      ? area
      : Rect(
        column: area.column, row: area.row, columns: min(area.columns, 44),
        rows: min(area.rows, height + 1))
    let width = panel.columns
    if !isBeside { canvas.fill(panel) }
    let indent = isBeside ? 0 : 1
    canvas.put(
      [Cell](String(repeating: " ", count: indent) + "In this lesson", Style(.strong, .bold))
        .shortened(to: width), column: panel.column, row: panel.row)
    let room = max(0, panel.rows - (isBeside ? 1 : 2))
    let current = selected ?? Self.heading(above: top, of: headings)
    let first = max(0, min(current - room / 2, headings.count - room))
    for (index, heading) in headings.enumerated().dropFirst(first).prefix(room) {
      let row = panel.row + 1 + index - first
      let indent = String(repeating: " ", count: max(1, heading.level))
      canvas.put(
        [Cell](indent + heading.title, index == current ? Style(.strong, .bold) : .text)
          .shortened(to: width - 1), column: panel.column, row: row)
      if index == current {
        canvas.put("▸", column: panel.column, row: row, style: Style(.accent, .bold))
      }
      if index == selected {
        canvas.restyle(Rect(column: panel.column, row: row, columns: width - 1, rows: 1)) {
          $0.adding(.selected)
        }
        canvas.cursor = Point(column: panel.column, row: row)
      }
    }
    if !isBeside { canvas.rule(row: panel.endRow - 1, in: panel) }
  }
}
