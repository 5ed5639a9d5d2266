import Notes
import Scheduling
import Testing

@testable import Quiz

private let day = 86_400_000
private let noon = 1_700_000_000_000

/// A moment, its rows named after it.
func moment(_ time: Int) -> Moment {
  Moment(utc: time, offset: 0, random: UInt128(truncatingIfNeeded: time) << 8)
}

/// Notes of so many lessons, each with so many questions of two kinds.
func manyNotes(lessons: Int, questions: Int) -> Library {
  var text = "# C\n"
  for lesson in 1...lessons {
    text += "\n## Lesson \(lesson)\n\nText.\n"
    for number in 1...questions {
      text +=
        "\n### Question \(lesson).\(number)\n<!-- quiz id=q\(lesson)x\(number) -->\n> A hint.\n\n"
      text += number % 2 == 0 ? "1. [ ] no\n1. [x] yes\n1. [ ] never\n" : "It is [[right]].\n"
      text += "\n> [!NOTE]\n> So it is.\n"
    }
  }
  return notes(text)
}

/// Someone who answers, with the log that follows from it.
struct Reader {
  let bank: QuestionBank
  var progress = Progress()
  var session: Session
  var now: Int
  /// What the log would hold.
  var rows: [Review] = []

  init(
    _ library: Library, _ scope: Plan.Scope = .init(seed: 1), progress: Progress = Progress(),
    now: Int = noon
  ) {
    bank = QuestionBank(library)
    self.progress = progress
    self.now = now
    session = Session(scope, bank: bank, progress: progress, now: moment(now))
    session.next(bank: bank, progress: progress, now: moment(now))
  }

  mutating func take(_ new: [Review]) {
    rows += new
    progress.add(new)
  }

  var current: String? { session.posed?.question.id }

  mutating func answer(right: Bool) {
    guard let key = session.posed?.form.key else { return }
    now += 1000
    _ = session.update { form in
      guard right else {
        return form.take(form.choices.isEmpty ? "wrongly" : key == "1" ? "2" : "1") == nil
      }
      return form.take(key) == nil
    }
    take(session.answer(now: moment(now)))
  }

  mutating func next() {
    now += 1000
    session.reveal()
    session.next(bank: bank, progress: progress, now: moment(now))
  }
}

@Suite struct SessionTests {
  @Test func dueComesFirstThenNewAndNoTwoNeighboursAreAlike() throws {
    let library = manyNotes(lessons: 4, questions: 4)
    var reader = Reader(library)
    for _ in 0..<6 {
      reader.answer(right: true)
      reader.next()
    }
    // Three weeks later everything learnt is due, and comes before what is new.
    let later = noon + 21 * day
    let again = Reader(library, progress: reader.progress, now: later)
    let plan = again.session.plan
    #expect(plan.due == 6 && plan.new == 10)
    #expect(Set(plan.queue.prefix(6)) == Set(reader.progress.cards.keys))
    let pairs = zip(plan.queue, plan.queue.dropFirst()).map { (again.bank[$0], again.bank[$1]) }
    for (left, right) in pairs {
      #expect(left?.kindName != right?.kindName || left?.lesson != right?.lesson)
    }
  }

  @Test func aDayHasAMeasureAndABacklogAPlan() {
    let library = manyNotes(lessons: 20, questions: 8)
    let bank = QuestionBank(library)
    let fresh = Plan(
      .init(), bank: bank, progress: Progress(), now: noon, today: StudyDay(time: noon, offset: 0))
    #expect(fresh.new == Plan.newADay && fresh.words == "12 new.")
    let reviews = bank.questions.enumerated().map { index, question in
      Review(
        id: ReviewID(bits: UInt128(index)), question: question.id, kind: .answer(.easy), time: noon,
        offset: 0)
    }
    let later = noon + 400 * day
    let today = StudyDay(time: later, offset: 0)
    let plan = Plan(
      .init(), bank: bank, progress: Progress(reviews: reviews), now: later, today: today)
    #expect(plan.due == 60 && plan.waiting == 100 && plan.new == 0)
    #expect(
      plan.words.hasPrefix(
        "60 due. 160 questions wait for you in all. At 60 a day they are done in 3 days;"))
    let some = Plan(
      .init(count: 5), bank: bank, progress: Progress(reviews: reviews), now: later, today: today)
    #expect(some.queue.count == 5)
  }

  @Test func nothingDueIsSaidWithTheNextTime() {
    var reader = Reader(manyNotes(lessons: 1, questions: 1))
    reader.answer(right: true)
    reader.next()
    #expect(reader.session.phase == .finished)
    let plan = Plan(
      .init(), bank: reader.bank, progress: reader.progress, now: reader.now,
      today: moment(reader.now).day)
    #expect(
      plan.queue == [] && plan.words == "Nothing is due now. The next ones come back later today.")
    // A lesson's own quiz goes ahead all the same.
    let lesson = reader.bank.questions[0].lesson
    let early = Plan(
      .init(lesson: lesson), bank: reader.bank, progress: reader.progress, now: reader.now,
      today: moment(reader.now).day)
    #expect(early.queue.count == 1 && early.words == "1 ahead of time.")
  }

  @Test func aWrongAnswerComesBackInTheSameSitting() {
    var reader = Reader(manyNotes(lessons: 2, questions: 4))
    let first = reader.current
    reader.answer(right: false)
    #expect(reader.session.phase == .retry)
    reader.next()
    var order: [String?] = []
    while reader.session.phase != .finished {
      order.append(reader.current)
      reader.answer(right: true)
      reader.next()
    }
    #expect(order.count == 8 && order.firstIndex(of: first) == 4)
  }

  @Test func gradesFollowFromHintsAndTries() throws {
    var reader = Reader(manyNotes(lessons: 1, questions: 3))
    let id = reader.current ?? ""
    let hints = [reader.session.hint(), reader.session.hint()]
    #expect(hints == [true, false])
    reader.answer(right: true)
    #expect(
      reader.rows.last?.kind == .answer(.hard) && reader.rows.last?.hints == 1)
    let easy = reader.session.easy(now: moment(reader.now))
    #expect(easy.isEmpty)
    reader.next()
    reader.answer(right: false)
    let card = reader.progress.cards[reader.current ?? ""]
    reader.session.retry()
    reader.answer(right: true)
    // The first try stands, the second one is kept for practice and changes nothing.
    #expect(reader.rows.map(\.kind) == [.answer(.hard), .answer(.again), .skip])
    #expect(reader.rows.last?.isPractice == true && reader.rows.last?.credit == 1)
    #expect(reader.progress.history.answers(to: reader.current ?? "").map(\.grade) == [.again])
    #expect(reader.progress.cards[reader.current ?? ""] == card)
    #expect(reader.session.easy(now: moment(reader.now + 1)).isEmpty)
    reader.next()
    reader.answer(right: true)
    reader.now += 1000
    reader.take(reader.session.easy(now: moment(reader.now)))
    #expect(reader.progress.history.answers(to: reader.current ?? "").map(\.grade) == [.easy])
    #expect(reader.progress.history.answers(to: id).map(\.grade) == [.hard])
    #expect(reader.session.answered.map(\.grade) == [.hard, .again, .easy])
  }

  /// After a second try an undo takes back the first one, which is what counted.
  @Test func undoAfterASecondTryTakesBackTheAnswer() throws {
    var reader = Reader(manyNotes(lessons: 1, questions: 2))
    let id = try #require(reader.current)
    reader.answer(right: false)
    reader.session.retry()
    reader.answer(right: true)
    for undoing in [reader, Reader(manyNotes(lessons: 1, questions: 2), progress: reader.progress)]
    {
      var undoing = undoing
      let row = undoing.session.undo(
        bank: undoing.bank, progress: undoing.progress, now: moment(reader.now + 5))
      #expect(row?.kind == .void(reader.rows[0].id) && undoing.current == id)
      undoing.take(row.map { [$0] } ?? [])
      #expect(undoing.progress.cards.isEmpty)
    }
  }

  @Test func givingUpCountsAsNotKnown() {
    var reader = Reader(manyNotes(lessons: 1, questions: 1))
    reader.take(reader.session.giveUp(now: moment(noon + 1)))
    #expect(reader.rows.map(\.kind) == [.answer(.again)] && reader.session.phase == .revealed)
  }

  @Test func skippingCostsNothing() {
    var reader = Reader(manyNotes(lessons: 1, questions: 2))
    let first = reader.current
    reader.take(reader.session.skip(now: moment(noon + 5)))
    reader.next()
    #expect(reader.progress.cards.isEmpty && reader.current != first)
    let row = reader.session.undo(
      bank: reader.bank, progress: reader.progress, now: moment(noon + 9000))
    #expect(row?.question == first && reader.current == first)
  }

  @Test func confidenceIsAskedBeforeTheReveal() {
    var reader = Reader(manyNotes(lessons: 1, questions: 1))
    reader.session.asksConfidence = true
    reader.answer(right: true)
    #expect(reader.session.phase == .confidence && reader.rows.isEmpty)
    reader.session.reconsider()
    #expect(reader.session.phase == .asking)
    reader.answer(right: true)
    reader.take(reader.session.answer(sure: 75, now: moment(noon + 99)))
    #expect(reader.rows.first?.confidence == 75 && reader.session.phase == .revealed)
  }

  /// Undo goes back as far as there is anything, also over the end of a sitting, and the question
  /// comes back with the same numbers.
  @Test func undoIsUnlimitedAndSurvivesARestart() throws {
    let library = notes(
      "# C\n\n## L\n\nText.\n\n### A\n<!-- quiz id=a x=int(1,1000) -->\n{{x}} is [[= x]].\n\n### B\n<!-- quiz id=b -->\nIt is [[right]].\n"
    )
    var reader = Reader(library)
    var prompts: [String: String] = [:]
    for _ in 0..<2 {
      prompts[reader.current ?? ""] = reader.session.posed?.prompt.plainText
      reader.answer(right: true)
      reader.next()
    }
    #expect(reader.session.phase == .finished && reader.progress.cards.count == 2)
    let order = reader.rows.map(\.question)
    var again = Reader(library, .init(seed: 99), progress: reader.progress, now: noon + day)
    for id in order.reversed() {
      again.now += 1000
      let undone = again.session.undo(
        bank: again.bank, progress: again.progress, now: moment(again.now))
      let row = try #require(undone)
      again.take([row])
      #expect(again.current == id && again.session.posed?.prompt.plainText == prompts[id])
      #expect(again.progress.cards[id] == nil)
    }
    let none = again.session.undo(
      bank: again.bank, progress: again.progress, now: moment(again.now))
    #expect(none == nil)
    #expect(again.progress.cards.isEmpty && reader.rows.count + again.rows.count == 4)
  }

  @Test func aClockSetBackStillUndoesWhatWasJustGiven() throws {
    let library = manyNotes(lessons: 1, questions: 2)
    var reader = Reader(library)
    let first = reader.current
    reader.answer(right: true)
    reader.next()
    let second = reader.current
    reader.now -= 400 * day
    reader.answer(right: true)
    let card = try #require(second.flatMap { reader.progress.cards[$0] })
    #expect(card.dueDay >= card.day && card.reviews == 1)
    for id in [second, first] {
      let row = reader.session.undo(
        bank: reader.bank, progress: reader.progress, now: moment(reader.now + 7))
      #expect(row?.question == id)
      reader.now += 1000
      reader.take(row.map { [$0] } ?? [])
    }
    #expect(reader.progress.cards.isEmpty)
  }

  /// After a restart too: the last one given, whatever its date.
  @Test func undoAfterARestartTakesTheLastGiven() throws {
    let library = manyNotes(lessons: 1, questions: 3)
    var reader = Reader(library)
    reader.now += 5 * 366 * day
    reader.answer(right: true)
    reader.next()
    reader.now -= 5 * 366 * day
    reader.answer(right: true)
    let last = reader.rows[1].id
    var again = Reader(library, progress: reader.progress, now: reader.now + 1000)
    let row = again.session.undo(
      bank: again.bank, progress: again.progress, now: moment(again.now + 7))
    #expect(row?.kind == .void(last))
  }

  /// An answer from a clock that was ahead is told of, and the question asked all the same.
  @Test func aWrongClockIsTold() throws {
    let library = manyNotes(lessons: 1, questions: 2)
    let bank = QuestionBank(library)
    func row(_ id: Int, _ days: Int) -> Review {
      Review(
        id: ReviewID(bits: UInt128(id)), question: bank.questions[0].id, kind: .answer(.good),
        time: noon + days * day, offset: 0)
    }
    var progress = Progress(History([row(1, 5 * 366)]), now: noon)
    let doubt = try #require(progress.clockDoubt(now: noon, today: moment(noon).day))
    #expect(
      doubt.hasPrefix(
        "By the clock it is 2023-11-14, but an answer is dated later, 2028-11-17: one of the two clocks was wrong."
      ))
    // After midnight the clock shows the next date, though the study day goes on until four.
    let night = noon + 17_200_000
    let late = Progress(History([row(1, 5 * 366)]), now: night)
    let told = try #require(late.clockDoubt(now: night, today: moment(night).day))
    #expect(
      moment(night).day.iso == "2023-11-14" && told.hasPrefix("By the clock it is 2023-11-15"))
    let plan = Plan(.init(), bank: bank, progress: progress, now: noon, today: moment(noon).day)
    #expect(plan.new == 2)
    progress.add([row(2, 0)])
    #expect(progress.cards.values.first?.day == moment(noon).day)
    // Its date comes.
    progress.look(at: noon + 6 * 366 * day)
    #expect(progress.cards.values.first?.reviews == 2)
    progress.look(at: noon)
    #expect(progress.cards.values.first?.reviews == 1)
    #expect(
      Progress(History([row(1, 0)]), now: noon).clockDoubt(now: noon, today: moment(noon).day)
        == nil
    )
    #expect(
      Progress(History([row(1, 0)]), now: noon).clockDoubt(
        now: noon + 300 * day, today: moment(noon + 300 * day).day) == nil)
    #expect(
      Progress(History([row(1, 0)]), now: noon).clockDoubt(
        now: noon + 400 * day, today: moment(noon + 400 * day).day)?.contains(
          "the last answer is of 2023-11-14") == true)
    #expect(Progress().clockDoubt(now: noon, today: moment(noon).day) == nil)
  }

  /// After the course took the day's new questions, other notes say so.
  @Test func theLimitForNewOnesIsToldWhereItIsReached() {
    let course = QuestionBank(manyNotes(lessons: 4, questions: 4))
    let rows = course.questions.prefix(Plan.newADay).enumerated().map { index, question in
      Review(
        id: ReviewID(bits: UInt128(index)), question: question.id, kind: .answer(.easy), time: noon,
        offset: 0)
    }
    let own = QuestionBank(
      notes("# N\n\n## L\n\nText.\n\n### A?\n<!-- quiz id=own -->\nIt is [[so]].\n"))
    let today = moment(noon).day
    let progress = Progress(reviews: rows)
    let plan = Plan(.init(), bank: own, progress: progress, now: noon, today: today)
    #expect(
      plan.words
        == "Nothing is due now. 1 here is new, but today's limit of 12 new questions, which all notes share, is reached."
    )
    #expect(plan.moreWords == "asks 1 of the new ones all the same" && plan.hasMore)
    let rest = Plan(.init(), bank: course, progress: progress, now: noon, today: today)
    #expect(rest.moreWords == "asks 4 of the new ones, and others ahead of their time")
    let none = Plan(
      .init(), bank: QuestionBank(notes("# N\n\nText.\n")), progress: progress, now: noon,
      today: today)
    #expect(none.words == "There is no question here." && !none.hasMore)
  }

  @Test func aChapterIsAllItsLessons() {
    let bank = QuestionBank(manyNotes(lessons: 3, questions: 2))
    let first = bank.questions[0].lesson
    func count(_ scope: Plan.Scope) -> Int {
      Plan(scope, bank: bank, progress: Progress(), now: noon, today: moment(noon).day).queue.count
    }
    var scope = Plan.Scope(lesson: first)
    #expect(count(scope) == 2)
    scope.isChapter = true
    #expect(count(scope) == 6)
  }

  @Test func whatIsLeftEarlyIsCounted() {
    var reader = Reader(manyNotes(lessons: 1, questions: 4))
    reader.answer(right: true)
    reader.next()
    reader.session.end()
    #expect(reader.session.phase == .finished && reader.session.unasked == 3)
    #expect(reader.session.answered.count == 1)
  }

  @Test func whatWasSkippedIsCountedUntilItIsAnswered() {
    var reader = Reader(manyNotes(lessons: 1, questions: 2))
    let id = reader.current ?? ""
    reader.take(reader.session.skip(now: moment(noon + 5)))
    #expect(reader.session.skipped == [id])
    _ = reader.session.undo(bank: reader.bank, progress: reader.progress, now: moment(noon + 9000))
    #expect(reader.session.skipped.isEmpty && reader.current == id)
  }

  @Test func oneSeedOneSitting() {
    let library = manyNotes(lessons: 2, questions: 4)
    let seeds = (0..<2).map { _ in Reader(library, .init(seed: 5)).session.posed?.seed }
    #expect(seeds[0] == seeds[1])
    #expect(Reader(library, .init(seed: 6)).session.posed?.seed != seeds[0])
  }
}

@Suite struct ProgressTests {
  /// Rows taken in one by one lead to the same cards as a replay of all of them.
  @Test func addingIsReplaying() {
    var rows: [Review] = []
    for index in 0..<60 {
      let grade = Grade(rawValue: index * 7 % 4 + 1) ?? .good
      rows.append(
        Review(
          id: ReviewID(bits: UInt128(index)), question: "q\(index % 5)", kind: .answer(grade),
          time: noon + index * day / 3, offset: 60))
    }
    rows.append(
      Review(
        id: ReviewID(bits: 100), question: "q1", kind: .void(ReviewID(bits: 56)),
        time: noon + 30 * day, offset: 60))
    rows.append(
      Review(
        id: ReviewID(bits: 101), question: "q2", kind: .skip, time: noon + 31 * day, offset: 60))
    var progress = Progress()
    for row in rows { progress.add([row]) }
    #expect(progress.cards == Progress(reviews: rows).cards && progress.cards.count == 5)
    #expect(progress.history.answers(to: "q1").count == 11)
  }

  @Test func theReportCounts() throws {
    let library = manyNotes(lessons: 1, questions: 3)
    let bank = QuestionBank(library)
    func row(_ id: Int, _ question: Int, _ grade: Grade, _ days: Int) -> Review {
      Review(
        id: ReviewID(bits: UInt128(id)), question: "q1x\(question)", kind: .answer(grade),
        time: noon + days * day, offset: 0, duration: 30_000)
    }
    let progress = Progress(reviews: [
      row(1, 1, .easy, 0), row(2, 2, .again, 0), row(3, 1, .good, 20), row(4, 1, .again, 90),
      Review(
        id: ReviewID(bits: 9), question: "q1x1", kind: .void(ReviewID(bits: 5)), time: noon,
        offset: 0),
    ])
    let now = noon + 91 * day
    let report = Report(progress, bank: bank, now: now, today: StudyDay(time: now, offset: 0))
    #expect(report.reviews == 4 && report.questions == 2 && report.unseen == 1 && report.due == 2)
    #expect(report.time == 120_000 && report.days.count == 3)
    #expect(report.retention == 0.5 && report.retentionCount == 2 && report.promised == 0.9)
    let first = try #require(report.days[StudyDay(time: noon, offset: 0)])
    #expect(first.reviews == 2 && first.right == 1)
    #expect(report.weak.map(\.question) == ["q1x2", "q1x1"])
    #expect(report.sureness.isEmpty)
    #expect(report.forecast.first == 2 && report.forecast.reduce(0, +) == 2)
  }

  @Test func howSureIsSetAgainstHowRight() {
    let bank = QuestionBank(manyNotes(lessons: 1, questions: 3))
    let answers: [(Int?, Grade)] = [
      (95, .good), (95, .again), (25, .again), (95, .hard), (nil, .good),
    ]
    let rows = answers.enumerated().map { index, answer in
      Review(
        id: ReviewID(bits: UInt128(index)), question: "q1x1", kind: .answer(answer.1),
        time: noon + index * 1000, offset: 0, confidence: answer.0)
    }
    let report = Report(
      Progress(reviews: rows), bank: bank, now: noon, today: StudyDay(time: noon, offset: 0))
    #expect(report.sureness.map(\.sure) == [25, 95])
    #expect(report.sureness.map(\.answers) == [1, 3] && report.sureness.map(\.right) == [0, 2])
  }

  @Test func theScheduleSaysWhy() throws {
    let library = manyNotes(lessons: 1, questions: 1)
    let bank = QuestionBank(library)
    let question = bank.questions[0]
    func why(_ progress: Progress, _ now: Int) -> String {
      Reasons.why(question, progress: progress, now: now, today: StudyDay(time: now, offset: 0))
    }
    #expect(why(Progress(), noon) == "It is new: you were never asked this.")
    let progress = Progress(
      reviews: [
        Review(
          id: ReviewID(bits: 1), question: question.id, kind: .answer(.easy), time: noon, offset: 0)
      ],
      scheduler: Scheduler(fuzz: false))
    let card = try #require(progress.cards[question.id])
    #expect(
      Reasons.comesBack(card, today: StudyDay(time: noon, offset: 0)) == "It comes back in 8 days.")
    #expect(
      why(progress, noon + 10 * day)
        == "You answered it once, last 10 days ago. The chance that you still know it is 89 %; "
        + "it is asked when that nears 90 %. It is 2 days late.")
  }
}
