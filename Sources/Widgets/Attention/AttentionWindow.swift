import Formulas
import Numerics
import TextUI

/// Where an axis lies in the picture.
enum AxisUse {
  case rows, columns
  /// It is summed over: the row of one factor meets the column of the other.
  case inner
}

/// Which queries, keys, entries and columns are drawn of tables too large for the screen: those around
/// the cursor, or the first and the last.
extension AttentionWidget {
  static let whole = AxisWindow.whole

  /// How many there are along an axis.
  func extent(_ axis: Axis) -> Int {
    switch axis {
    case .query: query.rows
    case .key: key.rows
    case .entry: trace.heads[0].query.columns
    case .column: trace.heads[0].value.columns
    case .pair: query.rows * key.rows
    }
  }

  /// What is drawn along an axis; nil stands where some are left out.
  func drawn(_ axis: Axis, _ use: AxisUse, _ view: View) -> [Int?] {
    if axis == .pair { return drawnPairs(view) }
    return AxisWindow.drawn(
      extent(axis), use, at: looked(at: axis, view.cursor), in: view)
  }

  /// Each key with the query that is looked at.
  private func drawnPairs(_ view: View) -> [Int?] {
    drawn(.key, .rows, view).map { $0.map { $0 + termQuery(view) * key.rows } }
  }

  /// The query whose terms are shown.
  func termQuery(_ view: View) -> Int {
    min(looked(at: .query, view.cursor) ?? 0, query.rows - 1)
  }

  /// Where the cursor stands along an axis; nil where it stands on something else.
  func looked(at axis: Axis, _ cursor: Cursor) -> Int? {
    let column = cursor.column - firstColumn(of: cursor.area, head: headIndex(at: cursor))
    switch (cursor.area, axis) {
    case (.query, .query), (.key, .key), (.value, .key), (.gradient, .query): return cursor.row
    case (.query, .entry), (.key, .entry), (.value, .column), (.gradient, .column): return column
    case (.query, _), (.key, _), (.value, _), (.gradient, _): return nil
    case (.head, _): break
    }
    guard let source = cellSource(cursor)?.source else { return nil }
    switch source {
    case .maximum(let query): return axis == .query ? query : nil
    case .trace(let cell):
      switch (axis, cell.step) {
      case (.query, .rotateKey), (.key, .rotateQuery), (.key, .sum), (.key, .output): return nil
      case (.query, _): return cell.query
      case (.key, _): return cell.key
      case (.entry, .rotateQuery), (.entry, .rotateKey), (.column, .terms), (.column, .output):
        return cell.column
      case (.pair, .terms): return cell.query * key.rows + cell.key
      case (.entry, _), (.column, _), (.pair, _): return nil
      }
    case .gradient(let step, let row, let column):
      switch (step, axis) {
      case (.dV, .key), (.dK, .key), (.dA, .query), (.dS, .query), (.dQ, .query): return row
      case (.dV, .column), (.dK, .entry), (.dQ, .entry), (.dA, .key), (.dS, .key): return column
      default: return nil
      }
    }
  }
}
