import TestSupport
import Testing

@testable import Scheduling

/// Taking back that a question was recognised, and that two were parted.
@Suite struct PartingTests {
  private let noon = 1_767_268_800_000  // 1 January 2026, 12:00 UTC

  private func row(
    _ number: Int, _ kind: Review.Kind, _ question: String = "q", answer: String = ""
  ) -> Review {
    Review(
      id: ReviewID(bits: UInt128(number)), question: question, kind: kind, time: noon + number,
      offset: 0, answer: answer)
  }
  /// `p` was answered, and `q` recognised as what it has become.
  private var rows: [Review] {
    [row(1, .answer(.good), "p"), row(2, .action(.continues("p"))), row(3, .answer(.good))]
  }
  private func parting(_ number: Int, of target: Int) -> Review {
    row(number, .void(ReviewID(bits: UInt128(target))), answer: Review.parting)
  }
  private func undoing(_ number: Int, of target: Int) -> Review {
    row(number, .void(ReviewID(bits: UInt128(target))))
  }
  private func last(_ history: History) -> UInt128? {
    switch history.lastRow()?.row {
    case .entry(let entry): entry.id.bits
    case .decided(let decided): decided.id.bits
    case nil: nil
    }
  }

  @Test func undoGoesBackRowByRow() {
    var history = History(rows)
    #expect(history.answers(to: "q").count == 2 && last(history) == 3)
    history.add([undoing(4, of: 3)])
    #expect(last(history) == 2)
    history.add([undoing(5, of: 2)])
    #expect(history.answers(to: "q").isEmpty && history.wasParted("q", from: "p"))
    // What an undo took back it does not bring again.
    #expect(last(history) == 1)
  }

  @Test func aPartingIsTakenBack() throws {
    var history = History(rows)
    history.add([parting(4, of: 2)])
    #expect(history.answers(to: "q").count == 1)
    let decided = try #require(history.lastDecision()?.decided)
    #expect(decided.id.bits == 4 && decided.isParting && decided.name == "separate")
    history.add([undoing(5, of: 4)])
    #expect(history.answers(to: "q").count == 2 && !history.wasParted("q", from: "p"))
    // Then that it was recognised, after the answer that came later.
    #expect(last(history) == 3)
    history.add([undoing(6, of: 3)])
    #expect(last(history) == 2)
  }

  /// Whatever order rows come in, and however often they are taken back, all devices agree; no chain of rows made
  /// by others goes deeper than that.
  @Test func rowsOfPartingsAgreeInAnyOrder() {
    var all = rows + [parting(4, of: 2), undoing(5, of: 4), undoing(6, of: 5), parting(7, of: 7)]
    let whole = History(all)
    #expect(whole.answers(to: "q").count == 2)
    var random = SplitMix(seed: 5)
    for _ in 0..<50 {
      all.shuffle(using: &random)
      let cut = Int.random(in: 0...all.count, using: &random)
      var parts = History(all.prefix(cut))
      parts.add(all.dropFirst(cut))
      #expect(parts.cards(by: Scheduler()) == whole.cards(by: Scheduler()))
    }
    // Parted twice, on two devices: one undo leaves the other.
    let twice = History(all + [parting(8, of: 2)])
    #expect(twice.answers(to: "q").count == 1)
  }

  @Test func whatOnlyHasAnotherNameIsNobodysDeed() {
    let history = History([row(1, .action(.continues("text-0123456789abc")))])
    #expect(history.lastRow() == nil)
    #expect(FormerName.has("made-0123456789abc") && !FormerName.has("text-k0123456789abc"))
  }

  @Test func namesStandInGroups() {
    let history = History(rows + [row(9, .answer(.good), "r")])
    #expect(history.groups == [["p", "q"]])
    #expect(History(rows + [parting(4, of: 2)]).groups.isEmpty)
  }
}
