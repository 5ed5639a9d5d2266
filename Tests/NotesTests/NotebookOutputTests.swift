import Testing

@testable import Notes

/// What a cell of a notebook shows of its forms.
@Suite struct NotebookOutputTests {
  private func shown(_ forms: [String: String]) -> String? {
    NotebookOutput { forms[$0] ?? "" }.markdown
  }

  @Test(
    arguments: [
      (["text/plain": "   a\n0  1", "text/html": "<table></table>"], nil),
      (["text/markdown": "**b**"], "**b**"),
      (
        ["text/markdown": "**b**", "text/plain": "<IPython.core.display.Markdown object>"], "**b**"
      ),
      (["text/latex": "$\\displaystyle x^{2}$", "text/plain": "x**2"], "$$\nx^{2}\n$$"),
      (["text/latex": "a $x$ b $y$"], nil),
      (["text/latex": "\\begin{align}x\\end{align}"], "\\begin{align}x\\end{align}"),
      (["text/latex": "\\begin{tabular}{l}x\\end{tabular}", "text/plain": "x"], nil),
      (
        ["text/html": "<style>\n.a{}\n</style>\n<p>x</p>\n\n    <p>y</p>"],
        "<div>\n<p>x</p>\n    <p>y</p>\n</div>"
      ),
      (
        ["text/html": "<b>x</b>", "text/plain": "<pandas.io.Styler at 0x7f>"],
        "<div>\n<b>x</b>\n</div>"
      ),
      (["text/html": "<script>draw()</script>", "text/plain": ""], nil),
      (["text/html": "<pre>a\n\nb</pre>"], "<pre>a\n\nb</pre>"),
      ([:], nil),
    ] as [([String: String], String?)])
  func forms(forms: [String: String], markdown: String?) { #expect(shown(forms) == markdown) }

  /// A frame of pandas whose plain text is not there reads as a table, an equation as one; nothing is lost.
  @Test func wholeNotebook() throws {
    let cells = [
      #"{"text/html": ["<div>\n", "<table>\n<tr><th></th><th>a</th></tr>\n\n<tr><th>0</th><td>1</td></tr>\n</table>\n</div>"]}"#,
      ##"{"text/html": "<script>draw()</script>"}"##,
      ##"{"text/latex": "$x$"}"##,
    ].map {
      #"{"cell_type": "code", "source": "f()", "outputs": [{"output_type": "display_data", "data": \#($0)}]}"#
    }
    let file = #"{"cells": [\#(cells.joined(separator: ","))]}"#
    let text = try #require(Notebook.markdown(Array(file.utf8)))
    let kinds = Markdown.parse(text).blocks.flatMap { block -> [Block.Kind] in
      if case .quote(let inner) = block.kind { inner.map(\.kind) } else { [block.kind] }
    }
    #expect(
      kinds.contains { if case .table(let table) = $0 { table.rows.count == 1 } else { false } })
    #expect(kinds.contains(.code(info: "output", text: "[picture] ")))
    #expect(kinds.contains(.maths("x")), "\(kinds)")
  }

  /// Of a line that a program wrote over, what it wrote last stays.
  @Test func barsThatFill() throws {
    let file =
      #"{"cells": [{"cell_type": "code", "source": "f()", "outputs": [{"output_type": "stream", "text": "\r 0%\r50%\r100%\ndone\r\n"}]}]}"#
    let text = try #require(Notebook.markdown(Array(file.utf8)))
    #expect(Markdown.parse(text).blocks.last?.kind == .code(info: "output", text: "100%\ndone"))
  }
}
