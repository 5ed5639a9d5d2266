import Libc
import TerminalTesting
import Testing

/// Notes where they lie: the folder that the config file names, tables of contents that are links, and
/// notes beside the one that was opened.
@Suite struct NotesOnDiskTests {
  @Test func notesThatTheConfigNamesWronglyArePutRightThere() throws {
    let bench = try Workbench()
    mkdir("\(bench.folder)/config", 0o755)
    mkdir("\(bench.folder)/config/attend", 0o755)
    let config = try bench.write("config/attend/config", "# mine\nnotes = gone/notes\n")
    for command in [["--plain"], ["list"], ["show", "1"], ["quiz", "--plain"]] {
      let run = try bench.run(command)
      #expect(run.status == 1)
      #expect(
        run.errors
          == "attend: \(config), line 2: notes = gone/notes is not there; check the name\n")
    }
    // What the command line names is not the config file's matter.
    #expect(
      try bench.run(["list", "gone"]).errors == "attend: gone is not there; check the name\n")
  }

  @Test(arguments: [
    ("SUMMARY.md", "- [First by the table](b.md)\n- [First by name](a.md)\n"),
    ("mkdocs.yml", "docs_dir: .\nnav: [b.md, a.md]\n"),
    ("_toc.yml", "root: b\nchapters:\n- file: a\n"),
  ]) func aTableOfContentsMayBeALink(name: String, table: String) throws {
    let bench = try Workbench()
    mkdir("\(bench.folder)/notes", 0o755)
    try bench.write("table", table)
    try bench.write("notes/a.md", "# First by name\n\ntext\n")
    try bench.write("notes/b.md", "# First by the table\n\ntext\n")
    #expect(symlink("../table", "\(bench.folder)/notes/\(name)") == 0)
    let lines = try bench.run(["list", "notes"]).output.split(separator: "\n")
    #expect(lines.first?.contains("First by the table") == true, "\(lines)")
    #expect(!lines.contains { $0.contains("Table") || $0.contains("SUMMARY") })
  }

  /// The first page of the folder that is opened orders it, be that the whole of a book or a part.
  @Test(arguments: ["```{toctree}\nb\na\n```\n", "```toc\n:maxdepth: 2\n\nb\na\n```\n"])
  func theFirstPageOrdersItsFolder(list: String) throws {
    let bench = try Workbench()
    mkdir("\(bench.folder)/notes", 0o755)
    try bench.write("notes/index.md", "# Home\n\nText.\n\n\(list)")
    try bench.write("notes/a.md", "# First by name\n\ntext\n")
    try bench.write("notes/b.md", "# First by the table\n\ntext\n")
    let titles = try bench.run(["list", "notes"]).output.split(separator: "\n").filter { line in
      line.first?.isNumber == true
    }
    #expect(titles == ["1  Home", "2  First by the table", "3  First by name"])
  }

  /// What a table calls a note shows at once, though the note's own file stays as it is; and where the
  /// kernel has no watches to give, a moment later.
  @Test(arguments: [true, false]) func aTableMayNameANoteAnew(isTold: Bool) throws {
    let shim = try TestTerminal.builtProduct(named: "libFaultShim.so")
    let bench = try Workbench()
    mkdir("\(bench.folder)/notes", 0o755)
    try bench.write("notes/a.md", "text\n")
    try bench.write("notes/mkdocs.yml", "docs_dir: .\nnav:\n  - Old name: a.md\n")
    let terminal = try bench.start(
      ["notes"], isTold ? [:] : ["LD_PRELOAD": shim, "FAULTS_UNWATCHED": "yes"])
    try terminal.wait(for: "Old name")
    try bench.write("notes/mkdocs.yml", "docs_dir: .\nnav:\n  - New name: a.md\n")
    try terminal.wait { $0.contains("New name") && !$0.contains("Old name") }
  }

  /// What a note embeds follows the file that it stands in; and a note that a table puts below another one
  /// stands there still when it was written anew.
  @Test func notesAreShownAsTheyWereWrittenAnew() throws {
    let bench = try Workbench()
    mkdir("\(bench.folder)/notes", 0o755)
    try bench.write("notes/SUMMARY.md", "- [Above](a.md)\n  - [Below](b.md)\n    - [Deep](c.md)\n")
    try bench.write("notes/a.md", "# Above\n\n![[b]]\n")
    try bench.write("notes/b.md", "# Below\n\nEarly words.\n")
    try bench.write("notes/c.md", "# Deep\n\nText.\n")
    let contents = try bench.start(["notes"])
    try contents.wait(for: "Below")
    func indent() -> Int? {
      contents.screen.lines.first { $0.contains("Below") }?.prefix { !$0.isNumber }.count
    }
    let before = indent()
    let reader = try bench.start(["notes", "--lesson", "1.1"])
    try reader.wait(for: "Early words.")
    try bench.write(
      "notes/b.md", "# Below\n\nLate words.\n\n## Second\n\nText.\n\n## Third\n\nText.\n")
    try reader.wait(for: "Late words.")
    try contents.wait(for: "Third")
    #expect(indent() == before)
  }

  // MARK: Beside a file that was opened alone

  private func beside() throws -> Workbench {
    let bench = try Workbench()
    for folder in ["notes", "notes/sub"] { mkdir("\(bench.folder)/\(folder)", 0o755) }
    try bench.write(
      "notes/a.md",
      "# A\n\n[b](sub/b.md#far) [[c]] [[c#Deep]] [up](../up.md) [none](none.md) [pass](../p.txt) "
        + "[root](/up.md)\n")
    try bench.write("notes/sub/b.md", "# B\n\n## Near\nnear\n\n## Far\nfar, [back](../a.md)\n")
    try bench.write("notes/sub/c.md", "# C\n\n## First\nthe first\n\n## Deep\nthe deep one\n")
    try bench.write("up.md", "# Up\n\nabove\n")
    try bench.write("p.txt", "# P\n\nno note\n")
    return bench
  }

  @Test(arguments: [
    ("1", "2.2 Far"), ("2", "2.1 First"), ("3", "2.2 Deep"), ("4", "above"),
  ]) func aLinkOpensTheNoteThatLiesThere(number: String, told: String) throws {
    let run = try beside().run(
      ["notes/a.md", "--plain", "--lesson", "1"], input: "\(number)\nquit\n")
    #expect(run.output.contains(told), "\(run.output)")
    #expect(!run.output.contains("leads nowhere"))
  }

  /// Where a site begins is not known here.
  @Test func aPathFromTheRootOfASiteLeadsNowhere() throws {
    let run = try beside().run(
      ["notes/a.md", "--plain", "--lesson", "1"], input: "7\nquit\n")
    #expect(run.output.contains("leads nowhere: /up.md is a path from the root of a site"))
  }

  @Test(arguments: [
    ("5", "This link leads nowhere: there is no note of that name beside"),
    ("6", "../p.txt is no note: another program opens it"),
  ])
  func whatIsNoNoteOrNotThereIsNotOpened(number: String, told: String) throws {
    let run = try beside().run(
      ["notes/a.md", "--plain", "--lesson", "1"], input: "\(number)\nquit\n")
    #expect(run.output.contains(told), "\(run.output)")
    #expect(!run.output.contains("above") && !run.output.contains("no note\n"))
  }

  /// How far it was read is the note's own, whichever way it was opened.
  @Test func whatWasReadThereIsKnownWhenItIsOpenedItself() throws {
    let bench = try beside()
    let opened = ["notes/a.md", "--plain", "--lesson", "1"]
    _ = try bench.run(opened, input: "2\nnext\nquit\n")
    let there = try bench.run(["notes/sub/c.md", "--plain"], input: "\nquit\n").output
    #expect(there.contains("1.1  First   read") && there.contains("Go on: 1.2 Deep"), "\(there)")
    let here = try bench.run(["notes/a.md", "--plain"], input: "\nquit\n").output
    #expect(here.contains("Go on: 1.1 A"), "\(here)")
    // And the other way round: what was read there is marked where a link leads to it.
    let list = try bench.run(opened, input: "3\nq\nquit\n").output
    #expect(list.contains("2.1  First   read"), "\(list)")
  }

  /// A note that is there and holds no lesson, as one that only leads a browser on, is no dead link.
  @Test func aLinkToAnEmptyNoteIsNoError() throws {
    let bench = try Workbench()
    mkdir("\(bench.folder)/notes", 0o755)
    try bench.write("notes/a.md", "# A\n\nSee [b](b.md) and [c](c.md).\n")
    try bench.write("notes/b.md", "---\nlocation: elsewhere\n---\n")
    let run = try bench.run(["check", "notes"])
    let found = run.output.split(separator: "\n").filter { $0.contains("leads nowhere") }
    #expect(
      found.count == 2 && found[0].contains("warning: the link to b.md")
        && found[1].contains("error: the link to c.md"), "\(found)")
  }

  @Test func linksLeadOnAndBackFromThere() throws {
    let bench = try beside()
    let check = try bench.run(["check", "notes/a.md"]).output.split(separator: "\n")
    #expect(check.count == 2 && check[0].contains("none.md leads nowhere"), "\(check)")
    let terminal = try bench.start(["notes/a.md", "--lesson", "1"])
    try terminal.wait(for: "none")
    terminal.press(.tab)
    terminal.press(.enter)
    try terminal.wait(for: "far, back")
    // What changes there shows, as in the file that was opened.
    try bench.write("notes/sub/b.md", "# B\n\n## Far\nanother text, [back](../a.md)\n")
    try terminal.wait(for: "another text")
    terminal.press(.tab)
    terminal.press(.enter)
    try terminal.wait { $0.contains("none") && $0.contains("pass") }
    // Both are among the chapters now.
    terminal.send("q")
    try terminal.wait { $0.contains("1  A") && $0.contains("2  B") }
    let secure = try bench.run(
      ["notes/a.md", "--plain", "--lesson", "1"], input: "1\nquit\n", ["LESSSECURE": "1"])
    #expect(secure.output.contains("Other files are not opened here"))
  }

  /// What is read before anything shows is read up to a limit, and what is longer is told.
  @Test func filesThatAreTooLongAreTold() throws {
    let bench = try Workbench()
    for folder in ["config", "config/attend", "book"] {
      mkdir("\(bench.folder)/\(folder)", 0o755)
    }
    try bench.write("book/a.md", "# A\n\nText.\n")
    for name in ["SUMMARY.md", "mkdocs.yml"] {
      let table = try bench.write("book/\(name)", "")
      // Without a byte of it on the disk.
      #expect(truncate(table, 3_000_000) == 0)
      let run = try bench.run(["list", "book"])
      #expect(run.status == 0 && run.output.contains("A"))
      #expect(run.errors.contains("\(name) is larger than 1 MB; split it"), "\(run.errors)")
      unlink(table)
    }
    let config = try bench.write("config/attend/config", "theme = light\n")
    for (size, why) in [(2_000_000, "it is longer than 1 MB"), (1 << 40, "is larger than 16 MB")] {
      #expect(truncate(config, size) == 0)
      let run = try bench.run(["book/a.md", "--plain"], input: "quit\n")
      #expect(run.errors.contains("line 1: nothing that it says holds"), "\(run.errors)")
      #expect(run.errors.contains(why), "\(run.errors)")
    }
    let state = try bench.write("state.json", "{}")
    #expect(truncate(state, 1 << 40) == 0)
    let run = try bench.run([state, "--plain"])
    #expect(run.status == 1 && run.errors.contains("is larger than 16 MB"), "\(run.errors)")
  }
}
