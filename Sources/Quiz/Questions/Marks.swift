import Notes

/// The marks `{{…}}` and `[[…]]` of a text. They are taken out before Markdown is read, lest a star
/// in a formula becomes emphasis: one scalar of a private plane stands for each.
package struct Marks: Equatable, Sendable {
  enum Mark: Equatable, Sendable {
    /// `{{…}}`: a value that is shown.
    case value(String)
    /// `[[…]]`: an answer that is asked for.
    case blank(String)
    /// `\[[` and `\{{`, `\[\[` and `\{\{`: brackets as they are.
    case literal(String)
  }
  private static let first: UInt32 = 0xF_0000
  private static let most = 60_000

  private(set) var all: [Mark] = []
  /// Where each stands in the text; none of what was made.
  private var places: [Place] = []

  /// Where a mark stands: line and column, counted from 1.
  struct Place: Equatable, Sendable {
    var line: Int
    var column: Int
    /// As it is written there.
    var text: String
    /// Whether it stands in a row of a table.
    var isInTable: Bool
  }

  /// Where a mark stands; nil for one that was made.
  func place(of index: Int) -> Place? { places.indices.contains(index) ? places[index] : nil }

  /// The same with other lines for the places: those of a text that this one was made of.
  func moved(by origin: (Int) -> Int) -> Marks {
    var marks = self
    for index in places.indices { marks.places[index].line = origin(places[index].line) }
    return marks
  }

  /// A text that holds none.
  package init() {}

  /// One answer mark, and the text that stands for it.
  static func one(_ answer: String) -> (marks: Marks, text: String) {
    (blanks([answer]), sign(0))
  }

  /// Several answer marks, in the order of their signs.
  static func blanks(_ answers: [String]) -> Marks {
    var marks = Marks()
    marks.all = answers.map { .blank($0) }
    return marks
  }

  /// The text that stands for the mark of that number.
  static func sign(_ index: Int) -> String {
    Unicode.Scalar(first + UInt32(index)).map { String(Character($0)) } ?? ""
  }

  /// The text with its marks taken out, looking at each byte a few times at most.
  static func take<Bytes: RandomAccessCollection<UInt8>>(
    from bytes: Bytes
  ) -> (bytes: [UInt8], marks: Marks) where Bytes.Index == Int {
    var marks = Marks()
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var fence = FenceState()
    var number = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      if !result.isEmpty || line.startIndex > bytes.startIndex { result.append(0x0A) }
      // In code all is as it is written.
      if fence.isCode(line) {
        result += line
        continue
      }
      var scan = LineScan(line)
      marks.take(&scan, number, to: &result)
    }
    return (result, marks)
  }

  private mutating func take<Line>(
    _ scan: inout LineScan<Line>, _ number: Int, to result: inout [UInt8]
  ) {
    let line = scan.line
    let isInTable = line.first { $0 != 0x20 && $0 != 0x3E } == UInt8(ascii: "|")
    var code = CodeSpans(line)
    var column = 1
    var index = line.startIndex
    func pass(to end: Int) {
      while index < end {
        if line[index] & 0xC0 != 0x80 { column += 1 }
        index += 1
      }
    }
    while index < line.endIndex {
      if let end = code.end(at: index) {
        result += line[index..<end]
        pass(to: end)
        continue
      }
      // A backslash takes a sign its meaning, and Markdown takes the backslash away.
      if line[index] == UInt8(ascii: "\\"), index + 1 < line.endIndex {
        let pair = Self.escapedPair(line, index)
        let end = pair ?? index + 2
        if pair != nil, all.count < Self.most,
          let scalar = Unicode.Scalar(Self.first + UInt32(all.count))
        {
          let sign = String(decoding: line[index + 1...index + 1], as: UTF8.self)
          let brackets = sign + sign
          places.append(Place(line: number, column: column, text: brackets, isInTable: isInTable))
          all.append(.literal(brackets))
          result += Array(String(Character(scalar)).utf8)
        } else {
          result += line[index..<end]
        }
        pass(to: end)
        continue
      }
      if all.count < Self.most, let (mark, end) = scan.mark(at: index, isInTable: isInTable),
        let scalar = Unicode.Scalar(Self.first + UInt32(all.count))
      {
        places.append(
          Place(
            line: number, column: column,
            text: String(decoding: line[index..<end], as: UTF8.self), isInTable: isInTable))
        all.append(mark)
        result += Array(String(Character(scalar)).utf8)
        pass(to: end)
        continue
      }
      result.append(line[index])
      pass(to: index + 1)
    }
  }

  /// Where two brackets end that a backslash there takes their meaning: `\\[[`, or `\\[\\[` as other programs write
  /// it. Nil where none does.
  private static func escapedPair<Line: RandomAccessCollection<UInt8>>(
    _ line: Line, _ index: Int
  ) -> Int? where Line.Index == Int {
    let sign = line[index + 1]
    guard sign == 0x7B || sign == 0x5B, index + 2 < line.endIndex else { return nil }
    if line[index + 2] == sign { return index + 3 }
    let isTwice =
      index + 3 < line.endIndex && line[index + 2] == UInt8(ascii: "\\") && line[index + 3] == sign
    return isTwice ? index + 4 : nil
  }

  /// A line in which marks are looked for from left to right: what was found further on is kept, lest
  /// each of many open brackets looks through the whole line for the closing ones.
  private struct LineScan<Line: RandomAccessCollection<UInt8>> where Line.Index == Int {
    let line: Line
    /// Where the next pair of closing brackets begins, of braces and of square ones.
    private var braces: Int?
    private var squares: Int?
    /// Where the next `[` stands.
    private var square: Int?

    init(_ line: Line) { self.line = line }

    /// The mark that begins there, and where it ends.
    mutating func mark(at start: Int, isInTable: Bool) -> (Mark, end: Int)? {
      let line = self.line
      let open = line[start]
      guard open == 0x7B || open == 0x5B, start + 1 < line.endIndex, line[start + 1] == open
      else { return nil }
      let inner = start + 2
      if open == 0x7B {
        guard let close = Self.pair(0x7D, in: line, from: inner, &braces) else { return nil }
        return (.value(text(inner..<close)), close + 2)
      }
      guard var close = Self.pair(0x5D, in: line, from: inner, &squares) else { return nil }
      let nested = Self.next(from: inner, &square, end: line.endIndex) {
        line[$0] == 0x5B && !Self.isEscaped($0, in: line)
      }
      let balanced = Marks.balancedEnd(of: line[inner...])
      if let balanced { close = balanced }
      // A bracket inside is a matrix's, but for a formula's.
      if nested < close, !text(inner..<nested).trimmed.hasPrefix("=") { return nil }
      // Of `]]]` the last two close.
      while balanced == nil, nested < close, close + 2 < line.endIndex, line[close + 2] == 0x5D {
        close += 1
      }
      // In a cell of a table a bar has a backslash, wherever the table is read.
      let written = text(inner..<close)
      let answer = isInTable ? written.replacing("\\|", with: "|") : written
      return Marks.isAnswer(answer) ? (.blank(answer), close + 2) : nil
    }

    /// Whether a bracket is of a pair that a backslash takes its meaning, as `\\[[` and `\\[\\[` are.
    private static func isEscaped(_ index: Int, in line: Line) -> Bool {
      func stands(_ byte: UInt8, _ before: Int) -> Bool {
        index - before >= line.startIndex && line[index - before] == byte
      }
      return stands(0x5C, 1) || stands(0x5B, 1) && stands(0x5C, 2)
    }

    private func text(_ range: Range<Int>) -> String {
      String(decoding: line[range], as: UTF8.self)
    }

    /// Where the next two of a byte stand.
    private static func pair(
      _ byte: UInt8, in line: Line, from start: Int, _ known: inout Int?
    ) -> Int? {
      let end = max(start, line.endIndex - 1)
      let found = next(from: start, &known, end: end) { line[$0] == byte && line[$0 + 1] == byte }
      return found < end ? found : nil
    }

    /// The next place from `start` on that is wanted, or `end`; `known` is what was found last.
    private static func next(
      from start: Int, _ known: inout Int?, end: Int, where isWanted: (Int) -> Bool
    ) -> Int {
      if let known, known >= start { return known }
      var index = start
      while index < end, !isWanted(index) { index += 1 }
      known = index
      return index
    }
  }

  /// No longer formula is looked through for its brackets.
  private static let longest = 400

  /// Where the brackets that close an answer mark begin, of what stands behind those that open it: in a formula those of
  /// its matrices close before, `= [[1, 2], [3, 4]] + [[1, 0], [0, 1]]`. Nil for words, and where its brackets do not
  /// match.
  static func balancedEnd<Line: RandomAccessCollection<UInt8>>(of line: Line) -> Int?
  where Line.Index == Int {
    let text = line.prefix(longest)
    guard text.first(where: { $0 != 0x20 }) == UInt8(ascii: "=") else { return nil }
    var depth = 0
    for index in text.indices {
      if text[index] == 0x5B { depth += 1 }
      guard text[index] == 0x5D else { continue }
      if depth == 0 {
        return index + 1 < line.endIndex && line[index + 1] == 0x5D ? index : nil
      }
      depth -= 1
    }
    return nil
  }

  /// Whether double brackets ask: `[[1, 0], [0, 1]]` and `[[1, 2, 3]]` are matrices, while the commas
  /// of `[[12,725,000]]` part thousands.
  fileprivate static func isAnswer(_ text: String) -> Bool {
    if text.trimmed.hasPrefix("=") { return true }
    let bare = BlankSource.withoutEscaped(text, "[", by: "")
    if bare.contains("[") || bare.contains("]") { return false }
    return !isList(text)
  }

  /// Whether a text is numbers with commas between them.
  private static func isList(_ text: String) -> Bool {
    let parts = text.split(separator: ",")
    return parts.count > 1 && parts.allSatisfy { Double($0.trimmed) != nil }
      && !BlankSource.isGrouped(text)
  }

  /// The first matrix in a text that looks like an answer mark and asks nothing: `[[4, 6]]`, `[[[4, 6]]]`.
  static func matrix(in text: String) -> String? {
    var rest = text[...]
    while let open = rest.firstRange(of: "[[") {
      rest = rest[open.upperBound...]
      guard let close = rest.firstRange(of: "]]") else { return nil }
      let inner = String(rest[..<close.lowerBound])
      if isList(inner) { return inner }
      // Brackets of a matrix inside of an answer mark's: `[[[4, 6]]]`.
      let outer = rest[close.upperBound...].prefix { $0 == "]" }
      if inner.hasPrefix("["), MeantNumbers.asked(inner + outer) != nil { return inner + outer }
    }
    return nil
  }

  /// The number of the mark that a scalar stands for.
  func index(of scalar: Unicode.Scalar) -> Int? {
    let index = Int(scalar.value) - Int(Self.first)
    return all.indices.contains(index) ? index : nil
  }

  /// The numbers of the marks in a text, in order.
  func indexes(in text: String) -> [Int] { text.unicodeScalars.compactMap(index) }

  /// A text with each mark replaced.
  func fill(_ text: String, with replacement: (Int) -> String) -> String {
    guard text.unicodeScalars.contains(where: { $0.value >= Self.first }) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if let index = index(of: scalar) {
        result += replacement(index)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
