/// The pieces a high delimiter is built of.
struct MathsDelimiter {
  var top: String
  var middle: String
  var bottom: String
  var extender: String

  init(_ symbol: MathsSymbol, ascii: Bool) {
    (top, middle, bottom, extender) =
      ascii ? Self.plain(symbol) : Self.drawn(symbol.glyph)
  }

  /// The pieces for a height of two rows or more, the middle piece where given if it fits there.
  func rows(_ height: Int, middle row: Int) -> [String] {
    var rows = [String](repeating: extender, count: height)
    rows[0] = top
    rows[height - 1] = bottom
    if height > 2 { rows[min(max(row, 1), height - 2)] = middle }
    return rows
  }

  private static func drawn(_ glyph: String) -> (String, String, String, String) {
    switch glyph {
    case "(", "⟮": ("⎛", "⎜", "⎝", "⎜")
    case ")", "⟯": ("⎞", "⎟", "⎠", "⎟")
    case "[": ("⎡", "⎢", "⎣", "⎢")
    case "]": ("⎤", "⎥", "⎦", "⎥")
    case "{": ("⎧", "⎨", "⎩", "⎪")
    case "}": ("⎫", "⎬", "⎭", "⎪")
    case "⌊": ("⎢", "⎢", "⎣", "⎢")
    case "⌋": ("⎥", "⎥", "⎦", "⎥")
    case "⌈": ("⎡", "⎢", "⎢", "⎢")
    case "⌉": ("⎤", "⎥", "⎥", "⎥")
    case "|": ("│", "│", "│", "│")
    case "⟨": ("╱", "⟨", "╲", "│")
    case "⟩": ("╲", "⟩", "╱", "│")
    case "/", "\\": (" ", glyph, " ", " ")
    default: (glyph, glyph, glyph, glyph)
    }
  }

  private static func plain(_ symbol: MathsSymbol) -> (String, String, String, String) {
    switch symbol.glyph {
    case "(", "⟮": ("/", "|", "\\", "|")
    case ")", "⟯": ("\\", "|", "/", "|")
    case "{": ("/", "<", "\\", "|")
    case "}": ("\\", ">", "/", "|")
    case "⌊": ("|", "|", "[", "|")
    case "⌋": ("|", "|", "]", "|")
    case "⌈": ("[", "|", "|", "|")
    case "⌉": ("]", "|", "|", "|")
    case "⟨": ("/", "<", "\\", "|")
    case "⟩": ("\\", ">", "/", "|")
    case "/", "\\": (" ", symbol.plain, " ", " ")
    default: (symbol.plain, symbol.plain, symbol.plain, symbol.plain)
    }
  }
}
