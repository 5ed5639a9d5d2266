/// Matrices in the environments of LaTeX.
extension PrintedMatrix {
  /// What stands between `\begin{pmatrix}` and its end, rows separated by `;`.
  mutating func readLaTeX() {
    guard let begin = find("\\begin{"), let end = find("\\end{", from: begin),
      var start = find("}", from: begin).map({ $0 + 1 }), start <= end
    else { return readFractions() }
    let isArray = String(decoding: text[begin..<start], as: UTF8.self) == "\\begin{array}"
    // The columns of an array stand in braces of their own.
    if isArray, let columns = find("}", from: start), columns < end { start = columns + 1 }
    let isTurned = isTransposed(behind: end)
    text = Array(text[start..<end])
    defer { if isTurned { text = "[".utf8 + text + "]'".utf8 } }
    for power in ["\\cdot 10^{", "\\times 10^{", "\\cdot10^{", "\\times10^{"] {
      unwrap(power, "}") { before, exponent in
        while before.last == UInt8(ascii: " ") { before.removeLast() }
        before += Array("e".utf8) + exponent
      }
    }
    // Space below a row, and what only takes room in one.
    unwrap("\\\\[", "]") { before, _ in before += Array("\\\\".utf8) }
    for nothing in ["\\phantom{", "\\hphantom{", "\\color{"] { unwrap(nothing, "}") { _, _ in } }
    readFractions()
    for (sign, meaning) in Self.signsOfLaTeX { replace(sign, by: meaning) }
  }

  /// Whether a sign that turns a matrix over stands behind its end.
  private func isTransposed(behind end: Int) -> Bool {
    guard let close = find("}", from: end) else { return false }
    let rest = String(decoding: text[(close + 1)...], as: UTF8.self).filter { !$0.isWhitespace }
    return ["^T", "^{T}", "^\\top", "^{\\top}", "ᵀ", "'", "^\\mathsf{T}"].contains { sign in
      rest.hasPrefix(sign)
        || ["\\right]", "\\right)"].contains { rest.hasPrefix($0 + sign) }
    }
  }

  private static let signsOfLaTeX = [
    ("\\\\", ";"), ("\\cr", ";"), ("\\hline", ""), ("&", " "), ("{", ""), ("}", ""), ("\\,", " "),
    ("\\;", " "), ("\\:", " "), ("\\!", ""), ("\\qquad", " "), ("\\quad", " "), ("~", " "),
    ("\\%", "%"), ("\\num", ""), ("\\infty", "inf"), ("$", ""),
    // SymPy leaves a blank behind a sign.
    ("- ", "-"),
  ]

  /// `\frac{1}{2}` and `\frac12` are 1/2.
  private mutating func readFractions() {
    replace("\\sqrt ", by: "\\sqrt")
    for size in ["\\dfrac", "\\tfrac"] { replace(size, by: "\\frac") }
    unwrap("\\frac{", "}") { before, top in before += top + "/".utf8 }
    var result: [UInt8] = []
    var from = 0
    while let at = find("\\frac", from: from) {
      result += text[from..<at]
      from = at + 5
      // Two digits without braces.
      let digits = text[from...].prefix(2)
      if digits.count == 2, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
        result += [digits[from], UInt8(ascii: "/"), digits[from + 1]]
        from += 2
      }
    }
    text = result + text[from...]
  }
}
