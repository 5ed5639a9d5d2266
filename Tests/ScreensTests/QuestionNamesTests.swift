import Notes
import Quiz
import Scheduling
import TextUI
import Testing

@testable import Screens

/// Questions in lists, and the ways to study.
@Suite struct QuestionNamesTests {
  private static let text =
    "# A\n## One $x^2$\n### Which?\n<!-- quiz id=a -->\nIt is [[1]].\n\n### Other?\n<!-- quiz id=b -->\nIt is [[2]].\n"
    + "## Two\n### Which?\n<!-- quiz id=c -->\nThat is [[3]].\n"

  /// Two of one title are told apart by their lesson and what they ask.
  @Test func alikeRowsAreToldApart() {
    var script = Script(
      [("a.md", Self.text)], columns: 110, opening: [.contents, .questions(.all)])
    script.settle()
    let rows = script.screen.filter { $0.contains("?") }
    #expect(rows.contains { $0.contains("Which?, One x², It is ____.") }, "\(rows)")
    #expect(rows.contains { $0.contains("Which?, Two, That is ____.") }, "\(rows)")
    #expect(rows.contains { $0.contains("Other?  ") && !$0.contains("Two,") }, "\(rows)")
  }

  /// A digit begins the way of that number at once: those beyond the ninth have none.
  @Test func noWayHasTwoDigits() {
    var script = Script(
      [("a.md", Self.text)],
      opening: [.contents, .study(LessonID(document: 0, chapter: 0, lesson: 0))]
    )
    script.settle()
    let screen = script.screen.joined(separator: "\n")
    #expect(screen.contains("9   ") && screen.contains("Due a day"))
    #expect(!screen.contains("10  ") && !screen.contains("11  "), "\(screen)")
  }

  /// In lines the word that goes on after an answer is none, unless it is the right one.
  @Test func theWordThatGoesOnIsNoAnswer() {
    for (right, word) in [("five", "next"), ("next", "next")] {
      let text = "# A\n## L\n### Which?\n<!-- quiz id=a -->\nIt is [[\(right)]].\n"
      var quiz = Quizzing(.quiz(Plan.Scope(seed: 1)), isLinear: true, notes: text)
      quiz.line(word)
      #expect(quiz.rows.count == (right == word ? 1 : 0))
      guard right != word else { continue }
      #expect(quiz.app.message?.contains("answer \(word) answers with the word") == true)
      quiz.line("answer \(word)")
      #expect(quiz.rows.map(\.answer) == [word])
    }
  }
}
