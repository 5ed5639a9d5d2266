import Basics

extension MathsParser {
  /// What one of the commands stands for that are seldom met; nil for another one.
  mutating func rarity(_ name: String) -> MathsNode? {
    if let symbol = MathsRarities.labelled[name] { return labelled(symbol) }
    switch name {
    case "bra", "Bra": return between("⟨", "|")
    case "ket", "Ket": return between("|", "⟩")
    case "braket", "Braket": return between("⟨", "⟩")
    case "set", "Set": return between("{", "}")
    case "pod", "textcircled": return between("(", ")")
    case "phase": return .row([.symbol(MathsSymbols.named("angle") ?? .none), argument()])
    // The corner that actuaries set around a term.
    case "angl": return .row([argument(), .symbol(MathsSymbols.named("urcorner") ?? .none)])
    case "angln": return .word("n⌝")
    case "genfrac": return generalFraction()
    case "mathchoice":
      let displayed = argument()
      for _ in 0..<3 { _ = argument() }
      return displayed
    case "fcolorbox":
      for _ in 0..<2 { _ = argument() }
      return argument()
    case "href":
      _ = scanner.bracedText()
      return argument()
    case "ref": return textGroup()
    case "eqref":
      return .fenced(MathsSymbols.typed("("), [textGroup()], MathsSymbols.typed(")"))
    case "rule": return rule()
    case "kern", "mkern", "mskip", "hskip":
      skipLength()
      return .space(6)
    case "verb": return verbatim()
    default: return nil
    }
  }

  /// An arrow that grows, with what stands above and below it.
  private mutating func labelled(_ name: String) -> MathsNode {
    let symbol = MathsSymbols.named(name) ?? MathsSymbols.typed("=")
    let lower = optionalArgument()
    let pair = MathsScriptPair(lower: lower, upper: argument(), limits: .always)
    return .scripts(.symbol(symbol), pair)
  }

  private mutating func between(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> MathsNode {
    .fenced(MathsSymbols.typed(left), [argument()], MathsSymbols.typed(right))
  }

  /// `\genfrac` with its delimiters, the thickness of its line, a style, and what stands above and below.
  private mutating func generalFraction() -> MathsNode {
    func delimiter(_ parser: inout MathsParser) -> MathsSymbol {
      parser.scanner.skipSpaces()
      guard parser.scanner.next == "{" else { return parser.delimiter() }
      let text = parser.scanner.bracedText() ?? ""
      return text.unicodeScalars.first.map(MathsSymbols.typed) ?? .none
    }
    let left = delimiter(&self)
    let right = delimiter(&self)
    scanner.skipSpaces()
    let thickness = scanner.bracedText() ?? ""
    scanner.skipSpaces()
    _ = scanner.bracedText()
    let upper = argument()
    let fraction = MathsNode.fraction(upper, argument(), bar: !thickness.hasPrefix("0"))
    return left == .none && right == .none ? fraction : .fenced(left, [fraction], right)
  }

  /// A filled rectangle; one without a width only keeps room.
  private mutating func rule() -> MathsNode? {
    scanner.skipBrackets()
    scanner.skipSpaces()
    let width = scanner.bracedText() ?? ""
    scanner.skipSpaces()
    _ = scanner.bracedText()
    return width.hasPrefix("0") ? .empty : .symbol(MathsSymbols.named("blacksquare") ?? .none)
  }

  /// A length that stands without braces: `18mu`, `-1em`.
  private mutating func skipLength() {
    scanner.skipSpaces()
    if scanner.take("{") {
      while let next = scanner.next, next != "}" { scanner.skip() }
      _ = scanner.take("}")
      return
    }
    if !scanner.take("-") { _ = scanner.take("+") }
    while let next = scanner.next, next.isDigit || next == "." { scanner.skip() }
    for _ in 0..<2 { if let next = scanner.next, MathsScanner.isLetter(next) { scanner.skip() } }
  }

  /// What stands between two of the same sign, as it was written.
  private mutating func verbatim() -> MathsNode {
    guard let sign = scanner.next else { return .empty }
    scanner.skip()
    var text = String.UnicodeScalarView()
    while let next = scanner.next, next != sign {
      text.append(next)
      scanner.skip()
    }
    _ = scanner.take(sign)
    return .word(String(text))
  }
}
