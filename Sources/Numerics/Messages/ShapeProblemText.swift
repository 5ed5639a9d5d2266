import Basics

extension ShapeProblem {
  /// What does not fit, with both sizes, in one line for the reader.
  package var message: String { advice.text }

  /// The same, and what to do apart.
  package var advice: Advice { advice(called: []) }

  /// The same, what does not fit called as its writer did, in the order of the inputs.
  package func advice(called names: [String]) -> Advice {
    func name(_ index: Int, _ other: String) -> String {
      names.indices.contains(index) ? names[index] : other
    }
    return switch self {
    case .vectorLengths(let u, let v):
      Advice(
        "\(name(0, "u")) has \(counted(u, "number")) and \(name(1, "v")) has \(v)",
        remedy: "a dot product needs as many in both")
    case .product(let columns, let rows):
      Advice(
        "\(name(0, "the first matrix")) has \(counted(columns, "column")) and "
          + "\(name(1, "the second")) \(counted(rows, "row"))",
        remedy: "give \(name(1, "the second")) \(counted(columns, "row"))")
    case .queryAndKeyWidths(let query, let key):
      Advice(
        "\(name(0, "Q")) has \(counted(query, "column")) and \(name(1, "K")) has \(key)",
        remedy: "queries and keys need one width")
    case .keyAndValueCounts(let keys, let values):
      Advice(
        "\(name(1, "K")) has \(counted(keys, "row")) and \(name(2, "V")) has \(values)",
        remedy: "every key needs one value")
    case .noEntries(let name):
      Advice("\(name) has no numbers", remedy: "give it a row and a column at least")
    case .mask(let rows, let columns, let queries, let keys):
      Advice(
        "the mask is \(rows)×\(columns)",
        remedy: "it needs a row for each of \(counted(queries, "query")) "
          + "and a column for each of \(counted(keys, "key"))"
          + (rows == 1 && columns == keys
            ? "; padding, and these numbers behind it, is one for all queries" : ""))
    case .raggedMask(let row, let length, let expected):
      Advice(
        "row \(row) of the mask has \(counted(length, "entry"))",
        remedy: "it needs one for each of \(counted(expected, "key"))")
    case .padding(let entries, let keys):
      Advice(
        "the padding mask has \(counted(entries, "entry"))",
        remedy: "it needs one for each of \(counted(keys, "key"))")
    case .heads(let heads, let width, let valueWidth):
      Advice(
        "\(counted(heads, "head")) cannot share width \(width) and value width \(valueWidth) equally",
        remedy: "choose a number that divides both")
    case .keyValueHeads(let keyValueHeads, let heads):
      Advice(
        "\(counted(keyValueHeads, "key-value head")) cannot serve \(counted(heads, "head")) equally",
        remedy: "choose a divisor of \(heads)")
    case .groupedWidths(let query, let heads, let key, let keyValueHeads):
      Advice(
        "Q has \(counted(query, "column")) for \(counted(heads, "head")) and K has \(key) for "
          + "\(keyValueHeads)", remedy: "a head of either needs one width")
    case .keyValueWidths(let key, let value, let keyValueHeads):
      Advice(
        "\(counted(keyValueHeads, "key-value head")) cannot share K's \(counted(key, "column")) and "
          + "V's \(value) equally", remedy: "choose a number that divides both")
    case .window(let size):
      Advice(
        "a window of \(counted(size, "key")) leaves nothing to look at", remedy: "choose 1 or more")
    case .softcap(let softcap):
      Advice(
        "the softcap is \(NumberText().text(softcap))",
        remedy: "choose a number above 0, such as 50")
    case .oddRotation(let width):
      Advice(
        "rotation turns pairs of entries and the width is \(width)", remedy: "choose an even width")
    case .rotationBase(let base):
      Advice(
        "the base θ of the rotation is \(NumberText().text(base))",
        remedy: "choose a number above 0, such as 10000")
    case .places(let places, let rows):
      Advice(
        "there are \(counted(places, "position")) for \(counted(rows, "row"))",
        remedy: "give one a row")
    case .gradient(let rows, let columns, let outputRows, let outputColumns):
      Advice(
        "the gradient is \(rows)×\(columns) and the output \(outputRows)×\(outputColumns)",
        remedy: "they need one shape")
    }
  }
}
