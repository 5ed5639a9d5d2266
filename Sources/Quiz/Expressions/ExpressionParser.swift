import Notes

/// Reads formulas by recursive descent; length and depth are bounded.
struct ExpressionParser {
  private static let longest = 500
  private static let deepest = 40

  private let characters: [Character]
  private var at = 0
  private var depth = 0

  static func parse(_ text: String) throws(ExpressionProblem) -> Expression {
    guard text.utf8.count <= longest else {
      throw ExpressionProblem("a formula is at most \(longest) characters long")
    }
    var parser = ExpressionParser(text)
    let expression = try parser.sum()
    parser.skipSpaces()
    if let rest = parser.peek { throw ExpressionProblem("\"\(rest)\" is not expected there") }
    return expression
  }

  private init(_ text: String) {
    characters = text.map { character in
      switch character {
      case "−", "–": "-"
      case "·", "×", "⋅": "*"
      case "÷": "/"
      default: character
      }
    }
  }

  private var peek: Character? { at < characters.count ? characters[at] : nil }

  private mutating func skipSpaces() {
    while let character = peek, character.isWhitespace { at += 1 }
  }

  private mutating func take(_ character: Character) -> Bool {
    skipSpaces()
    guard peek == character else { return false }
    at += 1
    return true
  }

  private mutating func takeOperator(_ signs: String) -> Expression.Operator? {
    skipSpaces()
    guard let sign = peek, signs.contains(sign) else { return nil }
    at += 1
    return Expression.Operator(rawValue: sign)
  }

  private mutating func sum() throws(ExpressionProblem) -> Expression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw ExpressionProblem("a formula nests too deep") }
    var left = try product()
    while let sign = takeOperator("+-") { left = .operation(sign, left, try product()) }
    return left
  }

  private mutating func product() throws(ExpressionProblem) -> Expression {
    var left = try signed()
    while let sign = takeOperator("*/") { left = .operation(sign, left, try signed()) }
    return left
  }

  private mutating func signed() throws(ExpressionProblem) -> Expression {
    var isNegative = false
    while true {
      if take("-") { isNegative.toggle() } else if !take("+") { break }
    }
    let value = try power()
    return isNegative ? .negative(value) : value
  }

  private mutating func power() throws(ExpressionProblem) -> Expression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw ExpressionProblem("a formula nests too deep") }
    let base = try primary()
    return take("^") ? .operation(.power, base, try signed()) : base
  }

  private mutating func primary() throws(ExpressionProblem) -> Expression {
    skipSpaces()
    guard let first = peek else { throw ExpressionProblem("a formula ends too early") }
    if first == "(" {
      at += 1
      let inner = try sum()
      guard take(")") else { throw ExpressionProblem("a bracket is never closed: add \")\"") }
      return inner
    }
    if first == "[" {
      at += 1
      return .list(try list(endingIn: "]"))
    }
    if first == "√" {
      at += 1
      return .call(.sqrt, [try primary()])
    }
    if first.isASCII, first.isNumber || first == "." { return .number(try number()) }
    guard first.isLetter else { throw ExpressionProblem("\"\(first)\" is not expected there") }
    var name = ""
    while let character = peek, character.isLetter || character.isNumber || character == "_" {
      name.append(character)
      at += 1
    }
    guard take("(") else { return .name(name) }
    guard let function = Expression.Function(rawValue: name) else {
      let known = Expression.Function.allCases.map(\.rawValue)
      let near = NearestWord.nearest(to: name, among: known)
      throw ExpressionProblem(
        "there is no function \(name); "
          + (near.map { "did you mean \($0)?" }
            ?? "there are \(known.joined(separator: ", "))"))
    }
    return .call(function, try list(endingIn: ")"))
  }

  private mutating func list(endingIn end: Character) throws(ExpressionProblem) -> [Expression] {
    var parts: [Expression] = []
    if take(end) { return parts }
    repeat { parts.append(try sum()) } while take(",")
    guard take(end) else { throw ExpressionProblem("a bracket is never closed: add \"\(end)\"") }
    return parts
  }

  private mutating func number() throws(ExpressionProblem) -> Double {
    var text = ""
    func isDigit(_ character: Character?) -> Bool {
      character.map { $0.isASCII && $0.isNumber } ?? false
    }
    while isDigit(peek) || peek == "." {
      text.append(characters[at])
      at += 1
    }
    if peek == "e" || peek == "E" {
      let signs = at + 1 < characters.count && "+-".contains(characters[at + 1]) ? 2 : 1
      if at + signs < characters.count, isDigit(characters[at + signs]) {
        text += String(characters[at..<at + signs])
        at += signs
        while isDigit(peek) {
          text.append(characters[at])
          at += 1
        }
      }
    }
    guard let value = Double(text), value.isFinite else {
      throw ExpressionProblem("\"\(text)\" is no number")
    }
    return value
  }
}
