import Notes
import Testing

@testable import Quiz

/// A line that parts a question from the next one is shown with neither.
@Suite struct QuestionEndTests {
  private func shown(_ body: String) throws -> [Block.Kind] {
    let text = "# C\n\n## L\n\nText.\n\n### Which?\n<!-- quiz id=which -->\n\n\(body)\n"
    let bank = QuestionBank(notes(text))
    #expect(bank.diagnostics == [])
    return try PresentedQuestion(try #require(bank.questions.first), seed: 1).prompt.map(\.kind)
  }

  private static let note = "> [!NOTE]\n> So it is."

  @Test(arguments: [
    "1. [ ] scores\n1. [x] weights\n\n---", "1. [ ] scores\n1. [x] weights\n\n---\n\n***",
    "1. [ ] scores\n1. [x] weights\n\n---\n\n\(note)", "\(note)\n\n---",
    "- [ ] scores\n- [x] weights\n\n\(note)\n\n---",
  ])
  func aLineBehindTheAnswersIsNotShown(body: String) throws {
    #expect(try shown(body) == [])
  }

  @Test func aLineBehindAGapIsNotShownAndOneAboveItIs() throws {
    let found = try shown("Look.\n\n---\n\nIt is [[one]].\n\n---\n")
    #expect(
      found == [
        .paragraph([.text("Look.")]), .rule, .paragraph([.text("It is ____.")]),
      ])
    #expect(
      try shown("Look.\n\n---\n\n1. [ ] scores\n1. [x] weights") == [
        .paragraph([.text("Look.")]), .rule,
      ])
  }
}
