import Notes
import Testing

@testable import Quiz

/// Options that tell themselves by a sign, a sentence or how they are written: each is found, and its remedy typed as
/// told mends it; and honest ones that only look so.
@Suite struct OptionLookTests {
  private static let note = "So it is."

  private func found(_ body: String, under heading: String = "Which town is it?") -> [Diagnostic] {
    let lesson = lessonQuestions(body, under: heading, note: Self.note)
    #expect(lesson.written.count + lesson.broken.count == 1, "\(body)")
    return lesson.diagnostics
  }

  /// A question of options, the first of which is right.
  private func options(_ texts: [String]) -> String {
    texts.enumerated().map { "- [\($0 == 0 ? "x" : " ")] \($1)" }.joined(separator: "\n")
  }

  /// What is found once every remedy is typed.
  private func left(_ body: String, _ told: [Diagnostic]) -> [Diagnostic] {
    var lines = body.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for one in told where one.remedy.hasPrefix("write ") {
      lines[one.line - 9] = String(one.remedy.dropFirst("write ".count))
    }
    return found(lines.joined(separator: "\n"))
  }

  @Test(arguments: [
    "Accra (this is the correct answer)", "Accra (that's right!)",
    "Accra (das ist die richtige Antwort)",
    "Accra (c'est la bonne réponse)", "Accra (esta es la respuesta correcta)",
    "Accra (questa è la risposta giusta)",
    "Accra. This is the correct answer.", "Accra; this is correct", "Accra (ok)", "Accra *correct*",
    "Accra **richtig**", "Accra, richtig", "Accra / correct", "Accra ←", "Accra <--", "Accra [x]",
    "Accra (x)",
    "→ Accra", "*Accra", "Accra*", "Accra !!", "Accra ★", "`Accra`", "**Accra**", "\"Accra\"",
    "🟢 Accra",
  ]) func whatIsRightAloneTells(right: String) {
    let body = options([right, "Lagos", "Rome"])
    let told = found(body)
    #expect(told.map(\.line) == [9] && left(body, told) == [], "\(told)")
  }

  @Test(arguments: [
    ["Accra, right", "Lagos, wrong", "Rome, wrong"], ["Accra [x]", "Lagos [ ]", "Rome [ ]"],
    ["Accra (that's right!)", "Lagos (no, that's wrong)", "Rome (nope)"],
    ["Accra / richtig", "Lagos / falsch", "Rome / falsch"],
  ]) func allSayIt(texts: [String]) {
    let body = options(texts)
    let told = found(body)
    #expect(told.map(\.line) == [9, 10, 11] && left(body, told) == [], "\(told)")
  }

  @Test func whatIsWrongAloneTells() {
    let body = options(["Accra", "wrong: Lagos", "wrong: Rome"])
    #expect(left(body, found(body)) == [] && found(body).map(\.line) == [10, 11])
    #expect(found(options(["true: it grows", "not true: it shrinks", "not true: it stays"])) == [])
    #expect(found(options(["True", "falsch: it shrinks", "falsch: it stays"])) == [])
    #expect(found(options(["It depends", "No: it grows", "No: it shrinks"])) == [])
    let struck = options(["Accra", "Lagos ->", "Rome ->"])
    #expect(left(struck, found(struck)) == [] && found(struck).map(\.line) == [10, 11])
  }

  @Test func capitalsAreSeenWhereOthersHaveNone() {
    let body = options(["THE CAPITAL", "the port", "the market"])
    let told = found(body)
    #expect(told.map(\.severity) == [.warning] && told[0].remedy == "write - [x] the capital")
    #expect(found(options(["NVIDIA", "Intel", "Apple"])) == [])
    #expect(found(options(["ACCRA GHANA", "LAGOS", "ROME ITALY"])) == [])
  }

  /// Truth tables, lists of places, what is printed, charges, operators, how something changes, and signs by their names.
  @Test(arguments: [
    ["true, false", "false, true", "true, true"], ["left, right", "up, down", "down, up"],
    ["3, True", "2, False", "1, False"], ["the loss ↑", "the loss ↓", "no change"],
    ["f (x)", "g (x)", "h (x)"],
    ["✓ (check mark)", "○ (circle)", "□ (square)"], ["✓ means right", "✓ means wrong"],
    ["from 0 to ∞", "from 0 to 1", "from 1 to 2"],
    ["`ls`", "house", "tree"], ["5 %", "6 %", "7 %"],
    ["Bien sûr !", "Jamais !", "Parfois !"], ["3 * 4", "3 + 4", "3"],
    ["a * b * c", "a * b", "b * c"], ["the star *", "the mark ?", "no mark"],
    ["at the right", "at the left", "above"], ["No, it grows", "Yes, it shrinks", "It stays"],
  ]) func honestOptions(texts: [String]) {
    #expect(found(options(texts)) == [], "\(texts)")
  }

  @Test func howItIsWrittenMayBeAsked() {
    for heading in ["Which is set in bold?", "Welches Wort ist fett?", "Quel mot est en gras ?"] {
      #expect(found(options(["**Accra**", "Lagos", "Rome"]), under: heading) == [], "\(heading)")
    }
    #expect(found(options(["`print`", "house", "tree"]), under: "Which is a command?") == [])
  }

  /// Options come in another order each time: what calls one by its place says nothing, or lies.
  @Test(arguments: [
    ("The second option is the right one.", Diagnostic.Severity.error, "take this line away"),
    ("Die zweite Antwort stimmt.", .error, "take this line away"),
    ("La deuxième réponse est juste.", .error, "take this line away"),
    ("Mind the second option.", .warning, "take this line away"),
    ("Mind the last option.", .warning, "write \"Rome\" in place of the last option"),
  ]) func aPlaceIsNoName(text: String, severity: Diagnostic.Severity, remedy: String) {
    let list = "- [ ] Lagos\n- [x] Accra\n- [ ] Rome"
    let told = found("\(text)\n\n\(list)")
    #expect(told.map(\.severity) == [severity] && told.map(\.remedy) == [remedy], "\(told)")
    #expect(found("> \(text)\n\n\(list)").map(\.line) == [9])
  }

  @Test(arguments: [
    "Give the first answer that comes to mind, a second one does not count.",
    "It is the second largest town.", "Options are what one chooses from.",
  ]) func noPlaceOfAnOption(text: String) {
    let list = "- [ ] Lagos\n- [x] Accra"
    #expect(found("\(text)\n\n\(list)") == [], "\(text)")
  }

  @Test func aCommentInCodeTellsTheKeyAlone() {
    let code = "```python\n# answer = 42\nprint(answer)\n```\n\n"
    #expect(found(code + options(["it prints a number", "it prints nothing", "it fails"])) == [])
    #expect(found(code + options(["42", "41", "40"])).map(\.line) == [10])
  }
}
