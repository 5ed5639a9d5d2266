import Notes
import Numerics

/// Vectors and matrices that a piece of code binds, and the dot product that it takes of them.
package struct CodeVectors {
  /// A vector, and the name that it is bound to.
  package struct NamedVector: Equatable, Sendable {
    package let name: String?
    package let vector: Vector

    package init(_ name: String?, _ vector: Vector) {
      self.name = name
      self.vector = vector
    }
  }

  /// The text of each literal by the name it is bound to.
  private var bound: [String: String] = [:]
  private let code: [Character]

  /// Reads Python-like code; `#` starts a comment.
  package init(_ text: String) {
    code = Array(Self.withoutComments(text))
    bind()
  }

  /// Queries, keys and values, where all three are bound.
  package var attention: (query: Matrix, key: Matrix, value: Matrix)? {
    func find(_ names: [String]) -> Matrix? {
      names.lazy.compactMap { bound[$0] }.compactMap { try? NumberReader.matrix($0) }.first
    }
    guard let query = find(["Q", "q", "query", "queries"]),
      let key = find(["K", "k", "key", "keys"]),
      let value = find(["V", "v", "value", "values"])
    else { return nil }
    return (query, key, value)
  }

  /// The vectors of the first dot product of at most `most` entries, each with its name, if any.
  package func dotProduct(most: Int) -> (u: NamedVector, v: NamedVector)? {
    for (first, second) in pairs {
      guard let u = vector(first), let v = vector(second), u.count == v.count, u.count <= most
      else { continue }
      return (
        NamedVector(bound[first] == nil ? nil : first, u),
        NamedVector(bound[second] == nil ? nil : second, v)
      )
    }
    return nil
  }

  /// What a name is bound to; of a literal itself.
  func literal(_ text: String) -> String { bound[text] ?? text }

  private func vector(_ text: String) -> Vector? {
    let literal = literal(text)
    guard literal.count(where: { $0 == "[" }) == 1 else { return nil }
    return try? NumberReader.vector(literal)
  }

  private static func withoutComments(_ text: String) -> String {
    text.prefix(50_000).split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(line.prefix { $0 != "#" })
    }.joined(separator: "\n")
  }

  // MARK: Bindings

  private mutating func bind() {
    var at = 0
    while at < code.count {
      guard code[at] == "=", at > 0, let name = word(endingBefore: at) else {
        at += 1
        continue
      }
      at += 1
      if at < code.count, code[at] == "=" {
        at += 1
        continue
      }
      // A call around the literal, such as np.array( … ), may stand before it.
      var start = at
      while start < code.count, start - at < 40,
        code[start].isLetter || code[start].isNumber || "._ (\n".contains(code[start])
      {
        start += 1
      }
      guard start < code.count, code[start] == "[", let end = closing(start) else { continue }
      bound[name] = String(code[start...end])
      at = end + 1
    }
  }

  private func closing(_ start: Int) -> Int? {
    var depth = 0
    for at in start..<min(code.count, start + 4000) {
      if code[at] == "[" { depth += 1 }
      if code[at] == "]" {
        depth -= 1
        if depth == 0 { return at }
      }
    }
    return nil
  }

  private func isName(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }

  private func word(endingBefore end: Int) -> String? {
    var last = end
    while last > 0, code[last - 1] == " " { last -= 1 }
    var first = last
    while first > 0, isName(code[first - 1]) { first -= 1 }
    return first < last ? String(code[first..<last]) : nil
  }

  // MARK: Dot products

  /// What is multiplied: names or literals, in the order in which the code has them.
  private var pairs: [(String, String)] {
    products.map { ($0.0, $0.1.hasSuffix(".T") ? String($0.1.dropLast(2)) : $0.1) }
  }

  /// The same with the `.T` that may stand behind the second.
  var products: [(String, String)] {
    var pairs: [(String, String)] = []
    for at in code.indices {
      if code[at] == "@" {
        if let left = operand(endingBefore: at), let right = operand(from: at + 1) {
          pairs.append((left, right))
        }
      } else if code[at] == "(", let name = word(endingBefore: at) {
        let arguments = arguments(from: at + 1)
        switch name {
        case "dot", "inner", "vdot", "matmul", "zip":
          if arguments.count >= 2 {
            pairs.append((arguments[0], arguments[1]))
          } else if arguments.count == 1, name == "dot",
            let left = operand(endingBefore: at - name.count - 1), code[at - name.count - 1] == "."
          {
            pairs.append((left, arguments[0]))
          }
        default: break
        }
      }
    }
    return pairs
  }

  private func operand(endingBefore end: Int) -> String? {
    var last = end
    while last > 0, code[last - 1] == " " || code[last - 1] == ")" { last -= 1 }
    guard last > 0 else { return nil }
    guard code[last - 1] == "]" else { return word(endingBefore: last) }
    guard let start = code[..<last].lastIndex(of: "[") else { return nil }
    return String(code[start..<last])
  }

  private func operand(from start: Int) -> String? {
    var at = start
    while at < code.count, code[at] == " " || code[at] == "(" { at += 1 }
    guard at < code.count else { return nil }
    if code[at] == "[" { return closing(at).map { String(code[at...$0]) } }
    var end = at
    while end < code.count, isName(code[end]) { end += 1 }
    guard end > at else { return nil }
    let isTurned =
      code[end...].prefix(2) == [".", "T"]
      && !code[end...].dropFirst(2).prefix(1).contains(where: isName)
    return String(code[at..<end]) + (isTurned ? ".T" : "")
  }

  /// What stands between brackets, parted at commas that are in no further bracket.
  private func arguments(from start: Int) -> [String] {
    var arguments: [String] = []
    var current = ""
    var depth = 0
    for at in start..<min(code.count, start + 2000) {
      let character = code[at]
      if depth == 0, character == ")" {
        arguments.append(current.trimmed)
        return arguments
      }
      if "([{".contains(character) { depth += 1 }
      if ")]}".contains(character) { depth -= 1 }
      if depth == 0, character == "," {
        arguments.append(current.trimmed)
        current = ""
      } else {
        current.append(character)
      }
    }
    return []
  }
}
