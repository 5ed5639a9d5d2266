import Basics

/// Typed text with one sign for each meaning: what word processors, phones and other keyboards put
/// in place of digits, minus signs, fractions and powers becomes what a plain keyboard types.
package enum TypedText {
  /// The text in plain signs: `１２` is `12`, `−½` is `-(1/2)`, `10⁻³` is `10^(-3)`, `xₖ` is `x_k`.
  package static func plain(_ text: String) -> String {
    var result = ""
    var raised = ""
    var lowered = ""
    func flush() {
      if !raised.isEmpty { result += raised.count == 1 ? "^\(raised)" : "^(\(raised))" }
      if !lowered.isEmpty { result += "_\(lowered)" }
      (raised, lowered) = ("", "")
    }
    for scalar in text.unicodeScalars {
      if let sign = superscripts[scalar] {
        if !lowered.isEmpty { flush() }
        raised.append(sign)
      } else if let sign = subscripts[scalar] {
        if !raised.isEmpty { flush() }
        lowered.append(sign)
      } else {
        flush()
        append(scalar, to: &result)
      }
    }
    flush()
    return result
  }

  private static func append(_ scalar: Unicode.Scalar, to result: inout String) {
    switch scalar {
    case "\u{2010}"..."\u{2015}", "\u{2212}", "\u{FE58}", "\u{FE63}": result.append("-")
    case "×", "·", "⋅", "∙", "∗", "✕", "⨯": result.append("*")
    case "÷", "∕", "⁄": result.append("/")
    case "“", "”", "„", "«", "»": result.append("\"")
    case "‘", "’", "‚", "′": result.append("'")
    case "⟨", "〈": result.append("(")
    case "⟩", "〉": result.append(")")
    case "\u{AD}", "\u{200B}"..."\u{200F}", "\u{2060}"..."\u{2064}", "\u{FEFF}": break
    case _ where scalar.narrow.isASCII: result.unicodeScalars.append(scalar.narrow)
    case _ where scalar.properties.isWhitespace: result.append(" ")
    default: appendNumber(scalar, to: &result)
    }
  }

  /// A digit of any script, a fraction in one sign, or another scalar as it is.
  private static func appendNumber(_ scalar: Unicode.Scalar, to result: inout String) {
    let properties = scalar.properties
    if properties.numericType == .decimal, let value = properties.numericValue {
      result += "\(Int(value))"
    } else if let (top, bottom) = fractions[scalar] {
      // `1½` is one and a half.
      let whole = result.reversed().prefix { $0.isASCII && $0.isNumber }.count
      let digits = result.suffix(whole)
      result.removeLast(whole)
      result += digits.isEmpty ? "(\(top)/\(bottom))" : "(\(digits)+\(top)/\(bottom))"
    } else {
      result.unicodeScalars.append(scalar)
    }
  }

  private static let superscripts = pairs("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿⁱᵀ", "0123456789+-()niT")
  private static let subscripts = pairs(
    "₀₁₂₃₄₅₆₇₈₉₊₋ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", "0123456789+-aehijklmnoprstuvx")
  private static let fractions: [Unicode.Scalar: (Int, Int)] = [
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5),
    "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅐": (1, 7), "⅛": (1, 8), "⅜": (3, 8),
    "⅝": (5, 8), "⅞": (7, 8), "⅑": (1, 9), "⅒": (1, 10),
  ]

  private static func pairs(_ from: String, _ to: String) -> [Unicode.Scalar: Character] {
    var map: [Unicode.Scalar: Character] = [:]
    for (scalar, character) in zip(from.unicodeScalars, to) { map[scalar] = character }
    return map
  }
}
