import Notes
import TestSupport
import TextUI
import Testing

@testable import Quiz

@Suite struct AskTheModelTests {
  private func section(_ fence: String) -> Library {
    notes(
      "# C\n\n## L\n\nText.\n\n### What?\n<!-- quiz id=mm -->\n\n```model\n\(fence)\n```\n\n> [!NOTE]\n> Why.\n"
    )
  }

  private func question(_ fence: String) throws -> Question {
    let bank = QuestionBank(section(fence))
    #expect(bank.diagnostics.isEmpty, "\(bank.diagnostics.map(\.text))")
    return try #require(bank.questions.first)
  }

  @Test(arguments: ["next", "part", "place", "loss"])
  func isSolvedByItsKeyAndExplained(_ ask: String) throws {
    let question = try question("ask = \(ask)\nof = names, who")
    #expect(question.kindName == "ask-the-model" && question.isFresh && question.isComputed)
    var texts: Set<String> = []
    for seed in 0..<4 as Range<UInt64> {
      var posed = try PresentedQuestion(question, seed: seed)
      texts.insert(posed.prompt.plainText + posed.form.choices.map(\.plainText).joined())
      #expect(posed.form.ambiguity == nil && !posed.prompt.isEmpty)
      #expect(posed.explanation.count == 2 && posed.explanation.last?.plainText == "Why.")
      let count = posed.form.choices.count
      #expect(count == (ask == "loss" ? 2 : 4))
      for number in 1...count {
        #expect(posed.form.take("\(number)") == nil)
        let isRight = posed.form.key == "\(number)"
        #expect(posed.form.verdict.isRight == isRight)
        #expect(posed.form.verdict.reasons.isEmpty == isRight, "a wrong answer is told why")
      }
      // The model opens at what was asked about.
      let figure = try #require(posed.figure)
      #expect(figure.widget == "inside" && figure.inputs.hasPrefix("text = "))
      #expect(try PresentedQuestion(question, seed: seed).prompt == posed.prompt)
    }
    #expect(texts.count == 4, "each time a new text")
    #expect(QuestionCheck.failure(of: question) == nil)
  }

  /// Which one of two is right cannot be told from its place.
  @Test func twoTextsStandInEitherOrder() throws {
    let question = try question("ask = loss")
    let keys = try Set(
      (0..<8 as Range<UInt64>).map { try PresentedQuestion(question, seed: $0).form.key })
    #expect(keys == ["1", "2"])
  }

  @Test func whatItAsksIsPartOfItsIdentity() throws {
    func id(_ fence: String) throws -> String {
      try #require(
        QuestionBank(
          notes("# C\n\n## L\n\n### What?\n<!-- quiz -->\n\n```model\n\(fence)\n```\n")
        ).questions.first
      ).id
    }
    #expect(try id("ask = next") != id("ask = loss"))
    #expect(try id("ask = next\nof = who") != id("ask = next\nof = names"))
  }

  @Test(arguments: [
    (
      "ask = nxt",
      "ask = nxt is nothing that the model can be asked: write ask = next; there are next, part, place, "
        + "loss, patch"
    ),
    (
      "of = names",
      "this does not say what the model is asked: write ask = next below it; there are next, part, "
        + "place, loss, patch"
    ),
    (
      "ask = next\nof = cats",
      "of = cats is no kind of text: write names, who, colour, where, repeats"
    ),
    ("ask = next\ntext = Mia", "model has no text: write ask = next and of = names, and no more"),
  ])
  func saysWhatIsWrong(_ fence: String, _ message: String) {
    let bank = QuestionBank(section(fence))
    #expect(bank.questions.isEmpty && bank.diagnostics.map(\.advice) == [message])
  }
}
