import Testing

@testable import Notes

/// What *Dive into Deep Learning* is written with, as its readers see it.
@Suite struct D2LTests {
  private static let attention = """
    # Attention Scoring
    :label:`sec_scoring`

    By :eqref:`eq_softmax` and :numref:`fig_out`, see :numref:`sec_next` in :citet:`Vaswani.2017`, not `:numref:`.

    ![The output of pooling.](out.svg)
    :width:`400px`
    :label:`fig_out`

    $$a = b$$
    :eqlabel:`eq_other`

    $$
    y = x
    $$
    :eqlabel:`eq_softmax`

    :Two rows
    :label:`tab_rows`

    ## (**Plain**)

    A [**part**] without names.

    ## [**Dot Product**] Attention

    (**Each *score* is scaled**), [**as
    here**] [**so**](b.md) (~~for slides~~).
    See :numref:`tab_rows`.

    :begin_tab:`pytorch, mxnet`
    In torch.
    :end_tab:

    ```python
    :label:`code`
    ```
    """

  private let notes = library([
    ("a.md", attention),
    ("b.md", "# What Comes Next\n:label:`sec_next`\n\nSee :numref:`fig_out`.\n"),
  ])

  private func shown(_ document: Int) -> [String] {
    notes.lessonIDs(inDocument: document).flatMap { id -> [String] in
      var anchors = Anchors()
      return notes.namingLinks(in: notes.markdown(of: id).blocks, of: id, &anchors).plainLines
        .split(separator: "\n").map(String.init)
    }
  }

  @Test func namesAndReferencesAreWhatTheyName() {
    let lines = shown(0)
    #expect(
      lines.contains(
        "By (2) and Figure 1, see What Comes Next in Vaswani.2017, not `:numref:`."), "\(lines)")
    #expect(lines.contains { $0.contains("Figure 1: The output of pooling.") })
    #expect(lines.contains("Table 1: Two rows") && lines.contains { $0.hasSuffix("See Table 1.") })
    #expect(shown(1).last == "See Figure 1 of “Attention Scoring”.")
    #expect(
      !lines.contains { $0.contains("label:`s") || $0.contains("400px") || $0.contains("_tab") })
    #expect(lines.contains { $0.contains(":label:`code`") })
  }

  @Test func formulasHaveTheirNumbers() {
    let formulas = notes.lessonIDs(inDocument: 0).flatMap { notes.markdown(of: $0).blocks }
      .compactMap { if case .maths(let tex) = $0.kind { tex } else { nil } }
    #expect(formulas == ["a = b \\tag{1}", "y = x \\tag{2}"])
  }

  /// The brackets of slides go, those of links stay; what slides alone show is left out.
  @Test func slidesMarksAreNotShown() {
    let lines = shown(0)
    #expect(
      lines.contains { $0.contains("**Each score is scaled**, **as here** **so** .") }, "\(lines)")
    #expect(
      notes.lessonIDs(inDocument: 0).last.flatMap { notes[$0]?.title } == "Dot Product Attention")
  }

  /// Which frameworks code is for stands above it, and for all of them nothing.
  @Test func codeSaysForWhomItIs() {
    let text =
      "# A\n\n```{.python .input}\n%%tab pytorch, jax\nx = 1\n```\n\n```python\n%%tab all\ny\n```\n"
    #expect(
      library([("a.md", text)]).markdown(of: LessonID(document: 0, chapter: 0, lesson: 0)).blocks
        .map(\.kind).dropFirst() == [
          .paragraph([.strong([.text("PyTorch, JAX")])]), .code(info: "python", text: "x = 1"),
          .code(info: "python", text: "y"),
        ])
  }

  /// A number that its author gave stands in both places, and is not counted.
  @Test func tagsHold() {
    let notes = library([
      (
        "a.md",
        "# A\n\n$$a \\tag{7}$$\n:eqlabel:`eq_a`\n\n$$b$$\n:eqlabel:`eq_b`\n\n"
          + "By :eqref:`eq_a` and :eqref:`eq_b`.\n"
      )
    ])
    let id = notes.lessonIDs[0]
    var anchors = Anchors()
    let blocks = notes.namingLinks(in: notes.markdown(of: id).blocks, of: id, &anchors)
    let formulas = blocks.compactMap { if case .maths(let tex) = $0.kind { tex } else { nil } }
    #expect(formulas == ["a \\tag{7}", "b \\tag{1}"])
    #expect(blocks.plainLines.contains("By (7) and (1)."))
  }

  /// What slides alone show may go over lines; what nothing closes ends with its paragraph.
  @Test func slidesMarksGoOverLines() {
    let text = """
      :label:`x`

      A [**~~left
      out~~**] b [~~so
      too~~] c (**bold
      words**) d.

      An [**open one.

      A (**bold**) one.
      """
    #expect(
      blocks(text).plainLines == "A b c **bold words** d.\nAn **open one.\nA **bold** one.")
  }

  /// A part of the note is read as the note is.
  @Test func partsWithoutNamesAreOfTheNote() {
    let lines = shown(0)
    #expect(lines.contains("## **Plain**") && lines.contains("A **part** without names."))
  }

  @Test func placesLeadToTheirLessons() {
    let from = notes.lessonIDs[0]
    guard case .lesson(let next, _) = notes.resolve(link: "ref:sec_next", from: from),
      case .lesson(let rows, _) = notes.resolve(link: "ref:tab_rows", from: from)
    else {
      Issue.record("no places")
      return
    }
    #expect(next.document == 1 && rows == from)
  }

  /// `toc` orders a folder, as Sphinx's `toctree` does.
  @Test func itsContentsAreABook() {
    let files = [
      "index.md": "# Book\n\n```toc\n:maxdepth: 2\n\nb\na\n```\n", "a.md": "# A\n", "b.md": "# B\n",
    ]
    let table = BookTable(toctreesFrom: "index.md") { files[$0].map { Array($0.utf8) } }
    #expect(table?.entries.map(\.path) == ["index.md", "b", "a"])
  }
}
