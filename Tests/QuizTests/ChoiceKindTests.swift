import Notes
import Numerics
import TextUI
import TestSupport
import Testing

@testable import Quiz

/// The kinds whose answer is chosen, moved or said, not typed.
@Suite struct ChoiceKindTests {
  private let one = """
    > A hint.

    > Another.

    1. [ ] the scores
       > Not normalised.
    1. [x] the weights
    1. [ ] the values

    > [!NOTE]
    > Softmax.
    """

  @Test func oneOfSeveral() throws {
    let question = try question(one)
    #expect(question.kindName == "one-of-several" && question.section.hints.count == 2)
    var posed = try PresentedQuestion(question, seed: 3)
    let labels = posed.form.labels
    #expect(labels.sorted() == ["the scores", "the values", "the weights"])
    for (index, label) in labels.enumerated() {
      #expect(take(&posed, "\(index + 1)") == nil)
      let verdict = posed.form.verdict
      #expect(verdict.isRight == (label == "the weights"))
      #expect(
        verdict.reasons.map(\.plainText) == (label == "the scores" ? ["Not normalised."] : []))
      // What is stored is the option's place in the notes, whatever the order shown.
      #expect(
        posed.form.answer == ["the scores": "1", "the weights": "2", "the values": "3"][label])
    }
    #expect(take(&posed, "4") != nil && take(&posed, "x y") != nil)
    #expect(take(&posed, "b") == nil)
    #expect(posed.explanation.plainText == "Softmax.")
    let orders = Set(
      try (0..<30 as Range<UInt64>).map { try PresentedQuestion(question, seed: $0).form.labels })
    #expect(orders.count == 6)
    #expect(
      try PresentedQuestion(question, seed: 7).form.labels
        == PresentedQuestion(question, seed: 7).form.labels)
  }

  @Test(arguments: [
    ("- [x] a\n- [x] b\n  > Also b.\n", [("a", true), ("b", true), ("Also b.", false)]),
    ("- [x] a\n- [ ] b\n  > Not b.\n- [ ] c\n", [("a", true), ("b", false), ("Not b.", false)]),
    ("1. [ ] a\n1. [x] b\n   > So it is.\n", [("a", false), ("b", true), ("So it is.", false)]),
  ])
  func thePreviewTellsOfEachOption(text: String, lines: [(text: String, isRight: Bool)]) throws {
    let shown = QuestionPreview(try question(text)).lines(width: 60, ascii: false).map(\.text)
    for (text, isRight) in lines {
      let line = try #require(shown.first { $0.hasSuffix(" " + text) })
      #expect(line.contains(Sign.right.text.trimmed) == isRight, "\(line)")
    }
  }

  /// A heading with numbers in it is another one in each draw.
  @Test func thePreviewTellsEachHeading() throws {
    let library = notes(
      "# C\n\n## L\n\n### What is {{a}} and 1?\n<!-- quiz id=q a=int(3,9) -->\nIt is [[= a+1]].\n")
    let bank = QuestionBank(library)
    let question = try #require(bank.questions.first)
    let shown = QuestionPreview(question, draws: 4).lines(width: 60, ascii: false).map(\.text)
    for seed in 0..<4 {
      let heading = try PresentedQuestion(question, seed: UInt64(seed)).heading.plainText
      #expect(shown.contains { $0.hasSuffix(heading) }, "\(shown)")
    }
    #expect(shown.count { $0.contains(" and 1?") } == 4)
  }

  /// What a draw brings has its numbers above it, also where nothing but a heading asks.
  @Test func thePreviewTellsWhatEachDrawBrings() throws {
    let bank = QuestionBank(
      notes(
        "# C\n\n## L\n\n### In order?\n<!-- quiz id=q a=int(3,9) -->\n1. take {{a}}\n2. take {{a+9}}\n"
      ))
    let shown = QuestionPreview(try #require(bank.questions.first), draws: 3)
      .lines(width: 60, ascii: false).map(\.text)
    #expect(shown.count { $0.hasPrefix("draw ") && $0.contains(": a = ") } == 2, "\(shown)")
  }

  @Test func thePreviewTellsTheOrder() throws {
    let shown = QuestionPreview(try question("1. first\n1. second\n")).lines(
      width: 60, ascii: false)
    #expect(shown.contains { $0.text.trimmed == "1 first; 2 second" })
  }

  @Test func keysChoose() throws {
    var posed = try PresentedQuestion(question(one), seed: 3)
    #expect(send(&posed, .key(.down)) && send(&posed, .key(.character("3"))))
    #expect(!send(&posed, .key(.character("7"))) && !send(&posed, .key(.enter)))
    let third = posed.form.answer
    #expect(take(&posed, "3") == nil && posed.form.answer == third)
  }

  private let all = "- [x] a\n- [ ] b\n  > Not b.\n- [x] c\n- [ ] d\n"

  @Test func allThatApply() throws {
    var posed = try PresentedQuestion(question(all), seed: 5)
    #expect(posed.question.kindName == "all-that-apply")
    let labels = posed.form.labels
    func numbers(_ wanted: String) -> String {
      let found = wanted.compactMap { letter in
        labels.firstIndex(of: String(letter)).map { "\($0 + 1)" }
      }
      return found.joined(separator: " ")
    }
    #expect(take(&posed, numbers("ac")) == nil && posed.form.verdict.isRight)
    #expect(take(&posed, numbers("ab")) == nil)
    #expect(posed.form.verdict.credit == 0.5)
    #expect(posed.form.verdict.part == "2 of 4 options judged right")
    #expect(posed.form.verdict.reasons.map(\.plainText) == ["Not b."])
    #expect(take(&posed, "none") == nil && posed.form.answer == "none")
  }

  @Test func putInOrder() throws {
    let body = "1. one\n2. two\n3. three\n4. four\n"
    var posed = try PresentedQuestion(question(body), seed: 2)
    #expect(posed.question.kindName == "put-in-order")
    #expect(posed.form.verdict.isRight == false)
    let shown = posed.form.labels
    func line(_ order: [String]) -> String {
      order.compactMap { word in shown.firstIndex(of: word).map { "\($0 + 1)" } }.joined(
        separator: " ")
    }
    #expect(take(&posed, line(["one", "two", "three", "four"])) == nil)
    #expect(posed.form.verdict.isRight && posed.form.answer == "1 2 3 4")
    #expect(take(&posed, line(["two", "three", "four", "one"])) == nil)
    #expect(posed.form.verdict.part == "3 of 4 steps are in order")
    #expect(posed.form.verdict.credit == 2.0 / 3)
    #expect(
      posed.form.verdict.remarks == [
        "Step 4 is out of place; the others follow one another as they should."
      ])
    #expect(take(&posed, line(["two", "one", "four", "three"])) == nil)
    #expect(posed.form.verdict.part == "2 of 4 steps are in order")
    #expect(posed.form.verdict.remarks.first?.hasPrefix("Steps ") == true)
    #expect(take(&posed, line(["four", "three", "two", "one"])) == nil)
    // Of those no step is the one that is right.
    #expect(posed.form.verdict.credit == 0 && posed.form.verdict.remarks == [])
    let marks = posed.form.picture(.marks, width: 40, ascii: false).lines.map(\.text)
    #expect(marks.allSatisfy { $0.contains("✗") } && marks.count == 4)
    #expect(take(&posed, "1 2 3") != nil && take(&posed, "1 1 2 3") != nil)
  }

  @Test func stepsMoveByKeys() throws {
    var posed = try PresentedQuestion(question("1. one\n2. two\n3. three\n"), seed: 2)
    let before = posed.form.labels
    for key in [Key.character(" "), .down, .character(" ")] {
      #expect(send(&posed, .key(key)))
    }
    #expect(posed.form.labels == [before[1], before[0], before[2]])
    #expect(send(&posed, .key(.character("K"))))
    #expect(posed.form.labels == before)
  }

  @Test func recall() throws {
    let question = try question("> [!NOTE]\n> Because.")
    #expect(question.kindName == "recall" && question.isSelfJudged)
    var posed = try PresentedQuestion(question, seed: 0)
    #expect(take(&posed, "1") == nil && posed.form.verdict.isRight)
    #expect(take(&posed, "2") == nil && posed.form.verdict.credit == 0.5)
    #expect(take(&posed, "no") == nil && posed.form.verdict.credit == 0)
  }
}
