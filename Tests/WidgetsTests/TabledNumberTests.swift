import Formulas
import Notes
import Numerics
import Testing
import TextUI

@testable import Widgets

/// A number that stands in a table and in a calculation on one screen has one set of digits.
@Suite struct TabledNumberTests {
  /// What a screen shows of the same numbers as the tables, with fewer digits or with more.
  private func differences(_ text: String) -> [String] {
    let shown = Set(
      text.split { !($0.isASCII && $0.isNumber || ".−".contains($0)) }.map(String.init)
        .filter { $0.contains(".") && $0.shownNumber != nil && $0.shownDigits >= 3 })
    return shown.flatMap { short in
      shown.filter { long in
        long.shownDigits > short.shownDigits && long.shownNumber != short.shownNumber
          && short.isRounding(of: long.shownNumber ?? 0)
      }.map { "\(short) and \($0)" }
    }
  }

  @Test(arguments: [(40, 9), (80, 20), (118, 37)], 1...9)
  func attention(size: (columns: Int, rows: Int), step: Int) throws {
    let inputs = Inputs([
      "Q": "1 -3.14159; 0 1", "K": "1 0; 0 1; 1 1", "V": "1.5 2; 3 4; 5.25 6", "step": "\(step)",
    ])
    var panel = try panel(AttentionWidget.self, inputs)
    for _ in 0..<3 {
      let text = panel.canvas(size.columns, size.rows).text.joined(separator: "\n")
      #expect(differences(text) == [], "\(text)")
      panel.press(.right)
    }
  }

  /// Digits that a table has not are not made up for: what then comes to a result nearly says so.
  @Test func equationsWithTheDigitsOfTables() {
    var numbers = NumberText()
    numbers.tabled = [0.19778: "0.1978", 2.0 / 3: "0.67"]
    let near = Equation.sum("term", of: [(0.19778, 3)], 0.59334, numbers: numbers)
    #expect(near.isNear && near.expression == "0.1978·3" && near.result == "0.5933")
    let exact = Equation.quotient("share", 2, 3, 2.0 / 3, numbers: numbers)
    #expect(!exact.isNear && exact.expression == "2 ÷ 3" && exact.result == "0.67")
    // Where no table has them, there are as many digits as it takes.
    let free = Equation.sum("term", of: [(0.19778, 3)], 0.59334, numbers: NumberText())
    #expect(!free.isNear && free.expression == "0.19778·3")
  }
}
