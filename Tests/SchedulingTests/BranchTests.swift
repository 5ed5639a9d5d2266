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

  /// Either comes back as a question that had these very answers and no other name, and no day moves where they part.
  @Test func eitherIsScheduledByItsOwnChain() {
    let day = 86_400_000
    var random = SplitMix(seed: 5)
    for number in 0..<60 {
      let (p, q) = ("p\(number)", "q\(number)")
      var time = noon
      func row(_ id: Int, _ question: String, _ kind: Review.Kind, after days: Int) -> Review {
        Review(
          id: ReviewID(bits: UInt128(id)), question: question, kind: kind, time: time + days * day,
          offset: 0)
      }
      var beginning: [Review] = []
      for id in 1...5 {
        let isWrong = Int.random(in: 0..<4, using: &random) == 0
        beginning.append(row(id, p, .answer(isWrong ? .again : .good), after: 0))
        time += Int.random(in: 1...20, using: &random) * day
      }
      let parting = row(6, q, .action(.branches(p, until: beginning[4].time)), after: 0)
      let parted = History(beginning + [parting])
      #expect(
        parted.card(of: q, by: Scheduler()) == History(beginning).card(of: p, by: Scheduler()))
      func own(_ question: String) -> [Review] {
        let isP = question == p
        return [
          row(isP ? 7 : 9, question, .answer(isP ? .good : .again), after: isP ? 3 : 5),
          row(isP ? 8 : 10, question, .answer(.good), after: isP ? 30 : 6),
        ]
      }
      let both = History(beginning + [parting] + own(p) + own(q))
      for name in [p, q] {
        let renamed = own(name).map {
          Review(id: $0.id, question: p, kind: $0.kind, time: $0.time, offset: 0)
        }
        #expect(
          both.card(of: name, by: Scheduler())
            == History(beginning + renamed).card(of: p, by: Scheduler()), "\(name)")
      }
    }
  }

  /// What two shared is fitted to once, and leads to the memory of either.
  @Test func whatTwoSharedIsFittedToOnce() throws {
    let day = 86_400_000
    func row(_ id: Int, _ question: String, _ grade: Grade, day number: Int) -> Review {
      Review(
        id: ReviewID(bits: UInt128(id)), question: question, kind: .answer(grade),
        time: noon + number * day, offset: 0)
    }
    let beginning = [
      row(1, "p", .good, day: 0), row(2, "p", .again, day: 3), row(3, "p", .good, day: 10),
    ]
    let parting = Review(
      id: ReviewID(bits: 4), question: "q",
      kind: .action(.branches("p", until: noon + 10 * day)), time: noon + 11 * day, offset: 0)
    let own = row(5, "q", .again, day: 20)
    let history = History(beginning + [parting, own, row(6, "p", .good, day: 21)])
    let sequences = history.sequences
    #expect(FitTrial(sequences).count == 4 && sequences.map(\.question) == ["p", "p"])
    func loss(_ rows: [Review]) -> Double {
      let chain = rows.map {
        Review(id: $0.id, question: "p", kind: $0.kind, time: $0.time, offset: 0)
      }
      return Weights.published.loss(History(chain).sequences.map(\.answers))
    }
    let ofBranch = try #require(sequences.map(\.answers).first { $0.count == 1 })
    let wanted = 3 * loss(beginning + [own]) - 2 * loss(beginning)
    #expect(abs(Weights.published.loss([ofBranch]) - wanted) < 1e-12)
  }
}
