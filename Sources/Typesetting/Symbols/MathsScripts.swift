/// Raised and lowered characters of Unicode, for scripts that need no row of their own.
enum MathsScripts {
  /// The text raised, or nil when a character has no raised form.
  static func raised(_ text: String) -> String? { mapped(text, raised) }

  /// The text lowered, or nil when a character has no lowered form.
  static func lowered(_ text: String) -> String? { mapped(text, lowered) }

  private static func mapped(
    _ text: String, _ form: (Unicode.Scalar) -> Unicode.Scalar?
  ) -> String? {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard let small = form(scalar) else { return nil }
      result.append(small)
    }
    return String(result)
  }

  private static func raised(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "0": "⁰"
    case "1": "¹"
    case "2": "²"
    case "3": "³"
    case "4"..."9": Unicode.Scalar(0x2070 + scalar.value - 0x30)
    case "+": "⁺"
    case "−": "⁻"
    case "=": "⁼"
    case "(": "⁽"
    case ")": "⁾"
    case "a": "ᵃ"
    case "b": "ᵇ"
    case "c": "ᶜ"
    case "d": "ᵈ"
    case "e": "ᵉ"
    case "f": "ᶠ"
    case "g": "ᵍ"
    case "h": "ʰ"
    case "i": "ⁱ"
    case "j": "ʲ"
    case "k": "ᵏ"
    case "l": "ˡ"
    case "m": "ᵐ"
    case "n": "ⁿ"
    case "o": "ᵒ"
    case "p": "ᵖ"
    case "r": "ʳ"
    case "s": "ˢ"
    case "t": "ᵗ"
    case "u": "ᵘ"
    case "v": "ᵛ"
    case "w": "ʷ"
    case "x": "ˣ"
    case "y": "ʸ"
    case "z": "ᶻ"
    case "A": "ᴬ"
    case "B": "ᴮ"
    case "D": "ᴰ"
    case "E": "ᴱ"
    case "G": "ᴳ"
    case "H": "ᴴ"
    case "I": "ᴵ"
    case "J": "ᴶ"
    case "K": "ᴷ"
    case "L": "ᴸ"
    case "M": "ᴹ"
    case "N": "ᴺ"
    case "O": "ᴼ"
    case "P": "ᴾ"
    case "R": "ᴿ"
    case "T", "⊤", "⊺": "ᵀ"
    case "U": "ᵁ"
    case "V": "ⱽ"
    case "W": "ᵂ"
    case "β": "ᵝ"
    case "γ": "ᵞ"
    case "δ": "ᵟ"
    case "θ": "ᶿ"
    case "φ", "ϕ": "ᵠ"
    case "χ": "ᵡ"
    case "∘", "°": "°"
    case "*", "∗", "⋆": "*"
    case "′", "†", "‡": scalar
    default: nil
    }
  }

  private static func lowered(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "0"..."9": Unicode.Scalar(0x2080 + scalar.value - 0x30)
    case "+": "₊"
    case "−": "₋"
    case "=": "₌"
    case "(": "₍"
    case ")": "₎"
    case "a": "ₐ"
    case "e": "ₑ"
    case "h": "ₕ"
    case "i": "ᵢ"
    case "j": "ⱼ"
    case "k": "ₖ"
    case "l": "ₗ"
    case "m": "ₘ"
    case "n": "ₙ"
    case "o": "ₒ"
    case "p": "ₚ"
    case "r": "ᵣ"
    case "s": "ₛ"
    case "t": "ₜ"
    case "u": "ᵤ"
    case "v": "ᵥ"
    case "x": "ₓ"
    case "β": "ᵦ"
    case "γ": "ᵧ"
    case "ρ": "ᵨ"
    case "φ", "ϕ": "ᵩ"
    case "χ": "ᵪ"
    default: nil
    }
  }
}
