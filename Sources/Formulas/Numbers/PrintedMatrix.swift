/// Matrices as programs print them, in the form in which people type them.
///
/// LaTeX's environments, MATLAB's name and common factor (`1.0e+03 *`), NumPy's numbers with their
/// type (`np.float64(0.5)`); whatever else stays as it is.
struct PrintedMatrix {
  private var text: [UInt8]

  static func plain(_ text: some StringProtocol) -> String {
    let signs = Set("\\=*".utf8)
    guard text.utf8.contains(where: signs.contains) || text.utf8.contains(UInt8(ascii: "(")) else {
      return String(text)
    }
    var printed = PrintedMatrix(text: Array(text.utf8))
    printed.readLaTeX()
    printed.dropName()
    printed.spreadFactor()
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

  /// A factor on a line of its own in front belongs to every number below it.
  private mutating func spreadFactor() {
    let lines = text.split(separator: UInt8(ascii: "\n")).map {
      String(decoding: $0, as: UTF8.self)
    }
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
