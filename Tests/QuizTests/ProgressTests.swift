import Notes
import Scheduling
import Testing

@testable import Quiz

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
    #expect(report.sureness.isEmpty && report.elsewhere == 0 && report.secondsAnAnswer == 30)
    let other = Report(
      progress, bank: QuestionBank(manyNotes(lessons: 1, questions: 1)), now: now,
      today: StudyDay(time: now, offset: 0))
    #expect(other.reviews == 4 && other.elsewhere == 1)
    #expect(report.forecast.first == 2 && report.forecast.reduce(0, +) == 2)
  }

  @Test func whatIsKnownAlreadyHasACertainChance() {
    let bank = QuestionBank(manyNotes(lessons: 1, questions: 3))
    let progress = Progress(reviews: [
      Review(
        id: ReviewID(bits: 1), question: "q1x1", kind: .action(.known), time: noon, offset: 0),
      Review(
        id: ReviewID(bits: 2), question: "q1x2", kind: .answer(.again), time: noon, offset: 0),
    ])
    let today = moment(noon).day
    #expect(progress.chance(of: "q1x1", on: today) == 1)
    #expect(progress.chance(of: "q1x2", on: today) == 0)
    #expect(progress.chance(of: "q1x3", on: today) == nil)
    let report = Report(progress, bank: bank, now: noon, today: today)
    #expect(report.mastery.map(\.asked) == [1] && report.mastery.map(\.retained) == [0.5])
    #expect(report.mastery.map(\.known) == [1])
  }

  /// What is put off falls due on the day it is put off until, wherever that is counted.
  @Test func whatIsPutOffFallsDueLater() throws {
    let bank = QuestionBank(manyNotes(lessons: 1, questions: 1))
    let today = moment(noon).day
    let answer = Review(
      id: ReviewID(bits: 1), question: "q1x1", kind: .answer(.again), time: noon, offset: 0)
    for days in [1, 3] {
      let day = today.advanced(by: days)
      let progress = Progress(reviews: [
        answer,
        Review(
          id: ReviewID(bits: 2), question: "q1x1", kind: .action(.bury(until: day)),
          time: noon + 1000, offset: 0),
      ])
      #expect(progress.cards["q1x1"]?.dueDay == today && progress.dueDay(of: "q1x1") == day)
      let report = Report(progress, bank: bank, now: noon, today: today, forecastDays: 5)
      #expect(report.forecast == (0..<5).map { $0 == days ? 1 : 0 } && report.due == 0)
      let ahead = progress.answersByDay(
        bank, from: today, days: 5, limits: Plan.Limits(), easy: EasyDays())
      #expect(ahead.prefix(days).allSatisfy { $0 == 0 } && ahead[days] > 0, "\(ahead)")
      let plan = Plan(
        Plan.Scope(), bank: bank, progress: progress, now: noon, today: today)
      #expect(plan.words.contains(days == 1 ? "tomorrow" : "in 3 days"), "\(plan.words)")
      // Once that day has come it is due as it would have been.
      let later = Report(progress, bank: bank, now: noon + 4 * 86_400_000, today: day)
      #expect(later.due == 1 && later.forecast.first == 1)
    }
    // So is one that was never asked.
    for action in [Review.Action.bury(until: today.advanced(by: 2)), .due(today.advanced(by: 2))] {
      let progress = Progress(reviews: [
        Review(
          id: ReviewID(bits: 2), question: "q1x1", kind: .action(action), time: noon, offset: 0)
      ])
      let ahead = progress.answersByDay(
        bank, from: today, days: 5, limits: Plan.Limits(), easy: EasyDays())
      #expect(ahead.prefix(2) == [0, 0] && ahead[2] > 0, "\(ahead)")
      #expect(progress.dueDay(of: "q1x1") == today.advanced(by: 2))
    }
    for action in [Review.Action.known, .suspend] {
      let row = Review(
        id: ReviewID(bits: 2), question: "q1x1", kind: .action(action), time: noon + 1000, offset: 0
      )
      #expect(Progress(reviews: [answer, row]).dueDay(of: "q1x1") == nil)
    }
  }

  /// What was called known was never asked, and what was suspended waits for nothing.
  @Test func whatWasDecidedIsCountedApart() throws {
    let bank = QuestionBank(manyNotes(lessons: 1, questions: 4))
    func decided(_ id: Int, _ question: Int, _ action: Review.Action) -> Review {
      Review(
        id: ReviewID(bits: UInt128(id)), question: "q1x\(question)", kind: .action(action),
        time: noon, offset: 0)
    }
    let answer = Review(
      id: ReviewID(bits: 1), question: "q1x1", kind: .answer(.again), time: noon, offset: 0)
    let today = StudyDay(time: noon, offset: 0)
    let progress = Progress(reviews: [answer, decided(2, 2, .known), decided(3, 3, .suspend)])
    let report = Report(progress, bank: bank, now: noon, today: today)
    let chapter = try #require(report.mastery.first)
    #expect(report.unseen == 1)
    #expect(chapter.questions == 4 && chapter.asked == 1 && chapter.saidKnown == 1)
    #expect(chapter.recalled == 0 && chapter.retained == 0.5)
  }

  /// At three in the morning the study day is yesterday's, and the date that a clock shows is not.
  @Test func thePastOfAQuestionIsToldByTheClock() {
    let night = (StudyDay(time: noon, offset: 0).number * 24 + 27) * 3_600_000
    let progress = Progress(reviews: [
      Review(id: ReviewID(bits: 1), question: "q1x1", kind: .answer(.good), time: night, offset: 0),
      Review(
        id: ReviewID(bits: 2), question: "q1x1", kind: .action(.flag("no")), time: night + 1000,
        offset: 0),
    ])
    let date = StudyDay(time: noon, offset: 0).advanced(by: 1).iso
    #expect(QuestionPast.lines(of: "q1x1", in: progress.history).map(\.day) == [date, date])
    #expect(progress.history.acts(on: "q1x1").map(\.day) == [StudyDay(time: noon, offset: 0)])
  }

  /// An answer a day or more after the one before tells how much was remembered, in the first steps and
  /// after years too: the statistics count those that weights are fitted to.
  @Test func whatTellsHowMuchWasRememberedIsCountedOnce() {
    let days = [
      [(0, Grade.again), (1, .again), (1, .good), (2, .good), (500, .again), (3_000, .good)],
      [(0, .good), (0, .good)], [(0, .easy), (9, .good)], [(4, .again)],
    ]
    var rows: [Review] = []
    for (question, answers) in days.enumerated() {
      for (day, grade) in answers {
        rows.append(
          Review(
            id: ReviewID(bits: UInt128(rows.count)), question: "q1x\(question + 1)",
            kind: .answer(grade), time: noon + day * 86_400_000 + rows.count, offset: 0))
      }
    }
    let progress = Progress(reviews: rows)
    let now = noon + 3_001 * 86_400_000
    let report = Report(
      progress, bank: QuestionBank(manyNotes(lessons: 1, questions: 4)), now: now,
      today: moment(now).day)
    // By hand: days 1, 2, 500 and 3000 of the first question, day 9 of the third; two of them wrong.
    #expect(report.retentionCount == 5 && report.retention == 3.0 / 5)
    #expect(FitTrial(progress.history.sequences).count == 5)
    #expect(report.expected.map { $0 > 0 && $0 < 1 } == true)
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
      Reasons.comesBack(card, inThisQuiz: false, today: StudyDay(time: noon, offset: 0))
        == "It comes back in 8 days.")
    #expect(
      why(progress, noon + 10 * day)
        == "You answered it once, last 10 days ago. The chance that you still know it is 89 %; "
        + "it is asked when that nears 90 %. It is 2 days late.")
  }
}
