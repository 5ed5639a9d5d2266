import Notes

/// Matrices as programs print them, in the form in which people type them.
///
/// LaTeX's environments, MATLAB's name, common factor (`1.0e+03 *`) and columns in turn (`Columns 1
/// through 8`), NumPy's numbers with their type (`np.float64(0.5)`), thousands that are separated by
/// commas (`1,234.5`); whatever else stays as it is.
struct PrintedMatrix {
  var text: [UInt8]

  static func plain(_ text: some StringProtocol) -> String {
    let signs = Signs(text.utf8)
    guard signs.haveAny(of: "\\=*(,C>:{\"<") || text.hasPrefix("[1]") else { return String(text) }
    var printed = PrintedMatrix(text: Array(text.utf8))
    if signs.haveAny(of: ">:") { printed.dropPrompt() }
    if signs.haveAny(of: "\\") {
      printed.readLaTeX()
    } else if signs.haveAny(of: "{") {
      printed.readBraces()
    }
    if signs.haveAny(of: "<") { printed.dropRepresentation() }
    if signs.haveAny(of: "\"") { printed.replace("\"", by: "") }
    printed.dropPlacesOfR()
    if signs.haveAny(of: "=:") { printed.dropName() }
    if signs.haveAny(of: "C") { printed.joinColumns() }
    if signs.haveAny(of: "*") { printed.spreadFactor() }
    if signs.haveAny(of: ",") {
      printed.joinThousands()
      printed.readDecimalCommas()
      printed.readSemicolons()
      printed.joinLines()
    }
    if signs.haveAny(of: "(") { printed.dropTypes() }
    return String(decoding: printed.text, as: UTF8.self)
  }

  /// Which bytes a text has: what is long is then read through for no form that it cannot have.
  private struct Signs {
    private var isThere = [Bool](repeating: false, count: 256)

    init(_ text: some Sequence<UInt8>) {
      for byte in text { isThere[Int(byte)] = true }
    }

    func haveAny(of signs: String) -> Bool {
      signs.utf8.contains { isThere[Int($0)] }
    }
  }

  /// What a session says before it prints: a line `>>> Q`, and `Out[3]:`.
  private mutating func dropPrompt() {
    let start = text.firstIndex { !" \n\r\t".utf8.contains($0) } ?? 0
    if text[start...].starts(with: ">>>".utf8), let end = find("\n", from: start) {
      text.removeFirst(end + 1)
    } else if text[start...].starts(with: "Out[".utf8), let colon = find(":", from: start) {
      text.removeFirst(colon + 1)
    }
  }

  /// A name that the matrix is given, as `ans =` on a line of its own and `w1 = tensor(…)`, and torch's
  /// `Parameter containing:`.
  private mutating func dropName() {
    let parameter = "Parameter containing:"
    if text.starts(with: parameter.utf8) { text.removeFirst(parameter.utf8.count) }
    guard let at = find("="), at < 60 else { return }
    let name = String(decoding: text[..<at], as: UTF8.self).trimmed
    guard name.first?.isLetter == true,
      name.allSatisfy({ $0.isLetter || $0.isNumber || "_.".contains($0) })
    else { return }
    // One number alone behind a name is no array.
    let rest = text[(at + 1)...]
    let isOnNextLine = rest.first { !" \r\t".utf8.contains($0) } == UInt8(ascii: "\n")
    guard isOnNextLine || rest.contains(UInt8(ascii: "[")) else { return }
    text = Array(rest)
    if isOnNextLine { dropKind() }
  }

  /// Cells between semicolons, a row a line, as spreadsheets write them where the comma is a decimal sign:
  /// each row has as many.
  private mutating func readSemicolons() {
    let rows = lines.map { $0.trimmed }.filter { !$0.isEmpty }.map { line in
      (line.hasSuffix(";") ? line.dropLast() : line[...])
        .split(separator: ";", omittingEmptySubsequences: false)
    }
    func isNumber(_ cell: Substring) -> Bool {
      let parts = cell.split(separator: ",", omittingEmptySubsequences: false)
      // Points part thousands.
      let whole = (parts.first ?? "").trimmed.drop { "+-\u{2212}".contains($0) }
      let groups = whole.split(separator: ".", omittingEmptySubsequences: false)
      return parts.count <= 2 && groups.dropFirst().allSatisfy { $0.count == 3 }
        && (groups + parts.dropFirst()).allSatisfy {
          !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber }
        }
    }
    guard rows.count > 1, let first = rows.first, first.count > 1,
      rows.allSatisfy({ $0.count == first.count && $0.allSatisfy(isNumber) })
    else { return }
    text = Array(
      rows.map { row in
        row.joined(separator: " ").filter { $0 != "." }.replacing(",", with: ".")
      }.joined(separator: "\n").utf8)
  }

  /// What MATLAB says of arrays that are no matrix of doubles: `2×3 logical array`, `int32 row vector`.
  private mutating func dropKind() {
    var lines = lines
    guard let at = lines.firstIndex(where: { !$0.allSatisfy(\.isWhitespace) }) else { return }
    let last = lines[at].split(whereSeparator: \.isWhitespace).last ?? ""
    guard ["array", "matrix", "vector"].contains(last) else { return }
    lines.remove(at: at)
    text = Array(lines.joined(separator: "\n").utf8)
  }

  var lines: [String] {
    text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// Columns that are printed in turn, each part under its `Columns 9 and 10`, side by side again.
  private mutating func joinColumns() {
    guard find("Column") != nil else { return }
    var head: [String] = []
    var rows: [String] = []
    // The row that comes next; nil before the first part.
    var next: Int?
    for line in lines where !line.allSatisfy(\.isWhitespace) {
      let words = line.split(whereSeparator: \.isWhitespace)
      if words[0] == "Columns" || words[0] == "Column", words.count > 1 {
        next = 0
      } else if let row = next {
        if row == rows.count { rows.append("") }
        rows[row] += " " + line
        next = row + 1
      } else {
        head.append(line)
      }
    }
    guard next != nil else { return }
    text = Array((head + rows).joined(separator: "\n").utf8)
  }

  /// A comma between thousands goes where blanks part the numbers, and one of them has a decimal point
  /// or two such commas: else it may be a decimal sign, or part numbers itself.
  private mutating func joinThousands() {
    guard haveDigitsAround(UInt8(ascii: ",")) else { return }
    let rows = String(decoding: text, as: UTF8.self).split { $0 == "\n" || $0 == ";" }.map {
      $0.split { $0.isWhitespace || "[]()".contains($0) }
    }
    let typed = rows.joined().filter { $0.contains(",") }
    let groups = typed.map(Self.thousands)
    guard rows.contains(where: { $0.count > 1 }), !groups.contains(nil),
      zip(typed, groups).contains(where: { $0.contains(".") || $1 ?? 0 > 1 })
    else { return }
    text.removeAll { $0 == UInt8(ascii: ",") }
  }

  /// Between tabs a comma is a decimal sign, where it cannot part thousands everywhere: so do the
  /// spreadsheets of half the world.
  private mutating func readDecimalCommas() {
    let comma = UInt8(ascii: ",")
    guard text.contains(UInt8(ascii: "\t")), haveDigitsAround(comma) else { return }
    let cells = text.split { "\t\n\r".utf8.contains($0) }.filter { $0.contains(comma) }
    let parts = cells.map { $0.split(separator: comma, omittingEmptySubsequences: false) }
    guard parts.allSatisfy({ $0.count == 2 && !$0.joined().contains(UInt8(ascii: ".")) }),
      parts.contains(where: {
        $0[1].count != 3 || $0[0].last == UInt8(ascii: "0") && $0[0].count < 3
      })
    else { return }
    text = text.map { $0 == comma ? UInt8(ascii: ".") : $0 }
  }

  /// MATLAB's `...` at the end of a line: the row goes on in the next.
  private mutating func joinLines() {
    guard find("...") != nil else { return }
    var result: [UInt8] = []
    var from = 0
    while let at = find("...", from: from) {
      result += text[from..<at]
      from = at + 3
      let before = result.last { !" \t".utf8.contains($0) }
      let after = text[from...].first { !" \t\r".utf8.contains($0) }
      let isContinued =
        before.map { ",;[".utf8.contains($0) } == true && after == UInt8(ascii: "\n")
      guard isContinued, let end = text[from...].firstIndex(of: UInt8(ascii: "\n")) else {
        result += "...".utf8
        continue
      }
      result.append(UInt8(ascii: " "))
      from = end + 1
    }
    text = result + text[from...]
  }

  /// Whether a sign is there, and digits touch it wherever it is.
  private func haveDigitsAround(_ sign: UInt8) -> Bool {
    func isDigit(_ at: Int) -> Bool {
      text.indices.contains(at) && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[at])
    }
    let places = text.indices.lazy.filter { [text] in text[$0] == sign }
    return !places.isEmpty && places.allSatisfy { isDigit($0 - 1) && isDigit($0 + 1) }
  }

  /// How many commas stand between groups of three digits; nil where one stands elsewhere.
  private static func thousands(_ word: Substring) -> Int? {
    let parts = word.split(separator: ".", omittingEmptySubsequences: false)
    let groups = parts[0].drop { "+-\u{2212}".contains($0) }
      .split(separator: ",", omittingEmptySubsequences: false)
    let areDigits = (groups + parts.dropFirst()).joined().allSatisfy { $0.isASCII && $0.isNumber }
    guard parts.count <= 2, areDigits, (1...3).contains(groups[0].count),
      groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return nil }
    return groups.count - 1
  }

  /// A factor on a line of its own in front belongs to every number below it.
  private mutating func spreadFactor() {
    let lines = lines
    guard let first = lines.firstIndex(where: { !$0.allSatisfy(\.isWhitespace) }) else { return }
    let words = lines[first].split(whereSeparator: \.isWhitespace)
    guard words.count == 2, words[1] == "*", let power = words[0].firstIndex(of: "e"),
      Double(words[0][..<power]) == 1
    else { return }
    let exponent = words[0][power...]
    let rows = lines[(first + 1)...].map { line in
      line.split(whereSeparator: \.isWhitespace).map { word in
        word.last?.isNumber == true && !word.contains("e") ? word + exponent : word[...]
      }.joined(separator: " ")
    }
    text = Array(rows.joined(separator: "\n").utf8)
  }

  /// `np.float64(0.5)` is the number alone.
  private mutating func dropTypes() {
    guard find("np.") != nil else { return }
    for type in ["float64", "float32", "float16", "int64", "int32", "int16", "uint8"] {
      unwrap("np.\(type)(", ")") { before, number in before += number }
    }
  }

  mutating func replace(_ sign: String, by meaning: String) {
    var result: [UInt8] = []
    var from = 0
    while let at = find(sign, from: from) {
      result += text[from..<at] + meaning.utf8
      from = at + sign.utf8.count
    }
    if from > 0 { text = result + text[from...] }
  }

  /// Puts what stands between two signs, wherever they do, behind what comes before in another way.
  mutating func unwrap(
    _ opening: String, _ closing: String,
    _ put: (_ before: inout [UInt8], _ inside: ArraySlice<UInt8>) -> Void
  ) {
    var result: [UInt8] = []
    var from = 0
    while let at = find(opening, from: from), let close = find(closing, from: at) {
      result += text[from..<at]
      put(&result, text[(at + opening.utf8.count)..<close])
      from = close + closing.utf8.count
    }
    if from > 0 { text = result + text[from...] }
  }

  func find(_ sign: String, from start: Int = 0) -> Int? {
    let sign = Array(sign.utf8)
    guard let first = sign.first, text.count >= sign.count else { return nil }
    var at = start
    while at + sign.count <= text.count {
      guard let next = text[at...].firstIndex(of: first), next + sign.count <= text.count else {
        return nil
      }
      if text[next..<next + sign.count].elementsEqual(sign) { return next }
      at = next + 1
    }
    return nil
  }
}
