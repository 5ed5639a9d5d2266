import Notes
import Quiz
import Scheduling
import TextUI

/// The quiz line by line: what is new on the screen.
struct QuizText {
  let session: Session?
  let notes: QuizNotes
  let state: AppState
  let heading: String

  private static let width = 80

  var lines: [String] {
    guard let session else { return [] }
    let quiz = QuizPicture(
      session: session, notes: notes, cursor: 0, state: state, width: Self.width, isPlain: true)
    guard let posed = session.posed else {
      return [""] + strings(quiz.lines) + (ways(session).map { ["", $0] } ?? [])
    }
    var picture = Picture()
    if let why = notes.why { return ["", why] }
    switch session.phase {
    case .asking, .judging, .confidence:
      quiz.addQuestion(posed, session, to: &picture)
      var lines = ["", heading] + strings(picture)
      if session.phase == .asking, posed.form.isPrinted {
        lines += strings(exercise(posed, .nothing))
      }
      if session.phase == .judging { lines += strings(exercise(posed, .all)) }
      return lines + ["", instruction(posed, session)]
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

  /// What can be typed at the end; nil where that is the end.
  private func ways(_ session: Session) -> String? {
    if !session.papers.isEmpty {
      return "Type answers to look through yours and the right ones; an empty line leaves."
    }
    if notes.hasSlipped {
      return "Type the number of a lesson to read it again; an empty line leaves."
    }
    return notes.takesBack
      ? "Type undo to take the last answer back; an empty line leaves." : nil
  }

  private func exercise(_ posed: PresentedQuestion, _ reveal: Reveal) -> Picture {
    posed.form.picture(reveal, width: Self.width, ascii: state.ascii)
  }

  private func strings(_ picture: Picture) -> [String] { picture.lines.map(\.plainText) }

  private func instruction(_ posed: PresentedQuestion, _ session: Session) -> String {
    if session.phase == .confidence {
      return "How sure are you? 1 guessing, 2 unsure, 3 fairly sure, 4 certain"
    }
    let how = posed.form.instruction(session.reveal)
    // What was answered there is not taken back.
    if session.isSilent { return how + ". Or: skip, back to end it." }
    if session.phase == .judging { return how + "." }
    return how + (session.hasHint ? ". Or: hint, skip, reveal." : ". Or: skip, reveal.")
  }
}
