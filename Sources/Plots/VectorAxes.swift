/// The axes of a plane through its origin, with ticks.
struct VectorAxes {
  let frame: VectorFrame
  let ascii: Bool

  /// The axes; labels are omitted where they would overlap the drawing.
  func picture(around drawn: PlotPicture) -> PlotPicture {
    var picture = PlotPicture(columns: frame.columns, rows: frame.rows)
    let centre = frame.centre
    // Dashed in ASCII, where a vector along an axis is made of the same characters.
    let step = ascii ? 2 : 1
    for column in stride(from: centre.column % step, to: picture.columns, by: step) {
      picture.put(ascii ? "-" : "─", column: column, row: centre.row)
    }
    for row in stride(from: centre.row % step, to: picture.rows, by: step) {
      picture.put(ascii ? "|" : "│", column: centre.column, row: row)
    }
    picture.put(ascii ? "+" : "┼", column: centre.column, row: centre.row)
    guard frame.columns >= 16, frame.rows >= 6 else { return picture }
    label(&picture, drawn)
    return picture
  }

  private func label(_ picture: inout PlotPicture, _ drawn: PlotPicture) {
    let centre = frame.centre
    let right = Double(2 * frame.columns - 1)
    let bottom = Double(4 * frame.rows - 1)
    let across = niceTicks(
      min: frame.coordinate(dots: -frame.origin.x),
      max: frame.coordinate(dots: right - frame.origin.x), count: max(frame.columns / 8, 2))
    let up = niceTicks(
      min: frame.coordinate(dots: frame.origin.y - bottom),
      max: frame.coordinate(dots: frame.origin.y), count: max(frame.rows / 3, 2))
    let row = centre.row + (centre.row + 1 < frame.rows ? 1 : -1)
    for tick in across where tick.value != 0 {
      let at = frame.cell(frame.dot(PlotPoint(x: tick.value, y: 0))).column
      let width = tick.label.count
      picture.put(ascii ? "+" : "┴", column: at, row: centre.row)
      let column = at - width / 2
      guard isFree(picture, drawn, column: column - 1, row: row, width: width + 2) else { continue }
      picture.write(tick.label, column: column, row: row)
    }
    for tick in up where tick.value != 0 {
      let at = frame.cell(frame.dot(PlotPoint(x: 0, y: tick.value))).row
      let width = tick.label.count
      picture.put(ascii ? "+" : "┤", column: centre.column, row: at)
      let left = centre.column - width - 1
      let column = left >= 0 ? left : centre.column + 2
      guard isFree(picture, drawn, column: column, row: at, width: width) else { continue }
      picture.write(tick.label, column: column, row: at)
    }
  }

  private func isFree(
    _ picture: PlotPicture, _ drawn: PlotPicture, column: Int, row: Int, width: Int
  ) -> Bool {
    for at in column..<column + width
    where !drawn.isBlank(column: at, row: row) || !picture.isBlank(column: at, row: row) {
      return false
    }
    return true
  }
}
