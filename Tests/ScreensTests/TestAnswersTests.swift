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

  /// A number typed line by line is that of the question: the first one is 1.
  @Test func aNumberLeadsToTheLessonOfItsQuestion() {
    for (line, isKnown) in [("1", true), ("3", true), ("0", false), ("4", false), ("one", false)] {
      var script = over()
      script.press(.character("v"))
      #expect((script.choose(line) != nil) == isKnown, "\(line)")
      #expect((script.app.screen is Screens.Reader) == isKnown, "\(line)")
    }
  }

  /// Of a lesson with a long title the title is cut, and not what is told of it.
  @Test(arguments: [40, 60, 80]) func whatIsToBeReadAgainSaysWhy(columns: Int) throws {
    let title = "A title that is as long as titles of lessons get when somebody means well"
    var script = Script(
      [("a.md", "# A\n## \(title)\n### One?\n<!-- quiz id=a -->\nIt is [[2]].\n")],
      columns: columns,
      opening: [.contents, .quiz(Plan.Scope(.test))])
    script.settle()
    script.press(.alt("r"))
    let row = try #require(script.screen.first { $0.contains("1 wrong") })
    #expect(row.contains("A tit") && row.contains("…") && row.hasSuffix("minute"), "\(row)")
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
