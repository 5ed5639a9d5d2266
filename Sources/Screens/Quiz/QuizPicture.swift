import Basics
import Notes
import Quiz
import Scheduling
import TextUI

/// What the quiz shows, as lines of a width.
struct QuizPicture {
  let screen: QuizScreen
  let width: Int
  let ascii: Bool
  /// Whether it is read line by line, where keys have no letters.
  var isPlain = false

  var picture: Picture { build().picture }
  /// The line of the verdict.
  var importantLine: Int? { build().important }

  private func build() -> (picture: Picture, important: Int?) {
    var picture = Picture()
    guard let session = screen.session else {
      picture.add([[Cell]("Looking for questions …", .muted)])
      return (picture, nil)
    }
    guard let posed = session.posed else {
      addSummary(session, to: &picture)
      return (picture, nil)
    }
    addQuestion(posed, session, to: &picture)
    let exercise = posed.form.picture(reveal(session), width: width, ascii: ascii)
    if let cursor = exercise.cursor {
      picture.cursor = Point(column: cursor.column, row: cursor.row + picture.lines.count)
    }
    picture.lines += exercise.lines
    picture.choices += exercise.choices
    let important = picture.lines.count
    addOutcome(posed, session, to: &picture)
    return (picture, session.verdict == nil ? nil : important)
  }

  private func reveal(_ session: Session) -> Reveal {
    switch session.phase {
    case .asking, .confidence, .finished: .nothing
    case .retry: .marks
    case .judging: .all
    case .revealed: session.isGivenUp ? .solution : .all
    }
  }

  private func text(_ text: String, _ style: Style = .text) -> [[Cell]] {
    let cells = [Cell](text, style)
    return Wrapping.lines(of: cells, width: width).map { Array(cells[$0]) }
  }

  // MARK: The question

  private func addQuestion(
    _ posed: PresentedQuestion, _ session: Session, to picture: inout Picture
  ) {
    var label = posed.question.task.prefix(1).uppercased() + posed.question.task.dropFirst()
    if posed.question.isGenerated { label += " · made from your notes" }
    if session.tries > 1 { label += " · second try, for practice" }
    picture.add(text(label, .muted))
    if let doubt = screen.doubt, session.verdict == nil {
      picture.add([[]] + text(doubt, Style(.warning, .bold)))
    }
    if let shown = screen.shown { picture.add([[]] + text(shown, Style(.accent))) }
    picture.add([[]])
    var heading = Picture()
    heading.add(
      [Block(.paragraph(posed.heading))], marker: [], width: width, ascii: ascii, style: .bold)
    picture.add(heading.lines)
    picture.add([[]])
    if !posed.prompt.isEmpty {
      picture.add(posed.prompt.lines(width: width, ascii: ascii) + [[]])
    }
    for (index, hint) in posed.hints.prefix(session.hintsShown).enumerated() {
      let marker = [Cell](
        posed.hints.count > 1 ? "Hint \(index + 1): " : "Hint: ", Style(.accent, .bold))
      picture.add(hint, marker: marker, width: width, ascii: ascii)
      picture.add([[]])
    }
    if session.phase == .judging {
      picture.add(
        posed.explanation, marker: [Cell]("▌ ", Style(.accent, .bold)), width: width, ascii: ascii)
      picture.add([[]])
    }
  }

  // MARK: The outcome

  private func addOutcome(_ posed: PresentedQuestion, _ session: Session, to picture: inout Picture)
  {
    switch session.phase {
    case .asking, .judging, .finished: return
    case .confidence:
      picture.add(
        [[]]
          + text(
            "How sure are you?  1 guessing  2 unsure  3 fairly sure  4 certain",
            Style(.accent, .bold)))
      return
    case .retry, .revealed: break
    }
    picture.add([[]])
    picture.add(verdict(session))
    let verdict = session.verdict
    for remark in verdict?.remarks ?? [] { picture.add(text(remark, .muted)) }
    if !session.isGivenUp {
      for reason in verdict?.reasons ?? [] {
        picture.add(
          reason, marker: [Cell]("→ ", Style(.warning, .bold)), width: width, ascii: ascii)
      }
    }
    if session.phase == .retry {
      if !isPlain {
        picture.add(
          [[]]
            + text("t tries once more, for practice; Enter shows the answer and explains.", .muted))
      }
      return
    }
    if verdict?.isRight == false, !session.isGivenUp, let correction = posed.form.correction {
      picture.add(text(correction, Style(.strong, .bold)))
    }
    if !posed.explanation.isEmpty {
      picture.add([[]])
      var note = Picture()
      let bar = [Cell]("▌ ", Style(.accent, .bold))
      for line in posed.explanation.lines(width: width - 2, ascii: ascii) { note.add([bar + line]) }
      picture.add(note.lines)
    }
    if let trouble = screen.world.trouble {
      // The plain mode says it by itself.
      if !isPlain { picture.add([[]] + text("This answer: \(trouble).", Style(.bad, .bold))) }
    } else if !screen.comesBack.isEmpty {
      picture.add([[]] + text(screen.comesBack, .muted))
    }
  }

  private func verdict(_ session: Session) -> [[Cell]] {
    guard let verdict = session.verdict else { return [] }
    if session.isGivenUp {
      return text("The answer, without a try of yours.", Style(.warning, .bold))
    }
    if verdict.isRight {
      let how =
        session.tries > 1
        ? "Right, at the second try. The first one counts."
        : session.hintsShown > 0
          ? "Right, with a hint." : "Right."
      let line = Sign.right + [Cell](how, Style(.good, .bold))
      return Wrapping.lines(of: line, width: width).map { Array(line[$0]) }
    }
    if verdict.credit > 0, let part = verdict.part {
      let line = Sign.partly + [Cell]("Partly: \(part).", Style(.warning, .bold))
      return Wrapping.lines(of: line, width: width).map { Array(line[$0]) }
    }
    return [Sign.wrong + [Cell]("Not right.", Style(.bad, .bold))]
  }

  // MARK: The summary

  private func addSummary(_ session: Session, to picture: inout Picture) {
    guard !session.answered.isEmpty else {
      let count = session.skipped.count
      picture.add(
        text(
          count == 0
            ? session.plan.words
            : "Nothing was answered; \(counted(count, "question")) \(count == 1 ? "was" : "were") "
              + "skipped, and will be asked another time."))
      let more = session.plan.moreWords
      guard session.plan.hasMore else { return }
      if isPlain {
        picture.add(text("`attend quiz --count 10` \(more.isEmpty ? "asks all the same" : more)."))
      } else {
        picture.add(
          [[]] + text("m \(more.isEmpty ? "asks all the same" : more); q goes back.", .muted))
      }
      return
    }
    let answers = session.answered
    let right = answers.count { $0.grade != .again }
    let minutes = max(1, (answers.reduce(0) { $0 + min($1.duration, 600_000) } + 30_000) / 60_000)
    let end =
      session.unasked == 0
      ? "That was it for now."
      : "Left early: \(session.unasked) \(session.unasked == 1 ? "question was" : "questions were") "
        + "not asked."
    picture.add(text(end, Style(.heading, .bold)) + [[]])
    picture.add(
      text(
        "\(counted(answers.count, "answer")), \(right) right, in \(counted(minutes, "minute"))."))
    if !session.skipped.isEmpty { picture.add(text("\(session.skipped.count) skipped.")) }
    let aided = answers.count { $0.grade == .hard }
    if aided > 0 { picture.add(text("\(aided) of them with a hint, or known in part.")) }
    if session.plan.waiting > 0 {
      let waiting = counted(session.plan.waiting, "more is due; it", "more are due; they")
      picture.add(text("\(waiting) may wait until tomorrow."))
    }
    picture.add([[]])
    let lessons = screen.readAgain
    if lessons.isEmpty {
      picture.add(text("Nothing to read again."))
    } else {
      picture.add(text("To read again:") + [[]])
      for (index, entry) in lessons.enumerated() {
        let isHere = index == screen.summaryCursor
        if isHere { picture.cursor = Point(column: 0, row: picture.lines.count) }
        let marker =
          [Cell](isHere ? "▸ " : "  ", Style(.accent, .bold)) + [Cell]("\(index + 1)  ", .muted)
        let name = screen.lessonName(entry.lesson)
        let count = "\(entry.wrong) wrong"
        let cells = [Cell]("\(name)  ", Style(.text, isHere ? .bold : [])) + [Cell](count, .muted)
        picture.add([marker + cells], choice: index)
      }
    }
  }

  // MARK: Plain text

  /// What is new on the screen, as lines of text.
  func transcript(in world: World) -> [String] {
    guard let session = screen.session else { return [] }
    var picture = Picture()
    guard let posed = session.posed else {
      addSummary(session, to: &picture)
      return [""] + strings(picture)
    }
    switch session.phase {
    case .asking where screen.shown == nil, .judging, .confidence:
      addQuestion(posed, session, to: &picture)
      var lines =
        ["", "\(screen.title(in: world))   (\(screen.status(in: world)))"] + strings(picture)
      if session.phase == .asking, posed.form.isPrinted {
        lines += strings(posed.form.picture(.nothing, width: width, ascii: ascii))
      }
      if session.phase == .judging {
        lines += strings(posed.form.picture(.all, width: width, ascii: ascii))
      }
      return lines + ["", instruction(posed, session)]
    case .asking: return ["", screen.shown ?? ""]
    case .retry, .revealed, .finished:
      picture.lines += posed.form.picture(reveal(session), width: width, ascii: ascii).lines
      addOutcome(posed, session, to: &picture)
      let line =
        session.phase == .retry
        ? "Type another answer, for practice, or next to have it explained."
        : "Type next to go on; an empty line does too."
      return [""] + strings(picture) + ["", line]
    }
  }

  private func strings(_ picture: Picture) -> [String] { picture.lines.map(\.plainText) }

  private func instruction(_ posed: PresentedQuestion, _ session: Session) -> String {
    if session.phase == .confidence {
      return "How sure are you? 1 guessing, 2 unsure, 3 fairly sure, 4 certain"
    }
    let how = posed.form.instruction(reveal(session))
    if session.phase == .judging { return how + "." }
    return how + (posed.hints.isEmpty ? ". Or: skip, reveal." : ". Or: hint, skip, reveal.")
  }
}

extension [Cell] {
  /// The line without the cursor's mark, which means nothing where lines are only read.
  var plainText: String { text.hasPrefix("▸") ? " " + text.dropFirst() : text }
}
