import Basics
import Numerics

/// A piece of text as arithmetic sees it, in a formula or in the middle of a sentence.
package struct FormulaToken: Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    /// A number, and how many decimals it was written with.
    case number(Double, decimals: Int)
    /// `[1, 2, 3]`, of numbers alone
    case vector(Vector)
    case plus, minus, times, over, power, root
    case open, close, openList, closeList, comma
    case equals
    case word(String)
    /// Other punctuation that sentences have.
    case punctuation
    /// Anything else: nothing is computed over it.
    case other
  }

  package var kind: Kind
  /// Where it stands in the text.
  package var range: Range<Int>

  /// Whether it is one of these words, in whatever case.
  package func isWord(in words: Set<String>) -> Bool {
    if case .word(let word) = kind { words.contains(word.lowercased()) } else { false }
  }

  /// The pieces of a text, white space left out. In a sentence a full stop may follow a number, and
  /// `1.000`, which is one to some and a thousand to others, is not understood.
  package static func tokens(_ characters: [Character], inSentence: Bool) -> [FormulaToken] {
    var scanner = TextScanner(characters)
    var tokens: [FormulaToken] = []
    while true {
      scanner.skipSpace()
      let start = scanner.position
      guard let kind = scanner.takeKind(inSentence: inSentence) else { return tokens }
      tokens.append(FormulaToken(kind: kind, range: start..<scanner.position))
    }
  }
}

extension TextScanner<Character> {
  fileprivate mutating func takeKind(inSentence: Bool) -> FormulaToken.Kind? {
    guard let character = next else { return nil }
    if character.isDigit || character == "." && peek(1)?.isDigit == true {
      return takeNumber(inSentence: inSentence)
    }
    if character.isLetter || character == "_" {
      let start = position
      skip { $0.isLetter || $0.isNumber || $0 == "_" }
      return .word(String(read(since: start)))
    }
    if character == "[", let vector = takeVector() { return .vector(vector) }
    let before = peek(-1)
    skip()
    switch character {
    case "+": return .plus
    case "-", "−": return .minus
    // Between two numbers of a sentence it stands for "to".
    case "–": return inSentence ? .other : .minus
    case "*": return take("*") ? .power : .times
    case "·", "×", "⋅", "∙": return .times
    case "/", "÷": return .over
    case "^": return .power
    case "√": return .root
    case "(": return .open
    case ")": return .close
    case "[": return .openList
    case "]": return .closeList
    case ",": return .comma
    case "=":
      // Of `==`, `<=`, `=>` and their kin it is not a sign of a result.
      if let before, "=<>!:+-*/~".contains(before) { return .other }
      return next == "=" || next == ">" ? .other : .equals
    case "→", "⇒", ".", ";", ":", "!", "?", "\"", "'", "“", "”", "‘", "’", "—", "…", "«", "»":
      return .punctuation
    default: return .other
    }
  }

  private mutating func takeNumber(inSentence: Bool) -> FormulaToken.Kind {
    let start = position
    let whole = skipDigits()
    var decimals = 0
    if next == ".", !inSentence || peek(1)?.isDigit == true {
      skip()
      decimals = skipDigits()
      let isGrouped =
        inSentence && decimals == 3 && read(since: position - 3).allSatisfy { $0 == "0" }
      if isGrouped, whole > 0, units[start] != "0" { return .other }
    }
    takeExponent()
    // `1.2.3`
    if !inSentence { skip { $0.isDigit || $0 == "." } }
    let text = String(read(since: start))
    guard text.count < 400, let value = Double(text), value.isFinite else { return .other }
    return .number(value, decimals: decimals)
  }

  private mutating func takeExponent() {
    guard next == "e" || next == "E" else { return }
    let hasSign = peek(1) == "+" || peek(1) == "-"
    guard peek(hasSign ? 2 : 1)?.isDigit == true else { return }
    skip(hasSign ? 2 : 1)
    skipDigits()
  }

  private mutating func takeVector() -> Vector? {
    let limit = Swift.min(units.count, position + 400)
    guard let end = units[position..<limit].firstIndex(of: "]") else { return nil }
    let inner = units[position + 1..<end]
    guard inner.contains(where: { $0 == "," || $0 == " " }),
      let vector = try? NumberReader.vector(String(inner))
    else { return nil }
    position = end + 1
    return vector
  }
}
