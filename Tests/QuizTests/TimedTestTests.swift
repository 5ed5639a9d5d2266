import Notes
import Scheduling
import Testing

@testable import Quiz

/// A test with a time: the clock is passed in.
@Suite struct TimedTestTests {
  private func test(minutes: Int?) -> Reader {
    var scope = Plan.Scope(.test, count: 6, minutes: minutes)
    scope.seed = 2
    return Reader(manyNotes(lessons: 2, questions: 4), scope)
  }

  @Test func whatIsAnsweredInTimeCountsAndTheRestDoesNot() {
    var reader = test(minutes: 2)
    #expect(reader.session.timeLeft(at: noon) == 120_000)
    for _ in 0..<3 {
      reader.answer(right: true)
      reader.next()
    }
    #expect(reader.session.timeLeft(at: reader.now) == 120_000 - (reader.now - noon))
    // The fourth comes too late.
    reader.now = noon + 120_000
    reader.answer(right: true)
    #expect(reader.session.phase == .finished && reader.session.isOverTime)
    #expect(reader.session.answered.count == 3 && reader.session.unasked == 3)
    let score = reader.session.score(reader.bank)
    #expect(score.right == 3 && score.asked == 6)
    #expect(reader.session.timeLeft(at: reader.now) == nil)
    #expect(reader.progress == Progress())
  }

  @Test func theClockEndsItWithoutAnAnswer() {
    var reader = test(minutes: 1)
    let (early, inTime) = (
      reader.session.endIfOver(at: noon + 59_999), reader.session.endIfOver(at: noon + 60_000)
    )
    #expect(!early && inTime)
    #expect(reader.session.phase == .finished && reader.session.score(reader.bank).asked == 6)
    let again = reader.session.endIfOver(at: noon + 61_000)
    #expect(!again)
  }

  @Test func withoutATimeItTakesAsLongAsItTakes() {
    var reader = test(minutes: nil)
    #expect(reader.session.timeLeft(at: noon + 1_000_000_000) == nil)
    let ended = reader.session.endIfOver(at: noon + 1_000_000_000)
    #expect(!ended)
  }
}
