import Formulas
import Notes
import Numerics
import Testing
import TextUI

@testable import Widgets

/// What a table shows of its numbers, at any width and in the transcript.
@Suite struct DigitTests {
  private static let sizes = [(40, 10), (78, 21), (107, 57)]

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
          (0..<data.columns).map { widget.value(of: data.source(row, $0), head: head) }
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

  /// Every number drawn, in whatever width, is a rounding of one in the transcript.
  @Test(arguments: 0..<10)
  func narrowScreensRound(seed: Int) throws {
    let panel = try panel(AttentionWidget.self, inputs(seed).with("step", "7"))
    let whole = panel.transcript.flatMap(words).compactMap { EquationReader.value($0) }
    for (columns, rows) in Self.sizes {
      let lines = panel.canvas(columns, rows).text
      // The weights stand below their names, wherever the table stands.
      let title = try #require(
        lines.firstIndex { $0.contains("7 w") && !$0.contains("[7") })
      let drawn = words(lines[title + 2]).compactMap { text in
        EquationReader.value(text).map { (text, $0) }
      }
      #expect(!drawn.isEmpty)
      for (text, number) in drawn {
        let half = halfOfTheLastDigit(text) * (1 + 1e-9)
        #expect(whole.contains { ($0 - number).magnitude <= half }, "\(text) of \(whole)")
      }
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
    #expect(panel.text.contains("u·v         [1e-9]    0    0.25"))
  }
}
