import Libc
import TerminalTesting
import Testing

/// What terminals send besides the keys that we know, through a terminal.
@Suite struct KeyTests {
  private let notes = """
    # Notes

    ## First

    A text.

    ### What?
    <!-- quiz id=what -->
    It is the [[dot product]].

    ## Second

    Another text.

    """

  /// Nothing here is bound to anything: keys with others held, the mouse, answers, broken text.
  private static let unbound: [[UInt8]] =
    [
      "\u{1B}[1;5D", "\u{1B}[1;2Q", "\u{1B}[1;3H", "\u{1B}[3;5~", "\u{1B}[5;3~", "\0", "\u{1C}",
      "\u{1D}", "\u{1E}", "\u{1F}", "\u{1B}[57393u", "\u{1B}[<32;3;3M", "\u{1B}[<0;3;3m",
      "\u{1B}[<66;3;3M", "\u{1B}[<67;3;3M", "\u{1B}[<2;3;3M", "\u{1B}[201~", "\u{1B}[I",
      "\u{1B}]11;rgb:0000/0000/0000\u{1B}\\", "\u{1B}[?62;22c", "\u{1B}P1$r0m\u{1B}\\",
    ].map { Array($0.utf8) } + [[0xE9], [0x9B, 0x31, 0x3B, 0x35, 0x44], [0x80], [0xFF]]

  /// Keys that lead to each kind of screen, and words of its title.
  @Test(arguments: [
    ("", "2 lessons"), ("\r", "1.1 First"), ("S", "Statistics"), ("w", "Widgets"),
    ("w\r", "The dot product"), ("?", "Keys"), ("sAnother", "Search all"), ("/x", "Filter"),
    ("t", "What?"),
  ])
  func nothingEndsTheProgram(_ keys: String, _ title: String) throws {
    let bench = try Workbench()
    let terminal = try bench.start([try bench.write("n.md", notes)])
    try terminal.wait(for: "2 lessons")
    terminal.send(keys)
    try terminal.wait(for: title)
    for bytes in Self.unbound {
      for byte in bytes { terminal.send(bytes: [byte]) }
    }
    // Drawn again, on the same screen.
    let before = terminal.bytesWritten
    terminal.send("\u{C}")
    #expect(terminal.waitForOutput(beyond: before, timeout: .seconds(60)))
    try terminal.wait(for: title)
    terminal.send("\u{3}")
    #expect(try terminal.waitForExit() == 0)
    #expect(terminal.whatItKept == nil)
  }

  @Test func aCharacterMayComeInPieces() throws {
    let bench = try Workbench()
    let terminal = try bench.start([try bench.write("n.md", notes)])
    try terminal.wait(for: "2 lessons")
    terminal.send(bytes: Array("/a".utf8) + [0xC3])
    try terminal.wait(for: "Filter: a")
    terminal.send(bytes: [0xA9, 0x62])
    try terminal.wait(for: "Filter: aéb")
    terminal.send(bytes: [0xE9, 0x63])
    try terminal.wait(for: "Filter: aébéc")
  }

  @Test func keysOfTheShellEditALine() throws {
    let bench = try Workbench()
    let terminal = try bench.start([try bench.write("n.md", notes)])
    try terminal.wait(for: "2 lessons")
    terminal.send("/one two three")
    try terminal.wait(for: "Filter: one two three")
    terminal.press(.left, .control)
    terminal.press(.left, .alt)
    terminal.send("\u{17}x")
    try terminal.wait(for: "Filter: xtwo three")
    terminal.send("\u{B}y")
    try terminal.wait(for: "Filter: xy ")
  }

  /// The notes come by standard input and the keys from the terminal.
  private func startWithPipe(_ bench: Workbench) throws -> TestTerminal {
    let path = try bench.write("n.md", notes)
    let program = try TestTerminal.builtProduct(named: "attend")
    let terminal = try TestTerminal(
      path: "/bin/sh", arguments: ["-c", "exec \"$0\" - < \"$1\"", program, path],
      environment: ["XDG_STATE_HOME": "\(bench.folder)/state"], directory: bench.folder)
    try terminal.wait(for: "2 lessons")
    return terminal
  }

  @Test func aPasteThatNeverEndsIsEndedByTime() throws {
    let bench = try Workbench()
    let terminal = try startWithPipe(bench)
    terminal.send("/\u{1B}[200~qq")
    try terminal.wait(for: "Filter: qq")
    terminal.send("\u{1B}[201~x")
    try terminal.wait(for: "Filter: qqx")
    terminal.send("\u{3}")
    #expect(try terminal.waitForExit() == 0)
    #expect(terminal.whatItKept == nil)
  }

  @Test func aPasteThatNeverEndsDoesNotHoldASignalUp() throws {
    let bench = try Workbench()
    let terminal = try startWithPipe(bench)
    terminal.send("/x\u{1B}[200~qq")
    try terminal.wait(for: "Filter: x")
    terminal.signal(SIGTERM)
    #expect(try terminal.waitForExit() == 128 + SIGTERM)
    #expect(terminal.whatItKept == nil)
  }

  @Test func tenMegabytesAreCutAndSaidToBe() throws {
    let bench = try Workbench()
    let terminal = try startWithPipe(bench)
    terminal.send("/")
    try terminal.wait(for: "Filter:")
    terminal.paste(String(repeating: "first q ", count: 1_250_000))
    try terminal.wait(for: "Only the first 100,000 characters")
    terminal.send("\u{15}first")
    try terminal.wait(for: "1.1  First")
    terminal.send("\r\r")
    try terminal.wait(for: "A text.")
  }
}
