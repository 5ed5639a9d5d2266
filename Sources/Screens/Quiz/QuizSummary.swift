import Basics
import Notes
import Quiz
import Scheduling
import TextUI

/// What a quiz came to, or why there was none.
struct QuizSummary {
  let session: Session
  /// The lesson that the cursor is on.
  let cursor: Int
  let state: AppState
  let width: Int
  let isPlain: Bool

  var picture: Picture {
    var picture = Picture()
    if session.scope.mode == .placement, session.asked > 0 { return placement }
    // A test has a score whatever was answered of it.
    let isTest = session.scope.mode == .test && score.asked > 0
    let hasResult = isTest || !session.answered.isEmpty
    picture.add(hasResult ? result : nothingAnswered)
    guard hasResult else { return picture }
    if isTest { picture.add(topics + unscored + [[]]) }
    let lessons = session.toReadAgain(state)
    if session.answered.isEmpty {
      picture.add(text("Nothing was answered: what is left open counts as not known.") + [[]])
    }
    if lessons.isEmpty {
      if !session.answered.isEmpty { picture.add(text("Nothing to read again.")) }
    } else {
      picture.add(text("To read again:") + [[]])
    }
    for (index, entry) in lessons.enumerated() {
      let isHere = index == cursor
      if isHere { picture.cursor = Point(column: 0, row: picture.lines.count) }
      let marker =
        [Cell](isHere ? "▸ " : "  ", Style(.accent, .bold)) + [Cell]("\(index + 1)  ", .muted)
      let name = [Cell](state.shownName(of: entry.lesson), Style(.text, isHere ? .bold : []))
      let words = [Cell]("  \(entry.words), \(minutes(of: entry.lesson))")
      // Of what finds no room the name gives way, as long as it tells one from another.
      let room = width - marker.count - words.count
      let isCut = !isPlain && room >= 12
      picture.add(
        [marker + (isCut ? name.shortened(to: room) : name) + words]
          + entry.slipping.flatMap { slips(of: $0, margin: marker.count) }, choice: index)
    }
    if lessons.contains(where: { !$0.slipping.isEmpty }) {
      let ways =
        isPlain
        ? "the number of its lesson opens it." : "\(key(.open)) opens the lesson under the cursor."
      picture.add(
        [[]]
          + text(
            "Asking alone helps little with what slips again and again: read it again first; \(ways)"
          ))
    }
    return picture
  }

  /// That a question slips again and again, below its lesson.
  private func slips(of question: String, margin: Int) -> [[Cell]] {
    guard let question = state.bank[question], let card = state.progress?.cards[question.id] else {
      return []
    }
    let words = "\"\(question.shownTitle(ascii: state.ascii))\" slipped \(card.lapses) times"
    let indent = [Cell](repeating: .blank, count: margin)
    return [Cell](words, Style(.warning)).wrapped(to: max(8, width - margin)).map { indent + $0 }
  }

  /// How it went by topic.
  private var score: Score { session.score(state.bank, state.historyOfAll) }

  /// Where to start, which Enter opens.
  private var placement: Picture {
    var picture = Picture()
    let score = score
    let asked = counted(score.asked, "question")
    picture.add(text("Where to start", Style(.heading, .bold)) + [[]])
    picture.add(text("\(asked), \(score.right) right. The schedule is as it was.") + [[]])
    guard session.unasked == 0, let start = session.start else {
      let words =
        session.start == nil
        ? "You know what was asked, to the last chapter: the quiz keeps it."
        : "Too few answers to tell."
      picture.add(text(words))
      return picture
    }
    picture.cursor = Point(column: 0, row: picture.lines.count)
    let name = "Chapter \(state.library.chapterName(of: start))"
    picture.add(
      [
        [Cell]("▸ ", Style(.accent, .bold)) + [Cell]("1  ", .muted)
          + [Cell](name, Style(.text, .bold))
      ],
      choice: 0)
    let isFirst = start == state.library.firstLesson
    picture.add(
      [[]]
        + text(
          isFirst
            ? "That is the beginning: nothing is taken for granted there."
            : "What stands before it you seem to know; nothing was marked as read."))
    if let latest = session.latestStart, latest != start {
      let name = state.library.chapterName(of: latest)
      picture.add(text("So few questions tell no more: it may be as late as chapter \(name)."))
    }
    return picture
  }

  /// What a test left out.
  private var unscored: [[Cell]] {
    session.plan.unscoredWords.map { [[]] + text($0) } ?? []
  }

  /// How a test went, chapter by chapter.
  private var topics: [[Cell]] {
    let score = self.score
    var rows = score.topics.map {
      (state.library.chapterName(of: $0.chapter), right: $0.right, asked: $0.asked)
    }
    if score.gone.asked > 0 {
      rows.append(("not in the notes any more", score.gone.right, score.gone.asked))
    }
    let names = rows.map(\.0)
    let room = max(8, min(names.map { [Cell]($0).count }.max() ?? 0, width - 24))
    return rows.map { name, right, asked in
      let share = Double(right) / Double(max(1, asked))
      return [.blank, .blank] + [Cell](name).shortened(to: room).fitted(to: room + 2)
        + Meter.cells(share, width: 8, ascii: state.ascii)
        + [Cell]("  \(right) of \(asked)")
    }
  }

  /// How long reading it again takes.
  private func minutes(of lesson: LessonID) -> String {
    counted(StudyTime.minutes(words: state.library.wordsToRead(lesson)), "minute")
  }

  private func text(_ text: String, _ style: Style = .text) -> [[Cell]] {
    [Cell](text, style).wrapped(to: width)
  }

  private var nothingAnswered: [[Cell]] {
    let skipped = session.skipped.count
    if skipped > 0 {
      return text(
        "Nothing was answered; \(counted(skipped, "question was", "questions were")) skipped, and "
          + "will be asked another time.") + whatElse
    }
    if session.isOverTime { return text("Time is up: nothing was answered.") }
    guard session.plan.hasMore || session.plan.waiting > 0 else { return noQuestions }
    return text(session.plan.words) + whatElse
  }

  /// What another round would bring.
  private var whatElse: [[Cell]] {
    let plan = session.plan
    guard plan.hasMore else { return [] }
    let more = plan.moreWords.isEmpty ? "asks all the same" : plan.moreWords
    if isPlain { return text("`\(again) --count \(Plan.inARound)` \(more).") }
    return [[]] + text("\(key(.more)) \(more); \(key(.leave)) goes back.")
  }

  /// The command that asks these notes again.
  private var again: String { "attend quiz" + state.library.operand }

  /// Where no question is found: what makes one, and where others are.
  private var noQuestions: [[Cell]] {
    let isLesson = session.scope.lesson != nil
    let here = Plan.questions(session.scope, state.bank)
    if session.isSilent, !here.isEmpty, here.allSatisfy(\.isSelfJudged) {
      return text("There is nothing to judge by here.", Style(.heading, .bold)) + [[]]
        + text(
          "\(counted(here.count, "question is", "questions are")) recalled, and judged by yourself: "
            + "a \(session.scope.mode.name.lowercased()) does not ask \(here.count == 1 ? "it" : "them")."
            + (isPlain ? " `\(again)` does." : ""))
        + (isPlain ? [] : [[]] + text("\(key(.leave)) goes back."))
    }
    let place = !isLesson ? "these notes" : session.scope.isChapter ? "this chapter" : "this lesson"
    var lines = text("There are no questions in \(place).", Style(.heading, .bold)) + [[]]
    if isLesson, !state.bank.questions.isEmpty {
      let others = counted(state.bank.questions.count, "question")
      lines +=
        text(
          isPlain
            ? "The notes hold \(others): `\(again)` asks them."
            : "The notes hold \(others): \(ContentsKeys.table.label(.quiz, in: state)) in "
              + "Contents asks them.") + [[]]
    }
    lines += text(
      "To ask one, give a heading a line <!-- quiz --> and a list of options below it; "
        + "`attend check` tells why there is none.")
    return lines + (isPlain ? [] : [[]] + text("\(key(.leave)) goes back."))
  }

  private func key(_ action: QuizKeys.Action) -> String {
    QuizKeys.table.label(action, in: state)
  }

  private var result: [[Cell]] {
    let answers = session.answered
    let right = answers.count { $0.grade != .again }
    let took = StudyTime.spent(answers.reduce(0) { $0 + min($1.duration, 600_000) })
    let left = [
      session.unasked == 0
        ? nil : counted(session.unasked, "question was", "questions were") + " not asked",
      session.unrepeated == 0 ? nil : "\(session.unrepeated) would have come back",
    ].compactMap(\.self)
    let end =
      session.isOverTime
      ? "Time is up: \(counted(session.unasked, "question was", "questions were")) not answered, and "
        + "count as not known."
      : left.isEmpty ? "That is all for now." : "Left early: \(left.joined(separator: ", "))."
    if session.scope.mode == .test {
      let score = score
      let share = percent(Double(score.right) / Double(max(1, score.asked)))
      let heading =
        "\(score.right) of \(score.asked) right, \(share), in "
        + (session.scope.minutes.map { minutes in
          // What nobody answered took time too.
          session.isOverTime
            ? "\(counted(minutes, "minute"))." : "\(took) of \(counted(minutes, "minute"))."
        } ?? "\(took).")
      return text(heading, Style(.heading, .bold)) + (left.isEmpty ? [] : text(end)) + [[]]
    }
    var lines = text(end, Style(.heading, .bold)) + [[]]
    lines += text(
      "\(counted(answers.count, "answer")), \(right) right, in \(took).")
    if !session.skipped.isEmpty { lines += text("\(session.skipped.count) skipped.") }
    let gone = answers.count { session.lesson(of: $0, state.bank, state.historyOfAll) == nil }
    if gone > 0 {
      lines += text(
        "\(counted(gone, "of them is of a question", "of them are of questions")) that the notes have no more as "
          + "\(gone == 1 ? "it was" : "they were") asked.")
    }
    let aided = answers.count { $0.grade == .hard }
    if aided > 0 { lines += text("\(aided) of them with a hint, or known in part.") }
    if session.plan.waiting > 0 {
      let waiting = counted(session.plan.waiting, "more is due; it", "more are due; they")
      lines += text("\(waiting) may wait until tomorrow.")
    }
    if !session.isScheduled { lines += text("For practice: the schedule is as it was.") }
    return lines + [[]]
  }
}

extension Library {
  /// How these notes are named behind a command, with a space before it; empty where they came from standard
  /// input. The course needs no name but where the settings open other notes.
  fileprivate var operand: String {
    if isCourse { return " course" }
    guard key.hasPrefix("/") else { return "" }
    return " " + key.quotedForShell
  }
}

extension Plan.Mode {
  /// What the title says.
  var name: String {
    switch self {
    case .schedule: "Quiz"
    case .cram: "Cramming"
    case .test: "Test"
    case .placement: "Placement"
    }
  }
}
