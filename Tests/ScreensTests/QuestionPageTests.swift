import Quiz
import Scheduling
import TextUI
import Testing

@testable import Screens

/// "This question": what a reader decides about one, from the quiz.
@Suite struct QuestionPageTests {
  private func actions(_ quiz: Quizzing) -> [Review.Action] {
    quiz.rows.compactMap { if case .action(let action) = $0.kind { action } else { nil } }
  }

  @Test func suspendingGoesOnToTheNextAndUndoBringsItBack() {
    var quiz = Quizzing()
    quiz.go(to: "Which part")
    quiz.press(.alt("a"))
    #expect(quiz.screen.contains("This question") && quiz.screen.contains("suspend it"))
    quiz.press(.character("s"))
    #expect(actions(quiz) == [.suspend])
    #expect(!quiz.screen.contains("Which part decides?"))
    #expect(quiz.screen.contains("How much?"))
    quiz.press(.alt("u"))
    #expect(quiz.screen.contains("Which part decides?"))
    #expect(quiz.app.state.progress?.isAsked("one", on: quiz.app.state.today) == true)
  }

  @Test func aFlagHasARemarkAndTheQuestionStays() {
    var quiz = Quizzing()
    quiz.go(to: "How much?")
    quiz.press(.alt("a"), .character("f"))
    quiz.type("the hint gives it away")
    #expect(quiz.screen.contains("What is wrong with it? the hint gives it away"))
    quiz.press(.enter)
    #expect(actions(quiz) == [.flag("the hint gives it away")])
    #expect(quiz.screen.contains("How much?") && quiz.app.stack.count == 2)
    quiz.press(.alt("a"))
    #expect(quiz.screen.contains("It is flagged as bad: the hint gives it away"))
    // The same key takes the flag away.
    quiz.press(.character("f"))
    #expect(actions(quiz).last == .unflag)
  }

  @Test func aDayIsTakenAsDaysOrADate() {
    var quiz = Quizzing()
    quiz.go(to: "Which part")
    quiz.press(.alt("a"), .character("d"))
    quiz.type("soon")
    quiz.press(.enter)
    #expect(actions(quiz).isEmpty && quiz.app.message?.contains("Type a number of days") == true)
    quiz.press(.control("u"))
    quiz.type("9")
    quiz.press(.enter)
    let day = quiz.app.state.today.advanced(by: 9)
    #expect(actions(quiz) == [.due(day)])
    // It was never answered: it waits for that day.
    #expect(quiz.screen.contains("How much?"))
    #expect(quiz.app.state.progress?.isAsked("one", on: quiz.app.state.today) == false)
    #expect(quiz.app.state.progress?.isAsked("one", on: day) == true)
  }

  @Test(arguments: [
    (Key.character("b"), "Put off until tomorrow"), (.character("k"), "Known already"),
  ])
  func itIsPutOffOrKnown(key: Key, words: String) {
    var quiz = Quizzing()
    quiz.go(to: "Which part")
    quiz.press(.alt("a"), key)
    #expect(quiz.app.message?.contains(words) == true)
    #expect(quiz.screen.contains("How much?"))
    // There it can be taken up again.
    var page = Quizzing(.about("one"), log: quiz.rows)
    page.now.utc = quiz.now.utc
    #expect(page.screen.contains("take it up again"))
    page.press(.character("s"))
    #expect(actions(page) == [.resume])
    #expect(page.app.state.progress?.standing(of: "one") == Standing())
  }

  @Test func whatWasDecidedThereIsTakenBackThere() {
    var quiz = Quizzing(.about("one"))
    quiz.press(.character("k"))
    #expect(quiz.app.stack.count == 1)
    var page = Quizzing(.about("one"), log: quiz.rows)
    page.press(.character("u"))
    #expect(page.rows.map(\.kind) == [.void(quiz.rows[0].id)])
    #expect(page.app.state.progress?.standing(of: "one") == Standing())
    page.rows = []
    page.press(.character("u"))
    #expect(page.rows.isEmpty)
  }

  /// Its lesson and the text of its file would tell the answer.
  @Test func aTestOpensNothingThatTellsTheAnswer() {
    func opens(_ effects: [Effect]) -> Bool {
      effects.contains { effect in
        switch effect {
        case .open(.lesson), .edit: true
        default: false
        }
      }
    }
    for scope in [Plan.Scope(.test), Plan.Scope(seed: 3)] {
      let mayRead = scope.mode != .test
      for keys in [
        [Key.alt("o")], [.alt("E")], [.alt("a"), .character("o")], [.alt("a"), .character("E")],
      ] {
        var quiz = Quizzing(.quiz(scope))
        let depth = quiz.app.stack.count
        quiz.last = []
        for key in keys { quiz.press(key) }
        let isOpen = opens(quiz.last) || quiz.app.stack.count > depth + keys.count - 1
        #expect(isOpen == mayRead, "\(keys), \(scope.mode)")
      }
    }
    var quiz = Quizzing(.quiz(Plan.Scope(.test)), isLinear: true)
    quiz.line("lesson")
    #expect(
      quiz.app.message == "What would tell the answers is opened when the test is over")
  }

  /// What is decided without leaving changes what can be done: the cursor stands on what Enter does.
  @Test(arguments: [24, 40, 80]) func theCursorStandsOnWhatEnterDoes(columns: Int) throws {
    var quiz = Quizzing(.about("one"))
    quiz.press(.character("k"))
    var page = Quizzing(.about("one"), columns: columns, log: quiz.rows)
    for _ in 0..<9 { page.press(.down) }
    page.press(.character("u"))
    #expect(page.rows.map(\.kind) == [.void(quiz.rows[0].id)])
    let deed = try #require(page.app.screen.selection(in: page.app.state))
    var canvas = Canvas(size: page.size)
    page.app.draw(on: &canvas)
    let marked = Array(canvas.cells.filter { $0.style.attributes.contains(.selected) }).text
    // Where it is narrow the rest stands in the next row.
    #expect(
      marked.filter { $0 != " " }.contains(deed.prefix(14).filter { $0 != " " }), "\(marked)")
  }

  @Test func itTellsWhatBecameOfIt() {
    let log = [Grade.again, .good, .easy].enumerated().map { index, grade in
      Review(
        id: ReviewID(bits: UInt128(index + 1)), question: "one", kind: .answer(grade),
        time: 1_700_000_000_000 - (9 - index) * 86_400_000, offset: 0,
        confidence: index == 0 ? 95 : nil,
        duration: 4_200)
    }
    let page = Quizzing(.about("one"), rows: 40, log: log)
    #expect(page.screen.contains("3 answers, 1 wrong"))
    #expect(page.screen.contains("wrong, 4 seconds, 95 % sure"))
    #expect(page.screen.contains("easy, 4 seconds"))
  }

  @Test func aMatchCanBeParted() {
    let log = [
      Review(
        id: ReviewID(bits: 1), question: "former", kind: .answer(.good), time: 1_600_000_000_000,
        offset: 0),
      Review(
        id: ReviewID(bits: 2), question: "one", kind: .action(.continues("former")),
        time: 1_600_000_000_001, offset: 0),
    ]
    var page = Quizzing(.about("one"), log: log)
    #expect(page.screen.contains("It was recognised on"))
    page.press(.character("x"))
    #expect(page.rows.map(\.kind) == [.void(ReviewID(bits: 2))])
    #expect(page.app.state.progress?.cards["one"] == nil)
    #expect(!page.screen.contains("It was recognised on"))
  }

  @Test func editingGoesToItsLine() {
    var quiz = Quizzing()
    quiz.go(to: "Which part")
    quiz.press(.alt("E"))
    #expect(quiz.last == [.edit(document: 0, line: 7)])
  }

  /// A question that slips is offered its lesson.
  @Test func aLeechIsTold() {
    var log: [Review] = []
    for number in 0..<15 {
      log.append(
        Review(
          id: ReviewID(bits: UInt128(number + 1)), question: "one",
          kind: .answer(number % 4 == 3 ? .again : .good),
          time: 1_700_000_000_000 - (60 - 3 * number) * 86_400_000, offset: 0))
    }
    var quiz = Quizzing(.quiz(Plan.Scope(seed: 3)), rows: 40, log: log)
    quiz.go(to: "Which part")
    quiz.press(.alt("r"))
    #expect(quiz.screen.contains("It has slipped 4 times after it was learnt"))
  }

  // MARK: Ways to study

  @Test func theWaysToStudyLeadToEach() {
    var study = Quizzing(.study(nil))
    #expect(study.screen.contains("A test over all chapters"))
    #expect(study.screen.contains("New a day, in these notes: 12"))
    study.press(.end, .character("-"))
    // Shown first, and taken after that.
    #expect(study.screen.contains("59? Enter takes it"))
    #expect(study.screen.contains("59 due a day: about"))
    #expect(study.app.state.settings.limits == Plan.Limits())
    study.press(.enter)
    #expect(study.last.contains(.set(.dueADay, to: 59)))
    study.press(.up, .character("+"), .character("+"), .character("-"), .enter)
    #expect(study.app.state.settings.limits == Plan.Limits(due: 59, new: 13))
    // Left, by its key or by going elsewhere, it stays as it was.
    study.press(.character("+"), .character("q"), .enter)
    study.press(.character("+"), .down, .enter)
    study.press(.up, .character("+"), .character("-"), .enter)
    #expect(study.app.state.settings.limits == Plan.Limits(due: 59, new: 13))
    study.press(.character("3"))
    #expect(study.screen.contains("Cramming"))
  }

  /// Nothing that was shown goes without a word, nor does a key at the end of its range.
  @Test func whatIsNotTakenIsSaid() {
    var study = Quizzing(.study(nil))
    study.press(.end, .character("+"), .up)
    #expect(study.app.message == "Due a day stays 60")
    study.press(.character("+"), .character("q"))
    #expect(study.app.message == "New a day stays 12")
    study.press(.character("+"), .character("1"))
    #expect(study.app.message == "New a day stays 12" && study.app.stack.count == 3)
    study = Quizzing(.study(nil))
    study.press(.end, .up)
    for _ in 0..<13 { study.press(.character("-")) }
    #expect(study.app.message == "0 new a day is as few as it goes")
    study.press(.enter, .character("-"))
    #expect(study.app.message == "0 new a day is as few as it goes")
    #expect(study.app.state.settings.limits.new == 0)
  }

  /// What is said of a limit leaves its line in sight, whatever the size; out of sight it is not taken.
  @Test(arguments: [(120, 40), (80, 24), (40, 12), (24, 8)])
  func aLimitIsTakenInSight(columns: Int, rows: Int) {
    var study = Quizzing(.study(nil), columns: columns, rows: rows)
    study.press(.end, .character("-"))
    #expect(study.screen.contains("59?"), "\(study.screen)")
    #expect(study.app.message?.hasPrefix("59 due a day: about ") == true)
    for _ in 0..<20 {
      _ = study.app.send(.mouse(.wheelUp, Point(column: 3, row: 3)), now: study.now)
    }
    let isSeen = study.screen.contains("59?")
    study.press(.enter)
    #expect(study.last.contains(.set(.dueADay, to: 59)) == isSeen)
    if !isSeen { study.press(.enter) }
    #expect(study.app.state.settings.limits.due == 59)
  }

  @Test func limitsAreReachedByTheirWordsInLines() {
    var study = Quizzing(.study(nil), isLinear: true)
    let title = "New a day, in these notes: 12"
    let number = study.app.transcript.first { $0.contains(title) }?.split(separator: " ").first
    study.line(String(number ?? ""))
    #expect(study.app.message == "New a day: more and less change it, new 20 makes it 20")
    for line in ["more 8", "new 20", "less 0"] {
      study.line(line)
      let told = study.app.transcript + [study.app.message ?? ""]
      #expect(told.count { $0.contains("20 new a day: about") } == 1, "\(line)")
      #expect(told.count { $0.contains("take takes it, back leaves it") } == 1, "\(line)")
    }
    // A limit and no lesson.
    #expect(study.app.stack.count == 2)
    study.line("due 900")
    #expect(study.app.transcript.contains { $0.hasPrefix("500 due a day: about") })
    study.line("due")
    #expect(study.app.message == "500 is not taken yet: take takes it, back leaves it")
    study.press(.enter)
    #expect(study.app.state.settings.limits == Plan.Limits(due: 500, new: 12))
    #expect(!study.app.transcript.joined().contains("+ and -"))
  }

  /// What a limit takes is told wherever something else was typed, and what is shown in its place.
  @Test(
    arguments: [
      ("new 5000", "new goes from 0 to 500: 500 is shown", "500 new a day"),
      ("new -3", "new goes from 0 to 500: 0 is shown", "0 new a day"),
      ("due 99999999999999999999", "due goes from 0 to 500: 500 is shown", "500 due a day"),
      ("new 12.5", "new takes a whole number from 0 to 500, such as new 20", nil),
      ("due many", "due takes a whole number from 0 to 500, such as due 20", nil),
      ("new 20 %", "new takes a whole number from 0 to 500, such as new 20", nil),
      ("new 20.0", nil, "20 new a day"),
    ] as [(String, String?, String?)])
  func aLimitSaysWhatItTakes(line: String, said: String?, shown: String?) {
    var study = Quizzing(.study(nil), isLinear: true)
    #expect(study.app.claims(line))
    study.line(line)
    #expect(study.app.message == said)
    let told = study.app.transcript.filter { $0.contains(" a day: ") && !$0.hasPrefix("  ") }
    #expect(told.count == (shown == nil ? 0 : 1))
    #expect(told.first.map { $0.hasPrefix(shown ?? "-") } ?? true, "\(told)")
    for phrase in study.app.phrases { #expect(study.app.claims(phrase.line)) }
  }

  /// A filter of all questions is named in lines, and one that there is none of changes nothing.
  @Test func filtersAreNamedInLines() {
    var list = Quizzing(.questions(.all), isLinear: true)
    for phrase in list.app.phrases {
      #expect(list.app.claims(phrase.line))
      list.line(phrase.line)
      let name = phrase.line.dropFirst("filter ".count)
      let said = list.app.transcript.joined(separator: "\n")
      #expect(said.contains("Questions, \(name): ") || said.contains("No question "), "\(said)")
      #expect(list.app.message == nil)
    }
    list.line("filter all")
    let all = list.app.transcript
    list.line("filter oddities")
    #expect(
      list.app.message?.hasPrefix("No filter is called \"oddities\": filter takes all, ") == true)
    #expect(list.app.transcript == all)
    list.line("filter leech")
    #expect(list.app.transcript == ["", "No question slips again and again."])
  }

  /// More answers than a day holds questions are explained.
  @Test func moreAnswersThanQuestionsAreExplained() throws {
    let state = try #require(Place.named("Study, the course")).script().app.state
    let some = try #require(Trial(limits: Plan.Limits(due: 0, new: 12), in: state))
    #expect(
      some.excess
        == "A day's 12 questions may take more answers: one that is new or slips is asked again the same day"
    )
    let none = try #require(Trial(limits: Plan.Limits(due: 0, new: 0), in: state))
    #expect(none.excess == nil && none.words.hasPrefix("about 0 answers a day"))
  }

  @Test func aTestSaysNothingUntilItsEnd() {
    var quiz = Quizzing(.quiz(Plan.Scope(.test)), columns: 140, rows: 40)
    #expect(quiz.screen.contains("Test"))
    for _ in 0..<2 {
      if quiz.screen.contains("Which part") {
        quiz.press(.character("1"), .enter)
      } else {
        quiz.type("0")
        quiz.press(.enter)
      }
      #expect(!quiz.screen.contains("Not right") && !quiz.screen.contains("Right."))
      // Nor beside it.
      #expect(quiz.app.screen.isFinished || !quiz.screen.contains("✗"))
    }
    #expect(quiz.screen.contains("0 of 2 right, 0 %"))
    #expect(quiz.screen.contains("1 Course") && quiz.screen.contains("To read again"))
    #expect(quiz.rows.allSatisfy(\.isPractice) && quiz.rows.count == 2)
    quiz.press(.character("m"))
    #expect(quiz.screen.contains("1 of 2"))
  }

  @Test func aPlacementLeadsToItsChapter() {
    var quiz = Quizzing(.quiz(Plan.Scope(.placement)), rows: 30)
    #expect(quiz.screen.contains("Placement") && quiz.screen.contains("1 of 2"))
    for _ in 0..<12 where quiz.app.screen.isFinished == false { quiz.press(.alt("r")) }
    #expect(quiz.screen.contains("Chapter 1 Course"))
    quiz.press(.enter)
    #expect(quiz.app.stack.count == 3)
  }

  // MARK: The list of all

  @Test func questionsAreFilteredAndFound() {
    var quiz = Quizzing(.questions(.all))
    #expect(quiz.screen.contains("all: 2 of 2") && quiz.screen.contains("new"))
    quiz.press(.tab)
    #expect(quiz.screen.contains("due: 0 of 2") && quiz.screen.contains("No question is due"))
    for _ in 0..<7 { quiz.press(.tab) }
    quiz.press(.character("/"))
    quiz.type("1.2")
    #expect(quiz.screen.contains("How much?") && !quiz.screen.contains("Which part"))
    quiz.press(.enter, .enter)
    #expect(quiz.screen.contains("This question") && quiz.screen.contains("never answered"))
    quiz.press(.character("s"))
    #expect(quiz.screen.contains("suspended"))
  }

  // MARK: Questions that changed

  @Test func aChangedQuestionIsRecognisedAtTheStart() throws {
    var quiz = Quizzing(.contents)
    let one = try #require(quiz.app.state.bank["one"])
    let former = Recognition(
      quiz.app.state.bank, in: quiz.app.state.library, before: [],
      progress: try #require(quiz.app.state.progress)
    ).known.first { $0.id == one.id }
    let old = try #require(former)
    let before = KnownQuestion(
      id: "former", place: 0, lesson: old.lesson, kind: old.kind, words: old.words + " indeed")
    let log = [
      Review(
        id: ReviewID(bits: 1), question: "former", kind: .answer(.good), time: 1_600_000_000_000,
        offset: 0)
    ]
    quiz = Quizzing(.contents, log: log, known: KnownQuestions(own: [before]))
    #expect(actions(quiz) == [.continues("former")])
    #expect(quiz.app.state.progress?.cards["one"]?.reviews == 1)
    #expect(quiz.app.message?.contains("A question was recognised") == true)
    #expect(quiz.app.message?.hasSuffix("U in Contents or u in the quiz takes that back") == true)
    #expect(quiz.app.state.known?.own.map(\.id) == ["one", "two"])
    #expect(quiz.last.contains(.noteQuestions(quiz.app.state.known?.own ?? [])))
    // Once is enough.
    #expect(quiz.last.count { if case .record = $0 { true } else { false } } == 1)
    // The key beside it takes it back, and is none after that.
    #expect(quiz.screen.contains("U take back"))
    quiz.press(.character("U"))
    #expect(quiz.app.state.progress?.cards["one"] == nil && quiz.rows.count == 2)
    #expect(quiz.app.message?.hasPrefix("Taken back") == true)
    #expect(!quiz.screen.contains("U take back"))
  }

  /// Who only reads leaves nothing behind.
  @Test func questionsAreNotedWithTheFirstAnswer() {
    var quiz = Quizzing(known: KnownQuestions(own: []))
    #expect(quiz.app.state.known?.own == [])
    quiz.go(to: "Which part")
    quiz.press(.alt("r"))
    #expect(
      quiz.last.contains { if case .noteQuestions(let all) = $0 { all.count == 2 } else { false } })
    quiz.press(.enter, .alt("r"))
    #expect(!quiz.last.contains { if case .noteQuestions = $0 { true } else { false } })
  }

  // MARK: In lines

  @Test func theWordsOfThePageDecideInLines() {
    var quiz = Quizzing()
    quiz.go(to: "Which part")
    quiz.line("flag the hint gives it away")
    quiz.line("due 9")
    #expect(actions(quiz).first == .flag("the hint gives it away"))
    #expect(actions(quiz).last == .due(quiz.app.state.today.advanced(by: 9)))
    #expect(quiz.app.transcript.joined().contains("How much?"))
    quiz.line("suspend")
    #expect(actions(quiz).last == .suspend)
    #expect(quiz.rows.allSatisfy { if case .action = $0.kind { true } else { false } })
  }

  /// None of the words is an answer: not where it means nothing now either.
  @Test(arguments: ["resume", "separate", "unflag", "due soon"])
  func aWordWithoutUseIsNoAnswer(word: String) {
    var quiz = Quizzing()
    quiz.go(to: "How much?")
    quiz.line(word)
    #expect(quiz.rows.isEmpty && quiz.app.message != nil)
    #expect(quiz.app.transcript.joined().contains("How much?"))
  }

  @Test func backLeavesAndAnswerAnswers() {
    var quiz = Quizzing()
    quiz.go(to: "How much?")
    quiz.line("answer 64/2")
    #expect(quiz.rows.map(\.kind) == [.answer(.good)])
    quiz.line("back")
    #expect(quiz.app.transcript.joined().contains("Left early") || quiz.app.isFinished)
  }

  // MARK: A time

  @Test func aTestWithATimeEndsByTheClock() {
    var scope = Plan.Scope(.test, minutes: 1)
    scope.seed = 3
    var quiz = Quizzing(.quiz(scope))
    #expect(quiz.screen.contains("1:00 left"))
    quiz.now.utc += 30_000
    _ = quiz.app.send(.tick, now: quiz.now)
    #expect(quiz.screen.contains("0:30 left"))
    quiz.now.utc += 30_000
    _ = quiz.app.send(.tick, now: quiz.now)
    #expect(quiz.screen.contains("Time is up") && quiz.app.isFinished)
    var lines = Quizzing(.quiz(scope))
    #expect(lines.app.transcript.joined().contains("1:00 left"))
    lines.now.utc += 60_000
    lines.line("1")
    #expect(lines.app.transcript.joined().contains("Time is up"))
    #expect(lines.rows.isEmpty)
  }
}
