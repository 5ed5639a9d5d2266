import Formulas
import Numerics

/// Which columns of the inputs belong to which head.
extension AttentionWidget {
  /// The head that is looked at: the one under the cursor, or the first that the input under it
  /// belongs to.
  func headIndex(at cursor: Cursor) -> Int {
    if case .head(let index) = cursor.area { return min(index, trace.heads.count - 1) }
    let part = cursor.column / max(1, headWidth(of: cursor.area))
    let index = isShared(cursor.area) ? part * trace.groupSize : part
    return min(index, trace.heads.count - 1)
  }

  /// Columns that a head has of an input.
  func headWidth(of area: Area) -> Int {
    switch area {
    case .query, .key, .head: trace.heads[0].query.columns
    case .value, .gradient: trace.heads[0].value.columns
    }
  }

  /// Whether several heads may share the columns of an input.
  private func isShared(_ area: Area) -> Bool { area == .key || area == .value }

  /// The first column that a head has of an input.
  func firstColumn(of area: Area, head: Int) -> Int {
    if case .head = area { return 0 }
    return (isShared(area) ? trace.keyValueHead(of: head) : head) * headWidth(of: area)
  }

  /// What stands behind the name of a table where there are several heads.
  func headSuffix(_ head: Int) -> String {
    trace.heads.count > 1 ? ", head \(head + 1) of \(trace.heads.count)" : ""
  }
}
