import Notes
import Testing

@testable import Quiz

/// Questions that would be said to oneself by mistake: their note answers them, and what was meant to be asked stands
/// in sight above it.
@Suite struct MistakenRecallTests {
  private func found(
    _ body: String, under heading: String = "Which?", note: String = "So."
  ) -> [String] {
    let questions = lessonQuestions(body, under: heading, note: note)
    #expect(
      questions.written.count + questions.broken.count == 1
        && questions.broken.isEmpty == !questions.diagnostics.contains { $0.severity == .error })
    return questions.diagnostics.map {
      "\($0.line):\($0.column)\($0.severity == .error ? "" : " warning") \($0.remedy)"
    }
  }

  @Test(arguments: [
    ("It is %softmax%.", "9:7 write [[softmax]] to ask for it; or \\%softmax% to show it"),
    (
      "It is [?the softmax].",
      "9:7 write [[the softmax]] to ask for it; or \\[?the softmax] to show it"
    ),
    ("It is <softmax>.", "9:7 write [[softmax]] to ask for it; or \\<softmax> to show it"),
  ]) func words(body: String, told: String) throws {
    #expect(found(body) == [told])
    // Each of the two that are told mends it.
    let mended = body.split(separator: " ").dropLast().joined(separator: " ")
    let shown = try #require(told.firstRange(of: "or ")).upperBound
    #expect(found("\(mended) [[softmax]].") == [])
    #expect(found("\(mended) \(told[shown...].split(separator: " to show")[0]).") == [])
  }

  @Test(arguments: [
    "From 5% of a to 10% of b.", "In %PATH% it is.", "A <mask> token, and <b>bold</b>.",
    "It is `%softmax%`.", "Explain what stands behind <softmax>.", "Is it <softmax>?",
    "A ratio of 5%.",
    "A link [?](#l).", "If a <b and c> d.",
  ]) func whatIsNoMark(body: String) { #expect(found(body) == [], "\(body)") }

  @Test func aLineWithBackslashes() {
    let body = "It is \\_\\_\\_ (softmax)."
    let told = "write [[softmax]] in place of it and (softmax)"
    #expect(found(body) == ["9:7 warning \(told)"])
    #expect(found(body, note: "The softmax.") == ["9:7 \(told)"])
    #expect(found("It is \\_\\_\\_ here.") == [])
    #expect(found("It is [[softmax]].") == [])
  }

  @Test func detailsWithinALine() {
    let details = "<details><summary>Answer</summary>softmax</details>"
    #expect(
      found("It is \(details).") == [
        "9:7 write an empty line, > [!NOTE] and > softmax at the end of the question in place of it"
      ])
    #expect(found("It is.\n\n\(details)") == [])
    #expect(
      found("1. [ ] a\n1. [x] b \(details)") == [
        "10:10 write \"   > softmax\" on the line below in place of it"
      ])
    #expect(found("1. [ ] a\n1. [x] b\n   > softmax") == [])
    #expect(found("It is \\<details>.") == [])
  }

  @Test(arguments: [": ", " -> ", " = ", " - ", " | "]) func pairsInLines(sign: String) {
    let given = "; what is only given has a sentence above it, such as Given:"
    #expect(
      found("ebb\(sign)falling\nflow\(sign)rising") == [
        "9:1 write - ebb :: falling\(given)", "10:1 write - flow :: rising\(given)",
      ])
    for other in [
      "ebb\(sign)falling  \nflow\(sign)rising", "Given:\nebb\(sign)falling\nflow\(sign)rising",
      "ebb\(sign)3\nflow\(sign)4", "Given:\nebb\(sign)falling",
    ] { #expect(found(other) == [], "\(other)") }
  }

  @Test(arguments: [
    "| a | b |\n|---|---|\n| ebb | falling |\n| flow | rising |",
    "ebb\n: falling\n\nflow\n: rising",
  ])
  func pairsInRows(body: String) {
    let told = found(body)
    #expect(
      told.count == 1
        && told[0].contains("write - ebb :: falling, - flow :: rising, each on a line of its own"))
    #expect(found("| ebb | is falling down |\n|---|---|\n| flow | is rising up |").count == 1)
    #expect(found("| ebb | falling |\n|---|---|\n| flow | is rising up |") == [])
    #expect(found("Given:\n\n\(body)") == [])
    #expect(found(body, under: "Of what is this table?") == [])
    #expect(found("- ebb :: falling\n- flow :: rising") == [])
  }

  @Test func definitionsBelowTheirTerms() {
    let below = " in place of this line and the one below it"
    #expect(
      found("- ebb\n  - falling\n- flow\n  - rising") == [
        "9:3 write - ebb :: falling\(below)", "11:3 write - flow :: rising\(below)",
      ])
    #expect(found("Given:\n\n- ebb\n  - falling\n- flow\n  - rising") == [])
  }

  @Test func stepsInLines() {
    #expect(
      found("scores\nscaling\nthe softmax", under: "In which order?") == [
        "9:1 write 1. scores", "10:1 write 2. scaling", "11:1 write 3. the softmax",
      ])
    #expect(found("scores  \nscaling  \nsoftmax", under: "In which order?") == [])
    #expect(
      found("scores\n\u{2193}\nscaling\n\u{2193}\nsoftmax", under: "In which order?") == [
        "9:1 write 1. scores", "11:1 write 2. scaling", "13:1 write 3. softmax",
      ])
    #expect(found("scores\nscaling\nsoftmax") == [])
    #expect(found("1. scores\n2. scaling\n3. the softmax", under: "In which order?") == [])
  }

  @Test(arguments: ["->", "\u{2192}", "=>", "<-", "\u{2190}"]) func anArrowAtAnOption(arrow: String)
  {
    for (begin, body) in [
      ("-", "- ebb\n- \(arrow) flow\n- rest"), ("-", "- ebb\n- flow \(arrow)\n- rest"),
      ("1.", "1. ebb\n1. \(arrow) **flow**\n1. rest"), ("1.", "ebb\n\(arrow) flow\nrest"),
    ] {
      let told = found(body).map { $0.drop { $0 != " " } }
      #expect(
        told == [
          " write \(begin) [ ] ebb", " write \(begin) [x] flow", " write \(begin) [ ] rest",
        ], "\(body)")
      #expect(found(told.map { $0.dropFirst(7) }.joined(separator: "\n")) == [])
    }
    let other = found("Given:\n\n- ebb \(arrow) flow\n- flow \(arrow) ebb")
    #expect(other.allSatisfy { !$0.contains("[x]") }, "\(other)")
  }

  @Test(arguments: [
    "flow*", "*flow", "**flow**", "_flow_", "==flow==", "flow (x)", "flow <- right",
  ])
  func aSignAtOneStep(marked: String) {
    for begin in ["-", "1."] {
      let told = found("\(begin) ebb\n\(begin) \(marked)\n\(begin) rest").map {
        $0.drop { $0 != " " }
      }
      #expect(
        told == [
          " write \(begin) [ ] ebb", " write \(begin) [x] flow", " write \(begin) [ ] rest",
        ], "\(marked)")
    }
    let given = found("Given:\n\n- ebb\n- **flow**\n- rest")
    #expect(given == [])
  }

  @Test func boxesInHTML() {
    #expect(
      found("<ol>\n<li>[ ] ebb</li>\n<li>[x] flow</li>\n</ol>") == [
        "9:1 write 1. [ ] ebb, 1. [x] flow, each on a line of its own in place of it"
      ])
    #expect(found("<ul>\n<li>ebb</li>\n<li>flow [x]</li>\n</ul>") == [])
  }

  @Test func anEmptyNote() {
    let library = notes(
      "# C\n\n## L\n\nText.\n\n### Why?\n<!-- quiz -->\n\n> [!NOTE]\n\nSo it is.\n")
    let told = LessonQuestions(library.lessonIDs[0], in: library).diagnostics
    #expect(told.map(\.remedy) == ["write > So it is. right below > [!NOTE]"])
    #expect(found("It is [[one]].") == [])
  }

  @Test(arguments: [" > ", " \u{BB} ", ", "]) func stepsInOneLine(sign: String) {
    let body = ["scores", "scaling", "softmax"].joined(separator: sign)
    let told = found(body, under: "In which order?")
    #expect(told.count == 1 && told[0].hasPrefix("9:1 write 1. scores, 2. scaling, 3. softmax"))
    #expect(found(body) == [])
    #expect(found("Of a\(sign)b.", under: "In which order?") == [])
  }

  @Test func reasonsThatAreSetOff() {
    for reason in ["*Not yet.*", "(not yet)", "\u{2192} not yet", "scores come first of all"] {
      let told = found("1. [ ] ebb\n   \(reason)\n1. [x] flow")
      #expect(told == ["10:4 warning write \"   > \(reason)\""], "\(reason)")
      #expect(found("1. [ ] ebb\n   > \(reason)\n1. [x] flow") == [])
    }
    for going in [
      "1. [ ] ebb\n   and flow", "1. [ ] of the\n   ebb of seas", "1. [ ] ebb,\n   flow or rest",
    ] {
      #expect(found(going + "\n1. [x] rest") == [], "\(going)")
    }
  }

  @Test(arguments: ["](?)", "](#)", "](...)"]) func linksToNowhere(end: String) {
    #expect(found("It is [softmax\(end).") == ["9:7 write [[softmax]] to ask for it"])
  }

  @Test(arguments: [
    ("[[softmax\\|the softmax]]", "write [[softmax|the softmax]]"),
    ("[[...]]", "write [[the answer]]"),
    ("[[?]]", "write [[the answer]]"),
  ]) func signsInAnAnswerMark(mark: String, told: String) {
    let found = found("It is \(mark).")
    #expect(
      found.count == 1 && found[0].hasPrefix("9:7 warning \(told); for these very signs"),
      "\(found)")
    // What is told for these very signs is not told again.
    let literal = found[0].split(separator: " signs ")[1]
    #expect(self.found("It is \(literal).") == [])
    #expect(self.found("It is [[<\\|end\\|>]] or [[a\\|b]].") == [])
  }

  @Test(arguments: ["<img src=\"https://a.org/p.png\">", "<br>", "<p>Look.</p>"])
  func whatHTMLSwallows(html: String) {
    for answers in ["1. [ ] a\n1. [x] b", "- a :: b\n- c :: d", "1. a\n1. b"] {
      let first = answers.split(separator: "\n")[0]
      #expect(found("\(html)\n\(answers)") == ["10:1 write an empty line above \(first)"])
      #expect(found("\(html)\n\n\(answers)") == [])
    }
    #expect(found("\(html)\n- of what is shown\n\n1. [ ] a\n1. [x] b") == [])
  }

  // MARK: What tells the answers of several

  @Test(arguments: ["## Solutions", "### Answers", "## Answer key"]) func theAnswersOfSeveral(
    heading: String
  ) {
    for told in ["1. one\n2. two", "#### First\n\none\n\n#### Second\n\ntwo"] {
      let library = notes(
        "# C\n\n## L\n\nText.\n\n### A?\n<!-- quiz -->\nIt is [[one]].\n\n### B?\n<!-- quiz -->\n"
          + "It is [[two]].\n\n\(heading)\n\n\(told)\n")
      let all = library.lessonIDs.map { LessonQuestions($0, in: library) }
      let problems = all.flatMap(\.diagnostics)
      #expect(problems.count == 1 && problems[0].line == 15, "\(problems)")
      #expect(
        problems.first?.remedy
          == "write what it says of each question at the end of that, as > [!NOTE] and lines with > below "
          + "it, and take \(heading) away")
      let hidden = all.flatMap(\.broken).last?.lines
      #expect(
        hidden?.contains(told.hasPrefix("#") ? 23 : 18) == true, "\(String(describing: hidden))")
    }
  }
}
