import Testing

@testable import Plots

/// Rows of shares as bars that are cut in parts.
@Suite struct PlotShareTests {
  private func bar(_ count: Int, ascii: Bool, named: Bool = true) -> [String] {
    let plot = SharePlot(
      [.init(label: "q", shares: Array(repeating: 1 / Double(count), count: count))],
      names: (1...count).map { named ? "word \($0)" : "\($0)" })
    let picture = plot.picture(columns: 2 + 4 * count, rows: 9, ascii: ascii)
    return (0..<picture.rows).map { row in
      picture.runs(row: row).map(\.text).joined()
    }
  }

  @Test func fewPartsDifferByTheirShades() {
    #expect(bar(4, ascii: false)[0].hasSuffix("░░░░▓▓▓▓▒▒▒▒████"))
    #expect(bar(4, ascii: true)[0].hasSuffix("....####::::===="))
  }

  /// Without any colour each part is told from all others, and the legend has its sign.
  @Test func manyPartsHaveSignsOfTheirOwn() {
    #expect(bar(8, ascii: false)[0].hasSuffix("1░░░2▓▓▓3▒▒▒4███5░░░6▓▓▓7▒▒▒8███"))
    #expect(bar(8, ascii: true)[0].hasSuffix("1...2###3:::4===5...6###7:::8==="))
    #expect(bar(12, ascii: true)[0].contains("a###b:::c==="))
    #expect(bar(8, ascii: false).dropFirst().joined().contains("8"))
    #expect(bar(8, ascii: false).dropFirst().joined().contains("word8"))
  }

  /// What the bars are is said above them, where that leaves two of them; of many those around the one
  /// that is looked at are seen.
  @Test func barsHaveACaption() {
    let rows = (1...6).map { SharePlot.Row(label: "q\($0)", shares: [0.5, 0.5]) }
    func lines(_ limit: Int) -> [String] {
      let plot = SharePlot(rows, names: ["a", "b"], caption: "who looks at whom", looked: 4)
      let picture = plot.picture(columns: 24, rows: limit, ascii: true)
      return (0..<picture.rows).map { picture.runs(row: $0).map(\.text).joined(separator: " ") }
    }
    #expect(lines(8)[0] == "who looks at whom" && lines(8)[1].hasPrefix("q1 "))
    #expect(lines(5).map { $0.prefix(2) } == ["wh", "q4", "q5", "q6", ". "])
    #expect(lines(3)[0].hasPrefix("q4 "))
  }

  @Test func partsNamedByTheirSignsNeedNoLegend() {
    #expect(bar(8, ascii: false, named: false).count == 1)
    #expect(bar(4, ascii: false, named: false).count > 1)
  }
}
