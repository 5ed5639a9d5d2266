import TextUI

/// A block of text rows with a baseline, all rows padded to `width` display columns.
package struct MathsBox: Equatable, Sendable {
  /// The rows from top to bottom, at least one.
  package var rows: [String]
  /// Display columns of every row.
  package var width: Int
  /// Index of the row that stands on the line of the surrounding text.
  package var baseline: Int

  /// Pads the rows to the widest of them, measuring each again.
  init(padding rows: [String], baseline: Int) {
    let rows = rows.isEmpty ? [""] : rows
    let widths = rows.map(\.displayWidth)
    let width = widths.max() ?? 0
    self.width = width
    self.rows = zip(rows, widths).map { row, own in row + MathsLayout.spaces(width - own) }
    self.baseline = min(max(baseline, 0), rows.count - 1)
  }
}
