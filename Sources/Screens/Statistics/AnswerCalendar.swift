import Quiz
import Scheduling
import TextUI

/// How many questions were answered on each day: weeks as columns, Monday on top, the last one holding
/// today. The glyph carries the same information as the colour.
struct AnswerCalendar {
  let report: Report
  let today: StudyDay
  let ascii: Bool

  private var shades: [String] { ascii ? [".", ":", "*", "#"] : ["░", "▒", "▓", "█"] }
  private var none: String { ascii ? "-" : "·" }

  func lines(width: Int) -> [[Cell]] {
    let weeks = max(1, min(12, (width - 4) / 2))
    let monday = today.advanced(by: -today.weekday)
    let first = monday.advanced(by: -7 * (weeks - 1))
    let most = max(1, report.days.values.map(\.reviews).max() ?? 1)
    var lines = [
      [Cell]("Answers a day", Style(.heading, amount: 2, .bold))
        + [Cell]("  \(weeks) weeks", .muted)
    ]
    for weekday in 0..<7 {
      let name = ["Mon", "", "Wed", "", "Fri", "", "Sun"][weekday]
      var line = [Cell](name, .muted).fitted(to: 4)
      for week in 0..<weeks {
        let day = first.advanced(by: 7 * week + weekday)
        let count = report.days[day]?.reviews ?? 0
        line += day > today ? [.blank] : cell(count, of: most, isToday: day == today)
        line.append(.blank)
      }
      lines.append(line)
    }
    lines.append([Cell](legend(most), .muted))
    return lines
  }

  private func cell(_ count: Int, of most: Int, isToday: Bool) -> [Cell] {
    guard count > 0 else { return [Cell](none, .muted) }
    return [Cell](shades[level(count, of: most)], Style(.good, isToday ? .bold : []))
  }

  /// Which quarter of the largest count it falls into.
  private func level(_ count: Int, of most: Int) -> Int { min(3, (count * 4 - 1) / most) }

  /// Each glyph with the largest count it stands for.
  private func legend(_ most: Int) -> String {
    let ends = shades.indices.map { level in
      (1...most).last { self.level($0, of: most) == level }
    }
    let parts = zip(shades, ends).compactMap { sign, end in
      end.map { "\(sign) \(ascii ? "<=" : "≤")\($0)" }
    }
    return "\(none) 0  " + parts.joined(separator: "  ")
  }
}
