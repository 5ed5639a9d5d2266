import TextUI

/// Which rows and columns of a larger table a grid shows, for those of the screen: where nil stands,
/// some are left out.
struct GridCut: Sendable {
  /// Rows of a window, where nothing says how many there is room for.
  static let comfort = 10

  let rows: [Int?]
  let columns: [Int?]
  /// The size of the whole table.
  let size: GridSize
  /// The cell that a window is around, where none is under the cursor.
  var focus: Point?
  /// Columns at the end that always stay in view: a total, and the gap before it.
  var pinned = 0

  /// Whether nothing is left out: neither what is not drawn, nor what a gap stands for.
  var isWhole: Bool {
    rows.count == size.rows && columns.count == size.columns && !rows.contains(nil)
      && !columns.contains(nil)
  }

  var transposed: GridCut {
    GridCut(
      rows: columns, columns: rows, size: GridSize(rows: size.columns, columns: size.rows),
      focus: focus.map { Point(column: $0.row, row: $0.column) })
  }

  /// Which of the whole are seen: `rows 12–31 of 40`; nothing where all are, or where a gap tells it.
  static func label(_ noun: String, _ shown: some Sequence<Int?>, of count: Int) -> String? {
    let shown = Array(shown)
    guard shown.count < count, !shown.contains(nil), let first = shown.first ?? nil,
      let last = shown.last ?? nil
    else { return nil }
    return first == last
      ? "\(noun) \(first + 1) of \(count)" : "\(noun)s \(first + 1)–\(last + 1) of \(count)"
  }
}
