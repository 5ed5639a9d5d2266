import Notes
import Testing

@testable import Quiz

/// Keys that a learner would see though each line of the question seems in order: each hides the question.
@Suite struct SeenKeyTests {
  private func lesson(_ body: String) -> LessonQuestions {
    let library = notes("# C\n\n## L\n\nText.\n\n### Which?\n<!-- quiz -->\n\(body)\n")
    return LessonQuestions(library.lessonIDs[0], in: library)
  }

  private static let answers = [
    "1. [ ] log\n1. [x] exp", "It is [[exp]].", "- ebb :: falling\n- flow :: rising",
  ]

  // MARK: Behind the answers

  @Test(arguments: [
    "<p>exp is right</p>", "<div>\nexp is right\n</div>", "<div class=\"answer\">exp</div>",
    "<center>exp</center>", "<blockquote>exp</blockquote>",
    "<table><tr><td>exp</td></tr></table>", "<ul><li>exp</li></ul>", "<!-- x --> exp",
    "<p>4</p>", "<img src=\"a.png\">", "<figure>\n<img src=\"a.png\">\n</figure>",
    "<video src=\"a.mp4\"></video>",
  ]) func aTextInHTML(html: String) {
    for answers in Self.answers {
      let found = lesson("\(answers)\n\n\(html)")
      #expect(found.written.isEmpty, "\(answers) \(html)")
      let line = 9 + answers.split(separator: "\n").count + 1
      #expect(
        found.diagnostics.map(\.line) == [line]
          && found.diagnostics.first?.message
            == "this stands behind the answers, and would be shown before they are given",
        "\(html) \(found.diagnostics)")
    }
  }

  @Test(arguments: [
    "<!-- a remark -->", "<!-- a > b -->", "<br>", "<!-- <img src=\"a.png\"> -->",
    "<figure>\n</figure>", "<style>p { color: red }</style>",
  ]) func htmlThatSaysNothing(html: String) {
    for answers in Self.answers {
      let found = lesson("\(answers)\n\n\(html)")
      #expect(found.written.count == 1 && found.diagnostics == [], "\(html) \(found.diagnostics)")
    }
  }

  // MARK: Options

  @Test(arguments: [
    "\u{2705} exp", "\u{2611} exp", "exp \u{2714}\u{FE0F}", "exp \u{2705}", "exp (correct)",
    "exp <-- correct", "exp \u{2190} right", "exp \u{2013} correct", "exp, correct",
    "exp - correct", "Correct: exp", "exp # right", "exp {.correct}", "exp *", "exp (x)",
  ]) func anOptionThatTellsItself(text: String) {
    let found = lesson("1. [ ] log\n1. [x] \(text)\n1. [ ] sum")
    #expect(
      found.written.isEmpty
        && found.diagnostics.map { "\($0.line):\($0.column) \($0.remedy)" } == [
          "10:4 write 1. [x] exp"
        ], "\(text) \(found.diagnostics)")
  }

  @Test(arguments: [
    "exp (richtig)", "exp [vrai]", "exp - correcto", "(1 point) exp", "exp (100%)", "exp :)",
    "=> exp", "exp: richtig", "exp \u{2014} 1 point",
  ]) func aVerdictInAnotherForm(text: String) {
    let found = lesson("1. [ ] log\n1. [x] \(text)\n1. [ ] sum")
    #expect(found.diagnostics.map(\.remedy) == ["write 1. [x] exp"], "\(found.diagnostics)")
  }

  @Test func verdictsOfTheOthers() {
    #expect(
      lesson("1. [ ] log: wrong\n1. [x] exp\n1. [ ] sum: wrong").diagnostics.map(\.remedy)
        == ["write 1. [ ] log", "write 1. [ ] sum"])
    #expect(
      lesson("1. [ ] log: wrong\n1. [x] exp: right").diagnostics.map(\.remedy)
        == ["write 1. [ ] log", "write 1. [x] exp"])
  }

  @Test(arguments: [
    "**exp**", "<b>exp</b>", "<u>exp</u>", "<strong>exp</strong>", "<mark>exp</mark>",
  ]) func anOptionThatIsSetOff(text: String) {
    let found = lesson("1. [ ] log\n1. [x] \(text)\n1. [ ] sum")
    #expect(found.diagnostics.map(\.remedy) == ["write 1. [x] exp"], "\(found.diagnostics)")
    // Beside others it tells nothing.
    #expect(lesson("1. [ ] <b>log</b>\n1. [x] \(text)").diagnostics == [])
    #expect(lesson("1. [ ] \(text)\n1. [x] log").diagnostics == [])
  }

  @Test(arguments: [
    "1. [ ] Wrong: it grows\n1. [x] Correct: it shrinks", "1. [ ] left, left\n1. [x] left, right",
    "1. [ ] Left: 3\n1. [x] Right: 3", "1. [ ] f(a)\n1. [x] f(x)", "1. [ ] a * b\n1. [x] a * c",
    "1. [ ] left -> right\n1. [x] left \u{2192} right", "1. [ ] log, correct\n1. [x] exp, correct",
    "1. [ ] `log`\n1. [x] exp", "1. [ ] \u{2717}\n1. [x] \u{2713}",
    "1. [ ] incorrect\n1. [x] correct", "1. [ ] C\n1. [x] C#",
    "1. [ ] sparse: false\n1. [x] dense: true", "1. [ ] half (50%)\n1. [x] all (100%)",
    "1. [ ] it holds: never\n1. [x] it holds: no", "1. [ ] 50%\n1. [x] 100%",
    "1. [ ] auto-wrong\n1. [x] auto-correct",
  ]) func optionsThatAreHonest(body: String) {
    let found = lesson(body)
    #expect(found.written.count == 1 && found.diagnostics == [], "\(body) \(found.diagnostics)")
  }

  // MARK: Above the answers

  @Test(arguments: [
    "(Answer: exp)", "Ans. exp", "||exp||", "```answer\nexp\n```", "What is it?::exp",
    "What is it?\n?\nexp",
  ]) func anAnswerAboveTheAnswers(text: String) {
    for answers in Self.answers {
      let found = lesson("\(text)\n\n\(answers)")
      #expect(found.written.isEmpty, "\(text)")
      #expect(
        found.diagnostics.count == 1 && found.diagnostics[0].severity == .error
          && found.diagnostics[0].line == (text.contains("\n?") ? 10 : 9),
        "\(text) \(found.diagnostics)")
    }
  }

  @Test(arguments: [
    "(Note: this is given)", "||x||", "```python\nanswer = 1\n```", "`std::exp` is given.",
    "Is it ? here",
  ]) func whatIsGiven(text: String) {
    for answers in Self.answers {
      #expect(lesson("\(text)\n\n\(answers)").diagnostics == [], "\(text)")
    }
  }

  @Test func aStepInABox() {
    let found = lesson("1. embed\n1. [2] project\n1. score")
    #expect(found.diagnostics.map(\.remedy) == ["write 1. project"], "\(found.diagnostics)")
    #expect(lesson("1. embed\n1. project [2]\n1. [20] score").diagnostics == [])
  }

  // MARK: A comment that only exclaims

  @Test func anExclamationAsksNothing() {
    func found(_ text: String) -> LessonQuestions {
      let library = notes("# C\n\n## L\n\nText.\n\n\(text)\n")
      return LessonQuestions(library.lessonIDs[0], in: library)
    }
    for text in [
      "<!-- Quiz! -->", "<!-- Quiz! -->\n\nMore.", "<!-- Quiz! -->\n\n### More\n\nText.",
    ] {
      let lesson = found(text)
      #expect(lesson.broken.isEmpty && lesson.diagnostics == [], "\(text) \(lesson.diagnostics)")
    }
    for text in [
      "<!-- Quiz! -->\n\n1. [ ] a\n1. [x] b", "<!-- Quiz! -->\n\nIt is [[exp]].",
      "### Which?\n<!-- Quiz! -->\n\n> [!NOTE]\n> So.",
    ] {
      #expect(found(text).diagnostics.contains { $0.severity == .error }, "\(text)")
    }
  }
}
