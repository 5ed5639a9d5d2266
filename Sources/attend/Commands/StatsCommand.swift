import JSONText
import Notes
import Quiz
import Scheduling
import Screens

/// `attend stats`: what was learnt and what is due.
enum StatsCommand {
  /// The numbers for other programs. `due` counts the questions of the notes that are due now;
  /// `byQuestion` holds each of these questions with what became of it, `byDay` each day on which something
  /// was answered, and `answersAhead` how many answers each of the next days will take.
  static func json(
    _ report: Report, lessonsRead: Int, library: Library, today: StudyDay, ahead: [Int],
    questions: [JSON]
  ) -> String {
    let days = report.days.sorted { $0.key < $1.key }.map { day, tally -> JSON in
      [
        "day": .string(day.iso), "reviews": .integer(tally.reviews), "right": .integer(tally.right),
        "minutes": .number((Double(tally.time) / 6_000).rounded() / 10),
      ]
    }
    let value: JSON = [
      "reviews": .integer(report.reviews), "lessonsRead": .integer(lessonsRead),
      "questions": .integer(report.questions), "due": .integer(report.due),
      "retention": report.retention.map { .number($0) } ?? .null, "byDay": .array(days),
      "desiredRetention": .number(report.promised),
      "expectedRetention": report.expected.map { .number($0) } ?? .null,
      "unseen": .integer(report.unseen),
      "sureness": .array(
        report.sureness.map { level -> JSON in
          [
            "sure": .integer(level.sure), "answers": .integer(level.answers),
            "right": .integer(level.right),
          ]
        }),
      "streak": .integer(report.streak(on: today)),
      "chapters": .array(report.mastery.map { json($0, report.lessons, library) }),
      "secondsAnAnswer": report.secondsAnAnswer.map { .number($0) } ?? .null,
      "answersAhead": .array(ahead.map { .integer($0) }),
      "forecast": .array(report.forecast.map { .integer($0) }),
      "minutes": .number((Double(report.time) / 6_000).rounded() / 10),
      "byQuestion": .array(questions),
    ]
    return Output.json(value)
  }

  /// A question, and what became of it; `due` is nil before its first answer, unless the reader set a day or put it
  /// off, and where it is not asked. `putOff` and `set` are what the reader decided, as far as it holds.
  static func json(
    _ question: Question, _ progress: Progress, _ library: Library, file: String
  ) -> JSON {
    let card = progress.cards[question.id]
    let standing = progress.standing(of: question.id)
    let hold = standing.hold
    let state =
      switch hold {
      case .suspended: "suspended"
      case .known: "known"
      case .asked: card.map { $0.memory.phase == .review ? "review" : "learning" } ?? "new"
      }
    return [
      "id": .string(question.id), "lesson": .string(library.number(of: question.lesson)),
      "title": .string(question.title), "file": .string(file), "line": .integer(question.line),
      "generated": .bool(question.isGenerated), "state": .string(state),
      "due": progress.dueDay(of: question.id).map { .string($0.iso) } ?? .null,
      "putOff": standing.buriedUntil.map { .string($0.iso) } ?? .null,
      "set": standing.due.map { .string($0.iso) } ?? .null,
      "answers": .integer(card?.reviews ?? 0),
      "right": .integer(card.map { $0.reviews - $0.wrong } ?? 0),
    ]
  }

  /// How much of a chapter is known today: the mean chance of those of its questions that were asked.
  private static func json(
    _ chapter: Report.Mastery, _ lessons: [Report.Mastery], _ library: Library
  ) -> JSON {
    let place = chapter.chapter
    return [
      "number": .integer(library.chapterNumber(document: place.document, chapter: place.chapter)),
      "title": .string(library.chapter(of: place)?.title ?? ""),
      "questions": .integer(chapter.questions), "asked": .integer(chapter.asked),
      "saidKnown": .integer(chapter.saidKnown),
      "known": chapter.recalled.map { .number($0) } ?? .null,
      "lessons": .array(
        lessons.filter { $0.chapter.chapterStart == place }.map { lesson in
          [
            "number": .string(library.number(of: lesson.chapter)),
            "title": .string(library[lesson.chapter]?.shownTitle ?? ""),
            "questions": .integer(lesson.questions), "asked": .integer(lesson.asked),
            "saidKnown": .integer(lesson.saidKnown),
            "known": lesson.recalled.map { .number($0) } ?? .null,
          ]
        }),
    ]
  }
}
