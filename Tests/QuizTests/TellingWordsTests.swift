import Notes
import Scheduling
import Testing

@testable import Quiz

/// A question that was replaced by another of the same form is another one.
@Suite struct TellingWordsTests {
  private func library(_ question: String) -> Library {
    Library(
      title: "t", key: "k",
      documents: [
        Document(path: "a.md", bytes: Array("# C\n\n## L\n\n\(question)\n".utf8))
      ])
  }

  private func isTakenFor(_ new: String, _ old: String) -> Bool {
    let (before, after) = (library(old), library(new))
    let bank = QuestionBank(before)
    let progress = Progress(
      reviews: bank.questions.enumerated().map { index, question in
        Review(
          id: ReviewID(bits: UInt128(index + 1)), question: question.id, kind: .answer(.good),
          time: noon, offset: 0)
      })
    let known = bank.questions.enumerated().map { $1.known(at: $0, in: before) }
    return !Recognition(QuestionBank(after), in: after, before: known, progress: progress)
      .matches.isEmpty
  }

  private func typed(_ heading: String, _ answer: String) -> String {
    "### \(heading)\n<!-- quiz -->\nIt is [[\(answer)]]."
  }

  @Test(arguments: [
    ("What is the capital of France?", "Paris", "What is the capital of Italy?", "Rome"),
    ("How many heads has layer 3?", "4", "How many heads has layer 7?", "8"),
    ("What is 3 + 4?", "7", "What is 3 - 4?", "-1"),
    ("Which of these sounds is voiced?", "b", "Which of these sounds is not voiced?", "p"),
    ("What does the encoder give?", "states", "What does the decoder give?", "words"),
  ])
  func anotherOfItsFormIsAnother(old: String, key: String, new: String, newKey: String) {
    #expect(!isTakenFor(typed(new, newKey), typed(old, key)))
    let told = [(old, key), (new, newKey)].map { "### \($0)\n<!-- quiz -->\n\n> [!NOTE]\n> \($1)." }
    #expect(!isTakenFor(told[1], told[0]))
    let chosen = [(old, key), (new, newKey)].map {
      "### \($0)\n<!-- quiz -->\n1. [x] \($1)\n1. [ ] none of these at all"
    }
    #expect(!isTakenFor(chosen[1], chosen[0]))
    // Many questions ask for a number or a short word; and in the same words another form asks for something else.
    #expect(!isTakenFor(typed(new, key), typed(old, key)))
    #expect(!isTakenFor(typed(old, newKey), typed(old, key)))
  }

  /// Words that say little, and a letter that was mistyped, may change.
  @Test(arguments: [
    ("What is the capitel of France?", "What is the capital of France?"),
    ("What is the capital of France?", "What is, please, the capital of France?"),
    ("Which weights do the values have?", "Which weights does each value have?"),
  ])
  func aMendedQuestionIsTheSame(old: String, new: String) {
    #expect(isTakenFor(typed(new, "Paris"), typed(old, "Paris")))
  }

  @Test func newOptionsMakeNoOtherQuestion() {
    let old = "### Which gives the weights?\n<!-- quiz -->\n1. [x] softmax\n1. [ ] dropout"
    let new = "### Which gives the weights?\n<!-- quiz -->\n1. [x] softmax\n1. [ ] a sum"
    #expect(isTakenFor(new, old))
  }

  // MARK: Keys that many questions have

  @Test(arguments: [
    ("What is 12 % of 50?", "What is 20 % of 30?", "6"),
    ("Is iron a metal?", "Is gold a metal?", "yes"),
    ("Artikel von Tisch?", "Artikel von Stuhl?", "der"),
    ("Is the sum of the rows one?", "Is the sum of the rows not one?", "true"),
  ]) func aWeakKeyIsNoProof(old: String, new: String, key: String) {
    #expect(!isTakenFor(typed(new, key), typed(old, key)))
    #expect(!isTakenFor(chosen(new, key), chosen(old, key)))
    #expect(!isTakenFor(recalled(new, key), recalled(old, key)))
  }

  @Test func aNoteOfTwoQuestionsIsNoProof() {
    let night = recalled("Who painted the Night Watch?", "Rembrandt van Rijn, of Leiden.")
    let bride = recalled("Who painted the Jewish Bride?", "Rembrandt van Rijn, of Leiden.")
    #expect(!isTakenFor(bride, night))
  }

  /// What was only added was mended.
  @Test(arguments: [
    ("Who wrote Hamlet?", "Who wrote the play Hamlet?", "Shakespeare"),
    ("Is a iron metal?", "Is iron a metal?", "yes"),
  ]) func mendsGoOn(old: String, new: String, key: String) {
    #expect(isTakenFor(typed(new, key), typed(old, key)))
    #expect(isTakenFor(chosen(new, key), chosen(old, key)))
  }

  // MARK: Words alone decide

  /// Whatever they ask for, typed, chosen or said to oneself.
  @Test(arguments: MendedPairs.mended) func whatWasMendedGoesOn(_ pair: MendedPairs.Pair) {
    #expect(isTakenFor(typed(pair.new, pair.key), typed(pair.old, pair.key)))
    #expect(isTakenFor(chosen(pair.new, pair.key), chosen(pair.old, pair.key)))
    #expect(isTakenFor(recalled(pair.new, pair.key), recalled(pair.old, pair.key)))
  }

  /// Words that everybody knows, mistyped or mended, although the notes have the right one elsewhere.
  @Test(arguments: [
    ("through", "trough"), ("from", "frmo"), ("their", "thier"), ("which", "wich"),
    ("without", "wihtout"), ("not", "nto"),
  ]) func slipsInWordsThatEverybodyKnows(word: String, slip: String) {
    func notes(_ word: String) -> String {
      "The water goes through, from, their, which, without, not.\n\n"
        + typed("Where does the river flow \(word) hills?", "Cologne")
    }
    #expect(isTakenFor(notes(slip), notes(word)) && isTakenFor(notes(word), notes(slip)))
  }

  @Test(arguments: MendedPairs.turned) func aLittleWordMayTurnIt(_ pair: MendedPairs.Pair) {
    let (old, new) = (typed(pair.old, pair.key), typed(pair.new, pair.key))
    #expect(!isTakenFor(new, old) && !isTakenFor(old, new))
  }

  @Test(arguments: MendedPairs.others) func whatWasReplacedIsNew(_ pair: MendedPairs.Pair) {
    #expect(!isTakenFor(typed(pair.new, pair.key), typed(pair.old, pair.key)))
    #expect(!isTakenFor(typed(pair.old, pair.key), typed(pair.new, pair.key)))
    #expect(!isTakenFor(chosen(pair.new, pair.key), chosen(pair.old, pair.key)))
    #expect(!isTakenFor(recalled(pair.new, pair.key), recalled(pair.old, pair.key)))
  }

  /// A word that the notes have was not mistyped.
  @Test func aWordOfTheNotesIsNoSlip() {
    let (old, new) = ("What is a casual chain?", "What is a causal chain?")
    let key = "a row of things that follow"
    #expect(isTakenFor(typed(new, key), typed(old, key)))
    #expect(!isTakenFor("A casual talk.\n\n" + typed(new, key), typed(old, key)))
  }

  // MARK: The same words

  private func chosen(_ heading: String, _ right: String, _ wrong: String = "none of these at all")
    -> String
  {
    "### \(heading)\n<!-- quiz -->\n1. [x] \(right)\n1. [ ] \(wrong)"
  }
  private func recalled(_ heading: String, _ note: String) -> String {
    "### \(heading)\n<!-- quiz -->\n\n> [!NOTE]\n> \(note)"
  }

  @Test(arguments: [
    ("P", "W"), ("1642", "1643"), ("5 m", "5 cm"), ("cat", "car"), ("softmax", "log softmax"),
    ("inertia", "supply"), ("<", ">"), ("12 km", "12 m"),
    ("der Tisch", "das Tisch"), ("le livre", "la livre"), ("はい", "いいえ"), ("是", "不是"),
    ("巴黎", "北京"), ("a nitrate", "a nitrite"),
  ]) func aWholeOtherKeyIsAnotherQuestion(old: String, new: String) {
    let heading = "Which is it, as the lecture has it?"
    #expect(!isTakenFor(typed(heading, new), typed(heading, old)))
    #expect(!isTakenFor(chosen(heading, new), chosen(heading, old)))
  }

  @Test(arguments: [
    ("sofmax", "softmax"), ("Pari", "Paris"), ("Paris", "Paris|Paris, France"),
    ("5 m", "5 metres"),
    ("1.5 km", "1500 m"), ("25 cm", "250 mm"), ("0.707", "0.707 ± 0.001"),
    ("Night Watch", "the night watch"),
  ]) func aNearKeyGoesOn(old: String, new: String) {
    let heading = "Which is it, as the lecture has it?"
    #expect(isTakenFor(typed(heading, new), typed(heading, old)))
    #expect(isTakenFor(typed(heading, old), typed(heading, new)))
  }

  @Test func anotherOptionTickedIsAnotherQuestion() {
    let heading = "What happens to it, as the lecture has it?"
    for (one, other) in [
      ("it grows with the length of it", "it shrinks with the length of it"),
      ("the sum", "the weighted sum"),
    ] {
      #expect(!isTakenFor(chosen(heading, other, one), chosen(heading, one, other)))
    }
    func ticked(_ signs: String) -> String {
      let items = zip(signs, ["the mean of all", "the sum of all", "the mode of all"]).map {
        "- [\($0)] \($1)\n"
      }
      return "### \(heading)\n<!-- quiz -->\n" + items.joined()
    }
    #expect(!isTakenFor(ticked("x x"), ticked("xx ")))
    #expect(!isTakenFor(ticked("xxx"), ticked("xx ")))
  }

  @Test(arguments: [
    ("Bodies at rest stay at rest.", "Scarce goods cost more.", false),
    ("Bodies at rest stay at rest.", "Bodies at rest stay at rest, unless a force acts.", true),
    ("Tolstoy.", "Tolstoy, who wrote it in six years.", true), ("Tolstoy.", "Dickens.", false),
    ("Yes.", "No.", false),
  ]) func aNoteMayBeTold(old: String, new: String, goesOn: Bool) {
    let heading = "What is the main idea of the week?"
    #expect(isTakenFor(recalled(heading, new), recalled(heading, old)) == goesOn)
  }

  /// The steps in another order, and what goes with each, are another answer.
  @Test(arguments: ["put-in-order", "match-pairs"]) func partsInAnotherOrderAreAnother(kind: String)
  {
    func known(_ key: String) -> KnownQuestion {
      KnownQuestion(
        id: "q", place: 0, lesson: "a.md#L", kind: kind, words: "Q \(key)", asked: "Q", key: key)
    }
    let old = known("weigh the words, then add them, then scale the sum of all")
    let turned = known("add them, then weigh the words, then scale the sum of all")
    let mended = known("weigh the words, then add them, then scale the total of all")
    #expect(!MendedKey.mayBe(turned, old) && MendedKey.mayBe(mended, old))
  }
}
