import Testing

@testable import Notes

/// What MkDocs, Jupyter Book, Quarto, mdBook and Obsidian write beside Markdown, as what their readers see.
@Suite struct ForeignBooksTests {
  private func text(_ written: String, at path: String = "a.md") -> String {
    shown(library([(path, written)]), 0)
  }

  private func shown(_ library: Library, _ document: Int) -> String {
    library.lessonIDs(inDocument: document).map { library.markdown(of: $0).blocks.plainLines }
      .joined(separator: "\n")
  }

  // MARK: MyST and Hugging Face

  /// Boxes are text, code is none.
  @Test func substitutionsHoldInBoxes() {
    let head = "---\nmyst:\n  substitutions:\n    k: value\n---\n# A\n\n"
    let shown = text(
      head
        + "````{note}\nA {{ k }}.\n```python\nb = {{ k }}\n```\nC {{ k }}.\n````\n\nD {{ k }}.\n\n"
        + "```\ne {{ k }}\n```\n")
    for said in ["A value.", "b = {{ k }}", "C value.", "D value.", "e {{ k }}"] {
      #expect(shown.contains(said), "\(said) in \(shown)")
    }
  }

  /// A name that is the title's own is its place; another one, apart from it, names a note.
  @Test(arguments: [
    ("Foo bar [[foo-bar]]", "Foo bar"), ("章末小测验[[章末小测验]]", "章末小测验"),
    ("Foo[[any.name]]", "Foo"), ("Foo [[Other]]", "Foo Other"), ("参考[[笔记]]", "参考笔记"),
  ])
  func headingsNamePlaces(written: String, shown: String) {
    #expect(library([("a.md", "# \(written)\n\nText.\n")]).documents[0].chapters[0].title == shown)
  }

  @Test func spansMayHoldCode() {
    #expect(
      text("# A\n\nSee [a `b` c]{.mark} and [d](e.md){.f}, [g `h`] i]{.x}.\n").contains(
        "See a `b` c and d, [g `h`] i]{.x}."))
  }

  /// A cell's label is a place, in a notebook and in its text form.
  @Test func cellsHaveNames() {
    let notes = library([
      ("a.md", "# A\n\n[](#tbl:x)\n\n## B\n\n```{code-cell}\n#| label: tbl:x\n1\n```\n")
    ])
    guard case .lesson(let id, _) = notes.resolve(link: "#tbl:x", from: notes.lessonIDs[0]) else {
      Issue.record("no place")
      return
    }
    #expect(notes[id]?.title == "B")
  }

  // MARK: Obsidian

  private static let other = """
    ---
    tags: [x]
    ---
    # Other

    First. [[#Deep]]

    ## Part

    Below it.

    - one
    - two ^item

    ### Deep

    Deepest.

    A block
    of two lines.
    ^blk

    ## Last
    ### Deep

    Of the last.
    """

  /// What an embedded part refers to goes with it, beside footnotes of the same name.
  @Test func embedsHaveTheirFootnotes() {
    let notes = library([
      ("a.md", "# A\n\nMine[^1].\n\n![[b#Part]]\n\n![[c]]\n\n[^1]: Own.\n"),
      (
        "b.md",
        "# B\n\n## Part\n\nTheirs[^1], [so][x].\n\n## Rest\n\n[^1]: Of b.\n\n[x]: c.md\n"
      ), ("c.md", "Text[^1] here[^two].\n\n[^1]: meaningful!\n[^two]: Long.\n\n    More.\n"),
    ])
    let blocks = notes.markdown(of: notes.lessonIDs[0]).blocks
    guard case .footnotes(let found)? = blocks.last?.kind else {
      Issue.record("\(blocks)")
      return
    }
    #expect(
      found.map { $0.blocks.plainLines } == ["Own.", "Of b.", "meaningful!", "Long.\nMore."])
    #expect(blocks.plainLines.contains("> Theirs, so.\n"))
  }

  /// What is embedded stands there as a quote, with a link to where it comes from.
  @Test(arguments: [
    ("![[Other#Last]]", "> **Last**|> **Deep**|> Of the last.|> from Other › Last"),
    (
      "![[Other#Part#Deep]]",
      "> **Deep**|> Deepest.|> A block of two lines.|> from Other › Part › Deep"
    ),
    ("![[Other#Last#Deep|said]]", "> **Deep**|> Of the last.|> from Other › Last › Deep"),
    ("![[Other#^item]]", "> - two|> from Other"),
    ("![[other#^blk]]", "> A block of two lines.|> from other"),
    ("![[#Own]]", "> **Own**|> Mine.|> from Own"), ("![[Missing]]", "Missing"),
    ("![[Other#No]]", "Other › No"),
    ("![[a]]", "a"), ("Text ![[Other]].", "Text Other."), ("    ![[Other]]", "`![[Other]]`"),
    ("![[p.png]]", "p.png"), ("![[empty]]", "empty"),
  ])
  func embeds(written: String, seen: String) {
    let notes = library([
      ("a.md", "# A\n\n## L\n\n\(written)\n\n## Own\n\nMine.\n"), ("deep/Other.md", Self.other),
      ("empty.md", "---\na: b\n---\n"),
    ])
    let markdown = notes.markdown(of: notes.lessonIDs[0])
    let lines = markdown.blocks.plainLines.split(separator: "\n").drop { $0 != "## L" }.dropFirst()
    #expect(lines.joined(separator: "|") == seen)
    // What is wrong with it would be told of the line that embeds.
    for case let block in markdown.blocks {
      if case .quote = block.kind { #expect(block.line == 5) }
    }
  }

  /// Keys of questions are not embedded, and what is long is gone to.
  @Test func embedsHaveAnEnd() {
    let question = "# Q\n\nText.\n\n### Which?\n<!-- quiz -->\n1. [x] secret\n1. [ ] other\n"
    let long = "# Long\n\n" + String(repeating: "word\n\n", count: 300)
    let notes = library([("a.md", "![[q]]\n\n![[long]]\n"), ("q.md", question), ("long.md", long)])
    let text = shown(notes, 0)
    #expect(text.contains("> Text.") && !text.contains("secret") && !text.contains("word"))
    #expect(text.hasSuffix("long"))
    // So many are looked for; the others stay links.
    let many = library([
      ("a.md", String(repeating: "![[b]]\n\n", count: 120)), ("b.md", "Said.\n"),
    ])
    #expect(shown(many, 0).split(separator: "\n").count { $0 == "> Said." } == 100)
  }

  @Test(arguments: [
    ("Text ^abc", "Text"), ("Text ^ab-1", "Text"), ("- item ^blk", "- item"),
    ("Text\n^name", "Text"),
    ("x ^nth", "x ^nth"), ("10 ^th", "10 ^th"), ("Text ^2", "Text ^2"),
    ("Go up^there", "Go up^there"),
  ])
  func namesOfBlocksAreNotShown(written: String, seen: String) {
    #expect(text(written) == seen)
  }

  @Test func marksInTitlesAreNone() {
    let notes = library([("a.md", "# A ==hot== one\n\n## Is a == b?\n\ntext\n")])
    #expect(notes.documents[0].chapters.map(\.title) == ["A hot one"])
    #expect(notes.documents[0].chapters[0].lessons.map(\.title) == ["Is a == b?"])
    #expect(text("See [[#^id1]].") == "See ^id1.")
  }

  // MARK: MkDocs

  @Test func snippetsAreLookedForWhereTheBookSays() throws {
    for options in ["base_path: [inc, ../out, .]", "base_path: inc"] {
      let table = try #require(
        BookTable(
          "mkdocs.yml",
          Array(
            "site_name: x\nmarkdown_extensions:\n  - abbr\n  - pymdownx.snippets:\n      \(options)\n"
              .utf8
          )))
      let book = Book(["site/docs/a.md"], tables: [("site/mkdocs.yml", table)])
      #expect(
        book.snippetFolders.first == "site/inc"
          && book.snippetFolders.allSatisfy { !$0.hasPrefix("..") })
      var asked: [String] = []
      let written = Array("--8<-- \"s.txt\"\n\n--8<-- \"../../../x\"\n".utf8)
      let pulled = PulledFiles(
        for: "site/docs/a.md", written, snippetFolders: book.snippetFolders
      ) { path in
        asked.append(path)
        return path == "site/inc/s.txt" ? Array("Here.".utf8) : nil
      }
      #expect(asked.first == "site/inc/s.txt" && asked.allSatisfy { !$0.contains("..") })
      let notes = Library(
        title: "n", key: "n",
        documents: [Document(path: "site/docs/a.md", bytes: written, pulled: pulled)])
      #expect(shown(notes, 0).hasPrefix("Here."))
    }
  }

  @Test(arguments: [
    (
      "::: pkg.mod.Class\n    options:\n      x: 1\n\nAfter.",
      "[The reference of `pkg.mod.Class`, which is made from its code.]\nAfter."
    ),
    (
      "::: pkg\n    options:\n      x: 1\n\nAfter.",
      "[The reference of `pkg`, which is made from its code.]\nAfter."
    ),
    ("[](){#here}\nText.", "Text."),
    ("^^put in^^ and 2^^3 and `^^a^^`", "put in and 2^^3 and `^^a^^`"),
    (
      "The HTML.\n\n*[HTML]: Hyper Text\n*[A B]: C",
      "The HTML.\n- **HTML**: Hyper Text\n- **A B**: C"
    ),
    ("![a](x.png#only-light) ![a](x.png#only-dark)", "a"),
    ("![](x.png#gh-light-mode-only)", "x.png"),
    ("a `#!python x = 1` b `#!/bin/sh x`", "a `x = 1` b `#!/bin/sh x`"),
    ("a `<br>`{=html} b", "a   b"), ("a `<b>c</b> d`{=html} b", "a **c** d b"),
    ("a`\\foo`{=latex} b", "a b"),
    ("a `x`{.py} b", "a `x` b"),
  ])
  func mkDocs(written: String, seen: String) { #expect(text(written) == seen) }

  /// Titles have no icons, nor have the names of their headings; GitHub's has.
  @Test func iconsInHeadings() {
    let notes = library([
      (
        "a.md",
        "# Welcome :material-rocket:\n\n## :octicons-heart-16: Love\n\n[x](#y)\n\n## At 10:simple\n\nt\n"
      )
    ])
    #expect(notes.documents[0].chapters.map(\.title) == ["Welcome"])
    #expect(notes.documents[0].chapters[0].lessons.map(\.title) == ["Love", "At 10:simple"])
    for (link, lesson) in [("#welcome", 0), ("#welcome-material-rocket", 0), ("#at-10simple", 1)] {
      guard case .lesson(let id, _) = notes.resolve(link: link, from: notes.lessonIDs[0]) else {
        Issue.record("\(link) leads nowhere")
        continue
      }
      #expect(id == notes.lessonIDs[lesson])
    }
  }

  @Test func aTipMayHaveNoTitle() throws {
    for (title, isUntitled) in [("\"\"", true), ("", false), ("\"Own\"", false)] {
      let blocks = Markdown.parse(Array("!!! tip \(title)\n    Text.\n".utf8)).blocks
      guard case .callout(let callout, let inner)? = blocks.first?.kind else {
        Issue.record("\(blocks)")
        continue
      }
      #expect(callout.isUntitled == isUntitled && inner.plainLines == "Text.")
      #expect(callout.heading.plainText == (title == "\"Own\"" ? "Own" : "Tip"))
    }
  }

  // MARK: Jupyter Book and MyST

  @Test func aListOfTheNotesBelow() throws {
    let table = try #require(
      BookTable(
        "_toc.yml",
        Array(
          """
          root: intro
          parts:
          - caption: First
            chapters:
            - file: a
              sections:
              - file: b
            - file: c
          - caption: Second
            chapters:
            - file: d
          """.utf8)))
    let names = ["a.md", "b.md", "c.md", "d.md", "intro.md"]
    let book = Book(names, tables: [("_toc.yml", table)])
    let documents = book.paths.map { path -> Document in
      var document = book.document(path)
      document.fill(Array("# Of \(path)\n\n```{tableofcontents}\n```\n\nEnd.\n".utf8))
      return document
    }
    let notes = Library(title: "n", key: "n", documents: documents)
    func list(_ path: String) -> String {
      let index = notes.documents.firstIndex { $0.path == path } ?? 0
      return shown(notes, index).split(separator: "\n").dropFirst().joined(separator: "|")
    }
    #expect(
      list("intro.md") == "**First**|- Of a.md|- - Of b.md|- Of c.md|**Second**|- Of d.md|End.")
    #expect(list("a.md") == "- Of b.md|End." && list("b.md") == "End." && list("d.md") == "End.")
    var anchors = Anchors()
    let links = notes.markdown(of: notes.lessonIDs[0]).blocks.addresses
    #expect(links.count == 4)
    for link in links {
      guard case .lesson = notes.resolve(link: link, from: notes.lessonIDs[0], &anchors) else {
        Issue.record("\(link)")
        continue
      }
    }
  }

  @Test func formulasAndFiguresHaveTheirNumbers() {
    let text = """
      ```{math}
      :label: eq-a
      a
      ```

      $$
      b
      $$ (eq-b)

      $$ c $$ (eq-c)

      ```{figure} p.png
      :name: fig-a
      Said.
      ```

      :::{figure} q.png
      :name: fig-b
      :width: 3

      Said too,
      in two lines.
      :::

      :::{figure} r.png
      :name: fig-c
      :::

      $$ d $$
      """
    let blocks = library([("a.md", text)]).markdown(
      of: LessonID(document: 0, chapter: 0, lesson: 0)
    )
    .blocks
    let formulas = blocks.compactMap {
      if case .maths(let tex) = $0.kind { tex.trimmed } else { nil }
    }
    #expect(formulas == ["a \\tag{1}", "b \\tag{2}", "c \\tag{3}", "d"])
    let lines = blocks.plainLines
    #expect(
      lines.split(separator: "\n").filter { $0.contains("png") } == [
        "p.png **Figure 1:** Said.", "q.png **Figure 2:** Said too, in two lines.",
        "r.png **Figure 3:**",
      ], "\(lines)")
  }

  /// Tables and code with a name say their numbers too, and where nothing is named nothing is said.
  @Test func tablesAndCodeHaveTheirNumbers() {
    let text = """
      ```{table} What *each* says
      :name: tbl-a

      | a |
      |---|
      | 1 |
      ```

      :::{table}
      :label: tbl-b

      | b |
      |---|
      | 2 |
      :::

      ```{list-table} In a list
      :name: tbl-c
      :header-rows: 1

      * - c
      * - 3
      ```

      ```{table} Without
      :align: left

      | d |
      |---|
      | 4 |
      ```

      ```{code-block} python
      :name: code-a
      :caption: Adds one
      x + 1
      ```

      ```{code-block} python
      :caption: Adds two
      :name: code-b
      x + 2
      ```

      ```{code-block} python
      :caption: Adds three
      x + 3
      ```
      """
    let blocks = library([("a.md", text)]).markdown(
      of: LessonID(document: 0, chapter: 0, lesson: 0)
    )
    .blocks
    let said = blocks.compactMap {
      if case .paragraph(let inlines) = $0.kind { inlines.plainText.trimmed } else { nil }
    }
    // The fourth is a table too, and counted.
    #expect(said == ["Table 1: What each says", "Table 2", "Table 3: In a list", "Without"])
    let titles = blocks.compactMap {
      if case .code(let info, _) = $0.kind { Block.fenceTitle(info) } else { nil }
    }
    #expect(titles == ["Listing 1: Adds one", "Listing 2: Adds two", "Adds three"])
  }

  /// Options may stand between two lines of `---`, without a colon before their names.
  @Test func optionsBetweenRules() {
    let text = """
      # T

      See {numref}`fig-a`.

      ```{figure} p.png
      ---
      name: fig-a
      height: 150px
      ---
      Said.
      ```

      ```{list-table} What
      ---
      header-rows: 1
      ---
      * - a
        - b
      * - c
        - d
      ```
      """
    let notes = library([("a.md", text)])
    let id = LessonID(document: 0, chapter: 0, lesson: 0)
    let blocks = notes.markdown(of: id).blocks
    let lines = blocks.plainLines.split(separator: "\n").map(String.init)
    #expect(lines.contains("p.png **Figure 1:** Said."), "\(lines)")
    #expect(!lines.contains { $0.contains("---") || $0.contains("name:") }, "\(lines)")
    let tables = blocks.filter { if case .table = $0.kind { true } else { false } }
    #expect(tables.count == 1)
  }

  /// Numbers come wherever a formula may stand; two dollars in a sentence end none.
  @Test func formulasAreNumberedEverywhere() {
    let text = """
      # T

      $$ a $$ (eq-a)

      Term
      : Said:

        $$ b $$ (eq-b)

      Said.[^1] It costs $$ (two). The end of $$ (it)

      [^1]: More:

          $$
          c
          $$ (eq-c)

      > $$
      > d
      > $$ (eq-d)
      """
    let library = library([("a.md", text)])
    let blocks = library.markdown(of: library.lessonIDs[0]).blocks
    let all = "\(blocks)"
    for number in 1...4 { #expect(all.contains("\\\\tag{\(number)}"), "\(number) in \(all)") }
    #expect(!all.contains("{@") && !all.contains("tag{5}"))
    #expect(blocks.plainLines.contains("It costs $$ (two). The end of $$ (it)"))
  }

  @Test(arguments: [
    ("$$ a $$ (x)", ["x"]), ("$$\na\n$$ (x-1)", ["x-1"]),
    ("$$\na $$ (x)\n\n$$ b $$ (y)", ["x", "y"]),
    ("where $$\na\n$$ (x)", ["x"]), ("a $$ (x)", []), ("$$ (x)", []), ("$$ a $$ (x y)", []),
    ("$$ a $$ ()", []), ("$$ a $$(x)", []), ("\\$$ a $$ (x)", []),
  ]) func namesOfFormulas(text: String, names: [String]) {
    var formulas = FormulaNames()
    let found = text.split(separator: "\n", omittingEmptySubsequences: false).compactMap {
      formulas.next(Array($0.utf8)[...]).map { String(decoding: $0.name, as: UTF8.self) }
    }
    #expect(found == names)
  }

  @Test func theFrontMatterIsSeen() {
    let text = """
      ---
      title: T
      subtitle: Under *it*
      abstract: |
        What it is about.

        And more.
      substitutions:
        name: "a **word**"
      myst:
        substitutions: {other: b}
      ---
      # Title

      Of {{ name }}, {{other}}, {{ none }} and `{{ name }}`.
      """
    #expect(
      self.text(text).split(separator: "\n").joined(separator: "|")
        == "# Title|Under it|> Abstract: What it is about.|> And more.|"
        + "Of a **word**, b, {{ none }} and `{{ name }}`.")
    // No value is one that does not end, and a list is none.
    #expect(
      self.text("---\nsubtitle: [a, b]\nabstract:\n  x: 1\n---\n# T\n\ntext\n") == "# T\ntext")
  }

  @Test func theReferencesAreSaid() {
    #expect(
      text("```{bibliography}\n:style: x\n```\n").contains(
        "The references, which `{bibliography}` lists"))
  }

  // MARK: Quarto and mdBook

  @Test(arguments: [
    ("content-visible when-format=\"html\"", true), ("content-visible when-format=\"pdf\"", false),
    ("content-hidden when-format=\"html\"", false), ("content-hidden when-format=\"pdf\"", true),
    ("content-visible unless-format=\"pdf\"", true),
    ("content-visible unless-format=\"html:js\"", false),
    ("content-hidden unless-format=\"html\"", true), ("content-hidden", false),
    ("content-visible when-meta=\"a\"", true), ("content-hidden when-meta=\"a\"", true),
  ])
  func contentForSome(attributes: String, isSeen: Bool) {
    let inner = "::: {.callout-note}\n## Head\nInner.\n![](p.png)\n:::\n```\n:::\n```\n"
    let seen = text(
      "Before.\n\n:::: {.\(attributes)}\n\(inner)::::\n\n::: x\nAfter.\n:::\n", at: "a.qmd")
    #expect(seen.contains("Inner.") == isSeen, "\(seen)")
    #expect(seen.hasPrefix("Before.\n") && seen.hasSuffix("\nAfter."))
    #expect(isSeen || seen == "Before.\nAfter.")
  }

  @Test func theoremsHaveNumbersAndNames() {
    let seen = text(
      "::: {#thm-a}\n\n## Of lines\n\nText.\n:::\n\n::: {#thm-b}\nOther.\n:::\n\nBy @thm-b and @def-x.\n\n"
        + "::: {#def-x .wide}\n## A “word”\nMeaning.\n:::\n\n::: {.proof}\nClear.\n:::\n",
      at: "a.qmd")
    #expect(
      seen.split(separator: "\n").joined(separator: "|")
        == "> Theorem 1: Of lines: Text.|> Theorem 2: Other.|By Theorem 2 and Definition 1.|"
        + "> Definition 1: A “word”: Meaning.|> Proof: Clear.", "\(seen)")
  }

  @Test func linesOfCodeAreHidden() throws {
    let table = try #require(
      BookTable(
        "book.toml",
        Array("[book]\nsrc = \"text\"\n[output.html.code.hidelines]\npython = \"~\"\n".utf8)))
    var document = Book(["text/a.md"], tables: [("book.toml", table)]).document("text/a.md")
    document.fill(
      Array(
        "```python\n~a\nb\n```\n\n> ```c,hidelines=!!\n> !!a\n> ~b\n> ```\n\n```js\n~a\n```\n\n~c~ d\n"
          .utf8))
    let notes = Library(title: "n", key: "n", documents: [document])
    #expect(shown(notes, 0) == "`b`\n> `~b`\n`~a`\n~~c~~ d")
  }

  // MARK: Hugging Face

  @Test func ofTwoPicturesForTwoBackgroundsOneIsSeen() {
    let pair =
      "<img class=\"block dark:hidden\" src=\"a.svg\" alt=\"A\"/>\n"
      + "<img class=\"hidden dark:block\" src=\"b.svg\" alt=\"A\"/>"
    for text in ["<div>\n\(pair)\n</div>\n", "Text \(pair.replacing("\n", with: " "))\n"] {
      let markdown = Markdown.parse(Array(text.utf8))
      let html = markdown.blocks.compactMap { block -> String? in
        switch block.kind {
        case .html(let html): HTMLText.lines(html).map(\.inlines.plainText).joined()
        case .paragraph(let inlines): inlines.plainText
        default: nil
        }
      }.joined()
      #expect(html.filter { $0 == "A" }.count == 1, "\(html)")
    }
  }
}

extension [Block] {
  /// Where the links of paragraphs and lists lead.
  fileprivate var addresses: [String] {
    flatMap { block -> [String] in
      switch block.kind {
      case .paragraph(let inlines):
        inlines.compactMap { if case .link(let address, _) = $0 { address } else { nil } }
      case .list(let list): list.items.flatMap(\.blocks.addresses)
      default: []
      }
    }
  }

  /// Blocks as lines: what they are by a sign before them.
  var plainLines: String {
    flatMap { block -> [String] in
      switch block.kind {
      case .heading(let level, let inlines):
        [String(repeating: "#", count: level) + " " + inlines.marked]
      case .paragraph(let inlines): [inlines.marked]
      case .code(_, let text): ["`\(text.trimmed)`"]
      case .quote(let blocks): blocks.plainLines.split(separator: "\n").map { "> \($0)" }
      case .callout(let callout, let blocks):
        blocks.plainLines.split(separator: "\n").enumerated().map { index, line in
          "> \(index == 0 ? callout.heading.plainText + ": " : "")\(line)"
        }
      case .list(let list):
        list.items.flatMap { $0.blocks.plainLines.split(separator: "\n").map { "- \($0)" } }
      default: []
      }
    }.joined(separator: "\n")
  }
}

extension [Inline] {
  fileprivate var marked: String {
    map { inline in
      switch inline {
      case .strong(let inner): "**\(inner.marked)**"
      case .code(let text): "`\(text)`"
      case .struck(let inner): "~~\(inner.marked)~~"
      case .image(let alternative, let source): alternative.isEmpty ? source : alternative.plainText
      case .link(_, let inner), .emphasis(let inner): inner.marked
      default: [inline].plainText
      }
    }.joined().trimmed
  }
}
