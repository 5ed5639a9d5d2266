import Libc
import TerminalTesting
import Testing

/// Long files and many files open before all of them is read, and are all there in the end.
@Suite struct LongNotesTests {
  /// Chapters of five lessons each, about 5 MB of them.
  private func longFile() throws -> Workbench {
    let bench = try Workbench()
    let text = String(repeating: "Some words that fill a line of this lesson.\n", count: 470)
    var notes = ""
    for chapter in 1...50 {
      notes += "# Chapter \(chapter)\n\n"
      for lesson in 1...5 { notes += "## Part \(lesson) of \(chapter)\n\n\(text)\n" }
    }
    try bench.write("long.md", notes)
    return bench
  }

  @Test func aLongFileIsAllThere() throws {
    let bench = try longFile()
    let terminal = try bench.start(["long.md"])
    try terminal.wait { $0.contains("1  Chapter 1") && $0.contains("250 lessons") }
    terminal.send("G")
    try terminal.wait(for: "50  Chapter 50")
    terminal.send("q")
    let list = try bench.run(["list", "long.md"]).output
    #expect(list.contains("50.5  Part 5 of 50"))
    // By number, at the beginning and behind it, and by title.
    for (name, title) in [
      ("1.1", "Part 1 of 1"), ("50.5", "Part 5 of 50"), ("4 of 33", "Part 4 of 33"),
    ] {
      let shown = try bench.run(
        ["long.md", "--plain", "--lesson", name], input: "quit\n"
      ).output
      #expect(shown.contains(title), "\(name)")
    }
  }

  @Test func theCursorGoesToTheLessonReadLastAsSoonAsItIsThere() throws {
    let bench = try longFile()
    _ = try bench.run(["long.md", "--plain", "--lesson", "40.2"], input: "quit\n")
    let terminal = try bench.start(["long.md"])
    try terminal.wait(for: "▸")
    try terminal.wait { screen in
      screen.lines.contains { $0.contains("▸") && $0.contains("Part 2 of 40") }
    }
    terminal.send("q")
  }

  @Test func ofManyFilesOnlyThoseAreReadThatMayHoldATitle() throws {
    let bench = try Workbench()
    mkdir("\(bench.folder)/many", 0o755)
    for number in 100..<220 {
      try bench.write(
        "many/\(number).md",
        "# Note \(number)\n\n## Scores \(number)\n\ntext\n\n## \u{DC}ber \(number)\n\nmore\n")
    }
    try bench.write("many/odd.md", "# Odd\n\n## A *half*way title\n\nhalf\n")
    func shown(_ name: String) throws -> String {
      let run = try bench.run(["many", "--plain", "--lesson", name], input: "quit\n")
      return run.output + run.errors
    }
    #expect(try shown("Scores 177").contains("78.1 Scores 177"))
    #expect(try shown("\u{FC}ber 104").contains("\u{DC}ber 104"))
    #expect(try shown("halfway").contains("A halfway title"))
    #expect(try shown("scores").contains("several lessons match"))
    #expect(try shown("nowhere").contains("no lesson or chapter is called"))
    #expect(try shown("Note 133").contains("Scores 133"))
  }
}
