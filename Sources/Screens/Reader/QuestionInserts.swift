import Notes
import Pages
import Quiz
import TextUI

/// Questions in a lesson stand without their answers and reasons; Enter opens one to be answered.
let questionInserts: InsertFinder = { blocks, id, state in
  let questions = LessonQuestions(id, in: state.library)
  let first = state.library[id]?.line ?? 1
  /// The blocks that a question takes among those that are shown: by their lines where they are not as many.
  func shown(_ places: Range<Int>, _ lines: Range<Int>) -> Range<Int> {
    guard blocks.count != questions.blockCount else { return places }
    let start = blocks.firstIndex { $0.line + first - 1 >= lines.lowerBound } ?? blocks.count
    let end =
      blocks[start...].dropFirst()
      .firstIndex { $0.isFootnotes || $0.line + first - 1 >= lines.upperBound } ?? blocks.count
    return start..<max(start, end)
  }
  let isLinear = state.isLinear
  let broken = questions.broken.map { broken in
    Insert(
      blocks: shown(broken.blocks, broken.lines),
      told: "This question cannot be asked as it is written: attend check says what to write",
      draw: { width in QuestionCard.lines(broken, width: width, isLinear: isLinear) })
  }
  return broken
    + questions.written.map { written in
      let question = written.question
      let ascii = state.ascii
      let key = isLinear ? nil : ReaderKeys.table.label(.open, in: state)
      return Insert(
        blocks: shown(written.blocks, written.lines),
        route: .quiz(Plan.Scope(lesson: id, question: question.id, count: 1)),
        draw: { width in QuestionCard.lines(question, opens: key, width: width, ascii: ascii) })
    }
}

/// A question as it stands in a lesson.
enum QuestionCard {
  static func lines(_ broken: LessonQuestions.Broken, width: Int, isLinear: Bool) -> [[Cell]] {
    framed(width, isLinear) { room in
      [Cell](broken.title, Style(.strong, .bold)).wrapped(to: room)
        + [Cell]("This question cannot be asked: \(broken.problem.message)", Style(.warning))
        .wrapped(to: room)
        + [Cell]("Line \(broken.problem.line); attend check says what to write.", .muted)
        .wrapped(to: room)
    }
  }

  /// Lines behind a bar, made for the room beside it.
  private static func framed(
    _ width: Int, _ isLinear: Bool, _ lines: (_ room: Int) -> [[Cell]]
  ) -> [[Cell]] {
    let bar = isLinear ? [] : [Cell]("▌ ", Style(.accent, .bold))
    return lines(max(8, width - bar.count)).map { bar + $0 }
  }

  /// A question that a key opens; without one it is listened to, and a number does.
  static func lines(
    _ question: Question, opens key: String?, width: Int, ascii: Bool
  ) -> [[Cell]] {
    let isLinear = key == nil
    return framed(width, isLinear) { room in
      let posed = question.isComputed ? nil : PresentedQuestion.fit(question, from: 0)
      let title = posed?.heading.line(ascii: ascii) ?? question.shownTitle(ascii: ascii)
      let shown =
        posed.map { $0.prompt + $0.form.card }
        ?? (question.isComputed ? question.section.prompt : [])
      let task =
        key.map { "? \($0) to answer: \(question.task)" }
        ?? "A question, \(question.task): its number opens it"
      return [Cell](title, Style(.strong, .bold)).wrapped(to: room)
        + (shown.isEmpty ? [] : shown.lines(width: room, ascii: ascii, isLinear: isLinear))
        + [Cell](task, Style(.accent)).wrapped(to: room)
    }
  }
}
