import TerminalTesting
import Testing

/// Text that tries to reach the terminal, from wherever text comes: only the program's own sequences
/// do.
@Suite struct HostileTests {
  @Test(arguments: Place.all)
  func nothingComesThrough(place: Place) throws {
    let bench = try Workbench()
    let output = try place.output(bench)
    #expect(!output.isEmpty)
    for attack in Attack.all where attack.isIn(output) {
      Issue.record("\(attack.name) comes through from \(place.name)")
    }
    let fault = place.isScreen ? Sieve.fault(inScreen: output) : Sieve.fault(inText: output)
    #expect(fault == nil, "from \(place.name)")
  }

  @Test func heavyInputOpens() throws {
    let bench = try Workbench()
    let texts = [
      String(repeating: "[", count: 50_000), String(repeating: "> ", count: 50_000),
      String(repeating: "x", count: 3_000_000), "\u{FEFF}# A\r\n## B\r\ntext\r\n",
      "|" + String(repeating: "a|", count: 1000) + "\n|" + String(repeating: "-|", count: 1000)
        + "\n",
    ]
    for text in texts {
      let terminal = try bench.start([try bench.write("n.md", text), "--lesson", "1"])
      try terminal.wait(for: "contents")
      terminal.send("G q")
      terminal.send("q")
      #expect(try terminal.waitForExit() == 0)
    }
    let invalid = try bench.start([
      try bench.write("i.md", Array("# A\n\nbad ".utf8) + [0xFF, 0xC3, 0x0A])
    ])
    invalid.press(.enter)
    try invalid.wait(for: "bad \u{FFFD}")
  }
}
