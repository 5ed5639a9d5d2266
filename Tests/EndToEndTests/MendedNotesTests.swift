import Libc
import TerminalTesting
import TestSupport
import Testing

/// Notes that were edited since they were open: what is due, what is known again, and by which of the commands.
@Suite struct MendedNotesTests {
  private func lesson(_ questions: String...) -> String {
    "# C\n\n## L\n\n"
      + questions.map { "### \($0)\n<!-- quiz -->\n\nIt is called [[softmax]].\n\n" }.joined()
  }
  private let first = "What makes weights of the scores?"
  private let mended = "What makes weights of all the scores?"

  private func answers(_ bench: Workbench, _ path: String) throws -> [Int] {
    try bench.run(["stats", path, "--json"]).output.ranges(of: "\"answers\":").isEmpty
      ? []
      : bench.run(["stats", path, "--json"]).output.split(separator: "\"answers\":").dropFirst()
        .compactMap { Int($0.prefix { $0.isNumber }) }
  }

  /// Notes that are named are read; without a name what was seen last is told.
  @Test func dueReadsNotesThatAreNamed() throws {
    let bench = try Workbench()
    try bench.write("notes.md", lesson(first))
    _ = try bench.run(["quiz", "notes.md", "--plain"], input: "softmax\nquit\n")
    try bench.write("notes.md", lesson(mended, "Which is new?", "Which is new, too?"))
    #expect(try bench.run(["due"]).output == "nothing is due\n")
    #expect(try bench.run(["due", "notes.md"]).output == "0 due, 2 new: notes.md\n")
    // What today has had counts for its measure.
    try bench.write("notes.md", lesson(mended, "", ""))
    _ = try bench.run(["quiz", "notes.md", "--plain"], input: "")
    let many = (1...30).map { "Which is number \($0)?" }
    try bench.write("notes.md", "# C\n\n## L\n\n" + many.map { lesson($0).dropFirst(12) }.joined())
    let due = try bench.run(["due", "notes.md", "--json"]).output
    #expect(due.contains("\"new\":12") || due.contains("\"new\":11"), "\(due)")
  }

  /// What the statistics recognise is what the notes know once they are open.
  @Test func statsTellWhatAQuizKeeps() throws {
    let bench = try Workbench()
    try bench.write("notes.md", lesson(first))
    _ = try bench.run(["quiz", "notes.md", "--plain"], input: "softmax\nquit\n")
    try bench.write("notes.md", lesson(mended))
    let before = try bench.run(["stats", "notes.md", "--json"]).output
    _ = try bench.run(["quiz", "notes.md", "--plain"], input: "quit\n")
    #expect(try bench.run(["stats", "notes.md", "--json"]).output == before)
    #expect(try answers(bench, "notes.md") == [1])
  }

  /// A question of two files that is changed in one: each goes on by itself, whichever is opened first.
  @Test(arguments: [["a", "b"], ["b", "a"], [".", "a", "b"]])
  func twoFilesPart(order: [String]) throws {
    let bench = try Workbench()
    for name in ["a", "b"] {
      mkdir("\(bench.folder)/\(name)", 0o755)
      try bench.write("\(name)/week.md", lesson(first))
    }
    _ = try bench.run(["quiz", "a", "--plain"], input: "softmax\nquit\n")
    _ = try bench.run(["quiz", "b", "--plain"], input: "quit\n")
    try bench.write("a/week.md", lesson(mended))
    for folder in order { _ = try bench.run(["quiz", folder, "--plain"], input: "quit\n") }
    #expect(try answers(bench, "a") == [1] && answers(bench, "b") == [1])
    let id = { (folder: String) in
      try bench.run(["stats", folder, "--json"]).output.split(separator: "\"id\":\"")[1]
        .prefix { $0 != "\"" }
    }
    #expect(try id("a") != id("b"))
    let log = try bench.run(["progress", "export"]).output
    #expect(log.ranges(of: "\"action\":\"continues\"").count == 1, "\(log)")
  }

  /// A folder that was renamed, with a question mended at once, is known from itself and from above.
  @Test(arguments: [["n/physics", "n"], ["n", "n/physics"]])
  func aRenamedFolderIsKnownFromBoth(order: [String]) throws {
    let bench = try Workbench()
    for name in ["n", "n/phys"] { mkdir("\(bench.folder)/\(name)", 0o755) }
    try bench.write("n/phys/week.md", lesson(first))
    _ = try bench.run(["quiz", "n", "--plain"], input: "softmax\nquit\n")
    rename("\(bench.folder)/n/phys", "\(bench.folder)/n/physics")
    try bench.write("n/physics/week.md", lesson(mended))
    let opened = try bench.run(["quiz", order[0], "--plain"], input: "quit\n").output
    #expect(opened.contains("A question was recognised"), "\(opened)")
    for folder in order { #expect(try answers(bench, folder) == [1], "\(folder)") }
  }

  // MARK: Beside it

  /// What was answered last can be taken back where nothing is left to ask.
  @Test func anAnswerIsTakenBackAfterARestart() throws {
    let bench = try Workbench()
    try bench.write("notes.md", lesson(first))
    _ = try bench.run(["quiz", "notes.md", "--plain"], input: "softmax\nquit\n")
    let quiz = try bench.run(["quiz", "notes.md", "--plain"], input: "undo\nquit\n")
    #expect(quiz.output.contains("Type undo to take the last answer back"), "\(quiz.output)")
    #expect(quiz.output.contains("Taken back: answer it again"), "\(quiz.output)")
    #expect(try answers(bench, "notes.md") == [0])
    // Where there is none, it ends at once.
    try bench.write("other.md", "# C\n\n## L\n\nWords.\n")
    let none = try bench.run(["quiz", "other.md", "--plain"], input: "undo\n")
    #expect(!none.output.contains("undo"), "\(none.output)")
  }

  @Test func placementObeysOrSaysWhy() throws {
    let bench = try Workbench()
    try bench.write("notes.md", lesson(first, "Which is new?", "Which is new, too?"))
    let short = try bench.run(
      ["quiz", "notes.md", "--placement", "--count", "2", "--plain"], input: "skip\n")
    #expect(short.output.contains("1 of 2"), "\(short.output)")
    let lesson = try bench.run(["quiz", "notes.md", "--placement", "--lesson", "1", "--plain"])
    #expect(lesson.status == 2 && lesson.errors.contains("leave --lesson out"), "\(lesson.errors)")
    let chapter = try bench.run(["quiz", "notes.md", "--placement", "--chapters", "7", "--plain"])
    #expect(chapter.status == 1 && chapter.errors.contains("no chapter 7"), "\(chapter.errors)")
  }

  /// A second import tells of no answers, in whatever zone; nor does one below a folder that has the cards.
  @Test func aSecondImportBringsNothing() throws {
    let bench = try Workbench()
    let package = Files.tests + "/Fixtures/anki/answered.apkg"
    mkdir("\(bench.folder)/n", 0o755)
    try bench.write("n/own.md", lesson(first))
    let run = try bench.run(["import", package, "--into", "n"])
    #expect(run.errors.contains("3 answers to 2 questions came along"), "\(run.errors)")
    // Where the notes around it were never quizzed the cards are written, and where they stand is said.
    let beside = try bench.run(["import", package, "--into", "n/beside"])
    #expect(beside.errors.contains("in the folder around it too ("), "\(beside.errors)")
    #expect(!beside.errors.contains("came along"), "\(beside.errors)")
    unlink("\(bench.folder)/n/beside/answered.md")
    _ = try bench.run(["quiz", "n", "--plain"], input: "quit\n")
    for (folder, zone) in [("n", "UTC"), ("n", "Asia/Tokyo"), ("n/below", "UTC")] {
      let again = try bench.run(["import", package, "--into", folder], ["TZ": zone])
      #expect(!again.errors.contains("came along"), "\(again.errors)")
      #expect(again.output.hasPrefix("nothing written: "), "\(again.output)")
    }
    #expect(access("\(bench.folder)/n/below", F_OK) != 0)
    let stats = try bench.run(["stats", "n", "--json"]).output
    #expect(stats.contains("\"reviews\":3"), "\(stats)")
  }
}
