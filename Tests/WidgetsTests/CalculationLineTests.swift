import Numerics
import Testing
import TextUI

@testable import Widgets

/// Calculations break before an operator, and are shown whole or not at all.
@Suite struct CalculationLineTests {
  private let lines = [
    "dS[1, 1]:", "  score  1·1 + 0·0 = 1",
    "  dS     0.4011·(0.1978·(3 − 7) + 0.4011·(3 − 11))      = −1.604",
  ].map { [Cell]($0) }

  private func calculations(_ width: Int) -> CalculationLines {
    CalculationLines(lines, ending: [Cell]("  dS     = −1.604"), width: width)
  }

  @Test func whatLinesUpResultsGivesWayFirst() {
    let width = "  dS     0.4011·(0.1978·(3 − 7) + 0.4011·(3 − 11)) = −1.604".count
    #expect(calculations(width).all.count == 3)
    #expect(calculations(width - 1).all.count == 4)
  }

  /// Where no operator fits, it breaks at a blank.
  @Test(arguments: 28...60)
  func noLineEndsInAnOperator(width: Int) {
    for line in calculations(width).all.map(\.text) {
      #expect(line.count <= width)
      #expect(!["+", "−", "=", "·"].contains { line.trimmedEnd.hasSuffix($0) }, "\(line)")
    }
  }

  @Test(arguments: 28...60, 1...6)
  func nothingIsShownByHalves(width: Int, room: Int) {
    let shown = calculations(width).lines(room).map(\.text)
    #expect(shown.count <= room && shown.last?.hasSuffix("= −1.604") == true, "\(shown)")
    let whole = shown.joined(separator: " ")
    // Whatever there is of a calculation, all of it is there.
    if whole.contains("·(") {
      for part in ["0.4011·(0.1978", "(3 − 7)", "0.4011·(3", "11))"] {
        let squeezed = whole.split(separator: " ").joined(separator: " ")
        #expect(squeezed.contains(part), "\(shown)")
      }
    }
  }

  /// The pairs of a product too.
  @Test(arguments: 20...50, 1...9)
  func sumsOfProducts(width: Int, room: Int) {
    let values = (0..<6).map { Double($0) + 0.25 }
    let rows = FactorRows(
      "query looks at key:", ("query", values, .query), ("key", values, .key),
      values.map { $0 * $0 }.reduce(0, +), numbers: NumberText())
    let shown = rows.laidOut(width: width, ascii: false).lines(height: room).map(\.text)
    #expect(shown.count <= room && shown.last?.hasSuffix("= \(rows.result)") == true, "\(shown)")
    #expect(shown.dropFirst().allSatisfy { $0.count <= width }, "\(shown)")
    let plusses = shown.joined().count { $0 == "+" }
    #expect([0, 5].contains(plusses) || shown.joined().contains("…"), "\(shown)")
  }

  /// Each product is that of the two numbers above it, as far as its digits go, though the sum has fewer.
  @Test(arguments: [0, 1, 2, 3])
  func productsAreThoseOfTheirFactors(decimals: Int) {
    let numbers = NumberText()
    let left = [0.0547, 0.1106, 0.0148, -0.0244, 0.3333]
    let right = [1.0, 1, 2, -1, 3]
    let rows = FactorRows(
      "dV:", ("A", left, .query), ("dO", right, .value),
      zip(left, right).map { $0 * $1 }.reduce(0, +),
      numbers: numbers.with(decimals: decimals),
      styles: (numbers.with(decimals: 2), numbers.with(decimals: 0)))
    let lines = rows.laidOut(width: 120, ascii: false).lines(height: 9).map(\.text)
    func shown(_ line: String) -> [String] {
      line.split { " +()".contains($0) }.map(String.init).filter { $0.shownNumber != nil }
    }
    let (above, below, products) = (shown(lines[1]), shown(lines[2]), shown(lines[3]))
    #expect(above.count == 5 && below.count == 5 && products.count == 6, "\(lines)")
    for ((one, other), product) in zip(zip(above, below), products) {
      let factors = (one.shownNumber ?? .nan) * (other.shownNumber ?? .nan)
      #expect(product.isRounding(of: factors), "\(lines)")
    }
  }

  /// And terms as they pile up: the heaviest stay, and none goes unsaid.
  @Test(arguments: 1...8)
  func terms(room: Int) {
    let pile = TermPile(
      "output:", names: ["a", "b", "c", "d"], factors: (1...4).map { (Double($0), 2) }, 20,
      numbers: NumberText(), vanishes: [false, false, false, false])
    let shown = pile.laidOut(width: 40, ascii: false).lines(height: room).map(\.text)
    #expect(shown.count <= room && shown.last?.contains("sum") == true)
    let terms = shown.count { $0.contains("·2") }
    let rest = shown.first { $0.contains("other") }?.split(separator: " ") ?? []
    if room > 3 {
      #expect(terms + (rest.first.flatMap { Int($0) } ?? 0) == 4, "\(shown)")
      #expect(shown.contains { $0.contains("4·2") }, "\(shown)")
    }
    // What is not shown comes to the rest of the sum.
    if room == 4 { #expect(rest.dropFirst(2).first == "12", "\(shown)") }
  }
}
