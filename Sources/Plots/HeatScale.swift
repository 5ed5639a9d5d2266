/// Five shades that stand for a value between 0 and 1 without any colour.
package enum HeatScale {
  /// The shades from low to high.
  package static func glyphs(ascii: Bool) -> [Character] {
    ascii ? [" ", ".", ":", "*", "#"] : ["·", "░", "▒", "▓", "█"]
  }

  /// The shade of a value, clamped to 0…1: the nearest, so that the lowest means next to nothing; what
  /// is not a number shows as such.
  package static func glyph(_ value: Double, ascii: Bool) -> Character {
    guard !value.isNaN else { return ascii ? "?" : "×" }
    let glyphs = glyphs(ascii: ascii)
    return glyphs[Int((min(max(value, 0), 1) * Double(glyphs.count - 1)).rounded())]
  }
}
