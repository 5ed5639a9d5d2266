import Basics
import Testing

/// Texts that searches take for the same.
@Suite struct FoldingTests {
  @Test(arguments: [
    ("Stra\u{DF}e", "strasse"), ("STRA\u{1E9E}E", "strasse"), ("\u{130}zmir", "izmir"),
    ("e\u{FB03}cient", "efficient"), ("\u{FB01}rst", "first"),
    ("\u{3A3}\u{39F}\u{3A6}\u{39F}\u{3A3}", "\u{3C3}\u{3BF}\u{3C6}\u{3BF}\u{3C3}"),
    ("\u{3C3}\u{3BF}\u{3C6}\u{3BF}\u{3C2}", "\u{3C3}\u{3BF}\u{3C6}\u{3BF}\u{3C3}"),
    ("\u{B5}m", "\u{3BC}m"),
    ("\u{C9}t\u{E9}", "e\u{301}te\u{301}"), ("ABC", "abc"),
  ])
  func folds(text: String, folded: String) { #expect(text.folded == folded) }

  /// Where capitals count, a letter that printers cast as one is still the letters that it is cast from.
  @Test func keepsCase() {
    func kept(_ scalar: UInt32) -> [UInt32] {
      var found: [UInt32] = []
      Folding.add(scalar, keepingCase: true) { found.append($0) }
      return found
    }
    #expect(kept(0xDF) == [0xDF] && kept(0xFB01) == [0x66, 0x69] && kept(0x3C2) == [0x3C2])
  }

  /// What is looked for in sources beside the text itself.
  @Test func othersInSources() {
    #expect(Folding.others(in: "strasse") == ["\u{DF}", "\u{1E9E}", "\u{FB05}", "\u{FB06}"])
    #expect(Folding.others(in: "Stra\u{DF}e").contains("\u{DF}"))
    #expect(Folding.others(in: "token").isEmpty)
  }
}
