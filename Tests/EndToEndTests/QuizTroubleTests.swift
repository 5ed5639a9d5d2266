import TerminalTesting
import Testing

/// What a person meets when the state folder or the clock lets the quiz down.
@Suite struct QuizTroubleTests {
  private let notes = """
    # Course

    ## Lesson

    ### First?
    <!-- quiz id=first -->
    It is [[right]].

    ### Second?
    <!-- quiz id=second -->
    It is [[left]].

    """
  private let quiz = ["quiz", "notes.md", "--plain", "--seed", "1"]
  private let database = "state/attend/progress.sqlite"

  private func bench() throws -> Workbench {
    let bench = try Workbench()
    try bench.write("notes.md", notes)
    return bench
  }

  private func rows(_ bench: Workbench) throws -> Int {
    try bench.run(["progress", "export"]).output.split(separator: "\n").count
  }

  /// A limit on the size of files does what a full disk does.
  @Test func aFullDiskIsSaidBesideTheAnswer() throws {
    let bench = try bench()
    let run = try bench.run(
      after: "ulimit -f 8", quiz, input: "reveal\nnext\nreveal\nnext\nquit\n")
    // At the end what was lost is told once more.
    #expect(run.status == 1 && run.errors.contains("2 answers were not stored: not saved: no room"))
    // However the lines are broken.
    let words = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("not saved: no room to write"))
    #expect(words.contains("the disk is full; free some space and try again."))
    #expect(words.contains("2 rows are not stored yet"))
    // With room again, all is well.
    #expect(try bench.run(quiz, input: "reveal\nquit\n").status == 0)
    #expect(try rows(bench) == 1)
  }

  /// On a terminal the footer is short: the whole of it stands under the answer.
  @Test func aFolderThatIsAFileIsSaidUnderTheAnswer() throws {
    let bench = try bench()
    try bench.write("state", "no folder")
    let terminal = try bench.start(["quiz", "notes.md", "--seed", "1"])
    _ = try terminal.wait(for: "1 of ")
    terminal.send("\u{1B}")
    terminal.send("r")
    let screen = try terminal.wait(for: "This answer: not saved")
    #expect(screen.contains("not stored yet"))
    terminal.signal(9)
    _ = try terminal.waitForExit()
  }

  @Test func aDamagedDatabaseIsSetAside() throws {
    let bench = try bench()
    _ = try bench.run(quiz, input: "reveal\nquit\n")
    try bench.write(database, Array("no database, only words, and many of them".utf8))
    let run = try bench.run(quiz, input: "reveal\nquit\n")
    #expect(run.status == 0 && run.errors.contains("was damaged: it is kept as"))
    #expect(try rows(bench) == 1)
  }

  @Test func aNewerDatabaseIsRefusedUntouched() throws {
    let bench = try bench()
    _ = try bench.run(quiz, input: "reveal\nquit\n")
    var bytes = try bench.read(database)
    bytes[63] = 9  // the last byte of user_version in SQLite's header
    try bench.write(database, bytes)
    let run = try bench.run(quiz, input: "reveal\nquit\n")
    #expect(run.status == 1 && run.errors.contains("has format 9 and this program knows"))
    #expect(run.output.contains("nothing is saved"))
    #expect(run.errors.contains("1 answer was not stored: nothing is saved"))
    // Nor does anything else say that it was kept.
    let marked = try bench.run(["notes.md", "--plain"], input: "1\nmark\ns\nquit\n")
    #expect(!marked.output.contains("is set") && marked.output.contains("nothing is saved"))
    let answers = try bench.run(["notes.md", "--plain"], input: "quit\n")
    #expect(answers.status == 0)
    #expect(try bench.run(["stats", "notes.md"]).errors.contains("has format 9"))
    #expect(try bench.read(database) == bytes)
  }

  /// Two programs write in turn, and the one that was open all the time learns of it.
  @Test func twoProgramsAtOnceBothWrite() throws {
    let bench = try bench()
    let terminal = try bench.start(["quiz", "notes.md", "--seed", "1"])
    _ = try terminal.wait(for: "1 of ")
    _ = try bench.run(quiz, input: "reveal\nquit\n")
    terminal.send("\u{1B}")
    terminal.send("r")
    _ = try terminal.wait(for: "without a try")
    _ = try bench.run(quiz, input: "reveal\nquit\n")
    #expect(try rows(bench) == 3)
    terminal.send("q")
    _ = try terminal.wait(for: "Left early")
    terminal.send("q")
    _ = try terminal.wait(for: "1.1")
    terminal.send("S")
    _ = try terminal.wait(for: "3 answers in")
    terminal.send("qq")
    #expect(try terminal.waitForExit() == 0)
  }

  /// What was taken in from elsewhere after the reader's own answer is not theirs to take back here.
  @Test func undoTakesBackWhatWasGivenHere() throws {
    let (bench, other) = (try bench(), try bench())
    _ = try other.run(quiz, input: "reveal\nquit\n")
    _ = try bench.run(quiz, input: "reveal\nquit\n")
    let own = try bench.run(["progress", "export"]).output
    try bench.write("log", Array(try other.run(["progress", "export"]).bytes))
    #expect(try bench.run(["progress", "merge", "log"]).status == 0)
    #expect(try bench.run(["progress", "merge", "-"], input: own).output.contains("0 new"))
    let run = try bench.run(quiz, input: "undo\nundo\nquit\n")
    #expect(run.output.contains("Taken back") && run.output.contains("There is no answer to take"))
    let log = try bench.run(["progress", "export"]).output.split(separator: "\n")
    let voids = log.filter { $0.contains("\"kind\":\"void\"") }
    let id = try #require(own.split(separator: "\"").dropFirst(3).first)
    #expect(voids.count == 1 && voids.allSatisfy { $0.contains("\"voids\":\"\(id)\"") })
  }

  /// Of two programs that set one mark, the later one has it, in both.
  @Test func aMarkThatAnotherProgramSetIsKnown() throws {
    let bench = try Workbench()
    try bench.write("n.md", "# C\n\n## One\n\nText.\n\n## Two\n\nText.\n\n## Three\n\nText.\n")
    let terminal = try bench.start(["n.md", "--lesson", "1.1"])
    _ = try terminal.wait(for: "Text.")
    terminal.send("ma")
    _ = try terminal.wait(for: "Mark a is set")
    _ = try bench.run(["n.md", "--plain"], input: "1.2\nmark\na\nquit\n")
    terminal.send("]]'a")
    _ = try terminal.wait(for: "1.2 Two")
    terminal.send("[ma")
    _ = try terminal.wait(for: "1.1 One")
    _ = try terminal.wait(for: "Mark a is set")
    let there = try bench.run(["n.md", "--plain"], input: "1.3\n'\na\nquit\n")
    #expect(there.output.contains("1.1 One") || there.output.contains("\nOne\n"))
    terminal.send("qq")
    #expect(try terminal.waitForExit() == 0)
  }

  /// Answers from a clock that was ahead, or from another zone, disturb nothing: until their day
  /// comes, by the zone in force then, they do not count, and that is told.
  @Test func aClockSetBackAndAnotherZoneDisturbNothing() throws {
    let bench = try bench()
    func row(_ id: String, _ time: String, _ offset: Int) -> String {
      "{\"id\":\"\(String(repeating: id, count: 32))\",\"question\":\"first\",\"kind\":\"answer\","
        + "\"grade\":3,\"time\":\(time),\"offset\":\(offset),\"seed\":\"1\",\"answer\":\"right\","
        + "\"credit\":1,\"hints\":0,\"duration\":1000,\"algorithm\":\"FSRS-6\",\"version\":\"1\"}\n"
    }
    // 31 December 2099 at noon UTC, and the same moment as Tokyo writes it.
    try bench.write(
      "log.jsonl", row("a", "4102401600000", 0) + row("b", "4102426800000", 540))
    #expect(try bench.run(["progress", "import", "log.jsonl"]).status == 0)
    let stats = try bench.run(["stats", "notes.md", "--json"])
    #expect(stats.output.contains("\"reviews\":0,") && stats.output.contains("\"unseen\":2,"))
    let told = try bench.run(["stats", "notes.md"]).output
    #expect(told.contains("but 2 answers are dated later"))
    let run = try bench.run(quiz, input: "why\nreveal\nundo\nquit\n", ["TZ": "America/New_York"])
    #expect(run.status == 0 && run.output.contains("Taken back"))
    #expect(run.output.contains("but 2 answers are dated later"))
    // What was just given was taken back, not what is later by the clock.
    let log = try bench.run(["progress", "export"]).output.split(separator: "\n")
    let void = try #require(log.first { $0.contains("\"kind\":\"void\"") })
    for id in ["a", "b"] { #expect(!void.contains("\"voids\":\"\(id)\(id)\(id)")) }
    #expect(log.count == 4)
  }
}
