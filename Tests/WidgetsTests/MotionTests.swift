import Notes
import Testing
import TextUI

@testable import Widgets

/// A step that is played: each frame shows a part more, and nothing that is not so.
@Suite struct MotionTests {
  private func playing(_ type: any Widget.Type, _ inputs: Inputs, _ keys: Key...) throws
    -> any WidgetPanel
  {
    var panel = try panel(type, inputs, keys: keys)
    panel.isStill = false
    panel.press(.enter)
    return panel
  }

  private func frames(_ first: any WidgetPanel) -> [String] {
    var panel = first
    var frames: [String] = []
    while panel.isPlaying, frames.count < 100 {
      frames.append(panel.text)
      panel.nextFrame()
    }
    return frames + [panel.text]
  }

  @Test func aDotProductCountsUp() throws {
    let inputs = Inputs(["Q": "1 2 3", "K": "4 5 6", "V": "1"])
    let shown = frames(try playing(AttentionWidget.self, inputs))
    let sums = ["4 = 4", "4 + 10 = 14", "4 + 10 + 18 = 32", "4 + 10 + 18 = 32"]
    #expect(shown.count == 4)
    for (frame, sum) in zip(shown, sums) { #expect(frame.contains("    \(sum)")) }
    // The cell itself has its number once the sum is done.
    #expect(shown.dropLast().allSatisfy { !$0.contains("[32]") })
    #expect(shown.last?.contains("[32]") == true)
  }

  /// Two more are in what is said of the mask.
  @Test func theMaskFallsRowByRow() throws {
    let inputs = AttentionWidget.example.with("mask", "causal").with("step", "3")
    let shown = frames(try playing(AttentionWidget.self, inputs))
    #expect(shown.map { $0.count { $0 == "∞" } } == [4, 5, 5])
  }

  @Test func termsPileUp() throws {
    let shown = frames(
      try playing(AttentionWidget.self, AttentionWidget.example.with("step", "9")))
    #expect(shown.count == 4)
    #expect(shown[0].contains("0.401 = 0.401") && !shown[0].contains("0.4011·5"))
    #expect(shown[1].contains("0.401 + 0.593 = 0.994"))
    #expect(shown[3].contains("0.401 + 0.593 + 2.006 = 3.000"))
  }

  /// The tallest bar of the row touches 0 in the end, and each frame has sunk by the same.
  @Test func barsSinkByTheLargest() throws {
    let inputs = Inputs([
      "words": "a, b", "Q": "3", "K": "1; 2", "V": "1; 1", "scale": "none", "step": "4",
    ])
    var panel = try playing(AttentionWidget.self, inputs)
    // The largest is 6: a sixth of it goes each time.
    for left in (0..<6).reversed() {
      #expect(number(after: "b", in: panel) == left)
      panel.nextFrame()
    }
    #expect(!panel.isPlaying && number(after: "b", in: panel) == 0)
  }

  /// The number of a bar, by its name.
  private func number(after name: String, in panel: any WidgetPanel) -> Int? {
    let lines = panel.canvas(78, 21).text.map { $0.split(separator: " ") }
    return lines.lazy.compactMap { words in
      words.lastIndex { $0 == name }.flatMap { at in
        words.indices.contains(at + 1) ? Int(words[at + 1]) : nil
      }
    }.last
  }

  /// Each frame is the figure at a temperature, half that of the one before.
  @Test(arguments: [SoftmaxWidget.self, SamplingWidget.self] as [any Widget.Type])
  func temperaturesFall(_ type: any Widget.Type) throws {
    let scores = Inputs(["scores": "1 0 3"])
    let shown = frames(try playing(type, scores, .backTab))
    #expect(shown.count == 6)
    for (frame, temperature) in zip(shown, [32, 16, 8, 4, 2, 1]) {
      let inputs = scores.with("temperature", "\(temperature)")
      #expect(frame == (try panel(type, inputs, keys: [.backTab])).text)
    }
    let limit = try playing(type, scores.with("temperature", "0"), .backTab)
    #expect(!limit.isPlaying)
  }

  @Test func anyKeyEndsItAndDoesWhatItDoes() throws {
    var panel = try playing(AttentionWidget.self, AttentionWidget.example)
    panel.press(.enter)
    #expect(!panel.isPlaying && panel.text.contains("1]"))
    panel.press(.enter, .character("n"))
    #expect(!panel.isPlaying && panel.status == "step 2 of 9")
    // Where nothing moves, the key says what it is for.
    guard case .say(let text)? = panel.press(.enter).first else {
      Issue.record("nothing said")
      return
    }
    #expect(text.contains("This number is computed"))
  }

  /// From one temperature to the other in equal parts of the way; the weights are e^(s/T) over their sum, worked out apart.
  @Test func anotherTemperatureIsComeTo() throws {
    var softmax = try panel(SoftmaxWidget.self)
    softmax.isStill = false
    softmax.press(.character(">"))
    let shown = frames(softmax)
    #expect(shown.count == 5)
    let weights = [
      ("1.149", "0.6273"), ("1.32", "0.5923"), ("1.516", "0.5605"), ("1.741", "0.5319"),
      ("2", "0.5065"),
    ]
    for (frame, (temperature, weight)) in zip(shown, weights) {
      #expect(frame.contains(temperature) && frame.contains(weight), "\(frame)")
    }
    // The next change ends it, and begins anew; where something else changes, nothing moves.
    softmax.press(.character("<"))
    #expect(softmax.isPlaying)
    softmax.press(.character("m"))
    #expect(!softmax.isPlaying)
    softmax.press(.character("z"))
    #expect(!softmax.isPlaying && softmax.status == "temperature 0")
    var sampling = try panel(SamplingWidget.self)
    sampling.isStill = false
    sampling.press(.character("<"))
    #expect(sampling.isPlaying && frames(sampling).last?.contains("0.5") == true)
  }

  @Test func nothingMovesWhereItShallNot() throws {
    var panel = try panel(AttentionWidget.self, keys: [.enter])
    #expect(!panel.isPlaying)
    panel.isStill = false
    panel.press(.character("g"), .enter)
    #expect(!panel.isPlaying)
  }

  /// Less than a second at eleven frames a second, whatever the widget holds.
  @Test func noneIsLong() throws {
    let eight = (0..<8).map { _ in "1 2 3 4 5 6 7 8" }.joined(separator: "; ")
    for step in 1...9 {
      let inputs = Inputs(["Q": eight, "K": eight, "V": eight, "step": "\(step)"])
      #expect(frames(try playing(AttentionWidget.self, inputs)).count <= 10)
    }
    let vector = (1...16).map { "\($0)" }.joined(separator: " ")
    let dot = try playing(DotProductWidget.self, Inputs(["u": vector, "v": vector]), .tab)
    #expect(dot.isPlaying && frames(dot).count == 17)
  }
}
