import Notes
import Testing

@testable import Quiz

/// What is one slip away from a part of a question is an error with its place and the text to write, and
/// no question comes of it.
@Suite struct SlipTests {
  /// `line:column remedy` of each finding; a question that has one is hidden.
  private func found(_ body: String, comment: String = "<!-- quiz -->") -> [String] {
    let lesson = lessonQuestions(body, comment: comment)
    // What nothing uses does no harm.
    if lesson.diagnostics.contains(where: {
      $0.severity == .error && !$0.message.hasPrefix("nothing uses")
    }) {
      #expect(lesson.written.isEmpty && lesson.broken.count == 1, "\(body)")
    }
    return lesson.diagnostics.map { "\($0.line):\($0.column) \($0.remedy)" }
  }

  @Test(arguments: [
    ("<!-- Quiz -->", "<!-- quiz -->"), ("<!-- QUIZ id=a -->", "<!-- quiz id=a -->"),
    ("<!-- quizz -->", "<!-- quiz -->"), ("<!-- qiuz -->", "<!-- quiz -->"),
    ("<!-- quis id=a -->", "<!-- quiz id=a -->"), ("<!-- uiz -->", "<!-- quiz -->"),
    ("<!-- quiz: -->", "<!-- quiz -->"), ("<!-- quiz: id = \"a\" -->", "<!-- quiz id=a -->"),
    ("<!- quiz -->", "<!-- quiz -->"), ("<-- quiz -->", "<!-- quiz -->"),
    ("<!-- quiz ->", "<!-- quiz -->"), ("<!-- quiz", "<!-- quiz -->"),
    ("<!-- quiz id=a", "<!-- quiz id=a -->"), ("<!-- quiz >", "<!-- quiz -->"),
    ("<!-- quiz --", "<!-- quiz -->"), ("<! -- quiz -->", "<!-- quiz -->"),
    ("<!\u{2014} quiz \u{2014}>", "<!-- quiz -->"), ("<!--- quiz --->", "<!-- quiz -->"),
    ("\u{FF1C}!-- quiz --\u{FF1E}", "<!-- quiz -->"), ("!-- quiz -->", "<!-- quiz -->"),
    ("<!-- quiz --> Choose.", "<!-- quiz -->"),
    ("<!-- quiz a=int(1,3) ->", "<!-- quiz a=int(1,3) -->"),
  ]) func commentsThatAreNone(written: String, right: String) {
    #expect(
      found("1. [ ] scores\n1. [x] weights", comment: written) == ["8:1 write \(right)"],
      "\(written)")
  }

  @Test(arguments: [
    "<!-- quiz -->", "<!--quiz-->", "<!--  quiz  id=a -->", "<!-- quiz-->", "<!-- quiz\nid=a -->",
    "<!-- quiz id=a rev=2 lang=de tags=x,y -->",
  ]) func commentsThatAreRight(written: String) {
    #expect(found("1. [ ] scores\n1. [x] weights", comment: written) == [], "\(written)")
    #expect(lessonQuestions("1. [ ] scores\n1. [x] weights", comment: written).written.count == 1)
  }

  /// Where nothing is written behind a mark, there is nothing to close: what belongs there is said.
  @Test(arguments: [
    ("It is [[", "9:7 write [[the answer]]"), ("It is [[  \nand more.", "9:7 write [[the answer]]"),
    ("It is [[right.", "9:7 write [[right]]"),
    ("It is [[a]] of {{", "9:16 write {{= the value}}"),
  ])
  func marksThatNothingFollows(written: String, right: String) {
    #expect(found(written).first == right, "\(found(written))")
  }

  @Test(arguments: [
    "<!-- quit smoking -->", "<!-- quid pro quo -->", "<!-- a quiz comes here -->",
    "<!-- quizzes -->",
    "<!-- quiz-sheet -->", "<!-- quote -->", "- quiz", "quiz the class",
  ]) func whatIsSomethingElse(written: String) {
    let lesson = lessonQuestions("1. [ ] scores\n1. [x] weights", comment: written)
    #expect(lesson.broken.isEmpty && lesson.written.isEmpty)
    // At most that what stands below it looks like a question.
    #expect(lesson.diagnostics.allSatisfy { $0.remedy.hasPrefix("write <!-- quiz -->") })
  }

  @Test(arguments: [
    ("### Q <!-- quiz -->", "write <!-- quiz --> on the line below the heading of its question"),
    (
      "Text <!-- quiz id=a -->",
      "write <!-- quiz id=a --> on the line below the heading of its question"
    ),
  ]) func commentsInsideALine(line: String, remedy: String) {
    let library = notes("# C\n\n## L\n\n\(line)\n\n1. [ ] a\n1. [x] b\n")
    let lesson = LessonQuestions(library.lessonIDs[0], in: library)
    #expect(lesson.diagnostics.map(\.remedy) == [remedy] && lesson.broken.count == 1)
  }

  @Test(arguments: [
    ("1. [ ] a\n1. [x b\n1. [ ] c", "10:4 write 1. [x] b"),
    ("1. [ ] a\n1. [x]b\n1. [ ] c", "10:4 write 1. [x] b"),
    ("1. [ ] a\n1. \u{FF3B}x\u{FF3D} b", "10:4 write 1. [x] b"),
    ("1. [ ] a\n1. [x} b", "10:4 write 1. [x] b"), ("- [ ] a\n- [ x] b", "10:3 write - [x] b"),
    ("- [ ] a\n- [x ] b", "10:3 write - [x] b"), ("- [ ] a\n- [v] b", "10:3 write - [x] b"),
    ("- [x] a\n- [] b", "10:3 write - [ ] b"), ("- [x] a\n- (x) b", "10:3 write - [x] b"),
    ("- [x] a\n- ( ) b", "10:3 write - [ ] b"), ("- [x] a\n- [ b", "10:3 write - [ ] b"),

    (
      "1. [x] a\n1. b\n1. [ ] c",
      "10:4 write 1. [ ] b, or [x] in place of [ ] where it is right"
    ),
    ("1. [x] a\n1. [ ]\n1. [ ] c", "10:4 write its text behind the box"),
    ("1. [x] a\n1. [ ] \n1. [ ] c", "10:4 write its text behind the box"),
  ]) func boxesThatAreNone(body: String, remedy: String) {
    #expect(found(body).map { $0.trimmed } == [remedy], "\(body)")
  }

  @Test(arguments: [
    ("It is [[one].", "9:7 write [[one]]"), ("It is [one]].", "9:7 write [[one]]"),
    ("It is [[one.", "9:7 write [[one]]"), ("It is [[one}}.", "9:7 write [[one]]"),
    ("It is \u{FF3B}\u{FF3B}one\u{FF3D}\u{FF3D}.", "9:7 write [[one]]"),
  ]) func gapsThatAreNone(body: String, remedy: String) {
    #expect(found(body) == [remedy], "\(body)")
    #expect(found(body + "\n\n> [!NOTE]\n> So it is.") == [remedy], "\(body)")
  }

  /// What an author writes in an answer mark as a range is one, or is told; never in what is made.
  @Test(arguments: [
    ("It is [[12-14]].", "9:7 [[12-14]] is no range: write [[12..14]]"),
    ("It is [[ 12 … 14 ]].", "9:7 [[12 … 14]] is no range: write [[12..14]]"),
  ]) func rangesThatAreNone(body: String, remedy: String) {
    #expect(found(body).count == 1 && found(body)[0].hasPrefix(remedy), "\(found(body))")
    #expect(found("It is [[12-14|12-14]].") == [] && found("It is [[12..14]].") == [])
  }

  /// A bar that would end a cell of a table has its backslash in what is to be written.
  @Test(arguments: [
    ("[[12-14]]", "[[12-14\\|12-14]]"), ("[[(1 2 3)]]", "[[(1 2 3)\\|(1 2 3)]]"),
    ("{{c1::12-14}}", "[[12-14\\|12-14]]"),
  ]) func signsInATable(mark: String, right: String) {
    func table(_ cell: String) -> String { "| a | b |\n|---|---|\n| x | \(cell) |" }
    let told = found(table(mark))
    #expect(told.count == 1 && told[0].hasSuffix(" \(right)"), "\(told)")
    #expect(found(table(right)) == [])
  }

  /// Numbers whose tolerance cannot be read, or forgives everything.
  @Test(arguments: [
    ("[[1.414 \u{B1} 5]]", "write a smaller one, such as [[1.414 \u{B1} 0.005]]"),
    ("[[3 \u{B1} 3]]", "write a smaller one, such as [[3 \u{B1} 0.5]]"),
    ("[[\u{B1} 0.01 1.414]]", "write [[1.414 \u{B1} 0.01]]"),
    ("[[1,414 \u{B1} 0,01]]", "write [[1.414 \u{B1} 0.01]]"),
    ("[[sqrt(2) + a \u{B1} 0.1]]", "write [[= sqrt(2) + a \u{B1} 0.1]]"),
    ("[[[one]]]", "write [[one]]"), ("[[[one]]", "write [[one]]"),
    ("[[one]|[a one]]", "write [[one|a one]]"), ("[[z[0]]]", "write [[= z[0]]]"),
  ]) func tolerancesAndBrackets(mark: String, remedy: String) {
    let told = found("It is \(mark).")
    #expect(told.count == 1 && told.first?.hasSuffix(remedy) == true, "\(told)")
  }

  @Test func tolerancesThatAreMeantSo() {
    for mark in ["[[0 \u{B1} 1]]", "[[3 \u{B1} 2]]", "[[-3 \u{B1} 2]]"] {
      let told = found("It is \(mark). It is [[one]].")
      #expect(told == [], "\(mark) \(told)")
    }
  }

  /// Signs that alternatives may be meant by, and hardly are.
  @Test func signsOfAnAnswersOwn() {
    for mark in ["input/output", "a;b", "1.4", "1.4.14|1.4.14", "x]"] {
      #expect(found("It is [[\(mark)]].") == [], "\(mark)")
    }
    let note = "\n\n> [!NOTE]\n> So."
    for text in [
      "What is p(yes|no)?", "Of (a|b) and |x|.", "Say (it) | (that).", "`(one|another)`",
    ] {
      #expect(found(text + note) == [], "\(text)")
    }
    #expect(found("It is (one|another)." + note) == ["9:7 write [[one|another]]"])
  }

  /// A heading is seen before the answer, and so its remedy does not hold it.
  @Test func aGapInAHeading() {
    let library = notes("# C\n\n## L\n\nText.\n\n### It is [[one]]?\n<!-- quiz -->\nWhat?\n")
    let told = LessonQuestions(library.lessonIDs[0], in: library).diagnostics
    #expect(
      told.map(\.remedy)
        == ["write It is …? as the heading, and It is [[one]]? in the text below its comment"])
    let hint = found("> It is [[one]].\n\nIt is [[two]].")
    #expect(hint.count == 1 && hint.first?.hasSuffix("write … in its place") == true)
  }

  /// A long quote behind the options is looked through once.
  @Test func aLongQuoteAtTheMarginBelongsToTheOptionsAroundIt() {
    let quote = (0..<3_000).map { "> \($0)" }.joined(separator: "\n")
    let told = found("1. [ ] a\n\(quote)\n2. [x] b")
    #expect(told.count == 3_000 && told.first == "10:1 write \"   > 0\"")
  }

  /// What is meant for numbers and cannot be read as them, and what to write.
  @Test(
    arguments: [
      ("(4, 6", "[[(4, 6)]], or [[4..6]] for what lies between"),
      ("4, 6)", "[[(4, 6)]], or [[4..6]] for what lies between"), ("(4, 6, 8", "[[(4, 6, 8)]]"),
      ("(4, 6))", "[[(4, 6)]], or [[4..6]] for what lies between"), ("(4", "[[4]]"),
      ("{4, 6", "[[(4, 6)]], or [[4..6]] for what lies between"), ("(4 6)", "[[(4, 6)]]"),
      ("(4; 6)", "[[(4, 6)]]"), ("(\u{2212}4, six)", "[[(-4, 6)]]"), ("(4, six)", "[[(4, 6)]]"),
      ("(1/2, three quarters", nil), ("(n, 4", "[[(n, 4)]]"),
      ("(1, 2), (3, 4)", "[[= [[1, 2], [3, 4]]]]"),
      ("1 2; 3", "[[= [[1, 2], [3, …]]]] with the numbers that are missing"),
      ("1, 2; 3", "[[= [[1, 2], [3, …]]]] with the numbers that are missing"),
      ("5 +\u{2212} 0.1", "[[5 ± 0.1]]"), ("5 -+ 0,1", "[[5 ± 0.1]]"),
      ("5 \\pm 0.1", "[[5 ± 0.1]]"),
      ("1..2..3", "[[1..3]]"), ("(1..5)", "[[1..5]]"), ("0,5..1,5", "[[0.5..1.5]]"),
      ("one..5", "[[1..5]]"),
    ] as [(String, String?)]) func numbersThatAreNone(answer: String, right: String?)
  {
    guard let right else { return #expect(found("It is [[\(answer)]].") == [], "\(answer)") }
    let literal = "; for these very signs [[\(answer)|\(answer)]]"
    #expect(found("It is [[\(answer)]].") == ["9:7 write \(right)\(literal)"], "\(answer)")
  }

  @Test func numbersThatAreMissing() {
    for (answer, remedy) in [
      ("1..", "write the number that it ends with behind the dots, or [[1]] for that number"),
      (
        "3.14...", "write the number that it ends with behind the dots, or [[3.14]] for that number"
      ),
      ("..5", "write the number that it begins with before the dots, or [[5]] for that number"),
      ("(4, , 6)", "write it between its signs, or [[(4, 6)]] without it"),
      ("(4, ?)", "write a number in place of ?"),
      ("(1.2.3, 4)", "write a number in place of 1.2.3"),
    ] {
      let literal = "; for these very signs [[\(answer)|\(answer)]]"
      #expect(found("It is [[\(answer)]].") == ["9:7 \(remedy)\(literal)"], "\(answer)")
    }
  }

  /// Brackets of a matrix beside those of an answer mark.
  @Test(arguments: [
    ("[[[1 2]]", "[[(1, 2)]], or [[1..2]] for what lies between"),
    ("[[(4, 6]]]", "[[(4, 6)]], or [[4..6]] for what lies between"),
    ("[[[0, 1)]]", "[[(0, 1)]], or [[0..1]] for what lies between"),
    ("[[[1, 2], [3, 4]]", "[[= [[1, 2], [3, 4]]]]"),
  ]) func bracketsOfAMatrix(mark: String, right: String) {
    #expect(found("It is \(mark).") == ["9:7 write \(right)"], "\(mark)")
  }

  /// What may be meant as words is asked for so, with a warning.
  @Test(arguments: [
    ("1 2; 3 4", "[[= [[1, 2], [3, 4]]]]"), ("{4, 6}", "[[(4, 6)]]"),
    ("<4, 6>", "[[(4, 6)]]"), ("4; 6", "[[(4, 6)]]"), ("12 to 14", "[[12..14]]"),
    ("between 12 and 14", "[[12..14]]"), ("12 ~ 14", "[[12..14]]"), ("50%", "[[50]] %"),
    ("5 km", "[[5]] km"), ("20 \u{B0}C", "[[20]] \u{B0}C"), ("1/3", "[[= 1/3]]"),
    ("< 5", "a range, as [[0..5]], with what it begins with in place of 0"),
    ("\u{2265} 5", "a range, as [[5..105]], with what it ends with in place of 105"),
    ("~3", "[[3 \u{B1} 0.3]], with how far it may be off in place of 0.3"),
    ("about 40", "[[40 \u{B1} 4]], with how far it may be off in place of 4"),
    ("10^3", "[[1000]]"), ("2*3", "[[6]]"), ("10\u{B3}", "[[1000]]"), ("2 + 3", "[[5]]"),
    ("3 \u{D7} 10^4", "[[30000]]"), ("sqrt(2)", "[[= sqrt(2)]]"),
    ("2\u{221A}2", "[[= 2*\u{221A}(2)]]"),
    ("sqrt(2)/2", "[[= sqrt(2)/2]]"), ("exp(1)", "[[= exp(1)]]"),
    ("$\\frac{1}{3}$", "[[= ((1)/(3))]]"), ("3 or 4", "[[3|4]]"), ("this or that", "[[this|that]]"),
    ("**bold**", "[[bold]]"),
  ]) func numbersThatMayBeWords(answer: String, right: String) {
    let lesson = lessonQuestions("It is [[\(answer)]].")
    #expect(lesson.written.count == 1 && lesson.diagnostics.map(\.severity) == [.warning])
    #expect(
      lesson.diagnostics.map(\.remedy)
        == ["write \(right); for these very signs [[\(answer)|\(answer)]]"], "\(answer)")
  }

  @Test(arguments: [
    "a | b", "(a)", "(4, 6)", "(4, 6,)", "(n, 4)", "(B, T, 64)", "(n, 2d)", "(batch, 4)", "12..14",
    "-1..1", "1 1/2", "12 725", "1,000,000", "\u{2212}5", "p < 0.05", "5 heads",
    "x > 0", "f(1, 2)", "x_1", "10:30", "2024-01-01", "1.2.3", "192.168.0.1", "2 to 1",
    "Llama 2 (7B)",
    "GPT-3", "(four, six)", "1st", "2 x 3", "3x3", "2 \u{D7} 3", "O(n^2)", "7B", "2-1",
    "C + 1", "~n", "about it", "3 million",
    "and so on...",
    "../up", "0.5 ± 0.1", "= [1, 2]", "= [[1, 2], [3, 4]]", "1..|1..", "(4, 6|(4, 6", "(1)",
    "head 3 (of 8)", "1e-3", "x^2", "arange(0..3)", "nucleus (top-p)", "C++",
    "k = 3", "1 2 3", "(a, b)", "(see 4, below)", "3 (4)",
  ]) func answersThatAreFine(answer: String) {
    let lesson = lessonQuestions("It is [[\(answer)]].")
    #expect(lesson.diagnostics == [] && lesson.written.count == 1)
  }

  @Test func allSettingsThatCannotBeReadAreTold() {
    let lesson = lessonQuestions("It is [[one]].", comment: "<!-- quiz nam=a rev=x q=dice(6) -->")
    #expect(lesson.diagnostics.map(\.line) == [8, 8, 8], "\(lesson.diagnostics)")
    for (told, name) in zip(lesson.diagnostics, ["nam", "rev", "dice"]) {
      #expect(told.message.contains(name), "\(told.text)")
    }
  }

  /// Round boxes have one answer, and so the remedy has numbers; among others it is as those are.
  @Test(arguments: [
    (
      "* ( ) a\n* (x) b\n* ( ) c",
      ["9:3 write 1. [ ] a", "10:3 write 1. [x] b", "11:3 write 1. [ ] c"]
    ),
    ("- (x) a\n- (x) b", ["9:3 write - [x] a", "10:3 write - [x] b"]),
    ("1. [ ] a\n* (x) b\n1. [ ] c", ["10:3 write 1. [x] b"]),
    ("- [ ] a\n* (x) b", ["10:3 write - [x] b"]),
  ]) func roundBoxes(body: String, remedies: [String]) {
    #expect(found(body) == remedies, "\(body)")
  }

  @Test(arguments: [
    ("It is ==softmax==.\n\n> [!NOTE]\n> So.", "9:7 write [[softmax]] to ask for it"),
    ("1. [ ] a\n1. [x] b\n   So it is seen.", "11:4 write \"   > So it is seen.\""),
  ]) func whatIsShownAndMeantOtherwise(body: String, remedy: String) {
    let lesson = lessonQuestions(body)
    #expect(lesson.written.count == 1 && lesson.diagnostics.map(\.severity) == [.warning])
    #expect(lesson.diagnostics.map { "\($0.line):\($0.column) \($0.remedy)" } == [remedy])
  }

  @Test(arguments: [
    "What does ==softmax== do?\n\n> [!NOTE]\n> So.", "The ==sum== of [[two]].",
    "1. [ ] a\n1. [x] an option that is so long that its author has wrapped it here\n   And goes on.",
    "1. [ ] a\n1. [x] b\n   and goes on",
  ]) func whatIsShownAndMeantSo(body: String) {
    #expect(found(body) == [], "\(body)")
  }

  /// What is written as on paper is told as it is typed.
  @Test(
    arguments: [
      ("= 2d", "2*d"), ("= sqrt d", "sqrt(d)"), ("= d\u{B2}", nil), ("= d(d+1)", "d*(d+1)"),
      ("= 2d \u{B1} 0.1", "2*d \u{B1} 0.1"), ("= (d+1)(d-1)", "(d+1)*(d-1)"),
      ("= 2 sqrt(d)", "2*sqrt(d)"),
    ] as [(String, String?)]) func formulasAsOnPaper(mark: String, right: String?) throws
  {
    let told = found("Of {{d}} it is [[\(mark)]].", comment: "<!-- quiz d=int(2,4) -->")
    let wanted = "write [[= \(right ?? "d^2")]]"
    #expect(told.count == 1 && told[0].hasSuffix(wanted), "\(told)")
    guard let right else { return }
    #expect(found("Of {{d}} it is [[= \(right)]].", comment: "<!-- quiz d=int(2,4) -->") == [])
  }

  @Test func aDrawIsTypedWithCommas() {
    for draw in [
      "int(1;4)", "int(1..4)", "int(1-4)", "int(1 to 4)", "int[1,4]", "int{1,4}", "Int(1, 4",
    ] {
      let told = found("Of {{d}} it is [[= 2*d]].", comment: "<!-- quiz d=\(draw) -->")
      #expect(told == ["8:1 write <!-- quiz d=int(1,4) -->"], "\(draw)")
    }
    #expect(
      found("It is [[one]].", comment: "<!-- quiz id=a,tags=b,c -->")
        == ["8:1 write <!-- quiz id=a tags=b,c -->"])
    #expect(found("It is [[one]].", comment: "<!-- quiz/ -->") == ["8:1 write <!-- quiz -->"])
  }

  @Test func whatOtherProgramsMakeOfAnAnswerMark() throws {
    #expect(
      found("It is [[one|\nthe one]].") == ["9:7 write [[one| the one]] in one line"])
    #expect(found("It is [[\u{B1}3]].")[0].contains("write [[3|-3]]"))
    #expect(found("It is [[0.5 \u{B1} 0.01 | 0.6]].")[0].contains("write [[0.5 \u{B1} 0.01]]"))
    let posed = try PresentedQuestion(
      try question("It is [[one]], and not \\[\\[two\\]\\] or \\{\\{x\\}\\}."), seed: 0)
    #expect(posed.prompt.plainText == "It is ____, and not [[two]] or {{x}}.")
  }

  @Test func valuesThatAreNone() {
    let comment = "<!-- quiz q=int(1,5) -->"
    #expect(found("Twice {{q} is [[= 2*q]].", comment: comment) == ["9:7 write {{q}}"])
    #expect(found("Twice {q}} is [[= 2*q]].", comment: comment) == ["9:7 write {{q}}"])
    #expect(
      found("Twice {{p}} is [[= 2*q]].", comment: comment) == ["9:7 write {{q}}"])
    #expect(
      found("Twice is [[2]].", comment: comment)
        == ["8:11 write {{q}} where it is to show, or take it out of the comment"])
  }

  @Test(arguments: [
    ("> [NOTE]\n> So.", "12:1 write > [!NOTE]"), ("> [!NOTES]\n> So.", "12:1 write > [!NOTE]"),
    ("> [!NTOE]\n> So.", "12:1 write > [!NOTE]"), ("> ![NOTE]\n> So.", "12:1 write > [!NOTE]"),
    ("> [! NOTE]\n> So.", "12:1 write > [!NOTE]"), ("> [!NOTE\n> So.", "12:1 write > [!NOTE]"),
    ("[!NOTE]\nSo.", "12:1 write > [!NOTE]"),
    ("> [!NOTE]: So.", "12:1 write > [!NOTE], and below it > So."),
  ]) func notesThatAreNone(note: String, remedy: String) {
    #expect(found("1. [ ] a\n1. [x] b\n\n\(note)") == [remedy], "\(note)")
  }

  @Test func aReasonStandsUnderItsOption() {
    let options = (1...9).map { "\($0). [ ] \($0)" }.joined(separator: "\n")
    #expect(
      found("\(options)\n10. [x] 10\n   > Because.") == ["19:4 write \"    > Because.\""])
    #expect(found("\(options)\n10. [x] 10\n    > Because.") == [])
    #expect(found("- [ ] a\n > No.\n- [x] b") == ["10:2 write \"  > No.\""])
  }

  /// What is meant as it stands has a way to be written.
  @Test func whatIsLiteral() throws {
    let body =
      "In Python `x[[0]]` and `{{x}}`; a template has \\{{name}} and \\[[name]].\n\n```\n{{a}} [[b]]\n```\n\nIt is [[yes]]."
    let lesson = lessonQuestions(body)
    #expect(lesson.diagnostics == [])
    let posed = try PresentedQuestion(try #require(lesson.written.first).question, seed: 0)
    let text = posed.prompt.plainText
    #expect(text.contains("{{name}} and [[name]]") && text.contains("x[[0]] and {{x}}"), "\(text)")
    #expect(text.contains("{{a}} [[b]]") && text.contains("It is ____."))
  }

  @Test func aBarMayBeOfTheAnswer() throws {
    #expect(BlankSource.alternatives("a|b\\|c| d ") == ["a", "b|c", "d"])
    let question = try question("It is [[<\\|endoftext\\|>]].")
    var posed = try PresentedQuestion(question, seed: 0)
    #expect(posed.form.solution == "<|endoftext|>" && posed.form.take("<|endoftext|>") == nil)
    #expect(posed.form.verdict.isRight)
    #expect(
      found("It is [[<|endoftext|>]].")[0].hasSuffix(" write [[<\\|endoftext\\|>]]"))
    // In a row of a table it needs the backslash everywhere else.
    let table = "| a |\n|---|\n"
    #expect(found(table + "| [[2|two]] |") == ["11:3 write [[2\\|two]]"])
    #expect(found(table + "| [[2\\|two]] |") == [])
    #expect(try verdict(table + "| [[2\\|two]] |", "two").isRight)
  }

  /// A deeper heading between a question and its answers would leave these in sight.
  @Test func aHeadingPartsNoQuestionFromItsAnswers() throws {
    let lesson = lessonQuestions(
      "#### Given\n\nA row.\n\n1. [x] weights\n1. [ ] scores\n\n## Next\n\nText.")
    #expect(
      lesson.diagnostics.map { "\($0.line):\($0.column) \($0.remedy)" } == [
        "9:1 write **Given** in place of #### Given"
      ])
    #expect(lesson.broken.map(\.blocks) == [3..<8])
  }

  @Test func whatIsToldAfterTheAnswerNeverStandsBefore() throws {
    let body = "It is [[one]].\n\n> [!NOTE] A title\n> First.\n\n> [!TIP]\n> Second."
    let posed = try PresentedQuestion(try question(body), seed: 0)
    #expect(posed.prompt.plainText == "It is ____.")
    #expect(posed.explanation.plainText == "A title First. Second.")
  }

  /// What a reader is told of a broken question holds nothing of its answers.
  @Test(arguments: [
    "It is [[secret].", "It is [[14..12]].", "It is [[secret|]].", "It is [[secret ± 1]].",
    "1. [x secret\n1. [ ] other", "1. [x] secret\n1. [x] other", "1. [x]secret\n1. [ ] other",
    "It is [[= secret(2)]].", "It is [[1,000]].", "1. [x] secret\n1. other", "It is [[0,5]].",
  ]) func noKeyIsTold(body: String) throws {
    let broken = try #require(lessonQuestions(body).broken.first)
    for word in ["secret", "14", "12", "1,000", "0,5", "0.5"] {
      #expect(!broken.problem.message.contains(word), "\(broken.problem.message)")
    }
  }

  @Test func settingsOfAQuestion() throws {
    func bank(_ comments: [String]) -> QuestionBank {
      QuestionBank(
        notes(
          "# C\n\n## L\n\n"
            + comments.map { "### Q\n<!-- quiz \($0) -->\nIt is [[one]].\n" }.joined(
              separator: "\n")))
    }
    #expect(bank(["id=a", "id=b rev=2", "id=c rev=1"]).questions.map(\.id) == ["a", "b~2", "c"])
    #expect(bank(["id=a tags=x,y"]).questions[0].section.directive.tags == ["x", "y"])
    let translated = bank(["id=a", "id=a lang=de"])
    #expect(translated.diagnostics == [] && translated.questions.count == 1)
    #expect(bank(["id=a", "id=a"]).diagnostics.count == 1)
    for (setting, remedy) in [
      ("points=2", "points=int(1,9)"), ("ids=a", "id=a"), ("rev=2", "quiz id=q rev=2"),
      ("id=a rev=0", "rev=2"), ("id=a tags=,", "quiz id=a"),
    ] {
      let found = bank([setting]).diagnostics.map(\.text)
      #expect(found.count == 1 && found[0].contains(remedy), "\(found)")
    }
  }

  @Test(arguments: [
    ("1.414", "1.4142", true), ("1.414", "1.4138", true), ("1.414", "1.413", false),
    ("1.414", "1.4", false), ("1.41421356", "1.414", true), ("1.41421356", "1.41421356", true),
    ("1.41421356", "1.415", false), ("0.5", "0.5", true), ("0.5", "0.54", false),
    ("0.5", "1/2", true), ("42", "42", true), ("42", "42.4", false), ("0.25", "0.252", true),
    ("1.5e3", "1520", true), ("1.414 ± 0", "1.4142", false), ("12725000", "12725001", false),
  ]) func theDigitsSayHowNear(key: String, answer: String, isRight: Bool) throws {
    #expect(try verdict("It is [[\(key)]].", answer).isRight == isRight, "\(key): \(answer)")
  }

  /// A question that was answered keeps what it is known by.
  @Test func mintingKeepsHistory() throws {
    let text = "# C\n\n### A\n<!-- quiz -->\n[[1]]\n\n### B\n<!--quiz-->\n[[2]]\n"
    let library = notes(text)
    let unnamed = library.lessonIDs.flatMap { LessonQuestions($0, in: library).unnamed }
    let before = QuestionBank(library).questions.map(\.id)
    #expect(unnamed.map(\.id) == before)
    var taken = Set(before)
    var random = SystemRandomNumberGenerator()
    let minted = try #require(
      Minting.text(
        Array(text.utf8), ids: [unnamed[0].line: unnamed[0].id, unnamed[1].line: nil],
        taken: &taken,
        using: &random))
    let after = QuestionBank(notes(String(decoding: minted, as: UTF8.self))).questions
    #expect(after[0].id == before[0] && after[0].section.directive.id == before[0])
    #expect(after[1].id != before[1] && after[1].id.count == 6)
  }
}
