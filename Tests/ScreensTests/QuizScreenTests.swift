import Notes
import Quiz
import Scheduling
import TextUI
import Testing

@testable import Screens

/// A quiz on the screen, from its first question to its summary.
@Suite struct QuizScreenTests {
  @Test func aWrongAnswerIsExplainedAndStoredAtOnce() {
    var quiz = Quizzing()
    quiz.go(to: "Which part decides?")
    let order = quiz.app.transcript.joined()
    let wrong = ["1", "2", "3"].first { order.contains("\($0)  the scores") } ?? "1"
    quiz.type(wrong)
    quiz.press(.enter)
    #expect(
      quiz.rows.map(\.kind) == [.answer(.again)] && quiz.rows[0].question == "one"
        && quiz.rows[0].answer == "1")
    #expect(!quiz.screen.contains("Right is"))
    quiz.press(.enter)
    #expect(quiz.screen.contains("Right is: the weights"))
  }

  @Test func aLargerScreenShowsAllThatFits() {
    var quiz = Quizzing(columns: 30, rows: 9)
    quiz.go(to: "Which part decides?")
    quiz.press(.character("1"), .enter)
    #expect(!quiz.screen.contains("Which part decides?"))
    quiz.resize(80, 40)
    #expect(quiz.screen.contains("Which part decides?"))
  }

  @Test func aHintMakesItHardAndUndoTakesItBack() {
    var quiz = Quizzing()
    quiz.go(to: "How much?")
    // In a number `h` is not text, so it is a key.
    quiz.press(.character("h"))
    #expect(quiz.screen.contains("Hint: Three products."))
    quiz.type("32")
    quiz.press(.enter)
    #expect(
      quiz.rows.map(\.kind) == [.answer(.hard)] && quiz.screen.contains("Right, with a hint."))
    let answered = quiz.rows[0].id
    quiz.press(.character("u"))
    #expect(quiz.rows.last?.kind == .void(answered) && quiz.screen.contains("Answer  [_"))
    // After a restart too: the log is all that is needed.
    var again = Quizzing(log: quiz.rows.dropLast())
    again.press(.alt("u"))
    #expect(again.rows.map(\.kind) == [.void(answered)] && again.screen.contains("How much?"))
  }

  @Test func aMistakeInANumberIsNamedAndTheWidgetOpens() {
    var quiz = Quizzing()
    quiz.go(to: "How much?")
    quiz.type("1,234")
    quiz.press(.enter)
    #expect(quiz.rows.isEmpty)
    quiz.press(.backspace, .backspace, .backspace, .backspace, .backspace)
    quiz.type("90")
    quiz.press(.enter)
    quiz.press(.enter, .character("w"))
    #expect(quiz.app.stack.last is WidgetScreen)
    #expect(quiz.app.title == "Attend  Quiz › The dot product")
    #expect(quiz.app.transcript.contains { $0.hasSuffix("= 32") })
    quiz.press(.character("q"), .character("o"))
    #expect(quiz.app.title == "Attend  1 Course › 1.2 Numbers")
  }

  @Test func theEndSaysWhatToReadAgain() {
    var quiz = Quizzing()
    for _ in 0..<6 { quiz.press(.alt("r"), .enter) }
    #expect(quiz.screen.contains("6 answers, 0 right"))
    quiz.press(.down, .enter)
    #expect(quiz.app.title == "Attend  1 Course › 1.2 Numbers")
  }

  /// Enter alone answers nothing, whatever the size; the first choice is the reader's.
  @Test(arguments: [(80, 24), (40, 12), (20, 6)])
  func aStrayEnterAnswersNothing(_ columns: Int, _ rows: Int) {
    var quiz = Quizzing(columns: columns, rows: rows)
    for _ in 0..<6 { quiz.press(.enter) }
    #expect(quiz.rows.isEmpty)
    quiz.resize(80, 24)
    for _ in 0..<3 where !quiz.screen.contains("Which part decides?") { quiz.press(.alt("s")) }
    quiz.rows = []
    quiz.resize(columns, rows)
    quiz.press(.enter, .pageDown, .enter, .character(" "), .enter)
    #expect(quiz.rows.isEmpty && quiz.app.message?.hasPrefix("Choose first") == true)
    quiz.press(.down)
    #expect(quiz.screen.contains("▸"))
    quiz.press(.enter)
    #expect(quiz.rows.count == 1)
  }

  @Test func aSecondTryIsPractice() {
    var quiz = Quizzing()
    quiz.go(to: "How much?")
    quiz.type("31")
    quiz.press(.enter)
    #expect(quiz.rows.map(\.kind) == [.answer(.again)])
    quiz.press(.character("t"))
    #expect(quiz.screen.contains("second try, for practice"))
    quiz.press(.backspace)
    quiz.type("2")
    quiz.press(.enter)
    #expect(quiz.rows.map(\.kind) == [.answer(.again), .skip] && quiz.rows[1].isPractice)
    #expect(quiz.screen.contains("Right, at the second try. The first one counts."))
    #expect(quiz.screen.contains("It comes back in this quiz.") && !quiz.screen.contains("e easy"))
  }

  /// What was decided about a question just got wrong holds at once, and is told until it is taken back.
  @Test(arguments: [
    ("bury", "It is put off until tomorrow."), ("known", "You knew it already: it is not asked."),
    ("suspend", "It is suspended: it is not asked."), ("due 9", "It comes back in 9 days."),
  ])
  func whatWasDecidedIsToldInPlaceOfTheSchedule(line: String, words: String) {
    for route in [Route.quiz(Plan.Scope(seed: 3)), .quiz(Plan.Scope(.cram))] {
      var quiz = Quizzing(route)
      let isScheduled = quiz.app.title.hasPrefix("Quiz")
      quiz.press(.alt("r"))
      #expect(quiz.screen.contains("It comes back in this quiz.") == isScheduled)
      #expect(quiz.screen.contains("1 again"))
      quiz.line(line)
      #expect(
        !quiz.screen.contains("It comes back in this quiz.") && !quiz.screen.contains("again"))
      #expect(quiz.screen.contains(words) == isScheduled, "\(quiz.screen)")
      if isScheduled {
        quiz.press(.character("u"))
        #expect(quiz.screen.contains("It comes back in this quiz."))
        #expect(quiz.screen.contains("1 again"))
        quiz.line(line)
      }
      quiz.press(.alt("q"))
      #expect(quiz.screen.contains("Left early: 1 question was not asked."), "\(quiz.screen)")
    }
  }

  @Test func leavingEarlyShowsTheSummary() {
    var quiz = Quizzing()
    quiz.press(.alt("r"), .enter)
    quiz.press(.alt("q"))
    #expect(quiz.screen.contains("Left early: 1 question was not asked, 1 would have come back."))
    #expect(quiz.screen.contains("1 answer, 0 right"))
    // How far it went stays where it was.
    let header = quiz.screen.split(separator: "\n").prefix(2)
    #expect(header[0].contains("✗ · ·   1 of 2"))
    #expect(header[1].count { $0 == "━" } == 27)
    quiz.press(.character("q"))
    #expect(!quiz.app.title.hasPrefix("Quiz"))
    // With nothing answered there is nothing to show.
    var other = Quizzing()
    other.press(.alt("q"))
    #expect(!other.app.title.hasPrefix("Quiz"))
  }

  @Test func aWrongClockIsToldBesideTheQuestion() {
    let ahead = Review(
      id: ReviewID(bits: 5), question: "one", kind: .answer(.good),
      time: 1_700_000_000_000 + 5 * 366 * 86_400_000, offset: 0)
    let quiz = Quizzing(log: [ahead])
    #expect(quiz.screen.contains("By the clock it is 2023-11-14, but an answer is dated later"))
    #expect(quiz.screen.contains("1 of 2"))
  }

  @Test func howSureIsShownInTheStatistics() {
    let log = [(95, Grade.good), (95, .again), (25, .again)].enumerated().map { index, answer in
      Review(
        id: ReviewID(bits: UInt128(index)), question: "one", kind: .answer(answer.1),
        time: 1_699_999_000_000 + index, offset: 0, confidence: answer.0)
    }
    let statistics = Quizzing(.statistics, log: log)
    #expect(statistics.screen.contains("How sure, how right"))
    // Its lines are below the screen at this height.
    #expect(statistics.app.transcript.contains("certain, claimed 95 %: 1 of 2 right, 50 %"))
    #expect(statistics.app.transcript.contains("guessing, claimed 25 %: 0 of 1 right, 0 %"))
  }

  /// The lesson of a question that cannot be asked does not show its key.
  @Test func aBrokenQuestionShowsNoKey() {
    let text =
      "# C\n\n## L\n\nText.\n\n### Which?\n<!-- quiz -->\n\n- [x] a done task\n\nThen:\n\n"
      + "1. [ ] first\n2. [x] second\n"
    let lesson = Route.lesson(LessonID(document: 0, chapter: 0, lesson: 0), .top)
    let script = Script([("a.md", text)], opening: [.contents, lesson])
    let screen = script.screen.joined(separator: "\n")
    #expect(screen.contains("Which?") && screen.contains("This question cannot be asked"))
    #expect(!screen.contains("second") && !screen.contains("a done task"))
  }

  @Test func confidenceIsASetting() {
    var quiz = Quizzing()
    quiz.go(to: "Which part decides?")
    quiz.press(.character("c"))
    #expect(quiz.last.contains(.set(.confidence, to: true)))
    quiz.press(.character("1"), .enter)
    #expect(quiz.screen.contains("How sure are you?") && quiz.rows.isEmpty)
    quiz.press(.character("2"))
    #expect(quiz.rows.map(\.confidence) == [50])
  }

  @Test func plainModeAnswersByLines() {
    var quiz = Quizzing()
    quiz.go(to: "How much?")
    quiz.line("several")
    #expect(quiz.app.message?.contains("is not a number") == true)
    quiz.line("64/2")
    #expect(quiz.rows.map(\.kind) == [.answer(.good)])
    #expect(quiz.app.transcript.joined(separator: "\n").contains("✓ Right."))
  }

  @Test func aQuestionStandsInItsLessonWithoutItsAnswer() {
    var quiz = Quizzing(.lesson(LessonID(document: 0, chapter: 0, lesson: 0), .top))
    for hidden in ["the weights", "the scores", "Softmax", "It sums to one"] {
      #expect(!quiz.screen.contains(hidden))
    }
    quiz.press(.tab, .enter)
    #expect(quiz.screen.contains("the weights"))
    quiz.press(.character("q"), .character("t"))
    #expect(quiz.app.title == "Quiz  1.1 Scores")
  }

  @Test func theStatisticsShowWhatWasDone() {
    var quiz = Quizzing()
    quiz.press(.alt("r"), .enter)
    var statistics = Quizzing(.statistics, log: quiz.rows)
    #expect(statistics.screen.contains("1 answer in 1 day"))
    // What another aim asks for is shown first.
    statistics.press(.character("+"))
    #expect(statistics.screen.contains("Aim 91 % in place of 90 %, not taken yet"))
    #expect(statistics.screen.contains("Answers a day, week by week: "))
    #expect(statistics.app.transcript.contains { $0.hasPrefix("Answers a day, week by week: ") })
    #expect(statistics.app.state.settings[.retention] == 0.9)
    // Left, or gone back to, it stays.
    statistics.press(.character("q"))
    #expect(!statistics.screen.contains("not taken yet"))
    statistics.press(.character("-"), .character("+"))
    #expect(!statistics.screen.contains("not taken yet"))
    statistics.press(.character("+"), .enter)
    #expect(statistics.last.contains(.set(.retention, to: 0.91)))
    #expect(!statistics.screen.contains("not taken yet"))
    #expect(statistics.app.state.progress?.scheduler.retention == 0.91)
    statistics.press(.enter)
    #expect(statistics.app.title.contains("› 1."))
  }

  /// What is scrolled out of sight is not taken, and the cursor is on nothing else meanwhile.
  @Test(arguments: [(80, 24), (40, 12), (30, 8)])
  func anAimIsTakenInSightOnly(columns: Int, rows: Int) {
    var quiz = Quizzing()
    quiz.press(.alt("r"), .enter)
    for away in [Key.down, .pageDown, .end] {
      var statistics = Quizzing(.statistics, columns: columns, rows: rows, log: quiz.rows)
      statistics.press(.character("+"), away, away)
      let isSeen = statistics.screen.contains("Aim 91 %")
      statistics.press(.enter)
      #expect(statistics.last.contains(.set(.retention, to: 0.91)) == isSeen)
      if !isSeen {
        #expect(statistics.screen.contains("Aim 91 %"))
        statistics.press(.enter)
      }
      #expect(statistics.app.state.settings[.retention] == 0.91)
    }
  }

  @Test func anAimIsSaidOnceInLines() {
    var quiz = Quizzing()
    quiz.press(.alt("r"), .enter)
    var statistics = Quizzing(.statistics, log: quiz.rows, isLinear: true)
    for line in ["aim 95", "more 2", "less 9"] {
      statistics.line(line)
      let told = statistics.app.transcript + [statistics.app.message ?? ""]
      #expect(told.count { $0.contains("not taken yet") } == 1, "\(line)")
      #expect(told.count { $0.contains("take takes it, back leaves it") } == 1, "\(line)")
    }
    #expect(statistics.app.transcript.contains { $0.hasPrefix("Aim 88 % in place of 90 %") })
    statistics.line("aim 300")
    #expect(statistics.app.transcript.contains { $0.hasPrefix("Aim 99 % in place of 90 %") })
    statistics.line("more 1")
    #expect(statistics.app.message == "99 % is as far as it goes")
    // No lesson was opened by the number.
    #expect(statistics.app.stack.count == 2)
  }

  /// What an aim takes is told wherever something else was typed, and what is shown in its place.
  @Test(arguments: [
    ("aim 200", "aim goes from 70 % to 99 %: 99 % is shown", 99),
    ("aim 0", "aim goes from 70 % to 99 %: 70 % is shown", 70),
    ("aim -5", "aim goes from 70 % to 99 %: 70 % is shown", 70),
    ("more 300", "aim goes from 70 % to 99 %: 99 % is shown", 99),
    ("aim 92.6", "aim goes in whole percent: 93 % is shown", 93), ("aim 92 %", "", 92),
    ("aim 92%", "", 92), ("aim 92.0", "", 92),
    ("aim", "aim goes from 70 % to 99 %, such as aim 92", 90),
    ("aim high", "aim goes from 70 % to 99 %, such as aim 92", 90),
    ("aim inf", "aim goes from 70 % to 99 %, such as aim 92", 90),
    ("more 2.5", "more takes a whole number, such as more 5", 90),
    ("less a lot", "less takes a whole number, such as less 5", 90),
  ])
  func anAimSaysWhatItTakes(line: String, said: String, shown: Int) {
    var quiz = Quizzing()
    quiz.press(.alt("r"), .enter)
    var statistics = Quizzing(.statistics, log: quiz.rows, isLinear: true)
    #expect(statistics.app.claims(line))
    statistics.line(line)
    #expect((statistics.app.message ?? "") == said)
    let aims = statistics.app.transcript.filter { $0.hasPrefix("Aim ") }
    #expect(aims.count == (shown == 90 ? 0 : 1))
    #expect(aims.allSatisfy { $0.hasPrefix("Aim \(shown) % in place of 90 %") }, "\(aims)")
    #expect(statistics.app.phrases.map(\.line) == ["aim 92", "more 5", "less 5"])
    for phrase in statistics.app.phrases { #expect(statistics.app.claims(phrase.line)) }
  }

  /// Another program has answered meanwhile: what opens next knows of it.
  @Test(arguments: [Key.character("t"), .character("S")])
  func whatAnotherProgramAnsweredIsLearntOf(_ key: Key) {
    var reader = Quizzing(.contents)
    let now = reader.now.utc
    let effects = reader.app.send(.key(key), now: reader.now)
    #expect(effects.contains(.recall))
    let other = Review(
      id: ReviewID(bits: 77), question: "one", kind: .answer(.easy), time: now - 60_000, offset: 0)
    reader.app.take(.news([other, other], settings: Settings(["quiz.retention": "0.8"])))
    #expect(reader.app.state.progress?.cards["one"]?.reviews == 1)
    #expect(reader.app.state.progress?.scheduler.retention == 0.8)
    #expect(reader.app.state.settings[.retention] == 0.8)
  }

  @Test(arguments: [(0, 0), (1, 1), (5, 2), (20, 6), (40, 12), (200, 60)])
  func anySizeHolds(_ columns: Int, _ rows: Int) {
    var quiz = Quizzing(columns: columns, rows: rows)
    for _ in 0..<12 {
      quiz.press(.down, .character("1"), .enter, .pageDown, .pageUp, .enter)
      _ = quiz.screen
    }
    let statistics = Quizzing(.statistics, columns: columns, rows: rows, log: quiz.rows)
    _ = statistics.screen
  }

  /// The first question is on the screen before all notes were looked through, where it is known which one
  /// that is, and is drawn at once.
  @Test func theFirstQuestionWaitsForNothingElse() {
    let prose = String(repeating: "Words and more words stand here.\n", count: 2_000)
    let documents = (0..<8).map { number in
      Document(
        path: "\(number).md",
        bytes: Array(
          "# C\(number)\n\n## L\n\n### Number \(number)?\n<!-- quiz id=q\(number) -->\nIt is [[so]].\n\n## P\n\n\(prose)"
            .utf8))
    }
    let library = Library(title: "Notes", key: "k", documents: documents)
    let known = (0..<8).map { (number: Int) in
      KnownQuestion(
        id: "q\(number)", place: number, lesson: "\(number).md#L", kind: "fill-the-blank", words: ""
      )
    }
    let now = Moment(utc: 1_700_000_000_000, random: 1)
    let log = [2, 6].enumerated().map { index, number in
      Review(
        id: ReviewID(bits: UInt128(index)), question: "q\(number)", kind: .answer(.good),
        time: now.utc - (60 - 30 * index) * 86_400_000, offset: 0)
    }
    var app = App(
      state: AppState(library: library), size: Size(columns: 80, rows: 24),
      opening: [.contents, .quiz(Plan.Scope(seed: 1))])
    var ticks = 0
    while app.awaitsQuestions, ticks < 50 {
      ticks += 1
      #expect(!app.hasArrived)
      if app.send(.tick, now: now).contains(.recall) {
        app.take(
          .progress(
            Progress(History(log), now: now.utc), settings: Settings(),
            known: KnownQuestions(own: known)))
      }
    }
    var canvas = Canvas(size: Size(columns: 80, rows: 24))
    app.draw(on: &canvas)
    // Answered a month later than the other one that is due, it is more likely known.
    #expect(canvas.text.joined().contains("Number 6?") && canvas.text[0].contains("1 of 1 so far"))
    #expect(app.hasArrived && app.state.bank.documents == 0 && ticks <= 3)
    while app.tickInterval == .zero { _ = app.send(.tick, now: now) }
    canvas = Canvas(size: Size(columns: 80, rows: 24))
    app.draw(on: &canvas)
    #expect(canvas.text.joined().contains("Number 6?") && canvas.text[0].contains("1 of 8"))
    #expect(!app.hasArrived && app.state.knowsQuestions)
  }
}
