import Testing

@testable import Notes

/// Folders of notes as the books that their tables of contents make of them.
@Suite struct BookTests {
  private func table(_ name: String, _ text: String) throws -> BookTable {
    try #require(BookTable(name, Array(text.utf8)))
  }

  private func told(_ book: Book) -> [String] {
    book.paths.map { (book.document($0).part + [$0]).joined(separator: " > ") }
  }

  @Test func mdBookSaysTheOrderAndTheParts() throws {
    let summary = try table(
      "SUMMARY.md",
      """
      # Summary

      [Preface](./preface.md)

      # Getting *started*

      - [Install](start/install.md)
        - [On a train](start/on%20a%20train.md)
      - [To be written]()
      - [Elsewhere](https://example.org/a.md)

      ---

      # Reference

      * [Keys](keys.md#top)
      """)
    let book = Book(
      [
        "src/SUMMARY.md", "src/keys.md", "src/left.md", "src/preface.md", "src/start/install.md",
        "src/start/on a train.md", "z.md",
      ], tables: [("src/SUMMARY.md", summary)])
    #expect(
      told(book) == [
        "src/preface.md", "Getting started > src/start/install.md",
        "Getting started > src/start/on a train.md", "Reference > src/keys.md",
        "Not in the table of contents > src/left.md", "z.md",
      ])
  }

  /// What a chapter of a summary or a part's own file holds stands further in; an item without a link is a part.
  @Test func chaptersStandBelowOthers() throws {
    func depths(_ name: String, _ text: String) throws -> [String] {
      let book = Book(["a.md", "b.md", "c.md", "d.md"], tables: [(name, try table(name, text))])
      return book.paths.map { path in
        let note = book.document(path)
        return (note.part + ["\(path) \(note.depth)"]).joined(separator: " > ")
      }
    }
    #expect(
      try depths("SUMMARY.md", "[A](a.md)\n\n- [B](b.md)\n  - [C](c.md)\n    - [D](d.md)\n")
        == ["a.md 0", "b.md 1", "c.md 2", "d.md 3"])
    #expect(
      try depths("SUMMARY.md", "* [A](a.md)\n* Part one\n  * [B](b.md)\n    * [C](c.md)\n")
        == [
          "a.md 1", "Part one > b.md 1", "Part one > c.md 2",
          "Not in the table of contents > d.md 0",
        ])
    #expect(
      try depths(
        "_quarto.yml",
        "book:\n  chapters:\n    - a.md\n    - part: b.md\n      chapters: [c.md]\n    - part: P\n"
          + "      chapters: [d.md]\n")
        == ["a.md 0", "b.md 1", "c.md 2", "P > d.md 0"])
  }

  /// MyST's substitutions of a whole book hold in its notes, those of a note before them.
  @Test(arguments: [
    ("_config.yml", "title: T\nparse:\n  myst_substitutions:\n    one: \"**1**\"\n    two: 2\n"),
    ("_config.yaml", "sphinx:\n  config:\n    myst_substitutions: {one: '**1**', two: 2}\n"),
    ("myst.yml", "version: 1\nproject:\n  substitutions:\n    one: '**1**'\n    two: 2\n"),
  ]) func substitutionsHoldForAllNotes(name: String, text: String) throws {
    let book = Book(["a.md"], tables: [(name, try table(name, text))])
    var document = book.document("a.md")
    document.fill(
      Array("---\nsubstitutions: {two: own}\n---\n# T\n\n{{ one }}, {{two}}, {{ no }}\n".utf8))
    let library = Library(title: "n", key: "n", documents: [document])
    let kinds = library.markdown(of: library.lessonIDs[0]).blocks.map(\.kind)
    #expect(
      kinds.contains(.paragraph([.strong([.text("1")]), .text(", own, {{ no }}")])), "\(kinds)")
  }

  @Test func mkDocsMayNestItsParts() throws {
    let nav = try table(
      "mkdocs.yml",
      """
      site_name: Notes
      markdown_extensions:
        - emoji:
            index: !!python/name:materialx.emoji.twemoji
      nav:
        - index.md
        - Guide:
            - "First: steps": guide/first.md
            - Deeper:
                - guide/deep/a.md
        - Web: https://example.org
        - Last: last.md
      """)
    let book = Book(
      ["docs/index.md", "docs/guide/deep/a.md", "docs/guide/first.md", "docs/last.md"],
      tables: [("mkdocs.yml", nav)])
    #expect(
      told(book) == [
        "docs/index.md", "Guide > docs/guide/first.md", "Guide > Deeper > docs/guide/deep/a.md",
        "docs/last.md",
      ])
  }

  @Test(arguments: [
    """
    format: jb-book
    root: intro
    parts:
      - caption: Basics
        chapters:
          - file: basics/one
            sections:
              - file: basics/two
      - chapters:
          - file: end.ipynb
    """,
    """
    - file: intro
    - part: Basics
      chapters:
      - file: basics/one
        sections:
        - file: basics/two
    - part: Part 2
      chapters:
      - file: end
    """,
  ])
  func jupyterBooksLeaveOutEndings(text: String) throws {
    let toc = try table("_toc.yml", text)
    let paths = ["basics/one.md", "basics/two.md", "end.ipynb", "intro.md"]
    #expect(
      told(Book(paths, tables: [("_toc.yml", toc)])) == [
        "intro.md", "Basics > basics/one.md", "Basics > basics/two.md", "Part 2 > end.ipynb",
      ])
  }

  @Test(arguments: [
    (
      "_quarto.yml",
      """
      book:
        chapters:
          - z.md
          - part: One
            chapters: [b.md]
        appendices: [a.md]
      """, ["z.md", "One > b.md", "Appendices > a.md"]
    ),
    (
      "_toctree.yml",
      """
      - local: z
      - title: One
        sections:
          - {local: b, title: B}
      - local: a
      """, ["z.md", "One > b.md", "a.md"]
    ),
    (
      "myst.yml",
      """
      project:
        toc:
          - file: z.md
          - title: One
            children: [{file: b.md}]
          - file: a.md
      """, ["z.md", "One > b.md", "a.md"]
    ),
  ])
  func otherToolsTablesAreRead(_ name: String, _ text: String, _ expected: [String]) throws {
    let book = Book(["a.md", "b.md", "z.md"], tables: [(name, try table(name, text))])
    #expect(told(book) == expected)
  }

  /// What Sphinx's front page names, and what those name.
  @Test func toctreesAreFollowed() throws {
    let files = [
      "docs/index.md":
        "# Home\n```{toctree}\n:maxdepth: 2\n:caption: First\nz\nThe B <sub/b>\nself\nhttps://x.org\n```\n"
        + ":::{toctree}\nlast*\n/last\n:::\n",
      "docs/sub/b.md": "# B\n```{toctree}\nc\n../index\n```\n", "docs/sub/c.md": "c\n",
      "docs/z.md": "z\n", "docs/last.md": "l\n",
    ]
    let table = try #require(
      BookTable(toctreesFrom: "docs/index.md") { files[$0].map { Array($0.utf8) } })
    let book = Book(files.keys.sorted(), tables: [("docs/index.md", table)])
    #expect(
      told(book) == [
        "docs/index.md", "First > docs/z.md", "First > docs/sub/b.md", "First > docs/sub/c.md",
        "docs/last.md",
      ])
    #expect(BookTable(toctreesFrom: "index.md") { _ in Array("# Home\n".utf8) } == nil)
  }

  /// A title in a table is the chapter's; its file's heading keeps its anchor and its lesson.
  @Test func tablesNameChapters() throws {
    let toc = try table("_toc.yml", "root: a\nchapters:\n- file: b\n  title: The Other\n")
    let book = Book(["a.md", "b.md"], tables: [("_toc.yml", toc)])
    #expect(book.document("b.md").chapters.map(\.title) == ["The Other"])
    var other = book.document("b.md")
    other.fill(Array("# Own name\n\ntext\n".utf8))
    #expect(other.chapters.map(\.title) == ["The Other"])
    #expect(other.chapters[0].lessons.map(\.title) == ["Own name"])
    let library = Library(title: "", key: "", documents: [other])
    let first = LessonID(document: 0, chapter: 0, lesson: 0)
    #expect(
      library.resolve(link: "#own-name", from: first) == .lesson(first, anchor: "own-name"))
    var parted = book.document("b.md")
    parted.fill(Array("# One\n\ntext\n\n# Two\n\ntext\n".utf8))
    #expect(parted.chapters.map(\.title) == ["One", "Two"])
  }

  @Test func framesOfWikisAreNoNotes() {
    #expect(!NoteName.isNote("_Sidebar.md") && !NoteName.isNote("_Footer.md"))
    #expect(NoteName.isNote("_other.md") && NoteName.isNote("Sidebar.md"))
  }

  /// Without a table, folders are the parts, in natural order.
  @Test func foldersAreParts() {
    let book = Book(["README.md", "2-next/10.md", "2-next/deep_er/a.md", "z.md"])
    #expect(!book.hasTables)
    #expect(
      told(book) == [
        "README.md", "Next > 2-next/10.md", "Next > Deep er > 2-next/deep_er/a.md", "z.md",
      ])
  }

  /// Of a project whose own folder says where its book lies, only that is read.
  @Test(arguments: [
    ("book.toml", "[book]\ntitle = \"x\"\n", "src"),
    ("book.toml", "[book]\nsrc = \"text/en\" \n[x]\nsrc = \"b\"\n", "text/en"),
    ("mkdocs.yml", "site_name: X\n", "docs"), ("mkdocs.yml", "docs_dir: pages\n", "pages"),
    ("_toc.yml", "root: book/a\nchapters:\n- file: book/b/c\n", "book"),
  ])
  func aProjectIsItsBook(name: String, text: String, folder: String) throws {
    let table = try table(name, text)
    let paths = ["README.md", "\(folder)/a.md", "\(folder)/b/c.md", "other/d.md"]
    let book = Book(paths, tables: [(name, table)])
    #expect(book.paths == Array(paths[1...2]) && book.hasTables)
    #expect(book.document("\(folder)/a.md").part == [])
    // It may lie elsewhere, and one that lies deeper says nothing of what lies around it.
    let others = ["README.md", "other/d.md"]
    #expect(Book(others, tables: [(name, table)]).paths == others)
    let inner = paths.map { "x/" + $0 } + ["y.md"]
    #expect(Book(inner, tables: [("x/" + name, table)]).paths.count == inner.count)
  }

  /// A table that names nothing here is a note like others, and two books lie side by side.
  @Test func eachBookHasItsTable() throws {
    let first = try table("SUMMARY.md", "- [B](b.md)\n- [A](a.md)\n- [B again](b.md)\n")
    let other = try table("SUMMARY.md", "- [Gone](gone.md)\n")
    let book = Book(
      ["one/SUMMARY.md", "one/a.md", "one/b.md", "two/SUMMARY.md", "two/x.md"],
      tables: [("two/SUMMARY.md", other), ("one/SUMMARY.md", first)])
    #expect(
      told(book) == [
        "One > one/b.md", "One > one/a.md", "Two > two/SUMMARY.md", "Two > two/x.md",
      ])
  }

  /// What is no table of files, or no YAML at all, says nothing.
  @Test(arguments: [
    ("SUMMARY.md", "# Only words\n"),
    ("_config.yml", "title: a\nparse: {myst_substitutions: [a]}\n"), ("mkdocs.yml", "nav: [a, b"),
    ("mkdocs.yml", "- a\n"),
    ("_toc.yml", "a: *b\n"), ("_toc.yml", "\u{1}"), ("mkdocs.yml", ""),
    ("other.yml", "nav: [a.md]"),
    ("mkdocs.yml", "nav: " + String(repeating: "[", count: 200_000)),
  ])
  func otherFilesAreNoTables(name: String, text: String) {
    #expect(BookTable(name, Array(text.utf8)) == nil)
  }

  @Test func yamlIsReadAsItIsMeant() throws {
    let yaml = try #require(
      YAML(Array("a: [1, 'two', {b: c}]\nd: |\n  x\n  y\ne: &n z\nf: *n\n\"g\\u0041\":\n".utf8)))
    #expect(
      yaml
        == .map([
          ("a", .list([.text("1"), .text("two"), .map([("b", .text("c"))])])),
          ("d", .text("x\ny\n")), ("e", .text("z")), ("f", .text("")), ("gA", .text("")),
        ]))
  }

  /// Notes of one part are told by their paths, as the parts themselves would tell it.
  @Test func partsAreSharedByFolders() {
    let documents = ["a/b/1.md", "a/b/2.md", "a/3.md", "4.md", "ab/5.md"].map { Document(path: $0) }
    for first in documents {
      for second in documents {
        #expect(first.sharesPart(with: second) == (first.part == second.part))
        for depth in 1...first.part.count + 1 where depth <= first.part.count {
          #expect(
            second.sharesPart(with: first, depth: depth)
              == second.part.starts(with: first.part.prefix(depth)), "\(first.path) \(second.path)")
        }
      }
    }
  }

  /// A folder's front page is called what the folder is called.
  @Test func frontPagesAreNamedAfterTheirFolder() {
    #expect(Titles.readable(fileName: "02-fine_tuning/README.md") == "Fine tuning")
    #expect(Titles.readable(fileName: "guide/index.md") == "Guide")
    #expect(Titles.readable(fileName: "README.md") == "README")
  }

  @Test func theFolderNamesItsOwnFrontPage() {
    let book = Book(["README.md", "a/README.md", "b.md"], home: "llm_notes")
    func title(_ path: String, _ text: String) -> String? {
      var document = book.document(path)
      document.fill(Array(text.utf8))
      return document.chapters.first?.title
    }
    #expect(book.paths.map { book.document($0).chapters[0].title } == ["Llm notes", "A", "B"])
    #expect(title("README.md", "text\n") == "Llm notes")
    #expect(title("README.md", "# Own\ntext\n") == "Own")
    #expect(title("b.md", "text\n") == "B")
  }

  /// A table that names what is not there is to be mended; what may be made by another program is not told.
  @Test(arguments: [
    ("SUMMARY.md", "# S\n\n- [A](./a.md)\n- [B](b%20c.md)\n- [D](d/)\n", ["SUMMARY.md:4 b c.md"]),
    (
      "mkdocs.yml", "docs_dir: .\nnav:\n  - a.md\n  - X:\n    - x.md\n  - Y: y/\n",
      ["mkdocs.yml:5 x.md"]
    ),
    ("_toc.yml", "root: a\nchapters:\n- file: x\n- file: \"*\"\n", ["_toc.yml:3 x"]),
    ("_quarto.yml", "book:\n  chapters: [a.md, x.qmd]\n", ["_quarto.yml:2 x.qmd"]),
    (
      "_toctree.yml", "- sections:\n  - local: a\n  - local: ax\n  - local: x\n",
      ["_toctree.yml:3 ax", "_toctree.yml:4 x"]
    ),
    ("_Sidebar.md", "[A](a.md)\n[X](x.md)\n", []),
  ])
  func whatIsNotThereIsMissing(name: String, text: String, told: [String]) throws {
    let book = Book(["a.md", name], tables: [(name, try table(name, text))])
    #expect(book.missing.map { "\($0.table):\($0.line) \($0.written)" } == told)
  }

  @Test func aToctreeNamesWhatIsMissing() throws {
    let files = [
      "d/index.md": "# D\n\n```{toctree}\na\ngenindex\n```\n", "d/a.md": "```{toctree}\nx\n```\n",
    ]
    let table = try #require(
      BookTable(toctreesFrom: "d/index.md") { files[$0].map { Array($0.utf8) } })
    let book = Book(["d/a.md", "d/index.md"], tables: [("d/index.md", table)])
    #expect(book.missing.map { "\($0.table) \($0.written)" } == ["d/a.md x"])
  }
}
