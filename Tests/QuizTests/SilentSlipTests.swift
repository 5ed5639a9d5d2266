import Notes
import Testing

@testable import Quiz

/// What an author writes who knows other tools: it would be asked otherwise without a word, or stand before
/// the answer.
@Suite struct SilentSlipTests {
  private static let note = "\n\n> [!NOTE]\n> So."

  /// `line:column remedy` of each finding. After an error the question is hidden, after a warning it is asked.
  private func found(
    _ body: String, comment: String = "<!-- quiz -->", are severity: Diagnostic.Severity
  ) -> [String] {
    let lesson = lessonQuestions(body, comment: comment)
    #expect(lesson.diagnostics.allSatisfy { $0.severity == severity }, "\(body)")
    #expect(lesson.written.count == (severity == .error ? 0 : 1), "\(body)")
    #expect(lesson.broken.count == (severity == .error ? 1 : 0), "\(body)")
    return lesson.diagnostics.map { "\($0.line):\($0.column) \($0.remedy)" }
  }

  @Test(arguments: [
    ("a) [ ] Sun\nb) [x] Moon", ["9:1 write 1. [ ] Sun", "10:1 write 1. [x] Moon"]),
    ("A. [x] Sun\nB. [x] Moon", ["9:1 write - [x] Sun", "10:1 write - [x] Moon"]),
    ("\u{2610} Sun\n\u{2611} Moon", ["9:1 write 1. [ ] Sun", "10:1 write 1. [x] Moon"]),
    ("1. Sun\n1. **[x]** Moon", ["9:4 write 1. [ ] Sun", "10:4 write 1. [x] Moon"]),
    ("1. [ ] Sun\n1. **[x]** Moon", ["10:4 write 1. [x] Moon"]),
    ("1. Sun\n2. Moon [x]", ["9:4 write 1. [ ] Sun", "10:4 write 2. [x] Moon"]),
    ("1. Sun\n2. \u{2705} Moon", ["9:4 write 1. [ ] Sun", "10:4 write 2. [x] Moon"]),
    (
      "- \u{274C} Sun\n- \u{2714}\u{FE0F} Moon", ["9:3 write - [ ] Sun", "10:3 write - [x] Moon"]
    ),
    ("- Sun\n- Moon *(correct)*", ["9:3 write - [ ] Sun", "10:3 write - [x] Moon"]),
    (
      "1. Sun [x]\n1. Moon [x]\n1. Mars",
      ["9:4 write - [x] Sun", "10:4 write - [x] Moon", "11:4 write - [ ] Mars"]
    ),
  ]) func marksThatTickNothing(body: String, remedies: [String]) {
    #expect(found(body + Self.note, are: .error) == remedies, "\(body)")
  }

  /// A reason behind the words of the right options alone is told, and nothing that may be a part of them.
  @Test(arguments: [
    (
      "1. [x] Moon -- it is near\n1. [ ] Sun",
      ["9:12 write \"1. [x] Moon\" and below it \"   > it is near\""]
    ),
    (
      "- [ ] Sun\n- [x] Moon // it is near\n- [ ] Mars",
      ["10:11 write \"- [x] Moon\" and below it \"  > it is near\""]
    ),
    (
      "- [x] Sun \u{2014} it is heavy\n- [x] Moon -- it is near\n- [ ] Mars",
      [
        "9:10 write \"- [x] Sun\" and below it \"  > it is heavy\"",
        "10:11 write \"- [x] Moon\" and below it \"  > it is near\"",
      ]
    ),
    ("- [x] Moon -- it is near\n- [ ] Sun -- it is far", []),
    ("- [x] Moon\n- [ ] Sun -- it is far away", []),
    ("- [x] `a -- b is c`\n- [ ] Sun", []),
    ("- [x] The Moon -- it is near -- pulls\n- [ ] Sun", []),
    ("- [x] 7 // 2\n- [ ] 7 / 2", []),
    ("- [x] https://a.org is near\n- [ ] Sun", []),
    ("- [x] Moon -- satellite\n- [ ] Sun", []),
    ("The Moon -- it is near.\n\n- [x] Moon\n- [ ] Sun", []),
  ]) func reasonsThatMarkTheRightOption(body: String, remedies: [String]) {
    #expect(found(body + Self.note, are: .warning) == remedies, "\(body)")
  }

  @Test(arguments: [
    "- ebb::falling\n- flow::rising", "- ebb : falling\n- flow : rising",
  ]) func pairsThatAreNone(body: String) {
    #expect(
      found(body + Self.note, are: .error).map { $0.prefix { $0 != "," } } == [
        "9:3 write - ebb :: falling", "10:3 write - flow :: rising",
      ], "\(body)")
  }

  @Test(arguments: [
    "- ebb -> falling\n- flow -> rising", "- ebb \u{2192} falling\n- flow \u{2192} rising",
  ])
  func pairsThatMayBeMeantSo(body: String) {
    let remedies = ["11:3 write - ebb :: falling", "12:3 write - flow :: rising"]
    #expect(found("They turn.\n\n" + body + Self.note, are: .warning) == remedies, "\(body)")
    // What is to be matched is none of what is given.
    let asked = found("Match them.\n\n" + body + Self.note, are: .error)
    #expect(asked == ["11:3 write - ebb :: falling", "12:3 write - flow :: rising"])
  }

  @Test(arguments: [
    ("It is the \\[\\[shore\\]\\].", "9:11 write [[shore]] to ask for it"),
    ("It is the [shoreline].", "9:11 write [[shoreline]] to ask for it"),
    ("It is the <u>shore</u>.", "9:11 write [[shore]] to ask for it"),
    ("It is\nthe ~~shore~~.", "10:5 write [[shore]] to ask for it"),
    ("It is [[3.14]] \u{B1} 0.01.", "9:7 write [[3.14 \u{B1} 0.01]]"),
    (
      "3. a\n1. b\n2. c",
      "9:1 write the steps from top to bottom in their order, numbered 1., 2., \u{2026}"
    ),
  ]) func whatMayBeMeantSo(body: String, remedy: String) {
    #expect(found(body + Self.note, are: .warning) == [remedy], "\(body)")
  }

  @Test(arguments: [
    "A [link](https://a.b), x[i], [CLS], [sic], \\[word\\], `[code]`.", "Which [one] is it?",
    "Given:\n\n- std::vector\n- a list", "Given:\n- `a::b`\n- `c::d`", "Given:\n- 2 : 3\n- 4 : 5",
    "Of these\n\n- the Sun\n- the Moon", "Given:\n\n- width: wide\n- depth: deep",
    "1. first\n1. second", "1. first\n2. second", "- \u{2705} yes\n- \u{2705} too",
    "1. a [x] in a text\n1. b", "It is [[3.14]] and \u{B1} 0.01.", "e.g. [x] is a box.",
    "- \u{2705} yes\n- \u{274C} no\n\nIt is [[one]].", "Given:\n\n- a -> b\n- c",
  ]) func whatIsMeantSo(body: String) {
    let lesson = lessonQuestions(body + Self.note)
    #expect(lesson.diagnostics == [] && lesson.written.count == 1, "\(body) \(lesson.diagnostics)")
  }

  @Test(arguments: [
    ("<!-- question -->", "1. [ ] a\n1. [x] b"), ("<!-- Question: -->", "- [ ] a\n- [x] b"),
    ("<!-- flashcard -->", "It is [[one]]."), ("<!-- test -->", "1. [ ] a\n1. [x] b"),
    ("<!-- /quiz -->", "1. [ ] a\n1. [x] b"),
    ("<!-- mcq -->", "- ebb :: falling\n- flow :: rising"),
    ("<!--\u{200B} quiz -->", "It is [[one]]."),
    ("<!-- quiz\u{200D} -->", "It is [[one]]."), ("<!-- quiz \u{200B}-->", "It is [[one]]."),
  ]) func otherWordsForAQuiz(comment: String, body: String) {
    #expect(found(body, comment: comment, are: .error) == ["8:1 write <!-- quiz -->"])
  }

  @Test(arguments: [
    ("<!-- question -->", "What now?"), ("<!-- exercise -->", "- [ ] to do\n- [x] done"),
    ("<!-- test -->", "See [[Other]]."), ("<!-- question of the day -->", "- [x] a\n- [x] b"),
  ]) func otherComments(comment: String, body: String) {
    let lesson = lessonQuestions(body, comment: comment)
    #expect(lesson.broken.isEmpty && lesson.written.isEmpty)
    #expect(lesson.diagnostics.allSatisfy { $0.severity == .warning })
  }

  @Test func whatIsSaidBesideTheWrongWord() {
    #expect(
      found("It is [[one]].", comment: "<!-- id=b question -->", are: .error)
        == ["8:1 write <!-- quiz id=b -->"])
  }

  @Test func aPairHasTwoParts() {
    #expect(
      found("- ebb :: falling :: tide\n- flow :: rising", are: .warning) == [
        "9:3 write - ebb :: falling (tide), or put the second :: into code"
      ])
    #expect(found("- ebb :: falling `::` tide\n- flow :: rising", are: .warning) == [])
  }

  /// Beside a sign for what is right a letter may be one for what is wrong.
  @Test func anXBesideATick() {
    let told = found("- [\u{2713}] a\n- [x] b", are: .error)
    #expect(told.count == 1 && told[0].hasPrefix("9:3 write - [x] a; and [ ] in place of [x]"))
  }

  @Test func whatIsAskedForIsNotShown() {
    let comment = "<!-- quiz a=int(1,4) -->"
    let remedy = "take {{= a+1}} away, or put it into the note that is told after"
    #expect(
      found("The sum {{= a+1}} is [[=a + 1]].", comment: comment, are: .error) == ["9:9 \(remedy)"])
    #expect(
      found("> It is {{= a+1}}.\n\nIt is [[= a+1]].", comment: comment, are: .error)
        == ["9:9 \(remedy)"])
    #expect(found("Of {{a}} it is [[= a]].", comment: comment, are: .warning) == [])
    let told = "Of {{a}} it is [[= a+1]].\n\n> [!NOTE]\n> It is {{= a+1}}."
    #expect(found(told, comment: comment, are: .warning) == [])
  }

  /// A heading between answers would leave the rest of them in the lesson.
  @Test func aHeadingPartsNoAnswers() {
    let remedy = "11:1 write **Aside** above the answers, in place of #### Aside"
    #expect(found("1. [ ] a\n1. [x] b\n#### Aside\n1. [ ] c", are: .error) == [remedy])
    #expect(found("1. a\n2. b\n#### Aside\n3. c", are: .error) == [remedy])
    for other in ["- [ ] to do", "Text.", "1. one\n1. two"] {
      #expect(
        found("1. [ ] a\n1. [x] b\n#### Aside\n\(other)", are: .error) == [
          "11:1 write > [!NOTE] in place of #### Aside, and > before each line below it, the empty ones "
            + "too; or ### Aside, if it is no part of the question"
        ], "\(other)")
      #expect(lessonQuestions("1. [ ] a\n1. [x] b\n### Aside\n\(other)").broken.isEmpty, "\(other)")
    }
    for other in ["#### Next?\n<!-- quiz -->\n1. [ ] a\n1. [x] b", "#### Next", "---"] {
      #expect(lessonQuestions("1. [ ] a\n1. [x] b\n\(other)").broken.isEmpty, "\(other)")
    }
    #expect(found("1. [ ] a\n1. [x] b\n### Answer\n\nIt is b.", are: .error).count == 1)
  }

  /// What is given stands above the answers, and what is counted may be parts of what is asked.
  @Test(arguments: [
    "(a) Why is it so?\n(b) How is it done?\(Self.note)", "1\\. Why?\n2\\. How?\(Self.note)",
    "Given:\n\n- a\n- b\n\nIt is [[one]].\(Self.note)",
    "It is [[one]],\n\n```\nx\n```\n\nand [[two]].\(Self.note)",
    "| a | [x] |\n|---|---|\n| b | [[one]] |\(Self.note)", "The set {a, b} and f{x}.\(Self.note)",
    "1. [ ] a\n1. [x] b\n\n---\n\n<!-- a remark -->\(Self.note)",
    "\(Self.note.dropFirst(2))\n\n1. [ ] a\n1. [x] b", "It is [[one]] (a word).\(Self.note)",
  ])
  func whatIsFine(body: String) {
    #expect(found(body, are: .warning) == [], "\(body)")
  }

  @Test func aNoteStandsAtTheMargin() {
    let told = found("1. [ ] a\n1. [x] b\n   > [!NOTE]\n   > So.", are: .error)
    #expect(told.count == 1 && told[0].hasPrefix("11:4 write it and the lines of its quote"))
  }

  /// A tab is as many columns as an option's text begins at, or more.
  @Test func aTabIndentsAReason() {
    #expect(found("1. [ ] a\n\t> No.\n1. [x] b\n\t> Yes.", are: .warning) == [])
  }

  @Test func remediesMend() {
    #expect(
      found("It is [[one]].", comment: "<!-- quiz -->\n<!-- quiz id=a -->", are: .error)
        == ["9:1 take this line away"])
    #expect(
      found(
        "It is {{a}}, [[= a]].", comment: "<!-- quiz a=choice(\"one\",\"two\") -->", are: .error)
        == ["8:1 write numbers in it, as choice(1,2,3), or a question for each word"])
    #expect(
      found("It is the {{shoreline}}.", are: .error)
        == ["9:11 write [[shoreline]] to ask for it; for braces as they are, \\{{ or code"])
    for written in ["20 \u{B0}C \u{B1} 1", "20 \u{B1} 1 \u{B0}C"] {
      let told = found("It is [[\(written)]].", are: .error)
      #expect(told.count == 1 && told[0].hasSuffix("write [[20 \u{B1} 1]] \u{B0}C"), "\(told)")
    }
    #expect(found("It is [[12\u{2026}14]].", are: .error).count == 1)
  }
}
