import Testing

@testable import Notes

/// Journals, books and manuals of others, with the names and places that their own programs know.
@Suite struct OthersNotesTests {
  private func library(_ files: [(String, String)]) -> Library {
    Library(
      title: "n", key: "n",
      documents: files.map { Document(path: $0.0, bytes: Array($0.1.utf8)) })
  }

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
    #expect(inlines.plainText == "Softmax, so, Leaf, Leaf, #fig")
  }

  @Test func pathsOfSitesLeadToNotes() {
    let notes = library([("chapter1/1.mdx", "# A\n"), ("chapter1/2.mdx", "# B\n")])
    #expect(leads("/course/chapter1/2#b", to: 1, in: notes))
    #expect(leads("2.html", to: 1, in: notes))
    #expect(!leads("/course/chapter9/2", to: 1, in: notes))
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
        .paragraph([.image(alternative: "An alt", source: "a.png")])
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
