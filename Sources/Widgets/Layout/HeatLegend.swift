import Numerics
import Plots
import TextUI

/// What the shades mean: `· 0   ░ ▒ ▓   █ 1`, with the real ends.
enum HeatLegend {
  static func block(from low: Double, to high: Double, _ numbers: NumberText) -> WidgetBlock {
    let glyphs = HeatScale.glyphs(ascii: numbers.ascii)
    var line = [Cell]("  ", .text)
    for (index, glyph) in glyphs.enumerated() {
      let share = (Double(index) + 0.5) / Double(glyphs.count)
      // At both ends as wide as a glyph and its blank, so that a ground without a glyph shows.
      line.append(String(glyph) + " ", Style.heat(share))
      if index == 0 { line.append(" " + numbers.text(low) + "   ", .muted) }
      if index > 0 { line.append(" ", .text) }
    }
    line.append(numbers.text(high), .muted)
    var block = WidgetBlock(.lines([line]), rank: 3, hasGap: false)
    block.isOnlySeen = true
    return block
  }
}
