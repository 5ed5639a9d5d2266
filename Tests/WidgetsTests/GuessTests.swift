import Formulas
import Notes
import Numerics
import Testing
import TextUI

@testable import Widgets

/// Predicting: what is right, what is not, and what a widget says of it.
@Suite struct GuessTests {
  /// Guesses that go with the numbers that they were at do not go unsaid.
  @Test(arguments: ["x", "r", "R", "u"]) func lostGuessesAreTold(key: Character) throws {
    var panel = try panel(AttentionWidget.self)
    #expect(panel.choose("Q 1 1 2") == [])
    panel.press(.character("g"))
    panel.type("2")
    #expect(panel.text.contains("✓ Right: 2"))
    panel.press(.character(key))
    #expect(panel.text.contains("guess them anew"))
    panel.press(.right)
    #expect(!panel.text.contains("anew"))
  }

  /// Numbers side by side are a row, whatever their signs; a sign between blanks takes away.
  @Test(arguments: [
    ("-1.6059 -0.2294", "2 of 2 right"), ("-1.6059, -0.2294", "2 of 2 right"),
    ("-1.6059 3", "1 of 2 right"), ("-1.6059 - 0", "Right: −1.606"),
  ])
  func aRowMayBeNegative(typed: String, told: String) throws {
    var panel = try panel(BlockWidget.self)
    panel.press(.character("n"), .character("g"), .enter)
    panel.type(typed)
    #expect(panel.text.contains(told))
  }

  /// What reads the next word waits for a guess as the next step does.
  @Test func aStrideWaitsForAGuess() throws {
    var panel = try panel(DecodeWidget.self)
    panel.press(.character("g"))
    let status = panel.status
    for key: Key in [.character("n"), .character(">")] {
      #expect(
        panel.press(key) == [
          .say("Type a guess for the cell under the cursor first; g ends predicting")
        ])
    }
    #expect(panel.status == status)
  }

  private func hidden(
    _ type: any Widget.Type, _ inputs: Inputs, _ keys: Key...
  ) throws -> any WidgetPanel {
    try panel(type, inputs, keys: [.character("g")] + keys)
  }

  @Test(arguments: [
    ("0", false), ("7", false), ("-1e9", false), ("inf", false), ("nan", false), ("-inf", true),
    ("−∞", true), ("-∞", true), ("-Infinity", true), ("- inf", true), ("-oo", true),
    ("float('-inf')", true), ("-np.inf", true), ("minus infinity", true), ("－∞", true),
    ("oo", false), ("undefined", false), ("<5e-324", false),
  ])
  func aBlockedScore(text: String, isRight: Bool) throws {
    let inputs = AttentionWidget.example.with("mask", "causal").with("step", "3")
    var panel = try hidden(AttentionWidget.self, inputs, .right)
    #expect(panel.text.contains("A masked score may be −∞: -inf can be typed."))
    panel.press(.enter)
    panel.type(text)
    #expect(panel.text.contains("✓ Right: −∞") == isRight)
    #expect(panel.text.contains("✗ It is −∞") != isRight)
  }

  @Test(arguments: [
    (1, "3", "It is ∞"), (1, "inf", "Right: ∞"), (1, "overflow", "Right: ∞"),
    (2, "0.33", "It is undefined"), (2, "nan", "Right: undefined"), (2, "0/0", "Right: undefined"),
    (2, "undefined", "Right: undefined"), (2, "inf", "It is undefined"),
  ])
  func softmaxWithoutItsMaximum(down: Int, text: String, verdict: String) throws {
    let inputs = Inputs(["scores": "1000 1001 1002", "maximum": "kept"])
    var panel = try hidden(SoftmaxWidget.self, inputs, .down)
    for _ in 0..<down { panel.press(.down) }
    #expect(panel.text.contains("inf, -inf and nan can be typed"))
    panel.press(.enter)
    panel.type(text)
    #expect(panel.text.contains(verdict))
  }

  @Test func aDotProductThatOverflows() throws {
    var panel = try hidden(DotProductWidget.self, Inputs(["u": "1e200 1", "v": "1e200 1"]))
    #expect(panel.choose("guess 3") == [])
    #expect(panel.text.contains("It is ∞"))
    var right = try hidden(DotProductWidget.self, Inputs(["u": "1e200 1", "v": "1e200 1"]))
    #expect(right.choose("guess inf") == [])
    #expect(right.text.contains("✓ Right: ∞"))
  }

  /// What was not guessed stays hidden at the steps after it, and on the way back.
  @Test func whatIsNotGuessedStaysHiddenAtOtherSteps() throws {
    let inputs = Inputs([
      "Q": "1.37 -2.41; 0.83 0.59", "K": "1.73 -3.17; 2.93 0.71; -0.57 1.13",
      "V": "1.91 0.67; -2.23 3.37; 0.43 1.49", "step": "6",
    ])
    let open = try panel(AttentionWidget.self, inputs.with("step", "7"))
    let all = open.canvas(78, 21).text.joined(separator: "\n")
    let sum = try #require(
      all.split(separator: " ").first { $0.hasPrefix("2.") || $0.hasPrefix("1.") })
    var panel = try hidden(AttentionWidget.self, inputs, .down)
    #expect(panel.choose("guess 1") == [])
    for step in 7...9 {
      panel.press(.character("n"))
      #expect(panel.inputs["step"] == "\(step)")
      let text = panel.canvas(78, 21).text.joined(separator: "\n")
      // The sum of the other row, and weights that were never guessed.
      if step == 7 { #expect(text.contains("÷ sum") && all.contains(sum)) }
      if step > 7 { #expect(text.contains("?")) }
      #expect(panel.choose("guess 9") == [])
    }
    for _ in 0..<2 { panel.press(.character("p")) }
    panel.press(.right)
    let back = panel.canvas(78, 21).text.dropFirst(3).joined(separator: "\n")
    #expect(back.contains("✗") && back.contains("?"), "\(back)")
    // Other numbers are hidden again; where no guess is asked for, letters are keys.
    panel.press(.tab, .character("r"))
    #expect(!panel.text.contains("✗"))
  }

  /// Digits type a number over an input, guess at a result, and else lead to the step they name.
  @Test func whatDigitsDo() throws {
    func offered(_ panel: any WidgetPanel) -> [String] {
      panel.keys.compactMap(\.footer?.text)
    }
    var panel = try panel(AttentionWidget.self, AttentionWidget.example)
    panel.press(.character("7"))
    #expect(panel.inputs["step"] == "7" && panel.field == nil)
    panel.press(.character("g"))
    #expect(offered(panel).contains("guess") && !offered(panel).contains("type over"))
    panel.press(.tab)
    #expect(!offered(panel).contains("guess") && offered(panel).contains("type over"))
  }

  /// What was told is not a guess any more.
  @Test func aNumberThatWasToldCannotBeGuessed() throws {
    var panel = try hidden(AttentionWidget.self, AttentionWidget.example.with("step", "7"))
    #expect(panel.choose("guess 1") == [])
    #expect(panel.text.contains("✗ It is 0.4011"))
    #expect(panel.choose("guess 0.4011") == [])
    #expect(panel.text.contains("✗ Told before: 0.4011") && !panel.text.contains("✓"))
    panel.press(.right)
    #expect(panel.text.contains("0.4011✗"))
    panel.press(.left)
    #expect(panel.choose("guess 0.4011 0.1978 0.4011") == [])
    #expect(panel.text.contains("✗ 2 of 3 right, 1 told before"))
    // What was guessed rightly stays so.
    panel.press(.right)
    #expect(panel.choose("guess 1") == [])
    panel.press(.left)
    #expect(panel.text.contains("0.1978✓"))
  }

  /// A number shown as <5e-324 is not 0, in whatever widget it stands.
  @Test(
    arguments: [
      (
        AttentionWidget.self, ["Q": "100 0", "K": "0 0; 100 0", "V": "1; 3", "step": "7"], "<5e-324"
      ),
      (AttentionWidget.self, ["Q": "100 0", "K": "0 0; 100 0", "V": "1; 3", "step": "12"], ""),
      (AttentionWidget.self, ["Q": "1e-200 0", "K": "1e-200 0", "V": "1", "step": "1"], "<5e-324"),
      (SoftmaxWidget.self, ["scores": "-1000 0"], "<5e-324"),
      (SamplingWidget.self, ["scores": "-1000 0"], "<5e-324"),
      (DotProductWidget.self, ["u": "1e-200", "v": "1e-200"], "<5e-324"),
      (LayerNormWidget.self, ["x": "1e-200 2e-200"], "<5e-324"),
    ] as [(any Widget.Type, KeyValuePairs<String, String>, String)])
  func zeroIsWrongForWhatVanishes(
    _ type: any Widget.Type, _ inputs: KeyValuePairs<String, String>, _ shown: String
  ) throws {
    func check<W: Widget>(_ type: W.Type) throws {
      let widget = try W(Inputs(inputs))
      let cells = Moving(widget).cells.filter { widget.table(in: $0.area) == nil }
      let judged = cells.compactMap { widget.judge(.undefined, at: $0) }
      var count = 0
      for (cell, judgement) in zip(cells, judged) {
        guard case .wrong(_, let truth, _) = judgement, truth.vanishes else { continue }
        count += 1
        #expect(widget.judge(0, at: cell)?.isRight == false)
        #expect(widget.judge(truth, at: cell)?.isRight == true)
        #expect(widget.judge(1e-300, at: cell)?.isRight == false)
      }
      #expect(count > 0)
    }
    try check(type)
    let panel = try panel(type, Inputs(inputs))
    #expect(panel.text.contains(shown))
  }

  @Test func aGuessAtWhatVanishes() throws {
    var panel = try hidden(SoftmaxWidget.self, Inputs(["scores": "-1000 0"]), .down, .down)
    #expect(panel.choose("guess 0") == [])
    #expect(panel.text.contains("✗ It is <5e-324: not 0, and smaller than any number kept here"))
    for text in ["<5e-324", "1e-400"] {
      panel = try hidden(SoftmaxWidget.self, Inputs(["scores": "-1000 0"]), .down, .down)
      #expect(panel.choose("guess \(text)") == [])
      #expect(panel.text.contains("✓ Right: <5e-324"))
    }
    // What was said of one cell is not said beside another.
    #expect(panel.choose("cell 1 1") == [])
    #expect(!panel.text.contains("Right"))
  }

  /// Guesses are read as answers of the quiz are.
  @Test(arguments: ["0.4", "２/5", "40%", "0,4", "two fifths", "4e-1", "\\frac{2}{5}"])
  func formsOfAGuess(text: String) throws {
    let inputs = AttentionWidget.example.with("step", "7")
    var panel = try hidden(AttentionWidget.self, inputs, .enter)
    panel.type(text)
    #expect(panel.text.contains("Right: 0.4011"))
    var plain = try hidden(AttentionWidget.self, inputs)
    #expect(plain.choose(text) == [])
    #expect(plain.text.contains("Right: 0.4011"))
  }

  /// In every cell of every widget's results, the truth is right and a number of another kind wrong.
  @Test(arguments: allWidgets.map { $0.name })
  func onlyTheTruthIsRight(name: String) throws {
    let type: any Widget.Type = try #require(allWidgets.first { $0.name == name })
    try check(type)
  }

  private func check<W: Widget>(_ type: W.Type) throws {
    var generator = SeededGenerator(seed: 10)
    var guessed = 0
    for seed in 0..<6 {
      var widget = try W(W.initial)
      if seed > 0 { widget = try W(checking: widget.random(using: &generator)) }
      for area in widget.areas where widget.table(in: area) == nil {
        let size = widget.results(in: area)
        for row in 0..<size.rows {
          for column in 0..<size.columns {
            let cursor = W.Cursor(area, row: row, column: column)
            guard let first = widget.judge(.undefined, at: cursor) else { continue }
            guessed += 1
            guard case .wrong(_, let truth, _) = first else {
              #expect(first.isRight)
              continue
            }
            #expect(widget.judge(truth, at: cursor)?.isRight == true)
            for infinity in [Quantity(.infinity), -Quantity(.infinity)] {
              #expect(widget.judge(infinity, at: cursor)?.isRight == (truth == infinity))
            }
            let tiny = Quantity(0, vanishes: true)
            #expect(widget.judge(tiny, at: cursor)?.isRight == (truth == tiny))
            if truth.vanishes { #expect(widget.judge(0, at: cursor)?.isRight == false) }
          }
        }
      }
    }
    // A key offers to guess where there is something to guess, and nowhere else.
    #expect(W.hasGuesses == (guessed > 0))
    #expect(
      W.keys.contains { $0.word == "guess" } == (W.hasGuesses || type is any LabFigure.Type))
  }

  @Test func whatCannotBeReadShowsNothing() throws {
    var panel = try hidden(
      AttentionWidget.self, AttentionWidget.example.with("step", "7"), .enter)
    panel.type("about a half")
    #expect(!panel.text.contains("0.4011"))
    #expect(panel.text.contains("inf, -inf and nan can be typed too"))
  }

  @Test func whatIsNotGuessedStaysHidden() throws {
    let inputs = AttentionWidget.example.with("step", "7")
    var panel = try hidden(AttentionWidget.self, inputs)
    panel.type("0.4")
    #expect(panel.text.contains("Right: 0.4011"))
    #expect(panel.text.contains("the [0.4011✓]      ?        ?"))
    #expect(panel.text.contains("weight  1.0000 ÷ 2.4931"))
    panel.press(.right)
    #expect(!panel.text.contains("0.1978") && !panel.text.contains("weight  "))
    #expect(panel.text.contains("0.4011✓"))
    panel.type("0.9")
    #expect(panel.text.contains("It is 0.1978"))
    panel.press(.left)
    #expect(panel.text.contains("0.1978✗"))
    // The step can be left once something was guessed; what comes next is hidden too.
    panel.press(.character("n"))
    #expect(panel.status.hasPrefix("step 8") && !panel.text.contains("0.8022"))
    panel.press(.character("p"), .character("g"))
    #expect(panel.text.contains("0.1978"))
    #expect(!panel.status.contains("predict"))
  }

  @Test func aRowIsJudgedAsOne() throws {
    let inputs = AttentionWidget.example.with("step", "7")
    var panel = try hidden(AttentionWidget.self, inputs, .right)
    panel.type("0.4 0.3 0.4")
    #expect(panel.text.contains("2 of 3 right"))
    #expect(panel.text.contains("Number 2: It is 0.1978"))
    #expect(panel.text.contains("0.4011✓ [0.1978✗] 0.4011✓"))
    panel.press(.down)
    #expect(panel.choose("guess [0.2, 0.4, 0.4]") == [])
    #expect(panel.text.contains("3 of 3 right"))
    panel.type("1 2 3 4")
    #expect(panel.text.contains("The row has 3 numbers, and these are 4"))
    guard case .say(let text)? = panel.choose("guess 1 y 3")?.first else {
      Issue.record("nothing said")
      return
    }
    #expect(text.contains("can be typed too"))
  }
}
