import TerminalTesting
import Testing

/// What someone sees who starts the program for the first time.
@Suite struct FirstStartTests {
  @Test func thePageOfTheFirstStartIsShownUntilSomethingWasRead() throws {
    let bench = try Workbench()
    var terminal = try bench.start([])
    _ = try terminal.wait(for: "first time here")
    terminal.send("1")
    _ = try terminal.wait(for: "lesson 1 of")
    terminal.send("qq")
    #expect(try terminal.waitForExit() == 0)

    terminal = try bench.start([])
    let screen = try terminal.wait(for: "Go on")
    #expect(!screen.contains("first time here"))
    terminal.send("q")
    #expect(try terminal.waitForExit() == 0)
  }

  /// What Contents has a key for is there from the first page too.
  @Test func whoKnowsTheWayGoesStraightOn() throws {
    let run = try Workbench().run(["--plain"], input: "widgets\n1\nquit\n")
    #expect(run.output.contains("running sum"))
  }

  /// Who brings notes, or names a lesson, gets those.
  @Test func ownNotesOpenAtOnce() throws {
    let bench = try Workbench()
    try bench.write("notes.md", "# Mine\n\n## First\n\nText.\n")
    let own = try bench.run(["notes.md", "--plain"], input: "quit\n")
    #expect(own.output.contains("1.1  First") && !own.output.contains("Start at the beginning"))
    let named = try bench.run(["--lesson", "6.2", "--plain"], input: "quit\n")
    #expect(named.output.contains("6.2 Scores") && !named.output.contains("Start at the"))
    let course = try Workbench().run(["--plain"], input: "1\nquit\n")
    #expect(course.output.contains("1  Start at the beginning: 1.1"))
    #expect(course.output.contains("A language model continues a text"))
  }
}
