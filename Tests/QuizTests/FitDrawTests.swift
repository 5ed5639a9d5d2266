import Formulas
import Notes
import TextUI
import Testing

@testable import Quiz

/// Where some of the numbers that are drawn give no question, `check` tells its author, and nobody is asked with them.
@Suite struct FitDrawTests {
  private func bank(_ comment: String, _ body: String) -> QuestionBank {
    QuestionBank(notes("# C\n\n## L\n\nText.\n\n### Which?\n<!-- quiz \(comment) -->\n\(body)\n"))
  }

  /// Nearly all that is drawn is zero, however often it is drawn again.
  private let noughts = (
    "a=choice(\(String(repeating: "0,", count: 40))4)", "One over {{a}} is [[= 1/a ± 0.01]]."
  )

  @Test func whatIsAskedCanBeAnswered() throws {
    for (comment, body) in [noughts] {
      let question = try #require(bank(comment, body).questions.first)
      let told = QuestionCheck.failure(of: question)
      #expect(told.map { "\($0)".contains("seeds)") } == true, "\(comment)")
      for seed in 0..<60 as Range<UInt64> {
        // Eight seeds may give nothing too, and then nothing is asked.
        guard var posed = PresentedQuestion.fit(question, from: seed) else { continue }
        #expect(take(&posed, posed.form.key) == nil && posed.form.verdict.isRight)
        // The log rebuilds it from its own seed.
        #expect(try PresentedQuestion(question, seed: posed.seed).values == posed.values)
      }
      #expect((0..<60).contains { PresentedQuestion.fit(question, from: $0) != nil })
    }
  }

  @Test func aSittingAsksWithNumbersThatFit() throws {
    let library = notes(
      "# C\n\n## L\n\nText.\n\n### Which?\n<!-- quiz \(noughts.0) -->\n\(noughts.1)\n")
    for seed in 1...60 as ClosedRange<UInt64> {
      let reader = Reader(library, .init(seed: seed))
      let posed = try #require(reader.session.posed)
      #expect(posed.values["a"] == .scalar(4))
    }
  }

  /// Where all numbers fit, those of the seed are asked with.
  @Test func whatFitsStays() throws {
    let question = try #require(bank("a=int(1,9)", "Twice {{a}} is [[= 2*a]].").questions.first)
    for seed in 0..<20 as Range<UInt64> {
      let posed = try #require(PresentedQuestion.fit(question, from: seed))
      #expect(
        try posed.seed == seed && posed.values == PresentedQuestion(question, seed: seed).values)
    }
  }

  @Test func thePreviewTellsWhichNumbersDoNot() throws {
    let question = try #require(bank(noughts.0, noughts.1).questions.first)
    let lines = QuestionPreview(question, draws: 120).lines(width: 80, ascii: true)
      .map { $0.text }
    #expect(lines.contains { $0.contains("is not finite") })
  }
}
