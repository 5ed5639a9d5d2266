import Basics

extension ShapeProblem {
  /// What does not fit, with both sizes, in one line for the reader.
  package var message: String {
    switch self {
    case .vectorLengths(let u, let v):
      "u has \(counted(u, "number")) and v has \(v): a dot product needs as many in both"
    case .product(let columns, let rows):
      "the first matrix has \(counted(columns, "column")) and the second \(counted(rows, "row")): "
        + "their product needs as many of both"
    case .queryAndKeyWidths(let query, let key):
      "Q has \(counted(query, "column")) and K has \(key): queries and keys need one width"
    case .keyAndValueCounts(let keys, let values):
      "K has \(counted(keys, "row")) and V has \(values): every key needs one value"
    case .noEntries(let name):
      "\(name) has no numbers: give it a row and a column at least"
    case .mask(let rows, let columns, let queries, let keys):
      "the mask is \(rows)×\(columns): it needs a row for each of \(counted(queries, "query")) "
        + "and a column for each of \(counted(keys, "key"))"
    case .raggedMask(let row, let length, let expected):
      "row \(row) of the mask has \(counted(length, "entry")): it needs one for each of "
        + counted(expected, "key")
    case .padding(let entries, let keys):
      "the padding mask has \(counted(entries, "entry")): it needs one for each of "
        + counted(keys, "key")
    case .heads(let heads, let width, let valueWidth):
      "\(counted(heads, "head")) cannot share width \(width) and value width \(valueWidth) equally: "
        + "choose a number that divides both"
    case .gradient(let rows, let columns, let outputRows, let outputColumns):
      "the gradient is \(rows)×\(columns) and the output \(outputRows)×\(outputColumns): "
        + "they need one shape"
    }
  }
}
