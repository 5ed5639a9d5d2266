import Glibc
import TerminalTesting
import Testing

/// Notes where they lie: the folder that the config file names, and tables of contents that are links.
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
    ("SUMMARY.md", "- [B](b.md)\n- [A](a.md)\n"),
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
}
