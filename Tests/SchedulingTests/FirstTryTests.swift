import Scheduling
import TestSupport
import Testing

/// The first try decides, also in logs from before a second one was kept as practice: there a right
/// second try took the wrong first one back and stood as hard.
@Suite struct FirstTryTests {
  private let start = 1_767_247_200_000
  /// Five goods, each on its day: an interval of months.
  private let goods = [0, 600_000, 173_400_000, 1_123_800_000, 5_098_200_000]

  private func row(_ id: Int, _ kind: Review.Kind, _ time: Int, answer: String = "x") -> Review {
    Review(
      id: ReviewID(bits: UInt128(id)), question: "90k6g5", kind: kind, time: start + time,
      offset: 0, answer: answer)
  }

  private var learnt: [Review] {
    goods.enumerated().map { row($0.offset + 1, .answer(.good), $0.element) }
  }
  private let later = 20_000_000_000

  /// The rows as they were written: again, then at one time its void and the hard one, whose names
  /// follow on each other.
  private var oldSecondTry: [Review] {
    [
      row(100, .answer(.again), later), row(500, .void(ReviewID(bits: 100)), later + 9_000),
      row(501, .answer(.hard), later + 9_000),
    ]
  }

  @Test func aLuckySecondTryIsNoMemory() throws {
    let scheduler = Scheduler(fuzz: false)
    let before = try #require(History(learnt).cards(by: scheduler)["90k6g5"])
    guard case .days(let days) = before.memory.interval else { throw Failure.noDays }
    #expect(days == 163)
    let first = History(learnt + oldSecondTry.prefix(1))
    let wrong = try #require(first.cards(by: scheduler)["90k6g5"])
    #expect(wrong.memory.phase == .relearning(step: 0) && wrong.lapses == 1)
    let card = try #require(History(learnt + oldSecondTry).cards(by: scheduler)["90k6g5"])
    #expect(card == wrong)
    // As it is written now.
    let practice = row(101, .skip, later + 9_000, answer: "2")
    #expect(practice.isPractice && !row(102, .skip, 0, answer: "").isPractice)
    let practised = History(learnt + oldSecondTry.prefix(1) + [practice])
    #expect(practised.cards(by: scheduler)["90k6g5"] == card)
  }

  private enum Failure: Error { case noDays }

  /// Whatever order rows come in, and in however many parts, they are read the same.
  @Test func theUnionReadsTheSame() {
    var random = SplitMix(seed: 8)
    let rows = learnt + oldSecondTry
    let history = History(rows)
    let cards = history.cards(by: Scheduler())
    for _ in 0..<200 {
      let shuffled = (rows + rows.prefix(3)).shuffled(using: &random)
      var parts = History()
      for row in shuffled { parts.add([row]) }
      #expect(parts == history && parts.cards(by: Scheduler()) == cards)
    }
  }

  @Test func whatWasTakenBackStaysTakenBack() {
    let scheduler = Scheduler(fuzz: false)
    let before = History(learnt).cards(by: scheduler)
    // The older program took back what stood, which was the second try.
    let old = row(600, .void(ReviewID(bits: 501)), later + 20_000)
    #expect(History(learnt + oldSecondTry + [old]).cards(by: scheduler) == before)
    // This one takes back the first try, which stands now.
    let history = History(learnt + oldSecondTry)
    #expect(history.last()?.entry.id == ReviewID(bits: 100))
    let new = row(601, .void(ReviewID(bits: 100)), later + 20_000)
    #expect(History(learnt + oldSecondTry + [new]).cards(by: scheduler) == before)
    #expect(History([new, old] + oldSecondTry + learnt).cards(by: scheduler) == before)
  }

  /// Only the rows of one retry are read so: not an undo with another answer, nor an easy.
  @Test func othersAreReadAsTheyStand() {
    let scheduler = Scheduler(fuzz: false)
    func grades(_ rows: [Review]) -> [Grade?] {
      History(rows).answers(to: "90k6g5").map(\.grade)
    }
    let wrong = row(100, .answer(.again), 0)
    let void = row(500, .void(ReviewID(bits: 100)), 9)
    #expect(grades([wrong, void, row(501, .answer(.hard), 10)]) == [.hard])
    #expect(grades([wrong, void, row(502, .answer(.hard), 9)]) == [.hard])
    #expect(grades([wrong, void, row(501, .answer(.good), 9)]) == [.good])
    #expect(grades([row(100, .answer(.good), 0), void, row(501, .answer(.hard), 9)]) == [.hard])
    #expect(grades([wrong, void, row(501, .answer(.hard), 9)]) == [.again])
    _ = scheduler
  }
}
