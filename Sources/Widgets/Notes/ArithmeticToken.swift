import Numerics

/// A piece of text as arithmetic sees it.
struct ArithmeticToken: Equatable {
  enum Kind: Equatable {
    /// A number, and how many decimals it was written with.
    case number(Double, decimals: Int)
    /// `[1, 2, 3]`
    case vector(Vector)
    case plus, minus, times, over, open, close, equals
    case word(String)
    /// Punctuation that sentences have.
    case punctuation
    /// Anything else: nothing is computed over it.
    case other
  }

  var kind: Kind
  /// Where it stands in the text.
  var range: Range<Int>

  /// Whether it is one of these words, in whatever case.
  func isWord(in words: Set<String>) -> Bool {
    if case .word(let word) = kind { words.contains(word.lowercased()) } else { false }
  }

  /// The pieces of a text, white space left out.
  static func tokens(_ characters: [Character]) -> [ArithmeticToken] {
    var tokens: [ArithmeticToken] = []
    var at = 0
    while at < characters.count {
      let start = at
      let character = characters[at]
      if character.isWhitespace {
        at += 1
        continue
      }
      let kind = Self.kind(characters, &at)
      tokens.append(ArithmeticToken(kind: kind, range: start..<at))
    }
    return tokens
  }

  private static func kind(_ characters: [Character], _ at: inout Int) -> Kind {
    let character = characters[at]
    func next() -> Character? { at + 1 < characters.count ? characters[at + 1] : nil }
    let before = at > 0 ? characters[at - 1] : " "
    if isDigit(character) || character == "." && next().map(isDigit) == true {
      return number(characters, &at)
    }
    if character.isLetter || character == "_" {
      let start = at
      while at < characters.count,
        characters[at].isLetter || characters[at].isNumber || characters[at] == "_"
      {
        at += 1
      }
      return .word(String(characters[start..<at]))
    }
    if character == "[", let vector = vector(characters, &at) { return .vector(vector) }
    at += 1
    switch character {
    case "+": return .plus
    case "-", "−": return .minus
    case "*" where at < characters.count && characters[at] == "*":
      // A power: `2**3`.
      at += 1
      return .other
    case "*", "·", "×", "⋅", "∙": return .times
    case "/", "÷": return .over
    case "(": return .open
    case ")": return .close
    case "=":
      let after = at < characters.count ? characters[at] : " "
      let signs: Set<Character> = ["=", "<", ">", "!", ":", "+", "-", "*", "/", "~"]
      if signs.contains(before) && before != ")" || after == "=" || after == ">" { return .other }
      return .equals
    case "→", "⇒", ".", ",", ";", ":", "!", "?", "\"", "'", "“", "”", "‘", "’", "—", "…", "«", "»",
      "]":
      return .punctuation
    default: return .other
    }
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

  private static func number(_ characters: [Character], _ at: inout Int) -> Kind {
    let start = at
    func digits() { while at < characters.count, isDigit(characters[at]) { at += 1 } }
    digits()
    var decimals = 0
    if at + 1 < characters.count, characters[at] == ".", isDigit(characters[at + 1]) {
      at += 1
      let point = at
      digits()
      decimals = at - point
      // `1.000` is one in some countries and a thousand in others: not understood.
      let isGrouped = decimals == 3 && characters[point..<at].allSatisfy { $0 == "0" }
      if isGrouped, start < point - 1, characters[start] != "0" { return .other }
    }
    let text = String(characters[start..<at])
    guard text.count < 40, let value = Double(text.first == "." ? "0" + text : text) else {
      return .other
    }
    return .number(value, decimals: decimals)
  }

  private static func vector(_ characters: [Character], _ at: inout Int) -> Vector? {
    let limit = min(characters.count, at + 400)
    guard let end = characters[at..<limit].firstIndex(of: "]") else { return nil }
    let inner = characters[(at + 1)..<end]
    guard inner.contains(where: { $0 == "," || $0 == " " }),
      let vector = try? NumberReader.vector(String(inner))
    else { return nil }
    at = end + 1
    return vector
  }
}
