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

  private typealias Case = (text: String, told: [String])

  /// Prices and variables are no formulas.
  private static let money: [Case] = [
    ("It is $5 or $10 a month, $0.50 per 1M.", ["It is $5 or $10 a month, $0.50 per 1M."]),
    ("($4.6M) versus ($12M)", ["($4.6M) versus ($12M)"]),
    ("Set $HOME and $PATH first.", ["Set $HOME and $PATH first."]),
    ("A formula $x = 5$ costs $5.", ["A formula x = 5 costs $5."]),
  ]

  /// Display maths under text, and one below the other.
  private static let display: [Case] = [
    ("So:\n$$a$$\n$$b$$", ["So:", "", "    a", "", "    b"]),
    ("$$\nL = a\n- b\n+ c\n$$", ["    L = a − b + c"]),
    ("- one\n\n  $$x$$", ["• one", "", "      x"]),
  ]

  /// Tokens are text.
  private static let tokens: [Case] = [
    (
      "It begins with <s>, ends with </s>, padded by <pad>.",
      [
        "It begins with <s>, ends with </s>, padded by <pad>."
      ]
    ),
    ("A List<int> of <think> steps.", ["A List<int> of <think> steps."]),
  ]

  /// References that define nothing.
  private static let references: [Case] = [
    (
      "The model [1] won.\n\n[1]: Some Body, A title, 2017.",
      [
        "The model [1] won.", "", "[1]: Some Body, A title, 2017.",
      ]
    )
  ]

  /// A table right under text; a bar in a formula's cell.
  private static let tables: [Case] = [
    ("Here:\n| a | b |\n|---|---|\n| 1 | 2 |", ["Here:", "", "a │ b", "──┼──", "1 │ 2"]),
    ("| p |\n|---|\n| $p(y \\| x)$ |", ["p", "──────", "p(y|x)"]),
  ]

  /// What HTML says.
  private static let html: [Case] = [
    ("<img src=\"a.png\" alt=\"The cat\">", ["[image: The cat]"]),
    (
      "![A cat](a.png){fig-alt=\"\(String(repeating: "A cat, {seen} from afar. ", count: 30))\" .x} sits.",
      ["[image: A cat] sits."]
    ),
    ("See {myst:directive}`figure` and {py:attr}`x <y.x>`, {a}`b`.", ["See figure and x, {a}b."]),
    ("<div class=\"flex\">\n<Youtube id=\"abc\"/>\n</div>", ["A video"]),
    (
      "<Listing number=\"4-1\" file-name=\"a.rs\" caption=\"A name\">\n\n```rust\nx\n```\n\n</Listing>",
      ["Listing 4-1: a.rs: A name", "", "▏ x"]
    ),
    ("Written in $\\LaTeX$.", ["Written in LaTeX."]),
    // Tags and comments of more than one line, as mdBook's authors wrap them.
    (
      "See [one][a]<!--\nignore --> and [two][a]<!--\nb > c\n-->.\n\n[a]: http://x.y",
      ["See one and two."]
    ),
    ("2<sup\nclass=\"b\">10</sup> is <span\nid=c>it</span>.", ["2¹⁰ is it."]),
    ("{sc}`MyST`, {u}`one`, {del}`two`.", ["MyST, one, ~~two~~."]),
    ("A![a cat](a.png)*sits*, ![b](b.png).", ["A [image: a cat] sits, [image: b]."]),
    ("Here<a id=\"x\"></a>, <a href=\"#x\">there</a>.", ["Here, there."]),
    ("2<sup>10</sup> is 1024, H<sub>2</sub>O", ["2¹⁰ is 1024, H₂O"]),
    ("2<sup>a b</sup>", ["2^(a b)"]),
    ("a &leq; b &rightarrow; c &approx; d", ["a ≤ b → c ≈ d"]),
    ("<ul><li>one</li><li>two</li></ul>", ["• one", "• two"]),
    ("<ol><li>one</li><li>two</li></ol>", ["1. one", "2. two"]),
    ("<ol><li>one<ul><li>in</li></ul></li><li>two</li></ol>", ["1. one", "• in", "2. two"]),
    (
      "<table>\n<tr><td>a</td><td>b</td></tr>\n<tr><td>1</td><td>2</td></tr>\n</table>",
      ["a │ b", "1 │ 2"]
    ),
    (
      "<table><tr><th>x</th><th>y</th></tr><tr><td colspan=2>1</td></tr></table>",
      ["x │ y", "──┼──", "1 │"]
    ),
    ("<p>AT&amp;T &lt;s&gt; &mdash; x</p>", ["AT&T <s> — x"]),
    ("<h2 align=\"center\">In the middle</h2>", ["In the middle", "─────────────"]),
    ("<pre>\n    four\n</pre>", ["▏     four"]),
    (
      "<figure><img src=\"x.png\"><figcaption>What it is</figcaption></figure>",
      ["[image: x.png]", "What it is"]
    ),
    ("<a href=\"https://x.org\">there</a>", ["there"]),
    (
      "<details><summary>More</summary>\n\nHidden *text*\n\n</details>",
      ["▌ ⓘ More", "▌ Hidden text"]
    ),
    ("&ldquo;q&rdquo; &hellip; &frac12; &#8594; &nope;", ["“q” … ½ → &nope;"]),
  ]

  /// Footnotes of several blocks, in a table too.
  private static let footnotes: [Case] = [
    (
      "| a |\n|---|\n| b[^1] |\n\nMore[^n].\n\n[^1]: By [many](https://x.org).\n[^n]: First.\n\n    Second with `code`.\n\n    - a list\n\n    ```\n    x\n    ```\n\nEnd",
      [
        "a", "────", "b[1]", "", "More[2].", "", "End", "", "────────────────────", "[1] By many.",
        "",
        "[2] First.", "", "    Second with code.", "", "    • a list", "", "    ▏ x",
      ]
    )
  ]

  /// Signs of other scripts, and two columns a letter.
  private static let scripts: [Case] = [
    (
      "| 模型 | State |\n|---|:-:|\n| 通义 | 🟢 on |\n| é | 5✅ |",
      ["模型 │ State", "─────┼──────", "通义 │ 🟢 on", "é    │  5✅"]
    ),
    ("- keys (`~`, `,`)\n    - deeper", ["• keys (~, ,)", "  ◦ deeper"]),
    ("````md\n```python\nx\n```\n````", ["▏ ```python", "▏ x", "▏ ```"]),
    ("=== \"Tab\"\n\n    its text", ["Tab", "", "its text"]),
    ("> **Note**\n> as of old", ["│ Note as of old"]),
    (
      "See the [paper].\n\n[paper]: https://example.org/a-long-address\n  \"Its title\"",
      ["See the paper."]
    ),
  ]

  /// Obsidian, MkDocs, Docusaurus, MyST.
  private static let dialects: [Case] = [
    ("See [[Note#Part|that]] and ==this==.%% not this %%", ["See that and this."]),
    ("> [!faq] Why so?\n> Because.", ["▌ ⓘ Why so?", "▌ Because."]),
    ("!!! warning \"Mind\"\n    the gap", ["▌ ▲ Mind", "▌ the gap"]),
    (":::tip\ntry it\n:::", ["▌ ✦ Tip", "▌ try it"]),
    ("```{note}\ntext\n```", ["▌ ⓘ Note", "▌ text"]),
    ("```mermaid\ngraph TD\n```", ["▏ a diagram, as Mermaid has it", "▏ graph TD"]),
    ("- [/] half\n- [-] dropped\n- [x] done", ["[/] half", "[-] dropped", "☑ done"]),
    ("Term\n: What it is.", ["Term", "    What it is."]),
    // Attributes, names of places and roles of Pandoc, MkDocs, MyST and Hugging Face.
    (
      "## One {#first .x}\n\n[a](b.md){ .button } ![c](d.png){width=300} [e]{.smallcaps} `f`{.r} {g}",
      ["One", "───", "", "a [image: c] e f {g}"]
    ),
    ("## One[[first]]\n\n{: .note}\n\n(place)=\ntext", ["One", "───", "", "text"]),
    (
      "See {ref}`the part <part>`, {doc}`other`, H{sub}`2`O, {x}`y`",
      ["See the part, other, H₂O, {x}y"]
    ),
    ("{a, b} and f{x} and {#} [x]{y}", ["{a, b} and f{x} and {#} [x]{y}"]),
    (
      "::: {.columns}\n::: {.column width=\"40%\"}\nleft\n:::\n::: {.column}\nright\n:::\n:::\nend",
      ["left", "", "right", "", "end"]
    ),
    (
      "````{tab-set}\n```{tab-item} One\nfirst\n```\n````\n\n```{figure} a.png\n:name: x\n\nWhat it is\n```",
      ["One", "first", "", "[image: a.png] What it is"]
    ),
    (
      ":::{figure} a.png\n:name: x\n:alt: An alt\n\nIts words\nand *more*.\n\nA legend.\n:::\nAfter.",
      ["[image: An alt] Its words and more.", "", "A legend.", "", "After."]
    ),
    (":::{figure} a.png\n- one\n:::", ["[image: a.png]", "", "• one"]),
    ("```{code-cell} python\n:tags: [x]\ny = 1\n```", ["▏ y = 1"]),
    (
      "See [[Other]], [[Other|that]], [[Other#Its part]], ![[a.png]]. %%no%% So. ^b1-x2",
      ["See Other, that, Other › Its part, [image: a.png]. So."]
    ),
    ("> [!question]- Folded\n> answer", ["▌ ⓘ Folded", "▌ answer"]),
    ("%so% and #tag and :zebra: (c) -- ---", ["%so% and #tag and :zebra: (c) -- ---"]),
    ("H~2~O and x^2^ and ~~gone~~", ["H₂O and x² and ~~gone~~"]),
  ]

  /// Hugging Face's components, and those of other sites.
  private static let components: [Case] = [
    (
      "Before.\n<Tip>\n\nTry *it*.\n\n</Tip>\nAfter.",
      ["Before.", "", "▌ ✦ Tip", "▌ Try it.", "", "After."]
    ),
    ("<Tip warning={true}>\nMind it.\n</Tip>", ["▌ ▲ Warning", "▌ Mind it."]),
    ("<Tip>Short</Tip>", ["▌ ✦ Short"]),
    (
      "<hfoptions id=\"a\">\n<hfoption id=\"one\">\nx\n</hfoption>\n<hfoption id=\"two\">\ny\n</hfoption>\n</hfoptions>\nz",
      ["one", "", "x", "", "two", "", "y", "", "z"]
    ),
    (
      "<frameworkcontent>\n<pt>\nx\n</pt>\n<tf>\ny\n</tf>\n</frameworkcontent>",
      ["PyTorch", "", "x", "", "TensorFlow", "", "y"]
    ),
    (
      "Which?\n<Question\n\tchoices={[\n\t\t{\n\t\t\ttext: \"A <code>key</code>\",\n\t\t\texplain: \"No text: \\\"x\\\".\"\n\t\t},\n\t\t{ text: 'A value', correct: true }\n\t]}\n/>\nNext.",
      ["Which?", "", "• A key", "• A value", "", "Next."]
    ),
    ("<Question choices={[{text: \"a\"}, {text: \"b\", correct: true}]} />", ["Choices: a; b"]),
    (
      "<CourseFloatingBanner\n  chapter={1}\n  notebooks={[\n    {label: \"x > y\", value: \"z\"},\n  ]}\n/>\na\n<Youtube id=\"H39Z\"/>",
      ["a A video"]
    ),
    ("{/* not\nthis */}\na\n\n{/* nor this */}\nb\n\n[[open-in-colab]]", ["a", "", "b"]),
    (
      "[[autodoc]] BertModel\n    - forward\n    - call",
      ["What the program says of BertModel:", "", "• forward", "• call"]
    ),
    (
      "<Tabs>\n  <TabItem value=\"a\" label=\"One\">\n\nx\n\n  </TabItem>\n</Tabs>\n<LossPlot data={x} />",
      ["One", "", "x", "", "<LossPlot/>"]
    ),
    (
      "{#if fw === 'pt'}\na\n{:else}\nb\n{/if}\nc",
      ["PyTorch", "", "a", "", "Otherwise", "", "b", "", "c"]
    ),
    ("A {{#title My}} text. {{ #title b }}", ["A text."]), ("{{#title a}}One", ["One"]),
    ("`{{#title x}}` and \\{{#title x}}", ["{{#title x}} and {{#title x}}"]),
    ("## One {{#title My}}\n\ntext", ["One", "───", "", "text"]),
    ("{{#title x}}\n\n{{#include a_b_c.rs:body}}", ["{{#include a_b_c.rs:body}}"]),
    // What is no component: prompts, code, and programs where none is expected.
    ("<Question>\nWhy?\n</Question>", ["<Question> Why? </Question>"]),
    ("<Tip> and <Note>", ["<Tip> and <Note>"]),
    ("import x from 'y'\n\n<EOS>", ["import x from 'y'", "", "<EOS>"]),
    ("```jsx\n<Tip>\n{/* x */}\n</Tip>\n```", ["▏ <Tip>", "▏ {/* x */}", "▏ </Tip>"]),
  ]

  /// Footnotes where they belong, and pictures with their size.
  private static let asides: [Case] = [
    (
      "a[^1] b^[Some words.] c[^2]\n\n[^1]: one\n[^2]: two",
      [
        "a[1] b[2] c[3]", "", "────────────────────", "[1] one", "", "[2] Some words.", "",
        "[3] two",
      ]
    ),
    (
      "a^[By *many* [x](y.md).] b^[Two of [them].]c x^[2] [^[a]",
      [
        "a[1] b[2]c x^[2] [^[a]", "", "────────────────────", "[1] By many x.", "",
        "[2] Two of [them].",
      ]
    ),
    // Pandoc takes a word too; a pattern, a power and a formula are none.
    (
      "b^[x] *c*^[Note.] d^[One]^[More]",
      [
        "b[1] c[2] d[3][4]", "", "────────────────────", "[1] x", "", "[2] Note.", "", "[3] One",
        "", "[4] More",
      ]
    ),
    ("^[abc] and x^[a-z]+ or (^[ab])", ["^[abc] and x^[a-z]+ or (^[ab])"]),
    ("y^[0-9]x or x^[2] or `c^[x]` or a ^[b]", ["y^[0-9]x or x^[2] or c^[x] or a ^[b]"]),
    (
      "a[^1]\n\n[^1]: See [[Note|that]], ==so==.",
      ["a[1]", "", "────────────────────", "[1] See that, so."]
    ),
    (
      "![a cat|100x145](x.png) ![b|30](y.png) ![p|q](z.png)",
      ["[image: a cat] [image: b] [image: p|q]"]
    ),
  ]

  /// What HTML heads and links.
  private static let headed: [Case] = [
    (
      "<h1 align=\"center\">\n  <br>\n  <img alt=\"Logo\">\n  <br>\n  Name\n</h1>\n\n<p>one\n<a href=\"b.md\">two</a></p>",
      ["[image: Logo]", "", "", "Name", "━━━━", "", "one two"]
    )
  ]

  /// Lists of many shapes: numbers stand right, marks go on, a deeper list and a second paragraph stay.
  private static let lists: [Case] = [
    (
      "8. a\n9. b\n10. c\n11. d", [" 8. a", " 9. b", "10. c", "11. d"]
    ),
    ("7. seven\n8. eight", ["7. seven", "8. eight"]),
    ("1. a\n1. b\n  1. c\n1. d", ["1. a", "2. b", "3. c", "4. d"]),
    (
      "1. A\n   - b\n     1. x\n     2. y\n   - c\n\n   more of A\n2. B",
      ["1. A", "", "   ◦ b", "     1. x", "     2. y", "   ◦ c", "", "   more of A", "", "2. B"]
    ),
    (
      "10. one that is long and has to go on in the next line below its own text",
      ["10. one that is long and has to go on in the next line below", "    its own text"]
    ),
    ("(a) first\n(b) second", ["(a) first", "(b) second"]),
  ]

  /// Ends of lines.
  private static let ends: [Case] = [
    (
      "Here\n<br>\nThere\n\ntwo blanks  \nnext\\\nthird<br/>fourth\n\none\ntwo",
      ["Here", "There", "", "two blanks", "next", "third", "fourth", "", "one two"]
    )
  ]

  /// What is too wide: code between its words, an address behind a sign, a table as records.
  private static let wide: [Case] = [
    (
      "```python\nx = np.array([0.123456789, 1.23456789, 2.3456789, 3.4567890])\n```",
      [
        "▏ x = np.array([0.123456789, 1.23456789, 2.3456789,", "▏ ↪ 3.4567890])",
      ]
    ),
    (
      "https://example.org/a/path/that/is/long/and/goes/on/and/on?x=1&y=2",
      ["https://example.org/a/path/that/is/long/and/goes/on/and/", "on?x=1&y=2"]
    ),
    (
      "| Model | Parameters | Layers | Heads | Vocabulary | Licence | Tokens |\n|-|-|-|-|-|-|-|\n| Small | 124M | 12 | 12 | 50257 | MIT | 40B |",
      [
        "Model: Small", "Parameters: 124M", "Layers: 12", "Heads: 12", "Vocabulary: 50257",
        "Licence: MIT", "Tokens: 40B",
      ]
    ),
  ]

  /// What stands over, under and around in formulas.
  private static let around: [Case] = [
    (
      "$\\overbrace{a+b}^{n}$ $\\underbrace{c}_{k}$ $\\cancel{y}$ $\\boxed{z}$ $x\\tag{1}$",
      ["(a + b)⏞ⁿ c⏟ₖ y̸ [z] x    (1)"]
    ),
    (
      "$\\textcolor{red}{x} \\stackrel{d}{=} \\varnothing$ $a \\bowtie b$ $\\xrightarrow{f}$",
      ["x =ᵈ ∅ a ⋈ b ⟶ᶠ"]
    ),
    (
      "$\\dashrightarrow$ $\\lessapprox$ $\\backsimeq$ $\\vDash$ $\\cdotp$ $\\smash{x}$ $\\mathop{x}$",
      ["⇢ ⪅ ⋍ ⊨ · x x"]
    ),
  ]

  @Test(
    arguments: [
      money, display, tokens, references, tables, html, footnotes, scripts, dialects, lists, ends,
      wide, around, components, asides, headed,
    ].flatMap(\.self)) func isReadAsItWasMeant(text: String, told: [String])
  { #expect(lines(text) == told) }

  /// As it is listened to: what kind of box it is, and each item on one line.
  @Test func boxesAndItemsAreSaid() {
    func told(_ text: String) -> [String] {
      let blocks = Markdown.parse(Array(text.utf8)).blocks
      return PageComposer.compose(blocks.map(PageItem.block), width: 30, isLinear: true).text
    }
    #expect(told("> [!tip] Try it\n> now") == ["Tip: Try it:", "now"])
    #expect(told("> [!question]- Why so?\n> now") == ["Question: Why so?", "now"])
    #expect(told("> [!note]\n> now") == ["Note:", "now"])
    #expect(told("::: {.callout-tip}\n## Tip of the day\nx\n:::") == ["Tip of the day:", "x"])
    let long = "words that go on and on over the edge of so narrow a page"
    #expect(told("- \(long)\n- [/] half") == ["• \(long)", "half done: half"])
    #expect(told("- [x] a\n- [ ] b\n- [-] c") == ["done: a", "to do: b", "dropped: c"])
    #expect(told(long).count == 2)
  }
}
