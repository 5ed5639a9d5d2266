import Notes
import Quiz
import Scheduling
import Testing
import TextUI

@testable import Screens

/// What a quiz keeps when it is left, and what it says all along.
@Suite struct QuizLeavingTests {
  private func quiz(
    _ notes: String, columns: Int = 80, scope: Plan.Scope = Plan.Scope(seed: 1)
  ) -> Script {
    var script = Script([("a.md", notes)], columns: columns, opening: [.contents, .quiz(scope)])
    script.settle()
    return script
  }

  private func rows(_ script: Script) -> [Review] {
    var all: [Review] = []
    for case .record(let rows) in script.effects { all += rows }
    return all
  }

  private let recall = """
    # A
    ## L
    ### Why?
    <!-- quiz id=why -->

    > [!NOTE]
    > Because.

    """

  /// A round of twelve keeps its signs whatever comes back in it.
  @Test func aMissLeavesTheSigns() {
    let questions = (1...12).map {
      "### Number \($0)?\n<!-- quiz id=q\($0) -->\nIt is [[\($0)]].\n"
    }
    var script = quiz("# A\n## L\n" + questions.joined(separator: "\n"))
    #expect(script.screen[0].contains("· · ·") && script.screen[0].contains("1 of 12"))
    for miss in 1...3 {
      script.press(.alt("r"))
      let header = script.screen[0]
      #expect(header.count { $0 == "✗" } == miss)
      #expect(header.count { "✗·".contains($0) } == 12 + miss)
      script.press(.enter)
    }
  }

  /// A quiz that begins while notes are still looked through, as the few questions known by then must do,
  /// holds in the end what it would have held.
  @Test func whatIsFoundWhileItRunsIsAsked() {
    let isAsking = Set([10] + Array(500..<530))
    let notes = (0..<600).map { index in
      let question = "### Number \(index)?\n<!-- quiz id=q\(index) -->\nIt is [[\(index)]].\n"
      return ("\(1_000 + index).md", "# A\n## L\n" + (isAsking.contains(index) ? question : ""))
    }
    let log = (510..<515).map { number in
      Review(
        id: ReviewID(bits: UInt128(number)), question: "q\(number)", kind: .answer(.good),
        time: 1_000_000_000_000, offset: 0)
    }
    var script = Script(
      notes, opening: [.contents, .quiz(Plan.Scope(seed: 1))], log: log,
      clock: 1_100_000_000_000)
    script.settle()
    #expect(script.screen[0].contains("1 of 17"), "\(script.screen[0])")
    #expect(script.screen.joined().contains("Number 10?"))
    var due = 0
    while !script.screen[0].contains("17 of 17") {
      script.press(.alt("s"))
      due += (510..<515).count { script.screen.joined().contains("Number \($0)?") }
    }
    #expect(due == 5)
  }

  /// What is not answered of a test counts as not known, and the score says so.
  @Test func aTestOfWhichNothingWasAnsweredHasAScore() {
    let notes =
      "# A\n## L\n### One?\n<!-- quiz id=a -->\nIt is [[1]].\n\n### Two?\n<!-- quiz id=b -->\nIt is [[2]].\n"
    for skips in [true, false] {
      var script = Script(
        [("a.md", notes)], opening: [.contents, .quiz(Plan.Scope(.test, minutes: 1))])
      script.settle()
      if skips { script.press(.alt("s"), .alt("s")) }
      for _ in 0..<70 where !skips { script.send(.tick) }
      let screen = script.screen.joined(separator: "\n")
      #expect(screen.contains("0 of 2 right, 0 %") && screen.contains("0 of 2\n"), "\(screen)")
      #expect(screen.contains("Nothing was answered"), "\(screen)")
      #expect(screen.contains("To read again:") && screen.contains("2 left open"), "\(screen)")
      script.press(.enter)
      #expect(script.app.title.contains("L"), "\(script.app.title)")
    }
  }

  @Test func whatWasOnlySkippedIsSummedUp() {
    var script = quiz(
      "# A\n## L\n### One?\n<!-- quiz id=a -->\nIt is [[1]].\n\n### Two?\n<!-- quiz id=b -->\nIt is [[2]].\n"
    )
    script.press(.alt("s"), .alt("q"))
    #expect(script.screen.joined().contains("Nothing was answered; 1 question was skipped"))
    script.press(.character("q"))
    #expect(script.app.title == "Attend  Notes")
  }

  @Test(arguments: [("1", Grade.good, "✓"), ("2", .hard, "◐"), ("3", .again, "✗")])
  func whatWasSaidOfARecalledAnswerCounts(key: String, grade: Grade, sign: String) {
    var script = quiz(recall)
    script.press(.enter)
    script.type(key)
    #expect(rows(script).isEmpty)
    script.press(.character("q"))
    #expect(rows(script).map(\.kind) == [.answer(grade)])
    #expect(script.screen.joined().contains("1 answer"))
    // Without a choice nothing is stored.
    var unsaid = quiz(recall)
    unsaid.press(.enter, .character("q"))
    #expect(rows(unsaid).isEmpty && unsaid.app.title == "Attend  Notes")
  }

  /// Words of the quiz are none of a judgement: why is told, and the others say what is wanted.
  @Test func wordsAreNoJudgement() {
    var script = quiz(recall)
    script.press(.enter)
    script.press(.character("i"))
    #expect(script.app.transcript == ["", "It is new: you were never asked this."])
    #expect(
      script.screen.joined().contains("It is new") && script.screen.joined().contains("Because"))
    script.press(.character("i"))
    #expect(script.app.transcript.last == "Type 1, 2 or 3.")
    for word in ["skip", "reveal"] {
      #expect(script.choose(word) == [])
      #expect(
        script.app.message == "The answer is shown already: say how well you knew it, 1, 2 or 3")
    }
  }

  /// Why it is asked can be read line by line once it is answered too, and a hint is seen after it.
  @Test func whyIsToldAtEveryStage() {
    var script = quiz("# A\n## L\n### One?\n<!-- quiz id=a -->\n> Say it.\n\nIt is [[yes]].\n")
    script.press(.alt("i"), .alt("h"))
    #expect(script.app.transcript.contains("Hint: Say it."))
    script.press(.alt("r"), .alt("i"))
    #expect(script.app.transcript.count == 2 && script.app.transcript.joined().contains("once"))
  }

  /// What a key costs is told as it is in each mode.
  @Test func whatASkipCostsIsToldByTheMode() {
    let notes = "# A\n## L\n### One?\n<!-- quiz id=a -->\nIt is [[1]].\n"
    let words: [(Plan.Mode, String, String)] = [
      (.schedule, "skip it, without penalty", "show the answer; it counts as not known"),
      (.cram, "skip it, without penalty", "show the answer; it counts as not known"),
      (.test, "skip it; it counts as not right", "give up; it counts as not right"),
      (.placement, "skip it; it counts as not right", "give up; it counts as not right"),
    ]
    for (mode, skip, reveal) in words {
      var script = Script([("a.md", notes)], opening: [.contents, .quiz(Plan.Scope(mode))])
      script.settle()
      for (word, help) in [("skip", skip), ("reveal", reveal)] {
        let row = script.app.keys.first { $0.word == word }
        #expect(row?.help.hasPrefix(help) == true, "\(mode): \(row?.help ?? "")")
      }
    }
  }

  /// One answer has one sign on the whole screen.
  @Test func anAnswerHasOneSign() {
    let text =
      "# A\n## L\n### All?\n<!-- quiz id=all -->\n- [x] this\n- [x] that\n- [ ] other\n\n"
      + "### Other?\n<!-- quiz id=b -->\nIt is [[2]].\n"
    var script = quiz(text, columns: 120)
    if !script.screen.joined().contains("All?") { script.press(.alt("s")) }
    let this = script.screen.first { $0.contains("this") }?.first { $0.isNumber }
    script.type(this.map(String.init) ?? "1")
    script.press(.enter)
    script.press(.enter)
    let screen = script.screen.joined(separator: "\n")
    #expect(screen.contains("◐ Partly"))
    let side = script.screen.compactMap { $0.split(separator: "│").dropFirst().first }
    let own = side.filter {
      $0.contains("today") && !$0.contains("comes back") || $0.contains("1.1 All?")
    }
    #expect(own.count == 2 && own.allSatisfy { $0.contains("◐") && !$0.contains("✗") }, "\(screen)")
    #expect(script.screen[0].contains("◐"))
  }

  /// In a test what can be typed is named; what takes back is no word there, and no answer either.
  @Test func aTestNamesItsWords() {
    let text = (1...2).map {
      "### Which \($0)?\n<!-- quiz id=a\($0) -->\nIt is [[yes]].\n"
    }.joined()
    var script = quiz("# A\n## L\n\(text)", scope: Plan.Scope(.test))
    #expect(script.app.transcript.last?.hasSuffix("Or: skip, back to end it.") == true)
    _ = script.choose("yes")
    #expect(script.app.transcript.last?.hasSuffix("Or: skip, back to end it.") == true)
    for mode in [Plan.Mode.test, .cram] {
      script = quiz("# A\n## L\n\(text)", scope: Plan.Scope(mode))
      #expect(script.choose("undo") == [])
      #expect(script.app.message?.contains("answer undo answers with the word") == true)
      #expect(script.app.transcript.last?.contains("skip") == true)
    }
  }

  /// A word that asks for what there is not is not an answer.
  @Test func aHintIsNotOfferedWhereThereIsNone() {
    var script = quiz("# A\n## L\n### One?\n<!-- quiz id=a -->\nIt is [[yes]].\n")
    #expect(script.app.transcript.last?.hasSuffix("Or: skip, reveal.") == true)
    #expect(script.choose("hint") == [])
    #expect(script.app.message == "There is no hint to this question")
    script = quiz("# A\n## L\n### One?\n<!-- quiz id=a -->\n> Say it.\n\nIt is [[yes]].\n")
    #expect(script.app.transcript.last?.hasSuffix("Or: hint, skip, reveal.") == true)
    script.press(.alt("h"))
    #expect(script.app.transcript.last?.hasSuffix("Or: skip, reveal.") == true)
    #expect(script.choose("hint") == [])
    #expect(script.app.message == "There is no other hint")
    // Where letters are no text, a key asks for the same.
    var chosen = quiz(
      "# A\n## L\n### One?\n<!-- quiz id=a -->\n> Say it.\n\n1. [x] yes\n1. [ ] no\n")
    chosen.press(.character("h"))
    for word in ["hint", "h"] {
      #expect(chosen.choose(word) == [] && chosen.app.message == "There is no other hint")
    }
    #expect(script.choose("widget") == [] && script.app.message?.contains("no widget") == true)
    // What could be an answer is one.
    guard case .record? = script.choose("more")?.first else {
      Issue.record("no answer")
      return
    }
  }
}
