import Notes
import TextUI

/// The head, the list and what stands beside it.
extension Contents {
  /// What stands in place of the list where it is empty.
  var emptyText: String? {
    guard rows.rows.isEmpty else { return nil }
    return rows.filter.isEmpty ? "No notes here." : "No title holds \"\(rows.filter)\"."
  }

  func line(_ row: ContentsRows.Row, _ state: AppState) -> ContentsLine {
    var line = ContentsLine(row: row, outlook: outlook, words: words, state: state)
    if case .part(let document, let depth) = row {
      line.notes = rows.documents(from: document, depth: depth).count
    }
    return line
  }

  func head(_ state: AppState) -> ContentsHead {
    ContentsHead(
      outlook: outlook, words: words, selected: selectedLesson, hasKeys: !filter.isTyped,
      state: state)
  }

  func draw(on canvas: inout Canvas, in area: Rect, of state: AppState) {
    let panes = Panes(area)
    let main = panes.main
    if headRows > 0 {
      for (row, cells) in head(state).cells(width: main.columns).enumerated() {
        canvas.put(cells, column: main.column, row: main.row + row)
      }
    }
    emptyText.map { canvas.put(empty: $0, in: main.inset(top: headRows)) }
    list.draw(on: &canvas, in: main.inset(top: headRows)) { number in
      line(rows.rows[number], state).cells(width: main.columns)
    }
    panes.drawSide(preview, on: &canvas)
  }
}
