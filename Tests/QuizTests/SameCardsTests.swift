import Notes
import Scheduling
import Testing

@testable import Quiz

/// Cards that the notes have already, under whatever name; cards that are typed; and whose hint is whose.
@Suite struct SameCardsTests {
  private func cards(_ rows: [String], taken: QuestionBank? = nil) throws -> ForeignCards {
    try ForeignCards(
      Array("#html:false\n#guid column:1\n\(rows.joined(separator: "\n"))\n".utf8),
      name: "deck.txt",
      title: "Deck", taken: Set(taken?.questions.map(\.id) ?? []))
  }
  private func bank(_ cards: ForeignCards) -> QuestionBank { QuestionBank(notes(cards.text)) }

  /// A deck that another program exported has other names for the same cards.
  @Test func theSameCardsUnderOtherNamesAreLeftOut() throws {
    let there = bank(
      try cards(["g!1\tWhat?\tThat", "g!2\tWho?\tShe", "g!3\tIt is {{c1::red}}.\tA colour"]))
    var again = try cards(
      ["h!1\tWhat?\tThat", "h!2\tWho?\tShe", "h!3\tIt is {{c1::red}}.\tA colour"], taken: there)
    #expect(again.count == 3)
    again.leaveOutSame(as: there)
    #expect(again.count == 0 && again.alreadyThere == 3 && again.repeated == 0)
    #expect(again.besides(in: there) == [] && bank(again).questions == [])
  }

  /// Where the answer alone differs both stand there, and that is told: of a gap too.
  @Test(arguments: [
    ("What?\tThat", "What?\tThis", "What?"),
    ("It is {{c1::red}}.\tA colour", "It is {{c1::blue}}.\tA colour", "Fill the gap"),
  ])
  func anotherAnswerIsAnotherCard(before: String, after: String, title: String) throws {
    let there = bank(try cards(["g!1\t\(before)", "g!2\tWho?\tShe"]))
    var later = try cards(["h!1\t\(after)", "h!2\tWho?\tShe"], taken: there)
    later.leaveOutSame(as: there)
    #expect(later.count == 1 && later.alreadyThere == 1)
    #expect(later.besides(in: there).map(\.title) == [title])
  }

  /// A card that keeps its name and asks for another word in its gap reads otherwise.
  @Test func anotherWordInAGapIsTold() throws {
    let there = bank(try cards(["g!1\tIt is {{c1::red}}.\tA colour"]))
    let later = try cards(["g!1\tIt is {{c1::blue}}.\tA colour"], taken: there)
    #expect(later.alreadyThere == 1 && later.changed(from: there).map(\.title) == ["Fill the gap"])
  }

  /// What the notes have once and the file twice is the same card all the same.
  @Test func oneMoreOfTheSameIsARepetition() throws {
    let there = bank(try cards(["g!1\tWhat?\tThat"]))
    var later = try cards(["h!1\tWhat?\tThat", "h!2\tWhat?\tThat"], taken: there)
    later.leaveOutSame(as: there)
    #expect(later.count == 0 && later.alreadyThere == 1 && later.repeated == 1)
  }

  /// Answers that come along count for the question that is there.
  @Test func answersOfALeftOutCardCount() throws {
    func package(_ guid: String) -> ForeignCards.Note {
      ForeignCards.Note(
        guid: guid, deck: "D", fields: ["What?", "That"], cards: [(0, "What?", "That")],
        answers: [0: [.init(time: 1_700_000_000_000, grade: .good, duration: 4_000)]])
    }
    let there = bank(try ForeignCards(notes: [package("g!1")], title: "Deck", taken: []))
    var again = try ForeignCards(
      notes: [package("h!1")], title: "Deck", taken: Set(there.questions.map(\.id)))
    again.leaveOutSame(as: there)
    #expect(again.count == 0 && again.answers.map(\.question) == there.questions.map(\.id))
  }

  // MARK: Typed

  private func typed(_ front: String, _ back: String, _ typed: String) throws -> Question {
    let found = try ForeignCards(
      notes: [
        .init(
          guid: "note1", deck: "D", fields: [front, back], cards: [(0, front, back)],
          typed: [0: typed])
      ], title: "Deck", taken: [])
    let bank = bank(found)
    #expect(found.leftOut == [] && bank.diagnostics == [], "\(found.text)")
    let question = try #require(bank.questions.first)
    #expect(QuestionCheck.failure(of: question) == nil)
    return question
  }

  @Test(arguments: [
    ("Say: Kuh", "cow", "cow", "", "cow"),
    ("Say: <b>Kuh</b><br>in English", "cow", "cow", "in English", "cow"),
    ("Which year?", "It was 1939-1945.", "1939-1945", "", "1939-1945"),
  ])
  func aCardThatIsTypedIsAGap(
    front: String, back: String, answer: String, asked: String, key: String
  ) throws {
    let question = try typed(front, back, answer)
    let posed = try PresentedQuestion(question, seed: 1)
    #expect(question.kindName == "fill-the-blank" && !question.isSelfJudged)
    #expect(posed.prompt.plainText.trimmed == (asked.isEmpty ? "____" : asked + " ____"))
    #expect(posed.form.solution == key)
    // What was typed is told by itself.
    #expect(posed.explanation.plainText == (back == answer ? "" : back))
  }

  /// What no answer mark can hold is said to oneself, as before.
  @Test(arguments: ["\\(\\frac{1}{2}\\)", "one<br>two", "<img src=\"a.png\">", "a]b"])
  func whatCannotBeTypedIsSaid(answer: String) throws {
    #expect(try typed("Which?", answer, answer).isSelfJudged)
  }

  // MARK: Hints

  /// Of several gaps a hint says to which of them it is.
  @Test(arguments: [
    ("The capital of {{c1::France}} is {{c2::Paris::a city}}.", ["Gap 2: a city"]),
    ("{{c1::Rome::a city}} is in {{c2::Italy::a land}}.", ["Gap 1: a city", "Gap 2: a land"]),
    ("{{c1::Rome::a city}} is old.", ["a city"]), ("{{c1::Rome::}} is old.", []),
  ])
  func aHintSaysWhoseItIs(text: String, hints: [String]) throws {
    let question = try #require(bank(try cards(["g!1\t\(text)\t"])).questions.first)
    #expect(question.section.hints.map(\.plainText) == hints)
  }

  /// The same of gaps that are typed in notes.
  @Test(arguments: [
    ("The capital of {{c1::France}} is {{c2::Paris::a city}}.", ["Gap 2: a city"]),
    ("{{c1::Rome::a city}} is the old town of emperors.", ["a city"]),
    ("{{c1::Rome::}} is the old town of emperors.", []),
    ("{{c1::Rome}} is the old town of emperors.", []),
  ])
  func aHintTypedInNotesIsOne(text: String, hints: [String]) throws {
    let bank = QuestionBank(notes("# C\n\n## L\n\n\(text)\n"))
    let question = try #require(bank.questions.first)
    #expect(question.section.hints.map(\.plainText) == hints)
    #expect(!question.section.prompt.plainText.contains("::"))
    #expect(!question.section.explanation.plainText.contains("::"))
  }
}
