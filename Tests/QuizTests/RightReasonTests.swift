import Notes
import Testing

@testable import Quiz

/// Why what is right is so is told where something else was chosen, on the screen and on a card.
@Suite struct RightReasonTests {
  private static let body = """
    # C

    ## L

    ### Which?
    <!-- quiz id=a -->
    1. [ ] one
       > Too few.
    1. [x] two
       > Just enough.
    1. [ ] three
    """

  @Test func itIsPartOfTheVerdictOnAnotherChoice() throws {
    let question = try #require(QuestionBank(notes(Self.body)).questions.first)
    var form = try PresentedQuestion(question, seed: 1).form
    for number in 1...3 {
      #expect(form.take("\(number)") == nil)
      let verdict = form.verdict
      #expect(verdict.rightReasons.map(\.plainText) == (verdict.isRight ? [] : ["Just enough."]))
    }
  }

  @Test func itStandsOnTheBackOfACard() throws {
    let library = notes(Self.body)
    let card = try #require(AnkiCard.all(QuestionBank(library), in: library).first)
    #expect(card.back.contains("<li><b>two</b>: Just enough.</li><li><i>one</i>: Too few.</li>"))
  }
}
