/// Five shades that stand for a value between 0 and 1 without any colour.
package enum HeatScale {
  /// The shades from low to high.
  package static func glyphs(ascii: Bool) -> [Character] {
    ascii ? [" ", ".", ":", "*", "#"] : ["·", "░", "▒", "▓", "█"]
  }

  /// The shade of a value, clamped to 0…1: one for each fifth; what is not a number shows as such.
  package static func glyph(_ value: Double, ascii: Bool) -> Character {
    guard !value.isNaN else { return ascii ? "?" : "×" }
    let glyphs = glyphs(ascii: ascii)
    return glyphs[min(Int(min(max(value, 0), 1) * Double(glyphs.count)), glyphs.count - 1)]
  }
}
