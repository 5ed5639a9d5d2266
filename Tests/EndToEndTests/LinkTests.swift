import Libc
import TerminalTesting
import Testing

/// What the program starts, and what it leaves alone where `LESSSECURE` asks for that.
@Suite struct LinkTests {
  private let address = "https://e.org/$(touch${IFS}made);touch${IFS}made|`id`&'%22?a=b"
  private let block = "```dot-product\nu = [1]\nv = [2]\n```\n"

  /// A folder whose `xdg-open` notes what it was given.
  private func bench() throws -> (Workbench, environment: [String: String?]) {
    let bench = try Workbench()
    let opener = try bench.write(
      "xdg-open", "#!/bin/sh\nprintf '%s\\n' \"$#\" \"$@\" > opened.new\nmv opened.new opened\n")
    chmod(opener, 0o755)
    try bench.write("n.md", "# A\n\n[out](<\(address)>)\n\n\(block)")
    return (bench, ["PATH": "\(bench.folder):/usr/bin:/bin"])
  }

  private func exists(_ name: String, in bench: Workbench) -> Bool {
    access("\(bench.folder)/\(name)", F_OK) == 0
  }

  @Test func aLinkIsOneArgumentOfOneProgram() throws {
    let (bench, environment) = try bench()
    let terminal = try bench.start(["n.md", "--lesson", "1"], environment)
    try terminal.wait(for: "out")
    terminal.press(.tab)
    terminal.press(.enter)
    try terminal.wait(for: "Open in a browser")
    #expect(!exists("opened", in: bench))
    terminal.send("y")
    try terminal.wait(for: "Opening https")
    let end = ContinuousClock.now + .seconds(10)
    while !exists("opened", in: bench), ContinuousClock.now < end { poll(nil, 0, 1) }
    #expect(String(decoding: try bench.read("opened"), as: UTF8.self) == "1\n\(address)\n")
    #expect(!exists("made", in: bench))
  }

  @Test func aSecureReaderOpensAndWritesNothing() throws {
    let (bench, environment) = try bench()
    let secure = environment.merging(["LESSSECURE": "1"]) { $1 }
    let terminal = try bench.start(["n.md", "--lesson", "1"], secure)
    try terminal.wait(for: "out")
    terminal.press(.tab)
    terminal.press(.enter)
    try terminal.wait(for: "not opened here")
    terminal.press(.tab)
    terminal.press(.enter)
    try terminal.wait(for: "running sum")
    terminal.send("e")
    try terminal.wait(for: "Nothing is written here")
    #expect(!exists("opened", in: bench) && !exists("dot-product-1.json", in: bench))
    let plain = try bench.run(["n.md", "--plain", "--lesson", "1"], input: "1\n", secure)
    #expect(plain.output.contains("not opened here"))
    #expect(!exists("opened", in: bench))
  }

  @Test(arguments: ["file:///etc/passwd", "javascript:alert(1)", "/etc/passwd", "../secret.md"])
  func otherLinksLeadNowhere(link: String) throws {
    let (bench, environment) = try bench()
    let folder = "\(bench.folder)/notes"
    mkdir(folder, 0o755)
    try bench.write("secret.md", "# Secret\n\nhidden\n")
    try bench.write("notes/a.md", "# A\n\n[out](\(link))\n")
    let run = try bench.run(["notes", "--plain", "--lesson", "1"], input: "1\n", environment)
    #expect(run.output.contains("leads nowhere"))
    #expect(!run.output.contains("hidden") && !exists("opened", in: bench))
  }
}
