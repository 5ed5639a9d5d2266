/// The role of an atom in a formula, after The TeXbook, chapter 17; it decides the spaces around it.
enum MathsKind: Equatable, Sendable {
  case ordinary
  /// A sign with one operand, as in −x.
  case prefix
  /// log, sin: scripts stay beside.
  case function
  /// lim, max: scripts go below in displays.
  case limit
  /// ∑, ∏, ∫.
  case big
  case binary
  case relation
  case open
  case close
  case punctuation
  /// Fractions and dots, which keep a little distance from their neighbours.
  case inner
}

/// One glyph with its plain spelling and its role.
struct MathsSymbol: Equatable, Sendable {
  let glyph: String
  let plain: String
  let kind: MathsKind

  init(_ glyph: String, _ plain: String, _ kind: MathsKind = .ordinary) {
    self.glyph = glyph
    self.plain = plain
    self.kind = kind
  }

  /// No delimiter at all, as in `\left.`.
  static let none = MathsSymbol("", "")
  static let prime = MathsSymbol("′", "'")

  /// What is drawn in the chosen character set.
  func text(ascii: Bool) -> String { ascii ? plain : glyph }

  /// The same glyph in another role.
  func with(kind: MathsKind) -> MathsSymbol { MathsSymbol(glyph, plain, kind) }

  /// The symbol struck through: `\not=` is ≠.
  var negated: MathsSymbol {
    let known: String? =
      switch glyph {
      case "=": "≠"
      case "∈": "∉"
      case "∋": "∌"
      case "⊂": "⊄"
      case "⊃": "⊅"
      case "⊆": "⊈"
      case "⊇": "⊉"
      case "≡": "≢"
      case "≈": "≉"
      case "∼": "≁"
      case "<": "≮"
      case ">": "≯"
      case "≤": "≰"
      case "≥": "≱"
      case "∃": "∄"
      case "∣": "∤"
      case "∥": "∦"
      default: nil
      }
    let isWord = plain.unicodeScalars.allSatisfy { $0.properties.isAlphabetic }
    return MathsSymbol(known ?? glyph + "\u{338}", (isWord ? "not " : "!") + plain, kind)
  }
}
