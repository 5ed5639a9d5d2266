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

  /// Why a cell shows no number.
  enum Cover: Sendable {
    /// It waits for a guess.
    case guess
    /// It is not computed yet.
    case later
    /// It stands for all that is left out here.
    case cut
  }

  /// What it is: `Q 2×2`.
  var title: String
  /// Names of the rows; none where there are fewer than rows.
  var rowNames: [String]
  /// Names of the columns.
  var columnNames: [String] = []
  private(set) var content: Content
  /// How each number is written, where that is decided; else as the room allows.
  var style: (@Sendable (_ row: Int, _ column: Int) -> NumberText)?
  /// How many columns at the end are totals, which never glow.
  var totals = 0
  /// Which of its zeros stand for numbers smaller than any double.
  var vanishes: @Sendable (_ row: Int, _ column: Int) -> Bool = { _, _ in false }
  /// Which cells show no number.
  var cover: @Sendable (_ row: Int, _ column: Int) -> Cover? = { _, _ in nil }
  /// What stands beside the numbers.
  var mark: @Sendable (_ row: Int, _ column: Int) -> CellMark? = { _, _ in nil }
  /// Whether numbers have a column for what a guess of them was worth, where no glow leaves one.
  var isGuessed = false
  /// How strong each cell glows, 0 to 1; nil where it has no glow.
  var heats: [[Double?]] = []
  /// The cell that is looked at.
  var selected: Point?
  /// Whether keys go to this grid.
  var isFocused = false
  /// Whose colour its title has.
  var role: Role?
  /// The cells that made the one under the cursor.
  var lit: [LitCells] = []
  /// Whether it belongs to another step than the one that is looked at.
  var isDim = false
  /// Columns that names of rows take at most.
  var nameLimit = 16
  /// Of what larger table it is a part; nil where it is the whole.
  var cut: GridCut?
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
    cover = { row, column in values[row][column] == nil ? .later : nil }
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

  /// Puts the cursor in, where it stands in this grid's area.
  func looking<Area>(_ cursor: WidgetCursor<Area>, at area: Area, row offset: Int = 0) -> Grid {
    guard cursor.area == area else { return self }
    var grid = self
    grid.isFocused = true
    grid.selected = Point(column: cursor.column, row: cursor.row + offset)
    return grid
  }

  /// What is hidden glows no more; its columns stay as wide.
  mutating func dropGlow() { heats = heats.map { $0.map { _ in nil } } }

  /// Covers what the reader is to guess, and tells of each guess how good it was; the area's rows
  /// begin at `offset`; where `rows` or `columns` are given, only those can be guessed.
  func guessing<W: Widget>(
    _ view: WidgetView<W>, at area: W.Area, row offset: Int = 0, rows: Range<Int>? = nil,
    columns: Range<Int>? = nil
  ) -> Grid {
    guard view.isGuessing else { return self }
    var grid = self
    grid.dropGlow()
    grid.isGuessed = true
    let (cover, mark) = (cover, mark)
    @Sendable func guessed(_ row: Int, _ column: Int) -> W.Cursor? {
      guard row >= offset, rows?.contains(row) != false, columns?.contains(column) != false else {
        return nil
      }
      return W.Cursor(area, row: row - offset, column: column)
    }
    grid.cover = { row, column in
      guessed(row, column).map(view.hides) == true ? .guess : cover(row, column)
    }
    grid.mark = { row, column in
      let own = mark(row, column)
      guard let cell = guessed(row, column) else { return own }
      if let isRight = view.guess(at: cell) { return isRight ? .right : .wrong }
      // Where a hidden number went is hidden too.
      return own?.isMove == true ? nil : own
    }
    return grid
  }

  /// What a line of text holds on any terminal.
  private static let widestLine = 80

  /// All of the grid as lines of text, numbers where the screen shows only their glow; one that is wider
  /// than a line in parts, each with the names of its rows and columns.
  var transcript: [String] {
    var grid = self
    if case .map(let values, let numbers) = content {
      grid.content = .numbers(values, numbers, .table)
    }
    grid.heats = []
    grid.lit = []
    let layout = GridLayout(grid, room: .max)
    let whole = [layout.width <= Self.widestLine ? [layout] : layout.unrolled(Self.widestLine)]
    return whole.joined().flatMap { part in
      part.lines(room: .max, height: .max, ascii: false).map(\.text)
    }
  }

  /// What its cells show; where no number is shown, a sign as wide as it.
  func texts(_ detail: NumberText.Detail) -> [[String]] {
    var rows: [[String]]
    var (later, gap): (Character, Character) = ("·", "…")
    switch content {
    case .map: return []
    case .texts(let texts): rows = texts
    case .numbers(let values, let numbers, let sharing):
      rows =
        style.map { Self.texts(values, $0, sharing, isLarge: isLarge) }
        ?? Self.texts(values, numbers, sharing, detail)
      if numbers.ascii { (later, gap) = (".", ":") }
      for row in values.indices {
        for column in values[row].indices where values[row][column] == 0 && vanishes(row, column) {
          rows[row][column] = numbers.vanished(values[row][column])
        }
      }
    }
    for row in rows.indices {
      for column in rows[row].indices {
        guard let cover = cover(row, column) else { continue }
        if cover == .cut {
          rows[row][column] = String(gap)
          continue
        }
        let blanks = String(repeating: " ", count: max(0, rows[row][column].count - 1))
        rows[row][column] = blanks + String(cover == .guess ? "?" : later)
      }
    }
    return rows
  }

  /// Rows and columns of a table that is read number by number.
  private static let fewRows = 4

  /// Whether it is too large to be read number by number.
  private var isLarge: Bool {
    guard case .numbers(_, _, .table) = content else { return false }
    return cut != nil || size.rows > Self.fewRows || size.columns - totals > Self.fewRows
  }

  private static func texts(
    _ values: [[Double]], _ style: (Int, Int) -> NumberText, _ sharing: Sharing, isLarge: Bool
  ) -> [[String]] {
    var texts = values.enumerated().map { row, values in
      values.enumerated().map { column, value in
        let style = style(row, column)
        return isLarge ? style.largeTableText(value) : style.tableText(value)
      }
    }
    for column in (values.first ?? []).indices where sharing != .rows {
      let width = texts.map { $0[column].count }.max() ?? 0
      for row in texts.indices {
        let blanks = width - texts[row][column].count
        texts[row][column] = String(repeating: " ", count: blanks) + texts[row][column]
      }
    }
    return sharing == .rows ? texts.map { $0.map(\.trimmed) } : texts
  }

  private static func texts(
    _ values: [[Double]], _ numbers: NumberText, _ sharing: Sharing, _ detail: NumberText.Detail
  ) -> [[String]] {
    switch sharing {
    case .table: return numbers.aligned(values, detail: detail)
    // Points of different quantities need not stand in line.
    case .rows: return values.map { numbers.aligned($0, detail: detail).map(\.trimmed) }
    case .columns:
      let columns = (values.first ?? []).indices.map { column in
        numbers.aligned(values.map { $0[column] }, detail: detail)
      }
      return values.indices.map { row in columns.map { $0[row] } }
    }
  }

  /// Heat from the values themselves: the smallest finite one 0, the largest 1; −∞ is below all, and
  /// has none.
  static func heats(_ values: [[Double]], from low: Double? = nil, to high: Double? = nil)
    -> [[Double?]]
  {
    let finite = values.joined().filter(\.isFinite)
    let low = low ?? finite.min() ?? 0
    let span = (high ?? finite.max() ?? 0) - low
    return values.map { row in
      row.map { value in
        if value.isNaN { return .nan }
        if value == -.infinity { return nil }
        if span <= 0 || !span.isFinite { return 0.5 }
        return min(max((value - low) / span, 0), 1)
      }
    }
  }
}

extension Grid {
  /// The same with rows and columns exchanged, and a `ᵀ` more or less in its title.
  var transposed: Grid {
    guard case .numbers(let values, let numbers, let sharing) = content else { return self }
    let columns = values.first?.count ?? 0
    var grid = self
    grid.content = .numbers(
      (0..<columns).map { column in values.map { $0[column] } }, numbers, sharing)
    grid.title = title.hasSuffix("ᵀ") ? String(title.dropLast()) : title + "ᵀ"
    (grid.rowNames, grid.columnNames) = (columnNames, rowNames)
    let (vanishes, cover, mark, style) = (vanishes, cover, mark, style)
    if let style { grid.style = { style($1, $0) } }
    grid.totals = 0
    grid.vanishes = { vanishes($1, $0) }
    grid.cover = { cover($1, $0) }
    grid.mark = { mark($1, $0) }
    grid.heats = heats.isEmpty ? [] : (0..<columns).map { column in heats.map { $0[column] } }
    grid.selected = selected.map { Point(column: $0.row, row: $0.column) }
    grid.lit = lit.map(\.transposed)
    grid.cut = cut?.transposed
    return grid
  }

  /// Some of its columns as a table of their own.
  func columns(_ part: Range<Int>) -> Grid {
    guard case .numbers(let values, let numbers, let sharing) = content else { return self }
    var grid = self
    let first = part.lowerBound
    func own<T>(_ row: [T]) -> [T] { row.count < part.upperBound ? [] : Array(row[part]) }
    grid.content = .numbers(values.map(own), numbers, sharing)
    grid.columnNames = own(columnNames)
    grid.heats = heats.map(own)
    grid.totals = max(0, part.upperBound - (size.columns - totals))
    let (vanishes, cover, mark, style) = (vanishes, cover, mark, style)
    if let style { grid.style = { style($0, first + $1) } }
    grid.vanishes = { vanishes($0, first + $1) }
    grid.cover = { cover($0, first + $1) }
    grid.mark = { mark($0, first + $1) }
    grid.selected = selected.flatMap {
      part.contains($0.column) ? Point(column: $0.column - first, row: $0.row) : nil
    }
    return grid
  }

  /// The same without numbers: they are not computed yet.
  var pending: Grid {
    var grid = self
    let mark = mark
    let cover = cover
    grid.cover = { cover($0, $1) == .cut ? .cut : .later }
    grid.mark = { mark($0, $1) == .depends ? .depends : nil }
    grid.heats = []
    grid.lit = []
    return grid
  }

  /// The same without shades, its columns as wide; a map is nothing but shades.
  var withoutGlow: Grid {
    guard !isMap else { return self }
    var grid = self
    grid.dropGlow()
    return grid
  }

  /// The same as a factor of what is looked at: without cursor and glow.
  var asFactor: Grid {
    var grid = self
    grid.heats = []
    grid.selected = nil
    grid.isFocused = false
    return grid
  }

  /// The same as a part of another step: without cursor and glow, and dim.
  var dimmed: Grid {
    var grid = asFactor
    grid.isDim = true
    return grid
  }
}
