import TextUI

/// Names in a line, the current one in brackets; where they do not fit, those around it.
enum NameStrip {
  static func line(_ names: [String], _ current: Int, width: Int) -> [Cell] {
    var first = 0
    var end = names.count
    func columns() -> Int {
      names[first..<end].map { $0.displayWidth + 2 }.total
        + (first > 0 ? 2 : 0) + (end < names.count ? 2 : 0)
    }
    while columns() > width, end - first > 1 {
      if current - first > end - 1 - current { first += 1 } else { end -= 1 }
    }
    var line = [Cell](first > 0 ? "‹ " : "", .muted)
    for index in first..<end {
      if index == current {
        line.append("[" + names[index] + "]", Style(.accent, .bold))
      } else {
        line.append(" " + names[index] + " ", .muted)
      }
    }
    if end < names.count { line.append(" ›", .muted) }
    return line
  }
}
