import Notes
import Numerics
import TextUI

/// A grid of numbers with names at its sides, and a cursor in it.
package struct Grid: Sendable {
  /// Which numbers have one format.
  enum Sharing: Sendable {
    /// All of them: they are one quantity.
    case table
    /// Those of a row, each row being a quantity of its own.
    case rows
    /// Those of a column, each column being a quantity of its own.
    case columns
  }

  /// What its cells hold.
  enum Content: Sendable {
    /// Text, row by row.
    case texts([[String]])
    /// Numbers, row by row, written as the room allows.
    case numbers([[Double]], NumberText, Sharing)
    /// Numbers of which only the glow is drawn, two columns a cell; the transcript has them.
    case map([[Double]], NumberText)
  }

  /// What it is: `Q 2×2`.
  var title: String
  /// Names of the rows; none where there are fewer than rows.
  var rowNames: [String]
  /// Names of the columns.
  var columnNames: [String] = []
  private(set) var content: Content
  /// Which of its zeros stand for numbers smaller than any double.
  var vanishes: @Sendable (_ row: Int, _ column: Int) -> Bool = { _, _ in false }
  /// Cells whose numbers are not known yet.
  private(set) var unknown: Set<Point> = []
  /// Rows that show no numbers yet.
  var hiddenRows = 0..<0
  /// How strong each cell glows, 0 to 1; nil where it has no glow.
  var heats: [[Double?]] = []
  /// Numbers that stand in its place in other states of the widget: its columns are as wide as they
  /// need, so that they stay where they are from state to state.
  var others: [[[Double]]] = []
  /// The cell that is looked at.
  var selected: Point?
  /// Whether keys go to this grid.
  var isFocused = false
  /// Columns that names of rows take at most.
  var nameLimit = 16
  /// Rows from this one on follow a gap in meaning and are drawn stronger.
  var strongRow: Int?

  /// Rows and columns.
  var size: GridSize {
    switch content {
    case .texts(let texts): GridSize(rows: texts.count, columns: texts.first?.count ?? 0)
    case .numbers(let rows, _, _), .map(let rows, _):
      GridSize(rows: rows.count, columns: rows.first?.count ?? 0)
    }
  }

  var isMap: Bool {
    if case .map = content { true } else { false }
  }

  /// A grid of numbers.
  init(
    _ title: String, _ values: [[Double]], rowNames: [String] = [], columnNames: [String] = [],
    numbers: NumberText, sharing: Sharing = .table
  ) {
    self.title = title
    self.rowNames = rowNames
    self.columnNames = columnNames
    content = .numbers(values, numbers, sharing)
  }

  /// A grid of numbers of which some are not known yet: these show a dot, each column a quantity of
  /// its own.
  init(
    _ title: String, measured values: [[Double?]], rowNames: [String], columnNames: [String],
    numbers: NumberText
  ) {
    let known = values.map { row in row.map { $0 ?? 0 } }
    self.init(
      title, known, rowNames: rowNames, columnNames: columnNames, numbers: numbers,
      sharing: .columns)
    for (row, values) in values.enumerated() {
      for (column, value) in values.enumerated() where value == nil {
        unknown.insert(Point(column: column, row: row))
      }
    }
  }

  /// A grid that glows, its numbers left to the transcript.
  init(map title: String, _ values: Matrix, numbers: NumberText) {
    self.title = title
    rowNames = (0..<values.rows).map { "\($0)" }
    columnNames = (0..<values.columns).map { "\($0)" }
    content = .map(values.rowArrays, numbers)
    heats = Grid.heats(values.rowArrays)
  }

  /// A grid of text.
  init(_ title: String, texts: [[String]], rowNames: [String] = [], columnNames: [String] = []) {
    self.title = title
    self.rowNames = rowNames
    self.columnNames = columnNames
    content = .texts(texts)
  }

  /// Whether one of its zeros is no zero.
  var hasVanished: Bool {
    guard case .numbers(let values, _, _) = content else { return false }
    return values.indices.contains { row in
      values[row].indices.contains { values[row][$0] == 0 && vanishes(row, $0) }
    }
  }

  /// Puts the cursor in, where it stands in this grid's area.
  func looking<Area>(_ cursor: WidgetCursor<Area>, at area: Area, row offset: Int = 0) -> Grid {
    guard cursor.area == area else { return self }
    var grid = self
    grid.isFocused = true
    grid.selected = Point(column: cursor.column, row: cursor.row + offset)
    return grid
  }

  /// The same with every number hidden.
  var hidden: Grid {
    var grid = self
    grid.hiddenRows = 0..<size.rows
    grid.heats = []
    return grid
  }

  /// All of the grid as lines of text, numbers where the screen shows only their glow.
  var transcript: [String] {
    var grid = self
    if case .map(let values, let numbers) = content {
      grid.content = .numbers(values, numbers, .table)
    }
    grid.heats = []
    return GridLayout(grid, room: .max).lines(room: .max, height: .max, ascii: false).map(\.text)
  }

  /// The texts that its columns have room for: its own, and those of its other states.
  func measuredTexts(_ detail: NumberText.Detail) -> [[String]] {
    guard case .numbers(_, let numbers, _) = content else { return [] }
    return others.flatMap { numbers.aligned($0, detail: detail) }
  }

  /// What its cells show, hidden numbers as question marks of the same width.
  func texts(_ detail: NumberText.Detail) -> [[String]] {
    var rows: [[String]]
    switch content {
    case .map: return []
    case .texts(let texts): rows = texts
    case .numbers(let values, let numbers, .table): rows = numbers.aligned(values, detail: detail)
    case .numbers(let values, let numbers, .rows):
      // Points of different quantities need not stand in line.
      rows = values.map { numbers.aligned($0, detail: detail).map(\.trimmed) }
    case .numbers(let values, let numbers, .columns):
      let columns = (values.first ?? []).indices.map { column in
        numbers.aligned(values.map { $0[column] }, detail: detail)
      }
      rows = values.indices.map { row in columns.map { $0[row] } }
    }
    if case .numbers(let values, let numbers, _) = content {
      for row in values.indices {
        for column in values[row].indices where values[row][column] == 0 && vanishes(row, column) {
          rows[row][column] = numbers.vanished(values[row][column])
        }
      }
    }
    if case .numbers(_, let numbers, _) = content {
      for point in unknown {
        let width = rows[point.row][point.column].count
        rows[point.row][point.column] =
          String(repeating: " ", count: max(0, width - 1)) + (numbers.ascii ? "." : "·")
      }
    }
    for row in hiddenRows.clamped(to: rows.indices) {
      rows[row] = rows[row].map { String(repeating: " ", count: max(0, $0.count - 1)) + "?" }
    }
    return rows
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
