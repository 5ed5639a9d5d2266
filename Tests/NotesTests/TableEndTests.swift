import Testing

@testable import Notes

/// What ends a table right below its last row, as GitHub has it: another block, be it one of ours.
@Suite struct TableEndTests {
  private static let table = "| a | b |\n|---|---|\n| 1 | 2 |\n"

  @Test(arguments: [
    ("# H", "heading H"), ("```\nx\n```", "code x"), ("~~~\nx\n~~~", "code x"),
    ("$$\nx\n$$", "maths x"), ("$$x$$", "maths x"), ("\\[\nx\n\\]", "maths x"),
    ("\\begin{align}\nx\n\\end{align}", "maths \\begin{align}\nx\n\\end{align}"),
    ("<div>x</div>", "html"), ("---", "rule"), ("> q", "quote(text q)"), ("- i", "list(text i)"),
    ("::: note\nx\n:::", "box(text x)"), ("!!! note\n    x", "box(text x)"),
    ("/// note\nx\n///", "box(text x)"), ("Table: Words", "text Table: Words"),
    (": Words", "text : Words"), ("^ab1", ""),
  ])
  func blocksEndTables(below: String, shown: String) {
    let expected = "table 1" + (shown.isEmpty ? "" : " " + shown)
    #expect(kinds(blocks(Self.table + below + "\n")) == expected)
  }

  @Test(arguments: ["plain", "Table of x", "x | # y", "$$x$$ | y", "$x$", "#no", "^a b"])
  func rowsGoOn(below: String) {
    #expect(kinds(blocks(Self.table + below + "\n")) == "table 2")
  }

  @Test func inQuotesAndItems() {
    let quoted = (Self.table + "# H\n").split(separator: "\n").map { "> \($0)\n" }.joined()
    #expect(kinds(blocks(quoted)) == "quote(table 1 heading H)")
    let item = (Self.table + "```\nx\n```\n").split(separator: "\n").map { "  \($0)\n" }.joined()
    #expect(kinds(blocks("- i\n\n" + item)) == "list(text i table 1 code x)")
  }

  /// What stands below keeps its line, and a heading there begins a lesson.
  @Test func linesAndLessons() {
    let read = blocks(Self.table + "# H\n\nText.\n")
    #expect(read.map(\.line) == [1, 4, 6])
    let notes = library([("a.md", "# A\n\n## First\n\n" + Self.table + "## B\n\nText.\n")])
    #expect(notes.documents[0].chapters[0].lessons.map(\.title) == ["First", "B"])
  }
}
