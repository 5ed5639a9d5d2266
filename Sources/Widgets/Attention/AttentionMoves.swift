import Formulas
import Numerics

/// Where the cursor goes in the picture: the factors lie at the left of a product and above it.
extension AttentionWidget {
  package func moved(_ cursor: Cursor, rows: Int, columns: Int) -> Cursor? {
    guard !parameters.isTransposed else { return nil }
    switch cursor.area {
    case .head(let index): return fromResult(cursor, index, rows, columns)
    case .key where !step.isBackward: return fromKey(cursor, rows, columns)
    case .query where !step.isBackward: return fromQuery(cursor, rows, columns)
    case .value where !step.isBackward: return fromValue(cursor, rows, columns)
    case .query, .key, .value, .gradient: return nil
    }
  }

  /// From step to step the cursor stays with its query and key.
  package func cursor(_ cursor: Cursor, from old: AttentionWidget) -> Cursor {
    guard case .head(let index) = cursor.area, step != old.step,
      trace.heads.indices.contains(index),
      !parameters.isTransposed, old.trace.heads.indices.contains(index)
    else { return cursor }
    let data = stepGrid(step, head: index)
    func place(_ axis: Axis) -> Int {
      guard axis == .pair else { return old.looked(at: axis, cursor) ?? 0 }
      return place(.query) * key.rows + place(.key)
    }
    return Cursor(cursor.area, row: place(data.rowAxis), column: place(data.columnAxis))
  }

  /// Up from the first row leads to the factor above, left from the first column to that at the left.
  private func fromResult(_ cursor: Cursor, _ index: Int, _ rows: Int, _ columns: Int) -> Cursor? {
    guard case .forward(let step) = step else { return nil }
    let isSum = step == .terms || step == .output
    let head = trace.heads[index]
    if rows == -1, cursor.row == 0 {
      return isSum
        ? Cursor(
          .value, row: key.rows - 1, column: cursor.column + firstColumn(of: .value, head: index))
        : Cursor(
          .key, row: min(cursor.column, key.rows - 1),
          column: firstColumn(of: .key, head: index) + head.query.columns - 1)
    }
    if columns == -1, cursor.column == 0, !isSum {
      return Cursor(.query, row: cursor.row, column: (index + 1) * head.query.columns - 1)
    }
    return nil
  }

  private func fromQuery(_ cursor: Cursor, _ rows: Int, _ columns: Int) -> Cursor {
    let index = headIndex(at: cursor)
    let isLast = cursor.column == (index + 1) * trace.heads[index].query.columns - 1
    if columns == 1, isLast, isOfScores { return Cursor(.head(index), row: cursor.row) }
    return Cursor(.query, row: cursor.row + rows, column: cursor.column + columns)
  }

  /// The keys stand in columns.
  private func fromKey(_ cursor: Cursor, _ rows: Int, _ columns: Int) -> Cursor {
    let index = headIndex(at: cursor)
    let isLast = cursor.column == firstColumn(of: .key, head: index) + headWidth(of: .key) - 1
    if rows == 1, isLast, isOfScores { return Cursor(.head(index), column: cursor.row) }
    return Cursor(.key, row: cursor.row + columns, column: cursor.column + rows)
  }

  private func fromValue(_ cursor: Cursor, _ rows: Int, _ columns: Int) -> Cursor {
    let index = headIndex(at: cursor)
    if rows == 1, cursor.row == key.rows - 1, !isOfScores {
      return Cursor(
        .head(index), column: cursor.column - firstColumn(of: .value, head: index))
    }
    return Cursor(.value, row: cursor.row + rows, column: cursor.column + columns)
  }

  /// Whether the step's table has a row a query and a column a key.
  private var isOfScores: Bool {
    if case .forward(let step) = step { step != .terms && step != .output } else { false }
  }
}
