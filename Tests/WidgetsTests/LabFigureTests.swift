import JSONText
import Lab
import Models
import Notes
import TestSupport
import Testing
import TextUI

@testable import Widgets

/// What holds for each figure of the lab.
@Suite struct LabFigureTests {
  private static let figures = allWidgets.filter { $0 is any LabFigure.Type }.map { $0.name }

  /// A figure that learnt for a few steps.
  private func opened(
    _ name: String, isStill: Bool = false, skips: Bool = false
  ) throws -> any WidgetPanel {
    let type = try #require(allWidgets.first { $0.name == name })
    let inputs = type.example.with("steps", "12")
    var panel = try type.opened(skips ? inputs.with("guess", "skip") : inputs)
    panel.isStill = isStill
    panel.finish()
    return panel
  }

  @Test func thereAreSeven() { #expect(Self.figures.count == 7) }

  /// Asked, answered, played to the end: then the guess stands beside the truth.
  @Test(arguments: figures)
  func aGuessComesFirst(name: String) throws {
    var panel = try opened(name)
    if name == "preferences" { panel.press(.left, .right, .left) }
    panel.finish()
    panel.press(.character(" "))
    #expect(panel.inputs["guess"] == "ask", "\(panel.text)")
    #expect(!panel.isPlaying)
    panel.press(.right, .enter)
    #expect(panel.isPlaying)
    for _ in 0..<3_100 where panel.isPlaying { panel.nextFrame() }
    #expect(!panel.isPlaying)
    #expect(panel.inputs["guess"].flatMap { Int($0) } != nil)
    #expect(panel.text.contains("You said"), "\(panel.text)")
    let lines = panel.canvas(79, 21).text.joined(separator: " ")
    #expect(lines.contains("You said"))
  }

  /// On the pages of a low screen stand all rows of all maps.
  @Test(
    arguments: [
      ("train", ["L0H0"], 12), ("instructions", ["copy", "reverse", "shift", "sort"], 11),
    ], [39, 63])
  func pagesHoldWholeMaps(_ figure: (name: String, maps: [String], count: Int), columns: Int) throws
  {
    let (name, maps, count) = figure
    var panel = try opened(name, skips: true)
    _ = panel.update(.resized(Size(columns: columns, rows: 9)))
    var (before, seen): ([String], [String]) = ([], [])
    panel.press(.pageDown)
    while panel.canvas(columns, 9).text != before {
      before = panel.canvas(columns, 9).text
      seen += before
      panel.press(.pageDown)
    }
    for map in maps {
      let part = try Regex(
        "\\b\(map) (?: rows )?([0-9]+)–([0-9]+)", as: (Substring, Substring, Substring).self)
      let rows = seen.compactMap { $0.firstMatch(of: part) }.flatMap { match in
        Int(match.1).flatMap { first in Int(match.2).map { Array(first...$0) } } ?? []
      }
      #expect(rows.sorted() == Array(1...count), "\(map): \(rows)\n\(seen.joined(separator: "\n"))")
    }
  }

  @Test(arguments: figures)
  func escapeSkipsAndThenLeads(name: String) throws {
    var panel = try opened(name)
    if name == "preferences" { panel.press(.character("a")) }
    panel.press(.character("g"))
    #expect(panel.inputs["guess"] == "ask")
    #expect(panel.press(.escape) == [])
    #expect(panel.inputs["guess"] == "skip")
    panel.press(.character("g"), .escape, .character(" "))
    #expect(panel.press(.escape) == [.back])
  }

  /// Where nothing is to move, the end is shown at once; there Space says that it is the end.
  @Test(arguments: figures)
  func stillFiguresShowTheEndAtOnce(name: String) throws {
    var panel = try opened(name, isStill: true)
    if name == "preferences" { panel.press(.left, .right, .left) }
    panel.finish()
    panel.press(.character("g"), .right, .enter)
    #expect(!panel.isPlaying && panel.text.contains("You said"), "\(panel.text)")
    let end = panel.inputs["step"]
    #expect(!panel.keys.contains { $0.footer?.text == "again" })
    #expect("\(panel.press(.character(" ")))".contains("This is the end; Home"))
    #expect(!panel.isPlaying && panel.inputs["step"] == end)
    panel.press(.home)
    #expect(panel.inputs["step"] != end)
    panel.press(.character(" "))
    #expect(panel.inputs["step"] == end)
  }

  /// On a wide screen what is said of it, its knobs and what is worth a try stand at the side.
  @Test(arguments: figures)
  func aWideScreenHasTwoPanes(name: String) throws {
    var panel = try opened(name, skips: true)
    panel.press(.end)
    let lines = panel.canvas(118, 37).text
    #expect(lines.allSatisfy { $0.contains("│") })
    let side = lines.map { String($0.drop { $0 != "│" }) }.joined(separator: "\n")
    #expect(side.contains("Try") && side.contains("1 "), "\(side)")
    #expect(!panel.canvas(79, 21).text.joined().contains("│  Try"))
  }

  /// No key shows a step before it was guessed, or given up: it asks.
  @Test(arguments: figures)
  func nothingIsSeenBeforeItIsGuessed(name: String) throws {
    let type = try #require(allWidgets.first { $0.name == name })
    let fresh =
      name == "preferences"
      ? Inputs(["steps": "30", "choices": "abba", "step": "0"])
      : type.example.with("steps", "12")
    for first in [nil, "1", "2", "4", "m", "t", "+", "v", "x", "r"] as [Character?] {
      var start = try type.opened(fresh)
      start.isStill = true
      start.finish()
      if let first { start.press(.character(first)) }
      start.finish()
      for key in [.right, .end, .character("}"), .character("f"), .character("p")] as [Key] {
        var panel = start
        panel.press(key)
        panel.finish()
        let isHidden = panel.inputs["step"].map { $0 == "0" } ?? true
        let said = ["You said", "the run ended", "The run ended", "steps it is"]
        let isKept = panel.inputs["guess"] == "ask" || name == "preferences" || isHidden
        #expect(isKept, "\(first ?? " ") \(key): \(panel.inputs)")
        #expect(!said.contains { panel.text.contains($0) }, "\(panel.text)")
      }
    }
  }

  /// On a low screen all of it stands on pages: the curve, and what each knob is, the turned one in
  /// brackets; keys through time leave the page that is looked at.
  @Test(arguments: figures)
  func aLowScreenHasPages(name: String) throws {
    var panel = try opened(name, isStill: true, skips: true)
    if name == "preferences" { panel.press(.left, .right) }
    panel.press(.character("2"), .end)
    panel.finish()
    let size = Size(columns: 40, rows: 9)
    _ = panel.update(.resized(size))
    func shown() -> [String] { panel.canvas(40, 9).text }
    #expect(panel.keys.contains { $0.keys == [.pageDown] && $0.footer?.text == "the rest" })
    var pages: [[String]] = []
    for _ in 0..<12 {
      panel.press(.pageDown)
      if shown() != pages.last { pages.append(shown()) }
    }
    let all = pages.joined().joined(separator: "\n")
    #expect(pages.count > 1 && all.contains("page 1 of \(pages.count)"), "\(all)")
    #expect(all.contains("2 [") && all.contains("Try"), "\(all)")
    let axis = pages.first { page in page.contains { $0.contains("[12]") } }
    #expect(axis != nil, "\(all)")
    guard let axis, let at = pages.firstIndex(of: axis) else { return }
    for _ in 0..<(pages.count - 1 - at) { panel.press(.pageUp) }
    #expect(shown() == axis)
    panel.press(.left)
    #expect(
      shown().contains { $0.contains("[11]") } && shown().last?.contains("page \(at + 1)") == true,
      "\(shown())")
    panel.press(.character("g"))
    #expect(!shown().joined().contains("page "))
  }

  /// In lines a question invites to be asked, and tables are as narrow as a terminal.
  @Test(arguments: figures)
  func linesInviteAndFit(name: String) throws {
    var panel = try opened(name)
    if name == "preferences" { panel.press(.left, .right) }
    panel.finish()
    #expect(panel.text.contains("type guess, and then your answer."), "\(panel.text)")
    panel.press(.character("g"))
    #expect(panel.text.contains("; esc skips."), "\(panel.text)")
    panel.press(.escape, .character("1"), .end)
    panel.finish()
    panel.press(.end)
    for line in panel.transcript where line.hasPrefix("  ") && !line.contains("[") {
      #expect(line.count <= 80, "\(line)")
    }
  }

  /// A draft is a few words, and makes the same again. What notes were learnt in other ways before is
  /// kept nowhere.
  @Test(arguments: figures.filter { $0 != "own-notes" })
  func aDraftIsAFewWords(name: String) throws {
    var panel = try opened(name, skips: true)
    panel.press(.character("2"), .end)
    panel.finish()
    let draft = panel.draft
    #expect(draft.text.utf8.count < 400)
    let type = try #require(allWidgets.first { $0.name == name })
    var again = try type.opened(draft.origin, draft: Draft(draft.text))
    while again.isWorking { _ = again.update(.tick) }
    // That it is as it was left is said until the next key.
    again.press(.character("~"))
    #expect(again.inputs == panel.inputs && again.text == panel.text)
  }

  /// Nothing of a figure is wider than the screen, and its curve is there where there is room.
  @Test(arguments: figures)
  func eachSizeShowsWhatMatters(name: String) throws {
    var panel = try opened(name, skips: true)
    panel.press(.end)
    for (columns, rows) in [(79, 21), (39, 9), (118, 37)] {
      for ascii in [false, true] {
        let text = panel.canvas(columns, rows, ascii: ascii).text
        #expect(text.contains { !$0.trimmed.isEmpty })
        if ascii {
          let strange = text.joined().unicodeScalars.filter {
            ASCIIForm.of($0.value) == UInt8(ascii: "?") && $0 != "?"
          }
          #expect(strange.isEmpty, "\(name): \(strange.map { String($0) })")
        }
      }
    }
  }

  // MARK: Scripts

  /// The parameters in a script are those that the training begins with, bit for bit.
  @Test(arguments: [Recipe.reverse, .induction, .sort])
  func aScriptBeginsWithTheSameParameters(recipe: Recipe) throws {
    let script = TrainScript(recipe, seed: 7).text
    let parts = script.split(separator: "\"\"\"")
    let digits = try #require(parts.dropFirst().first).filter { $0.isHexDigit }
    var numbers: [UInt32] = []
    var rest = Array(digits)[...]
    while rest.count >= 8 {
      let bytes = (0..<4).map {
        UInt32(String(rest[rest.startIndex + 2 * $0..<rest.startIndex + 2 * $0 + 2]), radix: 16)
          ?? 0
      }
      numbers.append(bytes[0] | bytes[1] << 8 | bytes[2] << 16 | bytes[3] << 24)
      rest = rest.dropFirst(8)
    }
    #expect(numbers == Decoder<Float>(recipe.shape, seed: 7).parameters.map(\.bitPattern))
  }

  /// The first ten losses are those that the exported scripts come to in NumPy.
  @Test func lossesAreNumPys() throws {
    let path = "\(Files.tests)/Fixtures/lab/losses.json"
    let json = try JSON.parse(utf8: try Files.bytes(of: path))
    for recipe in LabRecipe.all {
      guard let losses = json[recipe.name]?["losses"]?.array?.compactMap(\.double) else { continue }
      var run = recipe.start(seed: 1)
      run.advance(steps: run.preparation + 10)
      #expect(losses.count == 10)
      for (theirs, ours) in zip(losses, run.curve) {
        #expect((theirs - ours.loss).magnitude < 1e-4, "\(recipe.name), step \(ours.step)")
      }
    }
    #expect(json["reverse"] != nil && json["induction"] != nil)
  }

  // MARK: Each of them

  @Test func descentEndsAsItsRateDecides() throws {
    func outcome(_ inputs: Inputs) throws -> DescentOutcome {
      DescentOutcome(try DescentWidget(inputs).run)
    }
    #expect(try outcome(Inputs(["rate": "0.01"])) == .onItsWay)
    #expect(try outcome(Inputs(["rate": "0.3"])) == .straight)
    // Past the bottom and back, by half the distance each time.
    #expect(try outcome(Inputs(["rate": "1.5"])) == .swinging)
    #expect(try outcome(Inputs(["rate": "2.5"])) == .flownOff)
    // From one side to the other for ever: a higher rate would not help.
    let swinging = try DescentWidget(Inputs(["rate": "2"])).run
    #expect(DescentOutcome(swinging) == .onItsWay)
    #expect(DescentOutcome.words(swinging).contains("a lower rate"))
    for shape in DescentShape.allCases {
      let runs = try shape.rates.map { rate in
        try outcome(Inputs(["landscape": shape.rawValue, "rate": "\(rate)"]))
      }
      #expect(runs[0] == .onItsWay && runs[2] == .flownOff, "\(shape): \(runs)")
      #expect([.straight, .swinging].contains(runs[1]), "\(shape): \(runs)")
    }
  }

  @Test func oneModelFollowsTheOrderThatItReads() throws {
    let widget = try InstructionsWidget(
      Inputs(["row": "3 1 4 1 5 9 2 6 5 3", "steps": "4"]))
    var panel = Panel(widget)
    panel.finish()
    let moments = try #require(panel.widget.moments)
    #expect(moments.map { $0.row.tokens[0] } == [10, 11, 12, 13])
    for moment in moments {
      #expect(moment.row.tokens.dropFirst() == [3, 1, 4, 1, 5, 9, 2, 6, 5, 3])
    }
    #expect(moments[1].row.targets.dropFirst() == [3, 5, 6, 2, 9, 5, 1, 4, 1, 3])
    #expect(moments[0].parameters == moments[3].parameters)
    #expect(throws: Diagnostic.self) { try InstructionsWidget(Inputs(["row": "1 2 3"])) }
  }

  /// However many answers are right, how many stands beside the name of its order.
  @Test(arguments: Order.allCases, 0...10) func theCountHasRoom(order: Order, right: Int) {
    let places = InstructionsWidget.length + 1
    var map = HeadMap(
      name: order.rawValue, note: InstructionsWidget.note(right: right),
      weights: Array(repeating: Array(repeating: 0, count: places), count: places),
      tokens: Array(repeating: "1", count: places))
    map.isFocused = true
    let title = map.lines(cell: 1, rows: places + 2, ascii: false)[0].text
    #expect(title.contains(right == 10 ? " all" : " \(right)/10"), "\(title)")
  }

  /// The sentence on a head's line says what is so: another head may have it.
  @Test func whereAnOrderIsLookedUp() {
    func words(_ masses: [Double?], isLearnt: Bool = true) -> String {
      InstructionsWidget.place(
        of: 0, masses.enumerated().map { ("L1H\($0.offset)", $0.element) }, isLearnt: isLearnt)
    }
    #expect(
      words([0.08, 0.97])
        == "8 % on its line, by chance 9 %: another head, L1H1, has it (97 %).")
    // More than chance gives is not called less.
    #expect(
      words([0.1, 0.2]) == "10 % on its line, by chance 9 %: no head does it by looking there.")
    #expect(words([0.19, 0.97]) == "19 % on its line.")
    #expect(words([0.08, 0.97], isLearnt: false) == "8 % on its line.")
    #expect(words([0.95, 0.1]) == "95 % on its line.")
    #expect(words([nil, 0.1]) == "This order has no line: the row decides.")
    #expect(words([0.08, 0.97]).count <= 79)
  }

  /// What is asked is asked of all parameters, with their number, and of the run as it is set.
  @Test func instructionsAskForParametersAndLeadToTheFall() throws {
    var panel = Panel(try InstructionsWidget(Inputs(["steps": "40"])))
    panel.press(.character("2"))
    panel.finish()
    panel.press(.character(" "))
    let count = LabText.grouped(Decoder<Float>(panel.widget.shape).parameters.count)
    #expect(panel.text.contains("how many of the model's \(count) parameters"), "\(panel.text)")
    panel.press(.character("1"), .end)
    #expect(panel.widget.parameters.knob == .oneLayer)
    #expect(panel.text.contains("✓ You said none of them. Of \(count) parameters none differ"))
    panel.press(.character("f"))
    let fall = panel.widget.run?.curve.steepestFall()
    #expect(panel.widget.parameters.step == fall && fall != nil)
  }

  /// What was seen of one rank is there again when another one is taken back.
  @Test func anotherRankIsTakenBack() throws {
    var panel = Panel(
      try FineTuningWidget(Inputs(["method": "lora", "steps": "12", "guess": "50"])))
    #expect(panel.status.hasPrefix("old task: trained 0 of "), "\(panel.status)")
    panel.isStill = true
    panel.finish()
    panel.press(.end)
    let (text, inputs) = (panel.text, panel.inputs)
    #expect(panel.status == "step 12 of 12   seed 1" && text.contains("You said 50"), "\(text)")
    panel.press(.character("+"))
    while panel.widget.run(.lora)?.tuned == nil { _ = panel.update(.tick) }
    #expect(panel.status.contains("LoRA: trained ") && panel.status.contains(" of 12"))
    panel.finish()
    panel.press(.character("u"))
    #expect(panel.inputs == inputs && panel.text == text, "\(panel.text)")
  }

  /// The optimum for any β lies where the most reward is had at its distance; both policies begin at
  /// the start, and end near it.
  @Test func rewardHasItsPrice() throws {
    var run = PreferencesRun(.quality, count: 200, beta: 0.5, seed: 1, steps: 3_000)
    run.advance(steps: 3_000)
    let frontier = RewardFrontier(run, at: 3_000)
    for (near, far) in zip(frontier.best, frontier.best.dropFirst()) {
      #expect(near.distance < far.distance && near.reward <= far.reward)
    }
    for end in [frontier.dpo.last, frontier.gradient.last] {
      let end = try #require(end)
      #expect((end.distance - frontier.exact.distance).magnitude < 0.05)
      #expect((end.reward - frontier.exact.reward).magnitude < 0.05)
    }
    for begin in [frontier.dpo[0], frontier.gradient[0]] { #expect(begin.distance < 1e-9) }
    // No distribution has more reward at that distance: neighbours of the optimum do not.
    let rewards = run.rewards
    let start = run.reference
    for index in rewards.indices {
      var other = run.optimum
      other.logits[index] += 0.2
      let price = { (policy: Policy) in
        policy.expected(rewards) - run.beta * policy.distance(to: start)
      }
      #expect(price(other) < price(run.optimum))
    }
  }

  /// Pairs are chosen with the arrows, and taken back.
  @Test func choicesBecomeRewards() throws {
    var panel = Panel(try PreferencesWidget(Inputs(["steps": "300"])))
    #expect(panel.status.hasPrefix("pair 1 of 15"))
    let first = try #require(panel.widget.pair)
    panel.press(.left)
    panel.finish()
    let run = try #require(panel.widget.run)
    #expect(run.choices == [Choice(chosen: first.a, rejected: first.b)])
    let rewards = run.rewards
    #expect(rewards[first.a] > rewards[first.b])
    panel.press(.character("s"), .right, .character("a"), .character("b"))
    #expect(panel.widget.inputs["choices"] == "asbab")
    panel.press(.character("u"), .character("u"), .character("u"))
    #expect(panel.widget.inputs["choices"] == "as")
    panel.press(.character("x"))
    panel.finish()
    #expect(panel.text.contains("one who likes what is long"))
  }
}
