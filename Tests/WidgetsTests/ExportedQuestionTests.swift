import Notes
import Testing
import TextUI

@testable import Widgets

/// Files of widgets that ask before they show: one rule for all of them.
@Suite struct ExportedQuestionTests {
  /// Those whose question hides how a run ends.
  static let labs = allWidgets.filter { $0 is any LabFigure.Type }.map { $0.name }

  private func asking(_ name: String, view: String? = "guess") throws -> any WidgetPanel {
    let type = try #require(allWidgets.first { $0.name == name })
    var inputs = type.example
    if let view { inputs = inputs.with("view", view) }
    // What nothing is learnt from asks nothing.
    if name == PreferencesWidget.name { inputs = inputs.with("labeller", "length") }
    if type.inputKeys.contains("steps") { inputs = inputs.with("steps", "20") }
    var panel = try type.opened(inputs)
    panel.isStill = true
    panel.finish()
    return panel
  }

  private func isAsking(_ inputs: Inputs) -> Bool { inputs["guess"] == "ask" }

  /// Files tell how it ends: as long as that is asked, or is still to be, none is written, and nothing changes.
  @Test(arguments: labs) func whatIsAskedIsNotWritten(name: String) throws {
    var panel = try asking(name)
    try #require(isAsking(panel.inputs), "\(panel.inputs.text)")
    let before = panel.text
    #expect(
      panel.press(.character("e")) == [.say("A guess first: the files tell how it ends")])
    #expect(isAsking(panel.inputs) && panel.text == before)
    panel = try asking(name, view: nil)
    #expect(!isAsking(panel.inputs))
    let unasked = panel.text
    #expect(
      panel.press(.character("e"))
        == [.say("A guess first: the files tell how it ends; Space asks")])
    #expect(panel.text == unasked)
    panel.press(.character(" "))
    #expect(isAsking(panel.inputs), "\(panel.inputs.text)")
    panel.press(.escape)
    guard case .write? = panel.press(.character("e")).first else {
      Issue.record("nothing is written")
      return
    }
  }

  /// What a command writes tells it too, and says nothing of an answer that nobody gave.
  @Test(arguments: labs) func whatACommandWritesIsKnown(name: String) throws {
    let files = try asking(name).files
    #expect(!files.contains { $0.text.contains("you have answered it") })
    // Whoever gets them has seen nothing.
    let (type, inputs) = try Export.read(Array(files[0].text.utf8))
    for key in ["seen", "guess", "guesses", "asked"] { #expect(inputs[key] == nil, "\(key)") }
    var other = try type.opened(inputs)
    other.isStill = true
    other.finish()
    other.press(.character(" "))
    #expect(isAsking(other.inputs), "\(other.inputs.text)")
  }

  /// From the last step too: it is what the next reader is asked about.
  @Test(arguments: labs) func whatWasSeenToItsEndIsAskedAgain(name: String) throws {
    var panel = try asking(name)
    panel.press(.escape, .end)
    #expect(!isAsking(panel.inputs))
    guard case .write(let files)? = panel.press(.character("e")).first else {
      Issue.record("nothing is written")
      return
    }
    let (type, inputs) = try Export.read(Array(files[0].text.utf8))
    var other = try type.opened(inputs)
    other.isStill = true
    other.finish()
    other.press(.character(" "))
    #expect(isAsking(other.inputs), "\(other.inputs.text)")
  }
}
