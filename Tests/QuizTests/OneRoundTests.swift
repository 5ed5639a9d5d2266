import Notes
import Testing

@testable import Quiz

/// All that is wrong with a question is told at once, its cause first, with remedies that are right as they are told.
@Suite struct OneRoundTests {
  private func found(
    _ body: String, under heading: String = "Which town is it?", note: String? = "So it is."
  ) -> [Diagnostic] {
    lessonQuestions(body, under: heading, note: note).diagnostics
  }

  private static let options = "- [ ] Lagos\n- [x] Accra\n- [ ] Rome"

  @Test func whatIsToldOfItsLinesHidesNothing() {
    let told = found(
      "- [ ] Lagos\n- [x] Accra (correct)\n- [ ] Rome\n\nAnswer: Accra\n\n> [!NOTES]\n> why",
      note: nil)
    #expect(told.map(\.line) == [10, 13, 15], "\(told)")
    let comment = lessonQuestions("- [x ] Accra\n- [ ] Rome", comment: "<!-- quiz id=a id=b -->")
    #expect(comment.diagnostics.map(\.line) == [8, 9])
    let quotes = found("\(Self.options)\n\n> late\n\n> [!HINT]\n> x\n\n> [!ODD]\n> y", note: nil)
    #expect(quotes.map(\.line) == [13, 15, 18], "\(quotes)")
  }

  @Test func aFenceIsToldInPlaceOfWhatItCauses() {
    let told = found("```python\nx = 1\n\n\(Self.options)", note: nil)
    #expect(told.count == 1 && told[0].line == 9 && told[0].message.contains("never closed"))
  }

  @Test func aNoteWithAnotherBracket() {
    for sign in ["[!NOTE}", "[!NOTE)", "[!NOTE>", "[!NOTE"] {
      let told = found("\(Self.options)\n\n> \(sign)\n> why", note: nil)
      #expect(told.map(\.remedy) == ["write > [!NOTE]"], "\(sign)")
    }
  }

  @Test func theSidesOfACard() {
    let told = found("- Front: What do bees collect?\n- Back: nectar", under: "Bees", note: nil)
    #expect(
      told.map(\.remedy) == [
        "write ### What do bees collect? in place of the question's heading, and take this line away",
        "write > [!NOTE] and > nectar below an empty line in place of it",
      ], "\(told)")
    #expect(found("Front: What?\nBack: nectar", under: "Bees").map(\.line) == [9, 10])
    #expect(found("Given:\n\nFront: What?\nBack: nectar", under: "Bees") == [])
    #expect(found("- Q: What?\n- A: nectar", under: "Bees", note: nil).map(\.line) == [9, 10])
  }

  @Test func lettersCountStepsToo() {
    let told = found("1. a) wake\n2. b) eat\n3. c) work", under: "Put in order")
    #expect(told.map(\.remedy) == ["write 1. wake", "write 2. eat", "write 3. work"])
    #expect(found("1. A cat\n2. B vitamins\n3. C code", under: "Put in order") == [])
  }

  @Test(arguments: [
    ("[[9.81 m/s²]]", "write [[9.81]] m/s²"), ("[[9.81 m/s^2]]", "write [[9.81]] m/s^2"),
    ("[[3 kg·m]]", "write [[3]] kg·m"),
  ]) func aUnitIsNoPartOfANumber(mark: String, remedy: String) {
    let told = found("It is \(mark) here.")
    #expect(told.count == 1 && told[0].remedy.hasPrefix(remedy), "\(told)")
  }

  @Test func signsMayBeMeantWhereNothingIsDrawn() {
    let told = found("It is [[= a/b]].")
    #expect(told.count == 2 && told.allSatisfy { $0.remedy.hasSuffix("[[a/b]]") }, "\(told)")
  }

  /// The heading of a recall that ends in its key, and honest brackets.
  @Test(arguments: [
    ("Capital of Ghana (Accra)?", "Accra", true),
    ("Capital of Ghana (Accra)", "It is Accra, by the sea.", true),
    ("Capital of Ghana – Accra", "It is Accra.", true),
    ("Hauptstadt: Accra", "Es ist Accra, am Meer.", true),
    ("What is layer normalisation (LN)?", "It is LN, a way to scale.", false),
    ("Definition: entropy", "Entropy is the expected surprise.", false),
    ("Attention (softmax)", "It weighs values by softmax.", false),
    ("What is a mean (in words)?", "The sum by the count.", false),
  ]) func aHeadingThatEndsInItsKey(heading: String, note: String, isTold: Bool) {
    let told = found("", under: heading, note: note)
    #expect(told.map(\.line) == (isTold ? [7] : []), "\(told)")
    #expect(told.allSatisfy { $0.remedy.hasPrefix("write ### ") })
  }

  @Test func aKeyInBracketsBeforeTheMark() {
    let told = found(Self.options, under: "Which town (Accra)?", note: nil)
    #expect(told.map(\.remedy) == ["write ### Which town?"])
    #expect(found(Self.options, under: "Which town (in Ghana)?", note: nil) == [])
  }

  @Test(arguments: [
    ("a=int(9,1)", "write a=int(1,9)"), ("a=int(1.5,9)", "write a=int(1,9)"),
    ("a=ints(2,9,-1)", "write a=ints(2,-1,9)"),
  ]) func aDrawOfNothing(draw: String, remedy: String) {
    let told = lessonQuestions("Of {{a}} it is [[= 2*a]].", comment: "<!-- quiz \(draw) -->")
      .diagnostics
    #expect(told.map(\.remedy) == [remedy] && told.map(\.line) == [8], "\(told)")
    #expect(told.map(\.column) == [11])
  }

  @Test func aLanguageByItsName() {
    let told = lessonQuestions("It is [[so]].", comment: "<!-- quiz id=a lang=Deutsch -->")
      .diagnostics
    #expect(told.count == 1 && told[0].advice.hasSuffix("write lang=de"))
    for code in ["de", "pt-BR", "gsw"] {
      #expect(
        lessonQuestions("It is [[so]].", comment: "<!-- quiz id=a lang=\(code) -->").diagnostics
          == [])
    }
  }

  /// What both sides of a pair share, and what counts steps in words or by arrows.
  @Test(arguments: [
    (
      "- ebb (A) :: falling (A)\n- flow (B) :: rising (B)",
      ["write - ebb :: falling", "write - flow :: rising"]
    ),
    (
      "1. Erstens wach\n2. Zweitens satt\n3. Drittens froh",
      ["write 1. wach", "write 2. satt", "write 3. froh"]
    ),
    ("1. scores →\n2. scaling →\n3. softmax", ["write 1. scores", "write 2. scaling"]),
    ("1. scores\n2. → scaling\n3. → softmax", ["write 2. scaling", "write 3. softmax"]),
    (
      "- query :: the query is sought\n- value :: is passed on",
      ["write other words for one of them"]
    ),
    ("- key (of a row) :: sought (in a table)\n- value (of a row) :: passed (in a table)", []),
    ("1. x → y\n2. y → z\n3. z", []), ("- key :: a key or a value\n- value :: no key, a value", []),
  ]) func whatTellsAPlace(list: String, remedies: [String]) {
    #expect(found(list).map(\.remedy) == remedies)
  }

  @Test func aColumnOfAnswers() {
    let table = "| Asked | Answer |\n|---|---|\n| town | Accra |\n\n"
    #expect(found(table + Self.options).map(\.line) == [9])
    #expect(found(table.replacing("Accra", with: "?") + Self.options) == [])
  }

  @Test func reasonsAtTheMarginAreToldTogether() {
    let told = found("- [ ] Lagos\n> one\n- [x] Accra\n> two", note: nil)
    #expect(told.map(\.line) == [10, 12])
  }

  @Test func theSameStepTwice() {
    let library = notes("# T\n\n## L\n\n### Put in order\n<!-- quiz -->\n1. wake\n2. eat\n3. eat\n")
    let told = QuestionBank(library).diagnostics
    #expect(told.map(\.remedy) == ["write other words for this one, or take it away"])
  }
}
