/// Finds the symbol behind a command or behind a character typed as it is.
enum MathsSymbols {
  /// The symbol of a command, named without its backslash.
  static func named(_ name: String) -> MathsSymbol? { commands[name] }

  /// The symbol of a character: `-` is a minus sign, `≤` a relation, a letter itself.
  static func typed(_ scalar: Unicode.Scalar) -> MathsSymbol {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9": return itself(scalar, .ordinary)
    case "-": return MathsSymbol("−", "-", .binary)
    case "+", "*": return itself(scalar, .binary)
    case "=", "<", ">", ":": return itself(scalar, .relation)
    case "(", "[": return itself(scalar, .open)
    case ")", "]", "!", "?": return itself(scalar, .close)
    case ",", ";": return itself(scalar, .punctuation)
    default:
      guard !scalar.isASCII else { return itself(scalar, .ordinary) }
      return characters[scalar] ?? itself(scalar, .ordinary)
    }
  }

  private static func itself(_ scalar: Unicode.Scalar, _ kind: MathsKind) -> MathsSymbol {
    let text = String(Character(scalar))
    return MathsSymbol(text, text, kind)
  }

  private static let groups: [(symbols: [(String, String, String)], kind: MathsKind)] = [
    (MathsLetters.greek, .ordinary), (MathsLetters.signs, .ordinary), (MathsLetters.dots, .inner),
    (MathsOperators.big, .big), (MathsOperators.binary, .binary),
    (MathsOperators.relations, .relation), (MathsOperators.opening, .open),
    (MathsOperators.closing, .close), (MathsRarities.letters, .ordinary),
    (MathsRarities.dots, .inner), (MathsRarities.big, .big), (MathsRarities.binary, .binary),
    (MathsRarities.relations, .relation), (MathsRarities.negated, .relation),
    (MathsRarities.arrows, .relation), (MathsRarities.opening, .open),
    (MathsRarities.closing, .close),
  ]

  private static let commands: [String: MathsSymbol] = {
    var table: [String: MathsSymbol] = [:]
    table.reserveCapacity(1024)
    for group in groups {
      for (name, glyph, plain) in group.symbols {
        table[name] = MathsSymbol(glyph, plain, group.kind)
      }
    }
    for name in MathsLetters.functions + MathsRarities.functions {
      table[name] = MathsSymbol(name, name, .function)
    }
    for (name, text) in MathsLetters.limits + MathsRarities.limits {
      table[name] = MathsSymbol(text, text, .limit)
    }
    table["colon"] = MathsSymbol(":", ":", .punctuation)
    return table
  }()

  /// The first command of each glyph, so that a formula typed in Unicode is spaced and spelt alike.
  private static let characters: [Unicode.Scalar: MathsSymbol] = {
    var table: [Unicode.Scalar: MathsSymbol] = [:]
    for group in groups {
      for (_, glyph, plain) in group.symbols {
        guard let scalar = glyph.unicodeScalars.first, glyph.unicodeScalars.count == 1,
          table[scalar] == nil
        else { continue }
        table[scalar] = MathsSymbol(glyph, plain, group.kind)
      }
    }
    table["−"] = MathsSymbol("−", "-", .binary)
    return table
  }()
}
