import Notes
import Scheduling
import Testing

@testable import Quiz

/// Taking answers back, by whatever clock they were given.
@Suite struct UndoTests {
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

  /// What was decided about a question is taken back like an answer, and the question asked again.
  @Test func undoTakesBackADecision() throws {
    let library = manyNotes(lessons: 1, questions: 3)
    var reader = Reader(library)
    let id = try #require(reader.current)
    func suspend(_ number: Int) -> Review {
      Review(
        id: ReviewID(bits: UInt128(number)), question: id, kind: .action(.suspend),
        time: reader.now + 1, offset: 0)
    }
    reader.take([suspend(7)])
    let wentOn = reader.session.passOver(
      bank: reader.bank, progress: reader.progress, now: moment(reader.now))
    #expect(wentOn)
    #expect(reader.current != id && reader.session.answered.isEmpty)
    let plan = Plan(
      .init(), bank: reader.bank, progress: reader.progress, now: noon, today: moment(noon).day)
    #expect(plan.new == 2)
    for undoing in [reader, Reader(library, progress: reader.progress)] {
      var undoing = undoing
      let row = undoing.session.undo(
        bank: undoing.bank, progress: undoing.progress, now: moment(reader.now + 5))
      #expect(row?.kind == .void(ReviewID(bits: 7)) && undoing.current == id)
      undoing.take(row.map { [$0] } ?? [])
      #expect(undoing.progress.isAsked(id, on: moment(noon).day))
      // Nobody is asked twice.
      undoing.next()
      #expect(undoing.current != id)
    }
  }
}
