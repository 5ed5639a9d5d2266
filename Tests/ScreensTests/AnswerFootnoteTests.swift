import Notes
import Pages
import Quiz
import TextUI
import Testing

@testable import Screens

/// A footnote that only a question refers to is told with its answer, and not below the lesson.
@Suite struct AnswerFootnoteTests {
  private static let hidden = [
    "It is [[exp]].\n\n> [!NOTE]\n> Yes[^n].", "It is [[exp]][^n].",
    "- [x] exp[^n]\n- [ ] log", "1. [x] exp\n   > So it is[^n].\n1. [ ] log",
    "1. exp[^n]\n2. log\n3. sum", "- exp :: power[^n]\n- log :: inverse",
    "> [!NOTE]\n> It is that[^n].", "> A hint[^n].\n\nIt is [[exp]].",
    "It is [[exp]].\n\n> [!NOTE]\n> Yes^[It is secret, always].",
    "See[^n].\n\nIt is [[exp]].", "See[^n].\n\n1. [x] exp\n1. [ ] log",
  ]

  private func lesson(_ body: String) -> String {
    """
    # C

    ## L

    Words\(body.contains("Words") ? "[^n]" : "").

    ### Which?
    <!-- quiz id=a -->
    \(body.replacing("Words", with: ""))

    [^n]: It is secret, always.
    """
  }

  private func page(_ body: String) throws -> String {
    let library = Library(
      title: "N", key: "k", documents: [Document(path: "a.md", bytes: Array(lesson(body).utf8))])
    let id = try #require(library.lessonIDs.first)
    var page = LessonPage(id, in: AppState(library: library))
    page.fit(width: 60, ascii: false)
    return page.page.text.joined(separator: "\n")
  }

  @Test(arguments: hidden) func itIsNotBelowTheLesson(_ body: String) throws {
    let text = try page(body)
    #expect(!text.contains("secret"), "\(text)")
    // One that the lesson refers to besides stands there.
    let beside = try page("Words\n" + body)
    #expect(body.contains("^[") || beside.contains("secret"))
  }

  @Test(arguments: hidden) func itIsToldWithTheAnswer(_ body: String) throws {
    let library = Library(
      title: "N", key: "k", documents: [Document(path: "a.md", bytes: Array(lesson(body).utf8))])
    let question = try #require(QuestionBank(library).questions.first)
    let told = try PresentedQuestion(question, seed: 1).explanation
    let lines = told.lines(width: 60, ascii: false, isLinear: false).map(\.text)
    #expect(lines.joined(separator: "\n").contains("secret"), "\(lines)")
  }

  /// A footnote answers nothing: a question that has no answer besides is none.
  @Test func oneIsNoAnswer() {
    let text = lesson("Is it so[^n]?")
    let library = Library(
      title: "N", key: "k", documents: [Document(path: "a.md", bytes: Array(text.utf8))])
    let bank = QuestionBank(library)
    #expect(bank.questions.isEmpty)
    #expect(bank.diagnostics.contains { $0.message == "a question without an answer" })
  }
}
