import Notes
import Testing

@testable import Quiz

/// Remedies that are typed as they are told, and mend at once what was written for other programs, or as in a text.
@Suite struct ExactRemedyTests {
  private static let note = "\n\n> [!NOTE]\n> Bees make honey."

  /// What is to be typed in place of a mark; nil where nothing, or more than that, is told.
  private func told(_ mark: String) -> String? {
    let found = lessonQuestions("Bees drink \(mark) and honey.\(Self.note)").diagnostics
    guard found.count == 1, found[0].column == 12, found[0].remedy.hasPrefix("write ") else {
      return nil
    }
    let rest = found[0].remedy.dropFirst("write ".count)
    let end = [" to ask for it", "; "].compactMap { rest.firstRange(of: $0)?.lowerBound }.min()
    return String(rest[..<(end ?? rest.endIndex)])
  }

  private func isMended(_ mark: String) -> Bool {
    let lesson = lessonQuestions("Bees drink \(mark) and honey.\(Self.note)")
    return lesson.diagnostics == [] && lesson.written.count == 1
  }

  @Test(arguments: [
    ("{{c1::nectar}}", "[[nectar]]"), ("{{C1::nectar}}", "[[nectar]]"),
    ("{{c1::**nectar**}}", "[[nectar]]"),
    ("{{c1:nectar}}", "[[nectar]]"), ("{{c1|nectar}}", "[[nectar]]"),
    ("{{c1 nectar}}", "[[nectar]]"),
    ("{{cloze nectar}}", "[[nectar]]"), ("{{cloze::nectar}}", "[[nectar]]"),
    ("{{cloze|nectar}}", "[[nectar]]"), ("{{1::nectar}}", "[[nectar]]"),
    ("{{gap: nectar}}", "[[nectar]]"), ("{{nectar juice}}", "[[nectar juice]]"),
    ("{{nectar-juice}}", "[[nectar-juice]]"), ("{{nectar, juice}}", "[[nectar|juice]]"),
    ("{{nectar/juice}}", "[[nectar|juice]]"), ("{{\"nectar\"}}", "[[nectar]]"),
    ("{{nectar}}", "[[nectar]]"), ("{{hint:nectar}}", "[[nectar]]"),
    ("[[~nectar]]", "[[nectar]]"), ("[[Nectar\\nJuice]]", "[[Nectar|Juice]]"),
    ("[[sand, *nectar*, salt]]", "[[nectar]]"), ("{{nectar|juice}}", "[[nectar|juice]]"),
    ("{{1:SHORTANSWER:=nectar~=juice}}", "[[nectar|juice]]"), ("{{5}}", "[[5]]"),
    ("{{}}", "[[the answer]]"), ("[[c1::nectar]]", "[[nectar]]"),
    ("[[sweet\\_nectar]]", "[[sweet_nectar]]"), ("[[fruit &amp; nectar]]", "[[fruit & nectar]]"),
    ("[[caf&eacute;]]", "[[caf\u{E9}]]"), ("[[____nectar____]]", "[[nectar]]"),
    ("[[/nectar/i]]", "[[nectar]]"), ("[[1: nectar]]", "[[nectar]]"),
    ("[[flower(s)]]", "[[flower|flowers]]"), ("{{nectar::a drink}}", "[[nectar]]"),
    ("$[[3]]$", "[[3]]"), ("$x_1 = [[3]]$", "$x_1 =$ [[3]]"), ("$x = [[two]]$", "$x =$ [[two]]"),
    ("$x = [[3]] + y$", "$x =$ [[3]] $+ y$"), ("\\(x = [[3]]\\)", "\\(x =\\) [[3]]"),
    ("[[nectar/juice/honeydew]]", "[[nectar|juice|honeydew]]"),
  ]) func aGapOfAnotherProgram(mark: String, right: String) {
    #expect(told(mark) == right, "\(mark)")
    #expect(isMended(right), "\(right)")
  }

  @Test func aHintGoesAbove() {
    #expect(
      told("{{c1::nectar::a drink}}")
        == "[[nectar]], and above it in a paragraph of its own > a drink")
  }

  /// Moodle's: of several to choose from one without a sign is wrong; a number has its tolerance behind it.
  @Test(arguments: [
    ("{1:MULTICHOICE:Rome~=Paris~Bonn}", "1. [ ] Rome, 1. [x] Paris, 1. [ ] Bonn, each"),
    ("{1:MC:Rome#no~=Paris#yes}", "1. [ ] Rome, 1. [x] Paris, each"),
    ("{1:SHORTANSWER:nectar}", "[[nectar]] in"), ("{1:NUMERICAL:=5:0.1}", "[[5 ± 0.1]] in"),
    ("{1:NM:=5:0.1#yes}", "[[5 ± 0.1]] in"), ("{#5:0.1}", "[[5 ± 0.1]] in"),
  ]) func aGapOfMoodle(mark: String, right: String) {
    #expect(told(mark)?.hasPrefix(right) == true, "\(told(mark) ?? "nothing")")
  }

  /// Matrices, and prices with dollars, are no answer marks in a formula.
  @Test(arguments: ["$[[1, 2], [3, 4]]$", "$[[1 2]]$", "it costs $5, [[three]] or $6"])
  func otherBracketsBesideDollars(mark: String) {
    let found = lessonQuestions("Bees drink \(mark) and [[honey]].\(Self.note)").diagnostics
    #expect(!found.contains { $0.message.contains("in a formula") }, "\(found)")
  }

  @Test(arguments: [
    "[[TCP/IP]]", "[[__init__]]", "[[CI/CD]]", "[[0 1 2]]", "[[1 2]]", "[[\\alpha]]", "[[f(x)]]",
    "[[AT&T]]", "[[a\\_b|a\\_b]]", "[[/usr/bin]]", "[[9: 5]]", "[[and/or]]", "[[m/s]]",
    "\\{{nectar juice}}", "`{{c1::nectar}}` in [[code]]", "***[[nectar]]***", "**[[nectar]]**",
  ]) func whatIsMeantSo(mark: String) { #expect(isMended(mark) || !mark.contains("[["), "\(mark)") }

  @Test func besideParameters() {
    func remedies(_ mark: String) -> [String] {
      lessonQuestions("Of {{a}} it is [[= a]], and \(mark).", comment: "<!-- quiz a=int(1,4) -->")
        .diagnostics.map(\.remedy)
    }
    #expect(remedies("{{a + 1}}") == [] || !remedies("{{a + 1}}").contains { $0.contains("[[a") })
    #expect(remedies("{{sweet juice}}").first?.hasPrefix("write [[sweet juice]]") == true)
    #expect(remedies("{{2*a}}") == [])
  }

  @Test func inANoteNothingIsAsked() {
    let found = lessonQuestions("It is [[one]].", note: "It is {{sweet juice}}.").diagnostics
    #expect(found.map(\.remedy) == ["write sweet juice; for braces as they are, \\{{ or code"])
  }

  @Test(arguments: [
    ("**nectar**", "**nectar**"), ("***nectar***", "***nectar***"), ("_nectar_", "_nectar_"),
    ("**_nectar_**", "**_nectar_**"), ("#nectar#", "#nectar#"),
    ("{blank:nectar}", "{blank:nectar}"),
    ("[ nectar ]", "[ nectar ]"),
  ]) func aWordThatIsSetOff(mark: String, written: String) {
    let found = lessonQuestions("Bees drink \(mark) there.", under: "What?", note: "So.")
      .diagnostics
    #expect(
      found.count == 1
        && found[0].remedy.hasPrefix("write [[nectar]] in place of \(written) to ask for it"),
      "\(found)")
    let mended = lessonQuestions("Bees drink [[nectar]] there.", under: "What?", note: "So.")
    #expect(mended.diagnostics == [] && mended.written.count == 1)
  }

  @Test(arguments: [("0 1 2", true), ("0, 1, 2", true), ("(0, 1, 2)", true), ("0 1 3", false)])
  func numbersInARow(typed: String, isRight: Bool) {
    #expect(
      (TypedWords.compare(typed, ["0 1 2"], KnownWords()) == .right) == isRight, "\(typed)")
  }

  // MARK: Identities

  /// As Unicode takes letters apart, and as German and the languages of the north write them; what has no letter there
  /// keeps a hash, by which it differs from others.
  @Test(arguments: [
    ("Größe", "Groesse"), ("Café", "Cafe"), ("naïve", "naive"), ("Łódź", "Lodz"), ("Ærø", "Aeroe"),
    ("İstanbul", "Istanbul"), ("Ñandú", "Nandu"), ("O’Neil", "O-Neil"), ("ﬁne", "fine"),
    ("Straße", "Strasse"), ("Việt", "Viet"), ("which?", "which"), ("a.b", "a-b"),
  ]) func anIdentityInLatinLetters(written: String, right: String) {
    let found = lessonQuestions("It is [[one]].", comment: "<!-- quiz id=\(written) -->")
      .diagnostics
    #expect(
      found.count == 1 && found[0].remedy == "write id=\(right)", "\(found)")
  }

  @Test func lettersThatHaveNone() throws {
    func id(_ written: String) throws -> String {
      let found = lessonQuestions("It is [[one]].", comment: "<!-- quiz id=\(written) -->")
      let remedy = try #require(found.diagnostics.first?.remedy)
      return String(remedy.dropFirst("write id=".count))
    }
    let ids = try ["注意力", "查询", "town-北京", "town-上海", "Привет"].map(id)
    #expect(Set(ids).count == ids.count && ids[2].hasPrefix("town-") && ids[3].hasPrefix("town-"))
    for id in ids {
      let mended = lessonQuestions("It is [[one]].", comment: "<!-- quiz id=\(id) -->")
      #expect(mended.diagnostics == [] && mended.written.map(\.question.id) == [id])
    }
    // An identity after the words of a heading.
    let named = lessonQuestions("It is [[one]].", under: "Größe?", comment: "<!-- quiz rev=2 -->")
    #expect(named.diagnostics.map(\.remedy) == ["write <!-- quiz id=groesse rev=2 -->"])
  }

  @Test(arguments: [
    ("id=a id=b", "keep one of them, and take id=b away"), ("id=a rev=0", "write rev=2"),
    ("id=a tags=größe,ß", "write tags=groesse,ss"),
    ("id=a tags=\"a b\"", "write <!-- quiz id=a tags=a,b -->"), ("id==a", "write id=a"),
    (
      "id=a d=mat(2,2)",
      "write mat(2,2,1,9); there are int(a,b), ints(n,a,b), choice(…), mat(r,c,a,b)"
    ),
  ]) func aRemedyOfItsOwn(settings: String, remedy: String) {
    let found = lessonQuestions("It is [[one]].", comment: "<!-- quiz \(settings) -->").diagnostics
    #expect(found.map(\.remedy) == [remedy], "\(found)")
  }

  @Test(arguments: [
    "> ### Which?", "- ### Which?", "\\### Which?", "\u{FF03}\u{FF03}\u{FF03} Which?",
    "####### Which?",
  ]) func aHeadingThatIsNone(line: String) {
    let library = notes("# C\n\n## L\n\nText.\n\n\(line)\n<!-- quiz -->\nIt is [[one]].\n")
    let found = LessonQuestions(library.lessonIDs[0], in: library).diagnostics
    #expect(
      found.map(\.remedy) == [
        "put a heading on the line before it: write ### Which? in place of \(line)"
      ], "\(line)")
  }
}
