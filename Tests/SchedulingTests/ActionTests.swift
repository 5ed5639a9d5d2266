import Scheduling
import TestSupport
import Testing

/// What readers decide about questions, as rows of the log.
@Suite struct ActionTests {
  private let noon = 1_767_268_800_000  // 1 January 2026, 12:00 UTC
  private let day = 86_400_000
  private var today: StudyDay { StudyDay(time: noon, offset: 0) }

  private func row(
    _ number: Int, _ kind: Review.Kind, after milliseconds: Int = 0, question: String = "q"
  ) -> Review {
    Review(
      id: ReviewID(bits: UInt128(number)), question: question, kind: kind,
      time: noon + milliseconds, offset: 0)
  }
  private func act(
    _ number: Int, _ action: Review.Action, after milliseconds: Int = 0, question: String = "q"
  ) -> Review { row(number, .action(action), after: milliseconds, question: question) }

  // MARK: As a row

  @Test func everyActionComesBackFromItsParts() throws {
    let weights = try #require(Weights(Weights.published.values.map { $0 * 1.0001 }))
    let actions: [Review.Action] = [
      .flag(""), .flag("the key is wrong"), .unflag, .suspend, .known, .resume,
      .bury(until: today), .due(today.advanced(by: 30)), .continues("made-0"),
      .branches("made-0", until: 5), .weights(weights),
    ]
    for action in actions {
      #expect(
        Review.Action(name: action.name, day: action.day?.number, text: action.text) == action)
      #expect(row(1, .action(action)).answer == action.text)
    }
    #expect(Set(actions.map(\.name)) == Set(Review.Action.names))
  }

  @Test(
    arguments: [
      ("flag", 7, ""), ("suspend", nil, "because"), ("bury", nil, ""), ("due", -1, ""),
      ("due", 2_932_897, ""), ("continues", nil, ""), ("weights", nil, "1 2 3"), ("nap", nil, ""),
      ("weights", nil, ""),
    ] as [(String, Int?, String)])
  func whatMakesNoSenseIsNoAction(name: String, day: Int?, text: String) {
    #expect(Review.Action(name: name, day: day, text: text) == nil)
  }

  @Test func weightsAreReadAsTheyWereWritten() throws {
    #expect(Weights(text: Weights.published.text) == .published)
    for text in ["", "nan", Weights.published.text + " 1.0", " " + Weights.published.text] {
      #expect(Weights(text: text) == nil)
    }
    var values = Weights.published.values
    values[20] = 0.9
    #expect(Weights(values) == nil)
  }

  // MARK: What follows

  @Test func whatWasDecidedHoldsUntilSomethingElseIs() throws {
    func standing(_ rows: Review...) -> Standing? { History(rows).standing(of: "q") }
    #expect(standing(row(1, .answer(.good))) == nil)
    let flagged = try #require(standing(act(1, .flag("odd"))))
    #expect(flagged.flag == "odd" && flagged.isAsked(on: today))
    #expect(standing(act(1, .flag("odd")), act(2, .unflag, after: 1))?.flag == nil)
    #expect(standing(act(1, .suspend))?.isAsked(on: today) == false)
    #expect(standing(act(1, .suspend), act(2, .resume, after: 1)) == Standing())
    let buried = try #require(standing(act(1, .bury(until: today.advanced(by: 1)))))
    #expect(!buried.isAsked(on: today) && buried.isAsked(on: today.advanced(by: 1)))
    // Setting a day takes a question up again.
    let later = try #require(
      standing(act(1, .suspend), act(2, .due(today.advanced(by: 9)), after: 1)))
    #expect(later.hold == .asked && later.due == today.advanced(by: 9))
    #expect(later.isAsked(on: today) && !later.isAsked(on: today, isNew: true))
  }

  @Test func knownHoldsUntilAWrongAnswer() {
    let known = act(1, .known)
    let right = row(2, .answer(.good), after: 1)
    let wrong = row(3, .answer(.again), after: 2)
    #expect(History([known, right]).standing(of: "q")?.hold == .known)
    #expect(History([known, right, wrong]).standing(of: "q")?.hold == .asked)
    // Taken back, the wrong answer changes nothing.
    let void = row(4, .void(ReviewID(bits: 3)), after: 3)
    #expect(History([known, right, wrong, void]).standing(of: "q")?.hold == .known)
  }

  @Test func aDayThatWasChosenHoldsUntilTheNextAnswer() throws {
    let scheduler = Scheduler(fuzz: false)
    let answered = row(1, .answer(.easy))
    let chosen = act(2, .due(today.advanced(by: 3)), after: 5)
    let card = try #require(History([answered, chosen]).card(of: "q", by: scheduler))
    #expect(card.dueDay == today.advanced(by: 3) && card.reviews == 1)
    #expect(!card.isDue(at: noon, on: today.advanced(by: 2)))
    #expect(card.isDue(at: noon, on: today.advanced(by: 3)))
    let again = row(3, .answer(.good), after: 3 * day)
    let next = try #require(History([answered, chosen, again]).card(of: "q", by: scheduler))
    // The memory is that of the two answers alone.
    #expect(next == History([answered, again]).card(of: "q", by: scheduler))
  }

  @Test func anActionIsTakenBackLikeAnAnswer() throws {
    var history = History([row(1, .answer(.good)), act(2, .suspend, after: 1)])
    let last = try #require(history.lastRow())
    guard case .decided(let found) = last.row else {
      Issue.record("\(last)")
      return
    }
    #expect(found.id.bits == 2)
    #expect(history.add([row(3, .void(found.id), after: 2)]) == ["q"])
    #expect(history.standing(of: "q") == nil)
    guard case .entry(let entry)? = history.lastRow()?.row else {
      Issue.record("no answer is left to take back")
      return
    }
    #expect(entry.id.bits == 1)
    // What is of all questions, what only has another name, and what came from elsewhere is not taken back
    // by `u`.
    history.add([
      act(5, .continues("text-0123456789abc"), after: 9), act(6, .weights(.published), after: 9),
    ])
    history.add([act(7, .suspend, after: 10)], areOwn: false)
    #expect(history.lastRow()?.row == .entry(entry))
  }

  @Test func rowsInAnyOrderLeadToTheSame() {
    var rows = [
      row(1, .answer(.good)), act(2, .flag("x"), after: 1), act(3, .suspend, after: 2),
      row(4, .void(ReviewID(bits: 3)), after: 3), act(5, .continues("p"), after: 4),
      row(6, .answer(.again), after: day, question: "p"), act(7, .known, after: day, question: "p"),
      act(8, .due(today.advanced(by: 40)), after: 2 * day, question: "p"),
      act(9, .weights(.published), question: Review.Action.allQuestions),
    ]
    let whole = History(rows)
    let cards = whole.cards(by: Scheduler())
    var random = SplitMix(seed: 3)
    for _ in 0..<50 {
      rows.shuffle(using: &random)
      let other = History(rows + rows.prefix(3))
      #expect(other.cards(by: Scheduler()) == cards && other.standings == whole.standings)
      var parts = History()
      for row in rows { parts.add([row]) }
      #expect(parts.cards(by: Scheduler()) == cards && parts.standings == whole.standings)
    }
    #expect(cards.keys.sorted() == ["p", "q"] && cards["p"] == cards["q"])
    #expect(cards["q"]?.reviews == 2 && cards["q"]?.dueDay == today.advanced(by: 40))
  }

  // MARK: A question under several names

  @Test func aQuestionThatContinuesAnotherHasItsAnswers() throws {
    let scheduler = Scheduler()
    let old = [row(1, .answer(.good)), row(2, .answer(.good), after: day)]
    var history = History(old)
    let before = try #require(history.card(of: "q", by: scheduler))
    #expect(history.add([act(3, .continues("q"), after: 2 * day, question: "n")]) == ["q", "n"])
    // The very same, its day within the spread too.
    #expect(history.card(of: "n", by: scheduler) == before)
    #expect(history.answers(to: "n").count == 2 && history.representative(of: "q") == "n")
    history.add([row(4, .answer(.good), after: 9 * day, question: "n")])
    let both = History(old + [row(4, .answer(.good), after: 9 * day)])
    #expect(history.card(of: "n", by: scheduler) == both.card(of: "q", by: scheduler))
    // Where the match is taken back each has its own again.
    #expect(
      history.add([row(5, .void(ReviewID(bits: 3)), after: 10 * day, question: "n")]) == ["n", "q"])
    #expect(history.card(of: "q", by: scheduler) == before)
    #expect(history.answers(to: "n").count == 1)
  }

  @Test func namesThatGoRoundInACircleAreOneQuestion() {
    let history = History([
      row(1, .answer(.good), question: "a"), act(2, .continues("a"), question: "b"),
      act(3, .continues("b"), question: "c"), act(4, .continues("c"), question: "a"),
    ])
    #expect(history.sameQuestions(as: "b") == ["a", "b", "c"])
    var seen = 0
    let cards = history.cards(by: Scheduler()) { _ in seen += 1 }
    #expect(cards.count == 3 && seen == 1 && Set(cards.values).count == 1)
  }

  @Test func theWeightsFittedLastHold() throws {
    let own = try #require(Weights(Weights.published.values.map { $0 * 1.001 }))
    let fitted = act(1, .weights(own), question: Review.Action.allQuestions)
    #expect(History([fitted]).weights == own)
    let back = row(2, .void(fitted.id), after: 1, question: Review.Action.allQuestions)
    #expect(History([fitted, back]).weights == .published && History().weights == .published)
    let scheduler = Scheduler().with(own)
    #expect(scheduler.version.hasPrefix("1+") && scheduler.version != Scheduler.version)
    #expect(Scheduler().version == "1" && scheduler.with(.published) == Scheduler())
  }
}
