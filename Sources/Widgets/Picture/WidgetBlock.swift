import Numerics
import Plots
import TextUI

/// A part of what a widget shows; screen and transcript are both made of these, so that nothing is
/// drawn that the transcript lacks.
package struct WidgetBlock: Sendable {
  /// The kinds of part.
  package enum Content: Sendable {
    /// Lines of text, wrapped where they are too long.
    case lines([[Cell]])
    /// Names in one line, one of them current.
    case strip([String], current: Int)
    /// Grids of numbers, side by side as far as they fit.
    case grids([Grid])
    /// A picture in so many rows at least and at most; its numbers stand in other blocks.
    case picture(
      rows: ClosedRange<Int>, draw: @Sendable (_ columns: Int, _ rows: Int) -> PlotPicture)
  }

  /// What it shows.
  package var content: Content
  /// What goes first where room is short: the highest number; 0 stays.
  package var rank: Int
  /// Whether a blank line stands above it where there is room.
  package var hasGap: Bool
  /// Whether a picture stands at the right of all else where the screen is wide enough.
  package var isBeside: Bool
  /// Whether text that is too long keeps its first and its last lines: a calculation's result.
  var keepsEnd = false

  /// A part.
  package init(
    _ content: Content, rank: Int = 1, hasGap: Bool = true, isBeside: Bool = false
  ) {
    self.isBeside = isBeside
    self.content = content
    self.rank = rank
    self.hasGap = hasGap
  }

  /// Lines of text.
  static func text(_ lines: [String], _ style: Style = .text, rank: Int = 1, hasGap: Bool = true)
    -> WidgetBlock
  {
    WidgetBlock(.lines(lines.map { [Cell]($0, style) }), rank: rank, hasGap: hasGap)
  }

  /// Calculations, their parts in columns: what, how, and the result.
  static func derivation(_ title: String, _ rows: [Equation], rank: Int = 1) -> WidgetBlock {
    let label = min(14, rows.map(\.label.displayWidth).max() ?? 0)
    let equations = rows.filter { $0.result != nil }
    let expression = min(36, equations.map(\.expression.displayWidth).max() ?? 0)
    func padded(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(0, width - text.displayWidth))
    }
    var lines = [[Cell](title, Style(.strong, .bold))]
    for row in rows {
      var line = [Cell]("  " + padded(row.label, label) + "  ", .muted)
      if let result = row.result {
        line.append(padded(row.expression, expression), .text)
        line.append(" = ", .muted)
        line.append(result, Style(.strong, .bold))
      } else {
        line.append(row.expression, .text)
      }
      lines.append(line)
    }
    var block = WidgetBlock(.lines(lines), rank: rank)
    block.keepsEnd = true
    return block
  }
}
