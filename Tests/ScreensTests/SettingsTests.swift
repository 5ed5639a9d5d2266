import Scheduling
import Testing

@testable import Screens

@Suite struct SettingsTests {
  @Test func whatWasNeverChosenIsTheFallback() {
    #expect(Settings()[.retention] == 0.9)
    #expect(Settings()[.confidence] == false)
  }

  @Test func aChoiceIsReadBack() {
    var settings = Settings()
    settings.apply(.init(.retention, to: 0.87))
    settings.apply(.init(.confidence, to: true))
    #expect(settings[.retention] == 0.87)
    #expect(settings.scheduler == Scheduler(retention: 0.87))
    #expect(settings[.confidence])
    settings.apply(.init(.confidence, to: false))
    #expect(
      settings
        == {
          var one = Settings(); one.apply(.init(.retention, to: 0.87)); return one
        }())
  }

  /// The names and texts stand in state files, so they never change.
  @Test func choicesAreKeptAsBefore() {
    #expect(Settings(["quiz.retention": "0.91", "quiz.confidence": "yes"])[.retention] == 0.91)
    #expect(Settings(["quiz.confidence": "yes"])[.confidence])
    #expect(Settings.Change(.retention, to: 0.91).text == "0.91")
    #expect(Settings.Change(.confidence, to: true).text == "yes")
    #expect(Settings.Change(.confidence, to: false).text == nil)
  }

  @Test(arguments: ["", "often", "nan", "inf", "-1", "0.69", "1", "91%"])
  func whatIsNoValueCountsAsNone(text: String) {
    #expect(Settings(["quiz.retention": text, "quiz.confidence": text])[.retention] == 0.9)
    #expect(!Settings(["quiz.confidence": text])[.confidence])
  }

  @Test func theTableNamesEachOnce() {
    #expect(
      Settings.table.map(\.name) == [
        "quiz.retention", "quiz.new", "quiz.due", "quiz.confidence", "theme", "search.history",
      ])
    #expect(Settings.table[0].values == "70 % to 99 %")
    let fallbacks = ["90 %", "12", "60", "no", "as the terminal's background asks", "none"]
    #expect(Settings.table.map(\.fallback) == fallbacks)
  }
}
