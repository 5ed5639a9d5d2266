import Notes
import Numerics

/// Numbers, vectors and matrices as people type and paste them.
///
/// A vector is `1,2,3`, `1 2 3` or `[1, 2, 3]`; a matrix has rows separated by `;` or line ends, or
/// is written as NumPy and JSON do, `[[1, 0], [0, 1]]`. Commas always part numbers, so `0,5` is
/// two of them; where a comma can only be a decimal sign, nothing is read.
package enum NumberReader {
  /// One finite decimal.
  package static func number(_ text: some StringProtocol) throws(NumberProblem) -> Double {
    if text.allSatisfy(\.isWhitespace) { throw .noNumber }
    let rows = try NumberRows.read(text, depth: 1)
    let words = rows.flatMap(\.words)
    if words.count == 2, let comma = rows[0].tightComma {
      throw .decimalComma(comma.text, NumberPlace())
    }
    guard words.count == 1 else { throw .severalNumbers(words.count) }
    return try DecimalNumber.read(words[0], at: NumberPlace())
  }

  /// One finite decimal, or the name of what is infinite or undefined.
  package static func quantity(_ text: some StringProtocol) throws(NumberProblem) -> Double {
    if let special = SpecialNumber.read(text), !special.vanishes { return special.value }
    return try number(text)
  }

  /// One finite decimal where a whole number is wanted: its commas part thousands, `1,024`.
  package static func wholeNumber(_ text: some StringProtocol) throws(NumberProblem) -> Double {
    let groups = text.trimmed.split(separator: ",", omittingEmptySubsequences: false)
    func isDigits(_ group: Substring, _ count: ClosedRange<Int>) -> Bool {
      count.contains(group.count) && group.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    guard groups.count > 1, isDigits(groups[0], 1...3), !groups[0].hasPrefix("0"),
      groups.dropFirst().allSatisfy({ isDigits($0, 3...3) })
    else {
      do { return try number(text) } catch {
        switch error {
        case .notANumber(let word, _) where word.first?.isLetter == true, .notFinite(let word, _):
          throw .notWhole(word)
        default: throw error
        }
      }
    }
    return try number(groups.joined())
  }

  /// The words of a single row, whatever they mean; nil where the text is not one row.
  package static func words(_ text: some StringProtocol) -> [String]? {
    guard let rows = try? NumberRows.read(text, depth: 1), rows.count == 1 else { return nil }
    return rows[0].words
  }

  /// One row of finite decimals, or one column with a number a line.
  package static func vector(_ text: some StringProtocol) throws(NumberProblem) -> Vector {
    try vector(text, reading: DecimalNumber.read)
  }

  /// A finite decimal, at a place of a vector or matrix.
  package static func finite(
    _ word: String, at place: NumberPlace
  ) throws(NumberProblem) -> Double {
    try DecimalNumber.read(word, at: place)
  }

  /// A vector whose words are read as `read` does.
  package static func vector(
    _ text: some StringProtocol,
    reading read: (String, NumberPlace) throws(NumberProblem) -> Double
  ) throws(NumberProblem) -> Vector {
    let rows: [NumberRow]
    do throws(NumberProblem) { rows = try NumberRows.read(text, depth: 1) } catch {
      guard case .nestedTooDeep = error, let matrix = try? matrix(text, reading: read) else {
        throw error
      }
      // A column is a vector too.
      guard matrix.columns == 1 || matrix.rows == 1 else { throw .severalRows(matrix.rows) }
      return matrix.elements
    }
    if rows.count > 1, rows.contains(where: { $0.words.count > 1 }) {
      if let comma = rows.lazy.compactMap(\.tightComma).first {
        throw .decimalComma(comma.text, NumberPlace(column: comma.column))
      }
      throw .severalRows(rows.count)
    }
    var vector = Vector()
    for row in rows {
      try row.refuseDecimalComma(at: NumberPlace(column: row.tightComma?.column))
      for word in row.words {
        vector.append(try read(word, NumberPlace(column: vector.count + 1)))
      }
    }
    return vector
  }

  /// Rows of finite decimals, all of one length.
  package static func matrix(_ text: some StringProtocol) throws(NumberProblem) -> Matrix {
    try matrix(text, reading: DecimalNumber.read)
  }

  /// How a text was read in which every row is two numbers beside one comma, as `1,5`, which is one
  /// number to some; nil for any other text.
  package static func commaRemark(_ text: some StringProtocol) -> String? {
    guard text.utf8.count < 2_000, !text.contains(where: { "[(".contains($0) }),
      let rows = try? NumberRows.read(text, depth: 2),
      rows.allSatisfy({ $0.words.count == 2 && $0.tightComma != nil }),
      let comma = rows.first?.tightComma?.text, !comma.contains(".")
    else { return nil }
    return comma.commaRemark
  }

  /// Whether a text is a matrix that is not a vector.
  package static func isMatrix(_ text: some StringProtocol) -> Bool {
    guard (try? vector(text)) == nil else { return false }
    return (try? matrix(text)) != nil
  }

  /// A vector or a matrix: one row is a vector, but where it has brackets of its own, `[[1, 2]]`.
  package static func array(_ text: some StringProtocol) throws(NumberProblem) -> NumberArray {
    let text = PrintedMatrix.plain(text)
    let (tokens, transpose) = NumberToken.array(in: text)
    // MATLAB knows no vectors: a row turned over is a column. NumPy's stay what they are.
    if let transpose, !transpose.hasSuffix("T") { return .matrix(try matrix(text)) }
    let brackets = tokens.count { if case .open = $0 { true } else { false } }
    if brackets == 1, !tokens.contains(.semicolon) { return .vector(try vector(text)) }
    let matrix = try matrix(text)
    return matrix.rows == 1 && brackets < 2 ? .vector(matrix.elements) : .matrix(matrix)
  }
}

extension NumberReader {
  /// Rows of words, each read as `read` does, all of one length.
  static func matrix(
    _ text: some StringProtocol,
    reading read: (String, NumberPlace) throws(NumberProblem) -> Double
  ) throws(NumberProblem) -> Matrix {
    let (rows, isTransposed) = try NumberRows.readTurned(text, depth: 2)
    var elements: [Double] = []
    for (index, row) in rows.enumerated() {
      try row.refuseDecimalComma(at: NumberPlace(row: index + 1, column: row.tightComma?.column))
      for word in row.words {
        let column = elements.count - index * rows[0].words.count + 1
        elements.append(try read(word, NumberPlace(row: index + 1, column: column)))
      }
      guard row.words.count == rows[0].words.count else {
        throw .ragged(
          row: index + 1, length: row.words.count, first: rows[0].words.count,
          comma: (rows[0].tightComma ?? row.tightComma)?.text)
      }
    }
    let matrix =
      Matrix(rows: rows.count, columns: rows[0].words.count, elements: elements)
      ?? Matrix(rows: 0, columns: 0)
    return isTransposed ? matrix.transposed : matrix
  }
}
