import Libc
import TerminalTesting
import TestSupport
import Testing

/// The quiz as a person meets it, on a terminal and line by line.
@Suite struct QuizTests {
  private let notes = """
    # Course

    ## Lesson

    Some text.

    ### First?
    <!-- quiz id=first a=int(1,9) -->
    > A hint.

    It is [[= 2*a ± 0]] where a = {{a}}.

    > [!NOTE]
    > Twice a.

    ### Second?
    <!-- quiz id=second M=mat(2,2,0,5) -->
    M = {{M}}. M is [[= M ± 0]].

    > [!NOTE]
    > The same.

    """

  /// How many rows the log holds.
  private func rows(_ bench: Workbench) throws -> Int {
    try bench.run(["progress", "export"]).output.split(separator: "\n").count
  }

  @Test func aQuizFromStartToSummary() throws {
    let bench = try Workbench()
    try bench.write("notes.md", notes)
    let run = try bench.run(
      ["quiz", "notes.md", "--plain", "--seed", "1"],
      input: "hint\nreveal\nnext\nhint\nreveal\nnext\nquit\n")
    #expect(run.status == 0)
    #expect(run.output.contains("Hint: A hint."))
    #expect(run.output.contains("It comes back in this quiz."))
    #expect(try rows(bench) == 2)
  }

  /// What is put off after a wrong answer comes back tomorrow, whatever tells it.
  @Test func whatIsPutOffIsSaidToComeTomorrow() throws {
    let bench = try Workbench()
    try bench.write("notes.md", notes)
    let run = try bench.run(
      ["quiz", "notes.md", "--plain", "--seed", "1"],
      input: "reveal\nabout\nbury\nshow\nleave\n\n")
    let told = run.output.firstRange(of: "Put off until tomorrow").map {
      run.output[$0.upperBound...]
    }
    #expect(told?.contains("It is put off until tomorrow.") == true, "\(run.output)")
    #expect(told?.contains("comes back in this quiz") == false && told?.contains("again)") == false)
    #expect(told?.contains("would have come back") == false)
    let stats = try bench.run(["stats", "notes.md"])
    #expect(stats.output.contains("1 tomorrow"), "\(stats.output)")
    let json = try bench.run(["stats", "notes.md", "--json"]).output.filter { !$0.isWhitespace }
    #expect(json.contains("\"forecast\":[0,1,0"), "\(json)")
  }

  /// An empty line goes on after an answer, and the program ends with the quiz.
  @Test func thePlainQuizEndsWithItsSummary() throws {
    let bench = try Workbench()
    try bench.write("notes.md", notes)
    let whole = try bench.run(
      ["quiz", "notes.md", "--plain", "--seed", "1", "--count", "1"],
      input: "reveal\n\nreveal\n\nreveal\n\nlist\n")
    #expect(whole.status == 0 && whole.output.contains("That is all for now."))
    #expect(!whole.output.contains("means nothing here") && !whole.output.contains("Contents"))
    let early = try bench.run(
      ["quiz", "notes.md", "--plain", "--seed", "1"], input: "reveal\n\nquit\n")
    #expect(early.status == 0 && early.output.contains("Left early:"))
    // An empty line answers nothing.
    let empty = try bench.run(
      ["quiz", "notes.md", "--plain", "--seed", "1", "--count", "1"], input: "\n\n\nquit\n")
    #expect(empty.status == 0)
    #expect(
      empty.output.contains("Type an answer first") || empty.output.contains("are wanted"))
    #expect(try rows(bench) >= 2)
  }

  /// What was done is told before what comes next, and a word that leads out is no remark.
  @Test func wordsOfAQuizLineByLine() throws {
    let bench = try Workbench()
    try bench.write("notes.md", notes)
    let run = try bench.run(
      ["quiz", "notes.md", "--plain", "--seed", "1"],
      input: "about\nflag\nback\nback\nsuspend\nquit\n"
    )
    let told = try #require(run.output.firstRange(of: "Suspended: it is not asked any more"))
    #expect(!run.output.contains("Flagged"))
    // The question that was suspended stands above what is told of it, and the next one below.
    let (before, after) = (run.output[..<told.lowerBound], run.output[told.upperBound...])
    for heading in ["First?", "Second?"] {
      #expect(before.contains(heading) != after.contains(heading))
    }
    #expect(try bench.run(["progress", "export"]).output.contains("suspend"))
    #expect(try !bench.run(["progress", "export"]).output.contains("flag"))
  }

  /// Seconds are told as such.
  @Test func aTestOfSeconds() throws {
    let bench = try Workbench()
    try bench.write("notes.md", notes)
    let run = try bench.run(
      ["quiz", "notes.md", "--plain", "--test", "--minutes", "5", "--count", "1"],
      input: "0\n1 2; 3 4\n")
    #expect(run.output.contains(" second") && !run.output.contains(" in 1 minute"))
    #expect(run.output.contains(" of 5 minutes."))
  }

  @Test func aChapterIsAskedWhole() throws {
    let bench = try Workbench()
    try bench.write(
      "notes.md",
      notes + "\n## Other\n\nMore.\n\n### Third?\n<!-- quiz id=third -->\nIt is [[so]].\n")
    func start(_ lesson: String) throws -> String {
      try bench.run(["quiz", "notes.md", "--plain", "--lesson", lesson], input: "quit\n").output
    }
    #expect(try start("1").contains("1 of 3"))
    #expect(try start("1.1").contains("1 of 2"))
    #expect(try start("1.2").contains("1 of 1"))
  }

  @Test func cardsAreCounted() throws {
    let bench = try Workbench()
    let path = try bench.write(
      "notes.md",
      "# C\n\n## L\n\n### A\n<!-- quiz id=a -->\n1. [x] same\n1. [ ] same\n\n### B\n<!-- quiz id=b -->\n[[so]]\n"
    )
    let export = try bench.run(["export", "--anki", "cards.txt", path])
    #expect(export.output == "1 card written to cards.txt\n")
    #expect(export.errors.contains("1 question left out"))
  }

  /// A package is taken in again as the questions that it was made of, takes the place of an older one, and of
  /// nothing else.
  @Test func packagesComeBack() throws {
    let bench = try Workbench()
    try bench.write("notes.md", notes)
    for _ in 0..<2 {
      let run = try bench.run(["export", "--anki", "cards.apkg", "notes.md"])
      #expect(run.status == 0 && run.output == "2 cards written to cards.apkg\n", "\(run.errors)")
    }
    mkdir("\(bench.folder)/back", 0o755)
    let back = try bench.run(["import", "cards.apkg", "--into", "back"])
    #expect(back.output.contains("2 questions written to back/cards.md"), "\(back.errors)")
    let list = try bench.run(["list", "back", "--json"]).output
    let kinds = { (list: String) in
      list.ranges(of: "\"kind\":\"number\"").count + list.ranges(of: "\"kind\":\"matrix\"").count
    }
    #expect(kinds(list) == 2 && list.contains("\"id\":\"first\""), "\(list)")
    // Who imports again, be it beside the originals, has none of them twice.
    for folder in ["back", "."] {
      let again = try bench.run(["import", "cards.apkg", "--into", folder])
      #expect(
        again.output == "nothing written: 2 questions left out that these notes have already\n",
        "\(again.errors)")
    }
    let opened = try bench.run(["check", "cards.apkg"])
    #expect(opened.status == 1)
    #expect(opened.errors.contains("`attend import cards.apkg --into FOLDER` makes notes of it"))
    try bench.write("other.apkg", "no package of ours")
    let other = try bench.run(["export", "--anki", "other.apkg", "notes.md"])
    #expect(other.status == 1 && other.errors.contains("--force"), "\(other.errors)")
    let whole = try bench.run(["export", "--anki", "cards.colpkg", "notes.md"])
    #expect(whole.status == 2 && whole.errors.contains("write cards.apkg"))
    #expect(access("\(bench.folder)/cards.colpkg", F_OK) != 0)
  }

  /// What is due is counted once over a file and its folder, and no more where the notes are gone.
  @Test func whatIsDueIsCountedOnce() throws {
    let bench = try Workbench()
    mkdir("\(bench.folder)/dn", 0o755)
    let question = { (id: String) in "### \(id)\n<!-- quiz id=\(id) -->\n\nIt is [[yes]].\n\n" }
    try bench.write("dn/a.md", "# C\n\n## L\n\n" + ["qa", "qb", "qc"].map(question).joined())
    try bench.write("dn/b.md", "# D\n\n## M\n\n" + question("qd"))
    _ = try bench.run(["quiz", "dn/a.md", "--plain"], input: "yes\nquit\n")
    #expect(try bench.run(["due"]).output == "0 due, 2 new: a.md\n")
    _ = try bench.run(["quiz", "dn", "--plain"], input: "yes\nquit\n")
    #expect(try bench.run(["due"]).output == "0 due, 2 new: dn\n")
    let json = try bench.run(["due", "--json"]).output
    #expect(json.ranges(of: "\"new\":2").count == 2, "\(json)")
    rename("\(bench.folder)/dn", "\(bench.folder)/elsewhere")
    #expect(try bench.run(["due"]).output == "nothing is due\n")
    #expect(try bench.run(["due", "--short"]).output == "0\n")
    // Notes that are named and not there are told as everywhere.
    for path in ["nothere", "dn", ""] {
      let due = try bench.run(["due", path])
      let stats = try bench.run(["stats", path])
      #expect(due.status == 1 && due.output == "" && due.errors == stats.errors, "\(due.errors)")
    }
    // What waits in notes that were never open is told once they are named.
    #expect(try bench.run(["due", "elsewhere"]).output == "0 due, 2 new: elsewhere\n")
  }

  /// Notes that ask in the words of others begin for themselves, and are asked.
  @Test func answersStayWithTheirOwnNotes() throws {
    let bench = try Workbench()
    for name in ["x", "y"] { mkdir("\(bench.folder)/\(name)", 0o755) }
    let head = "# C\n\n## L\n\n"
    try bench.write(
      "x/x.md", head + "A large language model (LLM) is a network that predicts tokens.\n")
    try bench.write(
      "y/y.md", head + "Every lawyer knows that a Latin Legal Master (LLM) is a degree of law.\n")
    func asked(_ answer: String) -> String {
      head + "### What is it called?\n<!-- quiz -->\n\nIt is called [[\(answer)]].\n"
    }
    try bench.write("x/a.md", asked("softmax"))
    try bench.write("x/b.md", asked("dropout"))
    for name in ["x/x.md", "y/y.md", "x/a.md", "x/b.md"] {
      let quiz = try bench.run(
        ["quiz", name, "--plain"], input: "softmax\n\n\nsoftmax\n\n\nquit\n")
      #expect(!quiz.output.contains("recognised"), "\(quiz.output)")
      #expect(!quiz.output.contains("Nothing is due"), "\(quiz.output)")
    }
    // A file with another name is known again.
    rename("\(bench.folder)/x/a.md", "\(bench.folder)/y/c.md")
    let moved = try bench.run(["quiz", "y/c.md", "--plain"], input: "quit\n")
    #expect(moved.output.contains("recognised"), "\(moved.output)")
    // What was opened and not answered is not among what is due.
    let due = try bench.run(["due"]).output
    try bench.write("y/new.md", asked("attention").replacing("called?", with: "said to be?"))
    _ = try bench.run(["quiz", "y/new.md", "--plain"], input: "quit\n")
    #expect(try bench.run(["due"]).output == due)
  }

  /// A question without an identity stays the card that it was when its words change, whatever the name of the
  /// file; what is new is another card.
  @Test func cardsOfChangedQuestionsStayTheSame() throws {
    let bench = try Workbench()
    func cards(_ name: String, _ questions: [String]) throws -> [String] {
      try bench.write("notes.md", "# C\n\n## L\n\n" + questions.joined(separator: "\n"))
      #expect(try bench.run(["export", "--anki", name, "notes.md"]).status == 0)
      return try Files.text(of: "\(bench.folder)/\(name)").split(separator: "\n")
        .filter { !$0.hasPrefix("#") }.map { String($0.prefix { $0 != "\t" }) }
    }
    func question(_ words: String) -> String {
      "### \(words)?\n<!-- quiz -->\n\nIt is the sum of all [[exponentials]] of its own row here.\n"
    }
    let (first, other) = ("What is a weight of attention divided by", "How many heads has it")
    let before = try cards("a.txt", [question(first)])
    let after = try cards("b.txt", [question(first + " here"), question(other)])
    #expect(after.count == 2 && after[0] == before[0] && after[1] != before[0])
    // Once more changed, and the first words again beside it.
    let last = try cards(
      "c.txt", [question(first + " and there"), question(first), question(other)])
    #expect(Set(last).count == 3 && last.contains(before[0]) && last[2] == after[1], "\(last)")
  }

  /// Answers that were given in Anki come along, once.
  @Test func answersComeAlong() throws {
    let bench = try Workbench()
    mkdir("\(bench.folder)/back", 0o755)
    let package = Files.tests + "/Fixtures/anki/answered.apkg"
    let run = try bench.run(["import", package, "--into", "back"])
    #expect(run.errors.contains("3 answers to 2 questions came along"), "\(run.errors)")
    let stats = try bench.run(["stats", "back", "--json"]).output
    #expect(stats.contains("\"reviews\":3"), "\(stats)")
  }

  /// What became of a question counts though its words have changed since the notes were open.
  @Test func statsKnowChangedQuestions() throws {
    let bench = try Workbench()
    func write(_ words: String) throws {
      try bench.write(
        "notes.md",
        "# C\n\n## L\n\n### \(words)?\n<!-- quiz -->\n\nIt is the sum of all [[exponentials]] of its own row.\n"
      )
    }
    try write("What is a weight of attention divided by")
    _ = try bench.run(["quiz", "notes.md", "--plain"], input: "exponentials\nquit\n")
    try write("What is each weight of attention divided by")
    let stats = try bench.run(["stats", "notes.md", "--json"]).output
    #expect(stats.contains("\"answers\":1") && stats.contains("\"unseen\":0"), "\(stats)")
  }

  /// Days that cannot be read are told by whatever looks at what is due.
  @Test func easyDaysThatCannotBeReadAreTold() throws {
    let bench = try Workbench()
    try bench.write("notes.md", notes)
    for folder in ["config", "config/attend"] { mkdir("\(bench.folder)/\(folder)", 0o755) }
    try bench.write("config/attend/config", "easy-days = caturday\n")
    for command in [["due"], ["stats", "notes.md"], ["stats", "notes.md", "--json"]] {
      let run = try bench.run(command)
      #expect(run.status == 0 && run.errors.contains("line 1: easy-days is days of"), "\(command)")
    }
  }

  /// Answers to other notes are no answers here, and are told apart.
  @Test func answersElsewhereAreToldApart() throws {
    let bench = try Workbench()
    let question = { (id: String) in
      "# C\n\n## L\n\n### \(id)\n<!-- quiz id=\(id) -->\n\nIt is [[yes]].\n"
    }
    try bench.write("a.md", question("qa"))
    try bench.write("b.md", question("qb"))
    _ = try bench.run(["quiz", "a.md", "--plain"], input: "yes\nquit\n")
    #expect(!(try bench.run(["stats", "a.md"]).output.contains("are of these notes")))
    let stats = try bench.run(["stats", "b.md", "--width", "50"]).output
    #expect(stats.contains("Of 1 answer 0 are of these notes"), "\(stats)")
    #expect(stats.split(separator: "\n").allSatisfy { $0.count <= 50 }, "\(stats)")
  }

  @Test func aMatrixIsTypedCellByCell() throws {
    let bench = try Workbench()
    try bench.write("notes.md", notes)
    let terminal = try bench.start(["quiz", "notes.md", "--seed", "1"])
    var screen = try terminal.wait(for: "1 of ")
    if !screen.contains("Second?") {
      terminal.send("\u{1B}")
      terminal.send("s")
      screen = try terminal.wait(for: "Second?")
    }
    terminal.send("0 0 0 9")
    _ = try terminal.wait(for: "[9")
    terminal.send("\r")
    screen = try terminal.wait(for: "tries once more")
    terminal.send("\r")
    screen = try terminal.wait(for: "The answer is ⎡")
    terminal.send("q")
    _ = try terminal.wait(for: "Left early")
    terminal.send("q")
    _ = try terminal.wait(for: "1.1")
    terminal.send("q")
    #expect(try terminal.waitForExit() == 0)
  }

  /// Whatever moment the program is killed at, an answer whose result was shown is in the log.
  @Test(arguments: 0..<8)
  func noAnswerThatWasShownIsLost(_ moment: Int) throws {
    let bench = try Workbench()
    try bench.write("notes.md", notes)
    let terminal = try bench.start(["quiz", "notes.md", "--seed", "\(moment)"])
    _ = try terminal.wait(for: "1 of ")
    var shown = 0
    for _ in 0..<(moment / 2 + 1) {
      terminal.send("\u{1B}")
      terminal.send("r")
      _ = try terminal.wait(for: "without a try")
      shown += 1
      // Half of the times it is killed while the result stands there, else while the next one does.
      if moment % 2 == 1 || shown <= moment / 2 {
        terminal.send("\r")
        // Half a frame may still hold the result that was shown.
        try terminal.wait {
          $0.contains("[_") && !$0.contains("without a try")
        }
      }
    }
    terminal.signal(9)
    _ = try terminal.waitForExit()
    #expect(try rows(bench) >= shown)
  }

  @Test func undoReachesBackOverARestart() throws {
    let bench = try Workbench()
    try bench.write("notes.md", notes)
    _ = try bench.run(["quiz", "notes.md", "--plain", "--seed", "1"], input: "reveal\nquit\n")
    let run = try bench.run(["quiz", "notes.md", "--plain", "--seed", "2"], input: "undo\nquit\n")
    #expect(run.output.contains("Taken back"))
    #expect(try rows(bench) == 2)
    let stats = try bench.run(["stats", "notes.md", "--json"])
    #expect(stats.output.hasPrefix("{\"version\":1,\"reviews\":0,"))
  }

  @Test func twoDevicesMeet() throws {
    let here = try Workbench()
    let there = try Workbench()
    for bench in [here, there] {
      try bench.write("notes.md", notes)
      _ = try bench.run(["quiz", "notes.md", "--plain", "--seed", "1"], input: "reveal\nquit\n")
    }
    let exported = try there.run(["progress", "export", "log.jsonl"])
    #expect(exported.status == 0)
    let merged = try here.run(["progress", "merge", "\(there.folder)/log.jsonl"])
    #expect(merged.output.contains("1 new, 0 known already"))
    let again = try here.run(["progress", "import", "\(there.folder)/log.jsonl"])
    #expect(again.output.contains("0 new, 1 known already"))
    #expect(try rows(here) == 2)
    #expect(try here.run(["progress", "sync"]).status == 2)
    #expect(
      try here.run(["progress", "path"]).output == "\(here.folder)/state/attend/progress.sqlite\n")
  }

  @Test func aStateFolderThatCannotBeWrittenIsSaidAndTheQuizGoesOn() throws {
    let bench = try Workbench()
    try bench.write("notes.md", notes)
    try bench.write("state", "no folder")
    let run = try bench.run(
      ["quiz", "notes.md", "--plain", "--seed", "1"], input: "reveal\nnext\nreveal\nquit\n")
    #expect(run.status == 1 && run.output.contains("without a try"))
    #expect(run.output.contains("state is not a folder"))
    #expect(run.errors.contains("2 answers were not stored"))
  }

  /// Where questions are read `{{` stands for a value that is drawn, and a shortcode that says nothing shifts no place.
  @Test(arguments: ["{{< pagebreak >}}", "{{#title My}}", "{{< fa star >}}", "%% a comment %%"])
  func aLineThatSaysNothingShiftsNoQuestion(_ line: String) throws {
    let bench = try Workbench()
    let path = try bench.write(
      "notes.md",
      "# C\n\n## L\n\n\(line)\n\n### Which?\n<!-- quiz id=a -->\n\n- [x] this\n- [ ] that\n\n"
        + "> [!NOTE]\n> Told after it.\n\n### B\n\nText.\n")
    let run = try bench.run(["show", "L", path])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("Which?") && run.output.contains("Text."), "\(run.output)")
    #expect(!run.output.contains("Told after it") && !run.output.contains("☑"), "\(run.output)")
  }

  @Test func questionsAreCheckedMintedAndExported() throws {
    let bench = try Workbench()
    let path = try bench.write(
      "notes.md", "# C\n\n## L\n\n### A\n<!-- quiz -->\n1. [x] same\n1. [ ] same\n")
    let check = try bench.run(["check", path])
    #expect(check.status == 1)
    #expect(
      check.output
        == "\(path):8:1: error: two options read \"same\": write other words for this one, or take it away\n"
    )
    try bench.write(
      "notes.md", "# C\n\n## L\n\n### A\n<!-- quiz -->\n1. [x] same\n1. [ ] other\n")
    let minted = try bench.run(["check", "--mint", path])
    #expect(minted.errors.contains("1 file changed"))
    let export = try bench.run(["export", "--anki", "cards.txt", path])
    #expect(export.status == 0)
    let list = try bench.run(["list", path, "--json"])
    #expect(list.output.contains("\"kind\":\"one-of-several\",\"generated\":false"))
    #expect(String(decoding: try bench.read("notes.md"), as: UTF8.self).contains("<!-- quiz id="))
  }
}
