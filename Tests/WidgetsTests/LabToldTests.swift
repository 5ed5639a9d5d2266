import Notes
import Testing
import TextUI

@testable import Widgets

/// What figures of the lab tell in lines, where there is no picture to look at.
@Suite struct LabToldTests {
  private func told(_ type: any Widget.Type, _ inputs: KeyValuePairs<String, String>) throws
    -> String
  {
    var all = type.example
    for (key, value) in inputs { all[key] = value }
    var panel = try type.opened(all)
    panel.finish()
    return panel.text
  }

  private func rows(_ text: String, after heading: String) throws -> [Substring] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0.contains(heading) }, "\(text)")
    return Array(lines[(start + 1)...].prefix { $0.hasPrefix("  ") })
  }

  /// A long run is a table of a dozen rows or so, its last step among them.
  @Test func aTableIsShort() throws {
    let text = try told(
      FineTuningWidget.self, ["method": "lora", "guess": "skip", "step": "500"])
    let table = try rows(text, after: "step     loss")
    #expect((8...14).contains(table.count) && table.last?.hasPrefix("   500") == true, "\(text)")
    // The rank is told as it is shown.
    #expect(text.contains("Change of Q in L1: rank 4 of 32; how far it goes in its"), "\(text)")
  }

  @Test func preferencesTellHowTheyComeToTheOptimum() throws {
    let text = try told(
      PreferencesWidget.self, ["choices": "ab", "steps": "30", "guess": "skip", "step": "0"])
    #expect(text.contains("At step 0 of 30:") && text.contains("At step 0 all rewards are 0"))
    #expect(try rows(text, after: "DPO off").first?.split(separator: " ") == ["0", "0.0", "0.0"])
    #expect(text.contains("a [A]") && !text.contains("←"), "\(text)")
  }

  /// Nothing stands where a picture is that has nothing to tell.
  @Test(arguments: ["none", "skip"]) func noHoleIsLeft(guess: String) throws {
    for objective in ["none", "next token"] {
      let text = try told(
        PreTrainingWidget.self, ["objective": objective, "guess": guess, "steps": "5"])
      #expect(!text.contains("\n\n\n"), "\(text)")
    }
  }

  /// What stands above a map on the screen is said once.
  @Test func aMapIsToldOnce() throws {
    let text = try told(InstructionsWidget.self, ["guess": "skip", "steps": "5", "step": "5"])
    #expect(text.contains("reverse, L1H") && !text.contains("→"), "\(text)")
  }

  /// A message names what is typed in lines, and what is pressed on a screen.
  @Test(arguments: [
    (
      "train", ["recipe": "reverse", "guess": "skip"], "f", "fall leads to the fall",
      "; f leads to the fall"
    ),
    ("fine-tuning", ["steps": "2"], "+", "more and less change", "+ and - change"),
    ("own-notes", ["steps": "10"], "K", "; keep keeps", "; K keeps"),
    (
      "descent", ["guess": "skip"], "⏎", "take takes a guess; guess asks",
      "Enter takes a guess; g asks"
    ),
    ("inside", ["show": "next"], "c", "cases is for", "c is for"),
    ("inside", ["show": "next"], ">", "on draws a token", "> draws a token"),
    ("inside", ["show": "patch"], "g", "patch makes one", "P makes one"),
    ("dot-product", [:], "f", "fit is for inputs", "f is for inputs"),
  ])
  func messagesNameWhatIsTyped(
    name: String, inputs: [String: String], key: Character, told: String, shown: String
  ) throws {
    let type = try #require(allWidgets.first { $0.name == name })
    var all = type.example
    for (key, value) in inputs { all[key] = value }
    for isLinear in [false, true] {
      var panel = try type.opened(all)
      panel.isLinear = isLinear
      let said = "\(panel.update(.key(key == "⏎" ? .enter : .character(key))))"
      #expect(said.contains(isLinear ? told : shown), "\(said)")
      #expect(!said.contains("\u{E010}") && !panel.text.contains("\u{E010}"))
    }
  }
}
