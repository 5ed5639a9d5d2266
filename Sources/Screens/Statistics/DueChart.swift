import Quiz
import Scheduling
import TextUI

/// How many questions fall due on each of the next fourteen days, as columns.
struct DueChart {
  let report: Report
  let today: StudyDay
  let ascii: Bool

  private static let days = 14
  private static let rows = 6

  var lines: [[Cell]] {
    let counts = Array(report.forecast.prefix(Self.days))
    let overdue = counts.first ?? 0
    // What has gathered for today would press all other days flat: it runs on beyond the top.
    let later = counts.dropFirst().max() ?? 0
    let runsOn = later > 0 && overdue > later
    let most = max(1, runsOn ? later : overdue, later)
    var title = [Cell]("Falls due", Style(.heading, amount: 2, .bold))
    title += [Cell](
      runsOn ? "  today \(overdue), then up to \(most)" : "  up to \(most) a day", .muted)
    var lines = [title]
    for row in (0..<Self.rows).reversed() {
      var line: [Cell] = []
      for (day, count) in counts.enumerated() {
        line += [Cell](sign(day == 0 && runsOn, count, of: most, row), Meter.style) + [.blank]
      }
      lines.append(line)
    }
    let initials = ["M", "T", "W", "T", "F", "S", "S"]
    let names = counts.indices.map { initials[today.advanced(by: $0).weekday] }
    lines.append([Cell](names.joined(separator: " "), .muted))
    return lines
  }

  /// What stands in a row of a day's column; row 0 is the lowest.
  private func sign(_ runsOn: Bool, _ count: Int, of most: Int, _ row: Int) -> String {
    if runsOn { return row == Self.rows - 1 ? "▲" : full }
    let eighths = count * Self.rows * 8 / most - row * 8
    // A day with anything in it shows something.
    if row == 0, count > 0, eighths < 1 { return ascii ? "." : "▁" }
    if eighths <= 0 { return " " }
    if ascii { return eighths >= 4 || row == 0 ? full : " " }
    return ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"][min(eighths, 8) - 1]
  }

  private var full: String { ascii ? "#" : "█" }
}
