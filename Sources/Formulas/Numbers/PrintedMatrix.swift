/// Matrices as programs print them, in the form in which people type them.
///
/// LaTeX's environments, MATLAB's name, common factor (`1.0e+03 *`) and columns in turn (`Columns 1
/// through 8`), NumPy's numbers with their type (`np.float64(0.5)`), thousands that are parted by
/// commas (`1,234.5`); whatever else stays as it is.
struct PrintedMatrix {
  private var text: [UInt8]

  static func plain(_ text: some StringProtocol) -> String {
    let signs = Set("\\=*(,C".utf8)
    guard text.utf8.contains(where: signs.contains) else { return String(text) }
    var printed = PrintedMatrix(text: Array(text.utf8))
    printed.readLaTeX()
    printed.dropName()
    printed.joinColumns()
    printed.spreadFactor()
    printed.joinThousands()
    printed.dropTypes()
    return String(decoding: printed.text, as: UTF8.self)
  }

  /// What stands between `\begin{pmatrix}` and its end, rows parted by `;`.
  private mutating func readLaTeX() {
    guard let begin = find("\\begin{"), let end = find("\\end{", from: begin),
      var start = find("}", from: begin).map({ $0 + 1 }), start <= end
    else { return }
    let isArray = String(decoding: text[begin..<start], as: UTF8.self) == "\\begin{array}"
    // The columns of an array stand in braces of their own.
    if isArray, let columns = find("}", from: start), columns < end { start = columns + 1 }
    text = Array(text[start..<end])
    for power in ["\\cdot 10^{", "\\times 10^{", "\\cdot10^{", "\\times10^{"] {
      while let at = find(power), let close = find("}", from: at) {
        let exponent = text[(at + power.utf8.count)..<close]
        var before = at
        while before > 0, text[before - 1] == UInt8(ascii: " ") { before -= 1 }
        text.replaceSubrange(before...close, with: Array("e".utf8) + exponent)
      }
    }
    for (sign, meaning) in [("\\\\", ";"), ("\\hline", ""), ("&", " "), ("{", ""), ("}", "")] {
      while let at = find(sign) {
        text.replaceSubrange(at..<at + sign.utf8.count, with: meaning.utf8)
      }
    }
  }

  /// `ans =` on a line of its own in front of a matrix.
  private mutating func dropName() {
    guard let at = find("="), !text[..<at].contains(where: { "([0123456789\n".utf8.contains($0) })
    else { return }
    let rest = text[(at + 1)...]
    let line = rest.prefix { $0 != UInt8(ascii: "\n") }
    if line.count < rest.count, line.allSatisfy({ " \r\t".utf8.contains($0) }) {
      text = Array(rest)
    }
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
    for type in ["float64", "float32", "float16", "int64", "int32", "int16", "uint8"] {
      let call = "np.\(type)("
      while let at = find(call), let close = find(")", from: at) {
        text.remove(at: close)
        text.removeSubrange(at..<at + call.utf8.count)
      }
    }
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
