import Notes
import Quiz
import Scheduling
import TextUI

/// The quiz line by line: what is new on the screen.
struct QuizText {
  let session: Session?
  let notes: QuizNotes
  let world: World
  let heading: String

  private static let width = 80

  var lines: [String] {
    guard let session else { return [] }
    let quiz = QuizPicture(
      session: session, notes: notes, cursor: 0, world: world, width: Self.width, isPlain: true)
    guard let posed = session.posed else { return [""] + strings(quiz.lines) }
    var picture = Picture()
    switch session.phase {
    case .asking where notes.why == nil, .judging, .confidence:
      quiz.addQuestion(posed, session, to: &picture)
      var lines = ["", heading] + strings(picture)
      if session.phase == .asking, !posed.exercise.isTyping || posed.question.kindName == "matrix" {
        lines += strings(exercise(posed, .nothing))
      }
      if session.phase == .judging { lines += strings(exercise(posed, .all)) }
      return lines + ["", instruction(posed, session)]
    case .asking: return ["", notes.why ?? ""]
    case .retry, .revealed, .finished:
      picture.lines += exercise(posed, session.reveal).lines
      quiz.addOutcome(posed, session, to: &picture)
      let line =
        session.phase == .retry
        ? "Type another answer, for practice, or next to have it explained."
        : "Type next to go on; an empty line does too."
      return [""] + strings(picture) + ["", line]
    }
  }

  private func exercise(_ posed: Posed, _ reveal: Reveal) -> Picture {
    posed.exercise.picture(reveal, width: Self.width, ascii: world.ascii)
  }

  private func strings(_ picture: Picture) -> [String] { picture.lines.map(\.plainText) }

  private func instruction(_ posed: Posed, _ session: Session) -> String {
    if session.phase == .confidence {
      return "How sure are you? 1 guessing, 2 unsure, 3 fairly sure, 4 certain"
    }
    if session.phase == .judging { return "Type 1, 2 or 3." }
    let how =
      switch posed.question.kindName {
      case "one-of-several": "Type the number of the answer"
      case "all-that-apply": "Type the numbers of all that apply, or none"
      case "put-in-order": "Type the numbers in the right order"
      case "fill-the-blank", "number":
        posed.question.section.blanks.count > 1
          ? "Type the answers with | between them"
          : posed.question.kindName == "number" ? "Type the number" : "Type the missing words"
      case "matrix": "Type the numbers, with a semicolon between rows"
      default: "Say it to yourself, then type answer"
      }
    return how + (posed.hints.isEmpty ? ". Or: skip, reveal." : ". Or: hint, skip, reveal.")
  }
}
