import Formulas
import Notes
import Testing
import TextUI

@testable import Widgets

/// What keys do where a guess is asked for, and where a number was just typed.
@Suite struct GuessKeyTests {
  private func predicting(_ step: Int) throws -> Panel<AttentionWidget> {
    var panel = Panel(try AttentionWidget(AttentionWidget.example.with("step", "\(step)")))
    panel.press(.character("g"))
    return panel
  }

  /// Words typed as a guess change nothing: no letter of them is a key then.
  @Test(arguments: ["hello", "max", "Random", "bdf", "DRAW"])
  func lettersAreNoKeys(word: String) throws {
    var panel = try predicting(4)
    let before = panel.inputs
    for letter in word {
      let effects = panel.update(.key(.character(letter)))
      if panel.isKeptBack(.character(letter)) {
        #expect(effects.contains { if case .say = $0 { true } else { false } })
      }
      #expect(!effects.contains { if case .write = $0 { true } else { false } })
    }
    #expect(panel.inputs == before)
    #expect(panel.typing == nil)
  }

  /// On an input nothing is asked: letters are keys there.
  @Test func elsewhereTheyAre() throws {
    var panel = try predicting(4)
    panel.press(.tab)
    panel.press(.character("m"))
    #expect(panel.inputs["mask"] == "causal")
  }

  /// The footer offers no key that does nothing.
  @Test func noneIsOffered() throws {
    let panel = try predicting(4)
    for shortcut in panel.keys where shortcut.footer != nil {
      #expect(!shortcut.keys.contains { panel.isKeptBack($0) }, "\(shortcut)")
    }
  }

  /// Backspace mends the number under the cursor, and leaves only from a result.
  @Test func backspaceEdits() throws {
    var panel = Panel(try AttentionWidget(AttentionWidget.example))
    panel.press(.tab)
    #expect(panel.table != nil)
    #expect(panel.update(.key(.backspace)) == [])
    #expect(panel.field?.text == "1")
    panel.press(.escape)
    while panel.table != nil { panel.press(.tab) }
    #expect(panel.update(.key(.backspace)) == [.back])
  }

  /// Esc closes what was said of a guess before it leaves.
  @Test func escapeClosesTheVerdict() throws {
    var panel = try predicting(7)
    panel.type("0.4")
    #expect(panel.text.contains("Right: 0.4011"))
    #expect(panel.update(.key(.escape)) == [])
    #expect(!panel.text.contains("Right"))
    #expect(panel.update(.key(.escape)) == [.back])
  }

  /// What a change was understood as is said once.
  @Test func aMaskIsToldOnce() throws {
    var panel = try panel(AttentionWidget.self, AttentionWidget.example.with("step", "3"))
    panel.press(.character("m"))
    let told = panel.text.split(separator: "\n").filter { $0.hasPrefix("Mask ") }
    #expect(told.count == 1, "\(told)")
  }

  /// A row that sees nothing says so where others show what is taken off.
  @Test func aRowWithoutKeysSaysSo() throws {
    let inputs = AttentionWidget.example.with("mask", "0 0 0; 1 1 0")
    for step in ["4", "7"] {
      let panel = try panel(AttentionWidget.self, inputs.with("step", step))
      #expect(panel.canvas(80, 21).text.joined().contains("all masked"))
    }
  }

  /// A minus sign stands apart from the arrow that it is drawn on.
  @Test func arrowsLeaveSignsAlone() throws {
    let panel = try panel(AttentionWidget.self, AttentionWidget.example.with("step", "4"))
    let lines = panel.canvas(80, 21, ascii: true).text.filter {
      $0.contains("▸") && $0.contains("0.7071")
    }
    #expect(!lines.isEmpty)
    for line in lines {
      #expect(line.contains(" - ") && !line.contains("─ -") && !line.contains("─-"))
    }
  }
}
