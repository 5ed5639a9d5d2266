import Notes

/// Matrices as Mathematica, C++, Julia and R print them.
extension PrintedMatrix {
  /// Rows in braces, as Mathematica and C++ write them, behind Julia's `2×2 Matrix{Float64}:`.
  mutating func readBraces() {
    var lines = lines
    if let at = lines.firstIndex(where: { !$0.allSatisfy(\.isWhitespace) }), lines.count > at + 1,
      lines[at].trimmed.hasSuffix("}:")
    {
      lines.remove(at: at)
      text = Array(lines.joined(separator: "\n").utf8)
    }
    replace("{", by: "[")
    replace("}", by: "]")
  }

  /// TensorFlow's `<tf.Tensor: shape=(2, 2), dtype=float32, numpy=array(…)>`.
  mutating func dropRepresentation() {
    guard text.starts(with: "<tf.".utf8), let numbers = find("numpy="),
      let end = text.lastIndex(of: UInt8(ascii: ">")), end > numbers
    else { return }
    text = Array(text[(numbers + "numpy=".utf8.count)..<end])
  }

  /// The places that R prints beside its numbers: `[,1]` over a column, `[1,]` before a row, `[1]` before
  /// a vector.
  mutating func dropPlacesOfR() {
    let start = text.firstIndex { !" \n\r\t".utf8.contains($0) } ?? 0
    guard text[start...].starts(with: "[,1]".utf8) || text[start...].starts(with: "[1] ".utf8)
    else {
      return
    }
    let lines = lines
    guard let first = lines.first(where: { !$0.allSatisfy(\.isWhitespace) })?.trimmed else {
      return
    }
    func isPlace(_ word: Substring) -> Bool {
      word.first == "[" && word.last == "]" && word.contains(where: \.isNumber)
        && word.dropFirst().dropLast().allSatisfy { $0.isNumber || $0 == "," }
    }
    let isMatrix = first.split(separator: " ").allSatisfy { isPlace($0) && $0.hasPrefix("[,") }
    guard isMatrix || first.hasPrefix("[1] ") && !first.dropFirst(4).contains("[") else { return }
    // Columns that find no room are printed below, under places of their own.
    var rows: [String] = []
    var next = 0
    for line in lines where !line.allSatisfy(\.isWhitespace) {
      let words = line.split(separator: " ")
      if isMatrix, words.allSatisfy({ isPlace($0) && $0.hasPrefix("[,") }) {
        next = 0
        continue
      }
      if next == rows.count { rows.append("") }
      rows[next] += words.filter { !isPlace($0) }.map { " " + $0 }.joined()
      next += 1
    }
    text = Array(rows.joined(separator: isMatrix ? "\n" : " ").utf8)
  }
}
