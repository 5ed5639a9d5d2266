import Lab
import Models
import Notes
import Testing
import TextUI

@testable import Widgets

/// What stands beside each other in the figures of the lab: two methods, two runs, two steps.
@Suite struct LabCompareTests {
  /// A method that was left before its end was seen stays unseen, however far the one beside it is watched.
  @Test(arguments: [false, true]) func nothingIsComparedThatWasNotSeen(isGuessed: Bool) throws {
    var panel = try still(FineTuningWidget.self, ["steps": "12"])
    panel.isStill = false
    if isGuessed {
      panel.press(.character(" "), .enter)
      panel.nextFrame()
    }
    panel.press(.character("c"), .character("4"))
    panel.isStill = true
    panel.press(.character(" "), .enter, .end)
    #expect(
      panel.text.contains("head only beside all weights, which is seen once you have guessed it."))
    let last = try #require(panel.transcript.last { $0.trimmed.hasPrefix("12 ") })
    #expect(last.split(separator: " ").count { $0 == "·" } == 2, "\(panel.transcript)")
    panel.press(.character("1"), .character(" "), .enter, .end, .character("4"))
    #expect(!panel.text.contains("which is seen once"), "\(panel.text)")
  }

  /// Each of two heads is set beside the one head of the run as it is; a layer that it has not is named.
  @Test(arguments: [
    ("reverse", "two heads", " It has 1 head: each is set beside that."),
    ("induction-one-layer", "two layers", " It has no layer L1."), ("reverse", "no positions", ""),
  ])
  func everyHeadIsCompared(recipe: String, knob: String, note: String) throws {
    var panel = Panel(
      try TrainWidget(
        Inputs(["recipe": recipe, "knob": knob, "steps": "12", "guess": "skip", "step": "12"])))
    panel.finish()
    panel.press(.character("v"))
    let words = "\"+\" looks there more, \"−\" less.\(note) compare ends it."
    #expect(panel.text.contains("Against the run as it is: " + words), "\(panel.text)")
    let widget = panel.widget
    let moment = try #require(widget.moment)
    let maps = widget.maps(moment, TrainWidget.View(cursor: widget.firstCursor))
    for (index, head) in TrainMoment.heads(widget.shape).enumerated() {
      let beside = maps[index].before
      #expect((beside == nil) == (note.contains("no layer") && head.layer == 1), "\(head)")
      guard let beside else { continue }
      let plain = try #require(TrainMoment(widget.plain, at: 12)?.look)
      let number = min(head.head, plain.shape.heads - 1)
      #expect(beside == plain.map(layer: head.layer, head: number))
    }
  }

  /// Beside another run nothing is left out of what was right.
  @Test func bothRunsAreToldWhole() throws {
    var panel = try still(
      InstructionsWidget.self, ["steps": "20", "guess": "skip", "knob": "without shift"])
    panel.press(.end)
    let heads = panel.transcript.indices.filter { panel.transcript[$0].contains("step    loss") }
    #expect(heads.count == 2, "\(panel.transcript)")
    for head in heads {
      for name in ["right", "copy", "reverse", "shift", "sort"] {
        #expect(panel.transcript[head].contains("  " + name))
      }
    }
    #expect(panel.transcript.contains("The run as it is:"))
    #expect(panel.transcript.contains { $0.hasPrefix("Right leaves out shift: no row of its") })
  }

  /// Before training and back is back to the step that one came from.
  @Test func theUntrainedModelLeadsBack() throws {
    var panel = try still(InstructionsWidget.self, ["steps": "40", "guess": "skip"])
    panel.press(.end, .left, .left, .character("p"))
    #expect(panel.inputs["step"] == nil || panel.inputs["step"] == "0", "\(panel.inputs)")
    panel.press(.character("p"))
    #expect(panel.inputs["step"] == "38")
    // Whoever begins there is led to the end.
    panel.press(.home, .character("p"))
    #expect(panel.inputs["step"] == "40")
  }
}
