import Notes

/// Rows and cells of a vector or matrix typed in one line: `1 2; 3 4`, `(4, 6)`,
/// `[2,2],[2,2]`, `((2,2),(2,2))`, `np.array([[1, 0], [0, 1]])`.
package struct TypedGrid {
  private static let deepest = 6
  private static let longest = 4_000

  private indirect enum Item {
    case cell(String)
    case group([[Item]])
  }

  private let characters: [Character]
  private let hasDecimalCommas: Bool
  private var at = 0

  private init(characters: [Character], hasDecimalCommas: Bool) {
    self.characters = characters
    self.hasDecimalCommas = hasDecimalCommas
  }

  /// The cells, row by row; nil where brackets do not match or rows and numbers mix. A comma
  /// between digits parts cells, unless it is said to be a decimal sign.
  package static func cells(_ text: String, decimalCommas: Bool = false) -> [[String]]? {
    guard text.utf8.count <= longest else { return nil }
    var grid = TypedGrid(characters: bare(text), hasDecimalCommas: decimalCommas)
    guard let lines = grid.sequence(until: nil, depth: 0) else { return nil }
    return rows(lines)
  }

  /// The text without the names around it: `np.array(…)`, `\begin{bmatrix}…\end{bmatrix}`.
  private static func bare(_ typed: String) -> [Character] {
    var text = TypedText.plain(typed).trimmed
    for kind in ["bmatrix", "pmatrix", "matrix", "vmatrix", "array"] {
      text = text.replacing("\\begin{\(kind)}", with: "[").replacing("\\end{\(kind)}", with: "]")
    }
    text = text.replacing("\\\\", with: ";").replacing("&", with: " ")
    if text.hasPrefix("<"), text.hasSuffix(">") { text = "(\(text.dropFirst().dropLast()))" }
    for name in ["np.array", "numpy.array", "torch.tensor", "np.matrix", "tensor", "array"]
    where text.hasPrefix(name + "(") {
      text = String(text.dropFirst(name.count))
    }
    // One space for many.
    return text.reduce(into: []) { result, character in
      let isSpace = character != "\n" && character.isWhitespace
      if !isSpace { result.append(character) } else if result.last != " " { result.append(" ") }
    }
  }

  private static func rows(_ lines: [[Item]]) -> [[String]]? {
    let items = lines.flatMap { $0 }
    if items.count == 1, case .group(let inner) = items[0] { return rows(inner) }
    let groups = items.compactMap { if case .group(let inner) = $0 { inner } else { nil } }
    if groups.isEmpty {
      return lines.map { $0.compactMap { if case .cell(let text) = $0 { text } else { nil } } }
        .filter { !$0.isEmpty }
    }
    guard groups.count == items.count else { return nil }
    var result: [[String]] = []
    for group in groups {
      guard let rows = rows(group), rows.count == 1 else { return nil }
      result += rows
    }
    return result
  }

  // MARK: Reading

  private mutating func sequence(until close: Character?, depth: Int) -> [[Item]]? {
    guard depth <= Self.deepest else { return nil }
    var lines: [[Item]] = [[]]
    var word = ""
    func flush() {
      if !word.isEmpty { lines[lines.count - 1].append(.cell(word)) }
      word = ""
    }
    while at < characters.count {
      let character = characters[at]
      if character == close {
        at += 1
        flush()
        return lines
      }
      switch character {
      case "]", "}": return nil
      case "[", "{":
        if character == "{", !word.isEmpty {
          guard let end = end(of: at) else { return nil }
          word += String(characters[at...end])
          at = end + 1
          continue
        }
        flush()
        at += 1
        guard let inner = sequence(until: character == "[" ? "]" : "}", depth: depth + 1) else {
          return nil
        }
        lines[lines.count - 1].append(.group(inner))
        continue
      case "(":
        guard let end = end(of: at) else { return nil }
        if word.isEmpty, parts(at + 1..<end) {
          at += 1
          guard let inner = sequence(until: ")", depth: depth + 1) else { return nil }
          lines[lines.count - 1].append(.group(inner))
        } else {
          word += String(characters[at...end])
          at = end + 1
        }
        continue
      case ",": if isDecimal(at) { word.append(".") } else { flush() }
      case ";", "\n":
        flush()
        if lines.last?.isEmpty == false { lines.append([]) }
      case _ where character.isWhitespace: if partsCells(at) { flush() }
      default: word.append(character)
      }
      at += 1
    }
    flush()
    return close == nil ? lines : nil
  }

  private func isDecimal(_ index: Int) -> Bool {
    hasDecimalCommas && index > 0 && index + 1 < characters.count
      && characters[index - 1].isNumber && characters[index + 1].isNumber
  }

  /// Whether a space parts two cells: not around an operator, though before a sign.
  private func partsCells(_ index: Int) -> Bool {
    let before = characters[..<index].last { !$0.isWhitespace }
    guard let next = characters[index...].firstIndex(where: { !$0.isWhitespace }), let before else {
      return true
    }
    if "*/^+-".contains(before) || "*/^%".contains(characters[next]) { return false }
    let isSign = "+-".contains(characters[next])
    return !(isSign && characters.indices.contains(next + 1) && characters[next + 1].isWhitespace)
  }

  /// The bracket that closes the one at an index.
  private func end(of open: Int) -> Int? {
    var depth = 0
    for index in open..<characters.count {
      if "([{".contains(characters[index]) { depth += 1 }
      if ")]}".contains(characters[index]) { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }

  /// Whether what stands in round brackets is several cells, and no arithmetic.
  private func parts(_ range: Range<Int>) -> Bool {
    var depth = 0
    var isStarted = false
    for index in range {
      let character = characters[index]
      if "([{".contains(character) { depth += 1 }
      if ")]}".contains(character) { depth -= 1 }
      if character == "[" { return true }
      if depth == 0, ",;\n".contains(character) { return true }
      if depth == 0, character.isWhitespace, isStarted,
        characters[index..<range.upperBound].contains(where: { !$0.isWhitespace }),
        partsCells(index)
      {
        return true
      }
      isStarted = isStarted || !character.isWhitespace
    }
    // Brackets around brackets.
    guard let first = range.first(where: { !characters[$0].isWhitespace }),
      characters[first] == "(", let end = end(of: first),
      characters[end + 1..<range.upperBound].allSatisfy(\.isWhitespace)
    else { return false }
    return parts(first + 1..<end)
  }
}
