import Notes
import Testing

@testable import Quiz

/// Answers that an author gave away in words of many languages, in a heading, in a hint, or by a score: none is silent,
/// and what only looks like one is.
@Suite struct ToldKeyTests {
  private static let options = "- [ ] Lagos\n- [x] Accra\n- [ ] Rome"

  /// `line severity` of each finding.
  private func found(
    _ body: String, under heading: String = "Which town is it?", note: String? = "So it is."
  ) -> [String] {
    let lesson = lessonQuestions(body, under: heading, note: note)
    #expect(lesson.written.count + lesson.broken.count == 1, "\(body)")
    return lesson.diagnostics.map { "\($0.line) \($0.severity.rawValue)" }
  }

  // MARK: Labels

  @Test(arguments: [
    "Antwort: Accra", "Richtige Antwort: Accra", "Lösung: Accra", "**Antwort:** Accra",
    "Réponse : Accra", "La bonne réponse\u{A0}: Accra", "Respuesta correcta: Accra",
    "Solución: Accra", "Risposta: Accra", "Resposta: Accra", "Antwoord: Accra", "Svar: Accra",
    "Odpowiedź: Accra", "Ответ: Accra", "Правильный ответ: Accra", "答案：Accra", "正确答案: Accra",
    "答え：Accra", "정답: Accra", "Yanıt: Accra", "الإجابة: Accra", "Die Antwort lautet: Accra",
    "The answer is: Accra",
  ]) func aLabelInAnyLanguage(text: String) {
    // In the text, as a hint, behind the question in its heading, and behind what asks in a line.
    #expect(found("Think.\n\(text)") == ["10 error"], "\(text)")
    #expect(found("> \(text)\n\n\(Self.options)") == ["9 error"], "\(text)")
    #expect(found(Self.options, under: "Which town? \(text)") == ["7 error"], "\(text)")
    #expect(found("Which town? (\(text))") == ["9 error"], "\(text)")
  }

  @Test(arguments: [
    "The answer is Accra.", "Die Antwort ist Accra.", "La réponse est Accra",
    "La respuesta es Accra.",
    "La risposta è Accra.", "A resposta é Accra.", "答案是Accra", "답은 Accra", "Correct is Accra.",
  ]) func aSentenceThatTellsIt(text: String) {
    #expect(found("\(text)\n\n\(Self.options)") == ["9 error"], "\(text)")
    #expect(found("> \(text)\n\n\(Self.options)") == ["9 error"], "\(text)")
    #expect(found(text, note: "Accra is by the sea.") == ["9 error"], "\(text)")
    #expect(found(text) == ["9 warning"], "\(text)")
  }

  @Test(arguments: [
    "Answer: in one word.", "Answer: yes or no.", "Antwort: in einem Satz.", "Réponse : en un mot.",
    "The answer is a number.", "The answer is not unique.", "The answer is one of the towns.",
  ]) func whatSaysHowToAnswer(text: String) {
    #expect(found("\(text)") == [], "\(text)")
    #expect(found("\(text)\n\n\(Self.options)") == [], "\(text)")
    #expect(found("> \(text)\n\n\(Self.options)") == [], "\(text)")
    #expect(found("\(text)\n\nIt is [[Accra]].") == [], "\(text)")
  }

  /// A verdict behind each option, and behind what is no verdict but another language's word, or a place.
  @Test(arguments: [
    ("Rome — falsch|Accra — stimmt|Lagos — falsch", ["9 error", "10 error", "11 error"]),
    ("Rome - no|Accra - yes|Lagos - no", ["9 warning", "10 warning", "11 warning"]),
    ("rechts (right)|links|oben", []), ("wrong (falsch)|right|half", []),
    ("1 (falsch)|0 (wahr)", ["9 warning", "10 warning"]),
    ("no: it shows all|yes: it hides them", []),
  ]) func verdictsBehindOptions(texts: String, expected: [String]) {
    let options = texts.split(separator: "|").enumerated().map {
      "- [\($0 == 1 ? "x" : " ")] \($1)"
    }
    #expect(found(options.joined(separator: "\n")) == expected, "\(texts)")
  }

  @Test func aWordThatIsNoLabel() {
    // It may be a word of the text, and it may be one of a key.
    #expect(found("correct: the verb") == ["9 warning"])
    #expect(found("correct: the verb", note: "It is the verb.") == ["9 error"])
    #expect(found("- [ ] noun\n- [x] correct: the verb") == ["10 warning"])
    #expect(found("- [ ] noun: the name\n- [x] correct: the verb") == [])
    #expect(found("The answer is Lagos or Accra.\n\n\(Self.options)") == [])
  }

  @Test func anAnswerByItsLetter() {
    let lesson = lessonQuestions("The correct answer is B.\n\n1. [ ] Lagos\n1. [x] Accra")
    #expect(
      lesson.diagnostics.map(\.remedy)
        == ["take this line away: options come in another order each time"])
  }

  @Test(arguments: [
    "Answer b", "Answer (b)", "Answer B.", "L\u{F6}sung b", "Key = b", "Option 2", "(b)", "b",
    "R\u{E9}p. : b", "Rpta.: 2",
  ]) func anOptionByItsName(line: String) {
    let lesson = lessonQuestions("\(line)\n\n1. [ ] Lagos\n1. [x] Accra")
    #expect(
      lesson.written.isEmpty
        && lesson.diagnostics.map(\.remedy)
          == ["take this line away: options come in another order each time"],
      "\(line)")
  }

  @Test(arguments: [
    "It is Accra.", "Accra", "**Accra**", "Accra is right", "Remember: Accra", "R: Accra",
    "<small>Accra</small>",
  ]) func aShortLineWithTheAnswer(line: String) {
    #expect(found("\(line)\n\n\(Self.options)") == ["9 warning"], "\(line)")
  }

  @Test(arguments: [
    "2", "Think of it.", "Is it Accra?", "Lagos or Accra",
    "Of towns such as Accra one is asked here.",
    "`Accra` is given.", "Option 9", "x = b",
  ]) func aLineThatIsGiven(line: String) {
    #expect(found("\(line)\n\n\(Self.options)") == [], "\(line)")
  }

  // MARK: Headings

  @Test(arguments: [
    "Which town is it? Accra", "Which town is it? **Accra**", "Which town is it: Accra",
    "Which town is it (Accra)", "Which town is it = Accra", "Which town is it \u{2192} Accra",
    "Which town? It is Accra.", "Capital of Ghana: Accra", "Welche Stadt？Accra",
  ]) func anAnswerBehindTheHeading(heading: String) {
    for body in [Self.options, "It is [[Accra]]."] {
      #expect(found(body, under: heading) == ["7 error"], "\(heading)")
    }
    // In the box that stands for the question it is not shown either, whatever else is wrong.
    for body in [Self.options, "It is [[Accra]", "- [x Accra\n- [ ] Lagos"] {
      let titles = lessonQuestions(body, under: heading).broken.map(\.title)
      #expect(titles.count == 1 && !titles[0].contains("Accra"), "\(titles)")
    }
    #expect(found("Think.", under: heading, note: "Accra.") == ["7 warning"], "\(heading)")
  }

  @Test func anAnswerAtTheEndOfTheHeading() {
    #expect(found(Self.options, under: "Which town is it Accra") == ["7 warning"])
    #expect(found("It is [[Accra]].", under: "Which town is it Accra") == ["7 warning"])
    for heading in ["Which town is it: Accra", "Which town? It is Accra."] {
      #expect(
        found("Think.", under: heading, note: "Accra is a town.") == ["7 warning"], "\(heading)")
    }
    // A recall whose note does not tell it again.
    #expect(found("Think.", under: "Which town is it? Oslo") == ["7 warning"])
    for heading in [
      "Which town is it? Explain", "Which is it, Lagos or Accra", "Which town is it? Again",
      "Which town is it? (2)", "Attention: which town", "Which town is it? Name it.",
      "Lagos: which town is it", "Is it a town?",
    ] {
      for body in [Self.options, "It is [[Accra]]."] where !heading.contains("Accra") {
        #expect(found(body, under: heading) == [], "\(heading)")
      }
      #expect(found("Think.", under: heading) == [], "\(heading)")
    }
    #expect(found(Self.options, under: "Which is it, Lagos or Accra") == [])
  }

  // MARK: Hints

  @Test func aHintThatHoldsTheAnswer() {
    for hint in [
      "Think of Accra.", "Accra lies at the sea.", "It is accra, and far away.",
      "It is Accra, not Lagos.",
    ] {
      #expect(found("> \(hint)\n\n\(Self.options)") == ["9 warning"], "\(hint)")
      #expect(found("> \(hint)\n\nIt is [[Accra]].") == ["9 warning"], "\(hint)")
      #expect(found("> \(hint)\n\nThink.", note: "Accra.") == ["9 warning"], "\(hint)")
    }
    for hint in ["Is it Lagos, or Accra?", "It lies at the sea.", "Not Lagos.", "Accrania."] {
      #expect(found("> \(hint)\n\n\(Self.options)") == [], "\(hint)")
    }
    // Words that stand in any sentence.
    #expect(found("> Think of both.\n\n- [ ] the first\n- [x] both") == [])
  }

  // MARK: Options

  @Test(arguments: [
    ("", " (richtige Antwort)", "", ""), ("", " (bonne réponse)", "", ""),
    ("", "（正确）", "", ""), ("", " (respuesta correcta)", "", ""),
    ("right: ", "", "wrong: ", ""), ("Right: ", "", "Wrong: ", ""),
    ("richtig: ", "", "falsch: ", ""), ("100 % ", "", "0 % ", ""), ("%100%", "", "%0%", ""),
    ("", " 100 %", "", " 0 %"), ("(100 %) ", "", "(0 %) ", ""),
    ("", " (1 point)", "", " (0 points)"),
    ("", " {100}", "", " {0}"), ("", ": 100%", "", ": -50%"), ("", " \u{1F389}", "", ""),
    ("", "", "~~", "~~"), ("", "", "<del>", "</del>"), ("", "", "**", "**"),
  ]) func anOptionThatTellsItself(
    before: String, behind: String, wrongBefore: String, wrongBehind: String
  ) {
    func wrong(_ text: String) -> String { "- [ ] \(wrongBefore)\(text)\(wrongBehind)" }
    let body = "\(wrong("Lagos"))\n- [x] \(before)Accra\(behind)\n\(wrong("Rome"))"
    let lesson = lessonQuestions(body)
    let told = ["- [ ] Lagos", "- [x] Accra", "- [ ] Rome"]
    #expect(lesson.written.isEmpty && !lesson.diagnostics.isEmpty, "\(body)")
    // Each remedy is the option as it ought to be, and all of them together mend it.
    var lines = body.split(separator: "\n").map(String.init)
    for finding in lesson.diagnostics {
      lines[finding.line - 9] = String(finding.remedy.dropFirst("write ".count))
    }
    #expect(lines == told, "\(body) \(lesson.diagnostics.map(\.remedy))")
  }

  @Test(arguments: [
    "- [ ] 0 % of them\n- [x] 100 % of them\n- [ ] 50 % of them",
    "- [ ] 0 % fat\n- [x] 100 % water", "- [ ] Wrong: it grows\n- [x] Right: it shrinks",
    "- [ ] half of them\n- [x] 100 % of them", "- [ ] +1 volt\n- [x] -1 volt\n- [ ] 0 volt",
    "- [ ] 1: first\n- [x] 2: second", "- [x] no: it falls\n- [ ] it rises",
    "- [ ] left: 1\n- [x] right: 2\n- [ ] left: 3", "- [ ] ~~5~~\n- [x] ~~6~~",
    "- [ ] sets {1}\n- [x] sets {2}\n- [ ] sets {3}", "- [ ] a \u{1F600}\n- [x] b \u{1F389}",
    "- [ ] 5 > 6\n- [x] 6 > 5", "- [ ] x > y, no\n- [x] y > x",
  ]) func optionsThatAreHonest(body: String) { #expect(found(body) == [], "\(body)") }

  @Test func namesOfThingsAreSlanted() {
    #expect(found("- [ ] *Pan*\n- [x] ape\n- [ ] *Homo*") == ["9 warning", "11 warning"])
  }

  /// Where options are shuffled, none speaks of those above it.
  @Test func optionsByTheirPlaces() {
    func told(_ last: String) -> [String] {
      lessonQuestions("1. [ ] Lagos\n1. [x] Accra\n1. [ ] \(last)").diagnostics.map(\.remedy)
    }
    #expect(told("all of the above") == ["write 1. [ ] all of these"])
    #expect(told("None of the above.") == ["write 1. [ ] None of these."])
    #expect(told("both A and B") == ["write 1. [ ] Lagos and Accra"])
    for honest in [
      "all of these", "A and D", "the above-ground store of a very long and winding name",
    ] {
      #expect(told(honest) == [], "\(honest)")
    }
    #expect(found("1. [x] true\n1. [ ] none of the above") == [])
  }

  @Test func aReasonWithinAnOption() {
    let lesson = lessonQuestions("- [ ] Lagos > no, in Nigeria\n- [x] Accra")
    #expect(
      lesson.diagnostics.map(\.remedy)
        == ["write \"- [ ] Lagos\" and below it \"  > no, in Nigeria\""])
  }

  @Test(arguments: [
    "- [ ] Lagos > falsch, es liegt woanders\n- [x] Accra",
    "- [ ] Lagos\n  Falsch: es liegt woanders\n- [x] Accra",
    "- [ ] Lagos\n- [x] Accra\n  parce que c'est si", "1. Lagos\n1. Accra <- richtig",
    "- Lagos\n- Accra -> bonne r\u{E9}ponse",
  ]) func aVerdictOfAnotherLanguage(body: String) {
    #expect(found(body).contains { $0.hasSuffix("error") }, "\(body)")
  }

  // MARK: Steps

  @Test(arguments: [
    "1. 1 g of salt\n1. 2 g of sugar\n1. 3 g of water", "1. 1 layer\n1. 2 layers\n1. 3 layers",
    "1. 1 s\n1. 2 s\n1. 3 s", "1. 1 May\n1. 2 May", "1. heat (1 h)\n1. cool (2 h)",
  ]) func numbersThatMeasure(body: String) {
    #expect(found(body, under: "In which order?") == [], "\(body)")
  }

  @Test(arguments: [
    "1. 1 heat\n1. 2 stir\n1. 3 cool", "1. 1) g\n1. 2) s", "1. Step 1: heat\n1. Step 2: cool",
  ]) func numbersThatCount(body: String) {
    #expect(!found(body, under: "In which order?").isEmpty, "\(body)")
  }
}
