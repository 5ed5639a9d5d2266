import Formulas
import Numerics
import TextUI

/// A widget whose results are rows, one computed from those above it.
package protocol RowWidget: Widget {
  func rows(in area: Area) -> [ResultRow]
  /// The results that an input leads to; the last area unless told.
  var resultsOfInputs: Area? { get }
  /// The results whose numbers stand in the equations of another; the row above it unless told.
  func sources(of result: Cursor) -> [Cursor]
  /// How the numbers of a row of inputs or results are written, where that is decided for all.
  func style(_ area: Area, row: Int, _ view: View) -> NumberText?
  /// The rows with their calculations in numbers as these are written; as they are unless told.
  func rows(in area: Area, _ view: View) -> [ResultRow]
}

extension RowWidget {
  package var resultsOfInputs: Area? { areas.last }
  package func style(_ area: Area, row: Int, _ view: View) -> NumberText? { nil }
  package func rows(in area: Area, _ view: View) -> [ResultRow] { rows(in: area) }
  package func sources(of result: Cursor) -> [Cursor] { cells(result.area, row: result.row - 1) }

  /// The results of a row, or those of some of its columns; none where there is no such row.
  func cells(_ area: Area, row: Int, columns: Range<Int>? = nil) -> [Cursor] {
    row < 0
      ? []
      : (columns ?? 0..<results(in: area).columns).map {
        Cursor(area, row: row, column: $0)
      }
  }

  package func results(in area: Area) -> GridSize {
    let rows = rows(in: area)
    return GridSize(rows: rows.count, columns: rows.first?.values.count ?? 0)
  }

  package func judge(_ guess: Quantity, at cursor: Cursor) -> Judgement? {
    guard let (rows, row, column) = place(of: cursor) else { return nil }
    let truth = Quantity(rows[row].values[column], vanishes: rows[row].vanishes(column))
    return Judgement(guess, truth: truth, mistakes: rows[row].mistakes(column))
  }

  package func guessHint(at cursor: Cursor) -> String? {
    place(of: cursor).flatMap { Remark.guessHint(for: $0.rows.flatMap(\.values)) }
  }

  /// The rows that the cursor stands in; from an input, the result that it leads to.
  private func place(of cursor: Cursor) -> (rows: [ResultRow], row: Int, column: Int)? {
    let isResult = table(in: cursor.area) == nil
    guard let area = isResult ? cursor.area : resultsOfInputs else { return nil }
    let rows = rows(in: area)
    guard let last = rows.last, !last.values.isEmpty else { return nil }
    return (
      rows, isResult ? cursor.row : rows.count - 1, min(cursor.column, last.values.count - 1)
    )
  }

  /// How the number under the cursor comes about: every row down to its own; that one alone where
  /// rows are not computed from those above them.
  func derivation(
    _ view: View, alone: Bool = false, remarks: [String] = [], notes: [String] = [],
    title: (_ column: Int) -> String
  ) -> WidgetBlock {
    guard let (_, row, column) = place(of: view.cursor) else { return .text([]) }
    let area = table(in: view.cursor.area) == nil ? view.cursor.area : resultsOfInputs
    let rows = area.map { self.rows(in: $0, view) } ?? []
    // What leads there is guessed too: only the step itself is told, once nothing in it is hidden.
    let told = alone || view.isGuessing ? row...row : 0...row
    guard !view.isGuessing || !sources(of: view.cursor).contains(where: view.hides) else {
      return .text([title(column)], Style(.strong, .bold), rank: 0)
    }
    return .derivation(
      title(column),
      Equation.derivation(view.numbers) { numbers in
        rows[told].flatMap { $0.equations(column, numbers) }
      },
      remarks: remarks, notes: notes, rank: 0, ascii: view.ascii)
  }

  /// The most decimals, five or fewer, with which a table's columns stand side by side, behind the
  /// names of its rows and with brackets around each number.
  func mostDecimals(
    behind names: String, _ view: View, columns: (_ most: Int) -> [[String]]
  ) -> Int {
    guard let room = view.room else { return 5 }
    let width = view.isWide ? BlockLayout.mainPane(room.columns) : room.columns
    return [5, 4, 3].first { most in
      let widths = columns(most).map { 2 + ($0.map(\.displayWidth).max() ?? 0) }
      return names.displayWidth + widths.total <= width
    } ?? 2
  }

  /// Inputs and the rows of results below them, a column for each entry; the last row stands out.
  func grid(
    _ inputs: KeyValuePairs<String, Vector>, in input: Area, then results: Area,
    columns: [String], _ view: View
  ) -> WidgetBlock {
    let rows = rows(in: results)
    var grid = Grid(
      "", inputs.map(\.value) + rows.map(\.values), rowNames: inputs.map(\.key) + rows.map(\.name),
      columnNames: columns, numbers: view.numbers, sharing: .rows)
    let all = inputs.count + rows.count
    grid.strongRow = all - 1
    grid.vanishes = { [first = inputs.count, vanishes = rows.map(\.vanishes)] row, column in
      row >= first && vanishes[row - first](column)
    }
    let styles =
      inputs.indices.map { style(input, row: $0, view) }
      + rows.indices.map { style(results, row: $0, view) }
    if styles.allSatisfy({ $0 != nil }) {
      grid.style = { row, _ in styles[row] ?? view.numbers }
    }
    return .grids(
      grid.looking(view.cursor, at: input).looking(view.cursor, at: results, row: inputs.count)
        .guessing(view, at: results, row: inputs.count), rank: 0)
  }
}
