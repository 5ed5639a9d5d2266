import Formulas
import Notes
import Numerics
import TestSupport
import Testing
import TextUI

@testable import Quiz

extension String {
  fileprivate var cutAtEnd: String {
    var text = self[...]
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }
}

@Suite struct WrongCellTests {
  private static let matrices: [String: Value] = [
    "Q": .matrix(Matrix([[4, -1], [-1, 5]]) ?? Matrix(rows: 0, columns: 0)),
    "K": .matrix(Matrix([[-1, 2], [1, -1]]) ?? Matrix(rows: 0, columns: 0)),
    "s": .vector([1, 3]),
  ]

  private func cell(_ right: String, _ mistaken: String) throws -> WrongCell? {
    let formula = try Expression(right)
    let other = try Expression(mistaken)
    return WrongCell(
      formula, answered: try other.value(Self.matrices).numbers, by: other, Self.matrices
    ) { abs($0 - $1) < 1e-9 }
  }

  private func text(_ cell: WrongCell?, width: Int = 72) -> [String] {
    cell?.lines(width: width).map { $0.text.cutAtEnd } ?? []
  }

  /// Q times K where Q times the transpose of K was asked for: worked out by hand.
  @Test func aProductIsComputedBothWays() throws {
    let lines = text(try cell("matmul(Q,transpose(K))", "matmul(Q,K)"))
    #expect(
      lines == [
        "Row 1, column 1",
        "  right                               yours",
        "    row 1 of Q   4  −1                  row 1 of Q      4  −1",
        "    row 1 of K  −1   2                  column 1 of K  −1   1",
        "    4·(−1) + (−1)·2 = −6                4·(−1) + (−1)·1 = −5",
      ])
  }

  @Test func onANarrowScreenTheWaysStandBelowEachOther() throws {
    let lines = text(try cell("matmul(Q,transpose(K))", "matmul(Q,K)"), width: 36)
    #expect(lines.contains("  right") && lines.contains("  yours"))
    #expect(lines.allSatisfy { $0.displayWidth <= 36 })
  }

  @Test func aSharePointsToItsQuotient() throws {
    let lines = text(try cell("softmax(s)", "s/sum(s)"))
    #expect(lines.first == "Number 1")
    #expect(lines.contains { $0.contains("÷ 1.135") && $0.contains("1 ÷ 4 = 0.25") })
  }

  @Test func whatAgreesOrCannotBeToldHasNone() throws {
    #expect(try cell("matmul(Q,K)", "matmul(Q,K)") == nil)
    #expect(try cell("sum(s)", "max(s)") == nil)
  }

  /// Every formula of the course's questions is worked out to its own value, cell by cell.
  @Test func everyCalculationComesToItsCell() throws {
    for text in [
      "matmul(Q,transpose(K))", "matmul(transpose(Q),K)", "softmax(s)", "s/4", "s*2", "s-1", "s+s",
    ] {
      let formula = try Expression(text)
      let value = try formula.value(Self.matrices)
      for row in 0..<value.shape.rows {
        for column in 0..<value.shape.columns {
          let work = try #require(formula.work(row: row, column: column, Self.matrices))
          #expect(work.equation.value == value[row, column], "\(text)")
        }
      }
    }
  }

  // MARK: In a question

  private func question(_ text: String) throws -> Question {
    let note = "# C\n\n## L\n\n" + text
    let library = Library(
      title: "", key: "", documents: [Document(path: "a.md", bytes: Array(note.utf8))])
    return try #require(QuestionBank(library).questions.first)
  }

  @Test func aTypedMatrixAndAChosenOneTellOfIt() throws {
    let typed = try question(
      "### Which?\n<!-- quiz Q=mat(2,2,1,3) K=mat(2,2,4,6) -->\n\n[[= matmul(Q,transpose(K)) ± 0.01]]\n"
    )
    // A symmetric K would leave nothing to be wrong.
    let seed = try #require(
      (1...20 as ClosedRange<UInt64>).first { seed in
        guard let posed = try? PresentedQuestion(typed, seed: seed),
          case .matrix(let k)? = posed.values["K"]
        else { return false }
        return k[0, 1] != k[1, 0]
      })
    var posed = try PresentedQuestion(typed, seed: seed)
    guard case .matrix(let q)? = posed.values["Q"], case .matrix(let k)? = posed.values["K"] else {
      Issue.record("no matrices")
      return
    }
    let wrong = try q.times(k)
    #expect(posed.form.take(Value.matrix(wrong).typed) == nil)
    #expect(posed.form.verdict.wrongCell?.yours.work != nil)

    let chosen = try question(
      "### Which?\n<!-- quiz Q=mat(2,2,1,3) K=mat(2,2,4,6) -->\n\n"
        + "1. [ ] {{= matmul(Q,K)}}\n1. [x] {{= matmul(Q,transpose(K))}}\n1. [ ] another\n")
    posed = try PresentedQuestion(chosen, seed: 1)
    for (number, option) in posed.form.choices.enumerated() {
      _ = posed.form.take("\(number + 1)")
      let isWrong = !posed.form.verdict.isRight && option.plainText != "another"
      #expect((posed.form.verdict.wrongCell != nil) == isWrong)
    }
  }

  // MARK: Matrices drawn

  private func drawn(_ text: String, width: Int = 60, ascii: Bool = false) -> [String] {
    [Block(.paragraph([.text(text)]))].lines(width: width, ascii: ascii).map { $0.text.cutAtEnd }
  }

  @Test func matricesAreDrawnAsByHand() {
    #expect(
      drawn("Q = [[4, −1], [−1, 5]], K = [[0, 2], [10, −1]].") == [
        "Q = ⎡  4  −1 ⎤, K = ⎡  0   2 ⎤.", "    ⎣ −1   5 ⎦      ⎣ 10  −1 ⎦",
      ])
    #expect(drawn("[[1, 0], [0, 1]]", ascii: true) == ["[ 1  0 ]", "[ 0  1 ]"])
  }

  @Test func whatIsNoMatrixStaysText() {
    for text in ["[[1, 2, 3]]", "[[a, b], [c, d]]", "[[1, 2], [3]]", "[[", "]] [[", "[1, 2]"] {
      #expect(drawn(text) == [text])
    }
  }

  @Test func aMatrixThatIsTooWideStaysText() {
    #expect(drawn("[[100, 200], [300, 400]]", width: 11).joined(separator: " ").contains("[[100,"))
  }
}
