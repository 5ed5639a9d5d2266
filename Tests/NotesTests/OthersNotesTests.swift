import Testing

@testable import Notes

/// Journals, books and manuals of others, with the names and places that their own programs know.
@Suite struct OthersNotesTests {
  private func blocks(_ text: String, isMDX: Bool = false) -> [Block.Kind] {
    Markdown.parse(Array(text.utf8), isMDX: isMDX).blocks.map(\.kind)
  }

  private func leads(_ link: String, to document: Int, in library: Library) -> Bool {
    let from = LessonID(document: 0, chapter: 0, lesson: 0)
    if case .lesson(let id, _) = library.resolve(link: link, from: from) {
      return id.document == document
    }
    return false
  }

  @Test(arguments: [
    ("2024-03-01.md", "2024-03-01"), ("2024-03-01-standup.md", "2024-03-01 standup"),
    ("2024-W09.md", "2024-W09"), ("2024.md", "2024"), ("2001-a_space.md", "2001 a space"),
    ("02-fine_tuning.md", "Fine tuning"), ("2048game.md", "2048game"), ("42.md", "42"),
  ])
  func aDaysNameStaysWhole(path: String, title: String) {
    #expect(Titles.readable(fileName: path) == title)
  }

  @Test func daysAndNumbersAreLinks() {
    let notes = library([
      ("a.md", "# A\n\n[[2024-03-01]], *[[42]]*, [[7]], [[1, 2]].\n"), ("2024-03-01.md", "x\n"),
      ("42.md", "x\n"),
    ])
    let markdown = notes.markdown(of: LessonID(document: 0, chapter: 0, lesson: 0))
    #expect(
      markdown.blocks.last?.kind
        == .paragraph([
          .link(destination: "[[2024-03-01]]", [.text("2024-03-01")]), .text(", "),
          .emphasis([.link(destination: "[[42]]", [.text("42")])]), .text(", [[7]], [[1, 2]]."),
        ]))
    #expect(leads("[[2024-03-01]]", to: 1, in: notes) && leads("[[42]]", to: 2, in: notes))
  }

  /// A number is one wherever the text stands; in the words of a link it stays one.
  @Test func numbersAreLinksInAllTexts() {
    let notes = library([
      (
        "a.md",
        "# A\n\n> [!note] On [[42]]\n> ~~[[42]]~~\n\nTerm [[42]]\n: Said [[42]].\n\n"
          + "So[^1] [a [[42]]](a.md)\n\n[^1]: See [[42]].\n"
      ),
      ("42.md", "x\n"),
    ])
    let link = Inline.link(destination: "[[42]]", [.text("42")])
    let blocks = notes.markdown(of: notes.lessonIDs[0]).blocks
    guard case .callout(let callout, let inner)? = blocks.dropFirst().first?.kind,
      case .definitions(let definitions)? = blocks.dropFirst(2).first?.kind,
      case .footnotes(let footnotes)? = blocks.last?.kind
    else {
      Issue.record("\(blocks)")
      return
    }
    #expect(callout.title == [.text("On "), link])
    #expect(inner.map(\.kind) == [.paragraph([.struck([link])])])
    #expect(definitions.first?.term == [.text("Term "), link])
    #expect(
      definitions.first?.texts.map { $0.map(\.kind) }
        == [[.paragraph([.text("Said "), link, .text(".")])]])
    #expect(
      footnotes.first?.blocks.map(\.kind) == [.paragraph([.text("See "), link, .text(".")])])
    guard case .paragraph(let inlines) = blocks[3].kind else {
      Issue.record("\(blocks[3])")
      return
    }
    #expect(inlines.last == .link(destination: "a.md", [.text("a [[42]]")]))
  }

  /// As deep as lists stand in it, a footnote goes on behind a blank line; at a fence it ends.
  @Test(arguments: [
    ("  Second.", [Block.Kind.paragraph([.text("First."), .softBreak, .text("Second.")])]),
    ("  [^2]: Other.", [.paragraph([.text("First.")])]),
    ("  ```\n  x\n  ```", [.paragraph([.text("First.")])]),
    ("  [a]: b.md", [.paragraph([.text("First.")])]),
  ]) func footnotesGoOnAtTwo(behind: String, kinds: [Block.Kind]) {
    let definition = "[^1]: First.\n\n\(behind)\n"
    for text in ["# T\n\n## One\nA[^1].\n\n## Two\nB.\n\n", "# T\n\n## One\nA[^1].\n\n"] {
      let notes = library([("a.md", text + definition + "\nEnd\n")])
      guard
        case .footnotes(let found)? = notes.markdown(of: notes.lessonIDs[0]).blocks.last?.kind
      else {
        Issue.record("no footnotes")
        return
      }
      #expect(found.first?.blocks.map(\.kind) == kinds)
    }
  }

  /// Footnotes of footnotes have their numbers too, each once, also where two refer to each other.
  @Test func footnotesHaveFootnotes() {
    let text = "A[^a].\n\n[^a]: See[^b].\n\n[^b]: Back[^a].\n"
    guard case .footnotes(let found)? = Markdown.parse(Array(text.utf8)).blocks.last?.kind else {
      Issue.record("no footnotes")
      return
    }
    #expect(
      found.map { $0.blocks.map(\.kind) } == [
        [.paragraph([.text("See"), .footnote(number: 2), .text(".")])],
        [
          .paragraph([.text("Back"), .footnote(number: 1), .text(".")])
        ],
      ])
  }

  /// Where links of a name lead is said below a footnote too, as deep as it stands.
  @Test func definitionsBelowFootnotes() {
    let text = "# T\n\n## One\n[Link][a][^1].\n\n  [^1]:\n    First.\n\n  [a]: b.md\n"
    let notes = library([("a.md", text)])
    let links = notes.markdown(of: notes.lessonIDs[0]).blocks.compactMap { block in
      if case .paragraph(let inlines) = block.kind { inlines.first } else { nil }
    }
    #expect(links == [.link(destination: "b.md", [.text("Link")])])
  }

  @Test func footnotesKeepAllTheirText() {
    let notes = library([
      ("a.md", "# T\n\n## One\nA[^1].\n\n## Two\nB.\n\n[^1]: First.\n\n    Second.\n\nEnd\n")
    ])
    let markdown = notes.markdown(of: notes.lessonIDs[0])
    guard case .footnotes(let found)? = markdown.blocks.last?.kind else {
      Issue.record("no footnotes")
      return
    }
    #expect(
      found.first?.blocks.map(\.kind) == [
        .paragraph([.text("First.")]), .paragraph([.text("Second.")]),
      ])
    let lazy = Markdown.parse(Array("A[^b].\n\n[^b]: Lazy\ngoes on.\n\nTail".utf8)).blocks
    #expect(lazy.count == 3)
    #expect(lazy[1].kind == .paragraph([.text("Tail")]))
  }

  /// A line of code that begins with three signs is no fence, and a shorter fence ends none.
  @Test(arguments: [
    ("```x``` is code.", "[^1]: First."), ("~~~\n```\n~~~", "[^1]: First."),
    ("````\n```\n[^1]: Shown.\n```\n````", "[^1]: First."),
    ("> ```\n> x", "[^1]: First."), ("A.", "[^1]: First.\n```x``` is code."),
  ]) func footnotesStandOutsideOfFences(before: String, definition: String) {
    let notes = library([("a.md", "# T\n\n## One\n\nA[^1].\n\n\(before)\n\n\(definition)\n")])
    let blocks = notes.markdown(of: notes.lessonIDs[0]).blocks
    guard case .footnotes(let found)? = blocks.last?.kind else {
      Issue.record("no footnotes: \(blocks)")
      return
    }
    #expect(found.map { $0.blocks.map(\.kind) } == [[.paragraph([.text("First.")])]])
    let isShown = blocks.contains { $0.kind == .code(info: "", text: "```\n[^1]: Shown.\n```") }
    #expect(isShown == before.contains("Shown"))
  }

  @Test func placesOfMySTHoldForAllNotes() {
    let notes = library([
      ("intro.md", "# I\n\n{ref}`sec-x`, {ref}`so <sec-x>`, {doc}`leaf`, [](leaf.md), [](#fig)\n"),
      ("leaf.md", "# Leaf\n\n(sec-x)=\n## Softmax\n\n```{figure} a.png\n:name: fig\nCap\n```\n"),
    ])
    for link in ["#sec-x", "ref:sec-x", "project:leaf.md#sec-x", "project:#fig", "doc:leaf"] {
      #expect(leads(link, to: 1, in: notes), "\(link)")
    }
    let id = LessonID(document: 0, chapter: 0, lesson: 0)
    var anchors = Anchors()
    let named = notes.namingLinks(in: notes.markdown(of: id).blocks, of: id, &anchors)
    guard case .paragraph(let inlines)? = named.last?.kind else {
      Issue.record("no text")
      return
    }
    #expect(inlines.plainText == "Softmax, so, Leaf, Leaf, Figure 1 of “Leaf”")
  }

  /// A name leads to the very heading under it, in the note of the link first where several have it.
  @Test func aPlaceOfMySTIsItsHeading() {
    let notes = library([
      ("a.md", "# A\n\n## L\n\n(here)=\n### First deep one\n\nx\n\n(end)=\n"),
      ("b.md", "# B\n\n## L\n\n(here)=\n### Second deep one\n\n**see {ref}`here`**\n"),
    ])
    let (first, second) = (notes.lessonIDs[0], notes.lessonIDs[1])
    #expect(
      notes.resolve(link: "#here", from: first) == .lesson(first, anchor: "first-deep-one"))
    #expect(
      notes.resolve(link: "#here", from: second) == .lesson(second, anchor: "second-deep-one"))
    #expect(
      notes.resolve(link: "a.md#here", from: second) == .lesson(first, anchor: "first-deep-one"))
    #expect(notes.resolve(link: "#end", from: second) == .lesson(first, anchor: nil))
    var anchors = Anchors()
    let named = notes.namingLinks(in: notes.markdown(of: second).blocks, of: second, &anchors)
    #expect(
      named.last?.kind
        == .paragraph([
          .strong([.text("see "), .link(destination: "ref:here", [.text("Second deep one")])])
        ]))
  }

  /// Figures, tables and formulas of MyST are called by their numbers in their note.
  @Test(arguments: [
    ("{numref}`f2`", "Figure 2"), ("[](#f2)", "Figure 2"), ("{numref}`Fig. %s <f2>`", "Fig. 2"),
    ("{numref}`{number} <f2>`", "2"), ("{numref}`t`", "Table 1"), ("{eq}`e`", "(1)"),
    ("{ref}`f3`", "Figure 3"), ("{numref}`code`", "Listing 1"), ("{numref}`so <f2>`", "so"),
    ("{numref}`none`", "none"),
  ])
  func numberedThingsOfMySTAreCalledSo(written: String, shown: String) {
    let figures = """
      # F

      ```{figure} a.png
      First
      ```

      ```{figure} b.png
      :width: 3
      :name: f2
      Second
      ```

      (f3)=
      :::{figure} c.png
      Third
      :::

      ```{math}
      x
      ```

      $$ y $$ (e)

      ```{code-block} python
      1
      ```

      ```{code-block} python
      :name: code
      2
      ```

      ```{list-table}
      :name: t
      * - A
      ```
      """
    let notes = library([("a.md", "# A\n\n\(written)\n"), ("f.md", figures)])
    let id = LessonID(document: 0, chapter: 0, lesson: 0)
    var anchors = Anchors()
    let named = notes.namingLinks(in: notes.markdown(of: id).blocks, of: id, &anchors)
    guard case .paragraph(let inlines)? = named.last?.kind else {
      Issue.record("no text")
      return
    }
    // Of another note, which counts its own.
    let isNumber = !["so", "none"].contains(shown)
    #expect(inlines.plainText == shown + (isNumber ? " of “F”" : ""))
  }

  /// What tags of a cell fold or take out, however they are written.
  @Test(arguments: [
    ":tags: [hide-input]\n", ":name: a\n:tags: [hide-input]\n:other: b\n",
    "---\ntags: [hide-cell]\n---\n",
    "---\ntags:\n  - other\n  - hide-input\n---\n",
  ])
  func cellsFold(head: String) {
    let cell = "```{code-cell} python\n\(head)x = 1\n\ny\n```\n\nText\n"
    let kinds = blocks(cell)
    guard case .callout(let callout, let inner)? = kinds.first, kinds.count == 2 else {
      Issue.record("\(kinds)")
      return
    }
    #expect(kinds.last == .paragraph([.text("Text")]))
    #expect(callout.fold == .closed)
    #expect(callout.heading == [.text("The code")])
    #expect(inner.map(\.kind) == [.code(info: "python", text: "x = 1\n\ny")])
    let line = cell.split(separator: "\n").firstIndex { $0 == "x = 1" } ?? 0
    #expect(inner.first?.line == line + 1)
  }

  /// The code of an item stands in it, whatever its options say.
  @Test(arguments: ["", "  :tags: [hide-input]\n", "  :name: a\n"])
  func cellsStandInItems(options: String) {
    guard
      case .list(let list)? = blocks("- a\n\n  ```{code-cell} python\n\(options)  x\n  ```\n").first
    else {
      Issue.record("no list")
      return
    }
    guard case .code("python", let text)? = list.items.first?.blocks.last?.kind else {
      Issue.record("no code")
      return
    }
    #expect(text.trimmed == "x")
  }

  @Test(arguments: [
    ":tags: [remove-input]\n", "---\ntags:\n  - remove-cell\n---\n",
    "---\ntags:\n- a\n- remove-input\n---\n",
  ])
  func cellsAreTakenOut(head: String) {
    #expect(
      blocks("```{code-cell} python\n\(head)x = 1\n```\n\nText\n") == [.paragraph([.text("Text")])])
    // A list in the code is none of tags.
    #expect(
      blocks("```{code-cell} python\n:tags: [a]\n- remove-cell\n```\n")
        == [.code(info: "python", text: "\n- remove-cell")])
  }

  @Test func pathsOfSitesLeadToNotes() {
    let notes = library([("chapter1/1.mdx", "# A\n"), ("chapter1/2.mdx", "# B\n")])
    #expect(leads("/course/chapter1/2#b", to: 1, in: notes))
    #expect(leads("2.html", to: 1, in: notes))
    #expect(!leads("/course/chapter9/2", to: 1, in: notes))
  }

  /// What the head of a cell says holds for this cell alone; its lines are blank.
  @Test(arguments: ["\n", "\r\n"]) func aCellsOptionsEndWithIt(end: String) {
    let lines = [
      "```{code-cell}", "---", "tags: [remove-cell]", "---", "hidden", "```", "",
      "```{code-cell} python", "---", "tags: [other]", "---", "shown", "```", "", "Text.", "",
      "```{code-cell} python", "---", "tags: [other]", "```", "", "More.",
    ]
    let found = blocks(lines.joined(separator: end))
    #expect(
      found == [
        .code(info: "python", text: "\n\n\nshown"), .paragraph([.text("Text.")]),
        .code(info: "python", text: "\n"), .paragraph([.text("More.")]),
      ])
  }

  @Test func aBoxWithoutATextTakesNoLineBehindIt() {
    let found = blocks("```{note}\n:class: x\n```\n:name: so\n\n:::{note}\n:::\n:name: so\n")
    #expect(found.count { $0 == .paragraph([.text(":name: so")]) } == 2, "\(found)")
  }

  /// One sign of a fence in an indented text opens none; in a list, where it is closed, it does.
  @Test func indentedCodeMayShowAFence() {
    let box = "<Tip>\n\nSo.\n\n</Tip>\n"
    let found = blocks("Text\n\n    ```\n\n\(box)\n    ```\n", isMDX: true)
    #expect(
      found.contains { if case .callout = $0 { true } else { false } }, "\(found)")
    let list = blocks("- a\n\n    ```html\n    <Tip>\n    </Tip>\n    ```\n", isMDX: true)
    guard case .list(let items)? = list.first, list.count == 1 else {
      Issue.record("\(list)")
      return
    }
    #expect(
      items.items.first?.blocks.last?.kind == .code(info: "html", text: "<Tip>\n</Tip>"))
  }

  @Test func boxesOfQuartoAndMkDocsAreRead() {
    let tabs = blocks("::: panel-tabset\n## Python\nx\n\n## R\ny\n:::\n")
    #expect(
      tabs == [
        .heading(level: 4, [.text("Python")]), .paragraph([.text("x")]),
        .heading(level: 4, [.text("R")]), .paragraph([.text("y")]),
      ])
    func title(_ text: String) -> String? {
      guard case .callout(let callout, _)? = blocks(text).first else { return nil }
      return "\(callout.name): \(callout.heading.plainText)"
    }
    #expect(title("::: {.callout-tip title=\"So it is\"}\nx\n:::\n") == "tip: So it is")
    #expect(title("!!! info inline end \"Beside\"\n\n    x\n") == "info: Beside")
    #expect(title("!!! note annotate \"One (1)\"\n\n    x\n") == "note: One (1)")
    #expect(title("/// admonition | Here\n    type: warning\n\nx\n///\n") == "warning: Here")
    #expect(title("<think>\nHm.\n\nSo.\n</think>\n") == "reasoning: Reasoning")
    let nested = blocks(
      "???+ example \"Open\"\n\n    === \"A\"\n\n        ```py\n        x\n        ```\n\n"
        + "    === \"B\"\n\n        ```c\n        y\n        ```\n")
    guard case .callout(_, let inner)? = nested.first, nested.count == 1 else {
      Issue.record("\(nested)")
      return
    }
    #expect(inner.contains { $0.kind == .code(info: "c", text: "y") })
  }

  @Test func definitionsHaveSeveralParagraphs() {
    let found = blocks("`Key`\n:   One.\n\n    Two.\n\nText\n")
    guard case .definitions(let list)? = found.first, found.count == 2 else {
      Issue.record("\(found)")
      return
    }
    #expect(
      list.first?.texts.map { $0.map(\.kind) } == [
        [.paragraph([.text("One.")])], [.paragraph([.text("Two.")])],
      ])
  }

  @Test func tablesAndGlossariesOfMySTAreRead() {
    let table = Block.Table(
      alignments: [.standard, .standard], head: [[.text("A")], [.text("B")]],
      rows: [[[.text("1")], [.text("2, 3")]]])
    let list = "* - A\n  - B\n* - 1\n  - 2, 3\n"
    #expect(blocks("```{list-table}\n:header-rows: 1\n\(list)```\n") == [.table(table)])
    #expect(blocks(":::{list-table}\n:header-rows: 1\n\(list):::\n") == [.table(table)])
    #expect(blocks("```{csv-table}\n:header: A, B\n1, \"2, 3\"\n```\n") == [.table(table)])
    #expect(
      blocks("```{glossary}\ntoken\n  A piece.\n\nlogit\n  A score.\n```\n") == [
        .definitions([
          .init(term: [.text("token")], texts: [[Block(.paragraph([.text("A piece.")]), line: 1)]]),
          .init(term: [.text("logit")], texts: [[Block(.paragraph([.text("A score.")]), line: 1)]]),
        ])
      ])
  }

  @Test func whatMySTHidesIsNotShown() {
    let cell = "```{code-cell} python\n:tags: [remove-cell]\nx = 1\n```\n"
    #expect(blocks("% no\n\n\(cell)\n+++ {\"part\": 1}\n\nText\n") == [.paragraph([.text("Text")])])
    #expect(
      blocks("```{image} a.png\n:alt: An alt\n```\n") == [
        .paragraph([.image(alternative: [.text("An alt")], source: "a.png")])
      ])
  }

  @Test func marksOfMDXAreRead() {
    #expect(
      blocks("Text {/* not this */} end <Added version=\"4.2\"/>.\n", isMDX: true)
        == [.paragraph([.text("Text end (added in 4.2).")])])
    #expect(blocks("## AutoModel[[a.Auto]]\n") == [.heading(level: 2, [.text("AutoModel")])])
  }

  @Test func picturesHaveNames() {
    #expect(Shortcodes.shown("A :rocket:, a:x:b, :nope: :x:") == "A 🚀, a:x:b, :nope: ❌")
  }

  @Test func aLineAboveTheTitleIsNoChapter() {
    let note = Document(path: "a.md", bytes: Array("up:: [[B]]\n\n# A\n\ntext\n\n# C\n\nx".utf8))
    #expect(note.chapters.map(\.title) == ["A", "C"])
  }

  @Test func wikisStandInTheOrderOfTheirSidebar() throws {
    let table = try #require(
      BookTable("_Sidebar.md", Array("- [[FAQ]]\n- [[Set up|Install Notes]]\n".utf8)))
    let book = Book(
      ["A.md", "FAQ.md", "Home.md", "Install-Notes.md"], tables: [("_Sidebar.md", table)])
    #expect(book.paths == ["Home.md", "FAQ.md", "Install-Notes.md", "A.md"])
    #expect(Book(["A.md", "Home.md"], home: "x.wiki").paths == ["Home.md", "A.md"])
  }
}
