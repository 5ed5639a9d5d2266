import Highlighting
import Notes
import TextUI

/// A code block as highlighted lines; a long line goes on in the next one, behind a hook.
enum CodeLines {
  static func lines(_ text: String, language info: String, width: Int) -> [[Cell]] {
    let language = Block.fenceName(info)
    var source = text[...]
    while source.first?.isNewline == true { source = source.dropFirst() }
    while source.last?.isWhitespace == true { source = source.dropLast() }
    let code = String(source)
    var result: [[Cell]] = []
    for line in cells(code, language: language) { result += wrapped(line, width: width) }
    return result.isEmpty ? [[]] : result
  }

  /// One row of cells for each line, tabs spread to columns of four.
  private static func cells(_ code: String, language: String) -> [[Cell]] {
    let utf8 = Array(code.utf8)
    var rows: [[Cell]] = [[]]
    func add(_ range: Range<Int>, _ style: Style) {
      var first = true
      for part in utf8[range].split(separator: 0x0A, omittingEmptySubsequences: false) {
        if !first { rows.append([]) }
        first = false
        for (index, piece) in part.split(separator: 0x09, omittingEmptySubsequences: false)
          .enumerated()
        {
          if index > 0 {
            let column = rows[rows.count - 1].count
            rows[rows.count - 1].append(String(repeating: " ", count: 4 - column % 4), style)
          }
          let line = piece.last == 0x0D ? piece.dropLast() : piece
          rows[rows.count - 1].append(String(decoding: line, as: UTF8.self), style)
        }
      }
    }
    var done = 0
    for (range, token) in Highlight.tokens(code, language: language) {
      guard range.lowerBound >= done, range.upperBound <= utf8.count else { continue }
      add(done..<range.lowerBound, Style(.code))
      add(range, Style(token))
      done = range.upperBound
    }
    add(done..<utf8.count, Style(.code))
    return rows
  }

  private static func wrapped(_ line: [Cell], width: Int) -> [[Cell]] {
    guard line.count > width, width > 4 else { return [line] }
    var rows: [[Cell]] = []
    var rest = line[...]
    while !rest.isEmpty {
      let hook = rows.isEmpty ? [] : [Cell]("↪ ", .muted)
      let end = max(1, place(toPart: rest, width - hook.count))
      rows.append(hook + rest.prefix(end))
      rest = rest.dropFirst(end)
    }
    return rows
  }

  /// Where the row ends: at a blank, else between words, else in a word, for half of the row should
  /// not stay empty. No number is cut in two that fits into a row.
  private static func place(toPart rest: ArraySlice<Cell>, _ width: Int) -> Int {
    guard rest.count > width else { return rest.count }
    let start = rest.startIndex
    let ends = (width / 2..<width + 1).reversed().filter { rest[start + $0].glyph != .tail }
    return ends.first { rest[start + $0 - 1].glyph.isSpace || rest[start + $0].glyph.isSpace }
      ?? ends.first { !isInWord(rest[start + $0 - 1]) || !isInWord(rest[start + $0]) }
      ?? ends.first ?? width
  }

  private static func isInWord(_ cell: Cell) -> Bool {
    guard let scalar = Unicode.Scalar(cell.glyph.base) else { return true }
    return scalar == "_" || scalar == "." || scalar.properties.isAlphabetic
      || scalar.properties.numericType != nil || cell.glyph == .tail
  }
}

extension Style {
  /// What a token of code looks like.
  fileprivate init(_ token: CodeToken) {
    switch token {
    case .plain: self.init(.code)
    case .keyword: self.init(.codeKeyword)
    case .string: self.init(.codeString)
    case .comment: self.init(.codeComment)
    case .number: self.init(.codeNumber)
    }
  }
}
