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
    ] + KeyBinding.motions(footer: 3) { .move($0) } + [
      KeyBinding(
        [.character("o")], "hide", "take the outline away", footer: .at(4, "hide"), .hide),
      KeyBinding(
        [.escape, .character("q"), .backspace], "close", "back to the text",
        footer: .out("back to the text"), .close),
    ])

  let headings: [Page.Heading]
  /// Where it stands in the body.
  let panel: Rect
  private let isBeside: Bool
  private var list = ListView()
  /// Whether keys move its cursor.
  private let hasFocus: Bool

  /// - Parameters:
  ///   - selected: the heading that the cursor is on; nil where keys are for the lesson.
  ///   - top: the line of the lesson on top.
  ///   - side: the pane beside the text; nil where there is none.
  ///   - hasFigure: whether a figure stands in that pane too.
  init(
    _ headings: [Page.Heading], selected: Int?, top: Int, in body: Size, side: Rect?,
    hasFigure: Bool
  ) {
    self.headings = headings
    panel = Self.place(headings.count, in: body, side, hasFigure)
    isBeside = side != nil
    hasFocus = selected != nil
    list.hold(headings.count)
    list.resize(listArea.rows)
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
  func heading(at point: Point) -> Int? {
    let area = listArea
    return area.contains(point) ? list.item(atRow: point.row - area.row) : nil
  }

  /// Where it stands in the body: at the foot of the pane beside the text, below the figure; in all of
  /// that pane without one; else over the left of the text.
  private static func place(_ count: Int, in body: Size, _ side: Rect?, _ hasFigure: Bool) -> Rect {
    guard let side else {
      return Rect(
        column: 0, row: 0, columns: min(body.columns, 44), rows: min(body.rows, count + 2))
    }
    guard hasFigure else { return side }
    let rows = min(count + 1, max(4, side.rows / 4))
    return Rect(column: side.column, row: side.endRow - rows, columns: side.columns, rows: rows)
  }

  /// The rows of the headings, below the title.
  private var listArea: Rect {
    Rect(
      column: panel.column, row: panel.row + 1, columns: max(0, panel.columns - 1),
      rows: max(0, panel.rows - (isBeside ? 1 : 2)))
  }

  func draw(on canvas: inout Canvas, in area: Rect) {
    let panel = panel.moved(to: area)
    let body = listArea.moved(to: area)
    if !isBeside { canvas.fill(panel) }
    let indent = isBeside ? 0 : 1
    canvas.put(
      [Cell](String(repeating: " ", count: indent) + "In this lesson", Style(.strong, .bold))
        .shortened(to: panel.columns), column: panel.column, row: panel.row)
    list.draw(on: &canvas, in: body, marks: hasFocus) { index in
      let indent = String(repeating: " ", count: max(1, headings[index].level))
      let style = index == list.selected ? Style(.strong, .bold) : Style.text
      return [Cell](indent + headings[index].title, style)
    }
    let row = body.row + list.selected - list.top
    if !hasFocus, list.showsSelected {
      canvas.put("▸", column: body.column, row: row, style: Style(.accent, .bold))
    }
    if !isBeside { canvas.rule(row: panel.endRow - 1, in: panel) }
  }
}

extension KeyScope {
  static let outline = KeyScope("outline", "Reader, in the outline")
}
