import Numerics
import Testing

@testable import Formulas

/// Printouts that MATLAB parts into columns, and numbers with commas between thousands.
@Suite struct PrintedColumnsTests {
  @Test func columnsInTurnStandSideBySide() throws {
    let printed = """
      A =

         1.0e+03 *

        Columns 1 through 3

          0.0010    1.5000   -0.2000
          2.0000    0.0000    0.0100

        Columns 4 and 5

          0.1000    0.2000
          0.3000    0.4000

        Column 6

          9.0000
          8.0000

      """
    let matrix = try NumberReader.matrix(printed)
    #expect(matrix == Matrix([[1, 1500, -200, 100, 200, 9000], [2000, 0, 10, 300, 400, 8000]]))
    let row = try NumberReader.vector(
      "ans =\n\n  Columns 1 through 2\n\n  1 2\n\n  Column 3\n\n  3\n")
    #expect(row == [1, 2, 3])
  }

  @Test(
    arguments: [
      ("1,234.5 6\n7 8", [[1234.5, 6], [7, 8]]),
      ("1,234.5\t-2,000\n3\t4,000.25", [[1234.5, -2000], [3, 4000.25]]),
      ("1,234,567 8", [[1_234_567, 8]]), ("1,2 3", nil), ("1,234 5", nil), ("1,23.5 6", nil),
      ("12,34,567 8", nil), ("1,234.5", [[1, 234.5]]), ("1, 234.5", [[1, 234.5]]),
      ("[1,234.5, 6]", [[1, 234.5, 6]]),
    ] as [(String, [[Double]]?)])
  func thousands(text: String, rows: [[Double]]?) {
    #expect((try? NumberReader.matrix(text)) == rows.flatMap(Matrix.init))
  }

  /// A round guess fits many numbers: a mistake is named where its own number was typed.
  @Test func aRoundGuessNamesNoMistake() {
    func mistake(_ guess: Double, _ number: Double) -> Misconception? {
      Judgement(Quantity(guess), truth: 0.67, mistakes: [(.signWrong, number)]).mistake
    }
    #expect(mistake(0.5, 0.5035) == nil)
    #expect(mistake(0.5, 0.5) == .signWrong)
    #expect(mistake(0.5035, 0.50349) == .signWrong)
    #expect(mistake(0.50, 0.5035) == nil)
    #expect(mistake(3, 3) == .signWrong && mistake(-0.42, -0.4223) == .signWrong)
  }
}
