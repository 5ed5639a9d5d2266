import Notes
import TestSupport
import Testing

@testable import Quiz

/// What of notes is asked, and what is not.
@Suite struct NoteQuestionTests {
  private func made(_ lesson: String, title: String = "L", head: String = "") -> [Question] {
    QuestionBank(notes("\(head)# T\n\n## \(title)\n\n\(lesson)\n")).questions
  }
  private func asked(_ lesson: String, title: String = "L", head: String = "") -> [String] {
    made(lesson, title: title, head: head).map { question in
      guard let posed = try? PresentedQuestion(question, seed: 1) else { return "?" }
      let prompt = posed.prompt.plainText
      let told = posed.form.solution.isEmpty ? posed.explanation.plainText : posed.form.solution
      return [question.title, prompt, told].filter { !$0.isEmpty }.joined(separator: " / ")
    }
  }

  // MARK: Cards

  @Test(arguments: [
    ("What is softmax?::A function of scores", ["What is softmax? / A function of scores"]),
    ("The gate of a door :: What lets one in", ["The gate of a door / What lets one in"]),
    (
      "Largest planet of all ::: Jupiter it is",
      ["Largest planet of all / Jupiter it is", "Jupiter it is / Largest planet of all"]
    ),
    ("What is BLEU\n?\nA metric\nof translations", ["What is BLEU / A metric of translations"]),
    ("Up and down\n??\nDown and up", ["Up and down / Down and up", "Down and up / Up and down"]),
    ("What is left?\n?\n\n- one\n- two", ["What is left? / one two"]),
    ("Q: What is LoRA?\nA: Low-rank\nadaptation.", ["What is LoRA? / Low-rank adaptation."]),
    ("**Q:** What is it for? **A:** For tests.", ["What is it for? / For tests."]),
    (
      "The capital {{c1::Paris}} is in {{c2::France::where}}.",
      ["Which words are missing? / The capital (1) ____ is in (2) ____. / Paris; France"]
    ),
    (
      "C: The [order] of a group is its [number of elements].",
      [
        "Which words are missing? / The (1) ____ of a group is its (2) ____. / order; number of elements"
      ]
    ),
    (
      "The second war of the world was in ==1939–1945== and ended so.",
      [
        "Which word is missing? / The second war of the world was in ____ and ended so. / 1939–1945"
      ]
    ),
    (
      "The ==decoder== writes its tokens one at a time.",
      ["Which word is missing? / The ____ writes its tokens one at a time. / decoder"]
    ),
    (
      "- What is a key? #card\n  - What is looked at\n- no card here",
      ["What is a key? / What is looked at"]
    ),
    (
      "**Epoch**: one pass over all training examples.",
      ["What does “Epoch” mean? / Epoch: one pass over all training examples."]
    ),
    (
      "Dropout\n: leaves units out at random",
      ["What does “Dropout” mean? / leaves units out at random"]
    ),
    (
      "<details><summary>What is dropout?</summary>Randomly dropping units.</details>",
      ["What is dropout? / Randomly dropping units."]
    ),
  ])
  func cardsThatPeopleWriteAreAsked(text: String, questions: [String]) {
    #expect(asked(text) == questions)
    #expect(made(text).allSatisfy { QuestionCheck.failure(of: $0) == nil })
  }

  /// What looks like a card and is none.
  @Test(arguments: [
    "Use std::vector for the numbers", "status:: #todo/read", "up:: [[Home]]",
    "```\nQ: What is in code?\nA: Code.\n```", "Call Foo::Bar when the work is done",
    "Q: Why?", "A line\n\n?\n\nanother", "==this== is what it was called before",
    "<details><summary>Click to expand</summary>Some text stands here.</details>",
    "The oven is ==really== hot before the loaf goes in.",
    "The loaf is ==not== cut before it is cold.",
    "**Note**: one pass over all training examples.", "**Example**: a cat sat on a mat all day.",
  ])
  func whatOnlyLooksLikeACardIsNot(text: String) { #expect(asked(text) == []) }

  /// Where a note says that it holds cards, the shortest line with the sign is one.
  @Test func aTagOfCardsMakesCards() {
    #expect(
      asked("Paris::capital\nThe ==gap== is.", head: "---\ntags: flashcards\n---\n").count == 2)
    #expect(asked("Paris::capital\nThe ==gap== is.") == [])
  }

  // MARK: Orders

  private let steps = "1. Boil the water\n2. Pour it over\n3. Wait a while"

  @Test(arguments: [
    ("It takes these steps:", "L"), ("The process is:", "L"), ("", "How to make tea"),
    ("The pipeline has:", "L"), ("It works as follows:", "L"), ("Three stages:", "L"),
    ("The algorithm:", "L"), ("", "The process of tea"),
  ])
  func stepsThatAreSaidToBeSuchAreOrdered(lead: String, title: String) {
    #expect(made("\(lead)\n\n\(steps)", title: title).map(\.kindName) == ["put-in-order"])
  }

  @Test(arguments: [
    ("", "L"), ("There are three kinds:", "L"), ("The components of the process:", "L"),
    ("Tips for the process:", "L"), ("Best practices:", "Tea"), ("It has three layers:", "How to"),
    ("The metrics:", "Pipeline"), ("Examples of steps:", "L"), ("Use cases:", "The process"),
    ("Principles:", "Stages"), ("The model is:", "Benefits of the process"),
  ])
  func whatIsNotSaidToBeStepsIsNot(lead: String, title: String) {
    #expect(
      made("\(lead)\n\n\(steps)", title: title).filter { $0.kindName == "put-in-order" } == [])
  }

  @Test func labelsThatDifferByADigitAreNotOrdered() {
    #expect(
      asked("These steps:\n\n1. **Step 1:** Heat.\n2. **Step 2:** Pour.\n3. **Step 3:** Wait.")
        == [])
  }

  // MARK: Terms

  @Test(arguments: [
    // Advice, not terms.
    "- **Understand the basics:** The basics of all models are matrices and vectors.\n- **Explore data:** All data of the world is full of errors.\n- **Build things:** Small things of one's own teach the most of all.",
    // Places of the text.
    "- **Example:** A cat sat on the mat and looked at the dog.\n- **Note:** Dogs bark at cats that sit upon mats.\n- **Tip:** Mats are best kept dry in winter and summer.",
    // What is told points elsewhere.
    "- **One:** These came later than the others ever did.\n- **Two:** It is what this was called in old times.\n- **Three:** We see how our model does in the section below.",
  ])
  func whatIsNoTermIsNotAskedFor(text: String) { #expect(asked(text) == []) }

  @Test func whatStandsBeforeALineOfQuestionAndAnswerIsNoQuestion() {
    let text = "Some words on it\n**Q:** What is it for? **A:** For tests.\n?\nThe rest of it"
    #expect(asked(text) == ["What is it for? / For tests."])
  }

  @Test func casesWithAFormulaAreNotMatched() {
    func cases(_ subject: String) -> String {
      "If \(subject) is small, the two are close. If \(subject) is middling, the two are apart. "
        + "If \(subject) is large, the two are far from it."
    }
    #expect(made(cases("the rate")).map(\.kindName) == ["match-pairs"])
    for text in [cases("$β$"), cases("the rate") + " So much for $β$."] {
      #expect(!made(text).contains { $0.kindName == "match-pairs" })
    }
  }

  @Test func shortTermsAreMatched() {
    let text = """
      - **Query** – what is looked for
      - **Key** – what a token offers
      - `Value`: what is handed on
      """
    #expect(made(text).map(\.kindName) == ["match-pairs"])
  }

  @Test func aGapBehindAnArticleTellsNothing() {
    let text = """
      - **Encoder:** Reads with an encoder all of the words of the input sentence.
      - **Decoder:** Writes the words of the output one after the other.
      - **Tokenizer:** Cuts every text into the pieces of its vocabulary.
      """
    #expect(
      made(text).map { $0.section.answers?.list?.items.first?.blocks.plainText ?? "" }
        == ["Decoder", "Tokenizer"])
  }

  // MARK: Definitions

  @Test(arguments: [
    ("Perplexity is the exponential of the mean loss of all tokens.", "What is perplexity?"),
    (
      "The softmax refers to a function that turns scores into shares.", "What does “softmax” mean?"
    ),
    (
      "BERT is a key part of search. It is a model that reads text in both directions.",
      "What is BERT?"
    ),
    (
      "Words come first. Tokens are the pieces into which a text is cut before it is read.",
      "What are tokens?"
    ),
  ])
  func whatIsDefinedIsAskedFor(text: String, question: String) {
    #expect(made(text).map(\.title) == [question])
  }

  @Test(arguments: [
    "The goal is a model that answers whatever it is asked of.",
    "BERT is a popular model that reads text in both directions.",
    "This model is a network that reads text in both directions.",
    "In practice the loss is a number that falls from day to day.",
    "Our model is a network that reads text in both directions.",
    "Training BERT is a complex process that takes days of time.",
    "Haiku is the fastest model of the whole series of them.",
  ])
  func praiseAndWhatPointsElsewhereDefineNothing(text: String) { #expect(asked(text) == []) }

  /// Rivals are of the same kind: a name is none for a process, a process none for a number.
  @Test func optionsAreOfOneKind() throws {
    let text = """
      A mean is a number that lies in the middle of many others of them.

      BERT is a model that reads a text from both of its ends at once.

      A ratio is a number that tells how large one thing is beside another.

      Sampling is a process that draws the next of all possible words.

      A norm is a number that tells the length of an arrow in the plane.
      """
    let choices = made(text).filter { $0.kindName == "one-of-several" }
    #expect(choices.count == 3)
    for choice in choices {
      let labels =
        choice.section.answers?.list?.items.compactMap { $0.blocks.first?.plainText } ?? []
      #expect(Set(labels) == ["Mean", "Ratio", "Norm"])
    }
  }

  // MARK: Names, abbreviations, numbers

  @Test(arguments: [
    (
      "A list of shares that sum to one is called a *distribution*.",
      ["What is it called? / A list of shares that sum to one is called ____. / distribution"]
    ),
    (
      "Feeding the right word instead of the guessed one is called *teacher forcing*.",
      [
        "What is it called? / Feeding the right word instead of the guessed one is called ____. / teacher forcing"
      ]
    ),
    (
      "The dot product, also known as the scalar product or inner product, sums products.",
      ["What is it called? / The dot product is also known as the ____. / scalar product"]
    ),
    (
      "Some use a large language model (LLM) at work.",
      ["What does LLM stand for? / LLM stands for ____. / large language model"]
    ),
    (
      "One way is LoRA (low-rank adaptation) of weights.",
      ["What does LoRA stand for? / LoRA stands for ____. / low-rank adaptation"]
    ),
    (
      "GPT-3 has 175 billion parameters in all of its layers.",
      ["How many? / GPT-3 has ____ parameters in all of its layers. / 175 billion"]
    ),
    ("GPT-3 has about 175 billion parameters in its layers.", []),
    ("The function is called again with the rest of the list.", []),
    ("A letter (see below) and a word (WHO) are in brackets.", []),
  ])
  func namesAndNumbersAreAskedFor(text: String, questions: [String]) {
    #expect(asked(text) == questions)
  }

  @Test func anAbbreviationIsAskedForOnce() {
    let text =
      "Some use a large language model (LLM).\n\n## M\n\nThe large language model (LLM) it is."
    #expect(made(text).map(\.title) == ["What does LLM stand for?"])
  }

  @Test func casesAreMatchedWithWhatFollows() {
    let text =
      "If the sum is positive, it means the two agree. If the sum is negative, it means the two "
      + "differ. And if the sum is zero, it means neither of them holds."
    #expect(made(text).map(\.kindName) == ["match-pairs"])
  }

  // MARK: Headings

  @Test(arguments: [
    ("What is attention?", "What is attention?"),
    ("2. Why do models forget?", "Why do models forget?"),
    ("🧠 What is a instruction", "What is an instruction?"),
  ])
  func aHeadingThatAsksIsAsked(title: String, question: String) {
    let prose = "Each word looks at all of the others, and takes from them what it needs."
    #expect(made(prose, title: title).map(\.title) == [question])
  }

  @Test(arguments: [
    "What's next?", "Why this book?", "How to install", "Any questions?", "Attention",
    "Do you like it so far?", "What will you learn here?",
  ])
  func aHeadingThatAsksNothingIsNot(title: String) {
    let prose = "Each word looks at all of the others, and takes from them what it needs."
    #expect(made(prose, title: title) == [])
  }

  @Test func aTableOfManyColumnsIsMatchedByTermAndMeaning() {
    let text = """
      | Term | Year | Meaning |
      |---|---|---|
      | Encoder | 2014 | reads the whole input |
      | Decoder | 2014 | writes the output slowly |
      | Tokenizer | 2016 | cuts text into pieces |
      """
    #expect(made(text).map(\.kindName) == ["match-pairs"])
  }

  // MARK: Why none

  @Test func eachLessonWithoutOneSaysWhy() {
    let library = notes(
      """
      # T

      ## Points

      It was so before that, and this is what we see here in all of it. They then went on to these,
      and it was said of them that we know this, as it was in those days of our own time.

      ## Lists

      The words of a language are many, and each of them has a sound as well as a sense to it. Some
      words sound alike, and others do not sound like anything else at all.

      1. one of them
      2. two of them
      3. three of them
      """)
    func reason(_ lesson: Int) -> String {
      Yield.reason(LessonID(document: 0, chapter: 0, lesson: lesson), in: library) ?? ""
    }
    #expect(reason(0).contains("none of its 2 sentences stands alone"))
    #expect(reason(1).contains("does not say that these are steps"))
  }
}
