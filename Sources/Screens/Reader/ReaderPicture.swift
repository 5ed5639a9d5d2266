import Pages
import TextUI
import Widgets

/// The lesson on the canvas: what is lit, where the cursor stands, and what lies over it.
struct ReaderPicture {
  let window: PageWindow
  let overlay: ReaderOverlay?
  let outline: OutlinePanel?
  let panes: Panes
  /// The figure beside it.
  let figure: OpenWidget?
  let keymap: Keymap
  let ascii: Bool

  func draw(on canvas: inout Canvas, in area: Rect) {
    let frame = window.frame
    let text = Rect(
      column: area.column + frame.column, row: area.row, columns: frame.width, rows: area.rows)
    for (index, line) in window.page.lines.dropFirst(window.top).prefix(area.rows).enumerated() {
      canvas.put(line.cells.prefix(text.columns), column: text.column, row: text.row + index)
    }
    for (index, match) in window.lit.enumerated() {
      guard let match else { continue }
      let isCurrent = index == window.search?.current
      light(match, isCurrent ? [.matched, .current] : .matched, on: &canvas, in: text)
      if isCurrent { canvas.cursor = match.first.flatMap { point($0, in: text) } }
    }
    if let target = window.selected {
      let spans = target.spans
      // Of what stands in place of text the title is lit: its picture stays as it is.
      light(target.isInsert ? Array(spans.prefix(1)) : spans, .selected, on: &canvas, in: text)
      if target.isInsert, frame.column > 1, let first = spans.first.flatMap({ point($0, in: text) })
      {
        canvas.put("▸", column: area.column, row: first.row, style: Style(.accent, .bold))
      }
      canvas.cursor = spans.first.flatMap { point($0, in: text) } ?? canvas.cursor
      if case .definition(let term) = overlay, let first = spans.first, let last = spans.last {
        let rows = text.row - window.top + first.line..<text.row - window.top + last.line + 1
        term.draw(on: &canvas, in: text, beside: rows, keymap: keymap, ascii: ascii)
      }
    }
    if let side = panes.side?.moved(to: area) {
      drawSide(on: &canvas, in: side)
    }
    outline?.draw(on: &canvas, in: area)
    if case .link(let question) = overlay {
      question.draw(on: &canvas, in: area, keymap: keymap)
    }
  }

  /// The figure; the headings stand below it.
  private func drawSide(on canvas: inout Canvas, in side: Rect) {
    panes.drawRule(on: &canvas, in: side)
    guard let figure, let panel = figure.panel else { return }
    let rows = outline?.panel.rows ?? 0
    drawTitle(of: figure, on: &canvas, in: side)
    let cursor = canvas.cursor
    // Signs stand in the gap at the left, text in line with its name.
    let margin = BlockLayout.margin(of: side.columns + 2)
    let area = Rect(
      column: side.column - margin, row: side.row + 2, columns: side.columns + margin,
      rows: max(0, side.rows - 2 - (rows > 0 ? rows + 1 : 0)))
    canvas.clipped(to: area) { panel.draw(on: &$0, in: area) }
    if overlay != .figure { canvas.cursor = cursor }
  }

  /// Its name, and at the right the key that goes over to it, or back.
  private func drawTitle(of figure: OpenWidget, on canvas: inout Canvas, in side: Rect) {
    // What the key does, in as many words as there is room for.
    let (label, words): (String, [String])
    if overlay == .figure {
      let back = keymap.applied(to: figure.shortcuts).first(where: \.leadsOut)?.keys.first?.label
      (label, words) = (back ?? "", [" back to the text", " back"])
    } else {
      // From link to link first, as far as there are any in sight; back from the first.
      let isBack = window.hasNextInSight && window.selected == nil
      label = ReaderKeys.table.label(isBack ? .previousTarget : .nextTarget, in: keymap)
      words = isBack || !window.hasNextInSight ? [" goes over", " over"] : [" past the links"]
    }
    let title = [Cell](figure.route.type?.title ?? figure.route.name, Style(.strong, .bold))
    let said = words.first { title.count + label.displayWidth + $0.displayWidth < side.columns }
    let key = [Cell](label, Style(.accent, .bold)) + [Cell](said ?? "")
    canvas.put(
      title.fitted(to: side.columns - key.count - 1) + [.blank] + key, column: side.column,
      row: side.row)
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

extension Page.Target {
  /// Whether it stands in place of text.
  fileprivate var isInsert: Bool { if case .insert = kind { true } else { false } }
}
