import Basics

extension MathsParser {
  /// A command that sets the alphabet of its argument, or the text in it; nil for any other.
  mutating func styled(_ name: String) -> MathsNode? {
    switch name {
    case "text", "textrm", "textbf", "textit", "textsf", "texttt", "textnormal", "textup",
      "textsc", "textmd", "mbox", "hbox", "llap", "rlap", "clap", "url", "emph":
      return textGroup()
    case "mathrm", "mathbf", "mathit", "mathsf", "mathtt", "mathnormal", "boldsymbol", "bm",
      "bold", "pmb", "symbf", "symup", "mathfrak", "frak", "mathsfit":
      let body = argument()
      return Self.word(body).map { .word($0) } ?? body
    case "mathbb", "Bbb":
      return Self.mapped(argument(), MathsAlphabets.doubleStruck)
    case "mathcal", "mathscr":
      return Self.mapped(argument(), MathsAlphabets.script)
    case "operatorname":
      let kind: MathsKind = scanner.take("*") ? .limit : .function
      let body = argument()
      return .role(kind, Self.word(body, allowingSpaces: true).map { .word($0) } ?? body)
    case "mathop": return .role(.limit, argument())
    case "mathrel": return .role(.relation, argument())
    case "mathbin": return .role(.binary, argument())
    case "mathord", "mathinner": return .role(.ordinary, argument())
    case "mathopen": return .role(.open, argument())
    case "mathclose": return .role(.close, argument())
    case "mathpunct": return .role(.punctuation, argument())
    default: return nil
    }
  }

  /// Two or more letters as one word, hyphens kept short; nil when there is anything else.
  private static func word(_ node: MathsNode, allowingSpaces: Bool = false) -> String? {
    var word = ""
    for element in node.elements {
      switch element {
      case .symbol(let symbol) where symbol.plain == "-" || isPlain(symbol.glyph):
        word += symbol.plain
      case .space where allowingSpaces: word += " "
      case .word(let text): word += text
      default: return nil
      }
    }
    return word.utf8.count > 1 ? word : nil
  }

  private static func isPlain(_ glyph: String) -> Bool {
    glyph.unicodeScalars.allSatisfy { MathsScanner.isLetter($0) || $0.isDigit }
  }

  private static func mapped(
    _ node: MathsNode, _ form: (Unicode.Scalar) -> Unicode.Scalar?
  ) -> MathsNode {
    switch node {
    case .row(let nodes):
      return .row(nodes.map { mapped($0, form) })
    case .symbol(let symbol):
      let scalars = symbol.glyph.unicodeScalars
      guard let scalar = scalars.first, scalars.count == 1, let styled = form(scalar) else {
        return node
      }
      return .symbol(MathsSymbol(String(Character(styled)), symbol.plain, symbol.kind))
    default:
      return node
    }
  }

  /// Text in braces, its escapes resolved and the formulas between dollars set.
  mutating func textGroup() -> MathsNode {
    scanner.skipSpaces()
    guard let raw = scanner.bracedText() else { return argument() }
    let parts = Self.partedAtDollars(raw)
    guard parts.count > 1, depth < Self.depthLimit else { return .word(Self.unescaped(raw)) }
    return .row(
      parts.enumerated().compactMap { index, part in
        if index.isMultiple(of: 2) { return part.isEmpty ? nil : .word(Self.unescaped(part)) }
        return MathsParser.parse(part[...], depth: depth + 1)
      })
  }

  /// Text and formulas in turn, text first.
  private static func partedAtDollars(_ raw: String) -> [String] {
    var parts = [String.UnicodeScalarView()]
    var isEscaped = false
    for scalar in raw.unicodeScalars {
      if scalar == "$", !isEscaped {
        parts.append(.init())
      } else {
        parts[parts.count - 1].append(scalar)
      }
      isEscaped = scalar == "\\" && !isEscaped
    }
    return parts.map(String.init)
  }

  /// Text with `\_`, `\%` and their kin as the characters they stand for.
  private static func unescaped(_ raw: String) -> String {
    var result = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in raw.unicodeScalars {
      switch scalar {
      case "\\" where !isEscaped:
        isEscaped = true
        continue
      case "~" where !isEscaped:
        result.append(" ")
      case "_", "%", "$", "{", "}", "#", "&", " ", "~", "\\":
        result.append(scalar)
      case _ where isEscaped:
        result.append("\\")
        result.append(scalar)
      default:
        result.append(scalar)
      }
      isEscaped = false
    }
    if isEscaped { result.append("\\") }
    return String(result)
  }
}
