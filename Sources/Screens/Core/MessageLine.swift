import TextUI

/// The line above the footer: a line being typed, and what there is to say.
struct MessageLine {
  let prompt: Prompt?
  let message: String?

  /// Draws it in the row above the last; what takes more room stands over the body.
  func draw(on canvas: inout Canvas) {
    var row = canvas.size.rows - 2
    guard row >= 0 else { return }
    if let prompt {
      draw(prompt, on: &canvas, row: row)
      row -= 1
    }
    if let message, row >= 0 { draw(message, on: &canvas, endingIn: row) }
  }

  /// Over as many rows as it needs, up to a third of them.
  private func draw(_ message: String, on canvas: inout Canvas, endingIn last: Int) {
    let size = canvas.size
    let lines = Wrapping.lines(of: message, width: max(1, size.columns - 2))
    let shown = max(1, min(lines.count, size.rows / 3, last + 1))
    for (index, line) in lines.prefix(shown).enumerated() {
      // What does not fit into the last row is cut there, and seen to be.
      let text = index == shown - 1 ? lines[index...].joined(separator: " ") : line
      put(
        [Cell](" " + text, Style(.accent, .bold)).shortened(to: size.columns),
        on: &canvas, row: last - shown + 1 + index)
    }
  }

  /// The field, and its note beside it where that fits.
  private func draw(_ prompt: Prompt, on canvas: inout Canvas, row: Int) {
    let area = Rect(column: 0, row: row, columns: canvas.size.columns, rows: 1)
    let label = [Cell](" " + prompt.label, Style(.accent, .bold))
    put(label, on: &canvas, row: row)
    let note = [Cell](prompt.note, .muted)
    let hasNote = !note.isEmpty && label.count + note.count + 12 < area.columns
    if !prompt.isYesOrNo {
      let right = hasNote ? note.count + 2 : 0
      prompt.field.draw(on: &canvas, in: area.inset(left: label.count, right: right))
    }
    if hasNote { canvas.put(note, column: area.columns - note.count - 1, row: row) }
  }

  private func put(_ cells: [Cell], on canvas: inout Canvas, row: Int) {
    canvas.fill(Rect(column: 0, row: row, columns: canvas.size.columns, rows: 1))
    canvas.put(cells, column: 0, row: row)
  }
}
