import Notes

/// Reads arithmetic by recursive descent, of formulas and of sentences; length and depth are bounded.
struct FormulaParser {
  private static let longest = 500
  private static let deepest = 40

  private let characters: [Character]
  private var tokens: ArraySlice<FormulaToken>
  private var depth = 0

  static func parse(_ text: String) throws(ExpressionProblem) -> Expression {
    guard text.utf8.count <= longest else {
      throw ExpressionProblem("a formula is at most \(longest) characters long")
    }
    let characters = Array(text)
    return try parse(FormulaToken.tokens(characters, inSentence: false)[...], of: characters)
  }

  /// The formula that all these tokens of a text make together.
  static func parse(
    _ tokens: ArraySlice<FormulaToken>, of characters: [Character]
  ) throws(ExpressionProblem) -> Expression {
    var parser = FormulaParser(characters: characters, tokens: tokens)
    let expression = try parser.sum()
    if let rest = parser.tokens.first {
      throw parser.decimalComma(at: rest) ?? parser.unexpected(rest)
    }
    return expression
  }

  private init(characters: [Character], tokens: ArraySlice<FormulaToken>) {
    self.characters = characters
    self.tokens = tokens
  }

  private mutating func take(_ kind: FormulaToken.Kind) -> Bool {
    guard tokens.first?.kind == kind else { return false }
    tokens.removeFirst()
    return true
  }

  // MARK: The grammar

  private mutating func sum() throws(ExpressionProblem) -> Expression {
    try descend()
    defer { depth -= 1 }
    var left = try product()
    while true {
      if take(.plus) {
        left = .operation(.plus, left, try product())
      } else if take(.minus) {
        left = .operation(.minus, left, try product())
      } else {
        return left
      }
    }
  }

  private mutating func product() throws(ExpressionProblem) -> Expression {
    var left = try signed()
    while true {
      if take(.times) {
        left = .operation(.times, left, try signed())
      } else if take(.over) {
        left = .operation(.divided, left, try signed())
      } else {
        return left
      }
    }
  }

  private mutating func signed() throws(ExpressionProblem) -> Expression {
    var isNegative = false
    while true {
      if take(.minus) { isNegative.toggle() } else if !take(.plus) { break }
    }
    let value = try power()
    return isNegative ? .negative(value) : value
  }

  private mutating func power() throws(ExpressionProblem) -> Expression {
    try descend()
    defer { depth -= 1 }
    let base = try primary()
    return take(.power) ? .operation(.power, base, try signed()) : base
  }

  /// A value with the entries of it that are asked for: `softmax(z)[0]`.
  private mutating func primary() throws(ExpressionProblem) -> Expression {
    var value = try simple()
    // Brackets that a space parts from it are a list of their own.
    while let next = tokens.first, next.range.lowerBound > 0,
      !characters[next.range.lowerBound - 1].isWhitespace
    {
      switch next.kind {
      case .openList:
        tokens.removeFirst()
        value = .call(.entry, [value] + (try list(endingWith: .closeList, "]")))
      case .vector(let vector):
        tokens.removeFirst()
        value = .call(.entry, [value] + vector.map(Expression.number))
      default: return value
      }
    }
    return value
  }

  private mutating func simple() throws(ExpressionProblem) -> Expression {
    guard let token = tokens.popFirst() else {
      throw ExpressionProblem("a formula ends too early")
    }
    switch token.kind {
    case .number(let number, _): return .number(number)
    case .vector(let vector): return .list(vector.map(Expression.number))
    case .open:
      let inner = try sum()
      guard take(.close) else { throw unclosed(by: ")") }
      return inner
    case .openList: return .list(try list(endingWith: .closeList, "]"))
    case .root:
      try descend()
      defer { depth -= 1 }
      return .call(.sqrt, [try primary()])
    case .word(let name):
      guard take(.open) else { return .name(name) }
      return .call(try function(name), try list(endingWith: .close, ")"))
    default: throw unexpected(token)
    }
  }

  private mutating func list(
    endingWith end: FormulaToken.Kind, _ sign: String
  ) throws(ExpressionProblem) -> [Expression] {
    var parts: [Expression] = []
    if take(end) { return parts }
    repeat { parts.append(try sum()) } while take(.comma)
    guard take(end) else { throw unclosed(by: sign) }
    return parts
  }

  private mutating func descend() throws(ExpressionProblem) {
    depth += 1
    guard depth <= Self.deepest else { throw ExpressionProblem("a formula nests too deep") }
  }

  // MARK: What is wrong

  private func function(_ name: String) throws(ExpressionProblem) -> Expression.Function {
    if let function = Expression.Function(rawValue: name) { return function }
    let known = Expression.Function.named.map(\.rawValue)
    // Of another base it is another one.
    let near = name.hasPrefix("log") ? nil : NearestWord.nearest(to: name, among: known)
    throw ExpressionProblem(
      "there is no function \(name)",
      remedy: near.map { "did you mean \($0)?" } ?? "there are \(known.joined(separator: ", "))")
  }

  private func unclosed(by sign: String) -> ExpressionProblem {
    if let rest = tokens.first, let problem = decimalComma(at: rest) { return problem }
    return ExpressionProblem("a bracket is never closed", remedy: "add \"\(sign)\"")
  }

  private func unexpected(_ token: FormulaToken) -> ExpressionProblem {
    let text = String(characters[token.range])
    let isNumber = text.first.map { $0.isNumber || $0 == "." } == true && token.kind == .other
    return ExpressionProblem(
      isNumber ? "\"\(text)\" is not a number" : "\"\(text)\" is not expected there")
  }

  /// What to say of a comma with digits on both sides, where no comma belongs.
  private func decimalComma(at token: FormulaToken) -> ExpressionProblem? {
    guard token.kind == .comma, token.range.lowerBound > 0 else { return nil }
    func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }
    let before = characters[..<token.range.lowerBound].reversed().prefix(while: isDigit).reversed()
    let after = characters[token.range.upperBound...].prefix(while: isDigit)
    guard !before.isEmpty, !after.isEmpty else { return nil }
    return ExpressionProblem(
      NumberProblem.decimalComma(String(before) + "," + String(after), NumberPlace()).advice)
  }
}
