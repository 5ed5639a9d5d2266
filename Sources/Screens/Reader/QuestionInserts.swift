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
    framed(
      width,
      [
        [Cell](broken.title, Style(.strong, .bold)),
        [Cell]("This question cannot be asked; attend check says why.", Style(.warning)),
      ])
  }

  private static func framed(_ width: Int, _ texts: [[Cell]]) -> [[Cell]] {
    let bar = [Cell]("▌ ", Style(.accent, .bold))
    return texts.flatMap { text in
      Wrapping.lines(of: text, width: max(8, width - bar.count)).map { bar + text[$0] }
    }
  }

  static func lines(
    _ question: Question, opens key: String, width: Int, ascii: Bool
  ) -> [[Cell]] {
    let bar = [Cell]("▌ ", Style(.accent, .bold))
    let room = max(8, width - bar.count)
    var lines: [[Cell]] = []
    let posed = try? PresentedQuestion(question, seed: 0)
    let title = posed?.heading.plainText ?? question.title
    lines += [Cell](title, Style(.strong, .bold)).wrapped(to: room)
    if let shown = posed.map({ $0.prompt + $0.form.card }), !shown.isEmpty {
      lines += shown.lines(width: room, ascii: ascii)
    }
    lines += [Cell]("? \(key) to answer: \(question.task)", Style(.accent)).wrapped(to: room)
    return lines.map { bar + $0 }
  }
}
