import Notes
import Testing
import TextUI

@testable import Screens

@Suite struct WelcomeTests {
  private func welcome(columns: Int = 80, rows: Int = 24) throws -> Script {
    try #require(Place.named("Welcome, the first time")).script(columns: columns, rows: rows)
  }

  @Test func eachWayLeadsWhereItSays() throws {
    var script = try welcome()
    script.press(.character("1"))
    #expect(script.app.title.hasSuffix("1.1 What a language model does"))
    // The page has made way: back from there are the chapters.
    script.press(.character("q"))
    #expect(script.app.title == "Attend  Notes")

    script = try welcome()
    script.press(.character("2"))
    #expect(script.app.title.hasSuffix("6.1 Queries, keys and values"))

    script = try welcome()
    script.press(.down, .enter)
    #expect(script.screen.contains { $0.contains("1 scores") })
  }

  @Test func qLeadsToTheChaptersAndHelpBackAgain() throws {
    var script = try welcome()
    script.press(.character("q"))
    #expect(script.app.title == "Attend  Notes")
    script.press(.character("?"), .character("f"))
    #expect(script.screen.contains { $0.contains("1  Start at the beginning") })
    script.press(.escape)
    #expect(script.app.title == "Attend  Notes")
  }

  /// The weights of the figure's second query, by NumPy: 0.19775788, 0.40112106, 0.40112106.
  @Test func theWeightsAreThoseOfTheCourse() throws {
    let screen = try welcome().screen
    for (word, weight) in [("the", "0.1978"), ("cat", "0.4011"), ("sat", "0.4011")] {
      #expect(screen.contains { $0.contains("  \(word)  ") && $0.hasSuffix(weight) })
    }
  }

  @Test(arguments: [(0, 0), (1, 1), (20, 5), (40, 12), (200, 60)])
  func theWaysAreThereAtAnySize(_ columns: Int, _ rows: Int) throws {
    var script = try welcome(columns: columns, rows: rows)
    if rows > 4 { #expect(script.screen.contains { $0.contains("Start") }) }
    script.press(.enter)
    #expect(script.app.title.hasSuffix("6.1 Queries, keys and values"))
  }

  @Test func linesAreTakenToo() throws {
    var script = try welcome()
    #expect(script.choose("6.2") != nil)
    #expect(script.app.title.hasSuffix("6.2 Scores"))
    script = try welcome()
    #expect(script.choose("nonsense")?.isEmpty == true && script.app.message != nil)
  }
}
