import Scheduling
import Testing

@Suite struct HistoryTests {
  private let noon = 1_767_268_800_000  // 1 January 2026, 12:00 UTC
  private let day = 86_400_000

  private func row(
    _ number: Int, _ kind: Review.Kind = .answer(.good), after milliseconds: Int = 0,
    question: String = "q"
  ) -> Review {
    Review(
      id: ReviewID(bits: UInt128(number)), question: question, kind: kind,
      time: noon + milliseconds, offset: 0)
  }

  @Test func whatIsThereAlreadyChangesNothing() {
    let rows = [row(2, after: 5), row(1), row(3, .void(ReviewID(bits: 1)), after: 9)]
    var history = History(rows)
    #expect(history.entries(of: "q").map(\.id.bits) == [1, 2])
    history.add(rows)
    history.add(rows.reversed())
    #expect(history == History(rows))
    #expect(history.answers(to: "q").map(\.id.bits) == [2])
  }

  @Test func takingInTellsWhichQuestionsItIsAbout() {
    var history = History([row(1), row(2, question: "r"), row(3, question: "s")])
    #expect(history.add([row(4, .skip, question: "t")]) == ["t"])
    // The row was taken back under another question's name.
    #expect(
      history.add([row(5, .void(ReviewID(bits: 2)), after: 1, question: "q")]) == ["q", "r"])
    #expect(history.answers(to: "r").isEmpty)
  }

  @Test func aDayHoldsItsAnswers() {
    let rows = [
      row(1), row(2, after: day / 2), row(3, after: day, question: "r"),
      row(4, .skip, after: 60_000, question: "r"), row(5, after: 120_000, question: "s"),
      row(6, .void(ReviewID(bits: 5)), after: 180_000, question: "s"),
    ]
    let found = History(rows).answers(on: StudyDay(time: noon, offset: 0))
    #expect(found.mapValues { $0.map(\.id.bits) } == ["q": [2, 1]])
  }

  /// By arrival: a clock that was set back does not upset it.
  @Test func theLastIsTheOneGivenLastOfThoseThatAreKnown() {
    let history = History([
      row(1), row(2, after: 2, question: "r"), row(3, .skip, after: 1, question: "s"),
    ])
    #expect(history.last()?.entry.id.bits == 3)
    #expect(history.last(among: { $0 != "s" })?.question == "r")
    #expect(History([row(9, after: 5 * 366 * day), row(1)]).last()?.entry.id.bits == 1)
    #expect(history.last(among: { _ in false })?.question == nil)
  }
}
