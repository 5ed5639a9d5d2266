import Testing

@testable import Notes

/// Tables of HTML as the tables that they are.
@Suite struct HTMLTableTests {
  private func tables(_ html: String) -> [Block.Table] {
    blocks(html).compactMap { if case .table(let table) = $0.kind { table } else { nil } }
  }

  private func rows(_ html: String) -> [[String]] {
    tables(html).flatMap { table in
      ([table.head] + table.rows).map { row in
        row.map { cell in cell.map { $0 == .lineBreak ? "/" : [$0].plainText }.joined() }
      }
    }
  }

  @Test(arguments: [
    (
      "<table><tr><th></th><th>a</th></tr><tr><th>0</th><td>1</td></tr></table>",
      [["", "a"], ["0", "1"]]
    ),
    (
      "<table><tr><th colspan=\"2\">H</th><th rowspan=2>R</th></tr>\n<tr><td>1</td><td>2</td></tr></table>",
      [["H", "", "R"], ["1", "2", ""]]
    ),
    (
      "<table><tr><td rowspan='2'>a</td><td>b</td></tr><tr><td>d</td></tr></table>",
      [["", ""], ["a", "b"], ["", "d"]]
    ),
    (
      "<table><thead><tr><th colspan=2>A</th></tr><tr><th>x</th><th>y</th></tr></thead><tr><td>1<td>2</table>",
      [["A/x", "A/y"], ["1", "2"]]
    ),
    ("<table><tr><td>a<br>b</td><td>c</td></tr></table>", [["", ""], ["a/b", "c"]]),
  ])
  func cells(html: String, cells: [[String]]) { #expect(rows(html) == cells) }

  /// What stands around tables stays, on its lines; what is told of a caption stands above.
  @Test func linesAround() {
    let made = blocks(
      "<div>\n<b>before</b>\n<table><caption>C</caption>\n<tr><td>1</td><td>2</td></tr>\n</table>\nafter\n</div>\n"
    )
    #expect(made.map(\.line) == [1, 3, 3, 5])
    #expect(made.count == 4 && made[1].kind == .paragraph([.strong([.text("C")])]))
  }

  /// What is no table, or holds another one, stays as it is.
  @Test(arguments: [
    "<table><tr><td>only</td></tr></table>", "<table><tr><td>open</td><td>",
    "<table><tr><td>a</td><td><table><tr><td>1</td><td>2</td></tr></table></td></tr></table>",
    "<table></table>", "<!-- <table><tr><td>1</td><td>2</td></tr></table> -->",
  ])
  func whatIsNone(html: String) { #expect(tables(html).isEmpty) }

  @Test func alignment() {
    let html =
      "<table><tr style=\"text-align: right;\"><th align=left>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>"
    #expect(tables(html).first?.alignments == [.left, .right])
  }

  /// What a cell loses is told, and spans are none of it.
  @Test func losses() {
    let told = Losses.diagnostics(
      in: blocks(
        "<table><tr><td colspan=2>a</td></tr><tr><td><video src=x></video></td><td>b</td></tr></table>"
      ))
    #expect(told.count == 1 && told.first?.message.contains("<video>") == true)
  }

  /// No span makes a table of more than anybody reads.
  @Test func hugeSpans() {
    #expect(
      !blocks(
        "<table><tr><td colspan=99999 rowspan=99999>a</td><td>b</td></tr><tr><td>c</td></tr></table>"
      ).isEmpty)
  }
}
