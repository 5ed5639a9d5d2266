import Numerics
import Plots
import TextUI

/// What the shades mean: `· 0   ░ ▒ ▓   █ 1`, with the real ends.
enum HeatLegend {
  /// For the numbers of a table, its name in front where there are several.
  static func block(
    from low: Double, to high: Double, _ numbers: NumberText, of name: String = ""
  ) -> WidgetBlock {
    // It names itself, so that it is not a row of the table above it.
    let title = [Cell]("  shades" + (name.isEmpty ? "" : " of \(name)") + "  ", .muted)
    let line = title + shades(from: numbers.written(low), to: numbers.written(high), numbers.ascii)
    var block = WidgetBlock(.lines([line]), rank: 3)
    block.isOnlySeen = true
    block.isLegend = true
    return block
  }

  /// The shades of weights, from 0 to 1, in few columns: with a name, and without.
  static func ofWeights(ascii: Bool) -> [[Cell]] {
    let glyphs = HeatScale.glyphs(ascii: ascii)
    var line = [Cell]("0 ", .muted)
    for (index, glyph) in glyphs.enumerated() {
      line.append(String(glyph), Style.heat(Double(index) / Double(glyphs.count - 1)))
    }
    line.append(" 1", .muted)
    return [[Cell]("shades ", .muted) + line, line]
  }

  private static func shades(from low: String, to high: String, _ ascii: Bool) -> [Cell] {
    let glyphs = HeatScale.glyphs(ascii: ascii)
    var line: [Cell] = []
    for (index, glyph) in glyphs.enumerated() {
      let share = Double(index) / Double(glyphs.count - 1)
      // At both ends as wide as a glyph and its blank, so that a ground without a glyph shows.
      line.append(String(glyph) + " ", Style.heat(share))
      if index == 0 { line.append(" " + low + "   ", .muted) }
      if index > 0 { line.append(" ", .text) }
    }
    line.append(high, .muted)
    return line
  }
}
