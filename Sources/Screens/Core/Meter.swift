import TextUI

/// A part of 1 as a bar.
enum Meter {
  /// What a bar is drawn in: the colour of how much.
  static let style = Style(.series, amount: 1)

  /// A bar of so many columns, blank from where it ends.
  static func cells(_ part: Double, width: Int, ascii: Bool) -> [Cell] {
    [Cell](length(part, width: width, ascii: ascii), style).fitted(to: width)
  }

  /// The bar alone, in eighths of a column; whatever is more than nothing shows.
  static func length(_ part: Double, width: Int, ascii: Bool) -> String {
    let part = part.isNaN ? 0 : min(max(part, 0), 1)
    let eighths = Int((part * Double(width * 8)).rounded())
    if ascii {
      let whole = (eighths + 4) / 8
      return String(repeating: "#", count: part > 0 ? max(1, whole) : 0)
    }
    let ends = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    let shown = part > 0 ? max(1, eighths) : 0
    return String(repeating: "█", count: shown / 8) + ends[shown % 8]
  }
}
