import TerminalTesting
import Testing

/// Notes that try to reach the terminal: whatever they hold, only the program's own sequences do.
@Suite struct HostileTests {
  private static let attacks: [(name: String, bytes: String, sign: String)] = [
    ("title", "\u{1B}]0;HACK\u{7}", "\u{1B}]0;HACK"),
    ("clipboard", "\u{1B}]52;c;SEFDSw==\u{7}", "\u{1B}]52;"),
    ("link", "\u{1B}]8;;http://HACK\u{1B}\\", "\u{1B}]8;;"),
    ("device", "\u{1B}P+q544e\u{1B}\\", "\u{1B}P+q"),
    ("clear", "\u{1B}[2JHACK", "\u{1B}[2JHACK"), ("reset", "\u{1B}cHACK", "\u{1B}cHACK"),
    ("csi in one byte", "\u{9B}31mHACK", "\u{9B}"),
    ("osc in one byte", "\u{9D}0;HACK\u{9C}", "\u{9D}"),
    ("bell", "\u{7}HACK", "\u{7}"), ("backspace", "HACK\u{8}", "\u{8}HACK"),
    ("override", "\u{202E}HACK", "\u{202E}"), ("isolate", "\u{2066}HACK", "\u{2066}"),
    ("entity", "&#27;[31mHACK", "\u{1B}[31mHACK"), ("entity c1", "&#x9B;31mHACK", "\u{9B}"),
    ("tag", "\u{E0041}HACK", "\u{E0041}"), ("zero width", "\u{200B}HACK", "\u{200B}"),
  ]

  private var document: String {
    Self.attacks.map { attack in
      "## \(attack.name) \(attack.bytes)\n\n\(attack.bytes) and `\(attack.bytes)` "
        + "[link](x\(attack.bytes)) $\(attack.bytes)$\n\n```py\n\(attack.bytes)\n```\n\n"
        + "| \(attack.bytes) |\n|---|\n| x |\n\n"
    }.joined()
  }

  private func contains(_ bytes: [UInt8], _ text: String) -> Bool {
    let wanted = Array(text.utf8)
    guard bytes.count >= wanted.count else { return false }
    return (0...bytes.count - wanted.count).contains {
      bytes[$0] == wanted[0] && bytes[$0..<$0 + wanted.count].elementsEqual(wanted)
    }
  }

  @Test func nothingOfThemReachesTheTerminal() throws {
    let bench = try Workbench()
    let terminal = try bench.start([try bench.write("n.md", "# T\n" + document)])
    try terminal.wait(for: "lessons")
    for attack in Self.attacks.indices {
      terminal.press(.enter)
      try terminal.wait(for: "1.\(attack + 1) ")
      terminal.send("q")
      try terminal.wait(for: "lessons")
      terminal.press(.down)
    }
    terminal.send("q")
    #expect(try terminal.waitForExit() == 0)
    let through = Self.attacks.filter { contains(terminal.raw, $0.sign) }.map(\.name)
    #expect(through == [])
    #expect(String(validating: terminal.raw, as: UTF8.self) != nil)
  }

  @Test func norThePlainOutput() throws {
    let bench = try Workbench()
    let path = try bench.write("n.md", "# T\n" + document)
    for arguments in [["list", path], ["check", path], [path, "--plain", "--lesson", "1.1"]]
      + (1...Self.attacks.count).map({ ["show", "1.\($0)", path] })
    {
      let run = try bench.run(arguments)
      let bytes = Array((run.output + run.errors).utf8)
      let through = Self.attacks.filter { contains(bytes, $0.sign) }.map(\.name)
      #expect(through == [], "\(arguments)")
    }
  }

  @Test func namesOfFilesAndWordsTypedAreHarmlessToo() throws {
    let bench = try Workbench()
    try bench.write("a\u{1B}[2J\u{202E}.md", [0, 1])
    for arguments in [
      ["list", "."], ["check", "."], ["no\u{1B}]0;x\u{7}.md"], ["show", "\u{9B}31m"], ["--\u{1B}c"],
    ] {
      let run = try bench.run(arguments)
      for byte in (run.output + run.errors).utf8 { #expect(byte >= 0x20 || byte == 0x0A) }
      let isClean = !contains(Array((run.output + run.errors).utf8), "\u{9B}")
      #expect(isClean)
    }
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
      try terminal.wait(for: "page")
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
