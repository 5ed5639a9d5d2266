import Notes
import Pages
import Testing

/// Notes as people write them elsewhere, in words of our own, with what is to be read: each was read
/// wrongly once.
@Suite struct ForeignNotesTests {
  private func lines(_ text: String) -> [String] {
    let blocks = Markdown.parse(Array(text.utf8)).blocks
    return PageComposer.compose(blocks.map(PageItem.block), width: 60).text
      .map { String($0.map { $0 == "\u{A0}" ? " " : $0 }) }
  }

  @Test(arguments: [
    // Prices and variables are no formulas.
    ("It is $5 or $10 a month, $0.50 per 1M.", ["It is $5 or $10 a month, $0.50 per 1M."]),
    ("($4.6M) versus ($12M)", ["($4.6M) versus ($12M)"]),
    ("Set $HOME and $PATH first.", ["Set $HOME and $PATH first."]),
    ("A formula $x = 5$ costs $5.", ["A formula x = 5 costs $5."]),
    // Display maths under text, and one below the other.
    ("So:\n$$a$$\n$$b$$", ["So:", "", "    a", "", "    b"]),
    ("$$\nL = a\n- b\n+ c\n$$", ["    L = a − b + c"]),
    ("- one\n\n  $$x$$", ["• one", "", "      x"]),
    // Tokens are text.
    (
      "It begins with <s>, ends with </s>, padded by <pad>.",
      [
        "It begins with <s>, ends with </s>, padded by <pad>."
      ]
    ),
    ("A List<int> of <think> steps.", ["A List<int> of <think> steps."]),
    // References that define nothing.
    (
      "The model [1] won.\n\n[1]: Some Body, A title, 2017.",
      [
        "The model [1] won.", "", "[1]: Some Body, A title, 2017.",
      ]
    ),
    // A table right under text; a bar in a formula's cell.
    ("Here:\n| a | b |\n|---|---|\n| 1 | 2 |", ["Here:", "", "a │ b", "──┼──", "1 │ 2"]),
    ("| p |\n|---|\n| $p(y \\| x)$ |", ["p", "──────", "p(y|x)"]),
    // What HTML says.
    ("<img src=\"a.png\" alt=\"The cat\">", ["[image: The cat]"]),
    ("Here<a id=\"x\"></a>, <a href=\"#x\">there</a>.", ["Here, there."]),
    ("2<sup>10</sup> is 1024, H<sub>2</sub>O", ["2¹⁰ is 1024, H₂O"]),
    ("2<sup>a b</sup>", ["2^(a b)"]),
    ("a &leq; b &rightarrow; c &approx; d", ["a ≤ b → c ≈ d"]),
    ("<ul><li>one</li><li>two</li></ul>", ["• one", "• two"]),
    // Obsidian, MkDocs, Docusaurus, MyST.
    ("See [[Note#Part|that]] and ==this==.%% not this %%", ["See that and this."]),
    ("> [!faq] Why so?\n> Because.", ["▌ ⓘ Why so?", "▌ Because."]),
    ("!!! warning \"Mind\"\n    the gap", ["▌ ▲ Mind", "▌ the gap"]),
    (":::tip\ntry it\n:::", ["▌ ✦ Tip", "▌ try it"]),
    ("```{note}\ntext\n```", ["▌ ⓘ Note", "▌ text"]),
    ("```mermaid\ngraph TD\n```", ["▏ a diagram, as Mermaid has it", "▏ graph TD"]),
    ("- [/] half\n- [-] dropped\n- [x] done", ["[/] half", "[-] dropped", "☑ done"]),
    ("Term\n: What it is.", ["Term", "    What it is."]),
  ]) func isReadAsItWasMeant(text: String, told: [String]) { #expect(lines(text) == told) }
}
