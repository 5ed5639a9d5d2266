import Notes
import Testing
import TextUI

@testable import Widgets

@Suite struct MatrixProductWidgetTests {
  private func panel(_ inputs: Inputs, _ keys: Key...) throws -> any WidgetPanel {
    try WidgetsTests.panel(MatrixProductWidget.self, inputs, keys: keys)
  }

  /// Shapes and numbers as NumPy 2 prints them.
  @Test(arguments: [
    ("1 2 3", "4 5 6", "@", "32", "(3,) with (3,) gives one number"),
    ("1 2; 3 4", "5 6", "@", "17; 39", "2×2 with (2,) gives (2,)"),
    ("5 6", "1 2; 3 4", "dot", "23 34", "(2,) with 2×2 gives (2,)"),
    ("5 6", "1 2; 3 4", "inner", "17 39", "(2,) with 2×2 gives (2,)"),
    ("[[1 2 3]]", "4; 5; 6", "@", "32", "1×3 with 3×1 gives 1×1"),
    ("1 2 3; 4 5 6", "7 8; 9 10; 11 12", "@", "58 64; 139 154", "2×3 with 3×2 gives 2×2"),
    ("1 2; 3 4", "5 6; 7 8", "inner", "17 23; 39 53", "2×2 with 2×2 gives 2×2"),
  ])
  func oneAndTwoDimensions(
    a: String, b: String, function: String, product: String, shapes: String
  ) throws {
    let inputs = Inputs(["a": a, "b": b, "function": function])
    let widget = try MatrixProductWidget(inputs)
    #expect(try MatrixProductWidget.opened(inputs).tells(rows: product))
    #expect(widget.status == shapes)
    let again = try MatrixProductWidget(widget.inputs)
    #expect(again.parameters == widget.parameters)
    #expect(widget.script.contains(function == "@" ? "a @ b" : "np.\(function)(a, b)"))
  }

  @Test func aCellComesFromItsRowAndColumn() throws {
    let inputs = Inputs(["a": "1 2 3; 4 5 6", "b": "7 8; 9 10; 11 12"])
    let panel = try panel(inputs, .tab, .tab, .down, .right)
    #expect(panel.text.contains("row 2 of a with column 2 of b"))
    #expect(panel.text.contains("32 + 50 + 72 = 154"))
    #expect(panel.text.contains("running sum  32, 82, 154"))
    #expect(panel.text.contains("4 cells, 3 multiplications each: 12 in all"))
  }

  @Test func whatDoesNotFitIsNamedWithTheRemedy() {
    #expect {
      _ = try MatrixProductWidget(Inputs(text: "a = 1 2 3; 4 5 6\nb = 1 2 3; 4 5 6", after: 4))
    } throws: { error in
      let diagnostic = error as? Diagnostic
      return diagnostic?.line == 6
        && diagnostic?.advice.contains("transpose the second with .T") == true
    }
  }

  @Test func otherFunctionsAndFactorsKeepWhatTheySay() throws {
    let inputs = Inputs(["a": "1 2; 3 0", "b": "2 0 1; 1 4 1"])
    var panel = try panel(inputs, .character("m"), .character("m"))
    #expect(panel.inputs["b"] == "2 1; 0 4; 1 1")
    #expect(panel.text.contains("b is turned, so the product stays"))
    #expect(panel.text.contains("row 1 of a with row 1 of b"))
    #expect(panel.tells(rows: "4 8 3; 6 0 3"))
    panel.press(.character("|"))
    #expect(panel.tells(rows: "4 6; 8 0; 3 3"))
    panel.press(.character("u"), .character("m"))
    #expect(panel.inputs["b"] == "2 0 1; 1 4 1")
    panel.press(.character("|"))
    #expect(panel.tells(rows: "4 6; 8 0; 3 3"))
    // 2×3 with 2×2 does not fit: nothing changes, and it is said why.
    panel.press(.character("u"))
    let said = panel.press(.character("s"))
    #expect(said.count == 1 && panel.inputs["a"] == "1 2; 3 0")
  }

  /// Where the two are summed over, one follows the other, whatever has rows there.
  @Test(arguments: [
    ("1 2; 3 4", "5 6; 7 8", "@", 0, "a", "1 2; 0 0; 3 4", "5 6; 7 8"),
    ("1 2; 3 4", "5 6; 7 8", "@", 0, "A", "1 0 2; 3 0 4", "5 6; 0 0; 7 8"),
    ("1 2; 3 4", "5 6; 7 8", "@", 1, "a", "1 0 2; 3 0 4", "5 6; 0 0; 7 8"),
    ("1 2; 3 4", "5 6; 7 8", "@", 1, "D", "1 2; 3 4", "6; 8"),
    ("1 2; 3 4", "5 6; 7 8", "inner", 1, "d", "1 2; 3 4", "[[7 8]]"),
    ("1 2; 3 4", "5 6; 7 8", "inner", 1, "A", "1 0 2; 3 0 4", "5 0 6; 7 0 8"),
    ("1 2", "3 4", "@", 1, "a", "1 0 2", "3 0 4"), ("1 2", "3; 4", "@", 0, "D", "2", "[[4]]"),
  ])
  func rowsAndColumnsComeAndGo(
    a: String, b: String, function: String, table: Int, key: String, newA: String, newB: String
  ) throws {
    var panel = try panel(Inputs(["a": a, "b": b, "function": function]))
    if table == 1 { panel.press(.tab) }
    panel.press(.character(Character(key)))
    #expect(panel.inputs["a"] == newA)
    #expect(panel.inputs["b"] == newB)
  }

  @Test(arguments: [
    ("@", "19", "✓ Right: 19"), ("@", "5", "cell by cell"), ("@", "17", "transposes the second"),
    ("@", "23", "in the other order"), ("@", "36", "adds up each vector first"),
    ("inner", "19", "takes columns"), ("inner", "17", "✓ Right: 17"),
  ])
  func mistakesAreNamed(function: String, guess: String, verdict: String) throws {
    let inputs = Inputs(["a": "1 2; 3 4", "b": "5 6; 7 8", "function": function])
    var panel = try panel(inputs, .character("g"), .enter)
    panel.type(guess)
    #expect(panel.text.contains(verdict), "\(panel.text)")
  }

  @Test func asciiSpellsEverything() throws {
    var panel = try panel(Inputs(["a": "-1 2", "b": "3 -4"]))
    panel.press(.tab, .tab)
    #expect(panel.canvas(80, 24, ascii: true).text.joined().allSatisfy { $0.isASCII })
  }
}
