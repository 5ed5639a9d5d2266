import Formulas
import Numerics
import TextUI

/// What is drawn of a table: its rows and columns, nil where some are left out.
private struct Drawn {
  let rows, columns: [Int?]
  let size: GridSize
  /// The cell that the picture is around.
  let focus: Point

  var isCut: Bool { rows.count < size.rows || columns.count < size.columns }

  /// Where a cell of the table is drawn.
  func place(_ row: Int, _ column: Int) -> Point? {
    guard let row = rows.firstIndex(of: row), let column = columns.firstIndex(of: column) else {
      return nil
    }
    return Point(column: column, row: row)
  }
}

/// The tables of a step as they are drawn: of a large one the part around the number that is looked at.
extension ChainFigure {
  private func drawn(
    _ size: GridSize, around cell: (row: Int?, column: Int?), _ uses: (AxisUse, AxisUse),
    _ view: View
  ) -> Drawn {
    func axis(_ count: Int, _ use: AxisUse, _ at: Int?) -> [Int?] {
      AxisWindow.drawn(count, use, at: at, in: view)
    }
    let rows = axis(size.rows, uses.0, cell.row)
    let columns = axis(size.columns, uses.1, cell.column)
    func place(_ drawn: [Int?], _ at: Int?) -> Int { at.flatMap { drawn.firstIndex(of: $0) } ?? 0 }
    return Drawn(
      rows: rows, columns: columns, size: size,
      focus: Point(column: place(columns, cell.column), row: place(rows, cell.row)))
  }

  /// The numbers that are drawn, with the names at their sides.
  private func grid(
    _ table: NamedTable, _ title: String, _ drawn: Drawn, _ view: View
  ) -> Grid {
    func names(_ names: [String], _ drawn: [Int?]) -> [String] {
      names.isEmpty
        ? []
        : drawn.map { $0.map { names.indices.contains($0) ? names[$0] : "\($0 + 1)" } ?? "…" }
    }
    var grid = Grid(
      title,
      drawn.rows.map { row in
        drawn.columns.map { column in
          row.flatMap { row in column.map { table.values[row, $0] } } ?? 0
        }
      }, rowNames: names(table.rowNames, drawn.rows),
      columnNames: names(table.columnNames, drawn.columns), numbers: view.numbers)
    grid.role = table.role
    guard drawn.isCut else { return grid }
    // A window changes as the cursor goes on: the format of its numbers is that of the whole table.
    let style = view.numbers.with(decimals: Decimals.needed(table.values.elements, most: 3))
    if !view.isExact { grid.style = { _, _ in style } }
    grid.cut = GridCut(
      rows: drawn.rows, columns: drawn.columns, size: drawn.size, focus: drawn.focus)
    return grid
  }

  private func title(_ table: NamedTable, isTransposed: Bool = false) -> String {
    "\(table.symbol)\(isTransposed ? "ᵀ" : "") \(table.values.rows)×\(table.values.columns)"
  }

  // MARK: What is looked at

  func isSeen(_ cursor: Cursor, in part: ChainPart) -> Bool {
    guard case .input(let key) = cursor.area, part.ref == .input(key) else { return false }
    return (part.rows?.contains(cursor.row) ?? true)
      && (part.columns?.contains(cursor.column) ?? true)
  }

  /// The input under the cursor.
  private func inputCell(_ view: View) -> ChainCell? {
    guard case .input(let key) = view.cursor.area else { return nil }
    return ChainCell(.input(key), row: view.cursor.row, column: view.cursor.column)
  }

  /// The result that the picture is around: the one under the cursor, or one that the input there leads to.
  private func center(_ view: View) -> (row: Int, column: Int)? {
    let (row, column) = (view.cursor.row, view.cursor.column)
    guard let cell = inputCell(view) else { return (row, column) }
    let values = shown.table.values
    return [(row, column), (row, 0), (0, column), (column, 0), (0, row)].first {
      values.contains(row: $0.0, column: $0.1) && shown.sources($0.0, $0.1).contains(cell)
    }
  }

  /// The cell of a part that is under the cursor, or that the result there is computed from first.
  private func focus(_ part: ChainPart, _ view: View) -> (row: Int, column: Int)? {
    if isSeen(view.cursor, in: part) { return part.place(view.cursor.row, view.cursor.column) }
    return center(view).flatMap { center in
      shown.sources(center.row, center.column).first { cell in
        cell.ref == part.ref && part.rows?.contains(cell.row) ?? true
          && part.columns?.contains(cell.column) ?? true
      }
    }.map { part.place($0.row, $0.column) }
  }

  // MARK: Pictures

  func picture(_ view: View) -> WidgetBlock {
    let parts = drawsParts(view) ? shown.parts : []
    guard case .product = shown.picture, parts.count == 2 else {
      return WidgetBlock(
        .grids(parts.map { side($0, (.rows, .columns), nil, view) } + [result(view)]), rank: 0)
    }
    // Both factors show the same of what is summed over.
    let looked = [(0, \(row: Int, column: Int).column), (1, \(row: Int, column: Int).row)]
      .lazy.compactMap { index, along in
        isSeen(view.cursor, in: parts[index])
          ? focus(parts[index], view).map { $0[keyPath: along] } : nil
      }.first
    var block = ProductBlock(
      left: side(parts[0], (.rows, .inner), looked, view),
      right: side(parts[1], (.inner, .columns), looked, view), product: result(view))
    if view.cursor.area == .result {
      block = block.lit(
        chain.table(parts[0].ref)?.role ?? .query, chain.table(parts[1].ref)?.role ?? .key)
    }
    return .figure(block)
  }

  /// The factors of a product of which only parts stand beside it, each by itself: what a guess is
  /// worked out from, where there is room for it or page by page.
  func wholeFactors(_ view: View, _ picture: WidgetBlock) -> [WidgetBlock] {
    guard case .figure(let figure) = picture.content, (figure as? ProductBlock)?.isCut == true
    else { return [] }
    return shown.parts.map { .grids(side($0, (.rows, .columns), nil, view), rank: 4) }
  }

  /// The table under the cursor, where the step does not show it.
  func apart(_ view: View) -> [WidgetBlock] {
    guard case .input(let key) = view.cursor.area,
      !shown.parts.contains(where: { isSeen(view.cursor, in: $0) })
    else { return [] }
    return [.grids(side(ChainPart(.input(key)), (.rows, .columns), nil, view), rank: 0)]
  }

  /// A table that the step reads; `inner` is the place that is looked at of what is summed over.
  private func side(
    _ part: ChainPart, _ uses: (AxisUse, AxisUse), _ inner: Int?, _ view: View
  ) -> Grid {
    let table = chain.part(part)
    let center = focus(part, view)
    // Of a sum the first and the last terms are seen, or those around the one that is typed over.
    let size = GridSize(rows: table.values.rows, columns: table.values.columns)
    let place: (row: Int?, column: Int?) =
      switch uses {
      case (_, .inner): (center?.row, inner)
      case (.inner, _): (inner, center?.column)
      default: (center?.row, center?.column)
      }
    let drawn = drawn(size, around: place, uses, view)
    var grid = grid(table, title(table, isTransposed: part.isTransposed), drawn, view)
    grid.cover = { drawn.rows[$0] == nil || drawn.columns[$1] == nil ? .cut : nil }
    switch part.ref {
    case .input:
      guard isSeen(view.cursor, in: part) else { break }
      grid.isFocused = true
      let at = part.place(view.cursor.row, view.cursor.column)
      grid.selected = drawn.place(at.row, at.column)
    case .table(let index):
      grid.cover = { row, column in
        guard let row = drawn.rows[row], let column = drawn.columns[column] else { return .cut }
        let cell = part.cell(row, column)
        return view.hides(Cursor(.result, row: cell.row, column: cell.column), ofStage: index + 1)
          ? .guess : nil
      }
      grid.mark = { row, column in
        guard let row = drawn.rows[row], let column = drawn.columns[column] else { return nil }
        let cell = part.cell(row, column)
        return moved(index, cell.row, cell.column, view)
      }
    }
    grid.lit = lit(part, drawn, view)
    return grid
  }

  private func result(_ view: View) -> Grid {
    let table = shown.table
    let drawn = drawnResult(view)
    var grid = grid(table, title(table), drawn, view)
    if shown.glows, !view.isGuessing { grid.heats = heats(drawn) }
    if let new = shown.firstNewRow {
      grid.strongRow = drawn.rows.firstIndex { $0.map { $0 >= new } ?? false }
    }
    grid.vanishes = { row, column in
      guard let row = drawn.rows[row], let column = drawn.columns[column] else { return false }
      return shown.vanishes(row, column)
    }
    grid.cover = { row, column in
      guard let row = drawn.rows[row], let column = drawn.columns[column] else { return .cut }
      return view.hides(Cursor(.result, row: row, column: column)) ? .guess : nil
    }
    grid.mark = mark(drawn, view)
    if view.cursor.area == .result {
      grid.isFocused = true
      grid.selected = drawn.place(view.cursor.row, view.cursor.column)
    }
    return grid
  }

  /// What of the result is drawn.
  private func drawnResult(_ view: View) -> Drawn {
    let values = shown.table.values
    let center = center(view)
    return drawn(
      GridSize(rows: values.rows, columns: values.columns),
      around: (center?.row, center?.column), (.rows, .columns), view)
  }

  /// The marks of the cells of the result that are drawn.
  private func mark(_ drawn: Drawn, _ view: View) -> @Sendable (Int, Int) -> CellMark? {
    let cell = inputCell(view)
    return { row, column in
      guard let row = drawn.rows[row], let column = drawn.columns[column] else { return nil }
      let at = Cursor(.result, row: row, column: column)
      if let isRight = view.guess(at: at) { return isRight ? .right : .wrong }
      if let mark = moved(step - 1, row, column, view) { return mark }
      return cell.map { shown.sources(row, column).contains($0) } == true ? .depends : nil
    }
  }

  /// What the marks in the result mean.
  func marksTold(_ view: View) -> [WidgetBlock] {
    guard !view.isGuessing else { return [] }
    let drawn = drawnResult(view)
    return CellMark.legend(
      rows: drawn.rows.indices, columns: drawn.columns.indices, mark(drawn, view))
  }

  /// How strong each number glows, by what is in view.
  private func heats(_ drawn: Drawn) -> [[Double?]] {
    let values = shown.table.values
    let seen = drawn.rows.map { row in
      drawn.columns.map { column in row.flatMap { row in column.map { values[row, $0] } } }
    }
    return zip(seen, Grid.heats(seen.map { $0.map { $0 ?? -.infinity } })).map {
      zip($0, $1).map { $0 == nil ? nil : $1 }
    }
  }

  /// How the last change moved a number.
  private func moved(_ index: Int, _ row: Int, _ column: Int, _ view: View) -> CellMark? {
    let cell = Cursor(.result, row: row, column: column)
    guard let before = view.before?.chain.tables, before.indices.contains(index),
      before[index].isOfTheSame(chain.tables[index]),
      !(index + 1 == step ? view.hides(cell) : view.hides(cell, ofStage: index + 1))
    else { return nil }
    return CellMark(
      from: before[index].table.values[row, column],
      to: chain.tables[index].table.values[row, column])
  }

  /// What the number under the cursor is computed from, in a table at its side.
  private func lit(_ part: ChainPart, _ drawn: Drawn, _ view: View) -> [LitCells] {
    guard view.cursor.area == .result, case .beside = shown.picture else { return [] }
    let cells = Set(shown.sources(view.cursor.row, view.cursor.column))
    let role = chain.table(part.ref)?.role ?? .query
    return drawn.rows.indices.compactMap { at in
      guard let row = drawn.rows[at] else { return nil }
      let columns = drawn.columns.indices.filter { index in
        drawn.columns[index].map { cells.contains(part.cell(row, $0)) } ?? false
      }
      guard let first = columns.first, let last = columns.last else { return nil }
      return LitCells(place: .part(row: at, first...last), role: role)
    }
  }
}

extension ChainPart {
  /// Where a cell of the table stands in the part.
  func place(_ row: Int, _ column: Int) -> (row: Int, column: Int) {
    let (row, column) = (row - (rows?.lowerBound ?? 0), column - (columns?.lowerBound ?? 0))
    return isTransposed ? (column, row) : (row, column)
  }
}
