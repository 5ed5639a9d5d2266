import Formulas
import Notes
import Numerics
import TestSupport
import Testing

@testable import Quiz

@Suite struct GenerationTests {
  private func made(_ text: String) -> [Question] { QuestionBank(notes(text)).questions }
  private func titles(_ text: String) -> [String] {
    made(text).map { "\($0.kindName): \($0.section.prompt.plainText)" }
  }
  private func options(_ question: Question) -> [String] {
    question.section.answers?.list?.items.compactMap { item in
      guard case .paragraph(let inlines)? = item.blocks.first?.kind else { return nil }
      return (item.task == true ? "*" : "") + inlines.plainText
    } ?? []
  }

  private let steps = """
    # Tea

    ## Making tea

    It takes these steps:

    1. **Boil:** Heat fresh water until it bubbles.
    2. **Pour:** Let the water flow over the leaves. This wakes them.
    3. **Wait:** Leave the pot alone for about three minutes.
    4. **Serve:** Serve it in warm cups with a little milk.
    """

  @Test func stepsArePutInOrderAndTermsAskedFor() throws {
    let questions = made(steps)
    #expect(questions.allSatisfy { $0.isGenerated && $0.id.hasPrefix("made-") })
    #expect(
      titles(steps) == [
        "put-in-order: They are the steps of “Making tea”.",
        "one-of-several: In “Making tea”: “Heat fresh water until it bubbles.”",
        "one-of-several: In “Making tea”: “Let the water flow over the leaves.”",
        "one-of-several: In “Making tea”: “Leave the pot alone for about three minutes.”",
        "one-of-several: In “Making tea”: “… it in warm cups with a little milk.”",
      ])
    #expect(options(questions[0]) == ["Boil", "Pour", "Wait", "Serve"])
    #expect(options(questions[1]) == ["*Boil", "Pour", "Wait", "Serve"])
    #expect(
      questions[4].section.explanation.plainText
        == "Serve: Serve it in warm cups with a little milk.")
    #expect(questions.allSatisfy { QuestionCheck.failure(of: $0) == nil })
    // The same ones each time.
    #expect(made(steps).map(\.id) == questions.map(\.id))
  }

  @Test func pricesStayPricesInQuestionsAndCards() {
    let text = """
      # T

      ## L

      - **Small model:** Costs $30 per million tokens read and $60 per million tokens written.
      - **Large model:** Costs ($4.6M) to train, or (about $12M) with all of its failed runs.
      - **Own model:** Costs what $HOME and $PATH hold, and your own time in the evenings.
      """
    let library = notes(text)
    let bank = QuestionBank(library)
    let asked = bank.questions.map {
      $0.section.prompt.plainText + $0.section.explanation.plainText
    }
    #expect(asked.contains { $0.contains("$30 per million tokens read and $60 per million") })
    #expect(asked.contains { $0.contains("($4.6M) to train, or (about $12M)") })
    #expect(!AnkiText(bank, in: library).text.contains("\\("))
  }

  @Test func whatPointsElsewhereIsNotAsked() {
    let text = """
      # T
      ## L
      - **One:** This is what it was called before.
      - **Two:** These came later than the others did.
      - **Three:** As shown above, it is the sum of the two.
      """
    #expect(titles(text) == [])
  }

  @Test func linksAndHeadingsAreNotAsked() {
    let text =
      "# T\n\n## Attention is a mechanism that weighs all the words at once\n\n1. [a](https://a.org)\n2. [b](https://b.org)\n3. [c](https://c.org)\n"
    #expect(titles(text) == [])
  }

  private let definitions = """
    # T
    ## Kettle
    A kettle (or pot) is a closed vessel in which water is brought to the boil.
    ## Saucer
    The saucer refers to the small flat dish that catches what is spilt from a cup.
    ## Sieve
    A sieve, also called a strainer, is a mesh that keeps the leaves out of a cup.
    ## Tray
    A tray is a key part of every table.
    """

  @Test func definitionsAskForTheirSubject() {
    let all = made(definitions)
    #expect(all.last?.section.marks.all == [.blank("strainer|a strainer")])
    let questions = all.filter { $0.kindName == "one-of-several" }
    #expect(
      questions.map { $0.section.prompt.plainText } == [
        "“a closed vessel in which water is brought to the boil.”",
        "“the small flat dish that catches what is spilt from a cup.”",
        "“a mesh that keeps the leaves out of a cup.”",
      ])
    #expect(
      questions.map { options($0).filter { $0.hasPrefix("*") } } == [
        ["*Kettle"], ["*Saucer"], ["*Sieve"],
      ])
    #expect(questions.allSatisfy { options($0).count >= 3 })
  }

  @Test func anAnswerGivenAwayIsNotAsked() {
    let text = """
      # T
      ## A
      A tea kettle is a kettle that is used for nothing else than for making tea.
      ## B
      A saucer is a small flat dish that catches what is spilt from a cup.
      ## C
      A spoon is a tool with which sugar is moved and stirred in the cup.
      """
    // It would say itself in a choice; what a kettle is can be said.
    #expect(
      made(text).map { options($0).first ?? $0.title }
        == ["What is a tea kettle?", "*Saucer", "*Spoon"])
  }

  @Test func numbersOfCodeAreComputed() throws {
    let text = """
      # T
      ## Dots
      ```py
      a = np.array([1, 2, 3])  # the first
      b = [4, -5, 6]
      # c = a @ a
      print(np.dot(a, b))
      ```
      """
    let question = try #require(made(text).first)
    var posed = try PresentedQuestion(question, seed: 0)
    #expect(question.kindName == "number")
    #expect(posed.prompt.plainText == "In “Dots”, a = [1, 2, 3] and b = [4, −5, 6]. a · b = ____")
    #expect(take(&posed, "12") == nil)
    #expect(
      posed.form.verdict.isRight && posed.explanation.plainText == "1·4 + 2·(−5) + 3·6 = 12")
  }

  @Test func attentionOfAWidgetIsComputed() throws {
    let text = "# T\n## L\n```attention\nQ = 1 0\nK = 1 0; 1 0\nV = 2 4; 6 8\n```\n"
    let question = try #require(made(text).first)
    #expect(question.kindName == "matrix")
    #expect(try PresentedQuestion(question, seed: 0).form.key == "4 6")
  }

  /// The answer is that of the block with its own mask, scale and heads; by NumPy and torch.
  @Test(arguments: [
    ("mask = causal\nscale = none", "a causal mask, the scores not scaled", "1 2; 2.96403 3.96403"),
    ("scale = none", "no mask, the scores not scaled", "1.03597 2.03597; 2.96403 3.96403"),
    ("heads = 2", "no mask, 2 heads", "1.03597 3; 2 3.96403"),
    (
      "mask = hide 0 1; 0 0", "the mask [[0, 1], [0, 0]] (1 is masked, 0 may attend)",
      "1 2; 2.88839 3.88839"
    ),
    ("mask = padding 1 0", "hidden as padding: key 2", "1 2; 1 2"),
    ("words = a, b\nstep = 5\nmask = none", "no mask", "1.11161 2.11161; 2.88839 3.88839"),
  ])
  func attentionIsAskedAsItsBlockSetsIt(settings: String, words: String, key: String) throws {
    let numbers = "Q = 2 0; 0 2\nK = 2 0; 0 2\nV = 1 2; 3 4"
    let question = try #require(
      made("# T\n## L\n```attention\n\(numbers)\n\(settings)\n```\n").first)
    let posed = try PresentedQuestion(question, seed: 0)
    #expect(posed.prompt.plainText.contains("\(words). The output is"))
    let found = try NumberReader.matrix(posed.form.key)
    let expected = try NumberReader.matrix(key)
    #expect(found.rows == expected.rows && found.columns == expected.columns)
    for (x, y) in zip(found.elements, expected.elements) { #expect(abs(x - y) < 1e-5) }
  }

  /// What a reader answered stays answered: the words of masks have changed, the identities have not.
  @Test(arguments: [
    ("hide 0 1; 0 0", "1 is masked, 0 may attend", "made-03zu7jdsnerda"),
    ("1 0; 1 1", "1 may attend, 0 is masked", "made-3kp9qwgqd6p9q"),
  ])
  func otherWordsKeepTheIdentity(mask: String, words: String, id: String) throws {
    let numbers = "Q = 2 0; 0 2\nK = 2 0; 0 2\nV = 1 2; 3 4"
    let question = try #require(
      made("# T\n## L\n```attention\n\(numbers)\nmask = \(mask)\n```\n").first)
    #expect(try PresentedQuestion(question, seed: 0).prompt.plainText.contains("(\(words))"))
    #expect(question.formerID == id)
  }

  /// What opens no widget makes no question either.
  @Test(arguments: ["masc = causal", "mask = 1 1", "heads = 3", "scale = big", "Q = 1"])
  func aBlockThatIsWrongIsNotAsked(line: String) {
    let text = "# T\n## L\n```attention\nQ = 2 0\nK = 2 0\nV = 1 2\n\(line)\n```\n"
    #expect(made(text).isEmpty)
  }

  /// Code is read for questions as it is for widgets.
  @Test(arguments: [
    "u = np.array([1, 2, 3], dtype=float)\nv = np.array([4, 5, 6], dtype=np.float32)\nu @ v",
    "u = torch.tensor(\n  [1., 2., 3.],\n)\nv = torch.tensor([4., 5., 6.])\ntorch.dot(u, v)",
    "u = [1, 2, 3]\nv = [4, 5, 6]\ns = sum(x * y for x, y in zip(u, v))",
  ])
  func vectorsInCodeAreAskedAsTheWidgetShowsThem(code: String) throws {
    let question = try #require(made("# T\n## L\n```python\n\(code)\n```\n").first)
    let posed = try PresentedQuestion(question, seed: 0)
    #expect(posed.prompt.plainText == "In “L”, u = [1, 2, 3] and v = [4, 5, 6]. u · v = ____")
    #expect(posed.form.key == "32")
  }

  /// Where an author wrote questions, none are made.
  @Test func writtenQuestionsStandAlone() {
    #expect(made(steps + "\n\n### One\n<!-- quiz -->\n[[1]]\n").map(\.isGenerated) == [false])
  }
}
