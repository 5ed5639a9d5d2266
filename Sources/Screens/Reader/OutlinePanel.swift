import Pages
import TextUI

/// The headings of a lesson: beside the text where there is room, over it where there is not.
struct OutlinePanel {
  enum Action: Equatable { case move(ListView.Motion), open, close, hide }
  static let table = KeyTable<Action>(
    .outline,
    [
      KeyBinding(
        [.enter], "open", "go to the heading under the cursor",
        footer: .at(1, "go there", when: .when(.hasItem)), takesName: true, .open)
    ] + KeyBinding.motions(footer: [.up: 3, .down: 3]) { .move($0) } + [
      KeyBinding(
        [.character("o")], "hide", "take the outline away", footer: .at(4, "hide"), .hide),
      KeyBinding(
        [.escape, .character("q"), .backspace], "close", "back to the text",
        footer: .out("back to the text"), .close),
    ])

  /// Columns of the panel where it stands beside the text.
  static let width = 28
  /// From this width on it does.
  private static let besideFrom = 118

  static func fitsBeside(text size: Size) -> Bool { size.columns >= besideFrom }

  let headings: [Page.Heading]
  let isBeside: Bool
  private var list = ListView()
  /// Whether keys move its cursor.
  private let hasFocus: Bool

  /// - Parameters:
  ///   - selected: the heading that the cursor is on; nil where keys are for the lesson.
  ///   - top: the line of the lesson on top.
  init(_ headings: [Page.Heading], selected: Int?, top: Int, isBeside: Bool, in size: Size) {
    self.headings = headings
    self.isBeside = isBeside
    hasFocus = selected != nil
    list.hold(headings.count)
    list.resize(Self.frame(headings.count, isBeside, in: Rect(size)).list.rows)
    let current = selected ?? Self.heading(above: top, of: headings)
    // As much of the list below it as above it, where there is so much.
    list.select(min(headings.count - 1, current + list.height / 2))
    list.select(current)
  }

  /// The heading that a line of the page stands under.
  static func heading(above line: Int, of headings: [Page.Heading]) -> Int {
    headings.lastIndex { $0.line <= line } ?? 0
  }

  /// The heading after a motion of the cursor.
  func selected(after motion: ListView.Motion) -> Int {
    var list = list
    list.move(motion)
    return list.selected
  }

  /// The heading at a point of the body.
  func heading(at point: Point, in size: Size) -> Int? {
    let area = Self.frame(headings.count, isBeside, in: Rect(size)).list
    return area.contains(point) ? list.item(atRow: point.row - area.row) : nil
  }

  /// Where the panel stands, and in it the list.
  private static func frame(
    _ count: Int, _ isBeside: Bool, in area: Rect
  ) -> (panel: Rect, list: Rect) {
    let rows = isBeside ? area.rows : min(area.rows, count + 2)
    let column = TextFrame(columns: area.columns).column + TextFrame.widest + 3
    let panel = Rect(
      column: area.column + (isBeside ? column : 0), row: area.row,
      columns: isBeside ? width : min(area.columns, 44), rows: rows)
    let list = Rect(
      column: panel.column, row: panel.row + 1, columns: max(0, panel.columns - 1),
      rows: max(0, rows - (isBeside ? 1 : 2)))
    return (panel, list)
  }

  func draw(on canvas: inout Canvas, in area: Rect) {
    let (panel, body) = Self.frame(headings.count, isBeside, in: area)
    if !isBeside { canvas.fill(panel) }
    canvas.put(
      [Cell](" Outline", Style(.muted, .bold)).shortened(to: panel.columns), column: panel.column,
      row: panel.row)
    list.draw(on: &canvas, in: body, marks: hasFocus) { index in
      let indent = String(repeating: " ", count: max(1, headings[index].level))
      let style = index == list.selected ? Style(.strong, .bold) : Style.muted
      return [Cell](indent + headings[index].title, style)
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

extension KeyScope {
  static let outline = KeyScope("outline", "Reader, in the outline")
}
