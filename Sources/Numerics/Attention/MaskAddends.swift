extension AttentionMask {
  /// What is added to the scaled scores of a query, one number a key: −∞ where it must not look.
  package func addends(query: Int, queries: Int, keys: Int) -> Vector {
    var row = Vector(repeating: 0, count: keys)
    for part in parts { part.add(to: &row, query: query, queries: queries) }
    return row
  }

  /// What is added to the scaled scores, n × m: −∞ where a query must not look.
  package func addends(queries: Int, keys: Int) -> Matrix {
    let rows = (0..<queries).map { addends(query: $0, queries: queries, keys: keys) }
    return Matrix(rows: queries, columns: keys) { rows[$0][$1] }
  }

  /// Adds what one part adds; what is blocked stays blocked.
  private func add(to row: inout Vector, query i: Int, queries: Int) {
    let keys = row.count
    func block(where isBlocked: (Int) -> Bool) {
      for j in 0..<keys where isBlocked(j) { row[j] = -.infinity }
    }
    func add(_ addend: (Int) -> Double) {
      for j in 0..<keys where row[j] != -.infinity {
        let number = addend(j)
        row[j] = number == -.infinity ? number : row[j] + number
      }
    }
    func position(_ alignment: MaskAlignment) -> Int {
      alignment.position(query: i, queries: queries, keys: keys)
    }
    switch self {
    case .none, .all: break
    case .causal: block { $0 > i }
    case .causalBottomRight:
      let last = position(.bottomRight)
      block { $0 > last }
    case .padding(let entries): block { !entries[$0] }
    case .window(let size, let alignment):
      let at = position(alignment)
      block { abs($0 - at) >= size }
    case .alibi(let slope, let alignment):
      let at = position(alignment)
      let slope = slope ?? Self.alibiSlope(head: 0, of: 1)
      add { -slope * Double(abs($0 - at)) }
    case .free(let rows): block { !rows[i][$0] }
    case .hiding(let rows): block { rows[i][$0] }
    case .additive(let matrix): add { matrix[i, $0] }
    }
  }

  /// Checks that the mask has an answer for each query and key.
  func check(queries: Int, keys: Int) throws(ShapeProblem) {
    switch self {
    case .none, .causal, .causalBottomRight, .alibi:
      break
    case .padding(let entries):
      if entries.count != keys { throw .padding(entries: entries.count, keys: keys) }
    case .window(let size, _):
      if size < 1 { throw .window(size) }
    case .free(let rows), .hiding(let rows):
      for (index, row) in rows.enumerated() where row.count != keys {
        throw .raggedMask(row: index + 1, length: row.count, expected: keys)
      }
      if rows.count != queries {
        throw .mask(rows: rows.count, columns: keys, queries: queries, keys: keys)
      }
    case .additive(let matrix):
      if matrix.rows != queries || matrix.columns != keys {
        throw .mask(rows: matrix.rows, columns: matrix.columns, queries: queries, keys: keys)
      }
    case .all(let masks):
      for mask in masks { try mask.check(queries: queries, keys: keys) }
    }
  }
}
