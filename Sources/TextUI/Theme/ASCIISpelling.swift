/// Signs that have no stand-in of one column are spelled out where only ASCII can be shown, before
/// anything is measured: `√dₖ` is `sqrt(dk)`, `Σⱼ` is `sum_j`.
package enum ASCIISpelling {
  private static let words: [Character: String] = [
    "Σ": "sum", "ⱼ": "_j", "ₖ": "k", "ᵀ": "^T", "²": "^2", "³": "^3", "°": " degrees", "×": "x",
    "⊙": "o",
    "γ": "gamma", "β": "beta", "ε": "eps", "μ": "mu", "σ": "sigma", "∞": "inf", "→": "->",
    "←": "<-", "½": "1/2", "₁": "1", "₂": "2", "›": ">", "…": "...", "±": "+/-", "≈": "~", "ᵥ": "v",
    "ᵢ": "i",
    "≤": "<=", "≥": ">=", "≠": "!=",
    // Pictures that say something, each by a word of its own.
    "✅": "yes", "❌": "no", "⚠": "(!)", "👍": ":+1:", "👎": ":-1:", "🚀": ":rocket:", "💡": ":bulb:",
    "🎉": ":tada:", "✨": ":sparkles:", "🔥": ":fire:", "📝": ":memo:", "🐛": ":bug:", "⭐": ":star:",
    "❤": ":heart:", "🤔": ":thinking:", "👀": ":eyes:", "🚧": ":construction:", "📖": ":book:",
    "📚": ":books:", "👉": "->", "❓": "(?)", "❗": "(!)", "⚡": ":zap:", "🔒": ":lock:", "🔑": ":key:",
    "🔗": ":link:", "🧮": ":abacus:", "⚖": ":scales:", "📅": "due", "🟢": "(green)", "🔴": "(red)",
    "🟡": "(yellow)", "😄": ":smile:", "💯": ":100:",
  ]

  /// The word of a sign, whatever says how its picture is drawn.
  private static func word(_ character: Character) -> String? {
    if let word = words[character] { return word }
    let scalars = character.unicodeScalars
    if scalars.count == 1, let face = scalars.first, isFace(face), let name = face.properties.name {
      // The sign that a face is in one column looks like one that was left over.
      return ":\(name.lowercased().split(separator: " ").joined(separator: "_")):"
    }
    guard scalars.count == 2, let first = scalars.first, scalars.last?.value == 0xFE0F else {
      return nil
    }
    return words[Character(first)]
  }

  private static func isFace(_ scalar: Unicode.Scalar) -> Bool {
    (0x1F600...0x1F64F).contains(scalar.value) || (0x1F910...0x1F92F).contains(scalar.value)
  }

  package static func text(_ text: String) -> String {
    var spelled = ""
    var rest = text[...]
    while let character = rest.popFirst() {
      if character == "·" {
        // A row of them at once, however long it is.
        let more = rest.prefix { $0 == "·" }
        rest = rest.dropFirst(more.count)
        let isAtWord = rest.first.map(beginsWord) ?? false
        spelled += isAtWord && !(spelled.last.map(endsWord) ?? false) ? "_" : "·"
        spelled += String(repeating: isAtWord ? "_" : "·", count: more.count)
        continue
      }
      guard character == "√" else {
        spelled += word(character) ?? String(character)
        continue
      }
      let under = rest.prefix { $0.isLetter || $0.isNumber }
      rest = rest.dropFirst(under.count)
      spelled += under.isEmpty ? "sqrt" : "sqrt(\(self.text(String(under))))"
    }
    return spelled
  }

  // A dot that stands at a word and behind none is the space that a token begins with, as in `·to`, and
  // no times sign.
  private static func beginsWord(_ next: Character) -> Bool {
    next.isLetter || next.isNumber || "\"'(<".contains(next)
  }
  private static func endsWord(_ before: Character) -> Bool {
    before.isLetter || before.isNumber || ")]}'".contains(before)
  }

  /// Cells of one style at a time, so that a root and what stands under it are seen together.
  package static func cells(_ cells: [Cell]) -> [Cell] {
    var spelled: [Cell] = []
    var rest = cells[...]
    while let first = rest.first {
      let run = rest.prefix { $0.style == first.style }
      rest = rest.dropFirst(run.count)
      let text = Array(run).text
      let ascii = self.text(text)
      if ascii == text { spelled += run } else { spelled.append(ascii, first.style) }
    }
    return spelled
  }
}
