import Testing

@testable import Notes

/// Quarto's references, labels and cells.
@Suite struct QuartoTests {
  private func blocks(_ text: String, at path: String = "a.qmd") -> [Block] {
    let library = Library(
      title: "n", key: "n", documents: [Document(path: path, bytes: Array(text.utf8))])
    return library.lessonIDs.flatMap { library.markdown(of: $0).blocks }
  }

  private func said(_ text: String, at path: String = "a.qmd") -> String {
    blocks(text, at: path).compactMap {
      if case .paragraph(let inlines) = $0.kind { inlines.plainText } else { nil }
    }.joined(separator: "|")
  }

  @Test(arguments: [
    ("See @fig-a and [@fig-b; @fig-a].", "See Figure 1 and Figure 2, Figure 1."),
    ("See @Fig-b, number -@fig-b.", "See Figure 2, number 2."),
    ("By @knuth84, a@fig-a.org and `@fig-a`.", "By @knuth84, a@fig-a.org and @fig-a."),
    ("See @tbl-a.", "See Table “a”."), ("[at @fig-a](x.md)", "at Figure 1"),
  ])
  func referencesAreNumbers(written: String, shown: String) {
    let text = written + "\n\n![A](a.png){#fig-a}\n\n![](b.png){#fig-b width=3}\n"
    #expect(said(text).hasPrefix(shown + "|"))
    #expect(
      blocks(text).compactMap { block -> String? in
        guard case .paragraph(let inlines) = block.kind,
          case .image(let alternative, _)? = inlines.first
        else { return nil }
        return alternative.plainText
      } == ["Figure 1: A", "Figure 2"])
  }

  /// What is named in text that a note pulls in is counted with its own, and is a place of it.
  @Test func namesOfPulledText() {
    let table = "### B {#sec-b}\n\n| a |\n|---|\n| b |\n\n: What it holds {#tbl-a}\n"
    let bytes = Array("# T\n\nSee @tbl-a, @sec-b.\n\n## U\n\n{{< include _b.qmd >}}\n".utf8)
    let files = PulledFiles(for: "a.qmd", bytes) { _ in Array(table.utf8) }
    let library = Library(
      title: "n", key: "n", documents: [Document(path: "a.qmd", bytes: bytes, pulled: files)])
    let pulled = library.lessonIDs.flatMap { library.markdown(of: $0).blocks }.compactMap {
      if case .paragraph(let inlines) = $0.kind { inlines.plainText } else { nil }
    }
    #expect(pulled == ["See Table 1, B.", "Table 1: What it holds"], "\(pulled)")
    let from = library.lessonIDs[0]
    guard case .lesson(let place, _) = library.resolve(link: "#sec-b", from: from) else {
      Issue.record("no place")
      return
    }
    #expect(place == library.lessonIDs.last)
  }

  /// Code with a number has what is said of it above it, wherever its name and its words stand.
  @Test(arguments: [
    ("```{#lst-a .python lst-cap=\"What it *does*\"}\nx\n```", "Listing 1: What it does"),
    ("```{.python #lst-a lst-cap=\"C\"}\nx\n```", "Listing 1: C"),
    ("```{python}\n#| label: lst-a\n#| lst-cap: \"D\"\nx\n```", "Listing 1: D"),
    ("```{.python lst-cap=\"E\"}\nx\n```", "E"),
  ])
  func listings(code: String, caption: String) {
    let made = blocks("See @lst-a.\n\n\(code)\n")
    let isNamed = code.contains("lst-a")
    #expect(said("See @lst-a.\n\n\(code)\n") == "See Listing \(isNamed ? "1" : "“a”").|\(caption)")
    guard case .code(let info, "x")? = made.last?.kind else {
      Issue.record("\(made)")
      return
    }
    #expect(Block.fenceName(info) == "python")
  }

  /// Parts of a figure have what is said of them; a value may stand on several lines.
  @Test(arguments: [
    (
      "#| fig-subcap:\n#|   - \"One\"\n#|   - \"Two\"\n#| fig-cap: Both",
      "(a) One; (b) Two|Figure 1: Both"
    ),
    ("#| fig-subcap: [One, '']\n#| fig-cap: Both", "(a) One; (b)|Figure 1: Both"),
    ("#| fig-cap: >\n#|   In two\n#|   lines", "Figure 1: In two lines"),
    ("#| fig-cap: A colon: here", "Figure 1: A colon: here"),
  ])
  func partsOfFigures(options: String, shown: String) {
    #expect(said("```{python}\n#| label: fig-a\n\(options)\nx\n```\n") == shown)
  }

  /// Examples are counted through the note; what is none stays.
  @Test func examples() {
    let text =
      "# A\n\n(@)  One.\n\n## B\n\n(@good)  Two, (@).\n\n(@)  Three.\n\nAs (@good), `(@good)` and (@bad).\n"
    let starts = blocks(text, at: "a.md").compactMap { block -> Int? in
      if case .list(let list) = block.kind { list.start } else { nil }
    }
    #expect(starts == [1, 2], "\(blocks(text, at: "a.md"))")
    #expect(said(text) == "As (2), (@good) and (@bad).")
    #expect(said("Ask (@good)\n\n(@who) said.\n", at: "a.md") == "Ask (@good)|(@who) said.")
  }

  /// MyST's short references lead to whatever the note names; others stay.
  @Test func shortReferences() {
    let text =
      "# A\n\n(sec-one)=\n## One\n\nSee @t2, @sec-one and @other, a@t2.\n\n```{list-table} C\n:label: t2\n* - a\n  - b\n```\n"
    let links = blocks(text, at: "a.md").flatMap { block -> [String] in
      guard case .paragraph(let inlines) = block.kind else { return [] }
      return inlines.compactMap { if case .link(let to, _) = $0 { to } else { nil } }
    }
    #expect(links == ["#t2", "#sec-one"])
  }

  @Test func otherNotesMentionNames() {
    #expect(said("Ask @fig-tree and @sec-ops.\n", at: "a.md") == "Ask @fig-tree and @sec-ops.")
    #expect(
      said("See @fig-a.\n\n![A](a.png){#fig-a}\n", at: "a.md").hasPrefix("See Figure 1.|"))
  }

  @Test func formulasTablesAndSectionsHaveNames() {
    let text = """
      See @eq-a, @tbl-b, @sec-c.

      $$
      x
      $$ {#eq-a}

      | a |
      |---|
      | 1 |

      : The table {#tbl-b}

      ## How {#sec-c}

      Text.
      """
    let kinds = blocks(text).map(\.kind)
    #expect(
      kinds.first
        == .paragraph([
          .text("See "), .link(destination: "#eq-a", [.text("Equation 1")]), .text(", "),
          .link(destination: "#tbl-b", [.text("Table 1")]), .text(", "),
          .link(destination: "#sec-c", [.text("How")]),
          .text("."),
        ]))
    #expect(kinds.contains(.maths("x\\qquad\\text{(1)}")))
    #expect(kinds.contains(.paragraph([.emphasis([.text("Table 1: The table")])])))
    #expect(blocks(text).last?.line == 3)
  }

  /// What another note names is told by its number and chapter there, and a section leads there.
  @Test func otherNotesHaveNames() {
    let other =
      "# The plots\n\n![A](a.png){#fig-a}\n\n![B](b.png){#fig-b}\n\n## How {#sec-c}\n\nx\n"
    func said(_ text: String, at path: String) -> [Inline]? {
      let documents = [(path, text), ("b/c.qmd", other)].map {
        Document(path: $0.0, bytes: Array($0.1.utf8))
      }
      let library = Library(title: "n", key: "n", documents: documents)
      let id = LessonID(document: 0, chapter: 0, lesson: 0)
      guard case .paragraph(let inlines)? = library.markdown(of: id).blocks.first?.kind else {
        return nil
      }
      guard case .lesson(let section, _) = library.resolve(link: "/b/c.qmd#sec-c", from: id) else {
        return nil
      }
      #expect(library[section]?.title == "How")
      return inlines
    }
    for path in ["a.qmd", "x/a.md"] {
      #expect(
        said("See @fig-b, -@fig-b and @sec-c.\n", at: path) == [
          .text("See "),
          .link(destination: "/b/c.qmd#fig-b", [.text("Figure 2 of “The plots”")]), .text(", "),
          .link(destination: "/b/c.qmd#fig-b", [.text("2 of “The plots”")]), .text(" and "),
          .link(destination: "/b/c.qmd#sec-c", [.text("How")]), .text("."),
        ])
    }
    // Its own come first, and what no note has stays as it was.
    #expect(
      said("See @fig-b.\n\n![A](a.png){#fig-b}\n", at: "a.qmd") == [
        .text("See "), .link(destination: "#fig-b", [.text("Figure 1")]), .text("."),
      ])
    #expect(said("Ask @fig-tree.\n", at: "a.md") == [.text("Ask @fig-tree.")])
  }

  /// A figure has its number where no lesson refers to it too: another note may.
  @Test func captionsOfCellsHaveNumbers() {
    let text = "# A\n\n```{python}\n#| label: fig-a\n#| fig-cap: \"A line\"\nx\n```\n"
    #expect(said(text) == "Figure 1: A line")
  }

  /// Code that is not shown in the book is not here; what is said of what it draws is.
  @Test(arguments: [
    ("{python}\n#| echo: false\n", true), ("{python}\n#| fig-cap: \"X\"\n#| echo: False\n", true),
    ("{r}\n#| include: false\n", true), ("{python}\n#| tags: [remove-input]\n", true),
    ("{r, echo=FALSE}\n", true), ("{python}\n#| echo: true\n", false),
    ("{{python}}\n#| echo: false\n", false), ("python\n#| echo: false\n", false),
    ("{python}\n#| echo: fenced\n", false),
  ])
  func codeThatIsNotShown(head: String, isHidden: Bool) {
    let found = blocks("Before\n```\(head)x = 1\n```\nbehind\n\n```{python}\ny\n```\n")
    let codes = found.filter { if case .code = $0.kind { true } else { false } }
    #expect(codes.count == (isHidden ? 1 : 2))
    #expect(found.first == Block(.paragraph([.text("Before")]), line: 1))
    #expect(
      found.contains { $0.kind == .paragraph([.emphasis([.text("X")])]) } == head.contains("cap"))
    #expect(found.contains { $0.kind == .paragraph([.text("behind")]) })
    #expect(codes.last?.kind == .code(info: "python", text: "y"))
  }

  @Test func optionsOfCellsAreNotShown() {
    let text = "```{python}\n#| label: fig-a\n#| fig-cap: \"A line\"\nx = 1\n```\n\nSee @fig-a.\n"
    let found = blocks(text)
    #expect(
      found.map(\.kind) == [
        .code(info: "python", text: "x = 1"),
        .paragraph([.emphasis([.text("Figure 1: A line")])]),
        .paragraph([
          .text("See "), .link(destination: "#fig-a", [.text("Figure 1")]), .text("."),
        ]),
      ])
    #expect(found.map(\.line) == [4, 5, 7])
    // Elsewhere in code such a line is a comment.
    #expect(
      blocks("```python\nx\n#| y\n```\n", at: "a.md").map(\.kind)
        == [.code(info: "python", text: "x\n#| y")])
  }

  /// Of a long row what is not there is looked for once, and shows no less than in a short one.
  @Test(arguments: [2, 1_000], ["$a ", "``a ", "$a `b ", "$5 "])
  func longRowsAreReadAsShortOnes(count: Int, written: String) {
    let row = String(repeating: written, count: count)
    let text = row + "[@fig-a] ```@fig-a```\n\n![A](a.png){#fig-a}\n"
    let document = Document(path: "a.qmd", bytes: Array(text.utf8))
    let lines = QuartoText.text(of: Array(text.utf8), in: document)?.bytes.split(separator: 0x0A)
    #expect(
      lines?.first.map { String(decoding: $0, as: UTF8.self) }
        == row + "[Figure 1](#fig-a) ```@fig-a```")
  }

  /// Names count over all of a file, whichever lesson they stand in, and however they are written.
  @Test(arguments: [
    "#| label: fig-b", "#|label: fig-b", "#|  label : \"fig-b\"", "#| label: 'fig-b'",
  ])
  func namesCountOverAllOfAFile(label: String) {
    let text = """
      # One

      ![A](a.png){#fig-a}

      # Two

      ```{python}
      \(label)
      x
      ```

      # Three

      See @fig-b.
      """
    #expect(said(text).hasSuffix("See Figure 2."))
    let cell = text.split(separator: "\n").filter { !$0.contains("{#") }.joined(separator: "\n")
    #expect(said(cell).hasSuffix("See Figure 1."))
  }

  /// A division that is a figure or a table has its number before its last paragraph; what stands in it has letters.
  @Test func divisionsHaveTheirNumbers() {
    let text = """
      See @fig-two, @fig-b, @fig-c, @tbl-a and @nte-so.

      ::: {#fig-two layout-ncol=2}
      ![One](a.png){#fig-a}

      ![](b.png){#fig-b}

      Both of them, as @fig-c
      has it.
      :::

      ![C](c.png){#fig-c}

      ::: {#tbl-a}

      | a |
      |---|
      | 1 |

      What it holds.

      :::

      ::::: {#fig-cells}
      :::: {#fig-d}
      Inner.
      ::::
      Outer, of @fig-d.
      :::::

      ::: {#fig-none}
      ![D](d.png)
      :::

      ::: {#nte-so .callout-tip title="So it is"}
      Said.
      :::
      """
    let found = said(text)
    #expect(
      found.hasPrefix("See Figure 1, Figure 1 (b), Figure 2, Table 1 and Note 1.|"), "\(found)")
    #expect(found.contains("|Figure 1: Both of them, as Figure 2 has it.|"), "\(found)")
    #expect(found.contains("|Table 1: What it holds."), "\(found)")
    let all = blocks(text).plainLines
    for caption in ["(a) One", "(b)", "Figure 2: C", "Note 1: So it is"] {
      #expect(all.contains(caption), "\(all)")
    }
    #expect(found.contains("|(a) Inner.|"), "\(found)")
    #expect(found.contains("|Figure 3: Outer, of Figure 3 (a).|"), "\(found)")
    #expect(!all.contains("Figure 4"), "\(all)")
  }

  /// Words before a reference stay, without the brackets; other people's citations are as they were written.
  @Test func wordsStandBeforeReferences() {
    let figure = "\n\n![A](a.png){#fig-a}\n"
    #expect(
      said("It [Fig. @fig-a; @fig-a; -@fig-a]." + figure).hasPrefix("It Fig. 1, Figure 1, 1.|"))
    #expect(said("[@knuth84; @fig-a]" + figure).hasPrefix("[@knuth84; Figure 1]|"))
    #expect(said("[a [b](c.md) @fig-a]" + figure).hasPrefix("[a b Figure 1]|"))
  }

  /// What the front matter says stands where the text asks for it; what it does not say has its name.
  @Test func metadataStandsInTheText() {
    let head = "---\ntitle: How it *reads*\nbook:\n  year: 2024\n---\n\n# T\n\n"
    #expect(
      said(head + "{{< meta title >}} of {{< meta book.year >}}, `{{< meta title >}}`.\n")
        == "How it reads of 2024, {{< meta title >}}.")
    #expect(said(head + "By {{< meta none >}}.\n") == "By none.")
  }
}
