import TestSupport
import Testing

@testable import Scheduling

/// Two questions that were one up to a moment.
@Suite struct BranchTests {
  private let noon = 1_767_268_800_000  // 1 January 2026, 12:00 UTC

  private func row(_ number: Int, _ kind: Review.Kind, _ question: String) -> Review {
    Review(
      id: ReviewID(bits: UInt128(number)), question: question, kind: kind, time: noon + number,
      offset: 0)
  }
  private func answers(_ history: History, _ question: String) -> [UInt128] {
    history.answers(to: question).map(\.id.bits)
  }
  /// `p` was answered, `q` branched off it after the second answer, and both were answered then.
  private var rows: [Review] {
    [
      row(1, .answer(.good), "p"), row(2, .answer(.again), "p"),
      row(3, .action(.branches("p", until: noon + 2)), "q"), row(4, .answer(.good), "p"),
      row(5, .answer(.good), "q"),
    ]
  }

  @Test func eachHasWhatWasOfBothAndItsOwn() {
    let history = History(rows)
    #expect(answers(history, "p") == [1, 2, 4] && answers(history, "q") == [1, 2, 5])
    #expect(history.sameQuestions(as: "q") == ["q"] && history.groups == [["p", "q"]])
    #expect(history.countOfAnswers(toAnyOf: ["q"]) == 3)
    var seen: [UInt128] = []
    let cards = history.cards(by: Scheduler()) { seen.append($0.entry.id.bits) }
    #expect(seen.sorted() == [1, 2, 4, 5])
    #expect(cards["q"]?.reviews == 3 && cards["p"]?.reviews == 3)
    // What is taken back of what was of both is of neither.
    let less = History(rows + [row(6, .void(ReviewID(bits: 1)), "p")])
    #expect(answers(less, "p") == [2, 4] && answers(less, "q") == [2, 5])
  }

  /// The last word on two holds: that they are one, or that they are not any more.
  @Test func theLastWordHolds() {
    let one = row(6, .action(.continues("p")), "q")
    #expect(answers(History(rows + [one]), "q") == [1, 2, 4, 5])
    let parted = row(7, .action(.branches("p", until: noon + 4)), "q")
    var history = History(rows + [one, parted])
    #expect(answers(history, "q") == [1, 2, 4, 5] && answers(history, "p") == [1, 2, 4])
    #expect(history.lastDecision()?.decided.id.bits == 7)
    history.add([row(8, .void(ReviewID(bits: 7)), "q")])
    #expect(answers(history, "p") == [1, 2, 4, 5] && history.successors == ["p": ["q"]])
  }

  /// An answer that two share counts once for both, and for the one that has it from the other too.
  @Test func sharedAnswersCountOnce() {
    let history = History(rows + [row(6, .action(.branches("p", until: noon + 4)), "q")])
    #expect(history.countOfAnswers(toAnyOf: ["q"]) == answers(history, "q").count)
    #expect(history.countOfAnswers(toAnyOf: ["p"]) == answers(history, "p").count)
    let both = Set(answers(history, "p")).union(answers(history, "q"))
    #expect(history.countOfAnswers(toAnyOf: ["p", "q"]) == both.count)
    #expect(history.countOfAnswers(toAnyOf: []) == 0 && both.count == 4)
  }

  /// Whatever order rows come in, also in circles, all devices agree, and rows that come later change both.
  @Test func rowsAgreeInAnyOrder() {
    var all =
      rows + [
        row(6, .action(.branches("q", until: noon + 5)), "r"),
        row(7, .action(.branches("r", until: noon + 9)), "p"),
        row(8, .action(.continues("s")), "r"), row(9, .answer(.good), "s"),
        row(10, .action(.branches("q", until: noon + 20)), "q"),
      ]
    let whole = History(all)
    #expect(answers(whole, "r") == [1, 2, 5, 9])
    var random = SplitMix(seed: 3)
    for _ in 0..<50 {
      all.shuffle(using: &random)
      let cut = Int.random(in: 0...all.count, using: &random)
      var parts = History(all.prefix(cut))
      let touched = parts.add(all.dropFirst(cut))
      #expect(parts.cards(by: Scheduler()) == whole.cards(by: Scheduler()))
      let before = History(all.prefix(cut)).cards(by: Scheduler())
      for (question, card) in parts.cards(by: Scheduler()) where before[question] != card {
        #expect(touched.contains(question))
      }
    }
  }

  /// A program that knows of no moment takes both for a name that nothing was answered under.
  @Test func itIsARowThatEarlierProgramsRead() {
    let action = Review.Action.branches("text-k0123456789abc", until: noon)
    #expect(action.name == "continues" && action.text == "text-k0123456789abc@\(noon)")
    #expect(Review.Action(name: action.name, day: nil, text: action.text) == action)
    for text in ["a@", "a@x", "@5", "a@-1", "a@05", "a@+5", "a@99999999999999999999", "a"] {
      #expect(
        Review.Action(name: "continues", day: nil, text: text) == .continues(text), "\(text)")
    }
  }
}
