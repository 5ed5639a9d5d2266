import Formulas
import Notes
import Numerics
import Testing
import TextUI

@testable import Widgets

/// Predicting: what is right, what is not, and what a widget says of it.
@Suite struct GuessTests {
  private func hidden(
    _ type: any Widget.Type, _ inputs: Inputs, _ keys: Key...
  ) throws -> any WidgetPanel {
    try panel(type, inputs, keys: [.character("g")] + keys)
  }

  @Test(arguments: [
    ("0", false), ("7", false), ("-1e9", false), ("inf", false), ("nan", false), ("-inf", true),
    ("−∞", true), ("-∞", true), ("-Infinity", true), ("- inf", true),
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
    #expect(panel.choose("guess inf") == [])
    #expect(panel.text.contains("Right: ∞"))
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
            guard let first = widget.judge(.nan, at: cursor) else { continue }
            guessed += 1
            guard case .wrong(_, let truth, _) = first else {
              #expect(first.isRight)
              continue
            }
            #expect(widget.judge(truth, at: cursor)?.isRight == true)
            #expect(widget.judge(.infinity, at: cursor)?.isRight == (truth == .infinity))
            #expect(widget.judge(-.infinity, at: cursor)?.isRight == (truth == -.infinity))
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

  @Test func anotherGuessTakesOneKey() throws {
    let inputs = AttentionWidget.example.with("step", "7")
    var panel = try hidden(AttentionWidget.self, inputs)
    panel.type("0.4")
    #expect(panel.text.contains("Right: 0.4011"))
    panel.press(.right, .character("g"))
    #expect(!panel.text.contains("0.1978"))
    panel.type("0.2")
    #expect(panel.text.contains("Right: 0.1978"))
    // Where nothing was guessed, g ends it.
    panel.press(.character("g"), .character("g"))
    #expect(panel.text.contains("0.1978"))
    #expect(!panel.status.contains("predict"))
  }
}
