import Pages
import TextUI

/// The lesson on the canvas: what is lit, where the cursor stands, and what lies over it.
struct ReaderPicture {
  let window: PageWindow
  let overlay: ReaderOverlay?
  let outline: OutlinePanel?
  let keymap: Keymap
  let ascii: Bool

  func draw(on canvas: inout Canvas, in area: Rect) {
    let frame = window.frame
    let text = Rect(
      column: area.column + frame.column, row: area.row, columns: frame.width, rows: area.rows)
    for (index, line) in window.page.lines.dropFirst(window.top).prefix(area.rows).enumerated() {
      canvas.put(line.cells.prefix(text.columns), column: text.column, row: text.row + index)
    }
    for (index, match) in (window.search?.matches ?? []).enumerated() {
      let isCurrent = index == window.search?.current
      light(match, isCurrent ? [.matched, .current] : .matched, on: &canvas, in: text)
      if isCurrent { canvas.cursor = match.first.flatMap { point($0, in: text) } }
    }
    if let spans = window.selected?.spans {
      light(spans, .selected, on: &canvas, in: text)
      canvas.cursor = spans.first.flatMap { point($0, in: text) } ?? canvas.cursor
      if case .definition(let term) = overlay, let first = spans.first, let last = spans.last {
        let rows = text.row - window.top + first.line..<text.row - window.top + last.line + 1
        term.draw(on: &canvas, in: text, beside: rows, keymap: keymap, ascii: ascii)
      }
    }
    outline?.draw(on: &canvas, in: area)
    if case .link(let question) = overlay {
      question.draw(on: &canvas, in: area, keymap: keymap)
    }
  }

  private func point(_ span: Page.Span, in text: Rect) -> Point? {
    guard (window.top..<window.top + text.rows).contains(span.line) else { return nil }
    return Point(
      column: text.column + span.columns.lowerBound, row: text.row + span.line - window.top)
  }

  private func light(
    _ spans: [Page.Span], _ attributes: Style.Attributes, on canvas: inout Canvas, in text: Rect
  ) {
    for span in spans {
      guard let start = point(span, in: text) else { continue }
      let rect = Rect(
        column: start.column, row: start.row, columns: span.columns.count, rows: 1)
      canvas.restyle(rect) { $0.adding(attributes) }
    }
  }
}
