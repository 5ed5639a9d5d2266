import Lab
import Notes
import Testing
import TextUI

@testable import Widgets

/// Which changes make another question, which is asked before it is told, and which do not.
@Suite struct LabSeedTests {
  /// What was guessed is of the run that was asked about: with the next seed it is no longer said. The question is
  /// the same, and is not asked again by itself: that is told in a line.
  @Test(
    arguments: [
      "train", "instructions", "pre-training", "fine-tuning", "own-notes", "preferences",
    ], ["r", "seed = 7"])
  func anotherSeedIsNotJudged(name: String, change: String) throws {
    let type = try #require(allWidgets.first { $0.name == name })
    var panel = try still(
      type, name == "preferences" ? ["labeller": "quality", "steps": "30"] : ["steps": "12"])
    panel.press(.character(" "), .enter)
    panel.finish()
    panel.press(.end)
    #expect(panel.text.contains("You said"), "\(panel.text)")
    _ = change == "r" ? panel.press(.character("r")) : panel.choose(change) ?? []
    panel.finish()
    #expect(!panel.text.contains("You said") && panel.inputs["guess"] == "known")
    let words = "\(name == "preferences" ? "Other choices" : "Another seed"), the same question: "
    #expect(panel.text.contains(words + "you have answered it. guess asks it again."))
    let line = try #require(panel.canvas(79, 21).text.first { $0.contains(words) })
    #expect(line.contains("g asks it again."))
    panel.press(.character("g"))
    #expect(panel.inputs["guess"] == "ask" && !panel.text.contains(words))
  }

  /// A knob that was turned since does not make it another question.
  @Test(arguments: [("train", "1"), ("instructions", "2"), ("pre-training", "3")])
  func aKnobDoesNotAskAgain(name: String, knob: String) throws {
    let type = try #require(allWidgets.first { $0.name == name })
    var panel = try still(type, ["steps": "12"])
    panel.press(.character(" "), .enter)
    panel.finish()
    panel.press(.end, .character(Character(knob)))
    panel.finish()
    panel.press(.character("r"))
    panel.finish()
    #expect(panel.inputs["guess"] == "known" && panel.inputs["step"] == "12", "\(panel.inputs)")
    #expect(!panel.text.contains("You said"))
  }

  /// What was guessed and not seen to its end is asked of the new run.
  @Test(arguments: ["train", "instructions", "pre-training", "fine-tuning", "own-notes"])
  func anUnjudgedGuessIsAskedAgain(name: String) throws {
    let type = try #require(allWidgets.first { $0.name == name })
    var panel = try still(type, ["steps": "12"])
    panel.isStill = false
    panel.press(.character(" "), .enter)
    panel.nextFrame()
    panel.press(.character("r"))
    #expect(panel.inputs["guess"] == nil && panel.inputs["step"] == nil, "\(panel.inputs)")
    #expect(panel.inputs["seen"] == nil)
  }

  /// Another β, and another who chooses, are other questions: nothing of them is told before it is asked.
  @Test(arguments: ["+", "-", "2", "3", "x", "beta = 2", "labeller = one who likes length"])
  func otherPreferencesAreAskedAbout(change: String) throws {
    var panel = try still(PreferencesWidget.self, ["choices": "abba", "steps": "30"])
    panel.press(.character(" "), .character("3"))
    panel.finish()
    #expect(panel.text.contains("You said both"), "\(panel.text)")
    _ = change.count == 1 ? panel.press(.character(Character(change))) : panel.choose(change) ?? []
    panel.finish()
    #expect(panel.inputs["guess"] == nil, "\(panel.inputs)")
    let rows = panel.canvas(100, 30).text.filter { $0.contains("…") }
    #expect(rows.count >= PreferencesWidget.candidates.count, "\(panel.text)")
    panel.press(.character(" "))
    #expect(panel.inputs["guess"] == "ask")
    // Who does not guess is not asked.
    panel.press(.escape)
    _ = panel.choose("beta = 5")
    panel.finish()
    #expect(panel.inputs["guess"] == "skip")
    #expect(!panel.canvas(100, 30).text.contains { $0.contains("  …") }, "\(panel.text)")
  }
}
