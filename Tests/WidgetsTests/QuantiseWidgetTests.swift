import Notes
import Numerics
import Testing
import TextUI

@testable import Widgets

@Suite struct QuantiseWidgetTests {
  /// The scale is 1.27 ÷ 127 in int8, and 1.27 ÷ −8 in int4.
  @Test func bothFormatsStepByStep() throws {
    let inputs = Inputs(["row": "1.27 -0.5 0.016"])
    var panel = try panel(QuantiseWidget.self, inputs, keys: [.right])
    #expect(panel.text.contains("÷ scale  −0.5 ÷ 0.01"))
    #expect(panel.text.contains("the whole number nearest to −50: −50"))
    #expect(panel.status == "int8, 3 numbers")
    panel.press(.character("m"), .right)
    #expect(panel.text.contains("0.016 ÷ (−0.1587)"))
    #expect(panel.text.contains("the whole number nearest to −0.1008: 0"))
    #expect(panel.text.contains("int8: 5 bytes") && panel.text.contains("int4: 4 bytes"))
    #expect(panel.text.contains("float32: 12 bytes"))
  }

  /// What is lost is smaller than the digits of the tables: the calculation has as many as it takes.
  @Test func theStoredScaleHasTheDigitsThatTheLossNeeds() throws {
    var panel = try panel(QuantiseWidget.self, keys: [.tab, .down, .down])
    #expect(panel.text.contains("6·0.0200043 = 0.12003"), "\(panel.text)")
    panel.press(.down)
    let line = panel.text.split(separator: "\n").first { $0.contains("− 0.12 ") }
    let said = try #require(line, "\(panel.text)")
    #expect(said.contains("0.1200") && said.contains("= ") && !said.contains("≈"), "\(said)")
  }

  /// Where a number lies half way, the rule stands wherever its code is told.
  @Test func halvesAreExplainedWhereTheyCome() throws {
    let inputs = Inputs(["row": "127 2.5 3"])
    var panel = try panel(QuantiseWidget.self, inputs, keys: [.right])
    #expect(panel.text.contains("halves away from 0"))
    panel.press(.right)
    #expect(!panel.text.contains("halves away from 0"))
  }

  @Test func aBlockOfThirtyTwoHasAScaleOfItsOwn() throws {
    let row = (1...40).map { "\($0)" }.joined(separator: " ")
    var panel = try panel(QuantiseWidget.self, Inputs(["row": row]), keys: [.tab, .tab, .down])
    #expect(panel.text.contains("block 2"))
    #expect(panel.text.contains("number 40, by magnitude"))
    panel.press(.right)
    #expect(panel.text.contains("scale  40 ÷ 127 = 0.3150"))
  }

  @Test func whatFloat16CannotHoldIsSaid() throws {
    let large = try panel(QuantiseWidget.self, Inputs(["row": "1e8 2e8"]))
    #expect(large.text.contains("overflow: float16 ends at 65504"))
    // As NumPy and llama.cpp have it: 0·∞ is no number.
    let beside = try Quantisation([1e6, 0.1], as: .int4)
    #expect(beside.restored[0] == .infinity && beside.restored[1].isNaN)
    let both = try panel(QuantiseWidget.self, Inputs(["row": "1e6 0.1", "format": "int4"]))
    #expect(both.text.contains("what is read back is too, and for a code of 0 undefined"))
    #expect(both.text.contains("undefined (root mean square)"))
    let small = try panel(QuantiseWidget.self, Inputs(["row": "1e-9 2e-9"]))
    #expect(small.text.contains("underflow: float16 makes the scale of block 1 0"))
    let zero = try panel(QuantiseWidget.self, Inputs(["row": "0 0"]))
    #expect(zero.text.contains("the scale is 0: so is every number"))
    #expect(throws: Diagnostic.self) { try QuantiseWidget(Inputs(["row": "1e39"])) }
  }

  @Test(arguments: [
    ("int8", "127 2.5 -2.5", "halves away from 0: 2.5 becomes 3, −2.5 becomes −3", ["3", "−3"]),
    ("int4", "-8 2.5 -2.5", "halves up: 2.5 becomes 3, −2.5 becomes −2", ["3", "−2"]),
  ])
  func theRuleForHalvesIsTold(
    format: String, row: String, rule: String, codes: [String]
  ) throws {
    let inputs = Inputs(["row": row, "format": format])
    var panel = try panel(QuantiseWidget.self, inputs, keys: [.tab, .down])
    #expect(panel.text.contains(rule), "\(panel.text)")
    for code in codes {
      panel.press(.right)
      #expect(panel.text.contains("5: \(code)"), "\(panel.text)")
    }
  }

  @Test(arguments: [
    ("2", "cuts the decimals off"), ("2.8346", "not yet rounded"), ("3", "Right: 3"),
  ])
  func codesAreRounded(guess: String, verdict: String) throws {
    // 0.9 ÷ (2.54 ÷ −8) = −2.8346.
    let inputs = Inputs(["row": "-0.9 2.54", "format": "int4"])
    var panel = try panel(
      QuantiseWidget.self, inputs, keys: [.character("g"), .down, .enter])
    panel.type(guess)
    #expect(panel.text.contains(verdict), "\(panel.text)")
  }
}
