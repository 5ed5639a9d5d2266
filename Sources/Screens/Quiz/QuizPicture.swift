import Basics
import Notes
import Quiz
import Scheduling
import TextUI

/// What the screen says beside the question.
struct QuizNotes: Equatable, Sendable {
  /// Why this question, why now: while the reader wants to know.
  var why: String?
  /// When the question comes back.
  var comesBack = ""
  /// What the clock and the log disagree about.
  var doubt: String?
  /// What a test leaves out, before its first question is answered.
  var leftOut: String?
  /// How often it has slipped after it was learnt, where that is to be told.
  var slips: Int?
  /// Whether a question was wrong in this quiz that slips again and again: its end leads to the lesson.
  var hasSlipped = false
  /// Whether nothing was there to ask, and an earlier answer can be taken back.
  var takesBack = false
}

/// What the quiz shows, as lines of a width.
struct QuizPicture {
  let session: Session?
  let notes: QuizNotes
  /// The lesson of the summary that the cursor is on.
  let cursor: Int
  let state: AppState
  let width: Int
  /// Whether it is read line by line, where keys have no letters.
  var isPlain = false

  var lines: Picture { build().picture }

  /// Draws the lines that a window shows; the row that it leaves tells of those below.
  func draw(on canvas: inout Canvas, in area: Rect, window: ListView) {
    let top = window.top
    let column = area.column + TextFrame(columns: area.columns).column
    let picture = lines
    for (row, line) in picture.lines.dropFirst(top).prefix(window.height).enumerated() {
      canvas.put(line.prefix(width), column: column, row: area.row + row)
    }
    if let cursor = picture.cursor, cursor.row >= top, cursor.row < top + window.height {
      canvas.cursor = Point(column: column + cursor.column, row: area.row + cursor.row - top)
    }
    if top + window.height < picture.lines.count, window.height < area.rows {
      let key = QuizKeys.table.label(.move(.pageDown), in: state)
      let more = [Cell](" more: \(key) ", Style(.accent, .bold))
      canvas.put(more, column: area.endColumn - more.count - 1, row: area.endRow - 1)
    }
  }

  /// The lines, and those of the verdict that are to be seen together with the question.
  func build() -> (picture: Picture, verdict: Range<Int>?) {
    var picture = Picture()
    guard let session else {
      picture.add([[Cell]("Looking for questions …")])
      return (picture, nil)
    }
    guard let posed = session.posed else {
      picture =
        QuizSummary(session: session, cursor: cursor, state: state, width: width, isPlain: isPlain)
        .picture
      return (picture, nil)
    }
    addQuestion(posed, session, to: &picture)
    let exercise = posed.form.picture(session.reveal, width: width, ascii: state.ascii)
    picture.add(isPlain ? exercise : exercise.arranged(to: width))
    let first = picture.lines.count
    let last = addOutcome(posed, session, to: &picture)
    return (picture, session.verdict == nil ? nil : first..<max(first, last))
  }

  private func text(_ text: String, _ style: Style = .text) -> [[Cell]] {
    [Cell](text, style).wrapped(to: width)
  }

  // MARK: The question

  func addQuestion(_ posed: PresentedQuestion, _ session: Session, to picture: inout Picture) {
    var label = posed.question.task.sentence
    if posed.question.isGenerated { label += ", made from your notes" }
    if session.tries > 1 { label += ", second try, for practice" }
    picture.add(text(label, .muted))
    if let doubt = notes.doubt, session.verdict == nil {
      picture.add([[]] + text(doubt, Style(.warning, .bold)))
    }
    if let leftOut = notes.leftOut { picture.add([[]] + text(leftOut)) }
    if let why = notes.why { picture.add([[]] + text(why, Style(.accent))) }
    picture.add([[]])
    var heading = Picture()
    heading.add(
      [Block(.paragraph(posed.heading))], marker: [], width: width, ascii: state.ascii, style: .bold
    )
    picture.add(heading.lines)
    picture.add([[]])
    if !posed.prompt.isEmpty {
      picture.add(posed.prompt.lines(width: width, ascii: state.ascii, isLinear: isPlain) + [[]])
    }
    for (index, hint) in posed.hints.prefix(session.hintsShown).enumerated() {
      let marker = [Cell](
        posed.hints.count > 1 ? "Hint \(index + 1): " : "Hint: ", Style(.accent, .bold))
      picture.add(hint, marker: marker, width: width, ascii: state.ascii)
      picture.add([[]])
    }
    if session.phase == .judging {
      outcome(posed, session).addNote(to: &picture)
      picture.add([[]])
    }
  }

  // MARK: The outcome

  /// Adds what came of the answer; the end of the first wrong cell, which is compared with the
  /// question, or 0 where there is none.
  @discardableResult
  func addOutcome(
    _ posed: PresentedQuestion, _ session: Session, to picture: inout Picture
  ) -> Int {
    var end = 0
    switch session.phase {
    case .asking, .judging, .finished: return end
    case .confidence:
      picture.add([[]] + text(howSure, Style(.accent, .bold)))
      return end
    case .retry, .revealed: break
    }
    picture.add([[]])
    end = outcome(posed, session).add(
      to: &picture, isBesideEachOther: !picture.sharedLines.isEmpty)
    if session.phase == .retry {
      if !isPlain {
        picture.add(
          [[]]
            + text(
              "\(key(.retry)) tries once more, for practice; \(key(.next)) shows the answer and "
                + "explains."))
      }
      return end
    }
    if let trouble = state.trouble {
      // The plain mode says it by itself.
      if !isPlain { picture.add([[]] + text("This answer: \(trouble).", Style(.bad, .bold))) }
    } else if !notes.comesBack.isEmpty {
      picture.add([[]] + text(notes.comesBack))
    }
    if let slips = notes.slips {
      let ways =
        isPlain
        ? "lesson reads it again; about lets it rest, or sets its day."
        : "\(key(.lesson)) opens its lesson; \(key(.about)) lets it rest, or sets its day."
      let words =
        "It has slipped \(slips) times after it was learnt, so asking alone helps little: "
      picture.add(text(words + ways, Style(.warning, .bold)))
    }
    return end
  }

  private func outcome(_ posed: PresentedQuestion, _ session: Session) -> OutcomePicture {
    let praise =
      session.tries > 1
      ? "Right, at the second try. The first one counts."
      : session.hintsShown > 0 ? "Right, with a hint." : "Right."
    return OutcomePicture(
      posed: posed, verdict: session.verdict, isGivenUp: session.isGivenUp, praise: praise,
      isOpen: session.phase == .retry, width: width, ascii: state.ascii, isPlain: isPlain)
  }

  private func key(_ action: QuizKeys.Action) -> String {
    QuizKeys.table.label(action, in: state)
  }

  private var howSure: String {
    let levels = state.keymap.applied(to: QuizKeys.confidence.shortcuts()).dropLast().map {
      "\($0.keys.first?.label ?? "") \(String($0.word.map { $0 == "-" ? " " : $0 }))"
    }
    return "How sure are you?  " + levels.joined(separator: "  ")
  }
}

extension Session {
  /// What the exercise shows of its answer.
  var reveal: Reveal {
    switch phase {
    case .asking, .confidence, .finished: .nothing
    case .retry: .marks
    case .judging: .all
    case .revealed: isGivenUp ? .solution : .all
    }
  }

  /// Whether the last answer was right and could count as easy.
  var earnedGood: Bool { verdict?.isRight == true && answered.last?.grade == .good }
}

extension String {
  /// With a capital at its beginning.
  var sentence: String { prefix(1).uppercased() + dropFirst() }
}

extension [Cell] {
  /// The line without the cursor's mark, which means nothing where lines are only read.
  var plainText: String { text.hasPrefix("▸") ? " " + text.dropFirst() : text }
}
