import Libc
import TerminalTesting
import Testing

/// `attend train`, as it is typed.
@Suite struct TrainTests {
  @Test func recipesAreListedAndTrained() throws {
    let bench = try Workbench()
    let list = try bench.run(["train"])
    #expect(list.status == 0)
    for name in ["reverse", "copy", "shift", "sort", "induction", "instructions"] {
      #expect(list.output.contains("\n\(name)  "), "\(list.output)")
    }
    #expect(try bench.run(["train", "--json"]).output.contains("{\"name\":\"reverse\",\"title\":"))
    let run = try bench.run(["train", "reverse", "--seed", "2"])
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(run.status == 0 && lines[1] == "5,120 weights, 150 steps, seed 2")
    #expect(lines.contains { $0.hasPrefix("99 %        right at step ") }, "\(run.output)")
    // The seed decides all but the seconds.
    func withoutTime(_ text: String) -> [Substring] {
      text.split(separator: "\n").filter { !$0.hasPrefix("steps  ") }
    }
    let again = try bench.run(["train", "reverse", "--seed", "2"])
    #expect(withoutTime(again.output) == withoutTime(run.output))
    let short = try bench.run(["train", "copy", "--steps", "3", "--json"])
    #expect(short.output.hasPrefix("{\"version\":1,\"recipe\":\"copy\",\"seed\":1,"))
    #expect(short.output.contains("\"steps\":3,") && short.output.hasSuffix("}\n"))
    let ascii = try bench.run(["train", "scaling", "--steps", "2", "--ascii", "--width", "40"])
    #expect(ascii.output.allSatisfy { $0.isASCII })
    #expect(ascii.output.split(separator: "\n").allSatisfy { line in line.count <= 40 })
  }

  @Test func aRateThatIsTooHighIsToldWithTheStep() throws {
    let bench = try Workbench()
    // The distance grows by 1.5 a step, the loss by 2.25: 2.25^18 is over two million.
    let run = try bench.run(["train", "descent-too-fast"])
    #expect(run.status == 0 && run.output.contains("\ndiverged    at step 18: "), "\(run.output)")
    let json = try bench.run(["train", "descent-too-fast", "--json"])
    #expect(json.output.contains("\"divergedAt\":18,"))
  }

  /// A rate of one's own is said with the run that it makes.
  @Test func aRateMayBeGiven() throws {
    let bench = try Workbench()
    let run = try bench.run(["train", "reverse", "--rate", "0.05", "--steps", "4"])
    #expect(run.status == 0 && run.output.contains(", seed 1, rate 0.05\n"), "\(run.output)")
    let json = try bench.run(["train", "reverse", "--rate", "1e12", "--json"]).output
    #expect(
      json.contains("\"rate\":1000000000000") && json.contains("\"divergedAt\":1,"), "\(json)")
    #expect(json.contains("\"loss\":null"), "\(json)")
    let lost = try bench.run(["train", "reverse", "--rate", "1e12"]).output
    #expect(lost.contains("at step 1: there the loss was not a number any more"), "\(lost)")
    #expect(lost.contains("99 %        not reached: not a number since step 1\n"), "\(lost)")
    let descent = try bench.run(["train", "descent", "--rate", "5", "--width", "60"]).output
    #expect(descent.hasPrefix("descent: Roll down one weight's loss\n"), "\(descent)")
    #expect(descent.contains(", rate 5\n"), "\(descent)")
    let narrow = try bench.run(["train", "reverse", "--steps", "1", "--width", "20"]).output
    #expect(narrow.contains("left out: "), "\(narrow)")
  }

  /// What the widget takes away can be taken away here, by its number or its name.
  @Test func aKnobMayBeTurned() throws {
    let bench = try Workbench()
    let list = try bench.run(["train"]).output
    #expect(list.contains("   knobs: 1 no positions, 2 no scale, 3 two heads,\n"), "\(list)")
    // What is no digit on the screen has no number here.
    #expect(list.contains("   knobs: rows of 8\n"), "\(list)")
    let words = ["train", "scaling", "--steps", "3", "--json"]
    func withoutTime(_ text: String) -> [Substring] {
      text.split(separator: ",").filter { !$0.contains("seconds") }
    }
    let turned = try bench.run(words + ["--knob", "1"]).output
    #expect(turned.contains("\"knob\":\"no scale\","), "\(turned)")
    for name in ["no scale", "no-scale", "No Scale", "no √dₖ"] {
      #expect(withoutTime(try bench.run(words + ["--knob", name]).output) == withoutTime(turned))
    }
    #expect(withoutTime(try bench.run(words).output) != withoutTime(turned))
    // The setting stands beside the figures, turned or not.
    for knob in [[], ["--knob", "1"]] {
      let told = try bench.run(["train", "scaling", "--steps", "1"] + knob).output
      #expect(
        told.contains(
          "\nLayerNorm, embeddings of variance 1, 256 wide, batches of 16, rate 0.003\n"), "\(told)"
      )
      #expect(told.contains(", seed 1, without √dₖ\n") == !knob.isEmpty, "\(told)")
    }
    let shell = try bench.run(["completions", "bash"]).output
    #expect(shell.contains("--knob)") && shell.contains("no-scale"))
  }

  /// Rows of a pre-training may be short here too, and what is counted as a knob is named with its number.
  @Test func aPreTrainingHasAKnob() throws {
    let bench = try Workbench()
    let words = ["train", "pre-training", "--steps", "1", "--json"]
    let turned = try bench.run(words + ["--knob", "rows-of-8"]).output
    #expect(turned.contains("\"knob\":\"rows of 8\","), "\(turned)")
    func parameters(_ text: String) -> Substring? {
      text.split(separator: ",").first { $0.contains("parameters") }
    }
    // Fewer tokens have fewer parameters.
    #expect(parameters(turned) != parameters(try bench.run(words).output))
    let refused = try bench.run(["train", "pre-training", "--knob", "no-scale"])
    #expect(refused.errors.contains("pre-training has no \"no-scale\"; it has rows of 8"))
  }

  /// In lines the word of the digits takes one of them, and a guess is taken by its word.
  @Test func aGuessIsTakenByItsWord() throws {
    let bench = try Workbench()
    let lines = ["guess first", "knob", "fall", "take", "quit"]
    let run = try bench.run(
      ["widget", "train", "--plain"], input: lines.joined(separator: "\n") + "\n")
    #expect(run.output.contains("knob takes a number: knob 1 to knob 4"), "\(run.output)")
    #expect(run.output.contains("First a guess: type 1–4, or take; esc skips"), "\(run.output)")
    #expect(run.output.contains("You said itself"), "\(run.output)")
    #expect(!run.output.contains("is not a command here"))
  }

  /// In lines the keys of a figure are words: their names, and what the footer says of them.
  @Test(arguments: ["space", "Space", "play", "guess first"]) func keysAreWords(ask: String) throws
  {
    let bench = try Workbench()
    let lines = [ask, "2", "home", "end", "enter", "back", "quit"]
    let run = try bench.run(
      ["widget", "train", "--plain"], input: lines.joined(separator: "\n") + "\n")
    #expect(run.output.contains("Before you see it"), "\(run.output)")
    #expect(run.output.contains("You said mirrored"))
    #expect(run.output.contains("step 0 of 150") && run.output.contains("step 150 of 150"))
    #expect(run.output.contains("L0H0 of reverse, seed 1, step 150"), "\(run.output)")
    #expect(!run.output.contains("is not a command here"))
  }

  @Test func mistakesAreAnsweredWithARemedy() throws {
    let bench = try Workbench()
    for (words, text) in [
      (["revrese"], "train knows no \"revrese\"; did you mean reverse?"),
      (["poetry"], "train knows no \"poetry\"; `attend train` lists what it knows"),
      (["reverse", "--steps", "0"], "--steps is a whole number from 1 to 100000, not \"0\""),
      (["reverse", "--steps", "1000000000"], "from 1 to 100000, not \"1000000000\""),
      (["reverse", "--seed", "x"], "--seed is a whole number from 0 to "),
      (["induct"], "train knows no \"induct\"; did you mean induction?"),
      (["reverse", "--rate", "fast"], "--rate: "),
      (["reverse", "--rate", "-1"], "--rate is a number from 0 to 1e12, not \"-1\""),
      (["preferences", "--rate", "1"], "--rate: preferences has no rate to change"),
      (["descent", "--seed", "3"], "--seed: nothing in descent is random"),
      (
        ["reverse", "--knob", "5"],
        "--knob: reverse has no \"5\"; it has 1 no positions, 2 no scale"
      ),
      (["reverse", "--knob", "0"], "--knob: reverse has no \"0\"; it has 1 no positions"),
      (
        ["reverse", "--knob", "no-scales"],
        "--knob: reverse has no \"no-scales\"; did you mean no scale? It has 1 no positions"
      ),
      (
        ["scaling", "--knob", "two-heads"],
        "--knob: scaling has no \"two-heads\"; it has 1 no scale"
      ),
      (
        ["reverse", "--knob", "1", "--knob", "no-scale"],
        "--knob is given twice, \"1\" and \"no-scale\": leave one of them out"
      ),
      (["reverse", "--seed=1", "--seed", "2"], "--seed is given twice, \"1\" and \"2\""),
      (["preferences", "--knob", "1"], "--knob: preferences has no knobs; these have: reverse, "),
      (["--knob", "1"], "--knob needs a recipe: attend train reverse --knob 1"),
      (["--rate", "5"], "--rate needs a recipe: attend train reverse --rate 5"),
      (["--steps", "5"], "--steps needs a recipe: attend train reverse --steps 5"),
    ] {
      let run = try bench.run(["train"] + words)
      #expect(run.status == 2 && run.errors.contains(text), "\(run.errors)")
      #expect(run.output.isEmpty)
    }
  }

  @Test func theCommandWinsOverAFileOfItsName() throws {
    let bench = try Workbench()
    try bench.write("train", "# Trains\n\n## Steam\n\nThey run on rails.\n")
    #expect(try bench.run(["train"]).output.contains("\nreverse  "))
    #expect(try bench.run(["show", "steam", "./train"]).output.contains("rails"))
    #expect(try bench.run(["./train", "--plain"], input: "quit\n").output.contains("Trains"))
  }

  /// What was reached is told, and then the key does what a shell expects of it.
  @Test func controlCEndsATrainingWell() throws {
    let bench = try Workbench()
    let terminal = try bench.start(["train", "induction-one-layer", "--steps", "100000"])
    try terminal.wait(for: "loss")
    terminal.send("\u{3}")
    #expect(try terminal.waitForExit() == 128 + SIGINT)
    #expect(terminal.screen.lines.contains { $0.contains("; stopped there") })
  }

  /// A reader that goes after the first lines is not a reason to complain, nor to train on.
  @Test func aClosedPipeEndsIt() throws {
    let bench = try Workbench()
    let run = try bench.run(
      after: "\"$0\" train induction-one-layer --steps 100000 | head -1; set -- --version", [])
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    #expect(run.output.hasPrefix("induction-one-layer: "))
  }
}
