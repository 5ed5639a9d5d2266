import Notes
import Testing
import TextUI

@testable import Widgets

/// Files of widgets that ask before they show: one rule for all of them.
@Suite struct ExportedQuestionTests {
  /// Those whose question hides how a run ends.
  static let labs = allWidgets.filter { $0 is any LabFigure.Type }.map { $0.name }

  private func asking(_ name: String) throws -> any WidgetPanel {
    let type = try #require(allWidgets.first { $0.name == name })
    var inputs = type.example.with("view", "guess")
    // What nothing is learnt from asks nothing.
    if name == PreferencesWidget.name { inputs = inputs.with("labeller", "length") }
    if type.inputKeys.contains("steps") { inputs = inputs.with("steps", "20") }
    var panel = try type.opened(inputs)
    panel.isStill = true
    panel.finish()
    return panel
  }

  private func isAsking(_ inputs: Inputs) -> Bool { inputs["guess"] == "ask" }

  @Test(arguments: labs) func whatIsWrittenIsKnown(name: String) throws {
    var panel = try asking(name)
    try #require(isAsking(panel.inputs), "\(panel.inputs.text)")
    let whole = panel.files
    guard case .write(let files)? = panel.press(.character("e")).first else {
      Issue.record("nothing is written")
      return
    }
    // By the key and by a command the same is written, and what is seen is not asked again.
    #expect(files == whole)
    #expect(panel.inputs["guess"] == "known", "\(panel.inputs.text)")
    panel.press(.character(" "))
    #expect(!isAsking(panel.inputs), "\(panel.inputs.text)")
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
