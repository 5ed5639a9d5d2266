import Notes
import Testing
import TextUI

@testable import Widgets

/// What is asked finds room for its answers, and for the marked one in whatever room.
@Suite struct LabQuestionTests {
  private let question = LabQuestion(
    "Which part of the first layer, switched off, costs it most?",
    choices: ["L0H0", "L0H1", "L0H2", "L0H3", "L0MLP"])

  @Test(arguments: [30, 36, 60]) func allAnswersAreSeen(columns: Int) {
    for rows in question.leastHeight(columns)...9 {
      let text = question.list(2, columns: columns, rows: rows).map(\.text).joined(separator: "\n")
      for (index, choice) in question.choices.enumerated() {
        #expect(text.contains("\(index + 1) \(choice)"), "\(text)")
      }
      #expect(text.contains("[2 L0H1]") && text.hasPrefix("Which part"))
    }
    // One a line where there is room for that.
    let lines = question.list(1, columns: columns, rows: question.height(columns))
    #expect(lines.count == question.height(columns))
  }

  /// In a row or two the question gives way to what is chosen.
  @Test func theMarkedOneIsAlwaysSeen() {
    for rows in 2...9 {
      for columns in [8, 12, 20, 80] {
        for mark in 1...5 {
          let lines = question.list(mark, columns: columns, rows: rows)
          #expect(lines.count <= rows && lines.allSatisfy { $0.count <= columns })
          #expect(lines.contains { $0.text.contains("[\(mark)") }, "\(rows) \(columns) \(mark)")
        }
      }
    }
    #expect(question.list(1, columns: 80, rows: 0).isEmpty)
    #expect(question.list(1, columns: 0, rows: 3).count <= 3)
  }

  /// Keys of every figure that asks: one that does nothing then says what keeps it from that.
  @Test(arguments: allWidgets.map { $0.name }) func keysThatDoNothingSaySo(name: String) throws {
    let type = try #require(allWidgets.first { $0.name == name })
    func own<W: Widget>(_ type: W.Type) -> [Key] { W.actions.flatMap(\.keys) }
    for key in own(type) + [.character("u")] {
      var panel = try type.opened(type.example)
      panel.isStill = true
      for start in [Key.character("g"), .character(" ")]
      where panel.inputs["guess"] != "ask" && type.inputKeys.contains("guess") {
        panel.press(start)
      }
      guard panel.inputs["guess"] == "ask" else { return }
      let (before, drawn) = (panel.inputs, panel.canvas(78, 20).text)
      let effects = panel.press(key)
      let isSilent = effects.isEmpty && panel.field == nil && panel.inputs == before
      #expect(!isSilent || panel.canvas(78, 20).text != drawn, "\(name): \(key) is silent")
    }
  }
}
