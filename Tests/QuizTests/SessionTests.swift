import Notes
import Scheduling
import Testing

@testable import Quiz

/// A sitting: tries, hints and grades, and what is skipped or left.
@Suite struct SessionTests {
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

  /// What comes back is counted apart: of eight questions there are eight, however often one is asked.
  @Test func whatComesBackIsCountedApart() throws {
    var reader = Reader(manyNotes(lessons: 2, questions: 4))
    let first = try #require(reader.current)
    #expect((reader.session.different, reader.session.planned, reader.session.again) == (1, 8, 0))
    reader.answer(right: false)
    #expect(reader.session.comesBack(first) && reader.session.again == 1)
    reader.next()
    var counts: [Int] = []
    while reader.session.phase != .finished {
      #expect(reader.session.planned == 8)
      // The one on the screen is still to be answered.
      #expect(reader.session.again == (counts.count <= 4 ? 1 : 0))
      counts.append(reader.session.different)
      reader.answer(right: true)
      reader.next()
    }
    #expect(counts == [2, 3, 4, 5, 5, 6, 7, 8])
    #expect((reader.session.different, reader.session.planned, reader.session.again) == (8, 8, 0))
  }

  /// A wrong answer that ends a sitting's tries comes back in another one, and that is said.
  @Test func whenItComesBackIsSaid() throws {
    var reader = Reader(manyNotes(lessons: 1, questions: 1))
    let id = try #require(reader.current)
    func said(_ reader: Reader) -> String {
      Reasons.comesBack(
        reader.progress.cards[id], inThisQuiz: reader.session.comesBack(id),
        today: moment(reader.now).day)
    }
    reader.answer(right: false)
    #expect(said(reader) == "It comes back in this quiz.")
    reader.next()
    reader.next()
    reader.answer(right: false)
    #expect(said(reader) == "It is due again in 1 minute.")
  }

  /// What the reader decided about a question that was wrong holds: it is not counted on to come back, until
  /// that is taken back.
  @Test(arguments: [
    Review.Action.bury(until: moment(noon).day.advanced(by: 1)), .known, .suspend,
    .due(moment(noon).day.advanced(by: 9)),
  ])
  func whatIsNotAskedAnyMoreDoesNotComeBack(action: Review.Action) throws {
    for mode in [Plan.Mode.schedule, .cram] {
      var reader = Reader(manyNotes(lessons: 1, questions: 3), Plan.Scope(mode))
      let first = try #require(reader.current)
      reader.answer(right: false)
      #expect(reader.session.comesBack(first) && reader.session.again == 1)
      #expect(reader.session.left == 4)
      var now = moment(reader.now + 1)
      now.random = 7
      let row = Review(action, of: first, now, under: Scheduler())
      reader.take([row])
      reader.session.heed(reader.progress, on: now.day)
      #expect(!reader.session.comesBack(first) && reader.session.again == 0)
      #expect(reader.session.left == 3 && reader.session.planned == 3)
      now.random = 8
      reader.take([Review(voiding: row.id, of: first, now)])
      reader.session.heed(reader.progress, on: now.day)
      #expect(reader.session.comesBack(first) && reader.session.left == 4)
      now.random = 9
      reader.take([Review(action, of: first, now, under: Scheduler())])
      reader.session.heed(reader.progress, on: now.day)
      reader.session.end()
      #expect(reader.session.unrepeated == 0 && reader.session.unasked == 2)
    }
  }

  /// A test keeps what was answered, to be looked through when it is over; other quizzes tell it at once.
  @Test func aTestIsKeptToBeLookedThrough() {
    for mode in [Plan.Mode.test, .cram] {
      var reader = Reader(manyNotes(lessons: 1, questions: 3), Plan.Scope(mode))
      reader.answer(right: true)
      reader.next()
      #expect(reader.session.papers == [])
      reader.answer(right: false)
      reader.next()
      _ = reader.session.skip(now: moment(reader.now))
      reader.next()
      if mode == .cram { reader.session.end() }
      #expect(reader.session.phase == .finished)
      #expect(
        reader.session.papers.map(\.verdict?.isRight) == (mode == .test ? [true, false, nil] : []))
    }
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

  @Test func whatIsLeftEarlyIsCounted() {
    var reader = Reader(manyNotes(lessons: 1, questions: 4))
    reader.answer(right: true)
    reader.next()
    reader.session.end()
    #expect(reader.session.phase == .finished && reader.session.unasked == 3)
    #expect(reader.session.answered.count == 1)
  }

  /// A missed question would come back, but it was asked.
  @Test func aMissedQuestionIsNoUnaskedOne() {
    var reader = Reader(manyNotes(lessons: 1, questions: 4))
    reader.answer(right: false)
    reader.next()
    reader.session.end()
    #expect(reader.session.unasked == 3 && reader.session.unrepeated == 1)
  }

  /// What was taken back is still to be given: neither the round nor its number grows.
  @Test func takingBackGoesBackInTheCount() {
    var reader = Reader(manyNotes(lessons: 1, questions: 4))
    for _ in 0..<2 {
      reader.answer(right: true)
      reader.next()
    }
    #expect(reader.session.asked == 3 && reader.session.left == 2)
    for number in [2, 1] {
      reader.takeBack()
      #expect(reader.session.asked == number && reader.session.asked + reader.session.left == 5)
    }
  }

  /// A round that was left early goes on where its last answer is taken back.
  @Test func takingBackGoesOnWithWhatWasLeft() {
    var reader = Reader(manyNotes(lessons: 1, questions: 4))
    let first = reader.current
    reader.answer(right: true)
    reader.next()
    let second = reader.current
    reader.session.end()
    #expect(reader.session.unasked == 3)
    reader.takeBack()
    #expect(reader.current == first && reader.session.left == 4 && reader.session.unasked == 0)
    reader.answer(right: true)
    reader.next()
    #expect(reader.current == second && reader.session.left == 3)
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

  /// While notes that have changed are looked through again, what was not found yet is not passed over.
  @Test func whatIsNotFoundAgainYetWaits() {
    var reader = Reader(manyNotes(lessons: 1, questions: 6))
    reader.answer(right: true)
    let left = reader.session.left
    var lost = reader.session
    reader.session.next(
      bank: QuestionBank(), progress: reader.progress, now: moment(noon), isWhole: false)
    #expect(reader.session.phase == .finished && reader.session.left == left - 1)
    reader.session.next(bank: reader.bank, progress: reader.progress, now: moment(noon))
    #expect(reader.session.phase != .finished && reader.session.left == left - 1)
    // Where they are not in the notes any more, there is nothing left to ask, nor to count on.
    lost.heed(reader.progress, in: QuestionBank(), on: moment(noon).day)
    #expect(lost.left == 1)
    lost.next(bank: QuestionBank(), progress: reader.progress, now: moment(noon))
    #expect(lost.phase == .finished && lost.left == 0)
  }
}
