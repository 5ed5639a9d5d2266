import Formulas
import Notes
import Numerics
import Testing
import TextUI

@testable import Widgets

/// What a table shows of its numbers, at any width and in the transcript.
@Suite struct DigitTests {
  private static let sizes = [(40, 10), (78, 21), (107, 57), (200, 57)]

  private func inputs(_ seed: Int) -> Inputs {
    var g = SeededGenerator(seed: UInt64(seed))
    let (n, m, d, w) = (g.int(in: 1...5), g.int(in: 1...8), g.int(in: 1...4), g.int(in: 1...8))
    let spread = [1.0, 4, 1e-3, 12, 1e-7][seed % 5]
    func matrix(_ rows: Int, _ columns: Int) -> String {
      Plain.text(Matrix(rows: rows, columns: columns) { _, _ in g.normal() * spread })
    }
    return Inputs([
      "Q": matrix(n, d), "K": matrix(m, d), "V": matrix(m, w),
      "mask": ["none", "causal"][g.int(in: 0...1)],
    ])
  }

  /// The numbers of a printed row, in order.
  private func words(_ line: String) -> [String] {
    line.split { " []│▒█▓░▐▌─▸÷'".contains($0) }.map(String.init)
  }

  /// Zero is shown where a number is zero, and nowhere else; with room, four digits of it.
  @Test(arguments: 0..<25)
  func nothingElseLooksLikeZero(seed: Int) throws {
    for step in 1...14 {
      let widget = try AttentionWidget(inputs(seed).with("step", "\(step)"))
      for head in widget.trace.heads.indices {
        let data = widget.stepGrid(widget.step, head: head)
        let values = (0..<data.rows).map { row in
          (0..<data.columns).map { widget.cellNumber(of: data.source(row, $0), head: head) }
        }
        let grid = Grid("", values, numbers: NumberText())
        for detail in NumberText.Detail.allCases {
          for (texts, numbers) in zip(grid.texts(detail), values) {
            for (text, number) in zip(texts, numbers) {
              let isZero = !text.contains { "123456789∞u".contains($0) }
              #expect(isZero == (number == 0), "\(number) reads \(text)")
              #expect(number != 0 || text.trimmed == "0")
              if detail == .full {
                #expect(showsFourDigits(of: number, text), "\(number): \(text)")
              }
            }
          }
        }
      }
    }
  }

  private func showsFourDigits(of number: Double, _ text: String) -> Bool {
    guard number.isFinite, number != 0 else { return true }
    let plain = text.trimmed.map { $0 == "−" ? "-" : String($0) }.joined()
    guard let shown = Double(plain) else { return false }
    return (shown - number).magnitude <= 0.5001e-3 * number.magnitude
  }

  /// The weights of a row as they are drawn, in whatever width, round those that were computed, in
  /// their order: all of them, or those that a window shows.
  @Test(arguments: 0..<10)
  func narrowScreensRound(seed: Int) throws {
    let inputs = inputs(seed).with("step", "7")
    let panel = try panel(AttentionWidget.self, inputs)
    let weights = Array(try AttentionWidget(inputs).trace.heads[0].weights.row(0))
    for (columns, rows) in Self.sizes {
      let lines = panel.canvas(columns, rows).text
      // The weights stand below their names, wherever the table stands.
      let title = try #require(
        lines.firstIndex { $0.contains("7 w") && !$0.contains("[7") })
      // Where room is short, the title stands in line with the names.
      let names = lines[title].split(separator: "weights", maxSplits: 1).dropFirst().first ?? ""
      let isTight = names.contains { $0 != " " } && names.allSatisfy { " 0123456789".contains($0) }
      let main = lines[title + (isTight ? 1 : 2)].split(separator: "│").first ?? ""
      // Before them stand the row's name and, where there is room, what they were made of.
      let all = words(String(main)).filter { $0 != "·" }
      let last = all.suffix(min(weights.count, all.count - 1))
      // Of a large table what its decimals would hide is less than the last of them.
      let drawn = try last.map { text in
        let isHidden = text.hasPrefix("<")
        return (text, isHidden ? 0 : try #require(EquationReader.value(text)))
      }
      #expect(!drawn.isEmpty)
      #expect(columns < 200 || drawn.count == weights.count)
      let isRounded = (0...max(0, weights.count - drawn.count)).contains { first in
        zip(drawn, weights.dropFirst(first)).allSatisfy { text, weight in
          (weight - text.1).magnitude <= halfOfTheLastDigit(text.0) * (1 + 1e-9)
        }
      }
      #expect(isRounded, "\(drawn.map(\.0)) of \(weights)")
    }
  }

  /// With eight columns there is room for four digits at 200 columns and in the transcript.
  @Test func eightColumnsKeepTheirDigits() throws {
    let scores = (0..<8).map { "\(0.00053 * Double($0 + 1))" }.joined(separator: " ")
    let panel = try panel(
      AttentionWidget.self,
      Inputs([
        "Q": "1", "K": scores.split(separator: " ").joined(separator: "; "),
        "V": (0..<8).map { _ in "1" }.joined(separator: "; "),
      ]))
    for number in ["0.00053", "0.00106", "0.00424"] {
      #expect(panel.text.contains(number))
      #expect(panel.canvas(200, 57).text.joined().contains(number))
    }
  }

  @Test func zeroIsToldFromATinyNumber() throws {
    let panel = try panel(
      DotProductWidget.self, Inputs(["u": "1e-9 0 0.25", "v": "1 1 1"]), keys: [.tab])
    #expect(panel.text.contains("u·v         [1e-9]    0  0.2500"))
  }
}
