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
    let small = try panel(QuantiseWidget.self, Inputs(["row": "1e-9 2e-9"]))
    #expect(small.text.contains("underflow: float16 makes the scale of block 1 0"))
    let zero = try panel(QuantiseWidget.self, Inputs(["row": "0 0"]))
    #expect(zero.text.contains("the scale is 0: so is every number"))
    #expect(throws: Diagnostic.self) { try QuantiseWidget(Inputs(["row": "1e39"])) }
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
