import Basics
import Notes
import Quiz
import Scheduling
import TextUI
import Widgets

/// A report on a class for a person to read, in lines of a width.
struct ReportText {
  private(set) var lines: [String] = []
  private let names: ReportNames
  private let width: Int

  init(_ report: ClassReport, _ names: ReportNames, width: Int) {
    (self.names, self.width) = (names, max(20, width))
    head(report)
    guard report.tally.answers > 0 else {
      add(
        "No learner answered a question of these notes; those whose questions were answered come last on "
          + "the command line: attend report LOG... NOTES")
      return
    }
    title("Learners")
    for member in report.members {
      lines.append("")
      add(member.name)
      add(
        figures(
          member.tally, "to \(counted(member.asked, "question")) on \(counted(member.days, "day"))"),
        indent: 2)
    }
    title("Lessons")
    for lesson in report.lessons {
      lines.append("")
      let name = names.lesson(lesson.lesson)
      add("\(name.number) \(name.title)")
      add(
        figures(
          lesson.tally,
          "of \(counted(lesson.tally.learners, "learner")) to \(lesson.asked) of "
            + counted(lesson.questions, "question")), indent: 2)
    }
    title("Questions")
    for asked in report.questions { add(asked) }
  }

  private mutating func head(_ report: ClassReport) {
    var of = names.notes
    if let days = report.days {
      let (first, last) = (days.lowerBound.iso, days.upperBound.iso)
      of += first == last ? ", answers of \(first)" : ", answers from \(first) to \(last)"
      of += " (days begin at 4 am)"
    }
    add(of)
    var head =
      "\(counted(report.members.count, "learner")), \(counted(report.tally.answers, "answer")) to "
      + "\(report.questions.count) of "
      + counted(report.questions.count + report.unasked, "question")
    if report.elsewhere.answers > 0 {
      head +=
        "; \(counted(report.elsewhere.answers, "more answer", "more answers")) to "
        + "\(counted(report.elsewhere.questions, "question")) that these notes do not have"
    }
    if report.broken.answers > 0 {
      head +=
        "; \(counted(report.broken.answers, "answer")) to \(counted(report.broken.questions, "question")) that "
        + "cannot be asked as these notes have \(report.broken.questions == 1 ? "it" : "them"): `attend check` says why"
    }
    add(head)
    guard report.tally.answers > 0 else { return }
    add(
      "“At first” counts the first answer of each learner to each question. What a question tells "
        + "goes from -1 to 1: it is above 0 where those who know the rest get it right.")
  }

  private mutating func title(_ text: String) { lines += ["", text] }

  private mutating func add(_ asked: ClassReport.Asked) {
    let question = asked.question
    lines.append("")
    add("\(names.library.number(of: question.lesson)) \(question.shownTitle(ascii: false))")
    add("\(names.file(question)):\(question.line), \(question.kindName)", indent: 2)
    add(figures(asked.tally, "of \(counted(asked.tally.learners, "learner"))"), indent: 2)
    if let tells = asked.discrimination {
      add(
        "tells strong from weak: \(Self.signed(tells))"
          + (tells < 0
            ? "; those who know the rest get it wrong, so look at its key and its words" : ""),
        indent: 2)
    }
    for (index, chosen) in asked.chosen.enumerated() {
      let text = chosen.text.isEmpty ? "no answer" : chosen.text
      let count = String(chosen.answers)
      let label = index == 0 ? "answered:" : ""
      let pad = String(repeating: " ", count: max(1, 14 - label.count - count.count))
      add("\(text)", indent: 19, "  \(label)\(pad)\(count) \(chosen.isRight ? "✓" : " ") ")
    }
    for draw in asked.wrongDraws {
      let given = draw.answer.isEmpty ? "no answer" : "\"\(draw.answer)\""
      add(
        "wrong \(draw.wrong) of \(draw.answers) with seed \(draw.seed)"
          + (draw.drawn.isEmpty ? "" : ": \(draw.drawn)") + "; first given: \(given)", indent: 2)
    }
  }

  /// `12 answers of 6 learners; right 67% at first, 75% in all; 8% after hints; median 14 s`
  private func figures(_ tally: Tally, _ whose: String) -> String {
    guard tally.answers > 0 else { return "no answer to a question of these notes" }
    var parts = ["\(counted(tally.answers, "answer")) \(whose)"]
    parts.append(
      "right \(Self.percent(tally.firstShare)) at first, \(Self.percent(tally.share)) in all")
    if tally.hinted > 0 { parts.append("\(Self.percent(tally.hintedShare)) after hints") }
    if let seconds = tally.seconds { parts.append("median \(Self.time(seconds))") }
    return parts.joined(separator: "; ")
  }

  private static func percent(_ share: Double?) -> String {
    share.map { "\(Int(($0 * 100).rounded()))%" } ?? "-"
  }

  /// The median time of an answer: `4.5 s`, `2 min 5 s`.
  private static func time(_ seconds: Double) -> String {
    if seconds < 1 { return "under 1 s" }
    if seconds < 10 { return "\((seconds * 10).rounded() / 10) s" }
    let whole = Int(seconds.rounded())
    return whole < 60 ? "\(whole) s" : "\(whole / 60) min \(whole % 60) s"
  }

  /// Two places, with its sign.
  private static func signed(_ number: Double) -> String {
    let hundredths = Int((abs(number) * 100).rounded())
    let rest = hundredths % 100
    let digits = "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    return (number < 0 && hundredths > 0 ? "-" : "") + digits
  }

  /// A text in as many lines as it takes, the first one behind a label; a label for which the indent is
  /// too narrow stands above it.
  private mutating func add(_ text: String, indent: Int = 0, _ label: String? = nil) {
    let indent = min(indent, width / 2)
    let pad = String(repeating: " ", count: indent)
    var label = label
    if let long = label, long.count > indent {
      lines.append(long.trimmedEnd)
      label = nil
    }
    let clean = Output.harmless(text.isEmpty ? " " : text)
    let wrapped = [Cell](clean).wrapped(to: width - indent).map { $0.text.trimmedEnd }
    for (index, line) in wrapped.enumerated() {
      lines.append(index == 0 ? (label ?? pad) + line : pad + line)
    }
  }
}
