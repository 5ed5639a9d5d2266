import Testing

@testable import TextUI

@Suite struct WrappingTests {
  @Test func linesBreakAtSpaces() {
    #expect(Wrapping.lines(of: "one two three", width: 7) == ["one two", "three"])
    #expect(Wrapping.lines(of: "one  two", width: 4) == ["one", "two"])
    #expect(Wrapping.lines(of: "", width: 4) == [""])
  }

  /// A number keeps its percent sign, wherever the line would end.
  @Test(arguments: 4...8) func percentStaysWithItsNumber(width: Int) {
    let lines = Wrapping.lines(of: "it is 12 % now", width: width)
    #expect(lines.contains { $0.contains("12 %") }, "\(lines)")
    #expect(Wrapping.lines(of: "100 %", width: 3) == ["100", "%"])
  }

  @Test func longWordsBreakInside() {
    #expect(Wrapping.lines(of: "abcdefghij", width: 4) == ["abcd", "efgh", "ij"])
    #expect(Wrapping.lines(of: "a pre-training", width: 7) == ["a pre-", "trainin", "g"])
  }

  @Test func partsStandSideBySideWhereTheyFit() {
    let parts = ["u = [1, 2]", "v = [3]", "w"].map { [Cell]($0) }
    func lines(_ width: Int) -> [String] {
      Wrapping.lines(ofParts: parts, gap: 3, width: width).map(\.text)
    }
    #expect(lines(30) == ["u = [1, 2]   v = [3]   w"])
    #expect(lines(19) == ["u = [1, 2]", "v = [3]   w"])
    #expect(lines(7) == ["u = [1,", "2]", "v = [3]", "w"])
  }

  @Test func wideGlyphsStayWhole() {
    #expect(Wrapping.lines(of: "注意力机制", width: 5) == ["注意", "力机", "制"])
    #expect(Wrapping.lines(of: "注意。力", width: 4) == ["注", "意。", "力"])
  }

  @Test func everyWidthTerminatesAndKeepsEveryWord() {
    let text = "The score q·k grows with 维度 and pre-training, e\u{301}t cetera 👩\u{200D}🔬."
    for width in 1...40 {
      let lines = Wrapping.lines(of: text, width: width)
      for line in lines where width > 1 { #expect(line.displayWidth <= width) }
      func letters(_ text: String) -> String { text.filter { $0 != " " } }
      #expect(letters(lines.joined()) == letters([Cell](text).text))
    }
  }
}
