/// Which keys a query may look at.
package enum AttentionMask: Equatable, Sendable {
  /// Every query looks at every key.
  case none
  /// Query i looks at keys 1 to i, aligned at the top left as torch does.
  case causal
  /// Every query looks at the same keys, one entry a key; `false` marks padding.
  case padding([Bool])
  /// One row a query, one entry a key; `true` lets it look, as torch's scaled_dot_product_attention
  /// reads a mask of truth values.
  case free([[Bool]])
  /// One row a query, one entry a key; `true` hides, as torch's MultiheadAttention reads them.
  case hiding([[Bool]])
  /// A matrix added to the scaled scores, one row a query; −∞ blocks.
  case additive(Matrix)

  /// Whether a query must not look at a key, both counted from 0.
  package func blocks(query: Int, key: Int) -> Bool {
    switch self {
    case .none: false
    case .causal: key > query
    case .padding(let keys): !keys[key]
    case .free(let rows): !rows[query][key]
    case .hiding(let rows): rows[query][key]
    case .additive(let matrix): matrix[query, key] == -.infinity
    }
  }

  /// What is added to the scaled score of a query and a key: 0, or −∞ where it is blocked.
  package func addend(query: Int, key: Int) -> Double {
    if case .additive(let matrix) = self { return matrix[query, key] }
    return blocks(query: query, key: key) ? -.infinity : 0
  }

  /// Checks that the mask has an answer for each query and key.
  func check(queries: Int, keys: Int) throws(ShapeProblem) {
    switch self {
    case .none, .causal:
      break
    case .padding(let entries):
      if entries.count != keys { throw .padding(entries: entries.count, keys: keys) }
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
    }
  }
}
