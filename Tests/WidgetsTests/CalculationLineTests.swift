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
