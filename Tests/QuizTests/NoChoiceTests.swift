import Notes
import TextUI
import Testing

@testable import Quiz

/// No choice, no answer: nothing is chosen at first, and Enter alone answers nothing.
@Suite struct NoChoiceTests {
  private static let noneRight = "- [ ] a\n  > Not a.\n- [ ] b\n  > Not b.\n"
  private static let kinds = [
    "1. [ ] one\n2. [x] two\n3. [ ] three\n", "1. [x] True\n1. [ ] Not true\n",
    "- [x] a\n- [ ] b\n- [x] c\n", noneRight, "1. one\n2. two\n3. three\n",
    "It is [[right]].\n", "It is [[0.5]].\n", "A [[one]] and [[two]].\n",
    "It is [[= v ± 0]].\n",
  ]

  @Test(arguments: kinds)
  func nothingIsChosenAtFirst(_ body: String) throws {
    let directive = body.contains("v ±") ? "quiz id=q v=choice([1,2])" : "quiz id=q"
    for seed in 0..<10 as Range<UInt64> {
      var posed = try PresentedQuestion(question(body, directive), seed: seed)
      #expect(posed.form.obstacle != nil)
      #expect(!send(&posed, .key(.enter)) || posed.form.isTyping)
      #expect(posed.form.obstacle != nil)
      let text = posed.form.picture(.nothing, width: 60, ascii: false).lines.map(\.text)
      #expect(body.hasPrefix("- ") || body.hasPrefix("1. one") || !text.joined().contains("▸"))
      // Its own key is an answer.
      #expect(take(&posed, posed.form.key) == nil && posed.form.obstacle == nil)
      #expect(posed.form.verdict.isRight)
    }
  }

  @Test func arrowsAndNumbersChoose() throws {
    let question = try question("1. [ ] one\n2. [x] two\n3. [ ] three\n")
    for (keys, chosen) in [
      ([Key.down], 0), ([.up], 2), ([.down, .down], 1), ([.character("3")], 2), ([.down, .up], 0),
    ] {
      var posed = try PresentedQuestion(question, seed: 1)
      for key in keys { #expect(send(&posed, .key(key))) }
      #expect(posed.form.obstacle == nil)
      var other = try PresentedQuestion(question, seed: 1)
      #expect(take(&other, "\(chosen + 1)") == nil)
      #expect(posed.form.answer == other.form.answer)
    }
  }

  /// That none applies has to be said.
  @Test func noneIsSaid() throws {
    var posed = try PresentedQuestion(question(Self.noneRight), seed: 1)
    #expect(posed.form.obstacle != nil)
    #expect(send(&posed, .key(.character("0"))) && posed.form.obstacle == nil)
    #expect(posed.form.verdict.isRight && posed.form.answer == "none")
    #expect(send(&posed, .key(.character("1"))) && posed.form.answer != "none")
    #expect(send(&posed, .key(.character("1"))) && posed.form.obstacle != nil)
    #expect(take(&posed, "") != nil && take(&posed, "none") == nil)
    #expect(posed.form.obstacle == nil)
  }

  /// Steps as they are handed over are not an answer; what is held is put down before anything else.
  @Test func stepsAreMovedFirst() throws {
    var posed = try PresentedQuestion(question("1. one\n2. two\n3. three\n"), seed: 2)
    #expect(send(&posed, .key(.down)) && posed.form.obstacle != nil)
    #expect(send(&posed, .key(.character(" "))) && posed.form.obstacle != nil)
    #expect(send(&posed, .key(.up)) && posed.form.obstacle == nil)
    #expect(send(&posed, .key(.enter)) && !send(&posed, .key(.enter)))
  }

  @Test func whatWasKnownIsSaid() throws {
    var posed = try PresentedQuestion(question("> [!NOTE]\n> Because."), seed: 0)
    #expect(posed.form.obstacle != nil && !posed.form.verdict.isRight)
    #expect(send(&posed, .key(.down)) && posed.form.verdict.isRight)
    #expect(posed.form.obstacle == nil)
  }
}

/// What is said of an answer that is right, or right enough.
@Suite struct RemarkTests {
  private func remarks(_ mark: String, _ typed: String, _ directive: String = "quiz id=q1") throws
    -> [String]
  {
    let verdict = try verdict("It is [[\(mark)]].", typed, directive)
    #expect(verdict.isRight)
    return verdict.remarks
  }

  @Test(arguments: [
    ("12..14", "12", ["Anything from 12 to 14 is right."]),
    ("12..14", "13", ["Anything from 12 to 14 is right."]),
    ("12..14", "13.99", ["Anything from 12 to 14 is right."]), ("13..13", "13", []),
    ("18 ± 0", "18", []), ("18 ± 0", "18.0", []), ("0.5", "1/2", []), ("3 ± 0.01", "3", []),
    ("3 ± 0.01", "3.005", ["near enough to 3"]), ("0.707 ± 0.001", "0.707", []),
    ("0.707 ± 0.001", "0.7075", ["near enough to 0.707"]),
    ("0.707 ± 0.001", "sqrt(2)/2", ["near enough to 0.707"]),
    ("0.707 ± 0.01", "0.71", ["to more digits: 0.707"]),
    ("0.707 ± 0.01", "0.70", ["near enough to 0.707"]),
    ("0.707 ± 0.1", "0.7", ["to more digits: 0.707"]),
    ("13 ± 1", "12", ["near enough to 13"]), ("0.5 ± 0.1", "0,5", ["0,5 is read as 0.5"]),
    ("0.25 ± 0", "25 %", []),
  ])
  func onlyWhatIsTrue(_ mark: String, _ typed: String, _ remarks: [String]) throws {
    #expect(try self.remarks(mark, typed) == remarks)
  }

  @Test func computedOnesToo() throws {
    let directive = "quiz v=choice([1,1])"
    #expect(try remarks("= norm(v) ± 0.01", "1.41", directive) == ["to more digits: 1.414"])
    #expect(try remarks("= norm(v) ± 0.01", "1.414", directive) == [])
    #expect(try remarks("= norm(v) ± 0.01", "sqrt(2)", directive) == [])
    #expect(try remarks("= norm(v) ± 0.01", "1.42", directive) == ["near enough to 1.414"])
  }

  /// A range is told as one, not by its middle.
  @Test func aRangeIsToldAsOne() throws {
    var posed = try PresentedQuestion(question("It is [[12..14]]."), seed: 0)
    #expect(posed.form.solution == "12 to 14")
    #expect(take(&posed, "15") == nil && !posed.form.verdict.isRight)
    let text = posed.form.picture(.all, width: 60, ascii: false).lines.map(\.text).joined()
    #expect(text.contains("The answer is 12 to 14"))
  }

  @Test(arguments: [
    ("(4, 6)", "= v ± 0"), ("(4 6)", "= v ± 0"), ("4 6", "= v ± 0"), ("<4,6>", "= v ± 0"),
    ("[4, 12/2]", "= v ± 0"), ("[2,2],[2,2]", "= M ± 0"), ("((2,2),(2,2))", "= M ± 0"),
    ("2 2; 2 2", "= M ± 0"), ("½", "0.5"), ("1 1/2", "1.5"), ("50 percent", "0.5"),
    ("175 billion", "175000000000"), ("175,000,000,000", "175000000000"), ("2**-1", "0.5"),
    ("１２", "12"), ("0,5 0,7", "= w ± 0"), ("0,5; 0,7", "= w ± 0"),
  ])
  func fairAnswersAreTaken(_ typed: String, _ mark: String) throws {
    let directive = "quiz id=q1 v=choice([4,6]) M=choice([[2,2],[2,2]]) w=choice([0.5,0.7])"
    #expect(try verdict("It is [[\(mark)]].", typed, directive).isRight)
  }

  /// A percentage is a hundredth, unless the question counts in percent.
  @Test(arguments: [
    ("It is [[0.5]].", "0.5%", false), ("It is [[0.5]].", "½%", false),
    ("It is [[0.5]].", "50%", true), ("It is [[1.5]].", "1.5 percent", false),
    ("It is [[73]] %.", "73%", true), ("How many percent? [[73]]", "73 %", true),
  ])
  func percentAreHundredths(_ text: String, _ typed: String, _ isRight: Bool) throws {
    #expect(try verdict(text, typed).isRight == isRight)
  }

  @Test(arguments: ["NaN", "undefined", "inf", "-∞", "1/0"])
  func whatIsNotFiniteIsAnAnswerAndWrong(_ typed: String) throws {
    #expect(try !verdict("It is [[3]].", typed).isRight)
    #expect(try !verdict("It is [[2..4]].", typed).isRight)
  }

  /// A vector typed key by key with its brackets and commas.
  @Test(arguments: ["(4, 6)", "[4,6]", "4 6", "4,6", "{4;6}", "(4 6)"])
  func vectorsByKeys(_ typed: String) throws {
    var posed = try PresentedQuestion(
      question("It is [[= v ± 0]].", "quiz id=q v=choice([4,6])"), seed: 0)
    for character in typed { _ = send(&posed, .key(.character(character))) }
    #expect(posed.form.obstacle == nil && posed.form.verdict.isRight)
  }
}

/// Which list is the answers has to be plain.
@Suite struct AnswerListTests {
  @Test func twoListsAreAnError() throws {
    let given =
      "Given:\n\n- [x] a done task\n- [ ] an open one\n\nThen:\n\n1. [ ] first\n2. [x] second\n"
    #expect(
      problem(given)?.hasPrefix("16 two lists with boxes in one question: take the boxes")
        == true)
    #expect(
      problem("1. a\n2. b\n\nThen:\n\n1. c\n2. d\n")?.contains("a second numbered list") == true)
    #expect(
      problem("It is [[x]].\n\n1. [x] a\n2. [ ] b\n")?.contains("keep one of them") == true)
    #expect(problem("1. [x] a\n2. b\n")?.contains("an option has no box") == true)
  }

  /// Without its dot a number begins no list: the boxes would stand in the text of a question by heart.
  @Test func aNumberWithoutItsDotIsToldAndShowsNoBox() throws {
    for text in ["1 [ ] a\n2 [x] b\n\n> [!NOTE]\n> It.\n", "1 [x] a\n\n> [!NOTE]\n> It.\n"] {
      let told = "an option's number has no dot right behind it: write 1. ["
      #expect(problem(text)?.contains(told) == true)
    }
    #expect(try question("Of 2 [x] is one.\n\n> [!NOTE]\n> It.\n").kindName == "recall")
  }

  @Test func aListInTheTextStaysThere() throws {
    let question = try question(
      "Given:\n\n1. first do this\n2. then that\n\nWhich?\n\n1. [ ] a\n2. [x] b\n")
    #expect(question.kindName == "one-of-several")
    let posed = try PresentedQuestion(question, seed: 1)
    #expect(
      posed.prompt.plainText.contains("first do this") && posed.form.labels == ["a", "b"])
  }

  /// What cannot be asked is known as such, lest the lesson shows its key.
  @Test func aBrokenOneIsKept() {
    let text =
      "# C\n\n## L\n\nText.\n\n### Q\n<!-- quiz -->\n\n- [x] a\n\nThen:\n\n1. [x] b\n2. [ ] c\n"
    let found = LessonQuestions(
      LessonID(document: 0, chapter: 0, lesson: 0), in: notes(text))
    #expect(found.written.isEmpty && found.broken.map(\.title) == ["Q"])
    #expect(found.diagnostics.count == 1)
  }
}
