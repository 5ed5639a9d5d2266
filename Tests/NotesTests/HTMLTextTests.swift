import Notes
import Testing

@Suite struct HTMLTextTests {
  /// Blocks, rows, cells and items stand apart, and no number becomes another one.
  @Test(arguments: [
    ("<details><summary>Why?</summary>So <b>it</b> is</details>", "Why?\nSo it is"),
    (
      "<table><tr><th>a</th><th>b &amp; c</th></tr><tr><td>1</td><td>2</td></tr></table>",
      "a | b & c\n1 | 2"
    ),
    ("<ul><li>one</li><li>two<ol><li>in</ol></li></ul>", "• one\n• two\n1. in"),
    ("<p>2<sup>10</sup> is 2<sup>5 + 5</sup>, x<sub>i</sub></p>", "2^10 is 2^(5 + 5), x_i"),
    ("<p>a<br>b<hr>c</p><p>d</p>", "a\nb\nc\nd"), ("<dl><dt>T</dt><dd>D</dd></dl>", "T\nD"),
    ("<p><del>old</del> <q>new</q></p>", "~~old~~ \"new\""),
    ("<figure><img src=a alt=b><figcaption>c</figcaption></figure>", "[image: b]\nc"),
    ("<p>a <!-- b\n --> c<script>d</script> <pad> &lt;x&gt;</p>", "a c <pad> <x>"),
  ])
  func everythingIsShownApart(_ html: String, _ text: String) {
    #expect(HTMLText.visible(html) == text)
  }

  /// Headings, links and pictures are what they are.
  @Test func linesHoldWhatCanBeOpened() {
    let lines = HTMLText.lines(
      "<div>\n<h1 align=\"center\">\n  <a href=\"a.md\"><img alt=\"Logo\" src=\"x.png\"></a>\n"
        + "  Our <em>own</em>\n</h1>\n<p><a href=\"#b\">B</a> &bull; <b>c</b><br><a name=\"n\"></a></p></div>"
    )
    #expect(lines.map(\.level) == [0, 1, 0])
    #expect(
      lines.map(\.inlines) == [
        [.link(destination: "a.md", [.image(alternative: [.text("Logo")], source: "x.png")])],
        [.text("Our "), .emphasis([.text("own")])],
        [.link(destination: "#b", [.text("B")]), .text(" • "), .strong([.text("c")])],
      ])
  }
}
