import Notes

/// Matrices as programs print them, in the form in which people type them.
///
/// LaTeX's environments, MATLAB's name, common factor (`1.0e+03 *`) and columns in turn (`Columns 1
/// through 8`), NumPy's numbers with their type (`np.float64(0.5)`), thousands that are separated by
/// commas (`1,234.5`); whatever else stays as it is.
struct PrintedMatrix {
  private var text: [UInt8]

  static func plain(_ text: some StringProtocol) -> String {
    let signs = Signs(text.utf8)
    guard signs.haveAny(of: "\\=*(,C") else { return String(text) }
    var printed = PrintedMatrix(text: Array(text.utf8))
    if signs.haveAny(of: "\\") { printed.readLaTeX() }
    if signs.haveAny(of: "=:") { printed.dropName() }
    if signs.haveAny(of: "C") { printed.joinColumns() }
    if signs.haveAny(of: "*") { printed.spreadFactor() }
    if signs.haveAny(of: ",") { printed.joinThousands() }
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

  /// What stands between `\begin{pmatrix}` and its end, rows separated by `;`.
  private mutating func readLaTeX() {
    guard let begin = find("\\begin{"), let end = find("\\end{", from: begin),
      var start = find("}", from: begin).map({ $0 + 1 }), start <= end
    else { return }
    let isArray = String(decoding: text[begin..<start], as: UTF8.self) == "\\begin{array}"
    // The columns of an array stand in braces of their own.
    if isArray, let columns = find("}", from: start), columns < end { start = columns + 1 }
    text = Array(text[start..<end])
    for power in ["\\cdot 10^{", "\\times 10^{", "\\cdot10^{", "\\times10^{"] {
      unwrap(power, "}") { before, exponent in
        while before.last == UInt8(ascii: " ") { before.removeLast() }
        before += Array("e".utf8) + exponent
      }
    }
    for (sign, meaning) in [("\\\\", ";"), ("\\hline", ""), ("&", " "), ("{", ""), ("}", "")] {
      replace(sign, by: meaning)
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
    if isOnNextLine || rest.contains(UInt8(ascii: "[")) { text = Array(rest) }
  }

  private var lines: [String] {
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
    guard text.contains(UInt8(ascii: ",")), !text.contains(where: "[(;".utf8.contains) else {
      return
    }
    let rows = lines.map { $0.split(whereSeparator: \.isWhitespace) }
    let typed = rows.joined().filter { $0.contains(",") }
    let groups = typed.map(Self.thousands)
    guard rows.contains(where: { $0.count > 1 }), !groups.contains(nil),
      zip(typed, groups).contains(where: { $0.contains(".") || $1 ?? 0 > 1 })
    else { return }
    text.removeAll { $0 == UInt8(ascii: ",") }
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

  private mutating func replace(_ sign: String, by meaning: String) {
    var result: [UInt8] = []
    var from = 0
    while let at = find(sign, from: from) {
      result += text[from..<at] + meaning.utf8
      from = at + sign.utf8.count
    }
    if from > 0 { text = result + text[from...] }
  }

  /// Puts what stands between two signs, wherever they do, behind what comes before in another way.
  private mutating func unwrap(
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

  private func find(_ sign: String, from start: Int = 0) -> Int? {
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
