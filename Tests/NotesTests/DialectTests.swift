import Testing

@testable import Notes

/// What Obsidian, MkDocs, Docusaurus, MyST, Quarto and Pandoc write that CommonMark does not know.
@Suite struct DialectTests {
  // MARK: In a line

  @Test(arguments: [
    ("[[Softmax]]", "[[Softmax]]", "Softmax"),
    ("[[Softmax|the softmax]]", "[[Softmax]]", "the softmax"),
    ("[[Softmax#Stable version]]", "[[Softmax#Stable version]]", "Softmax › Stable version"),
    ("[[#Below]]", "[[#Below]]", "Below"), ("![[Softmax]]", "[[Softmax]]", "Softmax"),
    ("[[sub/Note#^a1b2c3]]", "[[sub/Note#^a1b2c3]]", "sub/Note"),
  ])
  func wikiLinks(_ written: String, _ destination: String, _ shown: String) {
    #expect(inlines(written) == [.link(destination: destination, [.text(shown)])])
  }

  @Test(arguments: [
    "[[1, 2], [3, 4]]", "[[1 2]]", "[[ -f x ]]", "if [[ $x == y ]]; then", "[[", "[[a", "[[a]",
    "[[]]",
    "a[[i]]b = [[\"x\", \"y\"]]",
  ])
  func whatIsNoWikiLinkIsText(_ written: String) {
    let found = inlines(written)
    #expect(found.plainText == written)
    let isBare = written == "a[[i]]b = [[\"x\", \"y\"]]"
    #expect(isBare || found == [.text(written)])
  }

  @Test func pictures() {
    #expect(inlines("![[a b.png]]") == [.image(alternative: [], source: "a b.png")])
    #expect(
      inlines("![[p.pdf#page=3]]")
        == [.image(alternative: [.text("p.pdf, page 3")], source: "p.pdf")])
    #expect(
      inlines("[[p.pdf#page=3]]")
        == [.link(destination: "[[p.pdf#page=3]]", [.text("p.pdf, page 3")])])
    #expect(inlines("![[a.png|300]]") == [.image(alternative: [], source: "a.png")])
    #expect(
      inlines("![[a.png|Two heads]]") == [
        .image(alternative: [.text("Two heads")], source: "a.png")
      ])
  }

  @Test(arguments: [
    ("a ==b== c", [Inline.text("a "), .marked([.text("b")]), .text(" c")]),
    ("==a *b* c==", [.marked([.text("a "), .emphasis([.text("b")]), .text(" c")])]),
    ("a == b and c == d", [.text("a == b and c == d")]),
    ("a==b and c==d", [.text("a==b and c==d")]),
    ("==a", [.text("==a")]), ("a %%b *c* d%% e", [.text("a e")]),
    ("100%% and 5%%", [.text("100%% and 5%%")]),
    ("`==a==`", [.code("==a==")]), ("x ===== y", [.text("x ===== y")]),
  ])
  func marksAndComments(_ written: String, _ expected: [Inline]) {
    #expect(inlines(written) == expected)
  }

  @Test func commentsOfSeveralParagraphsAreNotShown() {
    #expect(
      blocks("a\n\n%%\nb\n\nc\n%%\n\nd\n").map(\.kind) == [
        .paragraph([.text("a")]), .paragraph([.text("d")]),
      ])
    #expect(blocks("a\n\n%% b %%\n\nd\n").count == 2)
    #expect(blocks("a\n\n%%\n\nd\n").count == 3)
  }

  @Test(arguments: [
    ("words ^a1b2c3", "words"), ("words ^block-1", "words"), ("2 ^10", "2 ^10"), ("x ^n", "x ^n"),
    ("f ^alpha", "f ^alpha"), ("Said. ^b4", "Said."), ("Of `code` ^blk", "Of code"),
    ("Is $x$ ^def", "Is x"), ("10 ^th", "10 ^th"), ("$x$ ^n", "x ^n"),
    ("Said. ^a", "Said."), ("some words ^ab", "some words"), ("some words\n^a", "some words"),
  ])
  func namesOfBlocksAreNotShown(_ written: String, _ shown: String) {
    #expect(inlines(written).plainText == shown)
  }

  @Test func entitiesOfHTML5() {
    #expect(
      inlines("&radic; &approx; &leq; &rightarrow; &ell; &top; &NotEqualTilde; &mathbb;").plainText
        == "√ ≈ ≤ → ℓ ⊤ ≂̸ &mathbb;")
  }

  // MARK: Blocks

  /// mdBook's warning, with divisions in it and behind it.
  @Test func aWarningOfMdBooks() throws {
    let found = blocks(
      """
      <div class="warning">

      Careful **here**.

      <div>
      inner
      </div>

      - still

      </div>

      Behind.
      """)
    guard case .callout(let callout, let inner) = try #require(found.first).kind else {
      Issue.record("no callout")
      return
    }
    let words = inner.map { "\($0.kind)" }.joined()
    #expect(callout.name == "warning" && words.contains("inner") && words.contains("still"))
    #expect(found.last?.kind == .paragraph([.text("Behind.")]))
    // Another division, or code that shows one, is none.
    for other in [
      "<div class=\"note\">\n\nx\n\n</div>", "```html\n<div class=\"warning\">\n```\n\nx",
    ] {
      #expect(!blocks(other).contains { if case .callout = $0.kind { true } else { false } })
    }
  }

  @Test func codeOfMySTHasItsCaptionAndContentsAreNotShown() {
    let code = blocks("```{code-block} python\n:linenos:\n:caption: The \"loop\"\n\nx = 1\n```\n")
    guard case .code(let info, let text)? = code.first?.kind else {
      Issue.record("no code")
      return
    }
    #expect(Block.fenceTitle(info) == "The loop" && Block.fenceName(info) == "python")
    #expect(text.contains("x = 1") && !text.contains("caption"))
    let plain = blocks("before\n\n```{contents}\n:depth: 2\n```\n\nafter\n")
    #expect(plain.map(\.kind) == [.paragraph([.text("before")]), .paragraph([.text("after")])])
    #expect(plain.map(\.line) == [1, 7])
  }

  private func read(_ text: String) -> (Callout, [Block])? {
    if case .callout(let callout, let inner)? = blocks(text).first?.kind {
      (callout, inner)
    } else {
      nil
    }
  }

  @Test(arguments: [
    ("> [!tip] Custom *title*\n> body\n", "tip", Callout.Kind.tip, "Custom title"),
    ("> [!question]- Folded\n> body\n", "question", .note, "Folded"),
    ("> [!info]\n> body\n", "info", .note, "Info"), ("> [!bug]+\n> body\n", "bug", .caution, "Bug"),
    ("> [!my-own] x\n> body\n", "my-own", .note, "x"),
    ("!!! warning \"Mind\"\n    body\n", "warning", .warning, "Mind"),
    ("??? note\n    body\n", "note", .note, "Note"),
    ("???+ danger\n\tbody\n", "danger", .caution, "Danger"),
    (":::note\nbody\n:::\n", "note", .note, "Note"),
    (":::tip[A title]\nbody\n:::\n", "tip", .tip, "A title"),
    (":::info A title\n\nbody\n\n:::\n", "info", .note, "A title"),
    (":::{note} A title\n:class: dropdown\nbody\n:::\n", "note", .note, "A title"),
    ("::: {.callout-tip}\nbody\n:::\n", "tip", .tip, "Tip"),
    ("```{warning} Mind\n:name: x\nbody\n```\n", "warning", .warning, "Mind"),
    ("::: {.callout-tip}\n## Its title\nbody\n:::\n", "tip", .tip, "Its title"),
    (":::{dropdown} More\nbody\n:::\n", "details", .note, "More"),
    ("```{prf:theorem} Scale\n:label: t\nbody\n```\n", "theorem", .note, "Theorem: Scale"),
    ("```{margin} Side\nbody\n```\n", "margin", .note, "Side"),
    (
      "```admonish warning title=\"Mind\" collapsible=true\nbody\n```\n", "warning", .warning,
      "Mind"
    ),
    ("```admonish\nbody\n```\n", "note", .note, "Note"),
    ("```admonish title=\"Own\"\nbody\n```\n", "note", .note, "Own"),
    ("~~~{admonition} Own words\nbody\n~~~\n", "note", .note, "Own words"),
  ])
  func callouts(_ written: String, _ name: String, _ kind: Callout.Kind, _ heading: String) throws {
    let (callout, inner) = try #require(read(written))
    #expect(callout.name == name && callout.kind == kind && callout.heading.plainText == heading)
    #expect(inner.map(\.kind) == [.paragraph([.text("body")])])
  }

  /// What a box may hide until it is unfolded is hidden, whichever way its options are written.
  @Test(arguments: [
    (":::{note} A\n:class: dropdown\nbody\n:::\n", Callout.Fold.closed),
    ("```{tip}\n:class: tip, dropdown\nbody\n```\n", .closed),
    ("```{admonition} A\n---\nclass: dropdown\n---\nbody\n```\n", .closed),
    (":::{details} Sum\nbody\n:::\n", .closed), ("::: details Sum\nbody\n:::\n", .closed),
    ("```{toggle}\nbody\n```\n", .closed), (":::{note} A\n:class: wide\nbody\n:::\n", nil),
    ("```{note}\n---\nclass: tip\n---\nbody\n```\n", nil),
  ])
  func boxesThatFold(_ written: String, _ fold: Callout.Fold?) throws {
    let (callout, inner) = try #require(read(written))
    #expect(callout.fold == fold)
    #expect(inner.map(\.kind) == [.paragraph([.text("body")])])
  }

  @Test func whatStandsInABoxIsMarkdown() throws {
    let written = "a\n\n!!! note\n    - one\n\n    ```py\n    :::\n    !!! x\n    ```\n\nafter\n"
    let found = blocks(written)
    #expect(found.count == 3)
    guard case .callout(_, let inner) = found[1].kind else {
      Issue.record("no box")
      return
    }
    #expect(inner.last?.kind == .code(info: "py", text: ":::\n!!! x"))
    #expect(found.map(\.line) == [1, 3, 11])
  }

  @Test func boxesInBoxesEndWhereTheyDo() {
    let found = blocks("::::tip\na\n\n:::note\nb\n:::\n\nc\n::::\n\nd\n")
    #expect(found.count == 2)
    guard case .callout(_, let inner)? = found.first?.kind else {
      Issue.record("no box")
      return
    }
    #expect(inner.count == 3)
    guard inner.count == 3, case .callout = inner[1].kind else {
      Issue.record("no box in it")
      return
    }
  }

  /// What a box takes at its head it takes no more where the line behind it ends it.
  @Test func headsEndWithTheirBox() {
    var bytes = Array("!!! note\n    ```{tip}\n:name: so\n\nafter\n".utf8)
    Admonitions.rewrite(&bytes)
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == "> [!note]\n> > [!tip]\n:name: so\n\nafter\n")
  }

  @Test(arguments: [
    ":::columns\na\n:::\n", "a ::: b\n", "```\n!!! note\n:::note\n```\n", "!!!\n", "::::::\n",
    "=== a\n",
  ])
  func whatOpensNoBoxStays(_ written: String) {
    var bytes = Array(written.utf8)
    Admonitions.rewrite(&bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == written)
  }

  @Test func partsOfDivisionsAndNamedDirectivesAreTold() {
    #expect(
      blocks("::: {.panel-tabset}\n## R\ntext\n:::\n").map(\.kind) == [
        .heading(level: 4, [.text("R")]), .paragraph([.text("text")]),
      ])
    #expect(
      blocks("```{include} a_b.md\n```\n").map(\.kind) == [
        .paragraph([.code("{include} a_b.md")])
      ])
    #expect(
      blocks("```{csv-table} T\n:header: a, b\n1, 2\n```\n").map(\.kind) == [
        .paragraph([.strong([.text("T")])]),
        .table(
          Block.Table(
            alignments: [.standard, .standard], head: [[.text("a")], [.text("b")]],
            rows: [[[.text("1")], [.text("2")]]])),
      ])
  }

  @Test func tabsAreTheirTitlesAndTexts() {
    #expect(
      blocks("=== \"One\"\n\n    first\n\n=== \"Two\"\n\n    second\n").map(\.kind) == [
        .paragraph([.strong([.text("One")])]), .paragraph([.text("first")]),
        .paragraph([.strong([.text("Two")])]), .paragraph([.text("second")]),
      ])
  }

  @Test(arguments: [
    ("```{code-cell} ipython3\nx\n```\n", "python"), ("```{python}\nx\n```\n", "python"),
    ("```{math}\nx\n```\n", ""), ("```{toctree}\nx\n```\n", "toctree"),
  ])
  func fencesOfDirectivesHaveTheirLanguage(_ written: String, _ language: String) {
    switch blocks(written).first?.kind {
    case .code(let info, "x"): #expect(Block.fenceName(info) == language)
    case .maths("x"): #expect(language.isEmpty)
    default: Issue.record("no fence")
    }
  }

  @Test func tasksThatAreNeitherOpenNorDone() {
    guard
      case .list(let list)? = blocks("- [/] half\n- [-] dropped\n- [ ] open\n- [y] text\n").first?
        .kind
    else {
      Issue.record("no list")
      return
    }
    #expect(list.items.map(\.task) == [false, false, false, nil])
    #expect(list.items.map(\.mark) == ["/", "-", nil, nil])
  }

  @Test(arguments: [
    "Term\n: one\n\nOther\n: two\n: three\n", "Term\n\n: one\n\nOther\n\n: two\n\n: three\n",
  ])
  func definitionLists(_ written: String) {
    guard case .definitions(let found)? = blocks(written).first?.kind else {
      Issue.record("no definitions")
      return
    }
    #expect(found.map(\.term.plainText) == ["Term", "Other"])
    #expect(
      found.map { $0.texts.map { $0.first?.kind } } == [
        [.paragraph([.text("one")])], [.paragraph([.text("two")]), .paragraph([.text("three")])],
      ])
  }

  @Test(arguments: ["a\n: b c:\nd\n\n: x", ": alone\n", "It is this.\n\n: x\n", "a :b\nc\n"])
  func aColonAloneDefinesNothing(_ written: String) {
    let first = blocks(written).first?.kind
    if case .definitions(let found)? = first {
      #expect(found.count == 1 && written.hasPrefix("a\n: b"))
    }
  }

  // MARK: Where links lead

  private let library = Library(
    title: "", key: "",
    documents: [
      Document(
        path: "Attention.md",
        bytes: Array("# Attention\n\n## Idea\n\n[x](#Stable%20version)\n".utf8)),
      Document(
        path: "deep/Softmax.md",
        bytes: Array(
          "# S\n\n## First\n\na ^a1b2c3\n\n<a id=\"foot\"></a>\n\n## Stable version\n\nb ^d4e5f6\n"
            .utf8)),
      Document(path: "other/Softmax.md", bytes: Array("# T\n\n## Only\n\nb\n".utf8)),
    ])

  @Test(arguments: [
    ("[[Softmax]]", 1, 0), ("[[softmax]]", 1, 0), ("[[other/Softmax]]", 2, 0), ("[[Idea]]", 0, 0),
    ("[[Softmax#Stable version]]", 1, 1), ("[[Softmax#^d4e5f6]]", 1, 1),
    ("[[Softmax#^a1b2c3]]", 1, 0),
    ("deep/Softmax.md#Stable%20version", 1, 1), ("deep/Softmax.md#foot", 1, 0),
  ])
  func linksLead(_ link: String, _ document: Int, _ lesson: Int) {
    let start = LessonID(document: 0, chapter: 0, lesson: 0)
    guard case .lesson(let id, _) = library.resolve(link: link, from: start) else {
      Issue.record("nowhere")
      return
    }
    #expect(id == LessonID(document: document, chapter: 0, lesson: lesson))
  }

  /// Addresses of a site's pages as MkDocs, Docusaurus and Hugging Face's course write them.
  @Test(arguments: [
    ("/course/chapter1/3", 1), ("/chapter1/3?fw=pt", 1), ("?fw=pt", nil), ("/docs/chapter1/", 2),
    ("../4/", 3), ("../4", 3), ("4", 3), ("../../de/chapter1/3/", 4), ("../../chapter1", 2),
    ("/course/chapter1/9", nil), ("../9/", nil), ("../../../../chapter1", nil),
  ])
  func addressesOfPagesLead(_ link: String, _ document: Int?) {
    let paths = [
      "en/a.md", "en/chapter1/3.mdx", "en/chapter1/index.mdx", "en/chapter1/4.md",
      "de/chapter1/3.mdx",
    ]
    let library = Library(
      title: "", key: "",
      documents: paths.map { Document(path: $0, bytes: Array("# T\n\nText.\n".utf8)) })
    let start = LessonID(document: 1, chapter: 0, lesson: 0)
    let target = library.resolve(link: link, from: start)
    if case .lesson(let id, _) = target {
      #expect(id.document == document)
    } else {
      #expect(document == nil, "\(target)")
    }
  }

  @Test(arguments: ["[[None]]", "[[Softmax#None]]", "[[]]"])
  func othersLeadNowhere(_ link: String) {
    let start = LessonID(document: 0, chapter: 0, lesson: 0)
    guard case .nowhere = library.resolve(link: link, from: start) else {
      Issue.record("somewhere")
      return
    }
  }

  /// GitHub's wikis write the page behind the bar.
  @Test func linksOfGitHubsWikisAreTurned() {
    let wiki = Library(
      title: "", key: "",
      documents: ["Home.md", "KV-Cache.md"].map { Document(path: $0, bytes: Array("a\n".utf8)) })
    func turned(_ text: String, in library: Library) -> [Block.Kind] {
      return library.turningWikiLinks(in: blocks(text), of: 0).map(\.kind)
    }
    func link(_ page: String, _ shown: String) -> Block.Kind {
      .paragraph([.link(destination: "[[\(page)]]", [.text(shown)])])
    }
    #expect(turned("[[the cache|KV-Cache]]", in: wiki) == [link("KV-Cache", "the cache")])
    #expect(turned("[[KV Cache|KV-Cache]]", in: wiki) == [link("KV-Cache", "KV Cache")])
    let start = LessonID(document: 0, chapter: 0, lesson: 0)
    let cache = LessonID(document: 1, chapter: 0, lesson: 0)
    #expect(wiki.resolve(link: "[[KV Cache]]", from: start) == .lesson(cache, anchor: nil))
    #expect(turned("[[KV-Cache|the cache]]", in: wiki) == [link("KV-Cache", "the cache")])
    #expect(turned("[[KV-Cache|Home]]", in: wiki) == [link("KV-Cache", "Home")])
    #expect(turned("[[none|nothing]]", in: wiki) == [link("none", "nothing")])
    #expect(turned("[[the softmax|Softmax]]", in: library) == [link("Softmax", "the softmax")])
  }

  @Test(arguments: [
    ("<h1 align=\"center\">\n<img alt=\"logo\">\nName\n</h1>\n\n## One\n\na\n", ["Name"]),
    ("<div>\n<h1>Name</h1>\n</div>\n\ntext\n\n# Next\n\na\n", ["Name", "Next"]),
    ("# Own\n\n<h1>Name</h1>\n\na\n", ["Own"]), ("<h1>never closed\n\na\n", ["X"]),
    ("```\n<h1>Name</h1>\n```\n", ["X"]),
    ("---\ntitle: T\n---\nup:: [[Home]]\n\n# Own\n\na\n", ["Own"]),
    ("---\ntitle: T\n---\nwords\n\n# Own\n\na\n\n# Other\n\nb\n", ["Own", "Other"]),
    (
      "---\ntitle: T\n---\nso\n\nmany\n\nwords\n\n# Own\n\na\n\n# Other\n\nb\n",
      ["T", "Own", "Other"]
    ),
    ("---\ntitle: T\n---\nwords\n\n## Part\n\n# Own\n\na\n", ["T", "Own"]),
    ("<p align=\"center\">\n  <img\n    src=\"l.png\">\n</p>\n\n# Own\n\na\n", ["Own"]),
    (
      "[![b](c)](d) ![e](f)\n[![g](h)](i)\n![j](k)\n<br>\n\n# Own\n\na\n",
      ["Own"]
    ),
    ("<p>\n<b>words</b>\n</p>\n\n# Own\n\na\n", ["X", "Own"]),
    ("```py\n%load x\n\ny\n```\n\n# Own\n\na\n", ["Own"]),
  ])
  func chaptersAreNamed(_ text: String, _ titles: [String]) {
    #expect(Document(path: "x.md", bytes: Array(text.utf8)).chapters.map(\.title) == titles)
  }

  // MARK: Notebooks

  /// What is displayed as Markdown or HTML is shown, and not that it is; colours of a terminal are not.
  @Test(arguments: [
    (
      #"{"output_type": "display_data", "data": {"text/markdown": ["**a**\n", "b"], "#
        + #""text/plain": "<IPython.core.display.Markdown object>"}}"#, "> **a**\n> b"
    ),
    (
      #"{"output_type": "execute_result", "data": {"text/html": "<b>c</b>", "#
        + #""text/plain": "<IPython.core.display.HTML object>"}}"#, "> <div>\n> <b>c</b>\n> </div>"
    ),
    (
      #"{"output_type": "execute_result", "data": {"text/html": "<table>", "text/plain": "d  e"}}"#,
      "```output\nd  e\n```"
    ),
    (
      #"{"output_type": "stream", "text": "\u001b[1;32mok\u001b[0m \u001b[2J"}"#,
      "```output\nok \u{1B}[2J\n```"
    ),
  ])
  func outputs(_ output: String, _ shown: String) {
    let text = #"{"cells": [{"cell_type": "code", "source": "", "outputs": [\#(output)]}]}"#
    let found = Notebook.markdown(Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) }
    #expect(found == shown)
  }

  @Test func aNotebookIsItsCells() {
    let text = """
      {"cells": [
        {"cell_type": "markdown", "source": ["# A\\n", "\\n", "## B\\n", "text"]},
        {"cell_type": "code", "source": "print(1)", "outputs": [
          {"output_type": "stream", "text": ["1\\n"]},
          {"output_type": "display_data", "data": {"image/png": "AA", "text/plain": ["<Figure>"]}}]},
        {"cell_type": "raw", "source": "r```"}],
       "metadata": {"kernelspec": {"language": "julia"}}, "nbformat": 4}
      """
    let document = Document(path: "x.ipynb", bytes: Array(text.utf8))
    #expect(document.chapters.map(\.title) == ["A"])
    #expect(document.chapters.first?.lessons.map(\.title) == ["B"])
    #expect(
      String(decoding: document.bytes, as: UTF8.self)
        == "# A\n\n## B\ntext\n\n```julia\nprint(1)\n```\n\n```output\n1\n```\n\n"
        + "```output\n[picture] <Figure>\n```\n\n````\nr```\n````")
    #expect(
      Document(path: "x.ipynb", bytes: Array("[1]".utf8)).state
        == .unreadable("is not a Jupyter notebook of version 4"))
  }

  /// Jupyter Book's tags: what is not in the book, and what is folded there.
  @Test(arguments: [
    ("hide-input", "> [!details]- The code\n> ```python\n> a\n> ```|```output\n1\n```"),
    ("hide_output", "```python\na\n```|> [!details]- The output\n> ```output\n> 1\n> ```"),
    (
      "hide-cell",
      "> [!details]- The cell\n> ```python\n> a\n> ```\n> \n> ```output\n> 1\n> ```"
    ),
    ("remove-cell", ""), ("remove-input", "```output\n1\n```"),
    ("remove-output", "```python\na\n```"), ("remove-stdout", "```python\na\n```"),
    ("other", "```python\na\n```|```output\n1\n```"),
  ])
  func tagsOfCellsSayWhatIsShown(tag: String, shown: String) {
    let text = """
      {"cells": [{"cell_type": "code", "source": "a", "metadata": {"tags": ["\(tag)"]},
        "outputs": [{"output_type": "stream", "name": "stdout", "text": "1"}]}], "nbformat": 4}
      """
    let document = Document(path: "x.ipynb", bytes: Array(text.utf8))
    #expect(
      String(decoding: document.bytes, as: UTF8.self)
        == shown.split(separator: "|").joined(separator: "\n\n"))
  }
}
