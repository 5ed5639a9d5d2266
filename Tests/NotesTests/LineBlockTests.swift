import Testing

@testable import Notes

/// Pandoc's line blocks keep their lines; tables stay tables.
@Suite struct LineBlockTests {
  @Test func linesKeepTheirEnds() {
    #expect(
      inlines("| One *line*\n|   and its next\n|\n| last\n") == [
        .text("One "), .emphasis([.text("line")]), .lineBreak, .text("\u{A0}\u{A0}and its next"),
        .lineBreak, .text("\u{A0}"), .lineBreak, .text("last"),
      ])
  }

  @Test(arguments: ["| a |\n|---|\n| b |", "| a\n|---\n| b", "| a | b\n| c | d", "| one line"])
  func otherBarsStay(_ text: String) {
    let isBroken = inlines(text).contains(.lineBreak)
    #expect(!isBroken)
  }

  @Test func codeStays() {
    #expect(blocks("```\n\n| a\n| b\n```").map(\.kind) == [.code(info: "", text: "\n| a\n| b")])
  }
}
