import Libc
import TerminalTesting
import TestSupport
import Testing

/// What the commands do to files, and what they say where that cannot be done.
@Suite struct FileTests {
  private static let notes =
    "# N\n\n## L\n\n[dead](none.md)\n\n### Why?\n<!-- quiz id=w -->\n\n1. [x] yes\n1. [ ] no\n"

  /// Every command that prints, on a full disk.
  @Test(arguments: [
    ["list"], ["list", "--json"], ["show", "1"], ["check", "n.md"], ["dot", "1,2", "3,4"],
    ["dot", "1,2", "3,4", "--json"], ["norm", "1,2"],
    ["attention", "--query", "1", "--key", "1", "--value", "1"],
    ["stats"], ["stats", "--json"], ["progress", "path"], ["progress", "export"],
    ["progress", "export", "-"], ["progress", "sync", "shared"], ["progress", "merge", "log"],
    ["export", "--anki", "cards.txt"], ["export", "--anki", "-"], ["manual"],
    ["completions", "bash"], ["--help"], ["list", "--help"], ["--version"], ["--plain"],
    ["quiz", "--plain"], ["report", "log", "n.md"], ["new", "--snippets", "vim"],
  ]) func aFullDiskBehindStandardOutputIsTold(arguments: [String]) throws {
    let bench = try Workbench()
    try bench.write("n.md", Self.notes)
    _ = try bench.run(["quiz", "n.md", "--plain"], input: "1\nquit\n")
    try bench.write("log", Array(try bench.run(["progress", "export"]).bytes))
    let run = try bench.run(after: "exec >/dev/full", arguments)
    #expect(run.status == 1)
    #expect(
      run.errors.contains("attend: cannot write standard output: No space left on device"),
      "\(run.errors)")
  }

  @Test func aReaderThatHasGoneIsNoReasonToComplain() throws {
    let bench = try Workbench()
    // More than a pipe holds, so that the writing meets the end of the reader.
    try bench.write("long.md", "# N\n\n" + String(repeating: "word ", count: 100_000))
    let run = try bench.run(after: "\"$0\" show 1 long.md | true; set -- --version", [])
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    // A closed standard output is not a reader that has gone.
    let closed = try bench.run(after: "exec >&-", ["list"])
    #expect(closed.status == 1 && closed.errors.contains("cannot write standard output"))
  }

  @Test func anExportReplacesOnlyAnExport() throws {
    let bench = try Workbench()
    try bench.write("n.md", Self.notes)
    _ = try bench.run(["quiz", "n.md", "--plain"], input: "1\nquit\n")
    for command in [["export", "n.md", "--anki"], ["progress", "export"]] {
      let refused = try bench.run(command + ["n.md"])
      #expect(refused.status == 1 && refused.errors.contains("n.md is there already"))
      #expect(refused.errors.contains("--force"))
      #expect(try bench.read("n.md") == Array(Self.notes.utf8))
      let file = command[0]
      for _ in 0..<2 { #expect(try bench.run(command + [file]).status == 0) }
      #expect(!(try bench.read(file)).isEmpty)
      #expect(try bench.run(command + ["-"]).output.utf8.elementsEqual(bench.read(file)))
      try bench.write("foreign", "mine")
      #expect(try bench.run(command + ["foreign", "--force"]).status == 0)
      #expect(try bench.read("foreign") == bench.read(file))
      let store = "state/attend/progress.sqlite"
      let before = try bench.read(store)
      let never = try bench.run(command + [store, "--force"])
      #expect(never.status == 1 && never.errors.contains("holds your progress"))
      #expect(try bench.read(store) == before)
    }
    // One kind of export is not a reason to lose another.
    #expect(try bench.run(["progress", "export", "export"]).status == 1)
    #expect(try bench.run(["export", "n.md", "--anki", "progress"]).status == 1)
  }

  @Test func mintingChangesOnlyWhatItAdds() throws {
    let bench = try Workbench()
    let head = Array("# Caf".utf8) + [0xE9, 0xFF] + Array("\r\n\n## L\n\n### Why?\n".utf8)
    let tail = Array("\r\n\n1. [x] yes\n1. [ ] no".utf8) + [0xC3]
    try bench.write("real.md", head + Array("<!-- quiz -->".utf8) + tail)
    mkdir("\(bench.folder)/notes", 0o700)
    symlink("../real.md", "\(bench.folder)/notes/n.md")
    chmod("\(bench.folder)/real.md", 0o604)
    let run = try bench.run(["check", "--mint", "notes"])
    #expect(run.errors.contains("1 file changed"), "\(run.errors)")
    let minted = try bench.read("real.md")
    #expect(minted.starts(with: head + Array("<!-- quiz id=".utf8)))
    #expect(minted.suffix(tail.count + 4) == Array(" -->".utf8) + tail)
    let added = String(
      decoding: minted.dropFirst(head.count).dropLast(tail.count), as: UTF8.self)
    #expect(added.hasPrefix("<!-- quiz id=text-") && added.hasSuffix(" -->"), "\(added)")
    #expect(added.split(separator: " ").count == 4, "\(added)")
    var status = stat()
    #expect(lstat("\(bench.folder)/notes/n.md", &status) == 0)
    #expect(status.st_mode & S_IFMT == S_IFLNK)
    #expect(stat("\(bench.folder)/real.md", &status) == 0 && status.st_mode & 0o777 == 0o604)
    #expect(Files.names(in: "\(bench.folder)/notes") == ["n.md"])
  }

  /// Names of Latin-1 for notes, folders, exports and the state folder.
  @Test func namesNeedNotBeText() throws {
    let bench = try Workbench()
    let setup = """
      e=$(printf 'caf\\351'); mkdir -p "$e" "shared$e"
      printf '# N\\n\\n## L%s\\n\\n[x](caf%%E9.md)\\n\\n### Q?\\n<!-- quiz -->\\n\\nIt is [[so]].\\n' > "$e/$e.md"
      printf 'What?\\tThat\\n' > "deck$e.txt"
      export XDG_STATE_HOME="$PWD/$e-state"
      """
    func run(_ words: String, input: String = "") throws -> ProgramRun {
      try bench.run(after: "\(setup)\nset -- \(words)", [], input: input)
    }
    for words in [
      "check \"$e\"", "list \"$e\"", "list \"$e/$e.md\"", "show 1 \"$e\"", "stats \"$e\"",
    ] {
      let found = try run(words)
      #expect(found.status == 0 && found.errors.isEmpty, "\(words): \(found.errors)")
      #expect(String(validating: found.bytes, as: UTF8.self) != nil)
    }
    #expect(try run("list \"$e\" --json").output.contains("\"path\":\"caf\\\\xE9.md\""))
    let quiz = try run("quiz \"$e\" --plain", input: "so\nquit\n")
    #expect(quiz.status == 0 && quiz.output.contains("Right"), "\(quiz.output)\(quiz.errors)")
    #expect(try run("progress export \"$e.jsonl\"").errors.isEmpty)
    #expect(try run("export \"$e\" --anki \"$e.txt\"").output.contains("caf\\xE9.txt"))
    #expect(try run("progress sync \"shared$e/new\"").output.contains("1 written"))
    #expect(
      try run("progress merge \"$e.jsonl\"").output.contains("caf\\xE9.jsonl: 0 new, 1 known"))
    #expect(try run("check --mint \"$e\"").errors.contains("1 file changed"))
    #expect(try run("list \"$e/none\"").errors.contains("caf\\xE9/none is not there"))
    let cards = try run("import \"deck$e.txt\" --into \"$e\"")
    #expect(
      cards.output.contains("1 question written to caf\\xE9/"), "\(cards.output)\(cards.errors)")
    // A program that asks for a path gets the very bytes.
    let path = try run("progress path").bytes
    let expected = Array("\(bench.folder)/caf".utf8) + [0xE9]
    #expect(path == expected + Array("-state/attend/progress.sqlite\n".utf8))
    let made = try bench.run(after: "\(setup); ls \"$e-state/attend\" >&2", ["--version"])
    #expect(made.errors.contains("progress.sqlite\n"))
  }

  @Test(arguments: [("1", true), ("yes", true), ("", false), ("0", false)])
  func secureModeWritesNothingButProgress(value: String, isSecure: Bool) throws {
    let bench = try Workbench()
    let notes = Self.notes.split(separator: " id=w").joined()
    try bench.write("n.md", notes)
    let secure = ["LESSSECURE": value]
    let quiz = try bench.run(["quiz", "n.md", "--plain"], input: "1\nquit\n", secure)
    #expect(quiz.status == 0)
    for command in [
      ["export", "n.md", "--anki", "cards"], ["progress", "export", "log"],
      ["progress", "sync", "shared"], ["check", "--mint", "n.md"],
      ["new", "--snippets", "vim", "vim.snippets"],
      ["model", "--learn", "n.md", "--keep", "mine.model"],
    ] {
      let run = try bench.run(command, secure)
      #expect(run.errors.contains("LESSSECURE is set") == isSecure, "\(command) \(run.errors)")
      if isSecure { #expect(run.status == 1) }
    }
    let widget = try bench.run(
      ["--plain"], input: "widgets\n1\nexport\nquit\n", secure)
    #expect(widget.output.contains("(LESSSECURE)") == isSecure)
    #expect((try bench.read("n.md") == Array(notes.utf8)) == isSecure)
    #expect(
      (Files.names(in: bench.folder) == ["n.md", "state"]) == isSecure)
    for command in [["export", "n.md", "--anki", "-"], ["progress", "export", "-"]] {
      #expect(try bench.run(command, secure).status == 0)
    }
    #expect(try bench.run(["progress", "export"], secure).output.contains("\"kind\":\"answer\""))
  }

  /// The size of a file is not a measure of what there is to read.
  @Test func aFileOfZerosIsRefusedByItsHead() throws {
    let bench = try Workbench()
    try bench.write("zeros.md", "")
    #expect(truncate("\(bench.folder)/zeros.md", 1_500_000_000) == 0)
    for path in ["zeros.md", "-", "."] {
      let run = try bench.run(after: "ulimit -v 1000000; exec < zeros.md", ["list", path])
      #expect(
        (run.output + run.errors).contains("is a binary file"), "\(run.status) \(run.errors)")
    }
  }

  @Test func aScreenOfAnySizeIsDrawnWithinLimits() throws {
    let bench = try Workbench()
    let notes = try bench.write("n.md", Self.notes)
    let terminal = try bench.start([notes], ["LINES": "10000", "COLUMNS": "10000"])
    try terminal.wait(until: { _ in terminal.raw.count > 500 })
    let status = try Files.text(of: "/proc/\(terminal.pid)/status")
    let peak = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    let kilobytes = peak?.split(separator: " ").compactMap { Int($0) }.first
    #expect(try #require(kilobytes) < 200_000)
    terminal.send("q")
    try terminal.waitForExit()
  }
}
