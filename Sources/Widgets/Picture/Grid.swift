import Numerics
import TextUI

/// A grid of numbers with names at its sides, and a cursor in it.
package struct Grid: Sendable {
  /// What it is: `Q 2×2`.
  var title: String
  /// Names of the rows; none where there are fewer than rows.
  var rowNames: [String]
  /// Names of the columns.
  var columnNames: [String] = []
  /// The numbers as text, row by row.
  var texts: [[String]]
  /// How strong each cell glows, 0 to 1; nil where it has no glow.
  var heats: [[Double?]] = []
  /// The cell that is looked at.
  var selected: Point?
  /// Whether keys go to this grid.
  var isFocused = false
  /// Only the glow is drawn, two columns a cell; the transcript has these numbers.
  private(set) var map: (values: Matrix, numbers: NumberText)?
  /// Columns that names of rows take at most.
  var nameLimit = 16
  /// Rows from this one on follow a gap in meaning and are drawn stronger.
  var strongRow: Int?

  /// Rows and columns.
  var size: GridSize {
    if let map { return GridSize(rows: map.values.rows, columns: map.values.columns) }
    return GridSize(rows: texts.count, columns: texts.first?.count ?? 0)
  }

  var isMap: Bool { map != nil }

  /// A grid of numbers, each column aligned on its point.
  init(
    _ title: String, _ values: [[Double]], rowNames: [String] = [], columnNames: [String] = [],
    numbers: NumberText
  ) {
    self.title = title
    self.rowNames = rowNames
    self.columnNames = columnNames
    let columns = values.first?.count ?? 0
    let aligned = (0..<columns).map { column in numbers.aligned(values.map { $0[column] }) }
    texts = values.indices.map { row in aligned.map { $0[row] } }
  }

  /// A grid that glows, its numbers left to the transcript.
  init(map title: String, _ values: Matrix, numbers: NumberText) {
    self.init(title, texts: [], rowNames: (0..<values.rows).map { "\($0)" })
    columnNames = (0..<values.columns).map { "\($0)" }
    heats = Grid.heats(values.rowArrays)
    map = (values, numbers)
  }

  /// A grid of text.
  init(_ title: String, texts: [[String]], rowNames: [String] = [], columnNames: [String] = []) {
    self.title = title
    self.rowNames = rowNames
    self.columnNames = columnNames
    self.texts = texts
  }

  /// Puts the cursor in, where it stands in this grid's area.
  func looking(_ cursor: WidgetCursor, area: Int, row offset: Int = 0) -> Grid {
    guard cursor.area == area else { return self }
    var grid = self
    grid.isFocused = true
    grid.selected = Point(column: cursor.column, row: cursor.row + offset)
    return grid
  }

  /// The same with every number hidden.
  var hidden: Grid {
    var grid = self
    grid.texts = texts.map { $0.map { String(repeating: " ", count: $0.count - 1) + "?" } }
    grid.heats = []
    return grid
  }

  /// Heat from the values themselves: the smallest finite one 0, the largest 1.
  static func heats(_ values: [[Double]], from low: Double? = nil, to high: Double? = nil)
    -> [[Double?]]
  {
    let finite = values.joined().filter(\.isFinite)
    let low = low ?? finite.min() ?? 0
    let span = (high ?? finite.max() ?? 0) - low
    return values.map { row in
      row.map { value in
        if value.isNaN { return .nan }
        if span <= 0 || !span.isFinite { return value == -.infinity ? 0 : 0.5 }
        return min(max((value - low) / span, 0), 1)
      }
    }
  }
}
