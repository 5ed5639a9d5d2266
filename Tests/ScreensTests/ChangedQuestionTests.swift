import Notes
import Quiz
import Scheduling
import TextUI
import Testing

@testable import Screens

/// A question that is changed in the notes while a quiz asks it is judged as it was asked.
@Suite struct ChangedQuestionTests {
  private let text = """
    # C

    ## Sums

    Text.

    ### Which sum do the weights have?
    <!-- quiz -->
    It is [[one]].
    """
  private var other: String {
    text.replacing("Which sum do the weights have?", with: "Whose key is compared with a query?")
      .replacing("[[one]]", with: "[[each token]]")
  }

  private func quiz(_ notes: String) -> Quizzing { Quizzing(notes: notes) }

  private func replace(_ quiz: inout Quizzing, _ notes: String) {
    let document = Document(path: "a.md", bytes: Array(notes.utf8))
    let library = Library(title: "Notes", key: "k", documents: [document])
    _ = quiz.app.update(.result(.library(library)), now: quiz.now)
    while quiz.app.tickInterval == .zero { _ = quiz.app.send(.tick, now: quiz.now) }
  }

  @Test(arguments: [true, false]) func anotherOneIsNotAnswered(isRight: Bool) throws {
    var quiz = quiz(text)
    let asked = try #require(quiz.app.state.bank.questions.first?.id)
    quiz.type(isRight ? "one" : "seven")
    replace(&quiz, other)
    let now = try #require(quiz.app.state.bank.questions.first?.id)
    #expect(now != asked && quiz.screen.contains("Which sum do the weights have?"))
    quiz.press(.enter)
    // It counts for the one that was asked.
    #expect(quiz.rows.map(\.question) == [asked])
    #expect(quiz.rows.map(\.kind) == [.answer(isRight ? .good : .again)])
    if !isRight { quiz.press(.enter) }
    #expect(quiz.screen.contains("The notes have it no more as it was asked"), "\(quiz.screen)")
    #expect(!quiz.screen.contains("due again") && !quiz.screen.contains("1 again"))
    #expect(quiz.app.state.progress?.cards[now] == nil)
    quiz.press(.enter)
    #expect(quiz.screen.contains("That is all for now."), "\(quiz.screen)")
    #expect(quiz.screen.contains("that the notes have no more"), "\(quiz.screen)")
    #expect(!quiz.screen.contains("To read again:"))
  }

  /// The answer to it is taken back all the same.
  @Test func itsAnswerIsTakenBack() {
    var quiz = quiz(text)
    replace(&quiz, other)
    quiz.type("one")
    quiz.press(.enter, .alt("u"))
    #expect(quiz.rows.count == 2 && quiz.rows.last?.kind == .void(quiz.rows[0].id))
    #expect(quiz.screen.contains("Which sum do the weights have?"))
  }

  @Test func aMendedOneIsSaidToBe() {
    let named = text.replacing("<!-- quiz -->", with: "<!-- quiz id=sum -->")
    var quiz = quiz(named)
    quiz.type("one")
    replace(&quiz, named.replacing("[[one]]", with: "[[always one]]"))
    quiz.press(.enter)
    #expect(quiz.rows.map(\.kind) == [.answer(.good)] && quiz.rows.map(\.question) == ["sum"])
    let words = quiz.screen.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("judged by it as it was asked. It is due again in"), "\(words)")
  }

  /// What a file above now holds more does not lead to another lesson at the end.
  @Test func theEndLeadsToWhereItStandsNow() {
    var quiz = quiz(text)
    quiz.press(.alt("r"))
    replace(&quiz, "# B\n\n## Trees\n\nApples.\n\n" + text)
    quiz.press(.enter, .alt("q"))
    #expect(quiz.screen.contains("Sums  1 wrong"), "\(quiz.screen)")
  }

  /// What readers judge themselves is no part of a test, which says so before and after.
  @Test func aTestSaysWhatItLeavesOut() {
    let recall = "\n\n### Why?\n<!-- quiz id=why -->\n\n> [!NOTE]\n> Because.\n"
    var quiz = Quizzing(.quiz(Plan.Scope(.test, count: 7)), notes: text + recall)
    #expect(
      quiz.screen.contains("One question that you judge yourself is left out"), "\(quiz.screen)")
    quiz.type("one")
    quiz.press(.enter)
    #expect(quiz.screen.contains("1 of 1 right") && quiz.screen.contains("is left out"))
    let whole = Quizzing(.quiz(Plan.Scope(.test, count: 7)), notes: text)
    #expect(!whole.screen.contains("is left out"))
  }
}
