import Testing

@testable import Notes

/// What other readers drop without a word: it is shown, or `check` names it.
@Suite struct NothingLostTests {
  private func parse(_ text: String) -> Markdown { Markdown.parse(Array(text.utf8)) }
  private func document(_ text: String) -> Document {
    Document(path: "a.md", bytes: Array(text.utf8))
  }
  private func text(_ text: String) -> String {
    if case .paragraph(let inlines)? = parse(text).blocks.first?.kind {
      inlines.plainText
    } else {
      ""
    }
  }

  @Test(arguments: [
    "starts with <s> and ends with </s>, padded by <pad> up to <eos>", "<think>...</think>",
    "A <mask> and an <image>, <|endoftext|> and [CLS]", "List<int> is a type, Dict<str, int> too",
    "<think>", "</s>", "<unk>\n<sep>", "if a<b and c>d", "<?php echo 1 ?>", "<![CDATA[x]]>",
    "<!X y>",
    "<s>old</s>", "Input: <input> Output: <output>, <title> and <body>",
    "O(<b>), List<i>, Array<q>",
    "</output> alone", "<label> <var> <data>",
  ])
  func unknownTagsAreText(_ written: String) {
    #expect(text(written) == written.split(separator: "\n").joined(separator: " "))
  }

  /// Marks that nothing ends are read in time that grows with the text, not with its square.
  @Test func manyFootnotesThatNothingEndsAreText() {
    let written = String(repeating: "[^", count: 300)
    #expect(text(written) == written)
    #expect(!text(String(repeating: "[^", count: 50_000)).isEmpty)
    #expect(text("[^a b] [^") == "[^a b] [^")
  }

  @Test func whatStandsInAFrontMatterIsNamed() {
    let found = Losses.frontMatter(in: document("---\ntitle: A\nNote: this is prose\n---\n# T\n"))
    #expect(found.map(\.line) == [3] && found.first?.message.contains("\"Note\"") == true)
    #expect(Losses.frontMatter(in: document("---\ntags: [a]\nDate: 1\n---\n# T\n")).isEmpty)
    let sentence = document("---\ntitle: A\nFirst of all: it is not shown.\n---\n# T\n")
    #expect(Losses.frontMatter(in: sentence).map(\.line) == [3])
    #expect(Losses.frontMatter(in: document("# T\n\nNote: this\n")).isEmpty)
  }

  @Test func tagsOfHTMLStayTags() {
    #expect(
      text("a <b>c</b> <kbd>d</kbd> <br> <a href=\"$x$\">e</a> <!-- f --> g") == "a c d   e  g")
    #expect(text("<https://a.org/x> <me@a.org>") == "https://a.org/x me@a.org")
    #expect(
      parse("<details open>\n<summary>x</summary>\n").blocks.map(\.kind) == [
        .html("<details open>\n<summary>x</summary>\n")
      ])
  }

  @Test func powersAndPicturesOfHTMLKeepTheirMeaning() {
    guard
      case .paragraph(let inlines)? = parse(
        "2<sup>10</sup>, x<sub>i</sub> <img src='a' alt=\"b &amp; c\">"
      ).blocks.first?.kind
    else {
      Issue.record("no paragraph")
      return
    }
    #expect(
      inlines == [
        .text("2"), .maths("^{10}"), .text(", x"), .maths("_{i}"), .text(" "),
        .image(alternative: [.text("b & c")], source: "a"),
      ])
  }

  @Test(arguments: [
    ("2<sup><i>10</i></sup> and x<sub>i, j</sub>", "2^(10) and x_(i, j)"),
    ("| a |\n|---|\n| <ul><li>one</li><li>two</li></ul> |", "• one • two"),
    ("a<br>b<br/>c", "a b c"), ("so <p>it</p><div>is</div>", "so  it is"),
    ("<del>old</del> new <strike>x", "~~old~~ new <strike>x"), ("say <q>so</q>", "say \"so\""),
  ])
  func tagsThatMeanSomethingAreRead(_ written: String, _ shown: String) {
    switch parse(written).blocks.first?.kind {
    case .paragraph(let inlines): #expect(inlines.plainText == shown)
    case .table(let table): #expect(table.rows[0][0].plainText == shown)
    default: Issue.record("\(parse(written).blocks)")
    }
  }

  @Test func aLinkOfHTMLIsALink() {
    let inlines = parse("so <a href='b.md' title=x>see *c*</a> d <a href=x>").blocks[0].kind
    #expect(
      inlines
        == .paragraph([
          .text("so "), .link(destination: "b.md", [.text("see "), .emphasis([.text("c")])]),
          .text(" d "), .html("<a href=x>"),
        ]))
  }

  @Test(arguments: [
    ("<pre>\n  a\n\tb\n</pre>", "", "  a\n    b"),
    ("<pre>a &lt; <b>b</b> <c></pre>", "", "a < b <c>"),
    (
      "<pre><code class=\"x language-python\">\nif a:\n    b\n</code></pre>", "python",
      "if a:\n    b"
    ),
  ])
  func preformattedTextKeepsItsForm(_ html: String, _ info: String, _ code: String) {
    #expect(parse(html).blocks.map(\.kind) == [.code(info: info, text: code)])
  }

  // MARK: What is struck out

  @Test(arguments: [
    "~~one~~ two", "a ~~*b* c~~", "~~x~~", "(~$3) and (~$4)", "(~.5)/(~.7)", "~5 GB/~7 GB",
    "[~-3] to [~-1]", "so ~~~ three ~~~", "about ~5 of ~10 or ~$3/~$4",
  ])
  func whatIsStruckOutIsToldAndWhatIsAboutIsNot(_ written: String) {
    #expect(text(written) == written.replacing("*", with: ""))
    #expect(
      written.hasPrefix("~~") || written.contains(" ~~")
        || !"\(parse(written).blocks)".contains("struck"))
  }

  @Test func oneTildeStrikesOutAsOnGitHub() {
    #expect(text("~one~ two") == "~~one~~ two")
  }

  // MARK: Tables

  private func tables(_ text: String) -> [Block.Table] {
    parse(text).blocks.compactMap { if case .table(let table) = $0.kind { table } else { nil } }
  }

  @Test(arguments: [
    "Here they are:\n| a | b |\n|---|---|\n| 1 | 2 |", "one\ntwo\n| a | b |\n|---|---|\n| 1 | 2 |",
    "[x]: y\n| a | b |\n|---|---|\n| 1 | 2 |",
  ])
  func aTableMayStandRightUnderText(_ text: String) {
    #expect(tables(text).map { $0.head.map(\.plainText) } == [["a", "b"]])
    #expect(tables(text).first?.rows.map { $0.map(\.plainText) } == [["1", "2"]])
    #expect(parse(text).blocks.last?.line == text.split(separator: "\n").count - 2)
  }

  @Test func soItMayInListsAndQuotes() {
    for text in [
      "- x\n  | a | b |\n  |---|---|\n  | 1 | 2 |", "> x\n> | a | b |\n> |---|---|\n> | 1 | 2 |",
    ] {
      let inner: [Block] =
        switch parse(text).blocks.first?.kind {
        case .list(let list): list.isTight ? list.items[0].blocks : []
        case .quote(let blocks): blocks
        default: []
        }
      guard inner.count == 2, case .table(let table) = inner[1].kind else {
        Issue.record("\(text)")
        continue
      }
      #expect(table.rows.count == 1)
    }
  }

  @Test func aRuleMayBeShort() {
    let text = "| a | b | c | d |\n| --: | - | :-: | :- |\n| 1 | 2 | 3 | 4 |\n"
    #expect(tables(text).map(\.alignments) == [[.right, .standard, .center, .left]])
    #expect(tables("a | b\n-|-|-\n").isEmpty && tables("a | b\n|-|x|\n").isEmpty)
  }

  @Test func textWithBarsOverARuleOfAnotherWidthIsNoTable() {
    #expect(tables("x\n| a | b |\n|---|\n").isEmpty)
  }

  @Test func cellsBeyondTheRuleAreShownAndNamed() {
    let narrow = "| a | b | c |\n|---|---|\n| 1 | 2 | 3 |\n"
    #expect(tables(narrow).first?.head.map(\.plainText) == ["a", "b", "c"])
    #expect(parse(narrow).diagnostics.map(\.line) == [1])
    let wide = "x\n\na | b\n--|--\n1 | 2 | 3 | 4\n1 | `x|y`\n"
    #expect(
      tables(wide).first?.rows.map { $0.map(\.plainText) } == [
        ["1", "2", "3", "4"], ["1", "x|y", "", ""],
      ])
    #expect(parse(wide).diagnostics.map(\.line) == [5])
    #expect(parse("| a |\n|---|\n| 1 \\| 2 |\n").diagnostics.isEmpty)
  }

  // MARK: Definitions and front matter

  @Test func aBracketAndAColonAreNoDefinitionByThemselves() {
    let file = document(
      "# P\n\n## A\n\nThe Transformer [1].\n\n[1]: Vaswani et al., 2017.\n[2]: Devlin et al.\n\n## B\n\n[note]: so it\nbegins [note].\n"
    )
    #expect(file.definitions.isEmpty)
    let library = Library(title: "", key: "", documents: [file])
    let texts = library.lessonIDs.map { library.markdown(of: $0).blocks.count }
    #expect(texts == [4, 2])
  }

  @Test func definitionsMayTakeLines() {
    let file = document(
      "## A\n\nSee the [paper] and the [code].\n\n## B\n\n[paper]: https://a.org/p\n  \"A title\"\n[code]:\n  https://a.org/c\n[both]: <a b> (t)\n"
    )
    #expect(
      file.definitions.map { String(decoding: file.bytes[$0.label], as: UTF8.self) } == [
        "paper", "code", "both",
      ])
    let library = Library(title: "", key: "", documents: [file])
    guard
      case .paragraph(let inlines)? = library.markdown(of: library.lessonIDs[0]).blocks.last?.kind
    else {
      Issue.record("no paragraph")
      return
    }
    #expect(inlines.contains(.link(destination: "https://a.org/p", [.text("paper")])))
    #expect(inlines.contains(.link(destination: "https://a.org/c", [.text("code")])))
  }

  @Test(arguments: [
    "---\n\nWelcome to my notes.\n\n---\n\n## One\n",
    "---\nNote well: this is prose, and so is it.\nMore.\n---\n\n## One\n",
    "---\nDear reader: welcome\n---\n\n## One\n",
  ])
  func proseBetweenRulesIsNoFrontMatter(_ text: String) {
    #expect(OutlineScanner.scan(Array(text.utf8)).bodyStart == 0)
  }

  @Test(arguments: [
    "---\ntags: [a, b]\naliases:\n  - c\n- d\n# comment\n\ndate created: 2024\n---\nx\n",
    "---\n---\nx\n",
    "---\r\ntitle: A\r\n---\r\nx\n",
  ])
  func YAMLIsFrontMatter(_ text: String) {
    let bytes = Array(text.utf8)
    #expect(
      String(decoding: bytes[OutlineScanner.scan(bytes).bodyStart...], as: UTF8.self) == "x\n")
  }

  /// The source of a picture is the same picture for another screen.
  @Test func sourcesOfPicturesAreNoLoss() {
    let written =
      "<picture>\n<source srcset=\"d.png\">\n<img src=\"l.png\" alt=\"A\">\n</picture>\n"
    #expect(Losses.diagnostics(in: Markdown.parse(Array(written.utf8)).blocks) == [])
  }

  @Test func whatIsNotShownIsNamed() {
    let blocks = parse(
      "a <iframe src=x></iframe>\n\n<p>\n<a href=\"b\">c</a>\n<!-- <script> -->\n<video>\n</p>\n"
    ).blocks
    let found = Losses.diagnostics(in: blocks)
    // The link can be followed.
    #expect(found.map(\.line) == [1, 6])
    let tags = parse(
      "<table>\n<tr><td colspan=2>a\n<td rowspan='2'>\n</table>\n\nb <abbr title=\"c\">d</abbr>\n"
    ).blocks
    // Cells that span several are shown.
    #expect(Losses.diagnostics(in: tags).map(\.line) == [6])
    // What else a link says that can be followed; the end of another element closes none.
    let links = parse(
      "<article>\n<a href=\"b\" title=\"d\">c</a>\n<a href=\"b\">c\n</article>\n"
    ).blocks
    #expect(
      Losses.diagnostics(in: links).map { "\($0.line) \($0.message.prefix(19))" }
        == ["2 the title of this <", "3 the address of this"])
    let file = document(
      "## A\n\nx[^1]\n\n[^1]: one\n[^2]: two\n[^1]: three\n\n## B\n\n[^b]\n\n[^b]: b\n")
    #expect(Losses.footnotes(in: file).map(\.line) == [6, 7])
    // In a question it may be the answer.
    let asked = Losses.footnotes(in: file, questions: [1..<7])
    #expect(asked.map { $0.advice.hasSuffix("and > two in place of it") } == [true, false])
  }
}
