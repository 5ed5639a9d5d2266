import Notes
import Quiz
import Testing
import Widgets

/// What a note binds is read once: the question that is made of it asks for the numbers that the
/// widget under it shows.
@Suite struct BindingTests {
  @Test(arguments: [
    "```\nu = np.array([1, 2, 3], dtype=float)\nv = [4, -5, 6]\nu @ v\n```",
    "```py\na = [1, 2]\nb = [3, 4]\nQ = [[1, 0]]\nK = [[1, 0], [0, 1]]\nV = [[1, 2], [3, 4]]\na @ b\n```",
    "```\nQ = [[1, 0, 1]]\nK = [[1, 0], [0, 1]]\nV = [[1, 2], [3, 4]]\nnp.dot([1, 2], [3, 4])\n```",
    "Thus $[1,2,3] \\cdot [4,5,6]$ is a number.",
    "And [0.5, 2] · [4, -1] = 0.",
    "```dot-product\nu = 1 2 3\nv = 4 5 6\n```",
    "```attention\nQ = 2 0; 0 2\nK = 2 0; 0 2\nV = 1 2; 3 4\n```",
  ])
  func widgetAndQuestionAgree(_ text: String) throws {
    let note = "# C\n\n## L\n\n\(text)\n"
    let library = Library(
      title: "", key: "", documents: [Document(path: "a.md", bytes: Array(note.utf8))])
    let blocks = library.markdown(of: library.lessonIDs(inDocument: 0)[0]).blocks
    let found = try #require(WidgetFinder.find(in: blocks, title: "L").widgets.first)
    let question = try #require(QuestionBank(library).questions.first)
    let figure = try #require(try PresentedQuestion(question, seed: 0).figure)
    #expect(found.type.name == figure.widget)
    let shown = try found.type.init(found.inputs.with("step", nil)).inputs
    #expect(try found.type.init(Inputs(text: figure.inputs)).inputs == shown)
  }

  /// A vector that is too long for a question is none for the widget to pass over.
  @Test func whatIsTooLongIsNotReplaced() throws {
    let long = (1...10).map(String.init).joined(separator: ", ")
    let note = "# C\n\n## L\n\n```\nu = [\(long)]\nv = [\(long)]\nu @ v\n[1, 2] @ [3, 4]\n```\n"
    let library = Library(
      title: "", key: "", documents: [Document(path: "a.md", bytes: Array(note.utf8))])
    #expect(QuestionBank(library).questions.isEmpty)
  }
}
