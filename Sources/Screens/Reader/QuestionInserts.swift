import Notes
import Quiz
import TextUI

/// Questions in a lesson stand without their answers and reasons; Enter opens one to be answered.
let questionInserts: InsertFinder = { _, id, state in
  let questions = LessonQuestions(id, in: state.library)
  let broken = questions.broken.map { broken in
    Insert(blocks: broken.blocks, draw: { width in QuestionCard.lines(broken, width: width) })
  }
  return broken
    + questions.written.map { written in
      let question = written.question
      let ascii = state.ascii
      let key = ReaderKeys.table.label(.open, in: state.keymap)
      return Insert(
        blocks: written.blocks,
        route: .quiz(Plan.Scope(lesson: id, question: question.id, count: 1)),
        draw: { width in QuestionCard.lines(question, opens: key, width: width, ascii: ascii) })
    }
}

/// A question as it stands in a lesson.
enum QuestionCard {
  static func lines(_ broken: LessonQuestions.Broken, width: Int) -> [[Cell]] {
    framed(width) { room in
      [Cell](broken.title, Style(.strong, .bold)).wrapped(to: room)
        + [Cell]("This question cannot be asked; attend check says why.", Style(.warning))
        .wrapped(to: room)
    }
  }

  /// Lines behind a bar, made for the room beside it.
  private static func framed(_ width: Int, _ lines: (_ room: Int) -> [[Cell]]) -> [[Cell]] {
    let bar = [Cell]("▌ ", Style(.accent, .bold))
    return lines(max(8, width - bar.count)).map { bar + $0 }
  }

  static func lines(
    _ question: Question, opens key: String, width: Int, ascii: Bool
  ) -> [[Cell]] {
    framed(width) { room in
      let posed = try? PresentedQuestion(question, seed: 0)
      let title = posed?.heading.plainText ?? question.title
      let shown = posed.map { $0.prompt + $0.form.card } ?? []
      return [Cell](title, Style(.strong, .bold)).wrapped(to: room)
        + (shown.isEmpty ? [] : shown.lines(width: room, ascii: ascii))
        + [Cell]("? \(key) to answer: \(question.task)", Style(.accent)).wrapped(to: room)
    }
  }
}
