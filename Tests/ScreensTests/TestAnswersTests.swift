import Notes
import Quiz
import TextUI
import Testing

@testable import Screens

/// A test that is over, looked through.
@Suite struct TestAnswersTests {
  private static let text =
    "# A\n## L\n### One?\n<!-- quiz id=a -->\n1. [x] yes\n   > So it is.\n1. [ ] no\n\n### Two?\n<!-- quiz id=b -->\n"
    + "It is [[2]].\n\n> [!NOTE]\n> One more than one.\n\n### Three?\n<!-- quiz id=c -->\nIt is [[3]].\n"

  private func over(columns: Int = 80, rows: Int = 24) -> Script {
    var script = Script(
      [("a.md", Self.text)], columns: columns, rows: rows,
      opening: [.contents, .quiz(Plan.Scope(.test))])
    script.settle()
    for _ in 0..<3 {
      let screen = script.screen.joined()
      if screen.contains("One?") {
        script.type("2")
        script.press(.enter)
      } else if screen.contains("Two?") {
        script.type("2")
        script.press(.enter)
      } else {
        script.press(.alt("s"))
      }
    }
    return script
  }

  @Test func oneKeyShowsOnesAnswersAndTheRightOnes() {
    var script = over(rows: 60)
    #expect(script.screen.joined().contains("1 of 3 right"))
    script.press(.character("v"))
    let screen = script.screen.joined(separator: "\n")
    for text in [
      "✗ 2  no", "Not right.", "Right is: yes", "So it is.", "✓ Right.", "One more than one.",
      "The answer, without a try.",
    ] {
      #expect(screen.contains(text), "\(text) in \(screen)")
    }
    script.press(.character("q"))
    #expect(script.screen.joined().contains("1 of 3 right"))
  }

  @Test func questionsAreGoneThroughAndLeadToTheirLessons() {
    var script = over(columns: 40, rows: 12)
    script.press(.character("v"))
    #expect(script.screen[0].contains("1 of 3"))
    script.press(.character("]"))
    #expect(script.screen[0].contains("2 of 3"))
    script.press(.character("["))
    #expect(script.screen[0].contains("1 of 3"))
    script.press(.character("o"))
    #expect(script.app.screen is Screens.Reader)
  }

  /// Not before its end, and not where each answer is told at once.
  @Test func nothingIsShownBeforeTheEnd() {
    for mode in [Plan.Mode.test, .schedule] {
      var scope = Plan.Scope(mode)
      scope.seed = 1
      var script = Script([("a.md", Self.text)], opening: [.contents, .quiz(scope)])
      script.settle()
      script.press(.alt("v"), .character("v"))
      #expect(script.app.screen is QuizScreen)
    }
  }
}
