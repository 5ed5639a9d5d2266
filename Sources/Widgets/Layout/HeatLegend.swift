import Numerics
import Plots
import TextUI

/// What the shades mean: `· 0   ░ ▒ ▓   █ 1`, with the real ends.
enum HeatLegend {
  /// For the numbers of a table, its name in front where there are several.
  static func block(
    from low: Double, to high: Double, _ numbers: NumberText, of name: String = ""
  ) -> WidgetBlock {
    let glyphs = HeatScale.glyphs(ascii: numbers.ascii)
    // It names itself, so that it is not a row of the table above it.
    var line = [Cell]("  shades" + (name.isEmpty ? "" : " of \(name)") + "  ", .muted)
    for (index, glyph) in glyphs.enumerated() {
      let share = Double(index) / Double(glyphs.count - 1)
      // At both ends as wide as a glyph and its blank, so that a ground without a glyph shows.
      line.append(String(glyph) + " ", Style.heat(share))
      if index == 0 { line.append(" " + numbers.written(low) + "   ", .muted) }
      if index > 0 { line.append(" ", .text) }
    }
    line.append(numbers.written(high), .muted)
    var block = WidgetBlock(.lines([line]), rank: 3)
    block.isOnlySeen = true
    block.isLegend = true
    return block
  }
}
