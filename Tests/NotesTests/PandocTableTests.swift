import Testing

@testable import Notes

/// Tables as Pandoc's manual draws them.
@Suite struct PandocTableTests {
  private typealias Cells = [[String]]

  /// The first table's head and rows, and how its columns are set.
  private func table(_ text: String) -> (cells: Cells, alignments: [Block.Table.Alignment])? {
    for block in Markdown.parse(Array(text.utf8)).blocks {
      if case .table(let table) = block.kind {
        return (([table.head] + table.rows).map { $0.map(\.plainText) }, table.alignments)
      }
    }
    return nil
  }

  @Test func simpleTables() throws {
    let written = """
      Text.

        Right     Left     Center     Default
      -------     ------ ----------   -------
           12     12        12            12
          123     123       123          a|b

      After.
      """
    let found = try #require(table(written))
    #expect(
      found.cells == [
        ["Right", "Left", "Center", "Default"], ["12", "12", "12", "12"],
        ["123", "123", "123", "a|b"],
      ])
    #expect(found.alignments == [.right, .left, .center, .standard])
    let bare = try #require(
      table("-------     ------\n     12     12\n    123     *1*\n-------     ------\n"))
    #expect(bare.cells == [["", ""], ["12", "12"], ["123", "1"]])
  }

  @Test func tablesOfSeveralLinesACell() throws {
    let written = """
      -------------------------------------------------------------
       Centered   Default           Right Left
        Header    Aligned         Aligned Aligned
      ----------- ------- --------------- -------------------------
         First    row                12.0 Example of a row that
                                          spans multiple lines.

        Second    row                 5.0 Here's another one.
      -------------------------------------------------------------

      After.
      """
    let found = try #require(table(written))
    #expect(
      found.cells == [
        ["Centered Header", "Default Aligned", "Right Aligned", "Left Aligned"],
        ["First", "row", "12.0", "Example of a row that spans multiple lines."],
        ["Second", "row", "5.0", "Here's another one."],
      ])
    // The dashes under the last row make no heading of it.
    let library = Library(
      title: "n", key: "n",
      documents: [Document(path: "a.md", bytes: Array("# T\n\nText.\n\n\(written)\n".utf8))])
    #expect(library.lessonIDs.count == 1)
    #expect(library.markdown(of: library.lessonIDs[0]).blocks.last?.line == 15)
  }

  @Test func grids() throws {
    let written = """
      +---------------+:-------------:+
      | Fruit         | Price         |
      +===============+==============:+
      | Bananas       | - $1.34       |
      | and more      | - `a`         |
      +---------------+---------------+
      | Both of them                  |
      +---------------+---------------+
      After.
      """
    let found = try #require(table(written))
    #expect(
      found.cells
        == [
          ["Fruit", "Price"], ["Bananas and more", "• $1.34\u{2028}• a"], ["Both of them", ""],
        ].map {
          $0.map { $0.replacing("\u{2028}", with: found.cells[1][1].contains("\n") ? "\n" : " ") }
        })
    #expect(found.alignments == [.standard, .right])
    let bare = try #require(table("+---+---+\n| a | b |\n+---+---+\n| c | d |\n+---+---+\n"))
    #expect(bare.cells == [["", ""], ["a", "b"], ["c", "d"]])
  }

  @Test(arguments: [
    "Title\n-----\n\nText.\n", "- - -\n", "---\n\nText.\n\n---\n", "a ---- b -- c\n",
    "```\na     b\n----- -----\n1     2\n```\n", "+--- a diff\n+++ b\n", "+---+\n\nText.\n",
    "| a | b |\n|-- |-- |\n| 1 | 2 |\n", "----------\nText.\n", "Head\n---- ----\n\nText.\n",
  ])
  func whatIsNone(written: String) {
    var bytes = Array(written.utf8)
    PandocTables.rewrite(&bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == written)
    #expect(PandocTables.masked(bytes) == bytes)
  }

  /// Lines stay lines, and bytes that are masked stay where they are.
  @Test func linesAreKept() {
    let grid = "+---+---+\n| a | b |\n| a | b |\n+---+---+\n| c | d |\n+---+---+\n"
    let text = "A\n\n\(grid)\nB\n\na     b\n----- -----\n1     2\n\nC\n"
    var bytes = Array(text.utf8)
    PandocTables.rewrite(&bytes)
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    #expect(lines.count == text.split(separator: "\n", omittingEmptySubsequences: false).count)
    #expect(lines.firstIndex(of: "B") == 9 && lines.firstIndex(of: "C") == 15)
    #expect(PandocTables.masked(Array(text.utf8)).count == text.utf8.count)
  }
}
