import Notes
import Testing

@testable import Quiz

/// What an author writes in an answer mark is a number, a vector or words; what can be meant in two
/// ways, or asks nothing, `check` names.
@Suite struct AuthoredNumberTests {
  private func diagnostics(_ body: String) -> [String] {
    let text = "# C\n\n## L\n\nText.\n\n### Which?\n<!-- quiz -->\n\(body)\n"
    return QuestionBank(notes(text)).diagnostics.map(\.text)
  }

  @Test(arguments: [
    ("[[12,725,000]]", "12725000"), ("[[12,725,000]]", "12.725 million"),
    ("[[1,234.5]]", "1234.5"), ("[[-12,725,000]]", "-12725000"),
    ("[[12,725,000 ± 5]]", "12,725,004"), ("[[175,000,000,000]]", "175 billion"),
  ])
  func thousandsArePartedByCommas(_ mark: String, _ answer: String) throws {
    #expect(try question("It is \(mark).").kindName == "number")
    #expect(try verdict("It is \(mark).", answer).isRight)
  }

  @Test(arguments: ["4 6", "(4, 6)", "[4, 6]", "4, 6", "np.array([4, 6])", "[[4, 6]]"])
  func aPairInRoundBracketsIsAVector(_ answer: String) throws {
    #expect(try question("The shape is [[(4, 6)]].").kindName == "matrix")
    #expect(try verdict("The shape is [[(4, 6)]].", answer).isRight)
    #expect(try !verdict("The shape is [[(4, 6)]].", "6 4").isRight)
    #expect(try verdict("It is [[(0.5, 1/2, -1) ± 0.01]].", "0.5 0.5 -1").isRight)
  }

  @Test(arguments: ["[[(a, b)]]", "[[(4)]]", "[[f(4, 6)]]", "[[(4, 6)|4 x 6]]"])
  func otherBracketsAreWordsOrNumbers(_ mark: String) throws {
    #expect(try question("It is \(mark).").kindName == "fill-the-blank")
  }

  @Test func whatCanBeReadTwoWaysIsNamed() {
    #expect(
      diagnostics("It is [[1,000]].") == [
        "notes.md:9:7: error: an answer mark cannot be read: in [[1,000]], 1,000 can be read two ways: write 1000, or "
          + "1.000 with a point"
      ])
    #expect(diagnostics("It is [[1000|1,000]].") == [])
  }

  /// A matrix in the text is none of the author's answers; where there is no other, that is told.
  @Test func aMatrixThatAsksNothingIsNamed() {
    let told =
      "a matrix that asks nothing: to ask for a vector, write [[= [4, 6]]]"
    #expect(diagnostics("The sum is [[4, 6]].") == ["notes.md:9:12: error: " + told])
    #expect(
      diagnostics("The sum is [[4, 6]].\n\n> [!NOTE]\n> So it is.")
        == ["notes.md:9:12: warning: " + told])
    #expect(diagnostics("With X = [[4, 6]] the sum is [[10]].") == [])
    #expect(diagnostics("X = [[4, 6]] is\n\n1. [x] a row\n1. [ ] a column") == [])
    #expect(diagnostics("It is [[= [4, 6]]].") == [])
  }
}
