/// Why an operation cannot start: sizes that do not fit each other, with both of them.
package enum ShapeProblem: Error, Equatable, Sendable {
  /// A dot product of vectors of different length.
  case vectorLengths(u: Int, v: Int)
  /// A matrix product whose inner sizes differ.
  case product(columns: Int, rows: Int)
  /// Queries and keys of different width.
  case queryAndKeyWidths(query: Int, key: Int)
  /// A number of keys that is not the number of values.
  case keyAndValueCounts(keys: Int, values: Int)
  /// A matrix without rows or without columns.
  case noEntries(name: String)
  /// A mask that does not have one row a query and one column a key.
  case mask(rows: Int, columns: Int, queries: Int, keys: Int)
  /// A mask whose rows differ in length (rows counted from 1).
  case raggedMask(row: Int, length: Int, expected: Int)
  /// A padding mask that does not have one entry a key.
  case padding(entries: Int, keys: Int)
  /// A number of heads that does not divide both widths.
  case heads(Int, width: Int, valueWidth: Int)
  /// A gradient of the output that has not the output's shape.
  case gradient(rows: Int, columns: Int, outputRows: Int, outputColumns: Int)
}
