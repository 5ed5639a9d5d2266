import Notes
import Scheduling
import Testing

@testable import Quiz

/// What a sitting asks, in which order, and how much of it a day.
@Suite struct PlanTests {
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

  /// Once the course took its new questions of the day, it says so; other notes have their own.
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
    #expect(plan.words == "1 new.")
    let rest = Plan(.init(), bank: course, progress: progress, now: noon, today: today)
    #expect(
      rest.words.hasPrefix(
        "Nothing is due now. 4 here are new, but today's limit of 12 new questions in these notes "
          + "is reached."))
    #expect(rest.moreWords == "asks the 4 new ones, and others ahead of their time")
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
}
