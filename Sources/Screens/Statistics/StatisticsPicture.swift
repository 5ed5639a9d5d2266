import Basics
import Notes
import Quiz
import Scheduling
import TextUI

/// The statistics as lines: what to do first, then how it goes, then what is weak.
struct StatisticsPicture {
  let report: Report
  let outlook: Outlook
  let state: AppState
  let today: StudyDay
  /// An aim that is shown and not taken yet, in words; none else.
  let tried: [String]
  let shown: Int
  let width: Int
  /// The weak questions that stand above the fold; the others follow at the end.
  let first: Int

  /// From this width on the two charts stand beside each other.
  private static let roomy = 66
  private var isRoomy: Bool { width >= Self.roomy }

  /// The lines, and where the weak questions stand in them, in their order.
  func build() -> (lines: [[Cell]], weak: [Int]) {
    guard report.reviews > 0 else { return (trial + doubt + nothingYet, []) }
    let names = WeakLines(report: report, state: state, width: width)
    var lines = trial + doubt + summary + [[]] + (isRoomy ? charts + [[]] : [])
    var places: [Int] = []
    func add(_ range: Range<Int>) {
      places += range.map { lines.count + $0 - range.lowerBound }
      lines += range.map { names.line($0) }
    }
    let above = min(first, shown)
    if shown > 0 {
      lines.append(names.heading)
      add(0..<above)
      if shown > above {
        lines.append([Cell]("\(shown - above) more below", .muted))
        if !isRoomy { lines += [[]] + charts + [[]] }
        add(above..<shown)
      }
    }
    if !isRoomy, shown <= above { lines += [[]] + charts }
    if !report.sureness.isEmpty { lines += [[]] + sureness }
    return (lines, places)
  }

  /// Rows that everything above the weak questions takes, so that they can be counted to fit.
  var rowsAbove: Int {
    trial.count + doubt.count + summary.count + 2 + (isRoomy ? charts.count + 1 : 0)
  }

  private func heading(_ text: String) -> [Cell] { [Cell](text, Style(.heading, amount: 2, .bold)) }

  private func text(_ text: String, _ style: Style = .text) -> [[Cell]] {
    [Cell](text, style).wrapped(to: width)
  }

  private func key(_ action: StatisticsKeys.Action) -> String {
    StatisticsKeys.table.label(action, in: state)
  }

  /// Before the first answer.
  private var nothingYet: [[Cell]] {
    guard outlook.questions > 0 else {
      return text("There are no questions in these notes, so there is nothing to count.")
    }
    return text("No question has been answered yet.", Style(.heading, .bold)) + [[]]
      + text(
        "The notes hold \(counted(outlook.questions, "question"))\(asks). "
          + "From then on this page shows how much you recall, what falls due when, and which "
          + "questions are the weakest.") + [[]]
      + text(
        "Questions will come back when the chance that you still know them nears "
          + "\(percent(report.promised))\(aims).")
  }

  /// Which keys do so: printed lines have none.
  private var asks: String { state.isLinear ? "" : ": \(key(.quiz)) asks the first ones" }
  private var aims: String {
    state.isLinear ? "" : "; \(key(.more)) and \(key(.less)) change that"
  }

  // MARK: What to do, how it goes

  private var summary: [[Cell]] {
    [due, recalled, asked, streak] + [elsewhere, easyDays].compactMap(\.self)
  }

  /// What else is counted here beside what is due and asked; nil where nothing is.
  private var elsewhere: [Cell]? {
    guard report.elsewhere > 0 else { return nil }
    let own = "\(report.reviews - report.elsewhere) of \(counted(report.reviews, "answer"))"
    let rest = width >= 60 ? " here; the rest, of other notes, counts too" : " here"
    return row("Answers", [Cell](own + rest))
  }

  /// Since when the easy days hold; nil where there are none.
  private var easyDays: [Cell]? {
    guard state.easyDays != EasyDays() else { return nil }
    let since = width >= 60 ? "for answers from now on: days that are set stay" : "from now on"
    return row("Easy days", [Cell]("\(state.easyDays.text), \(since)"))
  }

  private func row(_ label: String, _ rest: [Cell]) -> [Cell] {
    let label = [Cell](label, Style(.strong, .bold))
    return label.fitted(to: max(label.count + 1, min(13, width / 3))) + rest
  }

  private var due: [Cell] {
    let line = row(outlook.asksOnlyNew ? "Quiz" : "Due now", [Cell](outlook.dueText))
    guard outlook.hasQuiz, width >= 60, !state.isLinear else { return line }
    let hint = [Cell]("[\(key(.quiz))]", Style(.accent, .bold))
    return line.fitted(to: width - hint.count - 1) + hint
  }

  /// Columns of the bars.
  private var bar: Int { max(8, min(30, width - 44)) }

  /// The part that was still known of what came back, with a mark at what is aimed at. What would be
  /// remembered today is another number, and a word of its own: chapters tell it.
  private var recalled: [Cell] {
    guard let part = report.retention else {
      return row(
        "Recalled", [Cell]("shows once questions come back; aim \(percent(report.promised))"))
    }
    if let few = fewRecalled {
      let rest = width >= 60 ? " for a share; aim \(percent(report.promised))" : ""
      return row("Recalled", [Cell]("\(few), too few\(rest)"))
    }
    var cells = Meter.cells(part, width: bar, ascii: state.ascii)
    let aim = min(bar - 1, Int(report.promised * Double(bar)))
    if cells[aim].glyph.isSpace { cells[aim] = [Cell]("┆", .muted)[0] }
    var rest = [Cell](percent(part)).fitted(to: 6)
    if width >= 60 { rest += cells + [.blank] }
    rest += [Cell](" aim \(percent(report.promised))")
    if width >= 60, let expected = report.expected {
      rest += [Cell](", expected \(percent(expected))")
    }
    return row("Recalled", rest)
  }

  private var asked: [Cell] {
    let all = outlook.questions
    let count = [Cell]("\(outlook.asked) of \(all)")
    guard width >= 60, all > 0 else { return row("Asked", count) }
    let part = Double(outlook.asked) / Double(all)
    let done = Meter.length(part, width: bar, ascii: state.ascii)
    let cells = [Cell](done, Meter.style)
    return row(
      "Asked",
      count.fitted(to: max(12, count.count + 2)) + cells
        + [Cell](String(repeating: "░", count: max(0, bar - cells.count)), .muted))
  }

  /// The days in a row, and how long an answer takes.
  private var streak: [Cell] {
    let days = counted(report.streak(on: today), "day")
    guard width >= 60 else { return row("In a row", [Cell](days)) }
    let time = eachTakes.map { "; \($0) an answer" } ?? ""
    return row("In a row", [Cell]("\(days), a day off now and then forgiven\(time)"))
  }

  /// How long an answer takes, in the middle; nil before the first.
  private var eachTakes: String? {
    report.secondsAnAnswer.map {
      $0 < 1 ? "under 1 second" : counted(Int($0.rounded()), "second")
    }
  }

  // MARK: The charts

  private var charts: [[Cell]] {
    let due = DueChart(report: report, today: today, ascii: state.ascii).lines
    let calendar = AnswerCalendar(report: report, today: today, ascii: state.ascii).lines(
      width: isRoomy ? width - 38 : width)
    guard isRoomy else { return due + [[]] + calendar }
    return (0..<max(due.count, calendar.count)).map { row in
      let left = row < due.count ? due[row] : []
      return left.fitted(to: 38) + (row < calendar.count ? calendar[row] : [])
    }
  }

  // MARK: How sure, how right

  private static func name(ofSureness sure: Int) -> String {
    switch sure {
    case 25: "guessing"
    case 50: "unsure"
    case 75: "fairly sure"
    case 95: "certain"
    default: "\(sure) % sure"
    }
  }

  private var surenessInWords: [String] {
    [heading("How sure, how right").text]
      + report.sureness.map { level -> String in
        let part = Double(level.right) / Double(max(1, level.answers))
        return "\(Self.name(ofSureness: level.sure)), claimed \(level.sure) %: \(level.right) of "
          + "\(level.answers) right, \(percent(part))"
      }
  }

  private var sureness: [[Cell]] {
    var lines = [heading("How sure, how right")]
    for level in report.sureness {
      let name = Self.name(ofSureness: level.sure)
      let part = Double(level.right) / Double(max(1, level.answers))
      let told = [Cell]("\(level.right) of \(level.answers) right, \(percent(part))")
      guard width >= 60 else {
        lines.append([Cell](name).fitted(to: 13) + told)
        continue
      }
      // The mark stands at what was claimed: a bar that ends before it was too sure.
      var cells = Meter.cells(part, width: bar, ascii: state.ascii)
      let claimed = min(bar - 1, level.sure * bar / 100)
      if cells[claimed].glyph.isSpace { cells[claimed] = [Cell]("┆", .muted)[0] }
      lines.append([Cell](name).fitted(to: 13) + cells + [.blank, .blank] + told)
    }
    return lines
  }

  // MARK: In words

  /// The page as lines for who reads line by line: what a chart shows is told as numbers.
  var transcript: [String] {
    guard report.reviews > 0 else { return build().lines.map(\.plainText) }
    let weak = WeakLines(report: report, state: state, width: width)
    let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let coming = report.forecast.prefix(14).enumerated().compactMap { index, count -> String? in
      guard count > 0 else { return nil }
      let day = today.advanced(by: index)
      let name =
        index == 0 ? "today" : index == 1 ? "tomorrow" : "on \(names[day.weekday]) \(day.date.day)"
      return "\(count) \(name)"
    }
    let week = (0..<7).reduce(0) { $0 + (report.days[today.advanced(by: -$1)]?.reviews ?? 0) }
    let most = report.days.values.map(\.reviews).max() ?? 0
    return doubt.map(\.text) + [
      "Due now: \(outlook.dueText)", "Recalled: \(recalledInWords)",
      "Asked: \(outlook.asked) of \(outlook.questions)", "",
      "Falls due in two weeks: " + (coming.isEmpty ? "nothing" : coming.joined(separator: ", ")),
      "Answers: \(report.days[today]?.reviews ?? 0) today, \(week) in seven days, "
        + "\(most) at most in a day",
    ]
      + (report.elsewhere == 0
        ? []
        : [
          "Of \(counted(report.reviews, "answer")) \(report.reviews - report.elsewhere) are of these notes: "
            + "what is due, asked and weak counts these alone, all else those of other notes as well"
        ]) + (easyDays == nil ? [] : ["Easy days: \(state.easyDays.text), for answers from now on"])
      + timeInWords + [""] + (shown == 0 ? [] : ["Weakest (a number opens the lesson):"])
      + (0..<shown).map(weak.text)
      + (report.sureness.isEmpty ? [] : [""] + surenessInWords)
      // Last, where it is read after a word that changed it.
      + (trial.isEmpty ? [] : [""] + trial.dropLast().map(\.text))
  }

  /// How long an answer takes, and what of each chapter would be known today.
  private var timeInWords: [String] {
    let time = eachTakes.map { seconds in
      "An answer takes \(seconds) in the middle; "
        + "\(counted(report.streak(on: today), "day")) in a row, a day off now and then forgiven"
    }
    let known = report.mastery.compactMap { chapter in
      chapter.asked + chapter.saidKnown == 0
        ? nil
        : "\(state.library.chapterName(of: chapter.chapter)) \(Int(chapter.known.rounded())) of "
          + "\(chapter.questions)"
    }
    return [time, known.isEmpty ? nil : "Known today: " + known.joined(separator: ", ")].compactMap(
      \.self)
  }

  /// What is told in place of a share of few answers; nil where there are enough.
  private var fewRecalled: String? {
    report.retentionCount < Report.leastForPart
      ? "\(report.retentionRight) of \(counted(report.retentionCount, "answer"))" : nil
  }

  private var recalledInWords: String {
    let aim = "aim \(percent(report.promised))"
    guard let part = report.retention else { return "shows once questions come back; \(aim)" }
    if let few = fewRecalled {
      return "\(few) after a day or more, a share is told from \(Report.leastForPart) on; \(aim)"
    }
    return
      "\(percent(part)) of \(counted(report.retentionCount, "answer")) after a day or more; \(aim)"
      + (report.expected.map { ", expected \(percent($0))" } ?? "")
  }

  private var trial: [[Cell]] {
    guard let first = tried.first else { return [] }
    return text(first, Style(.accent, .bold)) + tried.dropFirst().flatMap { text($0) } + [[]]
  }

  private var doubt: [[Cell]] {
    report.clockDoubt.map { text($0, Style(.warning, .bold)) + [[]] } ?? []
  }
}
