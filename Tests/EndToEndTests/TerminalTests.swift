import CSystem
import Libc
import TerminalTesting
import Testing

private let notes =
  "# Notes\n\n## First\n\n" + (1...80).map { "Line \($0) of many.\n\n" }.joined()
  + "## Second\n\nAnother text.\n"

/// The terminals that people come with: each shows the notes as well as it can.
@Suite struct TerminalTests {
  @Test(arguments: TerminalCase.some) func eachShowsTheNotes(_ terminal: TerminalCase) throws {
    #expect(try terminal.problem(Workbench()) == nil)
  }

  /// Hundreds of sizes in no time: what stands there at last is what a new program would draw.
  @Test func aStormOfResizesEndsInTheRightPicture() throws {
    let bench = try Workbench()
    let path = try bench.write("n.md", notes)
    let terminal = try bench.start([path, "--lesson", "first"])
    try terminal.wait(for: "Line 3 ")
    for number in 0..<400 {
      terminal.resize(columns: 1 + number * 37 % 200, rows: 1 + number * 23 % 70)
      if number % 50 == 0 { terminal.send(" b") }
    }
    terminal.resize(columns: 64, rows: 20)
    terminal.send("g")
    let other = try bench.start(
      [path, "--lesson", "first"], ["XDG_STATE_HOME": "\(bench.folder)/other"], columns: 64,
      rows: 20)
    try other.wait(for: "? keys")  // drawn last: the picture is whole
    do { try terminal.wait(until: { $0.lines == other.screen.lines }) } catch {
      Issue.record("The other screen: \(other.screen)")
      throw error
    }
    terminal.send("\u{3}")
    #expect(try terminal.waitForExit() == 0)
    #expect(terminal.whatItKept == nil)
  }
}

/// The ground is asked for once, and never waited for.
@Suite struct GroundTests {
  private func headings(_ screen: TestScreen) -> Set<TestColour> {
    Set(screen.cells.filter { $0.isBold && $0.text != " " }.map(\.foreground))
  }

  @Test func theThemeFollowsTheGround() throws {
    let bench = try Workbench()
    let terminal = try bench.start([try bench.write("n.md", notes), "--lesson", "first"])
    let dark = headings(try terminal.wait(for: "? keys"))  // the last word drawn
    #expect(terminal.raw.count(of: "\u{1B}]11;?\u{1B}\\") == 1)
    terminal.send("\u{1B}]11;rgb:fdfd/f6f6/e3e3\u{1B}\\")
    try terminal.wait(until: { headings($0) != dark })
    terminal.send("\u{1B}]11;rgb:0000/2b2b/3636\u{07}")
    try terminal.wait(until: { headings($0) == dark })
    terminal.send("qq")
    #expect(try terminal.waitForExit() == 0)
    #expect(terminal.whatItKept == nil)
  }

  /// A choice is kept, and the terminal is no longer asked.
  @Test func theReadersChoiceStays() throws {
    let bench = try Workbench()
    let path = try bench.write("n.md", notes)
    let first = try bench.start([path])
    try first.wait(for: "First")
    first.send("T")
    try first.wait(for: "Theme: light")
    first.send("q")
    #expect(try first.waitForExit() == 0)
    let second = try bench.start([path])
    try second.wait(for: "First")
    #expect(second.raw.count(of: "\u{1B}]11") == 0)
    second.send("T")
    try second.wait(for: "Theme: dark")
    second.send("q")
    #expect(try second.waitForExit() == 0)
  }
}

extension [UInt8] {
  fileprivate func count(of words: String) -> Int {
    String(decoding: self, as: UTF8.self).ranges(of: words).count
  }
}

/// However the program ends, the terminal is as it was.
@Suite struct TerminalStateTests {
  private func start(_ bench: Workbench) throws -> TestTerminal {
    let terminal = try bench.start([try bench.write("n.md", notes), "--lesson", "first"])
    try terminal.wait(for: "Line 3 ")
    #expect(terminal.screen.isAlternate && terminal.screen.mouse == .buttons)
    #expect(terminal.screen.bracketsPaste && terminal.modes != terminal.modesBefore)
    return terminal
  }

  @Test(arguments: ["qq", "\u{3}", "/x\u{3}", "?\u{3}"]) func afterKeys(_ keys: String) throws {
    let terminal = try start(Workbench())
    terminal.send(keys)
    #expect(try terminal.waitForExit() == 0)
    #expect(terminal.whatItKept == nil)
  }

  /// Whoever is impatient: one interrupt more, however late, changes nothing.
  @Test func afterManyInterrupts() throws {
    let terminal = try start(Workbench())
    while terminal.exitStatus == nil { terminal.signal(SIGINT) }
    #expect(try terminal.waitForExit() == 0)
    #expect(terminal.whatItKept == nil)
  }

  @Test(arguments: [SIGTERM, SIGHUP]) func afterSignals(_ signal: Int32) throws {
    let terminal = try start(Workbench())
    terminal.signal(signal)
    #expect(try terminal.waitForExit() == 128 + signal)
    #expect(terminal.whatItKept == nil)
  }

  /// What a trap of Swift raises, and every other end that the system makes: the guard gives the
  /// terminal back, shows what was said to standard error meanwhile, and lets the signal have its way.
  @Test(arguments: [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGQUIT])
  func afterACrash(_ signal: Int32) throws {
    let terminal = try start(Workbench())
    // What the program would write to standard error.
    let errors = open("/proc/\(terminal.pid)/fd/2", O_WRONLY)
    try #require(errors >= 0)
    let words = Array("Fatal error: out of luck\n".utf8)
    #expect(write(errors, words, words.count) == words.count)
    close(errors)
    terminal.signal(signal)
    #expect(try terminal.waitForExit() == 128 + signal)
    #expect(terminal.whatItKept == nil)
    #expect(terminal.screen.contains("Fatal error: out of luck"))
  }

  @Test func acrossASuspension() throws {
    let bench = try Workbench()
    try bench.write("n.md", notes)
    let program = try TestTerminal.builtProduct(named: "attend")
    let shell = try TestTerminal(
      path: "/bin/bash", arguments: ["--norc", "--noprofile", "--noediting", "-i"],
      environment: ["PS1": "ready$ ", "XDG_STATE_HOME": "\(bench.folder)/state"],
      directory: bench.folder)
    try shell.wait(for: "ready$")
    let before = shell.modes
    for _ in 0..<2 {
      shell.send("\(program) n.md --lesson first\n")
      try shell.wait(for: "Line 3 ")
      for _ in 0..<2 {
        shell.send("\u{1A}")
        try shell.wait(until: { $0.contains("Stopped") && !$0.isAlternate })
        #expect(shell.modes == before)
        #expect(shell.screen.modes.subtracting([2004]) == [7, 25])
        shell.send("clear; fg\n")
        try shell.wait(until: { $0.isAlternate && $0.contains("Line 3 ") })
        shell.send(" ")
        try shell.wait(until: { !$0.contains("Line 3 ") })
        shell.send("g")
        try shell.wait(for: "Line 3 ")
      }
      shell.send("qq")
      try shell.wait(until: { !$0.isAlternate })
      shell.send("clear; echo do''ne\n")
      try shell.wait(for: "done")
      #expect(shell.modes == before)
    }
  }
}
