import Notes
import TestSupport
import TextUI
import Testing

@testable import Widgets

/// How a fence opens its widget: at a number, its results hidden.
@Suite struct OpeningTests {
  private static let inputs = Inputs([
    "Q": "1 2; 3 4", "K": "1 0; 0 1", "V": "5 6; 7 8", "step": "1",
  ])

  /// What is said of the first score of a query.
  private static func name(_ query: Int) -> String { "query \"\(query)\" looks at key \"1\"" }

  private func opened(_ look: KeyValuePairs<String, String>) throws -> any WidgetPanel {
    try AttentionWidget.opened(look.reduce(Self.inputs) { $0.with($1.key, $1.value) })
  }

  @Test func theCursorStandsWhereTheFenceSays() throws {
    #expect(try opened([:]).text.contains(Self.name(1)))
    let panel = try opened(["cursor": "2 1"])
    #expect(panel.text.contains(Self.name(2)) && !panel.isChanged)
    var other = try opened(["cursor": "K 2 1"])
    other.type("9")
    #expect(other.inputs["K"] == "1 0; 9 1")
  }

  @Test func resultsAreHiddenUntilGuessed() throws {
    var panel = try opened(["view": "guess", "cursor": "2 1"])
    #expect(panel.text.contains("?") && panel.status.hasSuffix("predict"))
    #expect(panel.preview(width: 60, height: 10, ascii: false).isEmpty, "nor in the lesson")
    panel.type("3")
    #expect(panel.text.contains("✓"))
  }

  /// What a reader left is not hidden again.
  @Test func aDraftOpensAsItWasLeft() throws {
    var panel = try opened(["view": "guess"])
    panel.press(.character("g"), .down)
    let draft = try #require(Draft(panel.draft.text))
    let again = try AttentionWidget.opened(Self.inputs.with("view", "guess"), draft: draft)
    #expect(!again.status.hasSuffix("predict") && again.text.contains(Self.name(2)))
  }

  /// A place in a model's own numbers opens as the model has it, whatever was made of other ones; what
  /// was made of the same stays, and is said.
  @Test func aHeadOpensWithItsOwnNumbers() throws {
    let head = Self.inputs.with("source", "L0H0 of reverse").with("cursor", "1 1")
    var panel = try AttentionWidget.opened(head)
    panel.press(.character("m"), .character("n"), .down)
    let draft = try #require(Draft(panel.draft.text))
    let fresh = try AttentionWidget.opened(head)
    #expect(draft.inputs["mask"] != fresh.inputs["mask"] && draft.inputs["step"] != "1")
    let other = head.with("Q", "9 2; 3 4").with("cursor", "2 1")
    let (opened, own) = (
      try AttentionWidget.opened(other, draft: draft), try AttentionWidget.opened(other)
    )
    #expect(opened.inputs == own.inputs && opened.text == own.text)
    let same = try AttentionWidget.opened(head.with("cursor", "2 1"), draft: draft)
    #expect(same.inputs["mask"] == draft.inputs["mask"] && same.inputs["step"] == "1")
    #expect(
      same.text.contains(Self.name(2)) && same.text.contains("mask as you left it: R brings back"))
    // As long as it is not what the map shows, that stands beside the title.
    var kept = same
    #expect(kept.status.hasPrefix("changed ") && !fresh.status.contains("changed"))
    kept.press(.down)
    #expect(kept.status.hasPrefix("changed "))
    kept.press(.character("R"))
    #expect(!kept.status.contains("changed") && kept.inputs["mask"] == fresh.inputs["mask"])
  }

  @Test(arguments: [
    ("view", "guss", "\"guss\" is none: write view = guess"),
    ("cursor", "9 1", "there are 2 rows and 2 columns"),
    ("cursor", "here", "write a row and a column"), ("cursor", "K", "write a row and a column"),
  ])
  func whatCannotBeIsToldAtItsLine(key: String, value: String, message: String) throws {
    let text = Self.inputs.entries.map { "\($0.key) = \($0.value)" }.joined(separator: "\n")
    let inputs = try Inputs(text: text + "\n\(key) = \(value)", after: 10)
    let problems = AttentionWidget.problems(inputs)
    #expect(problems.count == 1 && problems[0].line == 15)
    #expect(problems[0].advice.contains(message))
    #expect(throws: problems[0]) { _ = try AttentionWidget.opened(inputs) }
  }

  /// What hides no cells asks its question.
  @Test func whatAsksOpensWithItsQuestion() throws {
    for type in [InsideWidget.self, FineTuningWidget.self] as [any Widget.Type] {
      let panel = try type.opened(type.example.with("view", "guess"))
      // A page of the model inside is covered, whatever its fence says.
      let isAsked = panel.inputs["guess"] == "ask" || panel.text.contains("see shows it")
      #expect(isAsked, "\(type.name)")
      #expect(type.problems(type.example.with("view", "guess")) == [])
    }
    let inputs = InsideWidget.example.with("show", "units").with("view", "guess")
    #expect(
      InsideWidget.problems(inputs).map(\.advice) == [
        "view: nothing is asked here: leave view = guess out"
      ])
    #expect(throws: InsideWidget.problems(inputs)[0]) { _ = try InsideWidget.opened(inputs) }
  }

  /// Where there are no cells, no cursor is taken in silence.
  @Test func withoutCellsThereIsNoCursor() {
    let problems = InsideWidget.problems(InsideWidget.example.with("cursor", "1 1"))
    #expect(
      problems.map(\.advice) == [
        "cursor: inside has no cells to stand on: leave it out; place = 4 is a token, head = L1H0 a part"
      ])
    #expect(
      FineTuningWidget.problems(FineTuningWidget.example.with("cursor", "1 1")).map(\.advice)
        == ["cursor: fine-tuning has no cells to stand on: leave it out"])
  }
}
