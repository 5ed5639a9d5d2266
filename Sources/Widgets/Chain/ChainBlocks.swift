import Formulas
import Numerics
import TextUI

/// A step as it is looked at: what goes in, what comes out, and how the number under the cursor comes
/// about.
extension ChainFigure {
  package func blocks(_ view: View) -> [WidgetBlock] {
    let names = chain.tables.enumerated().map { "\($0 + 1) \($1.name)" }
    var strip = WidgetBlock(.strip(names, current: step - 1), rank: 2)
    strip.hasGap = false
    return [strip, .text([shown.formula], Style(.maths), rank: 3), picture(view)]
      + apart(view) + explained(view)
      + (shown.notes.isEmpty ? [] : [.text(shown.notes, .muted, rank: 2)])
      + extras(view)
  }

  // MARK: Tables

  private func picture(_ view: View) -> WidgetBlock {
    let parts = shown.parts
    switch shown.picture {
    case .product where parts.count == 2:
      var block = ProductBlock(
        left: grid(parts[0], view).asPart, right: grid(parts[1], view).asPart,
        product: result(view))
      if view.cursor.area == .result {
        block = block.lit(
          chain.table(parts[0].ref)?.role ?? .query, chain.table(parts[1].ref)?.role ?? .key)
      }
      return .figure(block)
    default:
      let grids = parts.map { part in
        var grid = grid(part, view)
        grid.lit = lit(part, view)
        return grid
      }
      return WidgetBlock(.grids(grids + [result(view)]), rank: 0)
    }
  }

  /// The table under the cursor, where the step does not show it.
  private func apart(_ view: View) -> [WidgetBlock] {
    guard case .input(let key) = view.cursor.area,
      !shown.parts.contains(where: { isSeen(view.cursor, in: $0) })
    else { return [] }
    return [.grids(grid(ChainPart(.input(key)), view), rank: 0)]
  }

  private func isSeen(_ cursor: Cursor, in part: ChainPart) -> Bool {
    guard case .input(let key) = cursor.area, part.ref == .input(key) else { return false }
    return (part.rows?.contains(cursor.row) ?? true)
      && (part.columns?.contains(cursor.column) ?? true)
  }

  private func title(_ table: NamedTable, isTransposed: Bool = false) -> String {
    "\(table.symbol)\(isTransposed ? "ᵀ" : "") \(table.values.rows)×\(table.values.columns)"
  }

  /// A table that the step reads.
  private func grid(_ part: ChainPart, _ view: View) -> Grid {
    let table = chain.part(part)
    var grid = Grid(
      title(table, isTransposed: part.isTransposed), table.values.rowArrays,
      rowNames: table.rowNames, columnNames: table.columnNames, numbers: view.numbers)
    grid.role = table.role
    switch part.ref {
    case .input:
      guard isSeen(view.cursor, in: part) else { break }
      grid.isFocused = true
      let (row, column) = (
        view.cursor.row - (part.rows?.lowerBound ?? 0),
        view.cursor.column - (part.columns?.lowerBound ?? 0)
      )
      grid.selected =
        part.isTransposed ? Point(column: row, row: column) : Point(column: column, row: row)
    case .table(let index):
      grid.cover = { row, column in
        let cell = part.cell(row, column)
        return view.hides(Cursor(.result, row: cell.row, column: cell.column), ofStage: index + 1)
          ? .guess : nil
      }
      grid.mark = { row, column in
        let cell = part.cell(row, column)
        return moved(index, cell.row, cell.column, view)
      }
    }
    return grid
  }

  /// How the last change moved a number.
  private func moved(_ index: Int, _ row: Int, _ column: Int, _ view: View) -> CellMark? {
    let cell = Cursor(.result, row: row, column: column)
    guard let before = view.before?.chain.tables, before.indices.contains(index),
      before[index].table.symbol == chain.tables[index].table.symbol,
      before[index].table.values.contains(row: row, column: column),
      !(index + 1 == step ? view.hides(cell) : view.hides(cell, ofStage: index + 1))
    else { return nil }
    return CellMark(
      from: before[index].table.values[row, column],
      to: chain.tables[index].table.values[row, column])
  }

  private func result(_ view: View) -> Grid {
    let (table, index) = (shown.table, step - 1)
    var grid = Grid(
      title(table), table.values.rowArrays, rowNames: table.rowNames,
      columnNames: table.columnNames, numbers: view.numbers)
    grid.role = table.role
    if shown.glows { grid.heats = Grid.heats(table.values.rowArrays) }
    let cell = inputCell(view)
    grid.mark = { row, column in
      if let mark = moved(index, row, column, view) { return mark }
      return cell.map { shown.sources(row, column).contains($0) } == true ? .depends : nil
    }
    return grid.looking(view.cursor, at: .result).guessing(view, at: .result)
  }

  private func inputCell(_ view: View) -> ChainCell? {
    guard case .input(let key) = view.cursor.area else { return nil }
    return ChainCell(.input(key), row: view.cursor.row, column: view.cursor.column)
  }

  /// What the number under the cursor is computed from, in a table at its side.
  private func lit(_ part: ChainPart, _ view: View) -> [LitCells] {
    guard view.cursor.area == .result else { return [] }
    let cells = shown.sources(view.cursor.row, view.cursor.column)
    let table = chain.part(part)
    let role = table.role ?? .query
    return (0..<table.values.rows).compactMap { row in
      let columns = (0..<table.values.columns).filter { cells.contains(part.cell(row, $0)) }
      guard let first = columns.first, let last = columns.last else { return nil }
      return LitCells(place: .part(row: row, first...last), role: role)
    }
  }

  // MARK: Words

  private func explained(_ view: View) -> [WidgetBlock] {
    guard view.cursor.area == .result, !view.isHidden else { return [] }
    let (row, column) = (view.cursor.row, view.cursor.column)
    let isTold = !shown.sources(row, column).contains { cell in
      guard case .table(let index) = cell.ref else { return false }
      return view.hides(Cursor(.result, row: cell.row, column: cell.column), ofStage: index + 1)
    }
    let title = cellName(row, column)
    guard isTold else { return [.text([title], Style(.strong, .bold), rank: 0)] }
    return [
      .derivation(
        title,
        Equation.derivation(view.numbers) { shown.equations(row, column, $0) },
        rank: 0, ascii: view.ascii)
    ]
  }

  private func cellName(_ row: Int, _ column: Int) -> String {
    let table = shown.table
    func name(_ names: [String], _ at: Int, _ noun: String) -> String {
      names.indices.contains(at) && Int(names[at]) == nil ? names[at] : "\(noun) \(at + 1)"
    }
    return "\(table.symbol): \(name(table.rowNames, row, "row")), "
      + name(table.columnNames, column, "column")
  }
}

extension Grid {
  /// The same as a factor, which keeps the cursor where it is typed into.
  fileprivate var asPart: Grid {
    var grid = self
    grid.heats = []
    return grid
  }
}
