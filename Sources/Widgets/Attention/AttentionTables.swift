import Formulas
import Numerics
import TextUI

/// The tables of the stages, as they are looked at.
extension AttentionWidget {
  /// The head that is looked at: the one under the cursor, or that the input under it belongs to.
  func head(at cursor: Cursor) -> Int {
    let index =
      if case .head(let index) = cursor.area { index } else {
        cursor.column / max(1, width(of: cursor.area))
      }
    return min(index, trace.heads.count - 1)
  }

  /// Columns that a head has of an input.
  func width(of area: Area) -> Int {
    switch area {
    case .query, .key, .head: trace.heads[0].query.columns
    case .value, .gradient: trace.heads[0].value.columns
    }
  }

  /// What stands behind the name of a table where there are several heads.
  func suffix(_ head: Int) -> String {
    trace.heads.count > 1 ? ", head \(head + 1) of \(trace.heads.count)" : ""
  }

  /// The numbers of a step for a head; those of the step that is shown with cursor, glow, marks and
  /// what is to be guessed. Rows and columns are as the arithmetic has them.
  func table(_ step: StepperStep, _ title: String, head: Int, _ view: View) -> Grid {
    let data = stepGrid(step, head: head)
    var grid = Grid(
      title, data.values, rowNames: data.rowNames, columnNames: data.columnNames,
      numbers: view.numbers)
    let vanished = vanished(data)
    grid.vanishes = { vanished[$0][$1] }
    let marks = data.values.enumerated().map { row, values in
      values.indices.map { mark(data.source(row, $0), head: head, view) }
    }
    grid.mark = { marks[$0][$1] }
    guard step == self.step else {
      return isComputed(step) ? grid : grid.pending
    }
    grid.heats = data.heats
    grid = looking(grid, at: head, view)
    if let frame = view.frame, let later = playing(step, frame, view.cursor, head: head) {
      grid.cover = { later($0, $1) ? .later : nil }
    }
    return grid
  }

  /// Which zeros of a step stand for numbers smaller than any double.
  func vanished(_ data: StepGrid) -> [[Bool]] {
    data.values.enumerated().map { row, values in
      values.indices.map { values[$0] == 0 && vanishes(data.source(row, $0), head: data.head) }
    }
  }

  /// The cursor and what is to be guessed, which lie as the picture does.
  private func looking(_ grid: Grid, at head: Int, _ view: View) -> Grid {
    var grid = parameters.isTransposed ? grid.transposed : grid
    // Of the row and its sum, which is all that is new in that step, the sum alone is guessed.
    let sums = step == .forward(.sum) ? key.rows..<key.rows + 1 : nil
    grid = grid.looking(view.cursor, at: .head(head)).guessing(
      view, at: .head(head), rows: parameters.isTransposed ? sums : nil,
      columns: parameters.isTransposed ? nil : sums)
    return parameters.isTransposed ? grid.transposed : grid
  }

  /// Whether a step is done once the shown one is.
  private func isComputed(_ step: StepperStep) -> Bool { step.number <= self.step.number }

  private func mark(_ source: StepGrid.Source, head: Int, _ view: View) -> CellMark? {
    if let before = view.before, before.has(source, head: head) {
      return CellMark(
        from: before.value(of: source, head: head), to: value(of: source, head: head))
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
      return gradient(step, head: head).contains(row: row, column: column)
    }
  }

  // MARK: Inputs

  /// Q as a head sees it.
  func queries(_ head: Int, _ view: View) -> Grid {
    input(.query, .query, "queries Q", trace.heads[head].query, head, view)
  }

  /// K as a head sees it, its keys in rows.
  func keys(_ head: Int, _ view: View) -> Grid {
    input(.key, .key, "keys K", trace.heads[head].key, head, view)
  }

  func values(_ head: Int, _ view: View) -> Grid {
    input(.value, .value, "values V", trace.heads[head].value, head, view)
  }

  /// What comes back from the output.
  func outputGradients(_ head: Int, _ view: View) -> Grid {
    input(.gradient, nil, "dO", gradients[head].dO, head, view)
  }

  private func input(
    _ area: Area, _ role: Role?, _ title: String, _ matrix: Matrix, _ head: Int, _ view: View
  ) -> Grid {
    let first = head * matrix.columns
    var grid = Grid(
      title, matrix.rowArrays, rowNames: names(in: area).rows,
      columnNames: (0..<matrix.columns).map { "\(first + $0 + 1)" }, numbers: view.numbers)
    grid.role = role
    if view.cursor.area == area {
      grid.isFocused = true
      grid.selected = Point(column: view.cursor.column - first, row: view.cursor.row)
    }
    return grid
  }
}
