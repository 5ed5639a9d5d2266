import Basics
import Notes
import Quiz
import Scheduling
import TextUI

/// The statistics as lines.
struct StatisticsPicture {
  let report: Report
  let state: AppState
  let today: StudyDay
  let shown: Int
  let width: Int

  /// Weak questions that stand near the top; the others follow at the end.
  private static let first = 3

  /// The lines, and where the weak questions stand in them, in their order.
  func build() -> (lines: [[Cell]], weak: [Int]) {
    let doubt = report.clockDoubt.map { text($0, Style(.warning, .bold)) + [[]] } ?? []
    guard report.reviews > 0 else { return (doubt + nothingYet, []) }
    let weak = weak
    var lines = doubt + overview + [[]]
    var places: [Int] = []
    func addWeak(_ title: String, _ range: Range<Int>) {
      lines.append(heading(title))
      places += range.map { lines.count + $0 - range.lowerBound }
      lines += weak[range] + [[]]
    }
    let first = min(Self.first, weak.count)
    if first > 0 { addWeak("Weakest questions", 0..<first) }
    if !report.sureness.isEmpty { lines += sureness + [[]] }
    lines += calendar + [[]] + forecast
    if weak.count > first {
      lines.append([])
      addWeak("More weak questions", first..<weak.count)
      lines.removeLast()
    }
    return (lines, places)
  }

  private func heading(_ text: String) -> [Cell] { [Cell](text, Style(.heading, amount: 2, .bold)) }

  private func text(_ text: String, _ style: Style = .text) -> [[Cell]] {
    [Cell](text, style).wrapped(to: width)
  }

  private func key(_ action: StatisticsKeys.Action) -> String {
    StatisticsKeys.table.label(action, in: state.keymap)
  }

  /// Before the first answer.
  private var nothingYet: [[Cell]] {
    guard report.unseen > 0 else {
      return text("There are no questions in these notes, so there is nothing to count.")
    }
    return text("No question was answered yet.", Style(.heading, .bold)) + [[]]
      + text(
        "The notes hold \(counted(report.unseen, "question")): \(key(.quiz)) asks the first ones. "
          + "From then on this page shows how much you remember, what falls due when, and which "
          + "questions are the weakest.") + [[]]
      + text("\(aim.sentence).", .muted)
  }

  /// What the schedule aims at, and how to change that.
  private var aim: String {
    "aimed at \(percent(report.promised)) remembered (\(key(.more)) and \(key(.less)) change it)"
  }

  // MARK: Numbers

  private var overview: [[Cell]] {
    let minutes = (report.time + 30_000) / 60_000
    let spent =
      minutes == 0 ? "under a minute" : minutes < 90 ? "\(minutes) min" : "\((minutes + 30) / 60) h"
    var lines = text(
      "\(counted(report.reviews, "answer")) to \(counted(report.questions, "question")) "
        + "in \(counted(report.days.count, "day")), \(spent). "
        + "\(report.due) due now, \(report.unseen) never asked yet.")
    if let retention = report.retention, let expected = report.expected {
      lines += text(
        "Remembered \(percent(retention)) of \(report.retentionCount) that came back after a day or "
          + "more; expected \(percent(expected)), \(aim).")
    } else {
      lines += text(
        "How much is remembered shows once questions come back after a day or more; "
          + "\(aim).")
    }
    return lines
  }

  // MARK: How sure, how right

  private var sureness: [[Cell]] {
    var lines = [heading("How sure, how right")]
    for level in report.sureness {
      let name =
        switch level.sure {
        case 25: "guessing"
        case 50: "unsure"
        case 75: "fairly sure"
        case 95: "certain"
        default: "\(level.sure) % sure"
        }
      let part = Double(level.right) / Double(max(1, level.answers))
      var line = [Cell](name, .muted)
      line += [Cell](repeating: .blank, count: max(1, 13 - line.count))
      lines.append(line + [Cell]("\(level.right) of \(level.answers) right, \(percent(part))"))
    }
    return lines
  }

  // MARK: Calendar

  /// Weeks as columns, Monday on top, the last one holding today. A cell's sign says as much as its
  /// colour; a plain dash stands for none at all.
  private var calendar: [[Cell]] {
    let weeks = max(1, min(26, (width - 4) / 2))
    let monday = today.advanced(by: -today.weekday)
    let first = monday.advanced(by: -7 * (weeks - 1))
    let shades = state.ascii ? [".", ":", "*", "#"] : ["░", "▒", "▓", "█"]
    let busiest = max(1, report.days.values.map(\.reviews).max() ?? 1)
    var lines = [heading("Answers a day")]
    var months = [Cell](repeating: .blank, count: 4)
    var lastMonth = 0
    for week in 0..<weeks {
      let date = first.advanced(by: 7 * week).date
      let name = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
      ]
      if date.month != lastMonth, months.count <= 4 + 2 * week {
        months += [Cell](repeating: .blank, count: 4 + 2 * week - months.count)
        months += [Cell](name[date.month - 1], .muted) + [.blank]
        lastMonth = date.month
      }
    }
    lines.append(months)
    for weekday in 0..<7 {
      let name = ["Mon", "", "Wed", "", "Fri", "", "Sun"][weekday]
      var line = [Cell](name, .muted)
      line += [Cell](repeating: .blank, count: 4 - line.count)
      for week in 0..<weeks {
        let day = first.advanced(by: 7 * week + weekday)
        let count = report.days[day]?.reviews ?? 0
        if day > today {
          line += [.blank, .blank]
        } else if count == 0 {
          line += [Cell](state.ascii ? "-" : "·", .muted) + [.blank]
        } else {
          let heat = Double(count) / Double(busiest)
          let sign = shades[heat > 0.66 ? 3 : heat > 0.33 ? 2 : heat > 0.1 ? 1 : 0]
          line += [Cell](sign, Style(.good, day == today ? .bold : [])) + [.blank]
        }
      }
      lines.append(line)
    }
    let today = report.days[self.today]
    lines.append(
      [Cell](
        "today \(today?.reviews ?? 0), most in a day \(report.days.isEmpty ? 0 : busiest)", .muted))
    return lines
  }

  // MARK: Forecast

  private var forecast: [[Cell]] {
    let counts = Array(report.forecast.prefix(14))
    let most = max(1, counts.max() ?? 1)
    var lines = [heading("Falls due")]
    let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let room = max(1, width - 14)
    for (index, count) in counts.enumerated() {
      let day = today.advanced(by: index)
      if index > 6, count == 0 { continue }
      let label =
        index == 0 ? "today" : index == 1 ? "tomorrow" : "\(names[day.weekday]) \(day.date.day)"
      var line = [Cell](label, .muted)
      line += [Cell](repeating: .blank, count: max(0, 10 - line.count))
      let length = count == 0 ? 0 : max(1, count * min(room - 4, 40) / most)
      line += [Cell](String(repeating: "█", count: max(0, length)), Style(.accent))
      line += [Cell](count == 0 ? "-" : " \(count)", .muted)
      lines.append(line)
    }
    return lines
  }

  // MARK: Weak questions

  private var weak: [[Cell]] {
    var lines: [[Cell]] = []
    for (index, weak) in report.weak.prefix(shown).enumerated() {
      guard let question = state.bank[weak.question] else { continue }
      let end = [Cell]("  \(weak.wrong) of \(weak.reviews) wrong", .muted)
      var line = [Cell]("  \(index + 1)  ", .muted)
      line += [Cell](
        "\(state.library.number(of: question.lesson)) \(name(of: question))",
        .text)
      lines.append(line.shortened(to: max(1, width - end.count)) + end)
    }
    return lines
  }

  /// What tells a question from others: questions made by rule share their headings.
  private func name(of question: Question) -> String {
    guard let posed = try? PresentedQuestion(question, seed: 0) else { return question.title }
    let heading = posed.heading.plainText
    return question.isGenerated ? "\(heading) \(posed.prompt.plainText)" : heading
  }
}
