import Lab
import Notes
import Testing
import TextUI

@testable import Widgets

/// A guess stands beside the run that it was made of, and beside no other.
@Suite struct LabGuessTests {
  /// What is taken away comes back before the question, which is of the run as it is.
  @Test(arguments: [("pre-training", "objective")])
  func theQuestionIsOfTheRunAsItIs(name: String, input: String) throws {
    let type = try #require(allWidgets.first { $0.name == name })
    var panel = try still(type, ["steps": "12"])
    let before = panel.inputs[input]
    panel.press(.character(name == "pre-training" ? "1" : "2"))
    panel.finish()
    #expect(panel.inputs[input] != before)
    panel.press(.character(" "))
    #expect(panel.inputs["guess"] == "ask" && panel.inputs[input] == before, "\(panel.inputs)")
    panel.press(.enter)
    panel.finish()
    panel.press(.end)
    #expect(panel.text.contains("You said"), "\(panel.text)")
  }

  /// Each method is asked about before its end is told, and judged by its own run.
  @Test func eachMethodHasItsOwnGuess() throws {
    var panel = try still(FineTuningWidget.self, ["steps": "12"])
    for (key, asked) in [
      ("1", "All weights then learn"), ("2", "20 % old rows"), ("3", "adapters of rank 4"),
      ("4", "Only its output head"),
    ] {
      panel.press(.character(Character(key)))
      #expect(!panel.text.contains("You said"), "\(key)")
      panel.press(.character(" "))
      #expect(panel.text.contains(asked), "\(panel.text)")
      panel.press(.enter)
      panel.finish()
      panel.press(.end)
      #expect(panel.text.contains("You said 50 of the"), "\(panel.text)")
    }
    // What was seen stays told, and what was guessed of it too.
    #expect(panel.inputs["guesses"] == "full 50, replay 50, lora 50")
    panel.press(.character("1"))
    #expect(panel.text.contains("You said 50 of the old 100"))
    // Of other rows kept in memory nothing was guessed, and nothing of another seed.
    panel.press(.character("2"), .character("+"))
    #expect(!panel.text.contains("You said") && panel.inputs["guess"] == nil)
    panel.press(.character("1"), .character("r"))
    #expect(panel.inputs["guess"] == "known")
    #expect(panel.inputs["guesses"] == "full known, lora known, head known")
    // What was judged with the seed before is told, and what was not is asked about.
    panel.finish()
    panel.press(.character("2"))
    #expect(panel.inputs["guess"] == nil && panel.inputs["step"] == nil)
    panel.press(.character("3"))
    #expect(panel.inputs["guess"] == "known" && panel.inputs["step"] == "12")
    #expect(panel.text.contains("Another seed, the same question: you have answered it."))
  }

  /// Each method has steps of its own: from the end of one, all others are led to, shorter or longer.
  @Test(arguments: ["full", "replay", "lora", "head"])
  func anEndLeadsToAnEnd(method: String) throws {
    var panel = Panel(try FineTuningWidget(Inputs(["method": method, "guess": "skip"])))
    panel.isStill = true
    panel.press(.end)
    for (key, name) in ["1": "full", "2": "replay", "3": "lora", "4": "head"] {
      panel.press(.character(Character(key)))
      #expect(panel.widget.parameters.method.name == name, "\(panel.text)")
      #expect(panel.widget.parameters.step == panel.widget.parameters.steps)
    }
  }

  /// The end of one method does not tell those of the others.
  @Test func oneGuessDoesNotTellTheOthers() throws {
    var panel = try still(FineTuningWidget.self, ["steps": "12"])
    panel.press(.character(" "), .enter, .end)
    let rows = panel.canvas(100, 30).text
    for method in ["all weights", "replay", "LoRA r4, on", "head only"] {
      let row = try #require(
        rows.first { $0.contains(method) && $0.contains("…") == (method != "all weights") })
      #expect(!row.isEmpty)
    }
  }

  /// As long as it learns, nothing is judged, wherever one looks.
  @Test func nothingIsJudgedWhileItLearns() throws {
    var panel = try InstructionsWidget.opened(InstructionsWidget.example.with("steps", "60"))
    panel.press(.character(" "), .character("1"), .end)
    _ = panel.update(.tick)
    #expect(panel.isWorking && !panel.text.contains("You said"), "\(panel.text)")
    panel.finish()
    panel.press(.end)
    #expect(panel.text.contains("You said none of them"))
  }

  /// A run that is lost ends early: what was guessed of it is judged there, and why it ended is said once.
  @Test(arguments: ["reverse", "induction", "overfitting-10"], [true, false])
  func aLostRunIsJudged(recipe: String, isStill: Bool) throws {
    var panel = try still(
      TrainWidget.self, ["recipe": recipe, "steps": "30", "rate": "1e12"])
    panel.isStill = isStill
    panel.press(.character(" "), .enter)
    for _ in 0..<40 where panel.isPlaying { panel.nextFrame() }
    #expect(!panel.isPlaying && panel.inputs["step"] == "1")
    let words = "At step 1 the loss was not a number any more, and the run ended: "
    let told = panel.text.split(separator: "\n").joined(separator: " ")
    #expect(told.count(of: words) == 1 && told.contains("✗ You said "), "\(told)")
    let low = panel.canvas(39, 9).text.map(\.trimmed).joined(separator: " ")
    #expect(low.contains("You said ") && low.contains("too high."), "\(low)")
    panel.press(.end)
    #expect(panel.text.contains("You said "))
  }

  /// The same where a knob lets the loss grow beyond all bounds.
  @Test func aKnobThatLosesTheRunIsJudged() throws {
    var panel = try still(TrainWidget.self, ["recipe": "reverse"])
    panel.press(.character("4"))
    panel.finish()
    panel.press(.character(" "), .character("2"))
    #expect(panel.text.contains("You said mirrored. It becomes "), "\(panel.text)")
    #expect(panel.text.contains(", and the run ended: the learning rate is too high."))
  }

  /// What was seen and guessed of a run is there again when it is taken back.
  @Test(arguments: [
    ("pre-training", "t"), ("pre-training", "r"), ("train", "r"), ("train", "m"),
    ("instructions", "r"), ("fine-tuning", "r"), ("preferences", "+"), ("preferences", "r"),
    ("own-notes", "r"), ("train", "seed = 7"), ("instructions", "seed = 7"),
    ("pre-training", "random 7"), ("fine-tuning", "random 7"), ("preferences", "random 7"),
    ("pre-training", "length = 8"), ("preferences", "beta = 2"), ("own-notes", "random 7"),
  ])
  func aRunIsTakenBackWithItsGuess(name: String, change: String) throws {
    let type = try #require(allWidgets.first { $0.name == name })
    var panel = try still(
      type, name == "preferences" ? ["choices": "ab", "steps": "30"] : ["steps": "12"])
    panel.press(.character(" "), .enter)
    panel.finish()
    let (before, text) = (panel.inputs, panel.text)
    #expect(text.contains("You said"), "\(text)")
    if change.count == 1 {
      panel.press(.character(Character(change)))
    } else {
      _ = panel.choose(change)
    }
    panel.finish()
    #expect(!panel.text.contains("You said"), "\(panel.text)")
    panel.press(.character("u"))
    panel.finish()
    // What was learnt of notes since stays beside it.
    #expect(
      panel.inputs == before && (name == "own-notes" || panel.text == text), "\(panel.text)")
    #expect(panel.text.contains("You said"), "\(panel.text)")
  }

  /// What is typed makes another run too, and no guess at the one before is judged by it: neither one that
  /// stands, nor one that comes back where it is asked once more and no answer is given.
  @Test(
    arguments: [
      ("train", "", "seed = 7"), ("instructions", "", "steps = 20"), ("descent", "", "steps = 20"),
      ("pre-training", "", "length = 8"), ("pre-training", "", "steps = 20"),
      ("fine-tuning", "replay", "share = 0.5"), ("fine-tuning", "lora", "rank = 8"),
      ("fine-tuning", "full", "steps = 20"), ("fine-tuning", "full", "method = head"),
      ("preferences", "", "random 7"), ("preferences", "", "steps = 60"),
      ("own-notes", "", "random 7"), ("instructions", "", "steps = 6"),
      ("descent", "", "steps = 6"),
      ("pre-training", "", "steps = 6"), ("fine-tuning", "full", "steps = 6"),
      ("preferences", "", "steps = 6"),
    ], [false, true])
  func whatIsTypedMakesAnotherRun(
    run: (name: String, method: String, change: String), isAsking: Bool
  )
    throws
  {
    let type = try #require(allWidgets.first { $0.name == run.name })
    var panel = try still(
      type,
      run.name == "preferences"
        ? ["choices": "ab", "steps": "30"]
        : run.method.isEmpty ? ["steps": "12"] : ["steps": "12", "method": run.method])
    panel.press(.character(" "), .enter)
    panel.finish()
    panel.press(.end)
    #expect(panel.text.contains("You said"), "\(panel.text)")
    if isAsking { panel.press(.character("g")) }
    _ = panel.choose(run.change)
    if run.change.hasPrefix("steps") {
      #expect(panel.inputs["steps"] == run.change.split(separator: " ").last.map(String.init))
    }
    #expect(!isAsking || panel.inputs["guess"] == "ask")
    if isAsking { panel.press(.escape) }
    panel.finish()
    panel.press(.end)
    #expect(!panel.text.contains("You said"), "\(panel.text)")
    #expect(panel.inputs["guess"].flatMap { Int($0) } == nil)
  }

  /// Fewer steps than were seen are taken as any others: there is no question left of the longer run.
  @Test(arguments: [("train", 6), ("own-notes", 10)], [false, true])
  func fewerStepsAreTaken(run: (name: String, steps: Int), isAsking: Bool) throws {
    let type = try #require(allWidgets.first { $0.name == run.name })
    var panel = try still(type, ["steps": "12"])
    panel.press(.character(" "), .enter)
    panel.finish()
    panel.press(.end)
    if isAsking { panel.press(.character("g")) }
    _ = panel.choose("steps = \(run.steps)")
    panel.finish()
    #expect(panel.inputs["steps"] == "\(run.steps)" && panel.inputs["guess"] == nil)
    #expect(!panel.text.contains("You said"), "\(panel.text)")
  }

  /// What is typed of another method leaves the verdict of this one, and brings it back.
  @Test func aTypedMethodIsAskedAboutToo() throws {
    var panel = try still(FineTuningWidget.self, ["steps": "12"])
    panel.press(.character(" "), .enter)
    panel.finish()
    panel.press(.end)
    _ = panel.choose("share = 0.5")
    #expect(panel.text.contains("You said 50 of the old 100"), "\(panel.text)")
    _ = panel.choose("method = head")
    #expect(panel.inputs["guesses"] == "full 50" && panel.inputs["guess"] == nil)
    _ = panel.choose("method = full")
    #expect(panel.text.contains("You said 50 of the old 100"), "\(panel.text)")
  }

  /// Taking back forgets nothing of what was guessed since.
  @Test(arguments: [("descent", "3"), ("preferences", "+")])
  func whatWasGuessedSinceIsThereAgain(name: String, knob: String) throws {
    let type = try #require(allWidgets.first { $0.name == name })
    var panel = try still(type, name == "preferences" ? ["choices": "ab", "steps": "30"] : [:])
    panel.press(.character(" "), .enter)
    panel.finish()
    panel.press(.end)
    let first = try #require(panel.text.split(separator: "\n").first { $0.contains("You said") })
    panel.press(.character(Character(knob)), .character("g"), .right, .enter)
    panel.finish()
    panel.press(.end)
    let second = try #require(panel.text.split(separator: "\n").first { $0.contains("You said") })
    #expect(first != second)
    panel.press(.character("u"))
    panel.finish()
    #expect(panel.text.contains(first), "\(panel.text)")
    panel.press(.character(Character(knob)))
    panel.finish()
    #expect(panel.text.contains(second), "\(panel.text)")
  }

  /// Who guesses once more and gives no answer keeps the guess before.
  @Test(arguments: [
    "train", "descent", "instructions", "pre-training", "fine-tuning", "preferences",
  ])
  func aGuessOutlivesAQuestionWithoutAnswer(name: String) throws {
    let type = try #require(allWidgets.first { $0.name == name })
    var panel = try still(
      type, name == "preferences" ? ["choices": "ab", "steps": "30"] : ["steps": "12"])
    panel.press(.character(" "), .enter)
    panel.finish()
    panel.press(.end)
    let (before, text) = (panel.inputs, panel.text)
    #expect(text.contains("You said"), "\(text)")
    panel.press(.character("g"), .right)
    #expect(panel.inputs["guess"] == "ask")
    panel.press(.escape)
    #expect(panel.inputs == before && panel.text == text, "\(panel.text)")
  }

  /// A question that is left without an answer beside another run leaves what was guessed of this one.
  @Test(arguments: [("train", "2"), ("instructions", "2"), ("descent", "3"), ("preferences", "2")])
  func aQuestionBesideAKnobForgetsNothing(name: String, knob: String) throws {
    let type = try #require(allWidgets.first { $0.name == name })
    var panel = try still(
      type,
      name == "preferences"
        ? ["choices": "ab", "steps": "30"] : name == "descent" ? [:] : ["steps": "12"])
    panel.press(.character(" "), .enter)
    panel.finish()
    panel.press(.end)
    let said = try #require(panel.text.split(separator: "\n").first { $0.contains("You said") })
    panel.press(.character(Character(knob)), .character("g"), .right)
    #expect(panel.inputs["guess"] == "ask")
    panel.press(.escape)
    panel.finish()
    panel.press(.end)
    #expect(!panel.text.contains("You said"), "\(panel.text)")
    panel.press(.character(name == "descent" ? "2" : name == "preferences" ? "1" : Character(knob)))
    panel.finish()
    #expect(panel.text.contains(said), "\(panel.text)")
  }

  /// What came of a guess leaves the curves rows enough, however many pairs are still to be chosen from.
  @Test(arguments: ["ab", "abababababababa", "aaabbbabaabbbab"])
  func preferencesShowTheirCurvesBesideTheVerdict(choices: String) throws {
    var panel = try still(PreferencesWidget.self, ["choices": choices, "steps": "30"])
    panel.press(.character(" "), .enter)
    panel.finish()
    panel.press(.end)
    let lines = panel.canvas(80, 24).text
    let top = try #require(lines.firstIndex { $0.contains("off the exact, points") }, "\(lines)")
    let axis = try #require(lines[top...].firstIndex { $0.contains("[30]") }, "\(lines)")
    #expect(axis >= top + 4 && lines.contains { $0.contains("You said") }, "\(lines)")
  }

  /// The figure and the command go as many steps.
  @Test func aDescentHasOneLength() throws {
    let steps = LabRecipe.named("descent")?.start(seed: 1).steps
    #expect(DescentWidget.initial.steps == steps)
  }

  /// A way down that was seen, and choices that were judged, are as they were left when one comes back.
  @Test(arguments: [("descent", "3", "2"), ("preferences", "2", "1"), ("preferences", "+", "-")])
  func aVerdictIsThereAgainAfterAKnob(name: String, knob: String, back: String) throws {
    let type = try #require(allWidgets.first { $0.name == name })
    var panel = try still(type, name == "preferences" ? ["choices": "ab", "steps": "30"] : [:])
    panel.press(.character(" "), .enter)
    panel.finish()
    panel.press(.end)
    let said = try #require(panel.text.split(separator: "\n").first { $0.contains("You said") })
    panel.press(.character(Character(knob)))
    panel.finish()
    #expect(!panel.text.contains("You said"), "\(panel.text)")
    panel.press(.character(Character(back)))
    panel.finish()
    #expect(panel.text.contains(said), "\(panel.text)")
  }

  /// Wherever one looks, what was guessed of the end stays beside it.
  @Test func aVerdictStaysThroughTime() throws {
    var panel = try still(PreferencesWidget.self, ["labeller": "length", "steps": "30"])
    panel.press(.character(" "), .character("3"))
    panel.finish()
    let said = try #require(panel.text.split(separator: "\n").first { $0.contains("You said") })
    for key in [.left, .home, .character("}")] as [Key] {
      panel.press(key)
      #expect(panel.text.contains(said) && panel.inputs["step"] != nil, "\(panel.text)")
    }
  }

  /// On its page the lines of a verdict stand together.
  @Test func aVerdictIsOnePartOfAPage() throws {
    var panel = try still(DescentWidget.self)
    panel.press(.character(" "), .character("4"), .end)
    _ = panel.update(.resized(Size(columns: 39, rows: 9)))
    var (pages, before): ([[String]], [String]) = ([], [])
    panel.press(.pageDown)
    while panel.canvas(39, 9).text != before {
      before = panel.canvas(39, 9).text
      pages.append(before.map(\.trimmed))
      panel.press(.pageDown)
    }
    let page = try #require(pages.first { $0.contains { $0.hasPrefix("✗ You said") } })
    let first = try #require(page.firstIndex { $0.hasPrefix("✗ You said") })
    let last = try #require(page.firstIndex { $0.hasSuffix("of the first.") })
    #expect(last > first + 1 && !page[first...last].contains(""), "\(page)")
  }

  /// Before anything is chosen there is nothing to guess.
  @Test func nothingIsGuessedOfNoChoices() throws {
    var panel = try still(PreferencesWidget.self)
    for key in [.character("g"), .character(" ")] as [Key] {
      #expect("\(panel.press(key))".contains("There is nothing to learn from yet: choose A or B"))
    }
    #expect("\(panel.choose("guess both") ?? [])".contains("choose A or B first"))
    panel.press(.character("s"))
    #expect("\(panel.press(.character("g")))".contains("choose A or B first"))
    #expect(panel.inputs["guess"] == nil)
    panel.press(.character("a"), .character("g"))
    #expect(panel.inputs["guess"] == "ask")
    #expect(throws: Diagnostic.self) {
      try PreferencesWidget.opened(PreferencesWidget.example.with("view", "guess"))
    }
  }

  /// Who chose by a digit may confirm it: the first Enter opens nothing, and what plays goes on.
  @Test(arguments: ["train", "instructions"], [true, false])
  func enterAfterADigitDoesNoHarm(name: String, isStill: Bool) throws {
    let type = try #require(allWidgets.first { $0.name == name })
    var panel = try still(type, ["steps": "12"])
    panel.isStill = isStill
    panel.press(.character(" "))
    #expect(panel.canvas(80, 20).text.contains { $0.contains(" chooses at once, Esc skips") })
    if isStill { _ = panel.choose("2") } else { panel.press(.character("2")) }
    #expect(panel.press(.enter) == [.say("Your guess is taken; Enter again opens the head")])
    #expect(panel.isPlaying != isStill && panel.inputs["guess"] == "2")
    for _ in 0..<40 where panel.isPlaying { panel.nextFrame() }
    #expect(panel.text.contains("You said"))
    #expect("\(panel.press(.enter))".contains("open("))
  }

  /// Only as the next key is it taken so.
  @Test func enterAfterAnotherKeyOpens() throws {
    var panel = try still(TrainWidget.self, ["steps": "12"])
    panel.press(.character(" "), .character("2"), .left)
    #expect("\(panel.press(.enter))".contains("open("))
  }

  /// Who took the guess with Enter itself opens the head by the next one.
  @Test(arguments: ["train", "instructions"]) func enterAfterEnterOpens(name: String) throws {
    let type = try #require(allWidgets.first { $0.name == name })
    var panel = try still(type, ["steps": "12"])
    panel.press(.character(" "), .enter)
    #expect(panel.text.contains("You said"), "\(panel.text)")
    #expect("\(panel.press(.enter))".contains("open("))
  }

  /// On a low screen the curves keep four rows beside what came of a guess, whatever the method.
  @Test(arguments: 1...4) func theCurveKeepsItsRows(method: Int) throws {
    var panel = try still(FineTuningWidget.self, ["steps": "12"])
    panel.press(.character(Character("\(method)")), .character(" "), .enter)
    panel.finish()
    panel.press(.end)
    let text = panel.canvas(39, 9).text
    let first = try #require(text.firstIndex { $0.contains("right, %") })
    let axis = try #require(text.firstIndex { $0.contains("[12]") })
    #expect(axis - first > 4 && text.contains { $0.contains(": you said 50") }, "\(text)")
    #expect(text.contains { $0.contains("▸") }, "\(text)")
  }

  /// Another way down begins unseen and is asked anew; the one before it stays in the picture.
  @Test(arguments: ["<", ">", "1", "3", "4", "r"])
  func anotherWayDownIsAskedAnew(key: String) throws {
    var panel = try still(DescentWidget.self)
    panel.press(.character(" "), .character("2"), .end)
    #expect(panel.text.contains("You said"))
    panel.press(.character(Character(key)))
    #expect(!panel.text.contains("You said"))
    #expect(panel.inputs["guess"] == nil && panel.inputs["step"] == nil)
    let legend = panel.canvas(80, 20).text.joined(separator: "\n")
    #expect(legend.contains("now") && legend.contains("before"), "\(legend)")
    // Undone, what was seen and guessed of it is there again.
    panel.press(.character("u"))
    #expect(panel.text.contains("You said"))
    #expect(panel.choose("rate = 0.7") == [])
    #expect(!panel.text.contains("You said") && panel.inputs["guess"] == nil)
  }

  /// A curve that leaves the picture says so.
  @Test func whatLeavesThePictureHasAnArrow() throws {
    var panel = try still(DescentWidget.self, ["rate": "2.5", "guess": "skip"])
    panel.press(.end)
    let line = panel.canvas(80, 20).text.first { $0.contains("13.") || $0.contains("19.") }
    #expect(panel.canvas(80, 20).text.contains { $0.contains("↑") }, "\(line ?? "")")
  }

  @Test(arguments: ["+", "-", "x", "2", "r"])
  func otherChoicesAreNotJudged(key: String) throws {
    var panel = try still(PreferencesWidget.self, ["labeller": "length", "steps": "30"])
    panel.press(.character(" "), .character("3"))
    panel.finish()
    panel.press(.end)
    #expect(
      panel.text.contains("You said both. It is ") && panel.text.contains(" percentage points off"),
      "\(panel.text)")
    panel.press(.character(Character(key)))
    panel.finish()
    #expect(!panel.text.contains("You said"))
  }

  /// A further choice, and one taken back, make other rewards.
  @Test func choicesAfterAGuessAreNotJudged() throws {
    var panel = try still(PreferencesWidget.self, ["choices": "ab", "steps": "30"])
    panel.press(.character(" "), .character("3"))
    panel.finish()
    #expect(panel.text.contains("You said"))
    panel.press(.left)
    panel.finish()
    #expect(!panel.text.contains("You said"))
  }

  /// A model without a second layer is not judged by what was said of one with it.
  @Test func anotherModelIsNotJudged() throws {
    var panel = try still(InstructionsWidget.self, ["steps": "12", "guess": "2", "seen": "12"])
    #expect(panel.text.contains("You said those of the second layer"))
    panel.press(.character("2"))
    panel.finish()
    #expect(!panel.text.contains("You said") && panel.text.contains("as it is: loss"))
    panel.press(.character("2"))
    #expect(panel.text.contains("You said"))
  }

  /// The question, the table and the verdict are of the same labels.
  @Test func labelsAreThoseThatWereAskedAbout() throws {
    var panel = try still(PreTrainingWidget.self, ["steps": "12"])
    panel.press(.character("-"), .character("g"))
    #expect(panel.text.contains("Then 20 labels") && !panel.text.contains("30 labels"))
    panel.press(.enter, .end)
    #expect(panel.text.contains("of 100 with 20 labels. It is "), "\(panel.text)")
    panel.press(.character("+"))
    #expect(!panel.text.contains("You said") && panel.inputs["guess"] == "skip")
    _ = panel.choose("labels = 100")
    #expect("\(panel.press(.character("+")))".contains("100 labels are the most"))
  }

  /// What a method comes to is hidden as long as a guess at it is being watched.
  @Test func theEndIsNotToldHalfWay() throws {
    var panel = try still(
      FineTuningWidget.self, ["steps": "12", "guess": "50", "seen": "6"])
    #expect(panel.text.contains("…") && !panel.text.contains("You said"), "\(panel.text)")
    panel.press(.end)
    #expect(panel.text.contains("You said"), "\(panel.text)")
  }

  /// What a probe reads from the states is that of the step that is looked at.
  @Test func theProbeIsThatOfTheStep() throws {
    var panel = try still(PreTrainingWidget.self, ["steps": "60", "guess": "50"])
    #expect(panel.text.contains("at step 0, ") && !panel.text.contains("You said"))
    let before = panel.canvas(100, 30).text.first { $0.contains("next token") }
    panel.press(.end)
    #expect(panel.text.contains("at step 60, ") && panel.text.contains("You said"))
    #expect(panel.canvas(100, 30).text.first { $0.contains("next token") } != before)
    panel.press(.left)
    #expect(panel.text.contains("at step 50, "))
    // In lines, all tests that were seen stand below each other.
    for step in ["0", "50", "60"] {
      #expect(
        panel.transcript.contains {
          $0.hasPrefix(String(repeating: " ", count: 6 - step.count) + step + " ")
        })
    }
  }

  /// A run that flew off ends before the step that was asked about.
  @Test func aRunThatEndedSaysWhere() throws {
    var panel = try still(DescentWidget.self)
    panel.press(.character("3"), .character(" "))
    for word in ["too small", "too large", "[right]"] { #expect(!panel.text.contains(word)) }
    panel.isStill = false
    panel.press(.character("4"))
    for _ in 0..<60 where panel.isPlaying { panel.nextFrame() }
    #expect(
      panel.text.contains("You said higher than it began. The run ended at step 18 of 40: "),
      "\(panel.text)")
    #expect(panel.keys.contains { $0.footer?.text == "again" })
    panel.isStill = true
    panel.press(.character("4"), .character(" "), .character("3"))
    #expect(panel.text.contains("[rate 2.5]") && panel.text.contains("after swinging"))
  }

  /// Keys that have nothing to do say so.
  @Test(arguments: ["descent", "pre-training", "preferences"])
  func enterSaysWhatItIsFor(name: String) throws {
    let type = try #require(allWidgets.first { $0.name == name })
    var panel = try still(type, ["steps": "12", "guess": "skip"])
    #expect("\(panel.press(.enter))".contains("Enter takes a guess"))
  }

  /// Who leaves before files could be written is told so first.
  @Test(arguments: ["q", "w"]) func leavingBeforeFilesAreWrittenIsToldFirst(key: String) throws {
    var panel = try InstructionsWidget.opened(InstructionsWidget.example.with("steps", "60"))
    // It is asked first how it ends.
    panel.press(.character(" "), .escape, .character("e"))
    #expect("\(panel.press(.character(Character(key))))".contains("Nothing is written yet"))
    #expect(panel.press(.character(Character(key))) == [key == "q" ? .back : .list])
  }

  /// In lines an answer may be said in its own words.
  @Test func anAnswerMayBeAWord() throws {
    var panel = try still(TrainWidget.self, ["steps": "12"])
    panel.press(.character(" "))
    #expect(panel.choose("mirrored") != nil)
    #expect(panel.inputs["guess"] == "2")
    #expect(panel.choose("guess itself") == [])
    #expect(panel.inputs["guess"] == "1")
    let said = "\(panel.choose("guess sideways") ?? [])"
    #expect(said.contains("one of itself, mirrored"), "\(said)")
  }

  /// On a low screen all answers are there, whatever else has to go.
  @Test(arguments: ["bowl", "valley", "chain"])
  func aLowScreenShowsWhereAWayMayLead(landscape: String) throws {
    var panel = try still(DescentWidget.self, ["landscape": landscape])
    panel.press(.character(" "))
    let text = panel.canvas(39, 9).text.joined(separator: "\n")
    for answer in ["on its way", "2 at the bottom", "swinging", "higher"] {
      #expect(text.contains(answer), "\(text)")
    }
  }

  /// On the lowest screen the answers are words too, and all of them are there.
  @Test(arguments: [
    ("train", ["itself", "mirrored", "before", "alike"]),
    ("preferences", ["RL on the reward", "DPO", "both", "neither"]),
    ("instructions", ["none of them", "second layer", "all of them"]),
    ("descent", ["on its way", "at the bottom", "swinging", "higher"]),
    ("fine-tuning", ["how many", "of 100"]), ("pre-training", ["how many", "of 100"]),
  ])
  func aLowScreenShowsTheAnswers(name: String, answers: [String]) throws {
    let type = try #require(allWidgets.first { $0.name == name })
    for isReady in [true, false] {
      var panel = try type.opened(
        name == "preferences"
          ? type.example.with("labeller", "length") : type.example.with("steps", "12"))
      while isReady || name == "preferences", panel.isWorking { _ = panel.update(.tick) }
      panel.press(.character(" "))
      let text = panel.canvas(39, 9).text.joined(separator: "\n")
      for answer in answers { #expect(text.contains(answer), "\(isReady)\n\(text)") }
    }
  }

  /// To copy, the residual path is enough: what the head looks at is untidy, whatever the seed.
  @Test(arguments: 1...3) func anUntidyMapIsCalledSo(seed: Int) throws {
    var panel = try still(
      TrainWidget.self, ["recipe": "copy", "seed": "\(seed)", "guess": "1"])
    panel.press(.end)
    #expect(
      panel.text.contains("You said itself. It becomes untidy, most like itself"), "\(panel.text)")
  }

  // MARK: What was measured

  /// What was right is told with the step at which it was tested.
  @Test func sharesAreThoseOfATest() throws {
    var panel = try still(TrainWidget.self, ["steps": "30", "guess": "skip"])
    panel.press(.end, .left)
    let tested = panel.text.split(separator: "\n").contains { $0.contains("(at step ") }
    #expect(tested, "\(panel.text)")
    panel.press(.right)
    #expect(!panel.text.contains("(at step "), "\(panel.text)")
  }

  @Test func theRunAsItIsStandsInTheTable() throws {
    var panel = try still(TrainWidget.self, ["steps": "30", "guess": "skip", "knob": "two heads"])
    panel.press(.end)
    let head = try #require(
      panel.transcript.first { $0.contains("as it is:") && $0.contains("step") })
    // Not wider than a narrow terminal.
    #expect(head.hasSuffix("  as it is: loss   right") && head.count <= 78, "\(head)")
  }

  /// As long as two steps are compared, what the signs mean is told.
  @Test func theSignsOfAComparisonStay() throws {
    var panel = try still(TrainWidget.self, ["steps": "12", "guess": "skip"])
    panel.press(.end, .character("v"), .left, .left)
    #expect(panel.text.contains("Against step 12: \"+\" looks there more than then, \"−\" less"))
    panel.press(.character("v"))
    #expect(!panel.text.contains("Against step"))
  }
}

extension String {
  /// How often a part stands in it.
  fileprivate func count(of part: String) -> Int {
    split(separator: part, omittingEmptySubsequences: false).count - 1
  }
}
