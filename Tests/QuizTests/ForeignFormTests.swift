import Notes
import Testing

@testable import Quiz

/// Comments of other languages in the place of a quiz comment, and none at all, above what would show its key.
@Suite struct ForeignFormTests {
  private func lesson(_ text: String) -> LessonQuestions {
    let library = notes("# C\n\n## L\n\nText.\n\n\(text)\n")
    return LessonQuestions(library.lessonIDs[0], in: library)
  }

  private static let forms = [
    "// quiz", ".. quiz", "{% comment %} quiz {% endcomment %}", "; quiz", "/* quiz */", "-- quiz",
    "{# quiz #}", "<%-- quiz --%>", "<quiz>", "<?quiz?>", "(* quiz *)", "[quiz]", "{quiz}", "@quiz",
    ":::quiz", "%quiz%", "{{quiz}}", "{{< quiz >}}", "`<!-- quiz -->`", "**Quiz**", "quiz", "Quiz:",
    "\\<!-- quiz --\\>", "&lt;!-- quiz --&gt;", "rem quiz", "#quiz", "// question",
    "%% question %%",
    "{/* question */}", "[//]: # (question)", "<!-- question -->",
  ]

  @Test(arguments: forms) func ofOtherLanguages(form: String) {
    for answers in ["1. [ ] a\n1. [x] b", "1. [ ] a\n1. [x] b\n\nMore."] {
      let found = lesson("### Which?\n\(form)\n\n\(answers)")
      #expect(found.broken.count == 1 && found.written.isEmpty, "\(form)")
      #expect(
        found.diagnostics.map { "\($0.line):\($0.column) \($0.remedy)" }
          == ["8:1 write <!-- quiz -->"], "\(form)")
    }
    // Nothing below it is a question's.
    for other in ["Text.", "- one\n- two", "- [ ] one\n- [ ] two"] {
      #expect(lesson("### Which?\n\(form)\n\n\(other)").broken.isEmpty, "\(form) \(other)")
    }
  }

  @Test(arguments: [
    "- [ ] a\n- [x] b", "It is [[one]].", "- a :: b\n- c :: d", "1. first\n2. then",
    "> - [ ] a\n> - [x] b",
  ]) func everyKindOfAnswer(answers: String) {
    let found = lesson("### Which?\n// quiz id=a1\n\n\(answers)")
    #expect(found.broken.count == 1)
    #expect(found.diagnostics.map(\.remedy) == ["write <!-- quiz id=a1 -->"], "\(answers)")
  }

  @Test(arguments: [
    "// quiz the reader", "The quiz", "quizzes", "- quiz", "// a quiz follows", "// exercise",
  ]) func whatIsNone(form: String) {
    #expect(lesson("### Which?\n\(form)\n\n1. [ ] a\n1. [x] b").broken.isEmpty, "\(form)")
  }

  @Test func furtherBelow() {
    for form in ["<!-- question -->", "// quiz"] {
      let found = lesson("### Which?\n\nSome text.\n\n\(form)\n\n1. [ ] a\n1. [x] b")
      #expect(found.broken.count == 1, "\(form)")
      #expect(
        found.diagnostics.first?.remedy
          == "write <!-- quiz --> on the line below the heading of its question, and none here")
    }
  }

  @Test func aFenceAndLines() {
    let fence = lesson("### Which?\n```quiz\n1. [ ] a\n1. [x] b\n```")
    #expect(fence.broken.count == 1 && fence.diagnostics.first?.line == 8)
    #expect(fence.diagnostics.first?.remedy.contains("closes the fence") == true)
    let lines = lesson("### Which?\n/*\nquiz\n*/\n\n1. [ ] a\n1. [x] b")
    #expect(lines.broken.count == 1 && lines.diagnostics.first?.line == 9)
  }

  // MARK: None at all

  private func forgotten(_ text: String, hasQuestions: Bool = false) -> [String] {
    let library = notes("# C\n\n## L\n\nText.\n\n\(text)\n")
    let id = library.lessonIDs[0]
    let questions = LessonQuestions(id, in: library)
    return ForgottenComment.find(
      in: library.markdown(of: id).blocks, firstLine: library[id]?.line ?? 1,
      hasQuestions: hasQuestions,
      outside: Set((questions.written.map(\.lines) + questions.broken.map(\.lines)).flatMap(\.self))
    ).map { "\($0.line) \($0.remedy)" }
  }

  @Test(arguments: [
    "1. [ ] a\n1. [x] b", "- [x] a\n- [ ] b\n- [x] c", "Choose.\n\n1. [ ] a\n1. [x] b",
  ]) func aHeadingThatAsks(list: String) {
    let told = ["7 write <!-- quiz --> on the line below this heading"]
    #expect(forgotten("### Which one?\n\n\(list)") == told, "\(list)")
    #expect(forgotten("### Which one?\n<!-- quiz -->\n\n\(list)") == [], "\(list)")
  }

  @Test func aSentenceThatAsks() {
    #expect(
      forgotten("Some text.\n\nWhich one?\n\n- [ ] a\n- [x] b")
        == ["9 write ### Which one?, and <!-- quiz --> on the line below it"])
  }

  /// Lists of what is to be done, as code hosts have them.
  @Test(arguments: [
    "### Roadmap\n\n- [x] a\n- [ ] b", "- [x] a\n- [ ] b", "### Tasks\n\n1. [x] a\n2. [ ] b",
    "### Which?\n\n- [ ] a\n- [ ] b", "### Which?\n\n- [x] a\n- [x] b",
    "### What is left to do?\n\n- [x] a\n- [ ] b", "### Which?\n\n- a\n- b",
    "### Which?\n\nOne.\n\nTwo.\n\nThree.\n\nFour.\n\n- [x] a\n- [ ] b",
  ]) func whatIsToBeDone(text: String) { #expect(forgotten(text) == [], "\(text)") }

  /// One numbered option that is ticked is a question's where something beside it says so; by itself it may be the book
  /// that is read.
  @Test func oneTickAmongNumbers() {
    let list = "1. [ ] a\n1. [x] b"
    #expect(forgotten("### The weights\n\n\(list)") == [])
    #expect(forgotten("### The weights\n\n\(list)", hasQuestions: true).count == 1)
    for marked in [
      "<!-- q -->\n\n\(list)", "1. [ ] a\n   > No.\n1. [x] b", "\(list)\n\n> [!NOTE]\n> So.",
    ] {
      #expect(forgotten("### The weights\n\n\(marked)").count == 1, "\(marked)")
      #expect(forgotten("### Next steps\n\n\(marked)") == [], "\(marked)")
    }
    #expect(forgotten("### The weights\n<!-- toc -->\n\n\(list)") == [])
    #expect(forgotten("### Tasks\n\n- [ ] a\n- [x] b", hasQuestions: true) == [])
  }

  private static let remarks = [
    "<!-- question 4 -->", "<!-- test yourself -->", "<!-- self-test -->", "<!-- self check -->",
    "<!-- check your understanding -->", "<!-- Exercise 2: -->", "<!-- problem 3 -->",
    "<!-- a quiz -->", "<!-- Quick quiz -->", "<!-- multiple choice -->", "<!-- choose one -->",
  ]

  /// A remark that names a question: an error where the options are plainly options, a warning where they may be what
  /// is to be done.
  @Test(arguments: remarks) func aRemarkThatNamesAQuestion(remark: String) {
    for text in [
      "### The weights\n\(remark)\n\n1. [ ] a\n1. [x] b",
      "### Which?\n\(remark)\n\n- [ ] a\n- [x] b",
      "### Which?\n\(remark)\n\nIt is [[one]].",
    ] {
      let found = lesson(text)
      #expect(found.broken.count == 1, "\(text)")
      #expect(found.diagnostics.map { "\($0.line) \($0.remedy)" } == ["8 write <!-- quiz -->"])
      #expect(lesson(text.replacing(remark, with: "<!-- quiz -->")).diagnostics == [], "\(text)")
    }
    let doubtful = "### The weights\n\(remark)\n\n- [ ] a\n- [x] b"
    #expect(lesson(doubtful).broken.isEmpty)
    #expect(forgotten(doubtful) == ["7 write <!-- quiz --> in place of \(remark)"])
    for other in [
      "### Tasks\n\(remark)\n\n1. [ ] a\n1. [x] b",
      "### What is left?\n\(remark)\n\n- [ ] a\n- [x] b",
      "### Which?\n\(remark)\n\n- [ ] a\n- [ ] b", "### The weights\n\(remark)\n\nSee [[Other]].",
    ] {
      #expect(lesson(other).broken.isEmpty && forgotten(other) == [], "\(other)")
    }
  }
}
