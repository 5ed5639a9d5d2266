import Formulas
import Notes
import TestSupport
import TextUI
import Testing

@testable import Quiz

@Suite struct MatchPairsTests {
  private let three =
    "- query :: what is sought\n- key :: what is `compared`\n- value :: what is mixed\n"

  @Test func eachPairCounts() throws {
    var posed = try PresentedQuestion(question(three), seed: 2)
    #expect(posed.question.kindName == "match-pairs" && posed.prompt.isEmpty)
    let shown = posed.form.labels
    #expect(shown.sorted() == ["what is compared", "what is mixed", "what is sought"])
    #expect(shown != ["what is sought", "what is compared", "what is mixed"], "never solved")
    func line(_ definitions: [String]) -> String {
      definitions.compactMap { shown.firstIndex(of: $0).map { "\($0 + 1)" } }.joined(separator: " ")
    }
    let right = ["what is sought", "what is compared", "what is mixed"]
    #expect(take(&posed, line(right)) == nil && posed.form.key == line(right))
    #expect(posed.form.verdict == Verdict(credit: 1) && posed.form.answer == "1 2 3")
    #expect(take(&posed, line([right[1], right[0], right[2]])) == nil)
    #expect(posed.form.verdict == Verdict(credit: 1.0 / 3, part: "1 of 3 pairs right"))
    #expect(posed.form.answer == "2 1 3")
    for line in ["1 2", "1 1 2", "1 2 4", "a b c", ""] {
      #expect(take(&posed, line)?.hasPrefix("type the number of each") == true, "\(line)")
    }
    #expect(posed.form.answer == "2 1 3", "what is not understood changes nothing")
  }

  @Test func digitsGiveDefinitions() throws {
    var posed = try PresentedQuestion(question(three), seed: 2)
    #expect(posed.form.obstacle != nil && !send(&posed, .key(.character("4"))))
    #expect(!send(&posed, .key(.enter)) && !send(&posed, .key(.character("h"))))
    for key in [Key.character("2"), .character("1")] { #expect(send(&posed, .key(key))) }
    #expect(posed.form.obstacle != nil)
    #expect(send(&posed, .key(.character("3"))) && posed.form.obstacle == nil)
    // A definition given again leaves the term that had it.
    for key in [Key.up, .up, .character("3")] { #expect(send(&posed, .key(key))) }
    #expect(posed.form.obstacle != nil)
    #expect(send(&posed, .key(.character("2"))) && posed.form.obstacle == nil)
    #expect(send(&posed, .key(.backspace)) && posed.form.obstacle != nil)
  }

  /// Lines that are clicked choose a term or give it a definition.
  @Test func clicksDoTheSame() throws {
    var posed = try PresentedQuestion(question(three), seed: 2)
    let picture = posed.form.picture(.nothing, width: 60, ascii: false)
    #expect(picture.choices == [3, 4, 5, nil, 0, 1, 2])
    for choice in [5, 0, 1, 2] { posed.form.choose(choice) }
    let keys = try PresentedQuestion(question(three), seed: 2)
    var typed = keys
    #expect(take(&typed, "2 3 1") == nil && typed.form.answer == posed.form.answer)
    posed.form.choose(900)
  }

  @Test func whatIsNoPairStays() throws {
    #expect(
      try question("Given:\n\n- `std::vector`\n- `a::b`\n\n> [!NOTE]\n> x").kindName == "recall")
    #expect(try question("- a :: b\n- c :: d\n\nIt is [[1]].").kindName == "number")
    #expect(try question("- a :: b\n- c :: d\n\n1. [x] e\n1. [ ] f").kindName == "one-of-several")
    #expect(try question("- a :: b\n- c :: d\n\n1. e\n2. f").kindName == "put-in-order")
    #expect(try question("- [x] a :: b\n- [ ] c :: d\n").kindName == "all-that-apply")
  }

  @Test func authorsAreTold() {
    #expect(
      problem("- a :: b\n- c\n")
        == "10 a line of the list is not a pair: write each as term :: definition")
    #expect(
      problem("- a :: b\n")
        == "7 a single pair, and two are the fewest: write the next one, - term :: definition, on the line below"
    )
    let many = (0..<10).map { "- a\($0) :: b\($0)\n" }.joined()
    #expect(
      problem(many)
        == "7 10 pairs, and 9 are the most: put those beyond 9 into a question of their own")
    #expect(
      problem("- a :: b\n- c :: d\n\nThen\n\n- e :: f\n")?.hasPrefix("14 a second list of pairs")
        == true)
    let library = notes("# C\n\n## L\n\n### W?\n<!-- quiz -->\n- a :: b\n- c :: b\n")
    #expect(
      QuestionBank(library).diagnostics.map(\.advice)
        == [
          "the definition “b” stands there twice: write another one for one of them; "
            + "only if both mean the same, - a and c :: b in place of these lines"
        ])
    let terms = notes("# C\n\n## L\n\n### W?\n<!-- quiz -->\n- The `key` :: b\n- the  key :: c\n")
    #expect(
      QuestionBank(terms).diagnostics.map(\.advice)
        == [
          "the term “the key” stands there twice, and no reader can tell which is which: "
            + "write another term for one of them, or both definitions in one"
        ])
  }

  @Test func aCardHasBothSides() throws {
    let card = try #require(AnkiText.card(of: question(three), in: notes("")))
    let fields = card.split(separator: "\t")
    #expect(
      fields[1].hasPrefix("<b>Which?</b><ul><li>query</li><li>key</li><li>value</li></ul><ol>"))
    #expect(fields[1].contains("<li>what is <code>compared</code></li>"))
    #expect(
      fields[2]
        == "<ul><li><b>query</b>: what is sought</li><li><b>key</b>: what is <code>compared</code>"
        + "</li><li><b>value</b>: what is mixed</li></ul>")
  }

  @Test func fillsInItsNumbers() throws {
    let posed = try PresentedQuestion(
      question("- {{a}} + 1 :: {{= a + 1}}\n- {{a}} + 2 :: {{= a + 2}}\n", "quiz a=int(4,4)"),
      seed: 0)
    #expect(posed.form.labels.sorted() == ["5", "6"])
    #expect(posed.form.card.plainText == "4 + 1 4 + 2")
  }

  // MARK: From tables

  private func made(_ table: String) -> [Question] {
    QuestionBank(notes("# C\n\n## Words\n\n\(table)")).questions
  }

  @Test func aTableOfTermsIsMatched() throws {
    let questions = made(
      """
      | Term | Meaning |
      |---|---|
      | logit | a score before it is shared out |
      | **epoch** | one pass over all examples |
      | batch | examples that are read together |
      """)
    #expect(questions.map(\.kindName) == ["match-pairs"])
    let question = try #require(questions.first)
    #expect(question.isGenerated && QuestionCheck.failure(of: question) == nil)
    #expect(
      question.section.answers?.list?.items.map(\.blocks.plainText) == [
        "logit :: a score before it is shared out", "epoch :: one pass over all examples",
        "batch :: examples that are read together",
      ])
  }

  @Test func longTablesAreAskedInParts() {
    let rows = (0..<13).map { index in
      let letter = String(UnicodeScalar(UInt8(97 + index)))
      return "| term\(letter) | the meaning number \(letter) of it |\n"
    }.joined()
    let sizes = made("| Name | Role |\n|---|---|\n\(rows)").map {
      $0.section.answers?.list?.items.count
    }
    #expect(sizes == [4, 4, 5])
  }

  @Test(arguments: [
    // One value twice, a number beside each, too few rows, numbers, names in their own definitions.
    "| Year | Event |\n|---|---|\n| a | one two three |\n| b | two three four |\n| c | One two three |\n",
    "| Term | Year | X |\n|---|---|---|\n| a | 1901 | |\n| b | 1902 | |\n| c | 1903 | |\n",
    "| Term | Meaning |\n|---|---|\n| logit | one two three |\n| batch | two three four |\n",
    "| Term | Value |\n|---|---|\n| alpha | 1 |\n| beta | 2 |\n| gamma | 3 |\n",
    "| Term | Meaning |\n|---|---|\n| logit | the logit is a score |\n| batch | a batch of rows |\n| epoch | an epoch of them |\n",
  ])
  func otherTablesAreNot(_ table: String) { #expect(made(table).isEmpty) }
}
