import Pages
import TextUI

/// The lesson on the canvas: what is lit, and where the cursor stands.
extension Reader {
  func draw(on canvas: inout Canvas, in area: Rect, of world: World) {
    let (column, width) = frame
    for (index, line) in page.lines.dropFirst(top).prefix(area.rows).enumerated() {
      canvas.put(line.cells.prefix(width), column: area.column + column, row: area.row + index)
    }
    func point(_ span: Page.Span) -> Point? {
      guard (top..<top + area.rows).contains(span.line) else { return nil }
      return Point(
        column: area.column + column + span.columns.lowerBound, row: area.row + span.line - top)
    }
    func light(_ spans: [Page.Span], _ attributes: Style.Attributes) {
      for span in spans where span.line >= top && span.line < top + area.rows {
        let rect = Rect(
          column: area.column + column + span.columns.lowerBound,
          row: area.row + span.line - top, columns: span.columns.count, rows: 1)
        canvas.restyle(rect) { $0.adding(attributes) }
      }
    }
    for (index, match) in (search?.matches ?? []).enumerated() {
      let isCurrent = index == currentMatch
      light(match, isCurrent ? [.matched, .current] : .matched)
      if isCurrent { canvas.cursor = match.first.flatMap(point) }
    }
    if let target, page.targets.indices.contains(target) {
      let spans = page.targets[target].spans
      light(spans, .selected)
      canvas.cursor = spans.first.flatMap(point) ?? canvas.cursor
      if let term, let first = spans.first, let last = spans.last {
        let rows = area.row - top + first.line..<area.row - top + last.line + 1
        let text = Rect(
          column: area.column + column, row: area.row, columns: width, rows: area.rows)
        term.draw(on: &canvas, in: text, beside: rows, ascii: ascii)
      }
    }
    outline?.draw(on: &canvas, in: area, top: top)
    asked?.draw(on: &canvas, in: area)
  }
}
