import Libc
import TerminalTesting
import Testing

/// The reader's own editor and clipboard, from the built program in a terminal.
@Suite struct EditorTests {
  private static let note = "# A\n\n## One\n\nfirst\n\n```py\nx = 1\n```\n\n## Two\n\nsecond\n"

  @Test func theEditorHasTheTerminalAndTheLine() throws {
    let bench = try Workbench()
    let note = try bench.write("n.md", Self.note)
    // An editor that shows what it was called with, and adds to the file.
    let editor = try bench.write(
      "vim",
      "#!/bin/sh\necho \"with $1 on ${2##*/}\"\nread line\nprintf '\\n%s\\n' \"$line\" >> \"$2\"\n")
    #expect(chmod(editor, 0o755) == 0)
    let terminal = try bench.start([note, "--lesson", "two"], ["VISUAL": editor])
    try terminal.wait(for: "second")
    terminal.send("E")
    try terminal.wait(for: "with +11 on n.md")
    terminal.send("added\r")
    try terminal.wait { $0.contains("added") && $0.contains("second") && $0.contains("Attend") }
    terminal.send("qq")
    #expect(try terminal.waitForExit() == 0)
    #expect(terminal.modes == terminal.modesBefore)
  }

  @Test func anEditorThatIsMissingIsNamed() throws {
    let bench = try Workbench()
    let note = try bench.write("n.md", Self.note)
    let terminal = try bench.start([note, "--lesson", "one"], ["VISUAL": "/nonexistent/ed"])
    try terminal.wait(for: "first")
    terminal.send("E")
    try terminal.wait {
      $0.contains("/nonexistent/ed could not be started") && $0.contains("first")
    }
  }

  @Test func nothingIsEditedInSecureMode() throws {
    let bench = try Workbench()
    let note = try bench.write("n.md", Self.note)
    let terminal = try bench.start([note, "--lesson", "one"], ["LESSSECURE": "1"])
    try terminal.wait(for: "first")
    terminal.send("E")
    try terminal.wait(for: "Nothing is edited here")
  }

  @Test func codeIsHandedToTheClipboard() throws {
    let bench = try Workbench()
    let note = try bench.write("n.md", Self.note)
    let terminal = try bench.start([note, "--lesson", "one"])
    try terminal.wait(for: "first")
    terminal.send("y")
    try terminal.wait(for: "Copied 1 line of py")
  }
}
