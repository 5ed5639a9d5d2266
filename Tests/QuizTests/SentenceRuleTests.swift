import Notes
import TestSupport
import Testing

@testable import Quiz

@Suite struct SentenceRuleTests {
  private static let asked = [
    "The dough rises overnight because the yeast turns sugar into gas.":
      "Why does the dough rise overnight",
    "Because salt slows the yeast, the dough of salted bread rises more slowly.":
      "Why does the dough of salted bread rise more slowly",
    "The stones of the oven are thick, so the heat of one fire lasts all day.":
      "Why does the heat of one fire last all day",
    "The oven is built of thick stones, so bread can be baked long after the fire is out.":
      "Why can bread be baked long after the fire is out",
    "If the dough is too cold, the yeast stops working until it is warm again.":
      "What happens if the dough is too cold",
    "A loaf is taken out of the oven when its crust sounds hollow to a knock.":
      "When is a loaf taken out of the oven",
    "The crumb of a loaf is kept soft by adding a spoon of oil.":
      "How is the crumb of a loaf kept soft",
    "To keep the crust from tearing, the baker cuts it with a sharp blade.": "",
    "To shape a round loaf, the baker folds the edges into the middle.":
      "How do you shape a round loaf",
    "The purpose of the final rest is to let the gluten relax after shaping.":
      "What is the purpose of the final rest",
    "Unlike wheat, rye contains hardly any gluten that could hold the gas.":
      "How does rye differ from wheat",
    "A proofing basket is used to hold the loaf in shape while it rests.":
      "What is a proofing basket used for",
    "Steam prevents the crust from growing hard before the loaf has risen.":
      "What does steam prevent",
    "The mill takes the grain, and because the stones are hot, the flour is cooled.": "",
    "The mill turns on its own, simply because the stream drives its wheel all day.": "",
    "The roller mill was built in 1839 by a Swiss engineer.":
      "When was the roller mill built",
    "Roller mills were introduced in 1839 by a Swiss engineer of mills.":
      "When were roller mills introduced",
    "A small bakery chooses an old clay pot as the only proofing vessel, and nobody objects.":
      "What does a small bakery choose as the only proofing vessel",
    "A dough cutter splits a large batch into loaves of about one pound each.":
      "What does a dough cutter split a large batch into",
    "Therefore, bakers cool each loaf on a rack to prevent a wet crust.":
      "Why do bakers cool each loaf on a rack",
    "A closed oven ensures that the steam stays around the loaf for long.":
      "What does a closed oven ensure",
    "Instead of fresh yeast, we use a spoon of last week's dough.":
      "What is done instead of fresh yeast",
    "Sourdough bread keeps its crumb soft for more days than plain bread.":
      "How does sourdough bread compare with plain bread",
  ]

  /// Labels that begin a sentence or say where they stand are no terms.
  @Test(arguments: [
    ("Take home", false), ("A surprising detail", false), ("What β does", false),
    ("In practice", false), ("Bottom line", false), ("A* search", true),
    ("In-context learning", true), ("Loss masking", true),
  ])
  func aLabelIsATerm(_ label: String, _ isTerm: Bool) { #expect(Heads.isTerm(label) == isTerm) }

  @Test(arguments: asked.sorted { $0.key < $1.key })
  func aSentenceIsAskedForByWhatItSays(_ sentence: String, _ question: String) {
    #expect(SentenceQuestions.asked(sentence) ?? "" == question)
  }

  /// What points elsewhere, speaks of the text or its reader, or cannot be turned for sure.
  @Test(arguments: [
    "The benefit has to come from elsewhere, because a hot oven alone bakes no loaf.",
    "Because a loaf of 0.8 may come from any oven, 0.8 is nothing special among bakers.",
    "The oven holds about six loaves, so the wait is an hour, and at half the load you wait two.",
    "If you bake for many guests, the larger oven is the better choice by far.",
    "Replacing the yeast replaces the taste of the whole loaf by another one.",
    "This happens because the yeast turns sugar into gas.",
    "It rises because the yeast turns the sugar of the flour into gas.",
    "The dough above rises because the yeast turns sugar into gas.",
    "We kneaded the dough because the yeast turns sugar into gas.",
    "If you want to bake at home, the oven should be hot before that.",
    "If you find a mistake in the recipe, please tell the baker of it.",
    "Make sure that the dough rises because a flat loaf is no joy to anybody.",
    "The baker says that the dough rises when the kitchen is warm enough.",
    "The dough rises even when the kitchen is cold and nobody looks at it.",
    "To see how much the dough rises, the next chapter weighs each loaf.",
    "The model is a good choice for anyone who has a small kitchen.",
    "A small bakery chooses flour and water of the old mill.",
    "For example, the dough rises overnight because the yeast turns sugar into gas.",
    "When we weigh the flour in the morning, we use the scale of the shop.",
    "Early in the day the ovens are cold because nobody has lit a fire yet.",
    "The other mill is closed because the stream has no water in summer.",
    "The flour of that mill is white because the stones are dressed each week.",
    "The mill is a place of rest for many birds since Easter or so.",
    "The bread of this chapter rises because the yeast turns sugar into gas.",
    "We're done because the yeast of the dough turns its sugar into gas.",
    "To bake rye bread, sourdough and yeast are two leavens of equal merit.",
    "After baking, the loaf can be thought of as a sponge with a crust.",
    "The prediction of \"rye\" depends on the words that stand before it in the line.",
    "Cold dough helps beginners to avoid cuts in the crust of a loaf.",
    "There is a way to prevent cuts in the crust of a loaf.",
    "Use a knife because scissors would press the gas out of the loaf.",
    "The dough rests and is folded because the yeast turns sugar into gas.",
  ])
  func whatIsNotClearIsNotAsked(_ sentence: String) {
    #expect(SentenceQuestions.asked(sentence) == nil)
  }

  @Test func namesKeepTheirCapitals() {
    var names = Names()
    names.add("In this text Basel is named, and so are the ovens of Basel.")
    let sentence = "Basel provides water for the mills of the whole upper valley."
    #expect(SentenceQuestions.asked(sentence, names: names) == "What does Basel provide")
    let other = "Ovens provide heat for the houses around them in the cold winter months."
    #expect(SentenceQuestions.asked(other, names: names) == "What do ovens provide")
  }

  private func made(_ text: String) -> [Question] {
    QuestionBank(notes("# T\n\n## Bread\n\n" + text)).questions
  }

  private let filler = """
    A village had one oven, and its people came to it on the same day of the week with all that they had. They
    talked there, and they went home late. Nobody thought it strange, and nobody wrote much of it down.
    """

  @Test func codeAndFormulasStayWhatTheyAre() throws {
    let question = try #require(
      made(
        "Loaves are cooled before `cut` is run because a warm crumb of $n$ layers tears.\n\n"
          + filler
      )
      .first)
    #expect(question.section.heading.contains(.code("cut")))
    guard case .paragraph(let answer)? = question.section.explanation.first?.kind else {
      Issue.record("no answer")
      return
    }
    #expect(answer.contains(.maths("n")))
    #expect(question.section.prompt.plainText == "In “Bread”.")
  }

  @Test func aReasonInTheNextSentenceIsTheAnswer() {
    let because =
      "The crust of rye bread turns dark early. This is because rye holds more sugar than wheat.\n\n"
    #expect(
      made(because + filler).map { $0.section.heading.plainText + $0.section.explanation.plainText }
        == [
          "Why does the crust of rye bread turn dark early?The crust of rye bread turns dark early. This is "
            + "because rye holds more sugar than wheat."
        ])
    let therefore =
      "Rye holds more sugar than wheat does. Therefore, the crust of rye bread turns dark early.\n\n"
    #expect(
      made(therefore + filler).map {
        $0.section.heading.plainText + $0.section.explanation.plainText
      } == [
        "Why does the crust of rye bread turn dark early?Rye holds more sugar than wheat does. Therefore, the "
          + "crust of rye bread turns dark early."
      ])
  }

  @Test func aNameThatIsGivenIsAskedFor() {
    let text =
      "Dough is left alone once more after it was shaped. This rest is called *proofing*.\n\n"
    #expect(
      made(text + filler).map(\.section.heading.plainText) == ["What is meant by “proofing”?"])
  }

  @Test func whatWeCallIsAskedFor() {
    let text =
      "Dough is left alone for an hour before it is shaped. We call the time of both rests *proof*.\n\n"
    #expect(made(text + filler).map(\.section.heading.plainText) == ["What is meant by “proof”?"])
    let part =
      "Dough is left alone for an hour before it is shaped. We call the time of rest *proof* time.\n\n"
    #expect(made(part + filler).allSatisfy { !$0.section.heading.plainText.contains("proof") })
  }

  /// Words of a title are taken whole: a schedule of something is matter, a schedule is none.
  @Test(arguments: [
    ("References", true), ("Key papers", true), ("Tools and libraries", true),
    ("Further reading", true),
    ("Exercises for this part", true), ("Getting started", true), ("Updates", true),
    ("The schedule", true),
    ("Learning rate schedule", false), ("Weight updates", false), ("Reference models", false),
    ("Recourse", false), ("Memory requirements", false), ("Spreading the load", false),
    ("Support vectors", false),
    ("Blogging models", false), ("Linking words", false),
  ])
  func titlesThatAreAsides(title: String, isAside: Bool) {
    #expect(Heads.isAside(title) == isAside)
  }

  @Test func whatTheSummarySaysOnceMoreIsNotAskedAgain() {
    let text = "Loaves are cooled before slicing because a warm crumb tears.\n\n"
    #expect(!made(text + filler).isEmpty)
    #expect(made("### Summary\n\n" + text + filler).isEmpty)
  }

  @Test func aPartOfALongerNameIsNotAskedFor() {
    let text =
      "Dough that rests for a whole night is what bakers know well, and it is known as *cold* proof.\n\n"
    #expect(made(text + filler).allSatisfy { !$0.section.heading.plainText.contains("cold") })
    let bracket = "Dough that rests for a whole night is known as *cold proof* (or retarding).\n\n"
    #expect(made(bracket + filler).contains { $0.section.marks.all == [.blank("cold proof")] })
    let list =
      "The three stages of a sourdough starter are called *young*, *ripe* and *old* by most bakers.\n\n"
    #expect(made(list + filler).allSatisfy { !$0.section.heading.plainText.contains("young") })
  }

  @Test func bracketsAndQuotesBeginSentencesAndEndThem() {
    #expect(
      Sentences.of("It rose. (Rye did not.) “Why?” asked some. “It was cold.” They went on.") == [
        "It rose.", "(Rye did not.)", "“Why?” asked some.", "“It was cold.”", "They went on.",
      ])
    #expect(Sentences.of("Flour (e.g. Rye) and all (i.e. Any of it) rose.").count == 1)
  }

  @Test func kindsOfModelsAreDefined() {
    let text =
      "A milling model is a small wooden copy of a mill that shows how its wheels turn.\n\n"
    #expect(made(text + filler).map(\.section.heading.plainText) == ["What is a milling model?"])
    let good = "A good model is a small wooden copy of a mill that shows how its wheels turn.\n\n"
    #expect(made(good + filler).isEmpty)
  }

  @Test func whatASentenceBeginsWithStaysBeforeItsQuestion() {
    #expect(
      SentenceQuestions.asked(
        "In a cold kitchen, dough rises slowly because the yeast hardly works.")
        == "In a cold kitchen, why does dough rise slowly")
    #expect(
      SentenceQuestions.asked("In this case, dough rises slowly because the yeast hardly works.")
        == nil)
  }

  @Test func bracketsAreNoPartOfAQuestion() {
    #expect(
      SentenceQuestions.asked(
        "If the dough (or the batter) is too cold, the yeast stops working for a while.")
        == "What happens if the dough is too cold")
  }

  @Test func aPartThatNothingElseAsksForIsExplained() {
    let text = """
      ### Oven spring

      Oven spring lifts a loaf in its first ten minutes of heat. Gas and steam swell then, and the crust is soft
      enough to let them. Later on nothing moves any more.

      ### Summary

      A summary of bread lifts nobody in the first ten minutes of heat, and nothing swells in it. Later on
      nothing moves in it any more, and that was all there is.
      """
    #expect(
      made(text).map(\.section.heading.plainText) == ["Explain in your own words: “Oven spring”"])
  }

  @Test func fewAreAskedOfFewWords() {
    let one = "Rye dough is sticky because rye contains slimy sugars. "
    let two = "Wheat dough is elastic because wheat contains much gluten. "
    let three = "Spelt dough is soft because spelt loses its gas early. "
    #expect(made(one + two + three + filler).count == 2)
  }

  // MARK: Lists and tables

  @Test(
    arguments: [
      ("The parts of a mill are:", "What are the parts of a mill?"),
      ("There are three kinds of flour:", "Which three kinds of flour are there?"),
      ("Here are some of the benefits of sourdough:", "What are the benefits of sourdough?"),
      ("A good starter has two properties:", "Which two properties does a good starter have?"),
      ("A dough consists of the following:", "What does a dough consist of?"),
      ("These are:", nil), ("Run the following commands:", nil),
      ("The topics of this chapter are:", nil),
      ("It has two parts:", nil),
    ] as [(String, String?)])
  func aLineSaysOfWhatItsListIs(_ line: String, _ question: String?) {
    #expect(LeadQuestions.question(line) == question)
  }

  @Test func anyTableOfWordsIsMatched() {
    let text = """
      | Flour | Rises | Kept in |
      |---|---|---|
      | rye | slowly | paper bags |
      | wheat | fast | tin boxes |
      | spelt | fast | stone jars |
      """
    let questions = made(text)
    #expect(questions.map(\.kindName) == ["match-pairs"])
    #expect(
      questions.map(\.section.prompt.plainText) == [
        "From the table of “Bread”: “Flour” and “Kept in”."
      ])
    let same = text.replacing("stone jars", with: "tin boxes")
    #expect(made(same).isEmpty)
    #expect(made(text.replacing("paper bags", with: "12 %")).isEmpty)
  }

  @Test func plainTermsOfAWholeListAreMatched() {
    let text = """
      - Poolish: equal parts of flour and water
      - Biga: a stiff mix from the evening before
      - Levain: ripe sourdough fed once more
      """
    #expect(made(text).map(\.kindName) == ["match-pairs"])
    #expect(made(text + "\n- and whatever else the baker has").map(\.kindName) == ["match-pairs"])
    #expect(made(text.replacing("Poolish: equal", with: "equal")).isEmpty)
  }

  @Test func shortItemsBelongToTheHeadingOfMany() {
    let text = "### Kinds of flour\n\n- rye\n- wheat\n- spelt\n"
    #expect(made(text).map(\.section.heading.plainText) == ["What belongs to “Kinds of flour”?"])
    #expect(made(text.replacing("Kinds of flour", with: "Further reading")).isEmpty)
    #expect(made(text.replacing("Kinds of flour", with: "Baking")).isEmpty)
  }

  @Test func partsWithANameAreSaid() {
    let text = """
      **Theorem 2 (Two-stage rise).** Dough that rises twice holds more gas than dough that rises once.

      **Theorem 3.** Dough that rises three times holds no more gas than dough that rises twice.

      **Definition 4.** A *sponge* is a wet part of the dough that ferments before the rest.

      > [!tip] Baker's percentage
      > Each part is told as its share of the weight of the flour.

      > [!note]
      > Each part is told as its share of the weight of the flour.
      """
    #expect(
      made(text).map(\.section.heading.plainText) == [
        "What does Theorem 2 (Two-stage rise) say?", "What is a sponge?",
        "What do the notes say of “Baker's percentage”?",
      ])
  }
}
