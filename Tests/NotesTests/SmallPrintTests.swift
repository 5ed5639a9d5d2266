import Testing

@testable import Notes

/// `<sub>` and `<sup>` are an index where they stand on a word, and small print elsewhere.
@Suite struct SmallPrintTests {
  @Test(arguments: [
    ("<sub>Made with love.</sub>", "Made with love."),
    ("A <sup>small note here</sup>", "A small note here"),
    ("<sub><b>Kent C. Dodds</b></sub>", "Kent C. Dodds"),
    ("x<sub>the first of all</sub>", "x_(the first of all)"),
    ("x<sub>a <b>b</b> c</sub> <sub>all of it</sub>", "x_(a b c) all of it"),
  ])
  func isText(_ written: String, _ shown: String) {
    #expect(inlines(written).plainText == shown)
  }
}
