import Notes
import Testing
import TextUI

@testable import Widgets

@Suite struct SmallWidgetTests {
  @Test func dotProductOfTheClassicPair() throws {
    let panel = try panel(DotProductWidget.self, Inputs(["u": "1 2 3", "v": "4 5 6"]))
    #expect(panel.text.contains("u · v  1·4 + 2·5 + 3·6 = 32"))
    #expect(panel.text.contains("running sum  4  14  32"))
    #expect(panel.text.contains("12.93°, under 90°"))
  }

  @Test func stretchingLeavesTheCosine() throws {
    var panel = try panel(DotProductWidget.self, Inputs(["u": "3 4", "v": "4 3"]))
    panel.press(.character("x"))
    #expect(panel.inputs["u"] == "30 40")
    #expect(panel.text.contains("= 240"))
    #expect(panel.text.contains("= 0.96"))
    panel.press(.character("s"))
    #expect(panel.inputs == Inputs(["u": "4 3", "v": "30 40"]))
    panel.press(.character("R"))
    #expect(panel.inputs == Inputs(["u": "3 4", "v": "4 3"]))
  }

  @Test func turningByARightAngleInSixSteps() throws {
    var panel = try panel(DotProductWidget.self, Inputs(["u": "1 0", "v": "1 0"]))
    for _ in 0..<6 { panel.press(.character("]")) }
    #expect(panel.inputs["u"] == "0 1")
    #expect(panel.text.contains("90°, a right angle"))
  }

  @Test func zeroVectorHasNoDirection() throws {
    let panel = try panel(DotProductWidget.self, Inputs(["u": "0 0", "v": "1 2"]))
    #expect(panel.text.contains("cosine       u·v ÷ (‖u‖·‖v‖) = undefined"))
  }

  @Test func cancellationIsSaid() throws {
    let panel = try panel(DotProductWidget.self, Inputs(["u": "1e16 1 -1e16", "v": "1 1 1"]))
    #expect(panel.text.contains("cancellation"))
    #expect(panel.text.contains("the exact sum is 1"))
  }

  @Test func vectorsOfDifferentLength() {
    #expect {
      _ = try DotProductWidget(Inputs(text: "u = 1 2\nv = 1 2 3", after: 4))
    } throws: { error in
      (error as? Diagnostic)?.message.contains("u has 2 numbers and v has 3") == true
    }
  }

  @Test func softmaxWithoutTheMaximumOverflows() throws {
    var panel = try panel(SoftmaxWidget.self, Inputs(["scores": "1000 1001 1002"]))
    #expect(panel.text.contains("0.6652"))
    panel.press(.character("m"))
    #expect(panel.text.contains("overflow divided by overflow"))
    #expect(panel.text.contains("e^1000    = ∞ (overflow)"))
    #expect(panel.text.contains("undefined"))
    panel.press(.character("m"), .character("z"))
    #expect(panel.text.contains("the largest score takes all"))
  }

  @Test func samplingCutsThenSharesAnew() throws {
    // The first two of softmax(3, 2, 1, 0): e/(e + 1) = 0.7311.
    let inputs = SamplingWidget.example.with("top-k", "2")
    var panel = try panel(SamplingWidget.self, inputs)
    #expect(panel.text.contains("after the cuts   0.7311"))
    panel.press(.character("N"))
    #expect(panel.status == "100 drawn")
    #expect(panel.text.contains("roof 0  moon 0"))
  }

  @Test func shapesCountAsTheCourseDoes() throws {
    let inputs = Inputs([
      "n": "3", "d": "4", "heads": "2", "layers": "1", "mlp": "16", "vocabulary": "10",
    ])
    let widget = try ShapesWidget(inputs)
    // 4·3·4·4 + 3·3·4 + 3·3·4 + 2·3·4·16 = 648; 4·16 + 16, 4·16 + 16, 16·4 + 4 and 2·2·4.
    #expect(widget.summary.last == ["one block: 244 parameters, 648 multiply-adds"])
    let large = try ShapesWidget(ShapesWidget.example)
    #expect(large.summary.last == ["one block: 3152384 parameters, 25231360 multiply-adds"])
    #expect(throws: Diagnostic.self) { _ = try ShapesWidget(inputs.with("heads", "3")) }
  }

  @Test func positionsDependOnDistanceAlone() throws {
    let panel = try panel(PositionsWidget.self)
    #expect(panel.text.contains("= 8"))
    #expect(throws: Diagnostic.self) { _ = try PositionsWidget(Inputs(["n": "4", "d": "5"])) }
  }

  @Test func scalingRunsToItsEnd() throws {
    var panel = try panel(ScalingWidget.self, Inputs(["d": "4", "keys": "8", "seed": "1"]))
    var slices = 0
    while panel.isWorking, slices < 10_000 {
      _ = panel.update(.tick)
      slices += 1
    }
    #expect(!panel.isWorking)
    #expect(panel.text.contains("400 trials"))
    #expect(panel.status == "400 trials each")
  }

  /// Header and text never say two things, and an export has all trials in it.
  @Test func scalingCountsTheTrialsThatWereRun() throws {
    var panel = try panel(ScalingWidget.self)
    #expect(panel.status == "0 of 400 trials")
    #expect(panel.text.contains("width 64, 0 trials"))
    _ = panel.update(.tick)
    _ = panel.press(.character("e"))
    while panel.isWorking { _ = panel.update(.tick) }
    #expect(panel.status == "400 trials each")
    #expect(panel.text.contains("width 64, 400 trials"))
  }
}

/// Scores that are −∞ take no part, and what vanishes is told from them.
@Suite struct ScoresOfMinusInfinityTests {
  @Test func softmax() throws { try areTakenAsTyped(SoftmaxWidget.self) }
  @Test func sampling() throws { try areTakenAsTyped(SamplingWidget.self) }

  private func areTakenAsTyped<W: Widget>(_ type: W.Type) throws {
    let widget = try type.init(Inputs(["scores": "1003 0 -inf"]))
    #expect(widget.inputs["scores"] == "1003 0 -inf")
    let text = try panel(type, Inputs(["scores": "1003 0 -inf"])).text
    #expect(text.contains("<5e-324") && text.contains("−∞"))
    let json = Export.json(widget)
    #expect(json.contains("\"-inf\"") && json.contains("\"underflows\":["))
    #expect(json.contains("[1]\"") && !json.contains("[2]\""))
    #expect(throws: Diagnostic.self) { try type.init(Inputs(["scores": "-inf -inf"])) }
    #expect(throws: Diagnostic.self) { try type.init(Inputs(["scores": "inf 1"])) }
  }
}
