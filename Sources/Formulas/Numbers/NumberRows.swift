/// Typed text taken apart into rows of words: brackets, commas, semicolons and line ends.
struct NumberRows {
  private var rows: [NumberRow] = []
  private var row = NumberRow()
  private var brackets: [Unicode.Scalar] = []
  /// The deepest nesting the wanted shape has: one for a vector, two for a matrix.
  private let allowed: Int
  /// How deep the rows' own brackets lie; 0 where rows have none.
  private let rowDepth: Int
  private var isClosed = false
  private var awaitsRow = false

  /// The rows of `text`, each with at least one word.
  static func read(_ text: some StringProtocol, depth: Int) throws(NumberProblem) -> [NumberRow] {
    try readTurned(text, depth: depth).rows
  }

  /// The rows of `text`, and whether they are meant as columns: `[1 2; 3 4]'`.
  static func readTurned(
    _ text: some StringProtocol, depth: Int
  ) throws(NumberProblem) -> (rows: [NumberRow], isTransposed: Bool) {
    let (whole, transpose) = NumberToken.array(in: PrintedMatrix.plain(text))
    let tokens = NumberToken.withoutAxesOfOne(whole, depth: depth)
    if let dots = tokens.lazy.compactMap(\.dots).first { throw .shortened(dots) }
    var reading = NumberRows(tokens, allowed: depth)
    for token in tokens { try reading.take(token) }
    return (try reading.finished(), transpose != nil)
  }

  private init(_ tokens: ArraySlice<NumberToken>, allowed: Int) {
    self.allowed = allowed
    var opened = 0
    var leading = 0
    for (index, token) in tokens.lazy.filter({ $0 != .newline }).enumerated() {
      guard case .open = token else { continue }
      opened += 1
      if index == leading { leading += 1 }
    }
    rowDepth = opened < 2 ? 0 : min(max(leading, 1), 2)
  }

  private mutating func take(_ token: NumberToken) throws(NumberProblem) {
    let isBetweenRows = brackets.count < rowDepth || isClosed
    switch token {
    case .word(let word):
      if isBetweenRows { throw .outsideRow(DecimalNumber.shown(word), row: rows.count + 1) }
      row.append(word)
    case .comma where isBetweenRows, .semicolon where isBetweenRows:
      if rows.isEmpty || awaitsRow || isClosed { throw .missing(nextPlace) }
      awaitsRow = true
    case .comma(let tight):
      if !row.appendComma(tight: tight) { throw .missing(nextPlace) }
    case .semicolon where rowDepth > 0:
      throw .notANumber(";", nextPlace)
    case .semicolon:
      try endRow()
    case .newline:
      // A vector goes on in the next line behind its comma; behind each row a table may have one.
      let isBlank = rowDepth > 0 || allowed == 1 && (!brackets.isEmpty || row.awaitsNumber)
      if !isBlank, !row.words.isEmpty { try endLine() }
    case .open(let bracket):
      try open(bracket)
    case .close(let bracket):
      try close(bracket)
    }
  }

  private mutating func open(_ bracket: Unicode.Scalar) throws(NumberProblem) {
    if let name = call(bracket) { throw .call(name) }
    guard brackets.count < allowed, rowDepth == 0 || brackets.count < rowDepth else {
      throw .nestedTooDeep(allowed: allowed)
    }
    if isClosed || rowDepth == 0 && !(rows.isEmpty && row.words.isEmpty) {
      throw .outsideRow(String(bracket), row: rows.count + 1)
    }
    brackets.append(bracket)
    awaitsRow = false
  }

  /// The name of the function that a bracket calls; nil where it stands behind none.
  private func call(_ bracket: Unicode.Scalar) -> String? {
    guard bracket == "(", let name = row.words.last, name.contains(where: \.isLetter),
      SpecialNumber.read(name) == nil
    else { return nil }
    return DecimalNumber.shown(name)
  }

  private mutating func close(_ bracket: Unicode.Scalar) throws(NumberProblem) {
    guard let opened = brackets.popLast(), (opened == "[") == (bracket == "]") else {
      throw .unopenedBracket(String(bracket), nextPlace)
    }
    row.closeComma()
    if rowDepth > 0, brackets.count == rowDepth - 1 { try endRow() }
    awaitsRow = false
    isClosed = brackets.isEmpty && rowDepth != 1
  }

  private mutating func endRow() throws(NumberProblem) {
    if row.awaitsNumber { throw .missing(nextPlace) }
    if row.words.isEmpty { throw .emptyRow(rows.count + 1) }
    rows.append(row)
    row = NumberRow()
  }

  /// Ends a row where its line ends: a comma behind a whole row promises nothing.
  private mutating func endLine() throws(NumberProblem) {
    if row.words.count == rows.first?.words.count ?? row.words.count { row.closeComma() }
    try endRow()
  }

  private mutating func finished() throws(NumberProblem) -> [NumberRow] {
    if !brackets.isEmpty { throw .unclosedBracket }
    if awaitsRow { throw .missing(nextPlace) }
    if !row.words.isEmpty { try endLine() }
    if rows.isEmpty { throw .empty }
    return rows
  }

  private var nextPlace: NumberPlace {
    NumberPlace(row: allowed == 1 ? nil : rows.count + 1, column: row.words.count + 1)
  }
}
