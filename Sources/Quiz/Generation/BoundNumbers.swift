import Notes
import Numerics

/// Questions from numbers that the notes bind: vectors whose dot product a code block takes, a
/// `dot-product` or `attention` block, a formula `[1,2,3] \cdot [4,5,6]`.
enum BoundNumbers {
  static func sections(in blocks: [Block], lesson: String) -> [Section] {
    var sections: [Section] = []
    for block in blocks {
      guard case .code(let info, let text) = block.kind else { continue }
      let name = info.split(separator: " ").first.map { $0.lowercased() } ?? ""
      let values = bindings(text)
      if name == "attention", let q = values["Q"], let k = values["K"], let v = values["V"] {
        if let section = attention(q, k, v, text: text, line: block.line) {
          sections.append(section)
        }
      } else if let (u, v) = name == "dot-product" ? ("u", "v") : dotted(text),
        let left = values[u]?.row, let right = values[v]?.row
      {
        if let section = dot(u, left, v, right, lesson: lesson, line: block.line) {
          sections.append(section)
        }
      }
    }
    return sections
  }

  private static func dot(
    _ u: String, _ left: Vector, _ v: String, _ right: Vector, lesson: String, line: Int
  ) -> Section? {
    guard left.count == right.count, left.count <= 8 else { return nil }
    let style = NumberText()
    func term(_ x: Double, _ y: Double) -> String {
      "\(style.text(x))·" + (y < 0 ? "(\(style.text(y)))" : style.text(y))
    }
    let terms = zip(left, right).map(term).joined(separator: " + ")
    let sum = style.text(left.dot(right))
    let (marks, blank) = Marks.one(
      "= dot([\(list(left))], [\(list(right))]) ± 0.01")
    return Section(
      heading: "What is the dot product?", line: line,
      prompt: [
        Block(
          .paragraph([
            .text(
              "In “\(lesson)”, \(u) = \(style.vector(left)) and \(v) = \(style.vector(right)). "
                + "\(u) · \(v) = \(blank)")
          ]))
      ],
      explanation: [Block(.paragraph([.text("\(terms) = \(sum)")]))], marks: marks)
  }

  private static func attention(
    _ q: Value, _ k: Value, _ v: Value, text: String, line: Int
  ) -> Section? {
    guard let query = q.asMatrix, let key = k.asMatrix, let value = v.asMatrix,
      text.contains("mask") == false || text.contains("none"),
      let attention = try? Attention(query: query, key: key, value: value),
      query.rows * value.columns <= 12
    else { return nil }
    func literal(_ matrix: Matrix) -> String {
      "[" + (0..<matrix.rows).map { "[\(list(Array(matrix.row($0))))]" }.joined(separator: ", ")
        + "]"
    }
    let (marks, blank) = Marks.one(
      "= attention(\(literal(query)), \(literal(key)), \(literal(value))) ± 0.02")
    let weights = Value.matrix(attention.weights).text
    return Section(
      heading: "What does attention give?", line: line,
      prompt: [
        Block(
          .paragraph([
            .text("Q = \(q.text), K = \(k.text), V = \(v.text), no mask. The output is \(blank)")
          ]))
      ],
      explanation: [
        Block(
          .paragraph([
            .text("The weights are \(weights); each row of them mixes the values.")
          ]))
      ], marks: marks)
  }

  private static func list(_ vector: Vector) -> String {
    vector.map { "\($0)" }.joined(separator: ",")
  }

  /// Names that a text binds to vectors or matrices, one a line.
  private static func bindings(_ text: String) -> [String: Value] {
    var values: [String: Value] = [:]
    for line in text.split(whereSeparator: \.isNewline).prefix(500) {
      let parts = line.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
      guard parts.count == 2, let name = parts.first, !name.isEmpty,
        name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" })
      else { continue }
      var literal = parts[1]
      if let comment = literal.firstIndex(of: "#") { literal = String(literal[..<comment]).trimmed }
      for call in ["np.array", "numpy.array", "torch.tensor", "jnp.array", "array", "tensor"]
      where literal.hasPrefix(call + "(") && literal.hasSuffix(")") {
        literal = String(literal.dropFirst(call.count + 1).dropLast())
        break
      }
      guard let matrix = try? NumberReader.matrix(literal) else { continue }
      values[name] = matrix.rows == 1 ? .vector(matrix.elements) : .matrix(matrix)
    }
    return values
  }

  /// The two names whose dot product a program takes.
  private static func dotted(_ text: String) -> (String, String)? {
    for line in text.split(whereSeparator: \.isNewline) {
      let code = String(line.split(separator: "#", omittingEmptySubsequences: false).first ?? "")
      for call in ["np.dot(", "numpy.dot(", "torch.dot(", "np.inner(", "jnp.dot("] {
        guard let open = code.firstRange(of: call),
          let close = code[open.upperBound...].firstIndex(of: ")")
        else { continue }
        let names = code[open.upperBound..<close].split(separator: ",").map { String($0).trimmed }
        if names.count == 2 { return (names[0], names[1]) }
      }
      let words = code.split { $0 == " " || $0 == "(" || $0 == ")" }.map(String.init)
      if let at = words.firstIndex(of: "@"), at > 0, at + 1 < words.count {
        return (words[at - 1], words[at + 1])
      }
      if let dot = code.firstRange(of: ".dot("),
        let close = code[dot.upperBound...].firstIndex(of: ")")
      {
        let before = code[..<dot.lowerBound].reversed().prefix {
          $0.isLetter || $0.isNumber || $0 == "_"
        }
        return (String(before.reversed()), String(code[dot.upperBound..<close]).trimmed)
      }
    }
    return nil
  }
}
