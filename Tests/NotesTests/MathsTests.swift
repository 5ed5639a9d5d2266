import Testing

@testable import Notes

/// What stands between dollars, `\(`, `\[` and `\begin`: formulas are formulas wherever they stand,
/// and prices, variables and code are text.
@Suite struct MathsTests {
  /// The text with formulas marked: `‹x›`, and `«x»` where one stands alone.
  private func shown(_ text: String) -> String { blocks(text).shown }

  @Test(arguments: [
    "It is $5 or $10 a month, US$3 and US$4.", "From $0.50 to $1.50 per 1M tokens.",
    "GPT-4 costs $30 per million input tokens and $60 per million output tokens.",
    "from $100K to $4.6M, or about $12M", "between $5-$10 a month", "(costing $7) ($8)",
    "Training cost ($4.6M) versus ($12M) in total.", "Training cost ($4.6M) versus (about $12M).",
    "A $30/M price (with the $PRICE given)", "set $PATH and $HOME first", "a$b$c and x$y.",
    "export PATH=$HOME/bin:$PATH", "echo \"$VISUAL\" \"$EDITOR\"", "${HOME}/bin:${PATH}",
    "kill $$ and see what $$ was", "pay $$5 and then $$6 more", "$$$ is cheap, $$$$ is not $$$",
    "$ x + 1 $", "only one $x", "ends in $", "$", "$$", "$$$", "$$$$",
    "$if it holds then all is well$",
  ])
  func amountsVariablesAndProseAreText(_ text: String) {
    #expect(shown(text) == text)
    #expect(shown("- \(text)") == text)
  }

  @Test(arguments: [
    ("$x$s, $x$-axis, 5$x$, ($x$), \"$x$\"", "‹x›s, ‹x›-axis, 5‹x›, (‹x›), \"‹x›\""),
    ("$x_1$,$x_2$; (1)$y$; H$_2$O", "‹x_1›,‹x_2›; (1)‹y›; H‹_2›O"),
    ("$a*b*c$ and $a_b_c$, $[a](b)$, $|x|$", "‹a*b*c› and ‹a_b_c›, ‹[a](b)›, ‹|x|›"),
    ("$x<y$ and $y>z$, $<s>$", "‹x<y› and ‹y>z›, ‹<s>›"),
    ("$\\{1,2\\}$ $\\$5$", "‹\\{1,2\\}› ‹\\$5›"),
    ("$5$ and $2ab + 3$ of $100K$", "‹5› and ‹2ab + 3› of ‹100K›"),
    (
      "the area $ad-bc$, $QK + VO$, $n log n$, $2 ab$",
      "the area ‹ad-bc›, ‹QK + VO›, ‹n log n›, ‹2 ab›"
    ),
    ("a \\\\(x^2\\\\) and \\\\( x \\\\), `\\\\(x\\\\)`", "a ‹x^2› and ‹ x ›, \\\\(x\\\\)"),
    ("C:\\\\(x\\\\) and \\\\(foo\\\\)", "C:\\(x\\) and \\(foo\\)"),
    ("$`a_b`$, costs $`5`, or `$6`", "‹a_b›, costs $5, or $6"),
    ("$x\n= y\n|z|$", "‹x\n= y\n|z|›"),
    ("costs $5 (see $x$), or $6 with $y_1$", "costs $5 (see ‹x›), or $6 with ‹y_1›"),
    ("costs $5 ($x$ more)", "costs $5 (‹x› more)"), ("$n$其中$x$是", "‹n›其中‹x›是"),
    ("*a*$x$*b* **$y$**", "a‹x›b ‹y›"), ("$a\nb$ c", "‹a\nb› c"), ("\\$x$y$", "$x‹y›"),
    ("$\\text{if $x$}", "$\\text{if ‹x›}"),
    ("$P(A|B)$ & $W^*$ and $b^*$", "‹P(A|B)› & ‹W^*› and ‹b^*›"),
    ("print\\(x\\), f\\(x\\) = 2, O\\(n^2\\)", "print(x), f(x) = 2, O‹n^2›"),
    ("Run ~/bin and ~/lib; a~b~c", "Run ~/bin and ~/lib; a~b~c"),
    ("$$\n~~~\na\n$$", "«~~~\na»"),
  ])
  func formulasOfOneDollar(_ text: String, _ expected: String) {
    #expect(shown(text) == expected)
  }

  @Test(arguments: [
    // Code and addresses.
    "`$x$` and ``a ` $y$``", "\\\\(x)", "[a](http://b/$c$d)", "https://a.org/$x$/y and $5",
    "<http://a/$b$>", "```\n$$\na\n$$\n```", "    $$ a = b $$",
    // HTML and comments.
    "<div>\n$$\na\n$$\n</div>", "<!--\n$$\n-->\n",
    // Escaped brackets, and environments of text.
    "\\[1\\] and \\[CLS\\]", "\\[ \\] todo", "\\[ y / n \\] and \\[ - \\] or \\[ x \\]",
    "so \\[ this - or so - that \\] is", "\\(see below and above\\)", "\\begin{itemize}",
    "\\begin{align}",
  ])
  func holdsNoFormula(_ text: String) {
    #expect(!shown(text).contains("‹") && !shown(text).contains("«"))
  }

  @Test(arguments: [
    ("$$\na\n$$\n$$\nb\n$$", "«a»¶«b»"),
    ("It is\n$$\na\n$$\nwhere $z$ is", "It is¶«a»¶where ‹z› is"),
    ("$$ a $$ \nand more", "«a»¶and more"), ("- one\n  $$\n  a\n  $$\n- two", "one¶«a»|two"),
    ("> $$\n> a\n> - b\n> $$", "> «a\n- b»"),
    ("> > $$\n> > a\n>\n> > b\n> > $$", "> > $$\na¶> b\n$$"),
    ("1. x\n\n    $$ a $$\n\n2. y", "x¶«a»|y"), ("Four: $$a\n- b$$ end.", "Four:¶«a\n- b»¶end."),
    ("a $$x$$ b and $$y$$ c", "a «‹x›» b and «‹y›» c"), ("$$x$$.\nSo", "«x.»¶So"),
    ("$$y$$ {#eq:one}", "«y\\qquad\\text{(eq:one)}»"), ("It is $$x$$", "It is¶«x»"),
    (
      "$$\nL = a\n- b\n+ c\n* d\n= e\n=\n# f\n> g\n1. h\n| i |\n$$",
      "«L = a\n- b\n+ c\n* d\n= e\n=\n# f\n> g\n1. h\n| i |»"
    ),
    ("$$\na\n\nb\n$$", "«a\n\\\\b»"),
    ("$$f \\text{ any $x$ in } R$$", "«f \\text{ any $x$ in } R»"),
    ("$$\n**a** <b> `c` [d](e)\n$$", "«**a** <b> `c` [d](e)»"),
    ("\\[\na\n- b\n\\]", "«a\n- b»"),
    ("So \\[ x = \\frac{a}{b} \\] holds", "So «‹ x = \\frac{a}{b} ›» holds"),
    ("so \\[ x_1 * y_1\n* z \\] there", "so¶«x_1 * y_1\n* z»¶there"),
    ("so \\[\n\nx * y * z\n\n- w\n\\] there", "so¶«x * y * z\n\\\\- w»¶there"),
    ("so \\[\n- a\n+ b\n\\]", "so¶«- a\n+ b»"),
    ("so $$\n\n- a\n\n- b\n$$ x", "so¶«- a\n\\\\- b»¶x"),
    ("- so \\[\n  # x_1\n  \\]\n- y", "so¶«# x_1»|y"), ("> so \\[\n> - x\n> \\]", "> so¶«- x»"),
    ("so \\[ x * y * z \\] there", "so «‹ x * y * z ›» there"),
    ("\\(a^2\\) and \\(n\\), \\(a\n- b\\)", "‹a^2› and ‹n›, ‹a\n- b›"),
    (
      "\\begin{align}\na &= b \\\\\n- c\n\\end{align}",
      "«\\begin{align}\na &= b \\\\\n- c\n\\end{align}»"
    ),
    ("\\begin{align*}\nx\n\n\\end{align*}", "«\\begin{align*}\nx\n\n\\end{align*}»"),
  ])
  func displayMathsIsOpaqueWhereverItStands(_ text: String, _ expected: String) {
    #expect(shown(text) == expected)
  }

  @Test func aStrayMarkSwallowsNoSection() {
    let text = "# T\n\n## A\n\n$$\nlost\n\nText.\n\n## B\n\nPay $$ here.\n\nMore $$ text.\n"
    let library = Library(
      title: "", key: "", documents: [Document(path: "a.md", bytes: Array(text.utf8))])
    #expect(library.lessonIDs.compactMap { library[$0]?.title } == ["A", "B"])
    let found = library.lessonIDs.flatMap { library.markdown(of: $0).diagnostics }
    #expect(found.map(\.line) == [5, 12, 14])
    #expect(found.allSatisfy { $0.message.contains("nothing ends this $$") })
  }

  @Test func noHeadingIsFoundInDisplayMaths() {
    let text = "# T\n\n## A\n\n$$\nL\n=\nc\n# d\n---\n$$\n\n\\[\n## x\n\\]\n\n## B\n"
    let document = Document(path: "a.md", bytes: Array(text.utf8))
    #expect(document.chapters.map(\.title) == ["T"])
    #expect(document.chapters.first?.lessons.map(\.title) == ["A", "B"])
  }

  @Test func blocksAfterMathsKnowTheirLines() {
    let text = "a\n$$\nx\n\ny\n$$\nb\n\n> $$\n> z\n> $$\n\nc $p\nq$ d\ne\n\n- f\n"
    #expect(blocks(text).map(\.line) == [1, 2, 7, 9, 13, 17])
  }

  @Test func whatWasDoubtedIsSaid() {
    let found = Markdown.parse(
      Array("fine $x$, $5\n\n$5 per day or (a $x\n\n$5 per ($x$ so\n".utf8)
    ).diagnostics
    #expect(found.map(\.line) == [5])
    #expect(found.first?.advice.contains("write \\$") == true)
  }

  @Test func inATableBarsPartCellsAndEscapedBarsAreBars() {
    func rows(_ text: String) -> [[[Inline]]] {
      guard case .table(let table)? = blocks("| a | b |\n|---|---|\n" + text).first?.kind else {
        return []
      }
      return table.rows
    }
    #expect(rows("| $p(y\\|x)$ | `a \\| b` |") == [[[.maths("p(y|x)")], [.code("a | b")]]])
    #expect(rows("| $5 | $6 |") == [[[.text("$5")], [.text("$6")]]])
    #expect(rows("| $x|y$ |").first?.map(\.shown) == ["$x", "y$"])
  }
}

extension [Block] {
  /// Blocks separated by `¶`, items by `|`.
  fileprivate var shown: String {
    map { block in
      switch block.kind {
      case .paragraph(let inlines): inlines.shown
      case .heading(_, let inlines): "# " + inlines.shown
      case .maths(let tex): "«\(tex)»"
      case .quote(let blocks): "> " + blocks.shown
      case .list(let list): list.items.map { $0.blocks.shown }.joined(separator: "|")
      case .code(_, let text): "```\(text)"
      case .html(let html): html
      default: "\(block.kind)"
      }
    }.joined(separator: "¶")
  }
}

extension [Inline] {
  fileprivate var shown: String {
    map { inline in
      switch inline {
      case .maths(let tex): "‹\(tex)›"
      case .displayMaths(let tex): "«‹\(tex)›»"
      case .emphasis(let inner), .strong(let inner), .link(_, let inner): inner.shown
      case .softBreak, .lineBreak: "\n"
      default: [inline].plainText
      }
    }.joined()
  }
}
