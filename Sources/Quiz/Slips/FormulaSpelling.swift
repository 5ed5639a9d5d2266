import Formulas

/// Formulas as they are written on paper: `2x`, `sqrt x`, `d²`, `d(d+1)`.
enum FormulaSpelling {
  private enum Piece { case factor, function, open, close, sign }

  private static let powers: [Character: Int] = [
    "\u{B2}": 2, "\u{B3}": 3, "\u{2074}": 4, "\u{2075}": 5,
  ]

  /// A formula with a star between factors, with brackets around what a function is of, and with powers as they
  /// are typed; as it is where that is not sure.
  static func spelt(_ formula: String) -> String {
    var plain = ""
    for character in formula { plain += powers[character].map { "^\($0)" } ?? String(character) }
    var result = ""
    var last = Piece.sign
    var rest = plain[...]
    while true {
      let space = rest.prefix { $0 == " " }
      rest = rest[space.endIndex...]
      guard let (piece, text) = piece(rest) else { return result }
      rest = rest[text.endIndex...]
      switch (last, piece) {
      case (.function, .factor):
        // What stands behind may belong to it too.
        let next = rest.first { $0 != " " }
        guard next.map({ !$0.isLetter && !$0.isNumber && !"^([".contains($0) }) ?? true else {
          return formula
        }
        result += "(\(text))"
        last = .close
        continue
      case (.function, .open): result += text
      case (.function, _): return formula
      case (.factor, .open) where isCall(result): return formula
      case (.factor, .factor) where isDigit(result.last) && isDigit(text.first): return formula
      case (.factor, .factor), (.factor, .function), (.factor, .open), (.close, .factor),
        (.close, .function), (.close, .open):
        result += "*\(text)"
      default: result += space.prefix(1) + text
      }
      last = piece
    }
  }

  /// A name with a power of another keyboard behind it, as it is typed: `d^2` for `d²`; nil for another one.
  static func powered(_ name: String) -> String? {
    guard let last = name.last, let power = powers[last], name.count > 1 else { return nil }
    return "\(name.dropLast())^\(power)"
  }

  /// What a text begins with; nil at its end.
  private static func piece(_ text: Substring) -> (Piece, Substring)? {
    guard let first = text.first else { return nil }
    if isDigit(first) || first == "." {
      let digits = text.prefix { isDigit($0) || $0 == "." }
      let rest = text[digits.endIndex...]
      let power = rest.dropFirst().drop { "+-".contains($0) }.prefix(while: isDigit)
      let isPower = rest.first == "e" && !power.isEmpty
      return (.factor, isPower ? text[..<power.endIndex] : digits)
    }
    if first.isLetter || first == "_" {
      let word = text.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      let isFunction = Expression.Function.named.contains { $0.rawValue == word }
      return (isFunction ? .function : .factor, word)
    }
    if first == "\u{221A}" { return (.function, text.prefix(1)) }
    let piece: Piece = first == "(" ? .open : ")]".contains(first) ? .close : .sign
    return (piece, text.prefix(1))
  }

  private static func isDigit(_ character: Character?) -> Bool {
    character.map { $0.isASCII && $0.isNumber } ?? false
  }

  /// Whether a text ends in a word that is too long for the name of a number.
  private static func isCall(_ text: String) -> Bool {
    let word = text.reversed().prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    return word.count > 1 && word.contains(where: \.isLetter)
  }
}
