import Notes
import Testing

@testable import Quiz

/// Comments for other programs on the lines beside a question's own.
@Suite struct NeighbourCommentTests {
  private func bank(_ body: String) -> QuestionBank {
    QuestionBank(
      Library(
        title: "T", key: "t",
        documents: [Document(path: "a.md", bytes: Array("# A\n\n## B\n\nText.\n\n\(body)\n".utf8))])
    )
  }

  @Test(arguments: [
    "<!-- prettier-ignore -->\n<!-- quiz id=q -->",
    "<!-- quiz id=q -->\n<!-- markdownlint-disable -->",
    "<!-- prettier-ignore -->\n\n<!-- quiz id=q -->", "<!-- a\nb -->\n<!-- quiz id=q -->",
  ])
  func theQuestionIsAsked(comments: String) {
    let bank = bank("### Which?\n\(comments)\n\n1. [ ] a\n1. [x] b\n\n## C\n\nMore.")
    #expect(bank.diagnostics.filter { $0.severity == .error } == [])
    #expect(bank.questions.map(\.id).contains("q"))
  }

  /// What is no question hides nothing of what stands below.
  @Test func othersAskNothing() {
    let bank = bank("<!-- The quiz starts at 9 -->\n<!-- it is long -->\n\nMore.")
    #expect(bank.diagnostics.filter { $0.severity == .error } == [])
  }

  /// A name in a gap is its key: who learns is not told it where it cannot be asked.
  @Test func aKeyThatIsNoNameIsNotTold() {
    let document = Document(
      path: "a.md",
      bytes: Array("# A\n\n## B\n\n### Which?\n<!-- quiz -->\nIt is [[= softmax]].\n".utf8))
    let library = Library(title: "T", key: "t", documents: [document])
    let broken = LessonQuestions(LessonID(document: 0, chapter: 0, lesson: 0), in: library).broken
    #expect(broken.map(\.problem.message) == ["a name is not among the parameters of the question"])
  }
}
