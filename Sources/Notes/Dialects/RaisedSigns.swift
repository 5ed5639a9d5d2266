/// What Pandoc and R Markdown set higher and lower: `2^10^` is a power, and no number of which a sign
/// was lost; `H~2~O` is water. It stands behind a letter, digit or bracket and holds no blank; no letter or
/// digit follows it, unless it is a number that is set lower, or a capital or word that is set higher: `A^T^A`.
/// `a^2+b^2`, `a^b^c` and `a~b~c` stay as they are. What is set higher may also begin a word: `^14^C`. Between single tildes such a word is struck out, as GitHub has it.
extension [Inline] {
  var withRaisedSigns: [Inline] { raised("^").raised("~") }

  private func raised(_ written: StaticString) -> [Inline] {
    let isThere = contains { if case .text(let text) = $0 { text.holds(written) } else { false } }
    guard isThere, let sign = "\(written)".first else { return self }
    return flatMap { inline -> [Inline] in
      guard case .text(let text) = inline, text.holds(written) else { return [inline] }
      return text.raised(sign)
    }
  }
}

extension String {
  /// The longest text that is set higher or lower.
  private static let longest = 12

  /// The text with what stands between two such signs as formulas.
  fileprivate func raised(_ sign: Character) -> [Inline] {
    var result: [Inline] = []
    var plain = ""
    var rest = self[...]
    while let open = rest.firstIndex(of: sign) {
      plain += rest[..<open]
      let after = rest[rest.index(after: open)...]
      let inner = after.prefix(Self.longest + 1).prefix(while: \.isRaised)
      let behind = after[inner.endIndex...]
      guard behind.first == sign else {
        plain.append(sign)
        rest = after
        continue
      }
      rest = behind.dropFirst()
      let isAttached = plain.last.map { $0.isLetter || $0.isNumber || $0 == ")" } == true
      let begins = sign == "^" && plain.last.map { $0.isWhitespace || $0 == "(" } != false
      let isIndex = begins || sign == "~" && inner.allSatisfy(\.isNumber)
      let isInWord =
        sign == "^" && inner.allSatisfy(\.isLetter) && rest.first?.isLetter == true
        && (inner.count > 1 || inner.first?.isUppercase == true)
      let goesOn =
        rest.first == sign || !isIndex && !isInWord && rest.first?.isWordly == true
      if isAttached || begins && inner.contains(where: \.isWordly), !goesOn, !inner.isEmpty {
        if !plain.isEmpty { result.append(.text(plain)) }
        plain = ""
        result.append(.maths("\(sign == "^" ? "^" : "_"){\(inner)}"))
      } else {
        plain += "\(sign)\(inner)\(sign)"
      }
    }
    plain += rest
    if !plain.isEmpty { result.append(.text(plain)) }
    return result
  }
}

extension Character {
  /// Whether it is a letter, a digit or a sign of a power or an index.
  fileprivate var isRaised: Bool { isWordly || "+-−.*()'".contains(self) }

  fileprivate var isWordly: Bool { isLetter || isNumber }
}
