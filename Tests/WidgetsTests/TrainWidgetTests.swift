import Lab
import Models
import Notes
import Numerics
import Testing
import TextUI

@testable import Widgets

@Suite struct TrainWidgetTests {
  /// A panel whose training is done.
  private func trained(_ inputs: Inputs = Inputs(["recipe": "reverse"])) throws -> Panel<
    TrainWidget
  > {
    var panel = Panel(try TrainWidget(inputs))
    panel.isStill = false
    panel.finish()
    return panel
  }

  /// A slice is work of a few milliseconds, and all slices together are the training.
  @Test func itTrainsInSlices() throws {
    var panel = Panel(try TrainWidget(Inputs(["recipe": "reverse", "steps": "40"])))
    #expect(panel.isWorking && panel.text.contains("Training begins."))
    var slices = 0
    while panel.isWorking {
      _ = panel.update(.tick)
      slices += 1
    }
    #expect(slices > 5)
    let recipe = panel.widget.parameters.recipe
    var run = TrainingRun(recipe, seed: 1)
    run.advance(steps: 40)
    let (shown, curve) = (panel.widget.run?.curve, run.curve)
    #expect(shown == curve && curve.count == 41)
  }

  /// To scrub to a step shows what training to that step gives.
  @Test(arguments: [0, 7, 33])
  func scrubbingIsTraining(step: Int) throws {
    var panel = try trained(Inputs(["recipe": "reverse", "steps": "40"]))
    _ = panel.choose("step \(step)")
    let moment = try #require(panel.widget.moment)
    var run = TrainingRun(panel.widget.parameters.recipe, seed: 1)
    run.advance(steps: step)
    let look = Snapshot(step: step, decoder: run.decoder).look(at: moment.row.tokens)
    let (shown, trained) = (moment.look.map(layer: 0, head: 0), look.map(layer: 0, head: 0))
    #expect(moment.step == step && shown == trained)
    #expect(moment.said == look.said)
  }

  @Test func keysMoveThroughTime() throws {
    var panel = try trained(Inputs(["recipe": "reverse", "guess": "skip"]))
    func step() -> Int { panel.widget.parameters.step }
    panel.press(.right, .right, .left)
    #expect(step() == 1)
    panel.press(.character("}"), .character("}"), .character("{"))
    #expect(step() == 11)
    panel.press(.end, .right)
    #expect(step() == 150 && panel.status == "step 150 of 150   seed 1")
    panel.press(.home, .left)
    #expect(step() == 0)
    panel.press(.character("f"))
    let fall = panel.widget.run?.curve.steepestFall()
    #expect(step() == fall && step() > 5)
    // Where one looks is not a change.
    #expect(!panel.hasOwnNumbers && panel.isChanged)
    #expect(panel.press(.character("u")) == [.say("Nothing to undo")])
  }

  // MARK: Guessing first

  @Test func theFirstSpaceAsksAndAGuessStays() throws {
    var panel = try trained()
    #expect(panel.text.contains("Reverse a row: 1 layer of 1 head, 5,120 weights"))
    panel.press(.character(" "))
    #expect(panel.widget.isAsking && !panel.isPlaying)
    #expect(panel.text.contains("2 mirrored"))
    panel.press(.character("1"))
    #expect(panel.widget.parameters.guess == .made(1) && panel.isPlaying)
    // What is not seen yet is not told.
    #expect(!panel.text.contains("You said"))
    for _ in 0..<151 { panel.nextFrame() }
    #expect(!panel.isPlaying && panel.widget.parameters.step == 150)
    #expect(
      panel.text.contains(
        "✗ You said itself. It becomes mirrored: the last place looks at the first."))
    #expect(panel.widget.inputs["guess"] == "1")
    panel.press(.character("g"), .right, .enter)
    #expect(panel.text.contains("✓ You said mirrored."))
    panel.press(.end)
    #expect(!panel.isPlaying)
    // It was a guess at this run: another one is not judged by it.
    panel.press(.character("1"))
    panel.finish()
    panel.press(.end)
    #expect(panel.widget.parameters.knob == .noPositions && !panel.text.contains("You said"))
    panel.press(.character("1"), .end)
    #expect(panel.text.contains("✓ You said mirrored."))
  }

  /// In the plain mode a number answers, and a digit is a knob where nothing is asked.
  @Test func aLineAnswers() throws {
    var panel = try trained()
    panel.press(.character(" "))
    panel.isStill = true
    #expect(panel.choose("2") == [])
    #expect(panel.widget.parameters.guess == .made(2))
    // What it comes to is told at once.
    #expect(panel.text.contains("You said mirrored."))
    #expect(panel.choose("guess 3") == [])
    #expect(panel.widget.parameters.guess == .made(3))
    #expect(panel.choose("1") == [])
    #expect(panel.widget.parameters.knob == .noPositions)
  }

  /// A knob or a rate that is set before the guess is part of what is guessed, and no other run is judged
  /// by it.
  @Test(arguments: [
    ("rate = 0.05", "rate = 0.01", "at a rate of 0.05"),
    ("knob = two heads", "knob = none", "with two heads"),
    ("knob = no scale", "knob = none", "without √dₖ"),
  ])
  func whatIsChangedIsGuessedWith(line: String, back: String, phrase: String) throws {
    var panel = try trained(Inputs(["recipe": "reverse", "steps": "60"]))
    _ = panel.choose(line)
    panel.finish()
    let turned = try #require(panel.widget.parameters.turned)
    panel.press(.character(" "))
    #expect(
      panel.text.contains("Before you see it, \(phrase): in the end"), "\(panel.text)")
    panel.press(.character("2"), .end)
    #expect(panel.widget.parameters.turned == turned)
    #expect(panel.text.contains("You said mirrored."), "\(panel.text)")
    let draft = Draft(panel.draft.text)
    let again = Panel(try TrainWidget(TrainWidget.example), draft: draft).widget.parameters
    #expect(again == panel.widget.parameters)
    _ = panel.choose(back)
    panel.finish()
    panel.press(.end)
    #expect(!panel.text.contains("You said"), "\(panel.text)")
  }

  /// A knob on the command line is the widget's: the same run, loss by loss.
  @Test func aKnobIsThatOfTheCommandLine() throws {
    for recipe in TrainWidget.recipes {
      for (index, knob) in recipe.knobs.enumerated() {
        var panel = try trained(Inputs(["recipe": recipe.name, "steps": "2"]))
        panel.press(.character(Character("\(index + 1)")))
        panel.finish()
        let named = LabRecipe.named(recipe.name)
        for text in ["\(index + 1)", knob.word, knob.hyphenated] {
          let turned = try #require(named?.turned(text))
          var run = turned.recipe.start(seed: 1, steps: 2)
          run.advance(steps: 2)
          let curve = run.curve
          #expect(
            curve == panel.widget.run?.curve && turned.knob == knob, "\(recipe.name), \(text)")
        }
      }
      #expect(LabRecipe.named(recipe.name)?.turned("\(recipe.knobs.count + 1)") == nil)
    }
  }

  /// What the figures of the race depend on stands beside them, whatever is turned.
  @Test(arguments: ["none", "no scale"])
  func theSettingStandsBesideTheFigures(knob: String) throws {
    var panel = try trained(
      Inputs(["recipe": "scaling", "steps": "3", "guess": "skip", "knob": knob]))
    panel.press(.end)
    for size in [Size(columns: 79, rows: 21), Size(columns: 118, rows: 37)] {
      let text = panel.canvas(size.columns, size.rows).text.map(\.trimmed).joined(separator: " ")
      for part in ["LayerNorm, embeddings", "of variance 1", "rate 0.003"] {
        #expect(text.contains(part), "\(text)")
      }
    }
  }

  @Test func escapeSkips() throws {
    var panel = try trained()
    panel.press(.character(" "))
    #expect(panel.press(.escape) == [])
    #expect(panel.widget.parameters.guess == .skipped && panel.isPlaying)
    panel.press(.character(" "))
    #expect(!panel.isPlaying)
    // Once nothing is asked, it leads back as everywhere.
    #expect(panel.press(.escape) == [.back])
  }

  @Test func theFallIsGuessedOnAnEmptyCurve() throws {
    var panel = try trained(Inputs(["recipe": "reverse"]))
    _ = panel.choose("recipe = induction")
    _ = panel.choose("steps = 120")
    panel.finish()
    panel.press(.character("f"))
    #expect(panel.widget.isAsking && panel.widget.parameters.guess == .asking(60))
    panel.press(.right, .enter)
    #expect(panel.widget.parameters.guess == .made(62))
    panel.press(.end)
    let fall = try #require(panel.widget.run?.curve.steepestFall())
    let sign = (fall - 62).magnitude <= 12 ? "✓" : "✗"
    let words = "\(sign) You said step 62. It falls the fastest at step \(fall)"
    #expect(panel.text.contains(words), "\(panel.text)")
    let isClose = fall != 62 && (fall - 62).magnitude <= 24
    #expect(panel.text.contains("(within 12 is right)") == isClose)
  }

  /// What a map is called is what it looks like, not what its task is called.
  @Test func mapsAreNamedByWhatTheyAre() {
    for template in MapTemplate.allCases {
      let weights = template.weights(12)
      let nearest = MapTemplate.nearest(to: weights)
      #expect(nearest?.template == template && nearest?.isClear == true)
      for row in weights { #expect((row.reduce(0, +) - 1).magnitude < 1e-6) }
    }
    var generator = SeededGenerator(seed: 3)
    let random = (0..<12).map { _ in
      (0..<12).map { _ in generator.int(in: 0...9) == 0 ? Float(1) : 0 }
    }
    #expect(MapTemplate.nearest(to: random) == nil)
  }

  // MARK: Knobs

  @Test func aKnobRunsAgainBesideTheFirst() throws {
    var panel = try trained(Inputs(["recipe": "reverse", "guess": "skip"]))
    let curve = panel.widget.plain?.curve
    panel.press(.character("1"))
    #expect(panel.widget.parameters.knob == .noPositions && panel.isWorking)
    // The first run is not made again.
    let kept = panel.widget.plain?.curve
    #expect(kept == curve)
    panel.finish()
    panel.press(.end)
    let accuracy = try #require(panel.widget.run?.accuracy)
    #expect(accuracy < 0.5)
    #expect(panel.text.contains("as it is: loss"))
    #expect(panel.hasOwnNumbers)
    panel.press(.character("1"))
    #expect(panel.widget.parameters.knob == nil && !panel.isWorking)
    panel.press(.character("u"))
    #expect(panel.widget.parameters.knob == .noPositions && !panel.isWorking)
  }

  @Test func aRateTooHighIsShownAsWhatItIs() throws {
    var panel = try trained(
      Inputs(["recipe": "reverse", "knob": "too fast", "guess": "skip"]))
    let lost = panel.text.contains("At step")
    #expect(!lost, "what is not seen yet is not told")
    panel.press(.end)
    let at = try #require(panel.widget.run?.divergedAt)
    #expect(panel.text.contains("At step \(at) the loss"))
    #expect(panel.text.contains("the learning rate is too high."))
    for (columns, rows) in [(79, 21), (39, 9), (118, 37)] {
      let text = panel.canvas(columns, rows).text.joined(separator: " ")
      #expect(text.contains("At step \(at)"))
    }
    // Lost numbers open nothing.
    panel.press(.character(" "), .escape)
    _ = panel.choose("step \(at)")
    _ = panel.press(.enter)
  }

  /// A learning rate that is typed runs beside the recipe's own, and is taken back like a knob.
  @Test func aRateIsTyped() throws {
    var panel = try trained(Inputs(["recipe": "reverse", "steps": "30", "guess": "skip"]))
    let own = panel.widget.plain?.curve
    #expect(panel.choose("rate = 0.05") == [])
    panel.finish()
    panel.press(.end)
    let (plain, turned) = (panel.widget.plain?.curve, panel.widget.run)
    #expect(plain == own && turned?.recipe.optimiser.schedule.peak == 0.05)
    #expect(turned?.curve[0].loss == own?[0].loss && turned?.curve[5].loss != own?[5].loss)
    #expect(panel.text.contains("5,120 weights, rate 0.05") && panel.inputs["rate"] == "0.05")
    #expect(panel.canvas(79, 21).text.contains { $0.contains("rate 0.05") && $0.contains("as it") })
    #expect(panel.choose("rate = 0.01") == [])
    #expect(panel.inputs["rate"] == nil && panel.widget.run?.curve == own)
  }

  /// Where the loss is no number, that is what is shown, and where it began.
  @Test func aLossThatIsNoNumberIsShownAsWhatItIs() throws {
    var panel = try trained(
      Inputs(["recipe": "reverse", "steps": "30", "rate": "1e12", "guess": "skip"]))
    panel.press(.end)
    let run = try #require(panel.widget.run)
    #expect(run.loss?.isNaN == true && run.divergedAt == 1)
    #expect(
      panel.text.contains("At step 1 the loss was not a number any more, and the run ended: "),
      "\(panel.text)")
    #expect(panel.canvas(79, 21).text.contains { $0.contains("NaN") })
  }

  /// Of weights that are no numbers nothing is opened, said, counted or compared.
  @Test func lostWeightsAreNoNumbers() throws {
    var panel = try trained(
      Inputs(["recipe": "reverse", "steps": "30", "rate": "1e12", "guess": "skip"]))
    panel.press(.end)
    let said = "\(panel.press(.enter))"
    #expect(said.contains("Its weights are no numbers any more"), "\(said)")
    #expect(panel.text.contains("✓ 0  ✗ 12"), "\(panel.text)")
    #expect(panel.text.contains("weights in tenths, ? no number:"), "\(panel.text)")
    panel.press(.character("v"))
    let map = panel.canvas(79, 21).text.filter { $0.contains("××") }
    #expect(map.count >= 8, "\(panel.canvas(79, 21).text)")
  }

  @Test func twoStepsAreCompared() throws {
    var panel = try trained(Inputs(["recipe": "reverse", "guess": "skip"]))
    panel.press(.character("v"), .end)
    #expect(panel.widget.parameters.with == 0)
    let picture = panel.canvas(79, 21).text.joined(separator: "\n")
    #expect(picture.contains("+ ") && !picture.contains("− "))
    panel.press(.character("v"), .character("v"), .home)
    #expect(panel.widget.parameters.with == 150)
    #expect(panel.canvas(79, 21).text.joined().contains("− "))
    panel.press(.character("v"))
    #expect(!panel.canvas(79, 21).text.joined().contains("+ "))
  }

  // MARK: Inputs

  @Test(arguments: [
    ("recipe = revers", "there is no \"revers\": did you mean reverse?"),
    ("seed = -1", "seed: −1 is not between 0 and 1000000000"),
    ("steps = 0", "steps: 0 is not between 1 and 5000"),
    ("steps = 1000000000", "steps: 1000000000 is not between 1 and 5000"),
    ("step = 151", "step: 151 is not between 0 and 150"),
    ("knob = 9", "knob cannot be read: write none, or a number or name of: 1 no positions"),
    ("knob = two layers", "knob cannot be read: write none"),
    ("with = 200", "with: 200 is not between 0 and 150"),
    ("rate = -1", "rate: −1 is not between 0 and "), ("rate = fast", "rate: "),
    ("guess = 5", "guess: 5 is not between 1 and 4"),
    ("guess = x", "guess cannot be read: write a whole number"),
  ])
  func whatIsWrongIsToldWithItsRemedy(line: String, words: String) throws {
    var panel = Panel(try TrainWidget(Inputs(["recipe": "reverse"])))
    let said = panel.choose(line)
    guard case .say(let text)? = said?.first else {
      Issue.record("\(line) was taken")
      return
    }
    let plain = words.split(separator: "−").joined(separator: "-")
    #expect(text.contains(words) || text.contains(plain), "\(text)")
  }

  @Test func aDraftIsAFewWords() throws {
    var panel = try trained()
    panel.press(.character(" "), .character("2"))
    panel.press(.character("3"))
    _ = panel.choose("step 96")
    let draft = panel.draft
    #expect(draft.text.utf8.count < 300)
    var again = Panel(try TrainWidget(TrainWidget.example), draft: Draft(draft.text))
    #expect(again.widget.parameters == panel.widget.parameters)
    #expect(again.isWorking)
    again.finish()
    panel.finish()
    again.press(.character("~"))
    #expect(again.text == panel.text)
  }

  /// What is written is what is looked at.
  @Test func whatIsLookedAtIsExported() throws {
    var panel = try trained(Inputs(["recipe": "induction", "steps": "3", "guess": "skip"]))
    panel.press(.tab, .down, .down)
    let place = panel.cursor.row + 1
    let text = try #require(panel.files.first { $0.ending == "md" }?.text)
    #expect(place == 3 && text.contains("L1H0: place 3 ("), "\(text.suffix(400))")
  }

  // MARK: The stepper

  /// The stepper's attention on a head's own numbers is the map of that head.
  @Test(arguments: ["reverse", "induction"])
  func theStepperGetsTheHeadsOwnNumbers(recipe: String) throws {
    let panel = try trained(Inputs(["recipe": recipe, "steps": "60", "step": "60"]))
    let moment = try #require(panel.widget.moment)
    for (index, head) in TrainMoment.heads(moment.look.shape).enumerated() {
      let inputs = try #require(moment.stepperInputs(head: index, panel.widget.names))
      func matrix(_ key: String) throws -> Numerics.Matrix {
        let rows = try #require(inputs[key]).split(separator: ";").map { row in
          row.split(separator: " ").compactMap { Double($0) }
        }
        let matrix = Numerics.Matrix(rows)
        return try #require(matrix)
      }
      let attention = try MultiHeadAttention(
        query: matrix("Q"), key: matrix("K"), value: matrix("V"), heads: 1,
        mask: inputs["mask"] == "causal" ? .causal : .none, scale: .auto)
      let map = moment.look.map(layer: head.layer, head: head.head)
      for (row, weights) in map.enumerated() {
        for (column, weight) in weights.enumerated() {
          let computed = attention.heads[0].weights[row, column]
          #expect((computed - Double(weight)).magnitude < 1e-4)
        }
      }
    }
  }

  /// A knob may give the model heads that the run beside it lacks: these have nothing to be compared with.
  @Test(arguments: ["v", "3"])
  func aHeadThatTheOtherRunLacks(first: Character) throws {
    var panel = try trained(Inputs(["recipe": "reverse", "steps": "3", "guess": "skip"]))
    for key in [first, first == "v" ? "3" : "v"] { panel.press(.character(key)) }
    panel.finish()
    panel.press(.end)
    #expect(panel.text.contains("L0H1") && panel.inputs["knob"] != nil)
    #expect(!panel.canvas(79, 21).text.isEmpty)
  }

  /// Enter opens the stepper on each head of these, with their own numbers, and it can be walked.
  @Test(arguments: ["reverse", "induction", "sort", "instructions"])
  func enterOpensTheStepper(recipe: String) throws {
    var panel = try trained(Inputs(["recipe": recipe, "steps": "3"]))
    let inputs = try #require(panel.widget.moment?.stepperInputs(head: 0, panel.widget.names))
    let order = recipe == "instructions" ? " sort," : ""
    #expect(inputs["source"] == "L0H0 of \(recipe),\(order) seed 1, step 0")
    let cell = panel.cursor
    // At the place that this one looks at most.
    let weights = try #require(panel.widget.moment?.look.map(layer: 0, head: 0)[cell.row])
    let key = try #require(weights.max().flatMap(weights.firstIndex))
    let place = "\(cell.row + 1) \(key + 1)"
    #expect(panel.press(.enter) == [.open("attention", inputs.with("cursor", place))])
    let text = panel.text
    var stepper = try AttentionWidget.opened(inputs)
    stepper.press(.tab, .end, .down)
    for (columns, rows) in [(79, 21), (39, 9), (118, 37)] {
      #expect(stepper.canvas(columns, rows).text.contains { !$0.trimmed.isEmpty })
    }
    #expect(panel.text == text)
  }

  /// A head of 256 columns does not fit, and is not offered.
  @Test func whatIsTooLargeIsNotOffered() throws {
    var panel = try trained(Inputs(["recipe": "scaling", "steps": "1"]))
    #expect(!panel.keys.contains { $0.word == "open" && $0.footer != nil })
    guard case .say(let text)? = panel.press(.enter).first else {
      Issue.record("nothing said")
      return
    }
    #expect(text.hasPrefix("A head 256 wide is more than the stepper shows (128)"))
  }
}
