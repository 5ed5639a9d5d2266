import Formulas
import Numerics
import TextUI

/// The tables of the stages, as they are looked at.
extension AttentionWidget {
  /// The numbers of a step for a head; those of the step that is shown with cursor, glow, marks and
  /// what is to be guessed. Rows and columns are as the arithmetic has them; the uses say where they
  /// lie in the picture.
  func table(
    _ step: StepperStep, _ title: String, head: Int, _ view: View, rows: AxisUse = .rows,
    columns: AxisUse = .columns, hasTotal: Bool = true
  ) -> Grid {
    let data = stepGrid(step, head: head)
    let at = drawn(data.rowAxis, rows, view)
    let along = drawn(data.columnAxis, columns, view)
    let total = hasTotal ? data.total : nil
    let isCut = along.count < extent(data.columnAxis)
    let places = Places(
      rows: at, columns: along + (total == nil ? [] : (isCut ? [nil] : []) + [data.columns - 1]))
    var grid = grid(data, step, title, places, view)
    // Of pairs those of one query are a table.
    let isOfPairs = data.rowAxis == .pair
    let all = extent(isOfPairs ? .key : data.rowAxis)
    if isCut || at.count < all {
      grid.cut = GridCut(
        rows: isOfPairs ? at.map { $0.map { $0 % all } } : at, columns: places.columns,
        size: GridSize(rows: all, columns: extent(data.columnAxis)),
        focus: focus((data.rowAxis, at), (data.columnAxis, along), view),
        pinned: places.columns.count - along.count)
    }
    guard step == self.step else { return isComputed(step) ? grid : grid.pending }
    grid.heats = view.isLow ? [] : heats(data, places, grid, glows: along.count)
    // Numbers that all find room matter more than shades.
    if grid.cut == nil, let room = view.room {
      let columns = view.isWide ? BlockLayout.mainPane(room.columns) - 2 : room.columns
      // A product stands at its crossing before it has any.
      let isCrossing = step == .forward(.scores) || step == .forward(.output) || step.isBackward
      if GridLayout(grid, .full).width > columns || isCrossing && columns < Self.narrow {
        grid.heats = []
      }
    }
    if view.isGuessing { grid.dropGlow() }
    grid.isGuessed = view.isGuessing
    let position = parameters.isTransposed ? view.cursor.exchanged : view.cursor
    if position.area == .head(head), let row = at.firstIndex(of: position.row),
      let column = places.columns.firstIndex(of: position.column)
    {
      grid.selected = Point(column: column, row: row)
    }
    grid.isFocused = view.cursor.area == .head(head)
    if let frame = view.frame, let later = playing(step, frame, view.cursor, head: head) {
      let cover = grid.cover
      grid.cover = { row, column in
        guard let i = at[row], let j = places.columns[column] else { return cover(row, column) }
        return later(i, j) ? .later : nil
      }
    }
    return grid
  }

  /// Columns below which shades leave no room for a product at the crossing of its factors.
  private static var narrow: Int { 48 }

  /// Which of the drawn rows and columns the cursor is in line with.
  private func focus(
    _ rows: (axis: Axis, drawn: [Int?]), _ columns: (axis: Axis, drawn: [Int?]), _ view: View
  ) -> Point {
    func place(_ line: (axis: Axis, drawn: [Int?])) -> Int {
      looked(at: line.axis, view.cursor).flatMap { line.drawn.firstIndex(of: $0) } ?? 0
    }
    return Point(column: place(columns), row: place(rows))
  }

  /// The places of a step's grid that are drawn.
  struct Places {
    let rows, columns: [Int?]
  }

  /// The numbers at some places, with names, and what there is to say of each.
  private func grid(
    _ data: StepGrid, _ step: StepperStep, _ title: String, _ places: Places, _ view: View
  ) -> Grid {
    let (rows, columns, head) = (places.rows, places.columns, data.head)
    @Sendable func source(_ row: Int, _ column: Int) -> StepGrid.Source? {
      guard let i = rows[row], let j = columns[column] else { return nil }
      return data.source(i, j)
    }
    let values = rows.indices.map { row in
      columns.indices.map { column in
        source(row, column).map { cellNumber(of: $0, head: head) } ?? 0
      }
    }
    let lastName = data.total
    var grid = Grid(
      title, values,
      rowNames: rows.map { $0.map { axisName(data.rowAxis, $0, step, head: head) } ?? "…" },
      columnNames: columns.map { column in
        guard let column else { return "…" }
        return column == extent(data.columnAxis)
          ? lastName ?? "" : axisName(data.columnAxis, column, step, head: head)
      }, numbers: view.numbers)
    let digits = digits(view)
    grid.style = { row, column in source(row, column)?.style(digits) ?? digits.scores }
    grid.totals = columns.last == extent(data.columnAxis) ? 1 : 0
    grid.vanishes = { row, column in
      source(row, column).map { vanishes($0, head: head) } ?? false
    }
    let stage = parameters.number(of: step)
    let isShown = step == self.step
    let isGuessed = view.isGuessing && (isShown || view.earlierGuesses[stage] != nil)
    @Sendable func guessed(_ row: Int, _ column: Int) -> Cursor? {
      guard isGuessed, let i = rows[row], let j = columns[column] else { return nil }
      // Of the row and its sum, which is all that is new in that step, the sum alone is guessed.
      if step == .forward(.sum), j < data.columns - 1 { return nil }
      let cell = Cursor(.head(head), row: i, column: j)
      return parameters.isTransposed ? cell.exchanged : cell
    }
    @Sendable func hides(_ cell: Cursor) -> Bool {
      isShown ? view.hides(cell) : view.hides(cell, ofStage: stage)
    }
    grid.cover = { row, column in
      if rows[row] == nil || columns[column] == nil { return .cut }
      return guessed(row, column).map(hides) == true ? .guess : nil
    }
    grid.mark = { row, column in
      if !isShown, let cell = guessed(row, column), hides(cell) { return nil }
      if isShown, let cell = guessed(row, column) {
        if let guess = view.guess(at: cell) { return guess ? .right : .wrong }
        // Where a number went tells of it as well.
        if view.hides(cell) { return nil }
      }
      return source(row, column).flatMap { mark($0, head: head, view) }
    }
    return grid
  }

  /// How strong each cell glows, by what is in view; a total has no glow, and counts for nothing.
  private func heats(
    _ data: StepGrid, _ places: Places, _ grid: Grid, glows count: Int
  ) -> [[Double?]] {
    guard case .numbers(let values, _, _) = grid.content else { return [] }
    func glows(_ row: Int, _ column: Int) -> Bool {
      column < count && places.rows[row] != nil && places.columns[column] != nil
    }
    let glowing = values.enumerated().map { row, values in
      values.enumerated().map { glows(row, $0) ? $1 : -.infinity }
    }
    return Grid.heats(glowing, from: data.low, to: data.high).enumerated().map { row, heats in
      heats.enumerated().map { glows(row, $0) ? $1 : nil }
    }
  }

  /// Whether a step is done once the shown one is.
  private func isComputed(_ step: StepperStep) -> Bool { step.place <= self.step.place }

  func mark(_ source: StepGrid.Source, head: Int, _ view: View) -> CellMark? {
    if let before = view.before, before.has(source, head: head) {
      return CellMark(
        from: before.cellNumber(of: source, head: head), to: cellNumber(of: source, head: head))
    }
    return depends(source, head: head, on: view.cursor) ? .depends : nil
  }

  /// Whether there is such a number: shapes may have changed.
  private func has(_ source: StepGrid.Source, head: Int) -> Bool {
    guard trace.heads.indices.contains(head) else { return false }
    switch source {
    case .trace(let cell): return trace.heads[head].contains(cell)
    case .maximum(let query): return query < self.query.rows
    case .gradient(let step, let row, let column):
      return gradientMatrix(step, head: head)?.contains(row: row, column: column) ?? false
    }
  }

  // MARK: Inputs

  /// Q as a head sees it.
  func queryGrid(_ head: Int, _ view: View, rows: AxisUse, columns: AxisUse) -> Grid {
    input(
      .query, .query, "queries Q", trace.heads[head].query, (.query, rows), (.entry, columns), head,
      view, digits(view).query)
  }

  /// K as a head sees it, its keys in rows.
  func keyGrid(_ head: Int, _ view: View, rows: AxisUse, columns: AxisUse) -> Grid {
    input(
      .key, .key, "keys K", trace.heads[head].key, (.key, rows), (.entry, columns), head, view,
      digits(view).key)
  }

  func valueGrid(_ head: Int, _ view: View, rows: AxisUse, columns: AxisUse) -> Grid {
    input(
      .value, .value, "values V", trace.heads[head].value, (.key, rows), (.column, columns), head,
      view, digits(view).value)
  }

  /// What comes back from the output.
  func outputGradientGrid(_ head: Int, _ view: View, rows: AxisUse, columns: AxisUse) -> Grid {
    let dO = back(head)?.dO ?? Matrix(rows: query.rows, columns: extent(.column))
    return input(
      .gradient, nil, "dO", dO, (.query, rows), (.column, columns), head, view, digits(view).dO)
  }

  private func input(
    _ area: Area, _ role: Role?, _ title: String, _ matrix: Matrix, _ rows: (Axis, AxisUse),
    _ columns: (Axis, AxisUse), _ head: Int, _ view: View, _ style: NumberText
  ) -> Grid {
    let first = firstColumn(of: area, head: head)
    let (at, along) = (drawn(rows.0, rows.1, view), drawn(columns.0, columns.1, view))
    let names = names(in: area).rows
    var grid = Grid(
      title,
      at.map { row in along.map { column in row.flatMap { i in column.map { matrix[i, $0] } } ?? 0 }
      },
      rowNames: at.map { $0.map { names[$0] } ?? "…" },
      columnNames: along.map { $0.map { "\(first + $0 + 1)" } ?? "…" }, numbers: view.numbers)
    grid.role = role
    grid.style = { _, _ in style }
    grid.cover = { at[$0] == nil || along[$1] == nil ? .cut : nil }
    if at.count < matrix.rows || along.count < matrix.columns {
      grid.cut = GridCut(
        rows: at, columns: along, size: GridSize(rows: matrix.rows, columns: matrix.columns),
        focus: focus((rows.0, at), (columns.0, along), view))
    }
    if view.cursor.area == area {
      grid.isFocused = true
      if let row = at.firstIndex(of: view.cursor.row),
        let column = along.firstIndex(of: view.cursor.column - first)
      {
        grid.selected = Point(column: column, row: row)
      }
    }
    return grid
  }
}

extension WidgetCursor {
  /// The cell with row and column exchanged.
  fileprivate var exchanged: WidgetCursor {
    WidgetCursor(area, row: column, column: row)
  }
}
