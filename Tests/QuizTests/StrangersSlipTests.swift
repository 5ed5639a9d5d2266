import Notes
import Testing

@testable import Quiz

/// Slips that somebody makes who writes the first questions: what is found, and that it is mended in one round.
@Suite struct StrangersSlipTests {
  private func advice(
    _ body: String, under heading: String = "What is it?", comment: String = "<!-- quiz -->",
    note: String? = "So."
  ) -> [String] {
    let questions = lessonQuestions(body, under: heading, comment: comment, note: note)
    return questions.diagnostics.map {
      "\($0.line) \($0.severity.rawValue) \($0.remedy)"
    }
  }

  // MARK: Options

  @Test(arguments: [
    ("the weights.", "the weights"), ("the weights !", "the weights"),
    ("the weights;", "the weights"), ("the weights?", "the weights"),
    ("the weights \u{2026}", "the weights"), ("The weights", "the weights"),
  ]) func whatIsRightAloneIsSeenByItsEnds(right: String, mended: String) {
    func body(_ right: String) -> String { "1. [ ] the scores\n1. [x] \(right)\n1. [ ] the values" }
    #expect(advice(body(right)) == ["10 warning write 1. [x] \(mended)"], "\(right)")
    #expect(advice(body(mended)) == [])
  }

  @Test func whatIsRightAloneHasNoStop() {
    #expect(
      advice("1. [ ] the scores.\n1. [x] the weights\n1. [ ] the values.")
        == ["10 warning write 1. [x] the weights."])
  }

  /// A name, a short form, signs at several, and options of two.
  @Test(arguments: [
    "1. [ ] the scores\n1. [x] Vaswani\n1. [ ] the values",
    "1. [ ] the scores\n1. [x] keys etc.\n1. [ ] the values.",
    "1. [ ] the scores\n1. [x] 5!\n1. [ ] the values",
    "1. [ ] the scores.\n1. [x] the weights.\n1. [ ] the values",
    "1. [ ] The scores\n1. [x] The weights\n1. [ ] the values",
    "1. [ ] the scores\n1. [x] the weights.",
  ]) func endsThatTellNothing(body: String) { #expect(advice(body) == []) }

  @Test func lettersInBoxes() {
    for (yes, no) in [("y", "n"), ("yes", "no"), ("+", "o"), ("true", "false")] {
      #expect(
        advice("1. [\(no)] the scores\n1. [\(yes)] the weights\n1. [\(no)] the values")
          == [
            "9 error write 1. [ ] the scores", "10 error write 1. [x] the weights",
            "11 error write 1. [ ] the values",
          ], "\(yes)")
    }
  }

  @Test func anOptionInsideOfAnother() {
    #expect(
      advice("1. [ ] the scores\n   1. [x] the weights\n1. [ ] the values")
        == ["10 error write 1. [x] the weights at the margin"])
  }

  // MARK: Steps

  @Test(arguments: [
    ["9:00 scores", "10:00 scaling", "11:30 softmax"],
    ["9 am scores", "11 am scaling", "2 pm softmax"],
    ["scores at 09:15", "scaling at 09:45", "softmax at 10:00"],
    ["Monday: scores", "Tuesday: scaling", "Friday: softmax"],
    ["scores (2014)", "scaling (2017)", "softmax (2020)"],
    ["im Mai scores", "im Juni scaling", "im Juli softmax"],
  ]) func timesInSteps(steps: [String]) {
    func body(_ steps: [String]) -> String { steps.map { "1. \($0)" }.joined(separator: "\n") }
    let bare = ["scores", "scaling", "softmax"]
    let told = zip(9..., bare).map { "\($0) warning write 1. \($1)" }
    #expect(advice(body(steps)) == told, "\(steps)")
    #expect(advice(body(bare)) == [])
  }

  /// Times that are not one later than the other, and steps that are nothing but times.
  @Test(arguments: [
    ["2020 scores", "2017 scaling", "2014 softmax"], ["1943", "1957", "1986"],
    ["9:00 scores", "scaling", "softmax"], ["may scores", "scaling", "softmax"],
  ]) func timesThatTellNothing(steps: [String]) {
    #expect(advice(steps.map { "1. \($0)" }.joined(separator: "\n")) == [], "\(steps)")
  }

  // MARK: Gaps

  @Test(arguments: [
    ("3, tolerance 0.1", "write [[3 ± 0.1]]"), ("3:0.1", "write [[3 ± 0.1]]"),
    ("3 < x < 5", "write [[3..5]]"), ("3 ≤ x ≤ 5", "write [[3..5]]"),
    ("5 > x > 3", "write [[3..5]]"),
  ]) func numbersInOtherSigns(text: String, remedy: String) {
    let found = advice("It is [[\(text)]].")
    #expect(found.count == 1 && found[0].contains(remedy), "\(found)")
    #expect(advice("It is \(remedy.dropFirst(6)).") == [])
  }

  @Test(arguments: ["3:1", "12:30", "a < b < c"]) func signsThatAreMeant(text: String) {
    #expect(advice("It is [[\(text)]].") == [])
  }

  @Test(arguments: ["[[3]] (three)", "[[three]] (3)"]) func theNumberInOtherSigns(body: String) {
    let found = advice("There are \(body) of them.")
    #expect(found.count == 1 && found[0].hasPrefix("9 error take ("), "\(found)")
  }

  @Test func backslashesThatAreTwo() {
    #expect(
      advice("The template is \\\\{{ name }} of [[softmax]].")
        == ["9 error write \\{{ name }}"])
    #expect(advice("The template is \\{{ name }} of [[softmax]].") == [])
  }

  // MARK: Formulas

  /// Brackets of matrices in an answer mark, wherever they stand in it.
  @Test(arguments: [
    "matmul([[1, 2]], [[1], [2]])", "[[1, 2], [3, 4]] + [[1, 0], [0, 1]]",
    "transpose([[1, 2], [3, 4]])",
  ]) func matricesInAFormula(formula: String) {
    #expect(advice("It is [[= \(formula)]], and so [[on]].") == [], "\(formula)")
  }

  @Test(arguments: [
    ("[[1, 2]] @ [[1], [2]]", "matmul([[1, 2]], [[1], [2]])"), ("np.dot(q, q)", "dot(q, q)"),
    ("mean(q)", "(sum(q)/3)"), ("total(q)", "sum(q)"), ("np.array([1, 2])", "([1, 2])"),
  ]) func formulasOfOtherLanguages(written: String, right: String) {
    func found(_ formula: String) -> [String] {
      advice("Of {{q}}: [[= \(formula)]].", comment: "<!-- quiz q=ints(3,1,3) -->")
    }
    let told = found(written)
    #expect(told.count == 1 && told[0].hasSuffix("write [[= \(right)]]"), "\(told)")
    #expect(found(right) == [])
  }

  @Test func vectorsOfTwoLengths() {
    let library = notes(
      "# C\n\n## L\n\nText.\n\n### How much?\n<!-- quiz q=ints(3,1,4) k=ints(2,-1,3) -->\n"
        + "{{q}} by {{k}} is [[= dot(q,k)]].\n\n> [!NOTE]\n> So.\n")
    let found =
      QuestionBank(library).diagnostics
      + QuestionCheck.diagnostics(QuestionBank(library), in: library)
    #expect(found.contains { $0.remedy == "write k=ints(3,-1,3) in the comment" }, "\(found)")
  }

  // MARK: Comments

  @Test(arguments: [
    ("d int(2,4)", "write <!-- quiz d=int(2,4) -->"), ("d=int(4)", "write int(1,4);"),
    ("d=mat(2,2,4)", "write mat(2,2,1,4);"), ("d=int(2,4) lang=xx", "write lang="),
    ("d=int(2,4) lang=jp", "write lang=ja"),
  ]) func settings(written: String, remedy: String) {
    let found = advice("Of {{d}}: [[= sum(d)]].", comment: "<!-- quiz \(written) -->")
    #expect(found.count == 1 && found[0].contains(remedy), "\(found)")
  }

  @Test func anIdentityThatStandsTwice() {
    func bank(_ second: String) -> [Diagnostic] {
      let library = notes(
        "# C\n\n## L\n\nText.\n\n### Which?\n<!-- quiz id=a -->\nIt is [[one]].\n\n"
          + "### What?\n\(second)\nIt is [[two]].\n")
      return QuestionBank(library).diagnostics
    }
    let found = bank("<!-- quiz id=a tags=b -->")
    #expect(found.map(\.line) == [12] && found.map(\.column) == [1], "\(found)")
    #expect(found.first?.remedy.hasPrefix("write <!-- quiz tags=b -->, and") == true, "\(found)")
    #expect(bank("<!-- quiz tags=b -->") == [])
  }

  // MARK: Models

  @Test func textsThatAModelIsNotAskedOf() {
    func found(_ ask: String, _ of: String) -> [String] {
      advice("```model\nask = \(ask)\nof = \(of)\n```")
    }
    #expect(found("patch", "repeats").map { $0.hasSuffix("write of = names") } == [true])
    #expect(found("patch", "where, repeats").map { $0.hasSuffix("write of = where") } == [true])
    #expect(found("next", "name").map { $0.contains("write of = names;") } == [true])
    #expect(found("patch", "names") == [])
  }
}
