import Notes
import Quiz
import Testing
import TextUI

@testable import Screens

/// What is listened to: words and numbers in one dimension, and no more of them than was asked for.
@Suite struct PlainModeTests {
  private static let lesson = """
    # Notes

    ## Softmax

    $$\\operatorname{softmax}(s)_i = \\frac{e^{s_i}}{\\sum_j e^{s_j}}$$

    > [!WARNING]
    > Mind the sign.

    > So it was said.

    ```py
    x = 1
    ```

    ```softmax
    scores = 1, 2
    ```

    | size | time |
    |------|------|
    | 1    | 2 s  |

    ---

    ### Which?
    <!-- quiz id=w -->

    1. [x] this
    1. [ ] that

    ### Last

    Text.[^1]

    [^1]: A note.
    """

  private func app(_ notes: [(String, String)], _ routes: [Route] = [.contents]) -> App {
    let documents = notes.map { Document(path: $0.0, bytes: Array($0.1.utf8)) }
    var state = AppState(library: Library(title: "Notes", key: "k", documents: documents))
    state.isLinear = true
    return App(state: state, size: Size(columns: 80, rows: 1_000_000), opening: routes)
  }

  private func say(_ line: String, to app: inout App) -> [Effect] {
    app.update(.line(line), now: Moment(utc: 0)) ?? []
  }

  @Test func nothingSpeaksToTheEyeAlone() throws {
    let id = LessonID(document: 0, chapter: 0, lesson: 0)
    let lines = app([("n.md", Self.lesson)], [.contents, .lesson(id, .top)]).transcript
    let signs = lines.joined().unicodeScalars.filter { (0x2500...0x25FF).contains($0.value) }
    #expect(signs.isEmpty, "\(signs)")
    for expected in [
      "softmax(s)ᵢ = e^(sᵢ)/∑ⱼ e^(sⱼ)", "Warning:", "Mind the sign.", "Quote:", "So it was said.",
      "Code, py:", "x = 1", "size: 1; time: 2 s", "Which?",
      "End of code.", "A question, choose one: type 2 to open it", "Footnotes:", "[1] A note.",
      "  2  a question: Which?",
    ] {
      #expect(lines.contains(expected), "\(expected) in \(lines)")
    }
    #expect(lines.contains { $0.hasSuffix("type 1 to open it") && $0.contains("Softmax") })
    #expect(!lines.contains { $0.contains("Enter") })
  }

  /// Formulas in titles are read as in the text, and what is known by a title keeps its name.
  @Test func formulasInTitlesAreDrawn() {
    let question = "### What of $\\frac{a}{2}$?\n<!-- quiz id=q -->\nIt is [[a]].\n"
    let notes = [
      ("n.md", "# A\n\n## The **root** $\\sqrt{d_k}$ of `d_k`\n\nText.\n\n\(question)"),
      ("m.md", "# B\n\nAll of ${x^2}$\n---\n\nText.\n"), ("snake_case.md", "Text.\n"),
    ]
    let lines = app(notes).transcript
    #expect(lines.contains { $0.contains("The root √dₖ of d_k") }, "\(lines)")
    #expect(lines.contains { $0.contains("All of x²") }, "\(lines)")
    #expect(!lines.joined().contains("\\"))
    let id = LessonID(document: 0, chapter: 0, lesson: 0)
    let lesson = app(notes, [.contents, .lesson(id, .top)])
    #expect(lesson.state.library.key(of: id) == "n.md#The root \\sqrt{d_k} of d_k")
    #expect(lesson.transcript.contains("What of a/2?"), "\(lesson.transcript)")
  }

  /// What is folded is told as that, and read where its number is typed.
  @Test func whatIsFoldedIsReadWhereItIsAskedFor() {
    let text = "# A\n\n<details><summary>More</summary>\n\nHidden\n\n</details>\n\nEnd\n"
    let id = LessonID(document: 0, chapter: 0, lesson: 0)
    var app = app([("n.md", text)], [.contents, .lesson(id, .top)])
    #expect(app.transcript.contains("Details: More: folded, type 1 to open it"))
    #expect(!app.transcript.contains("Hidden") && app.transcript.contains("  1  Details: More:"))
    // Its title stands once.
    #expect(app.transcript.count { $0 == "A" } == 0)
    _ = say("1", to: &app)
    #expect(app.transcript.contains("Hidden") && !app.transcript.contains("End"))
    _ = app.update(.terminal(.key(.escape)), now: Moment(utc: 0))
    #expect(app.transcript.contains("End"))
  }

  @Test func theListIsToldWhereItIsAskedFor() {
    let many = (1...20).map { ("\($0).md", "# Chapter \($0)\n\n## First\nx\n\n## Second\nx\n") }
    var app = app(many)
    #expect(app.transcript.count < 10)
    #expect(app.transcript.contains { $0.hasPrefix("Type list for the chapters") })
    #expect(say("list", to: &app) == [])
    #expect(app.transcript.contains { $0.contains("20  Chapter 20") })
    #expect(say("fold 3", to: &app) == [])
    #expect(say("unfold 3", to: &app) == [])
    let told = app.transcript.joined()
    #expect(told.contains("3.2  Second") && !told.contains("4.1"))
    // Few are no trouble.
    let few = self.app(Array(many.prefix(2)))
    #expect(few.transcript.contains { $0.contains("2.2  Second") })
  }

  @Test func anEmptyLineGoesOn() throws {
    var app = app([("n.md", "# A\n\n## One\nx\n\n## Two\ny\n")])
    #expect(app.emptyLine == .isAnswer)
    _ = say("", to: &app)
    #expect(app.transcript.contains("1.1 One"))
    guard case .says(let word) = app.emptyLine else {
      Issue.record("a lesson is gone on from")
      return
    }
    let key = try #require(app.keys.first { $0.word == word }?.keys.first)
    // It was heard to its end.
    #expect(app.send(.key(key)).contains(.markRead(lesson: "n.md#One")))
    #expect(app.transcript.contains("1.2 Two"))
  }
}
