import Notes
import TestSupport
import Testing

@testable import Quiz

/// Kinds of questions that go beyond a sentence's words as they stand: degrees, purposes, names, pronouns, parts of
/// sentences, titles, formulas and tables that compare.
@Suite struct StrongKindTests {
  private static let asked = [
    "Doubling the yeast shortens the first rest, and it lowers the taste.": "",
    "Doubling the yeast cuts the time of the rest by about a third.":
      "By how much does doubling the yeast cut the time of the rest",
    "The stones grind the grain so finely that the flour falls through the cloth.":
      "Why does the flour fall through the cloth",
    "A pinch of sugar has hardly any effect on the taste of a loaf.":
      "What effect does a pinch of sugar have on the taste of a loaf",
    "Only the crust keeps the steam inside of a loaf.": "What keeps the steam inside of a loaf",
    "Only then the crust keeps the steam inside of a loaf.": "",
    "A dough mixer is built to knead large batches without a pause.":
      "What is a dough mixer built to do",
    "Rye flour has one drawback: it holds hardly any gas.": "What drawback does rye flour have",
    "Salt and yeast should grow in equal proportion with the flour.":
      "How should salt and yeast grow",
    "To bake a loaf of rye you need a starter and a whole day.":
      "What do you need to bake a loaf of rye",
    "To bake one loaf costs about two kilowatt hours of heat.":
      "What does it cost to bake one loaf",
    "A baker's scale tries to show the weight of each loaf to the gram.":
      "What does a baker's scale try to do",
    "Patience is what makes a sour dough light.": "What makes a sour dough light",
    "The crumb of a loaf can be read as a record of its rests.":
      "What can the crumb of a loaf be read as",
    "Setting the salt aside all day would be wrong, as the gluten needs it early.":
      "Why would setting the salt aside all day be wrong",
    "Thanks to the lid, a small pot keeps all the steam of its loaf.":
      "Why does a small pot keep all the steam of its loaf",
    "Because rye dough is wet, it sticks to the hands of every baker.": "",
    "Because rye dough is sticky, it may tear in the hands of bakers.":
      "Why may rye dough tear in the hands of bakers",
    "RX7 splits the dough in thirds and turns each part by a quarter.": "What does RX7 do",
    "A thick crust forms, so the steam stays inside and the crumb is moist for days.":
      "Why does the steam stay inside",
    "If the oven could hold ten loaves, the queue would be short.":
      "What would happen if the oven could hold ten loaves",
    "Fast ovens run at full heat all day, whereas slow ones keep the heat for hours.":
      "How do fast and slow ovens differ",
    "Small ovens run at full heat all day, whereas large ones keep the heat for hours.":
      "How do small and large ovens differ",
    "GRX, introduced in 1920, removes the bran of the grain.": "What does GRX remove",
    "Mills such as windmills use no steel, since steel costs too much in the valley.":
      "Why do mills such as windmills use no steel",
    "We therefore cool the loaf on a rack, so that its crust stays crisp.":
      "Why do we cool the loaf on a rack",
  ]

  @Test(arguments: asked.sorted { $0.key < $1.key })
  func aSentenceIsAskedForByWhatItSays(_ sentence: String, _ question: String) {
    #expect(SentenceQuestions.asked(sentence) ?? "" == question)
  }

  /// Questions that their own words break, or whose subject or answer is told elsewhere.
  @Test(arguments: [
    "Baking is a clumsy way of heating a kitchen in the cold of winter.",
    "A table at the mill maps logical to physical bins of the whole store.",
    "26 loaves in 7 baskets costs more than a child of ten years.",
    "A spoon of salt halves the 12 hours of the first rest in summer.",
    "The simplest rule subtracts a tenth of the water from the whole dough.",
    "Popular options include rye, spelt and whole wheat of the last year.",
    "Whatever crust a loaf has is a result of the heat of its oven.",
    "The spread of the crumb falls with the size of the loaf, so that four loaves are needed.",
    "Success shows the crumb is ready and easy to cut for the table.",
    "When the oven is hot the loaf may crack, while a cold one leaves it pale.",
    "If the crust is pale, raise the heat before the loaf is turned.",
    "Before anything else happens, a scraper cuts the dough into pieces.",
    "If you add salt to all three, the crumbs stay exactly as they are.",
    // What follows is no purpose, and what a relative clause tells no reason of the main one.
    "The fire was not matched to the size of the loaf, so that crusts came out pale.",
    "The usual oven is one of stone, which holds the heat so that a batch cannot cool it too far.",
    "A crumb holds 164 small pockets that are made by folding the dough.",
    "Only the size of pockets matters, adding water to all changes nothing.",
    "If the crust is a shell, one may try to see it as a wall of the loaf.",
    "To speak about the crumb, one has to cut into the loaf.",
    "The proof is one line, since a fold turns the dough upon itself and keeps its size.",
    "Crusts of rye shrink like the square of the hours that they rest.",
    "Rye doughs are harder than wheat doughs.",
    "Long kneading improves each loaf, and salt takes two more hours.",
    "SR7 replaces it with a bounded target of the loaf.",
    "Removing stretches reduced the tears about tenfold without any harm.",
    "In rye, salt is much higher inside the crumb than elsewhere in a loaf.",
    "Bakers compare several loaves to the same kind of rye.",
    "Rising signs are a drop in height when the dough is touched by hand.",
  ])
  func whatIsNotClearIsNotAsked(_ sentence: String) {
    #expect(SentenceQuestions.asked(sentence) == nil)
  }

  // MARK: In a text

  private func made(_ text: String) -> [Question] {
    QuestionBank(notes("# T\n\n## Bread\n\n" + text)).questions
  }

  private func headings(_ text: String) -> [String] {
    made(text).map(\.section.heading.plainText)
  }

  private let filler = """
    A village had one oven, and its people came to it on the same day of the week with all that they had. They
    talked there, and they went home late. Nobody thought it strange, and nobody wrote much of it down.
    """

  @Test func aPronounIsAskedForByTheNameBeforeIt() throws {
    let text =
      "**Retarding** slows the yeast in a cold room. Its drawback is that a room has to be kept cold.\n\n"
    let question = try #require(
      made(text + filler).first { $0.section.heading.plainText.hasPrefix("What is the drawback") })
    #expect(question.section.heading.plainText == "What is the drawback of retarding?")
    #expect(question.section.explanation.plainText.hasPrefix("Retarding slows"))
    #expect(
      headings(
        "It is clear that the yeast slows down. Its drawback is that it is cold.\n\n" + filler
      ).isEmpty)
  }

  @Test func partsOfASentenceAreAskedFor() {
    let text =
      "All three bakers said about the same: rye and salt should grow in equal proportion.\n\n"
    #expect(headings(text + filler) == ["How should rye and salt grow?"])
  }

  @Test func aTermThatIsSetApartIsAskedForByWhatItDoes() {
    let text = "The **autolyse** lets the flour drink before salt and yeast come in.\n\n"
    #expect(headings(text + filler).isEmpty)
    let pulling = text.replacing("lets the flour drink", with: "pushes the water into the flour")
    #expect(headings(pulling + filler) == ["What does the autolyse do?"])
  }

  @Test func examplesAreNotAskedFor() {
    let said = "The dough of rye rises late because the oven is far too cold for it.\n\n"
    #expect(!headings(said + filler).isEmpty)
    #expect(headings("Let's use a toy oven here. " + said + filler).isEmpty)
    #expect(headings("> **Example 3.** " + said + filler).isEmpty)
  }

  @Test(
    arguments: [
      ("What a loom does", "What does a loom do?"), ("What the cloth is", "What is the cloth?"),
      ("How a loom works", "How does a loom work?"),
      ("Why the cloth shrinks in water", "Why does the cloth shrink in water?"),
      ("When to stop the loom", "When should you stop the loom?"),
      ("Part A. What a loom does", "What does a loom do?"),
      ("Slide 4 — Why divide by the root", "Why divide by the root?"),
      ("What we did", nil), ("What comes next", nil), ("Why it matters", nil), ("Looms", nil),
      ("How to install it", nil),
    ] as [(String, String?)])
  func aTitleHoldsAQuestion(_ title: String, _ question: String?) {
    #expect(IndirectQuestion.asked(title) == question)
  }

  @Test(arguments: [
    ("Weight tying", true), ("Probing", false), ("Activation patching", true),
    ("Serving", false), ("Replication", false), ("Train", false), ("Comment", false),
    ("Capacity", false), ("Key point", false),
    ("Main claim", false),
    ("Only differences count", false), ("Remark 3", false), ("Memory", false),
    ("Oven tricks", false), ("Cool the loaf", false),
  ])
  func aLabelThatRunsInNamesAThing(_ label: String, _ isTerm: Bool) {
    #expect(RunInLabel.isTerm(label) == isTerm)
  }

  @Test func aParagraphWithALabelTellsWhatThatMeans() {
    let text =
      "**Cold proofing.** The shaped loaf rests in a basket until it holds twice its first volume.\n\n"
    #expect(headings(text + filler).contains("What does “Cold proofing” mean?"))
    #expect(
      !headings(text.replacing("Cold proofing.", with: "Main point.") + filler).contains {
        $0.contains("point")
      })
  }

  @Test func tablesThatCompareAreAskedForWhatDiffers() throws {
    let text = """
      | | Rye | Wheat |
      |---|---|---|
      | Gluten | hardly any | much |
      | Crumb | dense | open |
      """
    let question = try #require(made(text).first)
    #expect(question.section.heading.plainText == "How do Rye and Wheat differ?")
    #expect(question.section.prompt.plainText == "By what “Bread” says: Gluten; Crumb.")
    #expect(made(text.replacing("| | Rye", with: "| Place | Rye")).isEmpty)
  }

  @Test func formulasAreAskedForByWhatTheyGive() {
    let text = """
      With one oven for all of them, the mean waiting time is

      $$w = \\frac{n}{2}$$

      where $n$ is the number of loaves in the queue of the village.
      """
    #expect(
      headings(text) == ["Which formula gives the mean waiting time?", "What does n stand for?"])
    let inline =
      "The mean waiting time of a loaf is $\\frac{n}{2}$, whatever the oven may hold.\n\n"
    #expect(headings(inline + filler) == ["Which formula gives the mean waiting time of a loaf?"])
  }

  @Test func aNameWithAnArticleIsAskedForWithIt() {
    let text =
      "Dough that ferments for a night before the rest of it is mixed is called a *sponge*.\n\n"
    #expect(made(text + filler).contains { $0.section.marks.all == [.blank("sponge|a sponge")] })
    #expect(made("The store is called a *pantry*.\n\n" + filler).isEmpty)
  }
}
