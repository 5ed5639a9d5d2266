import Notes
import Testing

@testable import Quiz

/// The questions of Hugging Face's course are asked, and none shows which choice is right.
@Suite struct ComponentQuestionTests {
  private func questions(_ text: String) -> (LessonQuestions, shown: String, Markdown) {
    let library = Library(
      title: "n", key: "n", documents: [Document(path: "a.mdx", bytes: Array(text.utf8))])
    let id = library.lessonIDs[0]
    let questions = LessonQuestions(id, in: library)
    let hidden = questions.written.map(\.blocks) + questions.broken.map(\.blocks)
    let markdown = library.markdown(of: id)
    let shown = markdown.blocks.indices.filter { at in !hidden.contains { $0.contains(at) } }
      .map { "\(markdown.blocks[$0])" }.joined()
    return (questions, shown, markdown)
  }

  private static let choices = """
    <Question
    \tchoices={[
    \t\t{
    \t\t\ttext: "The [[model]], which `has {{x}}`",
    \t\t\texplain: "- No: it comes <i>after</i>."
    \t\t},
    \t\t{ "text": 'The "tokenizer"', correct: true, explain: `Right,
    yes.` },
    \t\t{ text: "Neither", correct: false, },
    \t]}
    />
    """

  @Test(arguments: [
    "### What is first?\n\n\(choices)\n\nAfter.\n",
    "### What is first?\n\nA few words.\n\n```py\n# code\n```\n\n\(choices)\n\nAfter.\n",
    "### What is first?[[first]]\n\n\(choices)\n", "### What is first?\n\n- a list\n\n\(choices)\n",
    "### What is first?\n\n\(choices.split(separator: "\n").joined(separator: " "))\n",
    "### What is first?\n\nText: \(choices)</Question>\n",
  ])
  func itIsAsked(note: String) throws {
    let (questions, shown, markdown) = questions("# T\n\nText.\n\n\(note)")
    let question = try #require(questions.written.first?.question)
    #expect(questions.written.count == 1 && questions.broken.isEmpty)
    #expect(question.section.heading.plainText == "What is first?")
    let list = try #require(question.section.answers?.list)
    #expect(list.items.map(\.task) == [false, true, false])
    #expect(
      list.items.map { $0.blocks.first?.plainText.contains("model") == true } == [
        true, false, false,
      ])
    #expect(list.items.map(\.blocks.count) == [2, 2, 1])
    #expect(!shown.contains("correct") && !shown.contains("tokenizer"))
    #expect(markdown.diagnostics.isEmpty, "\(markdown.diagnostics)")
    #expect(questions.diagnostics.filter { $0.severity == .error }.isEmpty)
  }

  @Test func severalMayBeRight() throws {
    let (questions, _, _) = questions(
      "# T\n\nText.\n\n### Which?\n\n<Question choices={[{text: \"a\", correct: true}, {text: \"b\"}, "
        + "{text: \"c\", correct: true}]} />\n")
    let list = try #require(questions.written.first?.question.section.answers?.list)
    #expect(list.start == nil && list.items.map(\.task) == [true, false, true])
  }

  /// What stands below a heading for one framework and for another are two questions.
  @Test func branches() {
    let one = "<Question choices={[{text: \"a\", correct: true}, {text: \"b\"}]} />"
    let (questions, _, markdown) = questions(
      "# T\n\nText.\n\n### Which?\n\n{#if fw === 'pt'}\n\(one)\n{:else}\n\(one)\n{/if}\n")
    #expect(questions.written.count == 2 && questions.broken.isEmpty)
    #expect((markdown.diagnostics + questions.diagnostics).map(\.message) == [])
  }

  /// One of which none is right asks nothing.
  @Test func withoutARightOne() {
    let (questions, shown, _) = questions(
      "# T\n\nText.\n\n### Which?\n\n<Question choices={[{text: \"a\"}, {text: \"b\"}]} />\n")
    #expect(questions.written.isEmpty && shown.contains("\"a\"") && !shown.contains("choices"))
  }

  @Test(arguments: [
    "<Question\n\tchoices={[\n\t\t{ text: \"secret\", correct: true },\n\t\t{ text: \"b\n\t]}\n/>\n",
    "<Question choices={[{text: \"secret\", correct: true}\n\n### Next\n",
    "<Question choices={[{text: \"secret\", correct: true}]}>\n",
    "<Question choices={answers} correct={secret} />\n", "<Question choices={[secret]} />",
    "<Question choices={[{correct: true, explain: \"secret\"}]} />",
    "Words <Question choices={[{text: \"secret\", correct: true]} />\n",
  ])
  func whatCannotBeReadIsTold(component: String) {
    let (questions, shown, markdown) = questions(
      "# T\n\nText.\n\n### Which?\n\n\(component)\n\n## N\n")
    #expect(!shown.contains("secret") && !shown.contains("correct"), "\(shown)")
    #expect(questions.written.isEmpty)
    #expect(markdown.diagnostics.map(\.line) == [7])
  }

  /// Wherever on a line one stands, and whatever else is told of it first.
  @Test func noneIsOverlooked() {
    let one = "<Question choices={[{text: \"a\", correct: true}, {text: \"b\"}]} />"
    let broken = "<Question choices={[{text: \"secret\", correct: true]} />"
    let long = "<Question explanation=\"\(String(repeating: "long ", count: 100))<br/>\" "
    for (text, asked, told) in [
      ("\(one) \(one)", 2, 0), ("\(one) and \(one) and \(one)", 3, 0), ("\(one) \(broken)", 1, 1),
      ("Use `<Question>`: \(one)", 1, 0), ("A <Questionnaire> is none. \(broken)", 0, 1),
      (long + one.dropFirst(10), 1, 0), (long + broken.dropFirst(10), 0, 1),
    ] {
      let (questions, shown, markdown) = questions(
        "# T\n\nText.\n\n### Which?\n\n\(text)\n\n## N\n")
      #expect(questions.written.count == asked && markdown.diagnostics.count == told, "\(text)")
      #expect(!shown.contains("secret") && !shown.contains("correct"), "\(shown)")
    }
  }

  /// A text about such elements, and another element of that name.
  @Test(arguments: [
    "`<Question choices={[]} />`", "```\n<Question choices={[{text: \"secret\"}]} />\n```",
    "<Question>secret</Question>", "<Questions choices={secret} />",
  ])
  func whatIsNone(written: String) {
    let (questions, _, markdown) = questions("# T\n\nText.\n\n\(written)\n")
    #expect(questions.written.isEmpty && questions.broken.isEmpty && markdown.diagnostics.isEmpty)
  }
}
