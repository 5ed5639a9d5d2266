import Notes
import Testing

@testable import Quiz

/// No answer of a question is shown, wherever its comment stands and however it is written, be it in the note
/// or in a file that the note pulls in.
@Suite struct HiddenKeyTests {
  /// Comments of the tools that notes are written for, on one line or several.
  private static let comments = [
    "<!-- quiz -->", "<!-- quiz id=k -->", "<!--\nquiz\n-->", "<!--- quiz --->", "<!-- Quiz -->",
    "%% quiz %%", "%%quiz id=k%%", "%% Quiz %%", "%%\nquiz\n%%", "% quiz", "% quiz id=k",
    "{/* quiz */}", "{/*\nquiz id=k\n*/}", "[//]: # (quiz)", "[comment]: # \"quiz id=k\"",
    "[//]: <> (quiz)",
  ]

  private static let options = "1. [ ] no\n   > keyWhy\n1. [x] keyRight\n"

  /// `Q` is the comment, `A` the answers: each is a note of which no key shows.
  private static let places = [
    "### Which?\nQ\nA", "### Which?\nQ\n\n#### Between\n\nA", "### Which?\nQ\n\n### Between\n\nA",
    "Q\n### Which?\n\nA", "Q\n\n## Which?\n\nA", "## Which?\nQ\n\n## Between\n\nA",
    "### Which?\n\nText.\n\nQ\n\nA", "### Which?\n\nA\nQ\n",
    "### Which?\n\nA\nText.\n\nQ\n\nMore.\n",
    "### Which?\nQ\n\nText?\n\n### Answers\n\nA", "## Which?\nQ\n\nText?\n\n## Answers\n\nA",
    "### Which?\nQ\n\n> ### Hint\n> Text.\n\nA", "### Which?\nQ\n\n- ### Hint\n  Text.\n\nA",
    "### Which?\nQ\n\n---\n\nA", "Which?\n---\nQ\nA", "Q\nWhich?\n---\nA", "**Which?**\nQ\n\nA",
    "Q\n**Which?**\n\nA",
  ]
  /// The same, each line of it in something else.
  private static let containers = [("> ", "> "), ("> [!question] T\n> ", "> "), ("- ", "  ")]

  /// What of a note's first lessons is read: all but its questions.
  private func shown(_ library: Library) -> String {
    library.lessonIDs.map { id in
      let questions = LessonQuestions(id, in: library)
      let hidden = questions.written.map(\.blocks) + questions.broken.map(\.blocks)
      let blocks = library.markdown(of: id).blocks
      return blocks.indices.filter { index in !hidden.contains { $0.contains(index) } }
        .map { "\(blocks[$0])" }.joined()
    }.joined()
  }

  private func library(_ text: String, among files: [String: String] = [:]) -> Library {
    let bytes = Array(text.utf8)
    let pulled = PulledFiles(for: "a.md", bytes) { files[$0].map { Array($0.utf8) } }
    return Library(
      title: "n", key: "n", documents: [Document(path: "a.md", bytes: bytes, pulled: pulled)])
  }

  private static func note(_ place: String, _ comment: String, _ answers: String) -> String {
    place.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0 == "Q" ? comment : $0 == "A" ? answers : String($0) }.joined(separator: "\n")
  }

  @Test(arguments: comments) func whereverACommentStands(comment: String) {
    for place in Self.places {
      for answers in [Self.options, "- [x] keyRight\n- [ ] no\n", "It is [[keyRight]].\n"] {
        // What is only bare text under another heading asks nothing.
        let note = "# T\n\nText.\n\n" + Self.note(place, comment, answers)
        #expect(!shown(library(note)).contains("key"), "\(note)")
      }
    }
  }

  @Test(arguments: comments) func whateverItStandsIn(comment: String) {
    let question = Self.note("### Which?\nQ\nA", comment, Self.options)
    for (first, others) in Self.containers {
      let lines = question.split(separator: "\n", omittingEmptySubsequences: false)
      let note = "# T\n\n" + first + lines.joined(separator: "\n" + others) + "\n\nText.\n"
      #expect(!shown(library(note)).contains("key"), "\(note)")
    }
    let details = "# T\n\n<details><summary>S</summary>\n\n\(question)\n</details>\n"
    #expect(!shown(library(details)).contains("key"))
  }

  @Test(arguments: comments) func inWhatIsPulledIn(comment: String) {
    for written in ["{{#include q.md}}", "--8<-- \"q.md:3:\"", "See {{#include q.md}}."] {
      for place in Self.places {
        let file = Self.note(place, comment, Self.options)
        let note = library("# T\n\nText.\n\n\(written)\n", among: ["q.md": file])
        #expect(!shown(note).contains("key"), "\(written): \(file)")
      }
    }
  }

  /// A question whose answers stand in the note that pulls it in, or in another file.
  @Test func aQuestionInTwoFiles() {
    let files = ["q.md": "### Which?\n<!-- quiz -->\n", "a.md": Self.options]
    for note in [
      "{{#include q.md}}\n\n\(Self.options)", "{{#include q.md}}\n\n{{#include a.md}}\n",
    ] {
      #expect(!shown(library("# T\n\nText.\n\n\(note)", among: files)).contains("key"), "\(note)")
    }
  }

  /// A comment with another word, in a file without `quiz`.
  @Test func wordsThatAreNoneInWhatIsPulledIn() {
    let file = "### Which?\n<!-- question -->\n\(Self.options)"
    #expect(!shown(library("# T\n\n{{#include q.md}}\n", among: ["q.md": file])).contains("key"))
  }

  @Test(arguments: [
    "%% quiz id=k %%", "% quiz id=k", "{/* quiz id=k */}", "[//]: # (quiz id=k)",
    "%%\nquiz id=k\n%%",
  ])
  func theyAsk(comment: String) {
    for name in ["a.md", "a.mdx"] {
      let text = "# T\n\nText.\n\n### Which?\n\(comment)\n\(Self.options)"
      let library = Library(
        title: "n", key: "n", documents: [Document(path: name, bytes: Array(text.utf8))])
      let questions = LessonQuestions(library.lessonIDs[0], in: library)
      #expect(questions.written.map(\.question.id) == ["k"], "\(comment) in \(name)")
      #expect(questions.diagnostics.isEmpty, "\(questions.diagnostics)")
    }
  }

  @Test(arguments: [
    ("%% Quiz %%", "%% quiz %%"), ("% quiz: id=a", "% quiz id=a"),
    ("{/* quizz id=a */}", "{/* quiz id=a */}"), ("[//]: # (Quiz)", "[//]: # (quiz)"),
  ])
  func aSlipIsToldInItsOwnForm(written: String, right: String) {
    let library = library("# T\n\nText.\n\n### Which?\n\(written)\n\(Self.options)")
    let questions = LessonQuestions(library.lessonIDs[0], in: library)
    #expect(questions.diagnostics.map(\.remedy) == ["write \(right)"])
  }

  @Test(arguments: [
    "%% quiz on Friday %%", "% quiz results are out", "{/* quit smoking */}", "100% quiz id=a",
    "[//]: # (a quiz)", "[quiz]: # (x)", "%% not %% quiz",
  ])
  func whatIsSomethingElse(written: String) {
    let library = library("# T\n\nText.\n\n### Which?\n\(written)\n\n- [x] done\n")
    let questions = LessonQuestions(library.lessonIDs[0], in: library)
    #expect(questions.written.isEmpty && questions.broken.isEmpty, "\(written)")
  }

  /// What is a list of tasks, and none of a question, stays.
  @Test(arguments: [
    "## What is X?\n<!-- quiz -->\n> [!NOTE]\n> It is X.\n\n## To do\n\n- [x] done\n",
    "## Which?\n<!-- quiz -->\n1. [ ] no\n1. [x] yes\n\n## To do\n\n- [x] done\n",
    "### Which?\n<!-- quiz -->\nIt is [[x]].\n\n### To do\n\n- [x] done\n",
    "## Some\n\nText.\n\n## To do\n\n- [x] done\n",
  ])
  func listsOfTasksStay(note: String) {
    #expect(shown(library("# T\n\nText.\n\n\(note)")).contains("done"), "\(note)")
  }

  @Test func identitiesArePutIntoThem() {
    let lines = ["%% quiz %%", "% quiz a=int(1,3)", "{/* quiz */}", "[//]: # (quiz)"]
    var taken: Set<String> = []
    var random = SystemRandomNumberGenerator()
    let ids = Dictionary(uniqueKeysWithValues: (1...4).map { ($0, Optional("k\($0)")) })
    let text = Minting.text(
      Array(lines.joined(separator: "\n").utf8), ids: ids, taken: &taken, using: &random)
    #expect(
      String(decoding: text ?? [], as: UTF8.self)
        == "%% quiz id=k1 %%\n% quiz id=k2 a=int(1,3)\n{/* quiz id=k3 */}\n[//]: # (quiz id=k4)")
  }
}

/// A question has so many answers at most: each is compared with the others.
@Suite struct ManyAnswersTests {
  @Test(arguments: [
    (500, true), (501, false),
  ])
  func soManyMayBeAsked(count: Int, isAsked: Bool) {
    let blanks = (1...count).map { "[[a\($0)]] " }.joined()
    let steps = (1...count).map { "\($0). step \($0)\n" }.joined()
    for answers in [blanks, steps] {
      let library = notes("# T\n\nText.\n\n### Which?\n<!-- quiz -->\n\(answers)\n")
      let questions = LessonQuestions(library.lessonIDs[0], in: library)
      #expect(questions.written.count == (isAsked ? 1 : 0))
      #expect(
        questions.diagnostics.map(\.message)
          == (isAsked ? [] : ["a question with 501 answers, and 500 are the most"]))
    }
  }
}
