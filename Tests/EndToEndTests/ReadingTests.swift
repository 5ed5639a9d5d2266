import Libc
import TerminalTesting
import Testing

private let notes = """
  # Vectors

  ## Sums
  Adding up. See [products](#products).

  ## Products
  Multiplying.

  """ + (1...60).map { "Line number \($0) of many.\n\n" }.joined()

@Suite struct ReadingTests {
  @Test func contentsThenALessonThenBackAndOut() throws {
    let bench = try Workbench()
    let terminal = try bench.start([try bench.write("n.md", notes)])
    try terminal.wait(for: "2 lessons")
    terminal.press(.enter)
    try terminal.wait(for: "Adding up")
    terminal.press(.tab)
    terminal.press(.enter)
    try terminal.wait(for: "Multiplying")
    terminal.send("q")
    try terminal.wait(for: "2 lessons")
    terminal.send("q")
    #expect(try terminal.waitForExit() == 0)
    #expect(!terminal.screen.isAlternate && terminal.screen.cursorIsVisible)
    #expect(terminal.modes == terminal.modesBefore)
    #expect(!terminal.screen.bracketsPaste)
  }

  @Test func thePlaceIsKeptFromRunToRun() throws {
    let bench = try Workbench()
    let path = try bench.write("n.md", notes)
    let first = try bench.start([path, "--lesson", "products"])
    try first.wait(for: "Line number 4 ")
    first.send("  ")
    let top = try first.wait { $0.contains("Line number 20 ") && !$0.contains("Line number 4 ") }
      .line(2)
    first.send("qq")
    #expect(try first.waitForExit() == 0)
    let second = try bench.start([path])
    try second.wait { $0.cell(of: "1.2  Products")?.isReversed == true }
    second.press(.enter)
    try second.wait { $0.line(2) == top }
  }

  @Test func killedAtAnyMomentThePlaceStays() throws {
    let bench = try Workbench()
    let path = try bench.write("n.md", notes)
    let first = try bench.start([path, "--lesson", "products"])
    try first.wait(for: "Line number 4 ")
    first.send("  ")
    try first.wait { !$0.contains("Line number 4 ") }
    first.send("]")  // the last lesson: stays, and a message comes after the place was saved
    first.send("[")
    try first.wait(for: "1.1 Sums")
    first.signal(SIGKILL)
    _ = try first.waitForExit()
    let second = try bench.start([path, "--lesson", "products"])
    try second.wait { $0.contains("Line number 20 ") && !$0.contains("Line number 4 ") }
  }

  @Test func changedNotesAppearByThemselves() throws {
    let bench = try Workbench()
    let path = try bench.write("n.md", notes)
    let terminal = try bench.start([path, "--lesson", "sums"])
    try terminal.wait(for: "Adding up")
    try bench.write("n.md", "# Vectors\n\n## Sums\nAdding anew.\n")
    try terminal.wait(for: "Adding anew")
    unlink(path)
    try bench.write("n.md", "# Vectors\n\n## Sums\nBack again.\n")
    try terminal.wait(for: "Back again")
  }

  @Test func resizesRedraw() throws {
    let bench = try Workbench()
    let terminal = try bench.start([try bench.write("n.md", notes), "--lesson", "products"])
    try terminal.wait(for: "Line number 3 ")
    terminal.resize(columns: 20, rows: 5)
    try terminal.wait { $0.line(0).hasPrefix(" 1.2 Products") }
    terminal.resize(columns: 1, rows: 1)
    terminal.resize(columns: 200, rows: 60)
    try terminal.wait(for: "Line number 20 ")
  }

  @Test func theMouseOpens() throws {
    let bench = try Workbench()
    let terminal = try bench.start([try bench.write("n.md", notes)])
    let place = try #require(try terminal.wait(for: "1.2  Products").position(of: "Products"))
    terminal.click(column: place.column, row: place.row)
    try terminal.wait(for: "Multiplying")
  }

  @Test func notesComeByStandardInput() throws {
    let bench = try Workbench()
    let run = try bench.run(["-", "--lesson", "sums"], input: notes, ["TERM": "xterm"])
    #expect(run.status == 0 && run.output.contains("Adding up"))
  }

  @Test func theProgramCarriesItsCourse() throws {
    let bench = try Workbench()
    let listed = try bench.run(["list"])
    #expect(listed.status == 0 && listed.output.contains("The dot product"))
  }
}

@Suite struct LeavingTests {
  @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
  func signalsLeaveTheTerminalAsItWas(signal: Int32) throws {
    let bench = try Workbench()
    let terminal = try bench.start([try bench.write("n.md", notes)])
    try terminal.wait(for: "2 lessons")
    terminal.signal(signal)
    let status = try terminal.waitForExit()
    #expect(status == (signal == SIGINT ? 0 : 128 + signal))
    #expect(!terminal.screen.isAlternate && terminal.screen.cursorIsVisible)
    #expect(terminal.modes == terminal.modesBefore)
  }

  @Test func controlCQuitsFromAnywhere() throws {
    let bench = try Workbench()
    let terminal = try bench.start([try bench.write("n.md", notes), "--lesson", "sums"])
    try terminal.wait(for: "Adding up")
    terminal.send("/x\u{3}")
    #expect(try terminal.waitForExit() == 0)
  }

  @Test func aTerminalThatGoesAwayEndsTheProgram() throws {
    let bench = try Workbench()
    let terminal = try bench.start([try bench.write("n.md", notes)])
    try terminal.wait(for: "2 lessons")
    terminal.closeTerminal()
    _ = try terminal.waitForExit()
  }
}

@Suite struct PlainTests {
  @Test func theLinearModeReadsSearchesAndFollows() throws {
    let bench = try Workbench()
    let path = try bench.write("n.md", notes)
    let run = try bench.run(
      [path, "--plain"], input: "1.1\n1\nback\nsearch multiplying\nquit\n")
    #expect(run.status == 0)
    for text in ["1.2  Products", "Adding up", "To open (type a number", "Multiplying"] {
      #expect(run.output.contains(text), "\(text) in \(run.output)")
    }
    #expect(!run.output.contains("\u{1B}"))
  }

  @Test func dumbTerminalsGetIt() throws {
    let bench = try Workbench()
    let terminal = try bench.start([try bench.write("n.md", notes)], ["TERM": "dumb"])
    try terminal.wait(for: "attend>")
    #expect(!terminal.raw.contains(0x1B))
    terminal.send("products\n")
    try terminal.wait(for: "Line number 60 ")
    terminal.send("quit\n")
    #expect(try terminal.waitForExit() == 0)
  }

  @Test func anUnknownTerminalIsNamedAndReadLineByLine() throws {
    let bench = try Workbench()
    let terminal = try bench.start([try bench.write("n.md", notes)], ["TERM": "nonesuch"])
    try terminal.wait(for: "attend>")
    let text = String(decoding: terminal.raw, as: UTF8.self)
    #expect(text.contains("the terminal type \"nonesuch\" is not known here"))
    #expect(!terminal.raw.contains(0x1B))
    terminal.send("quit\n")
    #expect(try terminal.waitForExit() == 0)
  }
}

@Suite struct MistakeTests {
  @Test func eachIsOneLineWithARemedy() throws {
    let bench = try Workbench()
    let binary = try bench.write("b.md", [0, 1, 2])
    let cases: [([String], Int32, String)] = [
      (["none.md"], 1, "none.md is not there; check the name"),
      ([bench.folder + "/state-none"], 1, "is not there"),
      ([binary], 1, "is a binary file, not Markdown"),
      (["lsit"], 1, "did you mean `attend list`?"),
      (["--plian"], 2, "did you mean --plain?"),
      (["show", "9.99"], 1, "there is no lesson 9.99"),
      (["show", "no such lesson"], 1, "no lesson or chapter is called"),
    ]
    for (arguments, status, text) in cases {
      let run = try bench.run(arguments)
      #expect(run.status == status, "\(arguments)")
      #expect(run.errors.contains(text), "\(run.errors)")
      #expect(run.errors.split(separator: "\n").count <= 2)
    }
  }

  @Test func aStateFolderThatCannotBeWrittenIsSaidAndReadingGoesOn() throws {
    let bench = try Workbench()
    let blocker = try bench.write("file", "x")
    let terminal = try bench.start(
      [try bench.write("n.md", notes)], ["XDG_STATE_HOME": blocker + "/below"])
    try terminal.wait { $0.contains("2 lessons") && $0.contains("is not a folder; choose") }
    terminal.press(.enter)
    try terminal.wait(for: "Adding up")
  }

  @Test func foldersWithLoopsBrokenFilesAndManyNotesOpen() throws {
    let bench = try Workbench()
    mkdir("\(bench.folder)/notes", 0o755)
    symlink(".", "\(bench.folder)/notes/loop")
    symlink("nowhere.md", "\(bench.folder)/notes/broken.md")
    mkfifo("\(bench.folder)/notes/pipe.md", 0o644)
    for number in 1...300 { try bench.write("notes/\(number).md", "# Note \(number)\ntext\n") }
    let run = try bench.run(["list", "notes"])
    #expect(run.status == 0)
    #expect(run.output.contains("Note 300") && run.output.contains("is not there"))
    let checked = try bench.run(["check", "notes"])
    #expect(checked.status == 1 && checked.output.contains("broken.md: error:"))
  }
}
