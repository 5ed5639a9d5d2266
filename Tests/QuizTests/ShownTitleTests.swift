import Notes
import Testing

@testable import Quiz

/// What a question is called in lists and files: its heading as its author sees it, without any sign of ours.
@Suite struct ShownTitleTests {
  @Test(arguments: [
    (#"What does \[\[x\]\] mean?"#, "", "What does [[x]] mean?"),
    ("What does `[[y]]` mean?", "", "What does [[y]] mean?"),
    ("What is {{a}} times 2?", " a=int(1,9)", "What is {{a}} times 2?"),
  ])
  func aHeadingsMarksAreShownAsTheyWereMeant(
    heading: String, parameters: String, title: String
  ) throws {
    let bank = QuestionBank(
      text: "# T\n\n## L\n\n### \(heading)\n<!-- quiz id=q\(parameters) -->\nIt is [[right]].\n")
    let question = try #require(bank.questions.first)
    #expect(question.title == title && question.shownTitle(ascii: false) == title)
    #expect(
      question.title.unicodeScalars.allSatisfy { $0.properties.generalCategory != .privateUse })
  }
}
