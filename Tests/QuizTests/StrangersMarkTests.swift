import Notes
import Testing

@testable import Quiz

/// More slips of somebody's first questions: identities, bars, brackets and words around gaps, and questions that no draw
/// makes fit to be asked.
@Suite struct StrangersMarkTests {
  private func found(
    _ body: String, under heading: String = "What is it?", comment: String = "<!-- quiz -->"
  ) -> [String] {
    lessonQuestions(body, under: heading, comment: comment, note: "So.").diagnostics.map {
      "\($0.line) \($0.severity.rawValue) \($0.advice)"
    }
  }

  // MARK: Identities

  private func told(_ comments: [String]) -> [Diagnostic] {
    let questions = comments.enumerated().map {
      "### Which \($0)?\n<!-- quiz \($1) -->\nIt is [[one]].\n"
    }
    return QuestionBank(notes("# C\n\n## L\n\nText.\n\n" + questions.joined(separator: "\n")))
      .diagnostics
  }

  @Test(arguments: [
    ["id=a rev=2", "id=a"], ["id=a", "id=a rev=3"], ["id=a lang=de", "id=a lang=de"],
    ["id=a rev=2 lang=en", "id=a"], ["id=a lang=de", "id=a rev=2 lang=fr"],
  ]) func oneIdentityOfTwo(comments: [String]) {
    let found = told(comments)
    #expect(found.map(\.line) == [12] && found[0].message.hasPrefix("id=a is the same"), "\(found)")
  }

  @Test func aThirdThatIsATranslationOfNone() {
    #expect(told(["id=a", "id=a lang=de", "id=a lang=de"]).map(\.line) == [16])
  }

  @Test(arguments: [
    ["id=a", "id=a lang=de"], ["id=a lang=en", "id=a lang=de", "id=a lang=fr"],
    ["id=a rev=2", "id=a rev=2 lang=de"], ["id=a", "id=b rev=2"],
  ]) func translationsShareTheirs(comments: [String]) { #expect(told(comments) == []) }

  // MARK: Answer marks

  @Test(arguments: [
    ("P(A|B)", "P(A\\|B)"), ("p{x|y}", "p{x\\|y}"), ("\"a|b\"", "\"a\\|b\""),
    ("P(A|B)|p(a|b)", "P(A\\|B)|p(a\\|b)"), ("f(a|b|c)", "f(a\\|b\\|c)"),
  ]) func barsThatPartBrackets(written: String, right: String) {
    #expect(
      found("It is [[\(written)]].")
        == ["9 error the bar parts a pair of brackets: write [[\(right)]]"])
    #expect(found("It is [[\(right)]].") == [])
  }

  @Test(arguments: ["f(x)|f of x", "softmax|the softmax", ":)|:-)"])
  func barsThatPartAnswers(text: String) {
    #expect(BarredBrackets.mended(text, inTable: false) == nil)
  }

  @Test(arguments: [
    ("[[1024 tokens]] tokens", "its unit belongs outside the answer: write [[1024]]"),
    (
      "[[softmax layer]] layer",
      "the word behind the gap belongs outside the answer: write [[softmax]]"
    ),
    ("[[5 km]] km", "its unit belongs outside the answer: write [[5]]"),
  ]) func wordsThatStandBehindTheirGap(body: String, told: String) {
    #expect(found("It is a \(body).") == ["9 error \(told)"])
  }

  @Test func wordsBehindAGapThatAreOthers() {
    #expect(found("It is a [[softmax layer]] of layers.") == [])
    #expect(found("It is a [[value]] key.") == [])
  }

  @Test func literalBracketsEndWhereTheyMatch() {
    #expect(found("The list \\[[a, b], [c, d], [e, f]] has [[3|three]] rows.") == [])
    #expect(found("The list \\[\\[a, b], [c, d]] has [[2]] rows.") == [])
  }

  @Test func aListOfListsIsFirstShown() {
    #expect(
      found("The list [[1, x], [3, y]] has [[2]] rows.") == [
        "9 error brackets in an answer mark make text of it: write \\[[1, x], [3, y]] to show it; "
          + "to ask for it, [[1, x|3, y]]"
      ])
    #expect(found("The list \\[[1, x], [3, y]] has [[2]] rows.") == [])
  }

  @Test func aGapOverAnEmptyLine() {
    #expect(
      found("It is the [[layer\n\nnormalisation]].").first?.hasSuffix(
        "write [[layer normalisation]] in one line") == true)
  }

  // MARK: Comments

  @Test func aCommentAboveItsHeading() {
    let library = notes("# C\n\n## L\n\nText.\n\n<!-- quiz -->\n### Which?\nIt is [[one]].\n")
    let found = LessonQuestions(library.lessonIDs[0], in: library).diagnostics
    #expect(
      found.map(\.remedy) == [
        "write <!-- quiz --> on the line below ### Which?, and not above it"
      ])
  }

  // MARK: Steps

  @Test(arguments: [
    ("1. cut\n1. look up\n1 run\n1. draw", "11 error", "1. run"),
    ("1. cut\n1. look up\n7 run\n1. draw", "11 error", "1. run"),
    ("1. cut\n1. look up\n1 run", "11 error", "1. run"),
    ("1 cut\n1. look up\n1. run", "9 error", "1. cut"),
    ("1 cut\n2. look up\n3. run", "9 error", "1. cut"),
  ]) func stepsWithoutAStop(body: String, place: String, right: String) {
    #expect(
      found(body, under: "In which order?")
        == ["\(place) this is nearly a step of the list, and none: write \(right)"])
  }

  @Test func numbersInStepsThatAreNone() {
    let told = found("1. walk\n5 km\n2. run", under: "In which order?")
    #expect(!told.contains { $0.contains("nearly a step") }, "\(told)")
  }

  // MARK: Tables

  @Test func linesOfBarsWithoutDashes() {
    let lines = "| vector | task |\n| query | asks |\n"
    #expect(
      found("\(lines)\nIt is the [[key]].")
        == ["9 warning this is nearly a table: write | --- | --- | below this line"])
    #expect(found("| vector | task |\n|---|---|\n| query | asks |\n\nIt is the [[key]].") == [])
    let library = notes("# C\n\n## L\n\n\(lines)\n### Which?\n<!-- quiz -->\nIt is [[one]].\n")
    #expect(
      LessonQuestions(library.lessonIDs[0], in: library).diagnostics.map(\.line) == [5])
  }

  // MARK: Draws

  @Test(arguments: [
    ("ints(-3,3)", "write ints(3,-3,3): how many stands first"),
    ("mat(2,0,3)", "write mat(2,2,0,3): rows and columns stand first"),
  ]) func whatIsDrawnIsCountedFirst(rule: String, remedy: String) {
    let told = found("Of {{q}}: [[= sum(q)]].", comment: "<!-- quiz q=\(rule) -->")
    #expect(told.count == 1 && told[0].contains(remedy), "\(told)")
  }

  /// What `check` calls an error is none of a learner's questions, and stands in the lesson as broken.
  @Test(arguments: [
    "1. [ ] one\n1. [x] one\n1. [ ] two", "- a :: one\n- b :: one\n- c :: two",
    "1. [x] **one**\n1. [ ] *one*\n1. [ ] two", "1. one\n2. one\n3. two",
    "1. [x] {{= a+a}}\n1. [ ] {{= 2*a}}",
  ]) func whatIsNeverPosedIsBroken(body: String) {
    let comment = body.contains("{{") ? "<!-- quiz a=int(1,9) -->" : "<!-- quiz -->"
    let questions = lessonQuestions(body, comment: comment)
    #expect(questions.written.isEmpty && questions.broken.count == 1)
    #expect(questions.diagnostics.first?.severity == .error)
    let library = notes("# C\n\n## L\n\nText.\n\n### Which?\n\(comment)\n\(body)\n")
    let bank = QuestionBank(library)
    #expect(bank.questions.isEmpty && bank.leftOut == 1)
    #expect(QuestionCheck.diagnostics(bank, in: library) == [])
  }
}
