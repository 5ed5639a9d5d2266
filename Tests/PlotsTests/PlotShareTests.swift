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

  /// What rounding leaves is given or taken where that tells no two equal shares apart.
  @Test(arguments: 8...60) func equalSharesHaveEqualBars(room: Int) {
    let shares = [0.22, 0.055, 0.11, 0.22, 0.055, 0.11, 0.224, 0.006]
    let lengths = SharePlot.lengths(shares, room: room)
    #expect(lengths.reduce(0, +) == room && lengths.allSatisfy { $0 > 0 }, "\(lengths)")
    if room >= 30 {
      for (one, other) in [(0, 3), (1, 4), (2, 5)] { #expect(lengths[one] == lengths[other]) }
    }
  }

  @Test func partsBeyondTheColumnsAreLeftOut() {
    let lengths = SharePlot.lengths(Array(repeating: 0.025, count: 40), room: 20)
    #expect(lengths.count == 40 && lengths.reduce(0, +) == 20)
    #expect(SharePlot.lengths([0, 1, .nan], room: 10) == [0, 10, 0])
    #expect(SharePlot.lengths([0.5], room: 10) == [5])
    let many = SharePlot.lengths([0.5] + Array(repeating: 0.5 / 128, count: 128), room: 30)
    #expect(many[0] == 15 && many.reduce(0, +) == 30)
  }

  @Test func partsNamedByTheirSignsNeedNoLegend() {
    #expect(bar(8, ascii: false, named: false).count == 1)
    #expect(bar(4, ascii: false, named: false).count > 1)
  }
}
