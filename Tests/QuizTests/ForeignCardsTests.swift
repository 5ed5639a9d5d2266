import Notes
import Testing

@testable import Quiz

/// Cards of other programs as notes.
@Suite struct ForeignCardsTests {
  private func cards(
    _ text: String, name: String = "cards.txt", taken: Set<String> = []
  ) throws -> ForeignCards {
    try ForeignCards(Array(text.utf8), name: name, title: "Cards", taken: taken)
  }
  private func bank(_ cards: ForeignCards) -> QuestionBank { QuestionBank(notes(cards.text)) }
  private func asked(_ cards: ForeignCards) -> [String] {
    bank(cards).questions.map { question in
      guard let posed = try? PresentedQuestion(question, seed: 1) else { return "?" }
      let prompt = posed.prompt.plainText
      let told = posed.form.solution.isEmpty ? posed.explanation.plainText : posed.form.solution
      return [question.title, prompt, told].filter { !$0.isEmpty }.joined(separator: " / ")
    }
  }

  @Test func ankisTextExportBecomesQuestions() throws {
    let found = try cards(
      """
      #separator:tab
      #html:true
      #guid column:1
      #tags column:4
      q1abc\tWhat is <b>softmax</b>?\tA function \\(e^{x}\\) of &lt;scores&gt;<br>and more\tllm
      x!y\t"Quote ""x"" here"\tback # no heading\t
      z9abc\tThe capital of {{c1::France::a land}} is {{c2::Paris}}.\t\t

      """)
    let bank = bank(found)
    #expect(bank.diagnostics == [] && found.count == 3 && found.leftOut == [])
    #expect(
      asked(found) == [
        "What is softmax? / A function e^{x} of <scores> and more",
        "Quote \"x\" here / back # no heading",
        "Fill the gaps / The capital of (1) ____ is (2) ____. / France; Paris",
      ])
    #expect(bank.questions[0].id == "q1abc" && bank.questions[2].id == "z9abc")
    #expect(bank.questions[2].section.hints.count == 1)
    #expect(bank.questions.allSatisfy { !$0.isGenerated && QuestionCheck.failure(of: $0) == nil })
  }

  @Test(arguments: ["front,back\nWhat is it?,That\n", "What is it?;That\n", "What is it?\tThat"])
  func rowsOfSpreadsheetsToo(text: String) throws {
    #expect(asked(try cards(text, name: "a.csv")) == ["What is it? / That"])
  }

  @Test func quizdownKeepsOptionsHintsAndOrders() throws {
    let found = try cards(
      """
      ---
      shuffleQuestions: true
      ---

      ## What's the capital of Germany?

      > Think of bears.

      - [ ] Bonn
      - [x] Berlin

      # Order these

      1. One
      2. Two
      3. Three

      ## Which one?

      1. [x] Yes
      1. [ ] No
         > nope

      ## Broken

      Nothing to answer.

      """, name: "q.md")
    #expect(
      bank(found).questions.map(\.kindName) == ["all-that-apply", "put-in-order", "one-of-several"])
    #expect(found.leftOut.count == 1 && found.leftOut[0].message.contains("\"Broken\""))
    #expect(bank(found).diagnostics == [])
  }

  /// What means something in Markdown or to the program means nothing in a card.
  @Test(arguments: [
    "### h <!-- quiz id=q1 -->", "# h", "> q", "- a", "1. [x] a", "[[gap]]", "{{= 1+1}}",
    "<script>alert(1)</script> x", "```", "---", "[a](javascript:x)", "![p](http://x/y.png)",
    "$x$ and $y$", "a | b", "==m==", "%%c%%", "| a | b |\\n|---|---|", "\u{202E}rev", "[^1]: note",
    "\u{1B}[2Jx", "<!-- quiz -->", "\\(", "\\[[[x]]\\]", "<details><summary>x</summary>",
    "&#x1b;[2J y", "&lt;!-- quiz id=evil1 --&gt;", "\u{F0000}x", "⟦gap0⟧",
  ])
  func hostileTextStaysText(text: String) throws {
    for html in [true, false] {
      let table =
        "#separator:tab\n#html:\(html)\n\(text) front\t\(text)\nplain\t{{c1::x}} \(text)\n"
        + "{{c1::gone}} is \(text) there\t\(text)\n"
      let found = try cards(table)
      let bank = bank(found)
      #expect(bank.diagnostics == [], "\(found.text)")
      #expect(bank.questions.count == found.count, "\(found.text)")
      #expect(bank.questions.allSatisfy { $0.id.hasPrefix("a") }, "\(found.text)")
      #expect(found.text.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" })
    }
  }

  /// What looks like a range that an author wrote wrongly is what the card says.
  @Test(arguments: ["1939-1945", "1939–1945", "3...5"])
  func aRangeInAGapIsItsSigns(answer: String) throws {
    let found = try cards("The war was in {{c1::\(answer)}}.\tIt was long.\n")
    #expect(found.leftOut == [] && found.count == 1)
    #expect(bank(found).diagnostics == [], "\(found.text)")
    #expect(
      asked(found) == ["Fill the gap / The war was in ____. / \(answer)"], "\(found.text)")
  }

  /// So is what looks like numbers that an author wrote wrongly.
  @Test(arguments: ["(1 2 3)", "(4, 6", "1..", "1..2..3", "5 -+ 0.1", "(4, six)", "5..1"])
  func numbersInAGapAreTheirSigns(answer: String) throws {
    let found = try cards("{{c1::\(answer)}} is a cycle.\tIt is long.\n")
    #expect(found.leftOut == [] && found.count == 1)
    #expect(bank(found).diagnostics == [], "\(found.text)")
    #expect(asked(found) == ["Fill the gap / ____ is a cycle. / \(answer)"], "\(found.text)")
  }

  /// What no answer mark can hold is left out, for with two sides the card would show its answer.
  @Test(arguments: [
    ("It is {{c1::5 ± a few}}.", "the gap \"5 ± a few\" is no answer that can be asked for"),
    ("E {{c1::\\(\\frac{1}{2} \\)}} gap", "the gap \"$\\frac{1}{2}$\" holds a formula"),
    ("E {{c1::\\(\\frac{1}{\\sqrt{2}}\\)}} gap", "holds"),
    ("A {{c1::\\(n^2\\)}} gap", "the gap \"$n^2$\" holds a formula"),
    ("A {{c1::a]b}} gap", "the gap \"a]b\" holds signs"),
    ("A {{c1::a {{c2::b}} }} gap", "holds signs"), ("A {{c1::= 1+1}} gap", "holds signs"),
    ("A {{c1:: }} gap", "no answer that can be typed"),
    ("A {{c1::gap} here", "never closed"), ("{{c1::A}} {{c2::gap} here", "never closed"),
    ("#<br>A {{c1::<img src=\"x.png\">}} gap", "a picture stands in its gap"),
  ])
  func aGapThatCannotBeAskedForIsLeftOut(text: String, reason: String) throws {
    let isHTML = text.hasPrefix("#")
    let found = try cards(
      "#separator:tab\n#html:\(isHTML)\n\(isHTML ? String(text.dropFirst()) : text)\textra\nWhat?\tThat\n"
    )
    #expect(asked(found) == ["What? / That"], "\(found.text)")
    #expect(found.leftOut.count == 1)
    #expect(found.leftOut.first?.message.contains(reason) == true, "\(found.leftOut)")
  }

  @Test(arguments: [
    ("a|b", "a|b"), ("<|end|>", "<|end|>"), ("\\(n\\)", "n"), ("x = 1", "x = 1"), ("$5", "$5"),
  ])
  func aGapWithABarOrASingleLetterIsAsked(written: String, answer: String) throws {
    let found = try cards("It is {{c1::\(written)}} {{here}}.\textra\n")
    #expect(found.leftOut == [] && bank(found).diagnostics == [], "\(found.text)")
    #expect(
      asked(found) == ["Fill the gap / It is ____ {{here}}. / \(answer)"], "\(found.text)")
    let posed = try PresentedQuestion(try #require(bank(found).questions.first), seed: 1)
    #expect(posed.explanation.plainText == "extra")
  }

  /// Braces and brackets of a formula are no marks, however many stand together.
  @Test(arguments: [
    "{{{a}}}", "{{{{a}}}}", "x_{{{{{a}}}}}", "[[[a]]]", "[[[[[a]]]]]", "{[[{{{1}}}]]}",
  ])
  func aFormulaHoldsNoMark(formula: String) throws {
    let found = try cards("What is \\(\(formula)\\)?\tIt is \\(\(formula)\\).\n")
    for pair in ["{{", "}}", "[[", "]]"] { #expect(!found.text.contains(pair), "\(found.text)") }
    #expect(bank(found).diagnostics == [] && bank(found).questions.count == 1, "\(found.text)")
  }

  /// A second import brings what is new alone, and the same card of a file is one question.
  @Test(arguments: [
    ("cards.csv", ["What is it?,That", "What is it?,That", "Who?,She"], "And this?,This"),
    (
      "cards.txt", ["#guid column:1\ngx!1\tWhat is it?\tThat", "gx!2\tWho?\tShe"],
      "gx!3\tAnd this?\tThis"
    ),
    (
      "cards.md", ["# What is it?\n\n- [x] That\n- [ ] This\n", "# Who?\n\n- [x] She\n- [ ] He\n"],
      "# And this?\n\n- [ ] That\n- [x] This\n"
    ),
  ])
  func aSecondImportBringsWhatIsNew(name: String, rows: [String], new: String) throws {
    let text = rows.joined(separator: "\n") + "\n"
    let first = try cards(text, name: name)
    let ids = bank(first).questions.map(\.id)
    #expect(first.count == 2 && Set(ids).count == 2 && first.alreadyThere == 0)
    #expect(first.repeated == rows.count - 2)
    let again = try cards(text, name: name, taken: Set(ids))
    #expect(again.count == 0 && again.alreadyThere == 2 && bank(again).questions == [])
    let more = try cards(text + new + "\n", name: name, taken: Set(ids))
    #expect(more.count == 1 && more.alreadyThere == 2)
    #expect(bank(more).questions.map(\.title) == ["And this?"])
    #expect(again.changed(from: bank(first)) == [])
  }

  /// Two cards under one name are two questions, each time the same.
  @Test func aNameThatTwoCardsHaveIsNoReasonToLoseOne() throws {
    let text = "#guid column:1\nabc\tWhat is it?\tThat\nabc\tWho?\tShe\n"
    let first = bank(try cards(text)).questions
    #expect(first.map(\.title) == ["What is it?", "Who?"] && first[0].id == "abc")
    let again = try cards(text, taken: Set(first.map(\.id)))
    #expect(again.count == 0 && again.alreadyThere == 2)
  }

  /// A card without a name is another one once its answer changes: both stand there, and that is told; of
  /// two that ask the same in one file nothing is.
  @Test(arguments: [
    ("cards.csv", "What?,That\nWho?,She\nWho?,He\n", "What?,That one\nWho?,She\nWho?,He\n"),
    (
      "cards.md", "# What?\n\n- [x] That\n- [ ] This\n", "# What?\n\n- [ ] That\n- [x] This\n"
    ),
  ])
  func aCardWhoseAnswerChangedStandsBesideTheFormerOne(
    name: String, before: String, after: String
  ) throws {
    let there = bank(try cards(before, name: name))
    let taken = Set(there.questions.map(\.id))
    let later = try cards(after, name: name, taken: taken)
    #expect(later.count == 1 && later.besides(in: there).map(\.title) == ["What?"])
    #expect(try cards(before, name: name, taken: taken).besides(in: there) == [])
    let another = try cards("And this?,This\n", name: "more.csv", taken: taken)
    #expect(another.count == 1 && another.besides(in: there) == [])
  }

  /// What was changed since, here or there, stays as it is here, and is told.
  @Test func aCardThatReadsOtherwiseIsTold() throws {
    let before = bank(try cards("#guid column:1\nabc\tWhat?\tThat\nabd\tWho?\tShe\n"))
    let later = try cards(
      "#guid column:1\nabc\tWhat?\tThat one\nabd\tWho?\tShe\n", taken: ["abc", "abd"])
    #expect(later.count == 0 && later.alreadyThere == 2)
    #expect(later.changed(from: before).map(\.title) == ["What?"])
  }

  @Test(arguments: [
    ("PK\u{3}\u{4}", "a.apkg", "is a package"), ("PK\u{3}\u{4}zip", "a.txt", "is a package"),
    ("\"open\tnever closed", "a.txt", "a quote opens"), ("one cell\n", "a.csv", "holds no card"),
    ("", "a.csv", "holds no card"), ("", "a.apkg", "is empty"),
    ("text", "a.apkg", "is no package, for all its name"), ("a\tb\n", "A.COLPKG", "is no package"),
    ("# nothing\n", "a.md", "holds no card"),
  ])
  func whatHoldsNoCardsIsRefused(text: String, name: String, message: String) {
    do {
      _ = try ForeignCards(Array(text.utf8), name: name, title: "T", taken: [])
      Issue.record("taken")
    } catch { #expect(error.advice.contains(message), "\(error.advice)") }
    #expect(throws: Diagnostic.self) {
      try ForeignCards([0xFF, 0xFE, 0x41], name: "a.csv", title: "T", taken: [])
    }
  }

  // MARK: Packages

  @Test func notesOfAPackageAreAskedAsTheTextExportWouldBe() throws {
    let notes = [
      ("Gk[3fQ}x1a", "Maths::Vectors", ["What is the <b>norm</b>?", "5"]),
      ("b!72kd;Pz,", "Maths::Vectors", ["The war was in {{c1::1939-1945}}.", "Long.<br>Very."]),
      ("c", "Default", ["Is \\(q\\) a score? [sound:a.mp3]", "Yes &amp; no"]),
      ("d", "Default", ["A card with <i>no</i> answer", ""]),
      ("e", "Default", ["{{c1::image-occlusion:rect:left=.1}}", "<img src=a.png>", "A map"]),
    ]
    let found = try ForeignCards(
      notes: notes.map { ForeignCards.Note(guid: $0, deck: $1, fields: $2) }, title: "Deck",
      taken: [])
    let text =
      "#separator:tab\n#html:true\n#guid column:1\n#deck column:2\n"
      + notes.map { "\($0)\t\($1)\t\($2.joined(separator: "\t"))\n" }.joined()
    #expect(found.text == (try cards(text)).text.replacing("# Cards\n", with: "# Deck\n"))
    #expect(found.count == 3)
    #expect(
      found.leftOut.map(\.message) == [
        "\"A card with no answer\": it needs a question and an answer, or a gap {{c1::…}}",
        "\"{{c1::image-occlusion:rect:left=.1}}\": it needs a question and an answer, or a gap {{c1::…}}",
      ])
    #expect(throws: Diagnostic.self) { try ForeignCards(notes: [], title: "T", taken: []) }
  }

  /// Each card of a note is one of its own, known by the note the first time.
  @Test func aReversedCardIsAQuestionToo() throws {
    let notes = [
      ForeignCards.Note(
        guid: "note1", deck: "D", fields: ["<b>Hund</b>", "dog"],
        tags: ["german::animals", "a1", "größe", "::", "a1"],
        cards: [(0, "<b>Hund</b>", "dog"), (1, "dog", "<b>Hund</b>")]),
      ForeignCards.Note(
        guid: "note2", deck: "D", fields: ["Katze", "", "cat"], cards: [(1, "", ""), (2, "", "x")]),
      ForeignCards.Note(guid: "note3", deck: "D", fields: ["", ""]),
    ]
    let found = try ForeignCards(notes: notes, title: "Deck", taken: [])
    #expect(asked(found) == ["Hund / dog", "dog / Hund"])
    let questions = bank(found).questions
    #expect(questions[0].id == "note1" && questions[1].id != "note1")
    #expect(questions.allSatisfy { $0.section.directive.tags == ["german-animals", "a1", "gr-e"] })
    #expect(found.leftOut.map(\.line) == [2, 2, 3] && bank(found).diagnostics == [])
    let again = try ForeignCards(notes: notes, title: "Deck", taken: [])
    #expect(again.text == found.text)
  }

  @Test(arguments: [
    "question,answer,tags\nWhat?,That,\"x, y z\"\n", "Tags;Front;Back\nx y z;What?;That\n",
    "#separator:tab\n#tags column:1\nx y z\tWhat?\tThat\n",
  ]) func aColumnOfTagsIsNoAnswer(text: String) throws {
    let found = try cards(text, name: "a.csv")
    #expect(asked(found) == ["What? / That"], "\(found.text)")
    #expect(bank(found).questions[0].section.directive.tags == ["x", "y", "z"])
  }

  @Test(arguments: [
    ("<img src=\"a/heart.png\">", "(picture: heart.png)"),
    ("<img src='x.png' alt='the &amp; <'>", "(picture: the & <)"),
    ("Look: <IMG data-src=\"no.png\" src=x.png />!", "Look: (picture: x.png)!"),
    ("<img src=\"data:image/png;base64,iVBOR\">", "(picture)"),
  ]) func aPictureIsNamedAndSaidToBeLeftOut(html: String, shown: String) throws {
    let found = try cards("#separator:tab\n#html:true\n\(html)\tyes [sound:a.mp3]\n")
    #expect(asked(found) == ["\(shown) / yes"], "\(found.text)")
    #expect(found.pictures == 1 && found.sounds == 1 && found.leftOut == [])
  }

  /// A line of dashes that holds no settings hides nothing.
  @Test func aRuleOfQuizdownIsNoEnd() throws {
    let found = try cards(
      """
      ---
      primary_color: steelblue
      shuffle_questions: false

      ---

      # First?

      1. [x] Yes
      1. [ ] No

      ---

      # Second?
      ---
      shuffle_answers: false
      ---

      1. [x] Yes
      1. [ ] No

      ---
      ---

      # Third?

      1. [x] Yes
      1. [ ] No
      ---
      """, name: "q.md")
    #expect(bank(found).questions.map(\.title) == ["First?", "Second?", "Third?"])
    #expect(found.leftOut == [] && bank(found).diagnostics == [], "\(found.text)")
  }
}
