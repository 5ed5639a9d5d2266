import Notes
import Numerics
import Testing
import TextUI

@testable import Widgets

@Suite struct SmallWidgetTests {
  @Test func dotProductOfTheClassicPair() throws {
    let panel = try panel(DotProductWidget.self, Inputs(["u": "1 2 3", "v": "4 5 6"]))
    #expect(panel.text.contains("u · v  1·4 + 2·5 + 3·6 = 32"))
    #expect(panel.text.contains("running sum  4' 14' 32'"))
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
    for _ in 0..<6 { panel.press(.character(")")) }
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
      (error as? Diagnostic)?.advice.contains("u has 2 numbers and v has 3") == true
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
    #expect(panel.text.contains("after the cuts  0.7311"))
    panel.press(.character("N"))
    #expect(panel.status == "100 drawn")
    #expect(panel.text.contains("roof 0  moon 0"))
  }

  /// What was drawn stays so, also stored, whatever is changed after.
  @Test func drawsStayAsTheyWereDrawn() throws {
    var panel = try panel(SamplingWidget.self)
    panel.press(.character("N"))
    let drawn = try #require(panel.transcript.first { $0.hasPrefix("counts: ") })
    #expect(panel.inputs["drawn"] == nil)
    for key in [Key.character("<"), .character("<"), .character("<"), .character(">")] {
      panel.press(key)
      #expect(panel.transcript.contains(drawn))
    }
    #expect(panel.text.contains("What was drawn stays"))
    let again = try SamplingWidget.opened(panel.inputs)
    #expect(again.transcript.contains(drawn) && again.inputs == panel.inputs)
    // The next one comes by the new temperature: as good as certain.
    for _ in 0..<6 { panel.press(.character("<")) }
    panel.press(.character("N"))
    let counts = panel.transcript.first { $0.hasPrefix("counts: ") } ?? ""
    let before = drawn.split(separator: " ").compactMap { Int($0) }
    #expect(counts.split(separator: " ").compactMap { Int($0) }.first == before[0] + 100)
    // Other tokens begin again.
    panel.press(.character("a"))
    #expect(panel.status == "" && panel.inputs["drawn"] == nil)
    #expect(throws: (any Error).self) {
      _ = try SamplingWidget.opened(Inputs(["scores": "1 2", "draws": "1", "drawn": "2"]))
    }
  }

  @Test func samplingTellsEachStepOfItsProbabilities() throws {
    let panel = try panel(SamplingWidget.self, keys: [.backTab, .down])
    let labels = ["scaled", "− max", "exp", "sum", "probability"]
    let lines = panel.transcript.map(\.trimmed)
    for label in labels {
      #expect(lines.contains { $0.hasPrefix(label + " ") && $0.contains(" = ") })
    }
  }

  /// Where a whole number is wanted, a comma parts thousands, typed as a line and over the number.
  @Test func aCommaPartsThousandsOfWholeNumbers() throws {
    var panel = try panel(ShapesWidget.self)
    #expect(panel.choose("n = 1,024") == [])
    #expect(panel.inputs["n"] == "1024")
    #expect(panel.choose("n = 12") == [] && panel.inputs["n"] == "12")
    panel.type("2,048")
    #expect(panel.inputs.entries.contains { $0.value == "2048" }, "\(panel.text)")
    _ = panel.choose("n = 1,5")
    #expect(panel.inputs["n"] != "1.5" && !panel.inputs.entries.contains { $0.value == "15" })
  }

  @Test func shapesCountAsTheCourseDoes() throws {
    let inputs = Inputs([
      "n": "3", "d": "4", "heads": "2", "layers": "1", "mlp": "16", "vocabulary": "10",
    ])
    // 4·3·4·4 + 3·3·4 + 3·3·4 + 2·3·4·16 = 648; 4·16 + 16, 4·16 + 16, 16·4 + 4 and 2·2·4.
    let small = try ShapesWidget.opened(inputs).told
    #expect(small.contains("one block: 244 parameters, 648 multiply-adds"))
    // 244 + 10·4 for the tokens and 2·4 for the last norm; 648 + 3·4·10 for the scores of tokens.
    #expect(small.contains("in all: 292 parameters, 768 multiply-adds"))
    let large = try ShapesWidget.opened(ShapesWidget.example).told
    #expect(large.contains("one block: 3,152,384 parameters, 25,231,360 multiply-adds"))
    #expect(throws: Diagnostic.self) { _ = try ShapesWidget(inputs.with("heads", "3")) }
  }

  /// What was published, to the digits that were.
  @Test(arguments: [
    ("Transformer base", "63,082,496 parameters"), ("GPT-2 124M", "124,439,808 parameters"),
    ("gpt-2 124m", "124,439,808 parameters"), ("Llama 3 8B", "8,030,261,248 parameters"),
  ])
  func aPresetGivesAllSizes(name: String, parameters: String) throws {
    let widget = try ShapesWidget(Inputs(["preset": name]))
    #expect(try ShapesWidget.opened(widget.inputs).told.contains(parameters))
    #expect(widget.status.lowercased() == "as \(name.lowercased())")
    #expect(try ShapesWidget(widget.inputs).parameters == widget.parameters)
    // A size of one's own leaves the others.
    let longer = try ShapesWidget(Inputs(["preset": name, "n": "16"]))
    #expect(longer.parameters.shape.layers == widget.parameters.shape.layers)
    #expect(longer.parameters.shape.length == 16 && longer.status == "")
    #expect(throws: Diagnostic.self) { try ShapesWidget(Inputs(["preset": "GPT-9"])) }
  }

  /// Llama 3 8B: 2·32·8192·1024·2 bytes of keys and values; 16 bytes a weight for training.
  @Test func memoryIsCounted() throws {
    let widget = try ShapesWidget(Inputs(["preset": "Llama 3 8B"]))
    let memory = widget.memory
    #expect(
      memory.map(\.bytes) == [
        32_121_044_992, 16_060_522_496, 8_532_152_576, 4_517_021_952, 1_073_741_824,
        128_484_179_968, 128_484_179_968,
      ])
    #expect(ShapesWidget.size(1_073_741_824) == "1.07 GB")
    #expect(ShapesWidget.size(999_400) == "999 kB" && ShapesWidget.size(999_600) == "1 MB")
    #expect(ShapesWidget.size(12) == "12 bytes" && ShapesWidget.size(.max) == "")
  }

  @Test func biasesGatesAndGroupsChangeTheCount() throws {
    let inputs = Inputs([
      "n": "3", "d": "4", "heads": "2", "layers": "1", "mlp": "16", "vocabulary": "10",
    ])
    func block(_ more: [(String, String)]) throws -> String {
      var inputs = inputs
      for (key, value) in more { inputs[key] = value }
      return try ShapesWidget.opened(inputs).told
    }
    // Without its 16 + 20 bias terms; a third matrix of 4·16 + 16; keys and values half as wide.
    #expect(try block([("bias", "no")]).contains("208 parameters"))
    #expect(try block([("gate", "yes")]).contains("324 parameters"))
    #expect(try block([("kv-heads", "1")]).contains("224 parameters"))
    #expect(try block([("norm", "rms")]).contains("236 parameters"))
    #expect(try block([("norm", "none")]).contains("228 parameters"))
    #expect(throws: Diagnostic.self) { try block([("kv-heads", "3")]) }
    var panel = try panel(ShapesWidget.self, inputs, keys: [.character("b"), .character("s")])
    #expect(panel.inputs["bias"] == "no" && panel.inputs["gate"] == "yes")
    panel.press(.character("m"))
    #expect(panel.text.contains("65 M parameters published"))
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
    #expect(panel.text.contains("width 64: not tried yet"))
    _ = panel.update(.tick)
    _ = panel.press(.character("e"))
    panel.finish()
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
