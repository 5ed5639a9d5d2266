import Notes

/// Arithmetic as people type it, brought to the signs that `Expression` reads.
package enum TypedFormula {
  /// In plain signs, without the commands and dollars of TeX: `\frac{1}{2}` is `((1)/(2))`.
  package static func plain(_ typed: String) -> String {
    var text = TypedText.plain(String(typed.prefix(2_000)))
    guard text.contains(where: { "\\${}".contains($0) }) else { return text }
    text.removeAll { $0 == "$" }
    for name in ["\\dfrac", "\\tfrac"] { text = text.replacing(name, with: "\\frac") }
    for (command, sign) in commands { text = text.replacing(command, with: sign) }
    for _ in 0..<20 {
      guard let command = text.firstRange(of: "\\frac{"),
        let top = end(of: text, from: command.upperBound), text[top...].hasPrefix("}{"),
        let bottom = end(of: text, from: text.index(top, offsetBy: 2))
      else { break }
      let above = text[command.upperBound..<top]
      let below = text[text.index(top, offsetBy: 2)..<bottom]
      text =
        text[..<command.lowerBound] + "((\(above))/(\(below)))"
        + text[text.index(after: bottom)...]
    }
    return String(text.map { $0 == "{" ? "(" : $0 == "}" ? ")" : $0 })
  }

  private static let commands = [
    ("\\left", ""), ("\\right", ""), ("\\,", ""), ("\\;", " "), ("\\cdot", "*"), ("\\times", "*"),
    ("\\infty", "∞"), ("\\sqrt", "sqrt"), ("\\pi", "pi"), ("\\%", "%"), ("\\(", ""), ("\\)", ""),
  ]

  /// Where the brace is that closes the one before `start`.
  private static func end(of text: String, from start: String.Index) -> String.Index? {
    var depth = 1
    for index in text[start...].indices {
      if text[index] == "{" { depth += 1 }
      if text[index] == "}" { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }

  /// With `^` for powers and a sign for every product: `2**-1`, `2√2`, `2 pi`, `3 x 10^-2`,
  /// `sqrt 2`.
  static func arithmetic(_ text: String) -> String {
    let characters = Array(text.replacing("**", with: "^"))
    var result: [Character] = []
    func isDigit(_ index: Int) -> Bool {
      characters.indices.contains(index) && characters[index].isASCII && characters[index].isNumber
    }
    var index = 0
    while index < characters.count {
      let character = characters[index]
      let before = result.last { $0 != " " }
      let follows = before.map { $0.isASCII && $0.isNumber || $0 == ")" } ?? false
      let rest = String(characters[index...].prefix(5)).lowercased()
      let next = characters[(index + 1)...].firstIndex { $0 != " " }
      if character == "x" || character == "X", follows, let next, isDigit(next) {
        result.append("*")
        index += 1
        continue
      }
      let isFactor =
        character == "√" || character == "π" || rest.hasPrefix("pi") || rest.hasPrefix("sqrt")
        || rest.hasPrefix("exp") || character == "(" && before == ")"
      if follows, isFactor { result.append("*") }
      if rest.hasPrefix("sqrt") {
        result += "sqrt"
        index += 4
        let first = characters[index...].firstIndex { $0 != " " } ?? index
        guard isDigit(first) else { continue }
        let digits = characters[first...].prefix { $0.isASCII && $0.isNumber || $0 == "." }
        result += ["("] + digits + [")"]
        index = digits.endIndex
        continue
      }
      result.append(character)
      index += 1
    }
    return String(result)
  }
}
