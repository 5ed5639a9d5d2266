import Basics

extension NumberProblem {
  /// What is wrong and what to do, in one line for the reader.
  package var message: String {
    switch self {
    case .empty:
      "there is no number here: write some, such as 1, 2, 3"
    case .emptyRow(let row):
      "row \(row) is empty: write its numbers, or take its separator away"
    case .notANumber(let text, let place):
      "\(place.words)“\(text)” is no number: write a decimal such as 2, -0.5 or 1.5e-3"
    case .notFinite(let text, let place):
      "\(place.words)“\(text)” is not finite: write a decimal such as 1000"
    case .notZeroOrOne(let text, let place):
      "\(place.words)“\(text)” is neither 0 nor 1: a mask of numbers begins with add"
    case .notACount(let text):
      "“\(text)” is no number of keys: write a whole number from 1 on"
    case .tooLarge(let text, let place):
      "\(place.words)“\(text)” is too large: numbers go up to about 1.8e308"
    case .tooSmall(let text, let place):
      "\(place.words)“\(text)” is too near zero to be told from it: write 0, or 5e-324 or more"
    case .decimalComma(let text, let place):
      "\(place.words)“\(text)” has a comma as decimal sign: commas part numbers, "
        + "write \(text.withDecimalPoint)"
    case .missing(let place):
      "\(place.words)a number is missing beside a comma: write it, or take the comma away"
    case .ragged(let row, let length, let first, let comma):
      "row \(row) has \(counted(length, "number")), row 1 has \(first): give every row as many"
        + (comma.map { " (“\($0)” is two numbers; a decimal is \($0.withDecimalPoint))" } ?? "")
    case .unclosedBracket:
      "a bracket is never closed: add “]”"
    case .unopenedBracket(let bracket, let place):
      "\(place.words)“\(bracket)” closes no bracket of its kind: take it away, or open one before"
    case .nestedTooDeep(let allowed):
      allowed == 1
        ? "a vector has one pair of brackets: write [1, 2, 3]"
        : "a matrix has two levels of brackets: write [[1, 0], [0, 1]]"
    case .outsideRow(let text, let row):
      "“\(text)” stands outside the brackets of a row, near row \(row): "
        + "write every number inside them"
    case .severalRows(let count):
      "this is a matrix of \(count) rows where one vector is wanted: write one row"
    case .severalNumbers(let count):
      "these are \(count) numbers where one is wanted"
    }
  }
}

extension NumberPlace {
  fileprivate var words: String {
    switch (row, column) {
    case (let row?, let column?): "row \(row), column \(column): "
    case (let row?, nil): "row \(row): "
    case (nil, let column?): "number \(column): "
    case (nil, nil): ""
    }
  }
}

extension String {
  fileprivate var withDecimalPoint: String {
    split(separator: ",", omittingEmptySubsequences: false).joined(separator: ".")
  }
}

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
