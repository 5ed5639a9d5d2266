import JSONText
import Notes
import Quiz
import Scheduling

/// A report on a class for other programs: as JSON, and as one table for a spreadsheet.
enum ReportTables {
  static func json(_ report: ClassReport, _ names: ReportNames) -> String {
    Output.json([
      "notes": .string(names.library.title),
      "from": report.days.map { .string($0.lowerBound.iso) } ?? .null,
      "to": report.days.map { .string($0.upperBound.iso) } ?? .null,
      "learners": .array(
        report.members.map { member in
          (["name": .string(member.name)] as JSON).with(after: figures(member.tally)).with(
            after: ["questions": .integer(member.asked), "days": .integer(member.days)])
        }),
      "lessons": .array(report.lessons.map { json($0, names) }),
      "questions": .array(report.questions.map { json($0, names) }),
      "unasked": .integer(report.unasked),
      "elsewhere": [
        "questions": .integer(report.elsewhere.questions),
        "answers": .integer(report.elsewhere.answers),
      ],
      "broken": [
        "questions": .integer(report.broken.questions), "answers": .integer(report.broken.answers),
      ],
    ])
  }

  private static func json(_ lesson: ClassReport.Lesson, _ names: ReportNames) -> JSON {
    let name = names.lesson(lesson.lesson)
    return (["number": .string(name.number), "title": .string(name.title)] as JSON)
      .with(after: figures(lesson.tally)).with(
        after: [
          "learners": .integer(lesson.tally.learners), "questions": .integer(lesson.questions),
          "asked": .integer(lesson.asked),
        ])
  }

  private static func json(_ asked: ClassReport.Asked, _ names: ReportNames) -> JSON {
    let question = asked.question
    let head: JSON = [
      "id": .string(question.id), "title": .string(question.title),
      "lesson": .string(names.library.number(of: question.lesson)),
      "file": .string(names.file(question)), "line": .integer(question.line),
      "kind": .string(question.kindName), "learners": .integer(asked.tally.learners),
    ]
    let chosen = asked.chosen.map { chosen -> JSON in
      [
        "answer": .string(chosen.text), "right": .bool(chosen.isRight),
        "answers": .integer(chosen.answers), "firstAnswers": .integer(chosen.firstAnswers),
      ]
    }
    let draws = asked.wrongDraws.map { draw -> JSON in
      [
        "seed": .string(String(draw.seed)), "drawn": .string(draw.drawn),
        "answers": .integer(draw.answers), "wrong": .integer(draw.wrong),
        "answer": .string(draw.answer),
      ]
    }
    return head.with(after: figures(asked.tally)).with(
      after: [
        "discrimination": number(asked.discrimination), "chosen": .array(chosen),
        "wrongDraws": .array(draws),
      ])
  }

  private static func figures(_ tally: Tally) -> JSON {
    [
      "answers": .integer(tally.answers), "right": number(tally.share),
      "firstAnswers": .integer(tally.firstAnswers), "firstRight": number(tally.firstShare),
      "afterHints": number(tally.hintedShare), "seconds": number(tally.seconds),
    ]
  }

  private static func number(_ number: Double?) -> JSON { number.map { .number($0) } ?? .null }

  // MARK: A spreadsheet

  private static let columns = [
    "of", "name", "lesson", "file", "line", "kind", "id", "learners", "questions", "answers",
    "right", "firstAnswers", "firstRight", "afterHints", "seconds", "discrimination", "chosen",
  ]

  /// One table, whose first column says what its row is of: a learner, a lesson or a question.
  static func csv(_ report: ClassReport, _ names: ReportNames) -> String {
    var rows = [columns]
    for member in report.members {
      rows.append(
        ["learner", text(member.name), "", "", "", "", "", ""]
          + figures(member.tally, questions: member.asked) + ["", ""])
    }
    for lesson in report.lessons {
      let name = names.lesson(lesson.lesson)
      rows.append(
        ["lesson", text(name.title), name.number, "", "", "", "", "\(lesson.tally.learners)"]
          + figures(lesson.tally, questions: lesson.questions) + ["", ""])
    }
    for asked in report.questions {
      let question = asked.question
      let chosen = asked.chosen.map {
        "\($0.answers) \($0.isRight ? "right" : "wrong"): \($0.text.isEmpty ? "no answer" : $0.text)"
      }
      rows.append(
        [
          "question", text(question.title), names.library.number(of: question.lesson),
          text(names.file(question)), "\(question.line)", question.kindName, question.id,
          "\(asked.tally.learners)",
        ] + figures(asked.tally, questions: 1)
          + [asked.discrimination.map { "\($0)" } ?? "", chosen.joined(separator: "; ")])
    }
    return rows.map { $0.map(cell).joined(separator: ",") + "\n" }.joined()
  }

  private static func figures(_ tally: Tally, questions: Int) -> [String] {
    func number(_ number: Double?) -> String { number.map { "\($0)" } ?? "" }
    return [
      "\(questions)", "\(tally.answers)", number(tally.share), "\(tally.firstAnswers)",
      number(tally.firstShare), number(tally.hintedShare), number(tally.seconds),
    ]
  }

  /// What a learner or a note wrote, so that no spreadsheet takes it for a formula.
  private static func text(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) else {
      return text
    }
    return "'" + text
  }

  private static func cell(_ text: String) -> String {
    let text = Output.harmless(text)
    guard text.unicodeScalars.contains(where: { "\",\n\r".unicodeScalars.contains($0) }) else {
      return text
    }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
