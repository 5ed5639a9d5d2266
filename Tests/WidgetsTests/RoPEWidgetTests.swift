import Notes
import Numerics
import Testing
import TextUI

@testable import Widgets

@Suite struct RoPEWidgetTests {
  /// cos 2 + cos 0.02, which two clocks 2 apart come to: −0.41614684 + 0.99980001.
  @Test func theScoreDependsOnTheDistanceAlone() throws {
    var panel = try panel(RoPEWidget.self)
    #expect(panel.told.contains("score of the two turned = 0.5837"))
    for _ in 0..<5 {
      panel.press(.character(">"))
      #expect(panel.told.contains("score of the two turned = 0.5837"))
    }
    #expect(panel.inputs["m"] == "8" && panel.inputs["n"] == "6")
    for _ in 0..<6 { panel.press(.character("<")) }
    #expect(panel.inputs["n"] == "0")
    #expect(panel.press(.character("<")) == [.say("Position 0 is the first")])
  }

  @Test(arguments: 0..<40)
  func addedPositionsDoNot(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    var widget = try RoPEWidget(checking: RoPEWidget.initial)
    var parameters = widget.random(using: &generator)
    parameters.q[0] = 2
    (parameters.m, parameters.n) = (generator.int(in: 0...40), generator.int(in: 0...40))
    parameters.layout = seed.isMultiple(of: 2) ? .halves : .interleaved
    widget = try RoPEWidget(checking: parameters)
    let rows = widget.rows(in: .scores).map(\.values)
    #expect((rows[0][0] - rows[0][1]).magnitude < 1e-12)
    #expect((rows[0][0] - rows[0][2]).magnitude < 1e-12)
    for added in 1...2 { #expect((rows[added][0] - rows[added][1]).magnitude > 1e-9) }
    #expect(rows[3] == Array(repeating: rows[3][0], count: 4))
    // The products of the turned entries add up to the score.
    let products = widget.rows(in: .turned)[4].values
    #expect((products.total - rows[0][0]).magnitude < 1e-12)
  }

  @Test func pairsComeAndGoInBothLayouts() throws {
    let inputs = Inputs(["q": "1 2 3 4", "k": "5 6 7 8"])
    var panel = try panel(RoPEWidget.self, inputs, keys: [.character("a")])
    #expect(panel.inputs["q"] == "1 2 0 0 3 4" && panel.inputs["k"] == "5 6 0 0 7 8")
    panel.press(.character("u"), .character("m"), .character("a"))
    #expect(panel.inputs["q"] == "1 0 2 3 0 4" && panel.inputs["k"] == "5 0 6 7 0 8")
    panel.press(.character("d"))
    #expect(panel.inputs["q"] == "0 2 0 4")
    #expect(["x1", "x2", "y1", "y2"].allSatisfy(panel.text.contains))
    panel.press(.character("d"))
    #expect(panel.press(.character("d")) == [.say("At least one pair must stay")])
  }

  @Test(arguments: [("q = 1 2 3\nk = 1 2 3", 5), ("q = 1 2\nk = 1 2 3 4", 6)])
  func widthsAreEvenAndOne(text: String, line: Int) {
    #expect {
      _ = try RoPEWidget(Inputs(text: text, after: 4))
    } throws: {
      ($0 as? Diagnostic)?.line == line
    }
  }

  @Test func aHandTurnedTheOtherWayIsNamed() throws {
    // Turned by 3: 1·cos 3 − 2·sin 3 = −1.272; the other way −0.7077.
    let inputs = Inputs(["q": "1 2", "k": "1 0"])
    var panel = try panel(RoPEWidget.self, inputs, keys: [.character("g"), .down, .enter])
    panel.type("-0.7077")
    #expect(panel.text.contains("turns the pair the other way"))
  }
}
