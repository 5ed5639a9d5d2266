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
  /// A number of key-value heads that does not divide the number of heads.
  case keyValueHeads(Int, heads: Int)
  /// Grouped heads whose queries and keys are of different width.
  case groupedWidths(query: Int, heads: Int, key: Int, keyValueHeads: Int)
  /// A number of key-value heads that does not divide the widths of keys and values.
  case keyValueWidths(key: Int, value: Int, keyValueHeads: Int)
  /// A sliding window without a key.
  case window(Int)
  /// A softcap that is not above 0, or beyond the precision.
  case softcap(Double)
  /// Rotary positions for rows that cannot be cut into pairs.
  case oddRotation(width: Int)
  /// A base of rotary positions that is not above 0.
  case rotationBase(Double)
  /// A number of positions that is not the number of rows.
  case places(Int, rows: Int)
  /// A gradient of the output that has not the output's shape.
  case gradient(rows: Int, columns: Int, outputRows: Int, outputColumns: Int)
}
