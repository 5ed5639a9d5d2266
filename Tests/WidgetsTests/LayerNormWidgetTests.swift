import Notes
import Testing
import TextUI

@testable import Widgets

@Suite struct LayerNormWidgetTests {
  /// By hand: mean (1 + 2 + 3 + 6)/4 = 3, variance (4 + 1 + 0 + 9)/4 = 3.5, √3.50001 = 1.8708.
  @Test func everyStepOfARow() throws {
    var panel = try panel(LayerNormWidget.self, keys: [.tab, .tab])
    #expect(panel.text.contains("mean  (1 + 2 + 3 + 6) ÷ 4 = 3"))
    panel.press(.right, .right)
    #expect(panel.text.contains("variance  (4 + 1 + 0 + 9) ÷ 4"))
    #expect(panel.text.contains("divisor   √(3.5 + 1e-5)"))
    panel.press(.tab, .down, .down, .down)
    #expect(panel.text.contains("x − mean     1 − 3"))
    #expect(panel.text.contains("(x − mean)²  −2·(−2)"))
    #expect(panel.text.contains("−2 ÷ 1.871"))
    #expect(panel.text.contains("1·(−1.0690) + 0"))
  }

  @Test func rootMeanSquareLeavesTheMeanOut() throws {
    var panel = try panel(LayerNormWidget.self, Inputs(["x": "3 4", "epsilon": "0"]))
    panel.press(.character("m"))
    #expect(panel.status == "RMSNorm, 2 entries")
    #expect(panel.inputs["method"] == "rms")
    // √((9 + 16)/2) = 3.5355; 3/3.5355 = 0.8485.
    #expect(panel.text.contains("0.8485"))
    #expect(!panel.text.contains("variance"))
    panel.press(.character("u"))
    #expect(panel.inputs == Inputs(["x": "3 4", "epsilon": "0"]))
  }

  @Test func aRowOfOnesOwnLengthIsTypedInOneGo() throws {
    var panel = try panel(LayerNormWidget.self)
    #expect(panel.choose("x = 1 2") == [])
    #expect(panel.choose("gamma = 2 2") == [])
    // It waits for gamma; taken back, the row is as it was.
    #expect(panel.choose("x = 1 2 3") == [])
    #expect(panel.inputs["x"] == "1 2")
    panel.press(.character("u"))
    panel.press(.character("a"))
    #expect(panel.inputs["x"] == "1 0 2")
    #expect(panel.inputs["gamma"] == "2 1 2")
    panel.press(.down, .right)
    panel.type("5")
    #expect(panel.inputs["gamma"] == "2 5 2")
  }

  @Test func aRowWithoutSpread() throws {
    let even = try panel(LayerNormWidget.self, Inputs(["x": "2 2"]))
    #expect(even.text.contains("There is no spread: ε alone keeps the divisor from 0."))
    let bare = try panel(LayerNormWidget.self, Inputs(["x": "2 2", "epsilon": "0"]))
    #expect(bare.text.contains("0/0: no number."))
  }

  @Test func aRowThatSquaresCannotHold() throws {
    var panel = try panel(LayerNormWidget.self, Inputs(["x": "1e308 -1e308", "epsilon": "0"]))
    #expect(panel.text.contains("in units of 1e308"))
    panel.press(.tab, .tab, .right, .right)
    #expect(panel.text.contains("variance  1e308^2·((1 + 1) ÷ 2)"))
    #expect(panel.text.contains("= ∞ (overflow)"))
    #expect(panel.text.contains("divisor   1e308·√(1 + 0)"))
    #expect(panel.files.last?.text.contains("unit = 1e+308") == true)
  }

  @Test(arguments: [
    ("4.6667", "This divides by d − 1; normalisation divides by d."),
    ("1.8708", "This is the root of it already."), ("3.5", "Right"),
  ])
  func mistakesAboutTheVariance(guess: String, said: String) throws {
    var panel = try panel(LayerNormWidget.self, keys: [.character("g"), .right])
    #expect(!panel.text.contains("3.5"))
    panel.type(guess)
    #expect(panel.text.contains(said))
  }

  @Test(arguments: [
    ("x = 1 2\ngamma = 1", "gamma", 2), ("x = 1\nmethod = batch", "method", 2),
    ("x = 1\nepsilon = 2", "epsilon", 2), ("gamma = 1", "x", 0),
  ])
  func wrongInputsNameTheLine(text: String, key: String, line: Int) {
    #expect {
      _ = try LayerNormWidget(Inputs(text: text, after: 100))
    } throws: { error in
      let diagnostic = error as? Diagnostic
      return diagnostic?.line == 100 + line && diagnostic?.advice.contains(key) == true
    }
  }
}
