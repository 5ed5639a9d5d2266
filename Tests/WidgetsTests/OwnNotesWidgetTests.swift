import Formulas
import Inside
import Models
import Notes
import TestSupport
import TextUI
import Testing

@testable import Widgets

/// A copy of the model inside learns notes, on the screen.
@Suite struct OwnNotesWidgetTests {
  private func opened(_ inputs: [String: String] = [:]) throws -> any WidgetPanel {
    var all = OwnNotesWidget.example.with("steps", "12")
    for (key, value) in inputs.sorted(by: { $0.key < $1.key }) { all[key] = value }
    return try OwnNotesWidget.opened(all)
  }

  @Test func aGuessComesBeforeWhatIsSeen() throws {
    var panel = try opened()
    panel.finish()
    #expect(panel.text.contains("Guess first"))
    panel.press(.end)
    #expect(panel.inputs["guess"] == "ask" && !panel.text.contains("stories 1."))
    panel.press(.character("2"))
    panel.press(.end)
    #expect(panel.text.contains("You said \"more, up to twice as much\"."))
    #expect(panel.text.contains("Step 12:") && panel.text.contains("in the end"))
    #expect(panel.text.contains("after step 12"))
  }

  /// What was learnt in one way stays beside the next.
  @Test func waysStandBesideEachOther() throws {
    var panel = try opened(["guess": "1"])
    panel.finish()
    panel.press(.character("2"), .character(" "), .character("1"))
    panel.finish()
    panel.press(.end)
    #expect(
      panel.text.contains("all weights  520,800") && panel.text.contains("replay 25 %  520,800"))
    panel.press(.character("+"))
    #expect(panel.inputs["share"] == "0.375")
    panel.press(.character("3"), .character("-"))
    #expect(panel.inputs["rank"] == "4" && panel.inputs["method"] == "lora")
  }

  /// Another beginning asks the copies that were trained, and trains nothing anew.
  @Test func anotherBeginningTrainsNothing() throws {
    var panel = Panel(try OwnNotesWidget(Inputs(["steps": "12", "guess": "1"])))
    panel.isStill = true
    panel.finish()
    panel.press(.end)
    let run = try #require(panel.widget.run)
    _ = panel.choose("prompt = Tom has the")
    _ = panel.update(.tick)
    #expect(panel.widget.run?.points == run.points && panel.widget.run?.step == run.step)
    panel.finish()
    let asked = try #require(panel.widget.run)
    #expect(asked.points == run.points && asked.sayings != run.sayings)
    // A training that began with it says the same.
    var fresh = Panel(
      try OwnNotesWidget(Inputs(["steps": "12", "prompt": "Tom has the"])))
    fresh.finish()
    #expect(fresh.widget.run?.sayings == asked.sayings)
    #expect(panel.inputs["step"] == "12" && panel.text.contains("after step 12"))
  }

  /// A training that is under way goes on with another beginning, and is not begun again; what it said is asked of
  /// the copies that were kept. Gone back to, it is where it has come meanwhile.
  @Test(arguments: [0.2, 0.6]) func anotherBeginningStopsNothing(share: Double) throws {
    var panel = Panel(try OwnNotesWidget(Inputs(["steps": "12", "guess": "1"])))
    var whole = panel
    whole.finish()
    while panel.widget.run.map({ $0.progress < share }) ?? true { _ = panel.update(.tick) }
    let step = try #require(panel.widget.run?.step)
    #expect(step > 0 && step < 12)
    _ = panel.choose("prompt = Tom has the")
    for _ in 0..<3 { _ = panel.update(.tick) }
    #expect(panel.widget.run?.step == step && panel.widget.record.isComplete == false)
    panel.finish()
    #expect(panel.widget.run?.points == whole.widget.run?.points)
    // What it says is what one says that was asked from the beginning.
    var asked = Panel(
      try OwnNotesWidget(Inputs(["steps": "12", "guess": "1", "prompt": "Tom has the"])))
    asked.finish()
    #expect(panel.widget.run?.sayings == asked.widget.run?.sayings)
    _ = panel.choose("prompt =")
    _ = panel.update(.tick)
    #expect(panel.widget.run?.step == 12)
    panel.finish()
    #expect(panel.widget.run?.sayings == whole.widget.run?.sayings)
    #expect(panel.widget.run?.points == whole.widget.run?.points)
  }

  /// A training that was left half-way goes on where it was, and those that were made since stay beside it.
  @Test func aHalfWayRunGoesOn() throws {
    var panel = Panel(try OwnNotesWidget(Inputs(["steps": "12", "guess": "skip"])))
    panel.isStill = true
    while panel.widget.run?.step ?? 0 < 6 { _ = panel.update(.tick) }
    panel.press(.character("3"))
    panel.finish()
    panel.press(.character("1"))
    #expect(panel.widget.run?.step == 6)
    panel.finish()
    panel.press(.end)
    #expect(panel.text.contains("LoRA r8") && panel.text.contains("all weights  520,800"))
    // With another seed both have their names.
    panel.press(.character("r"))
    panel.finish()
    #expect(
      panel.text.contains("all weights, seed 1") && panel.text.contains("all weights, seed 2"),
      "\(panel.text)")
  }

  /// One bound for the screen and the command line, told where it is passed.
  @Test(arguments: [("0", false), ("1", true), ("1000", true), ("1001", false)])
  func stepsHaveOneBound(steps: String, isTaken: Bool) throws {
    var panel = try opened()
    let said = panel.choose("steps = \(steps)") ?? []
    #expect(said.isEmpty == isTaken && (panel.inputs["steps"] == steps) == isTaken, "\(said)")
    #expect(isTaken || "\(said)".contains("1000") || "\(said)".contains("1,000"), "\(said)")
    #expect(OwnTextRecipe.stepRange.contains(Int(steps) ?? 0) == isTaken)
  }

  @Test func theCopyIsKeptWhenAsked() throws {
    var panel = try opened(["guess": "1"])
    let early = panel.press(.character("K"))
    #expect("\(early)".contains("K keeps the copy once it is done"))
    panel.finish()
    guard case .write(let files)? = panel.press(.character("K")).first else {
      Issue.record("nothing is written")
      return
    }
    #expect(files.count == 1 && files[0].stem == "own-notes" && files[0].ending == "model")
    #expect(files[0].note == "step 12, the end, not 0: = steps = 1 is the least")
    let file = try ModelFile(files[0].bytes)
    let shipped = try ShippedModel.file.get()
    #expect(file.base.shape == shipped.base.shape)
    #expect(file.base.parameters != shipped.base.parameters)
    var lost = try opened(["rate": "1000", "guess": "1"])
    lost.finish()
    #expect("\(lost.press(.character("K")))".contains("nothing to keep"))
  }

  /// Weights of earlier steps are gone: the end is kept, and where another step is looked at, that is said.
  @Test func whichStepIsKeptIsSaid() throws {
    var panel = try opened(["guess": "1"])
    panel.finish()
    for (keys, note) in [
      ([Key.end], "step 12, the end"),
      ([.left], "step 12, the end, not 11: = steps = 11 ends there"),
      ([.home], "step 12, the end, not 0: = steps = 1 is the least"),
    ] {
      for key in keys { panel.press(key) }
      guard case .write(let files)? = panel.press(.character("K")).first else {
        Issue.record("nothing is written")
        return
      }
      #expect(files.map(\.note) == [note])
    }
  }

  /// A key is answered between two rows of a step.
  @Test func itCanBeStoppedAndLeft() throws {
    var panel = try opened(["steps": "400"])
    for _ in 0..<40 { _ = panel.update(.tick) }
    #expect(panel.isWorking)
    #expect(panel.press(.character("q")) == [.back])
  }

  @Test func notesComeWithTheirMarksTaken() throws {
    let notes =
      "# Queries\n\nA *query* is a `row`.\n\n- one\n- two $x$\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n<!-- quiz -->\n"
    #expect(
      PlainNotes.text(of: notes) == "Queries\nA query is a row.\none\ntwo x\na b\n1 2")
    var panel = try opened()
    #expect(panel.press(.character("l")) == [.openNotes(key: "learn", most: 40_000)])
    let long = String(repeating: "Matrices commute rarely, and kernels are subspaces. ", count: 40)
    #expect(panel.set("learn", long) == [])
    #expect(panel.text.contains("of your notes"))
    panel.press(.character("l"))
    #expect(panel.inputs["learn"] == nil)
    // Inside the model the same key opens it on them.
    var inside = try InsideWidget.opened(InsideWidget.example)
    #expect(
      inside.press(.character("l")) == [.openOnNotes("own-notes", key: "learn", most: 40_000)])
  }

  @Test func whyNothingIsChangedIsSaid() throws {
    var panel = try OwnNotesWidget.opened(OwnNotesWidget.example.with("guess", "skip"))
    let said = panel.press(.character("+"))
    #expect("\(said)".contains("change replay and LoRA"), "\(said)")
  }

  @Test func whatIsTooShortIsRefused() {
    let problems = OwnNotesWidget.problems(OwnNotesWidget.example.with("learn", "Too short."))
    #expect(
      problems.map(\.advice) == [
        "learn: the text is too short to learn from: it takes 272 tokens, about 544 letters"
      ])
  }

  @Test func aLostLossIsTold() throws {
    var panel = try opened(["rate": "1000", "guess": "1"])
    panel.finish()
    panel.press(.end)
    #expect(panel.text.contains("the rate is too high"))
    #expect(panel.text.contains("You said \"") && panel.text.contains("At step"), "\(panel.text)")
  }

  @Test func itIsShownAtAnySize() throws {
    var panel = try opened(["guess": "1"])
    panel.finish()
    panel.press(.end)
    for (columns, rows) in [(0, 0), (1, 1), (39, 8), (79, 20), (118, 36)] {
      #expect(panel.canvas(columns, rows).text.count == rows)
    }
  }

  /// What the model says before is told at once, and is nothing that the model's own screen asks at first.
  @Test func itTellsNothingThatTheModelAsks() throws {
    let model = try InsideWidget.opened(InsideWidget.example)
    let widget = try InsideWidget(model.inputs)
    let question = try #require(widget.question)
    let answer = question.asked.choices[try #require(question.right) - 1].filter(\.isLetter)
    #expect(answer == "Mia")
    var panel = Panel(try OwnNotesWidget(Inputs(["steps": "12"])))
    panel.isStill = true
    panel.finish()
    #expect(panel.text.contains("The ball is red") && panel.text.contains("before:  red."))
    #expect(!panel.widget.prompts.contains { $0.starts(with: widget.tokens) })
    for lines in [panel.transcript, panel.canvas(79, 21).text, panel.canvas(118, 36).text] {
      #expect(!lines.contains { $0.contains(answer) }, "\(lines)")
    }
  }

  /// What the youth begins at is what is measured, and stands in its question once it is.
  @Test func theYouthsQuestionHasTheMeasuredLoss() throws {
    var panel = Panel(try OwnNotesWidget(Inputs(["steps": "12", "method": "youth"])))
    panel.isStill = true
    #expect(panel.widget.question.words.contains("numbers and reads stories alone. Knowing"))
    #expect(!panel.widget.question.words.contains("these numbers cost"))
    panel.finish()
    let first = try #require(panel.widget.run?.points.first)
    // Random numbers cost more than knowing nothing.
    #expect(first.stories > 6.7)
    let cost = (first.stories * 10_000).rounded() / 10_000
    #expect(panel.widget.question.words.contains("these numbers cost it \(cost)."))
    panel.press(.character(" "))
    #expect(panel.text.contains("these numbers cost it \(cost)."))
  }

  /// In how long rows stories are measured is said, for their loss depends on it.
  @Test func itIsSaidWhatIsMeasured() throws {
    var panel = Panel(try OwnNotesWidget(Inputs(["steps": "12", "guess": "1"])))
    panel.isStill = true
    panel.finish()
    let length = panel.widget.text.length
    #expect(length == 48)
    for lines in [panel.transcript, panel.canvas(79, 40).text] {
      let words = lines.map(\.trimmed).joined(separator: " ")
      #expect(words.contains("Stories: 8 rows of \(length) tokens"), "\(words)")
    }
  }

  /// A way to learn that was guessed and seen is not asked about again: gone back to, it stands at its end, and
  /// so it does where it was left and comes from what was kept.
  @Test(arguments: [false, true]) func whatWasSeenIsNotAskedAgain(isTyped: Bool) throws {
    var panel: any WidgetPanel = try OwnNotesWidget.opened(Inputs(["steps": "10"]))
    panel.isStill = true
    func show(_ digit: Character, _ name: String) {
      if isTyped {
        #expect(panel.choose("method = \(name)") == [])
      } else {
        panel.press(.character(digit))
      }
      panel.finish()
    }
    panel.press(.character(" "), .character("1"))
    panel.finish()
    panel.press(.end)
    let seen = panel.text
    #expect(seen.contains("You said"))
    show("2", "replay")
    #expect(panel.inputs["guess"] == nil && panel.inputs["step"] == nil)
    #expect(!panel.text.contains("You said"))
    show("1", "all")
    #expect(panel.inputs["guess"] == "1" && panel.inputs["step"] == "10")
    #expect(panel.text.contains("You said"))
    // Left there and opened again, it is known of the other methods too.
    show("2", "replay")
    panel = try OwnNotesWidget.opened(Inputs(["steps": "10"]), draft: panel.draft)
    panel.isStill = true
    show("1", "all")
    #expect(panel.text.contains("You said"), "\(panel.inputs)")
    // With another rate nothing of it was seen.
    #expect(panel.choose("rate = 0.002") == [])
    #expect(panel.inputs["guess"] == nil && panel.inputs["guesses"] == nil)
  }

  /// Nor is one that was guessed and left before its end.
  @Test func whatWasGuessedStays() throws {
    var panel = try OwnNotesWidget.opened(Inputs(["steps": "10"]))
    panel.isStill = true
    panel.press(.character(" "), .character("1"))
    #expect(panel.inputs["guess"] == "1")
    panel.press(.character("3"))
    #expect(panel.inputs["guess"] == nil)
    panel.press(.character("1"))
    #expect(panel.inputs["guess"] == "1")
    panel.finish()
    panel.press(.end)
    #expect(panel.text.contains("You said"), "\(panel.text)")
  }

  /// "Forgotten" is said past a bound that is stated, and else how many times as much it costs.
  @Test func whatIsForgottenHasItsBound() throws {
    for rate in ["0.0002", "0.001", "0.02"] {
      var panel = Panel(
        try OwnNotesWidget(Inputs(["steps": "10", "rate": rate, "guess": "skip"])))
      panel.isStill = true
      panel.finish()
      panel.press(.end)
      let run = try #require(panel.widget.run)
      let (first, last) = (try #require(run.points.first), try #require(run.points.last))
      let ratio = last.stories / first.stories
      let tenths = (ratio * 10).rounded() / 10
      let times = "(\(tenths) times what they cost"
      let words =
        ratio <= 1.15 ? "\(times): kept)" : ratio > 2 ? "\(times): over 2, forgotten)" : "\(times))"
      #expect(panel.text.contains(words), "\(rate) \(ratio): \(panel.text)")
    }
  }
}
