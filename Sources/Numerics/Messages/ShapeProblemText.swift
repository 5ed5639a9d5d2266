import Basics

extension ShapeProblem {
  /// What does not fit, with both sizes, in one line for the reader.
  package var message: String { message(called: []) }

  /// The same, what does not fit called as its writer did, in the order of the inputs.
  package func message(called names: [String]) -> String {
    func name(_ index: Int, _ other: String) -> String {
      names.indices.contains(index) ? names[index] : other
    }
    return switch self {
    case .vectorLengths(let u, let v):
      "\(name(0, "u")) has \(counted(u, "number")) and \(name(1, "v")) has \(v): a dot product needs "
        + "as many in both"
    case .product(let columns, let rows):
      "\(name(0, "the first matrix")) has \(counted(columns, "column")) and "
        + "\(name(1, "the second")) \(counted(rows, "row")): "
        + "give \(name(1, "the second")) \(counted(columns, "row"))"
    case .queryAndKeyWidths(let query, let key):
      "\(name(0, "Q")) has \(counted(query, "column")) and \(name(1, "K")) has \(key): queries and "
        + "keys need one width"
    case .keyAndValueCounts(let keys, let values):
      "\(name(1, "K")) has \(counted(keys, "row")) and \(name(2, "V")) has \(values): every key needs "
        + "one value"
    case .noEntries(let name):
      "\(name) has no numbers: give it a row and a column at least"
    case .mask(let rows, let columns, let queries, let keys):
      "the mask is \(rows)×\(columns): it needs a row for each of \(counted(queries, "query")) "
        + "and a column for each of \(counted(keys, "key"))"
        + (rows == 1 && columns == keys
          ? "; padding, and these numbers behind it, is one for all queries" : "")
    case .raggedMask(let row, let length, let expected):
      "row \(row) of the mask has \(counted(length, "entry")): it needs one for each of "
        + counted(expected, "key")
    case .padding(let entries, let keys):
      "the padding mask has \(counted(entries, "entry")): it needs one for each of "
        + counted(keys, "key")
    case .heads(let heads, let width, let valueWidth):
      "\(counted(heads, "head")) cannot share width \(width) and value width \(valueWidth) equally: "
        + "choose a number that divides both"
    case .keyValueHeads(let keyValueHeads, let heads):
      "\(counted(keyValueHeads, "key-value head")) cannot serve \(counted(heads, "head")) equally: "
        + "choose a divisor of \(heads)"
    case .groupedWidths(let query, let heads, let key, let keyValueHeads):
      "Q has \(counted(query, "column")) for \(counted(heads, "head")) and K has \(key) for "
        + "\(keyValueHeads): a head of either needs one width"
    case .keyValueWidths(let key, let value, let keyValueHeads):
      "\(counted(keyValueHeads, "key-value head")) cannot share K's \(counted(key, "column")) and V's "
        + "\(value) equally: choose a number that divides both"
    case .window(let size):
      "a window of \(counted(size, "key")) leaves nothing to look at: choose 1 or more"
    case .softcap(let softcap):
      "the softcap is \(NumberText().text(softcap)): choose a number above 0, such as 50"
    case .oddRotation(let width):
      "rotation turns pairs of entries and the width is \(width): choose an even width"
    case .rotationBase(let base):
      "the base θ of the rotation is \(NumberText().text(base)): choose a number above 0, such as 10000"
    case .places(let places, let rows):
      "there are \(counted(places, "position")) for \(counted(rows, "row")): give one a row"
    case .gradient(let rows, let columns, let outputRows, let outputColumns):
      "the gradient is \(rows)×\(columns) and the output \(outputRows)×\(outputColumns): "
        + "they need one shape"
    }
  }
}
