import Testing

@testable import Notes

/// Marks glued to words, text that is meant as it stands, and what stands right below an item.
@Suite struct RawAndGluedTests {
  @Test(arguments: [
    ("wo{++rd++}s", [Inline.text("words")]),
    ("a{--b--}c", [.text("a"), .struck([.text("b")]), .text("c")]),
    ("a{~~b~>c~~}d", [.text("a"), .struck([.text("b")]), .text("cd")]),
    ("x{==m==}y", [.text("x"), .marked([.text("m")]), .text("y")]),
    ("a {~~b~>c~~} d", [.text("a "), .struck([.text("b")]), .text(" c d")]),
  ])
  func criticMarks(written: String, shown: [Inline]) { #expect(inlines(written) == shown) }

  @Test func rawFences() {
    #expect(
      blocks("```{=html}\n<p>x <b>y</b></p>\n```\n").map(\.kind)
        == [.html("<p>x <b>y</b></p>")])
    #expect(blocks("a\n\n```{=latex}\n\\foo\n```\n\nb\n").count == 2)
    #expect(
      blocks("```{=markdown}\n*x*\n```\n").map(\.kind) == [.paragraph([.emphasis([.text("x")])])])
    #expect(
      blocks(
        "```{=html}\n<table><tr><th>a</th><th>b</th></tr><tr><td>x</td><td>y</td></tr></table>\n```\n"
      ).first?.isTable == true)
  }

  /// Below an item a figure or a tab is none of it.
  @Test(arguments: [":::{figure} y.png\nWords\n:::\n", "/// tab | Title\ninside\n///\n"])
  func belowAnItem(box: String) {
    let read = blocks("- one\n" + box)
    #expect(read.count == 2)
    guard case .list(let list)? = read.first?.kind else {
      Issue.record("no list")
      return
    }
    #expect(list.items.first?.blocks == [Block(.paragraph([.text("one")]), line: 1)])
    #expect(read.last?.line == 2)
  }

  @Test func tabsHaveTheirTitleOnALine() {
    #expect(
      inlines("/// tab | One\ninside\n///\n") == [
        .strong([.text("One")]), .lineBreak, .text("inside"),
      ])
  }

  @Test func cellsThatFold() {
    let notes = library([
      (
        "a.qmd",
        "# A\n\n```{r}\n#| code-fold: true\n#| code-summary: \"Show it\"\nx <- 1\n\ny\n```\n\nText.\n"
      )
    ])
    let read = notes.markdown(of: notes.lessonIDs[0]).blocks
    guard read.count == 3, case .callout(let callout, let inner) = read[1].kind else {
      Issue.record("\(read)")
      return
    }
    #expect(callout.title == [.text("Show it")])
    #expect(inner.map(\.kind) == [.code(info: "{r}", text: "x <- 1\n\ny")])
    #expect(read[2].line == 11)
  }

  /// Notes stand where they are embedded in quotes and items too.
  @Test(arguments: [
    ("> ![[b]]", "quote quote Text."), ("- ![[b]]", "list quote Text."),
    ("- one\n  ![[b]]", "list one|quote Text."), ("1. one\n\n    ![[b]]", "list one|quote Text."),
    ("> [!note] T\n> ![[b]]", "box quote Text."),
  ])
  func embedsInside(written: String, shown: String) {
    func text(_ blocks: [Block]) -> String {
      blocks.compactMap { block -> String? in
        switch block.kind {
        case .quote(let inner): "quote " + text(inner)
        case .callout(_, let inner): "box " + text(inner)
        case .list(let list): "list " + text(list.items.flatMap(\.blocks))
        case .paragraph(let inlines):
          inlines.plainText.hasPrefix("from ") ? nil : inlines.plainText
        default: nil
        }
      }.joined(separator: "|")
    }
    let notes = library([("a.md", "# A\n\n\(written)\n\nEnd.\n"), ("b.md", "Text.\n")])
    #expect(text(notes.markdown(of: notes.lessonIDs[0]).blocks) == shown + "|End.")
  }

  /// A rule of many signs is no list in lists, and a table that is drawn none either.
  @Test func rulesAreNotNested() {
    let rule = String(repeating: "-", count: 150)
    let table = "+\(rule)+\n| a |\n+\(rule)+\n"
    let read = Markdown.parse(Array("a\n\n\(rule)\n\n::: x\n\(table):::\n".utf8))
    #expect(read.diagnostics.isEmpty)
    #expect(read.blocks.count == 3 && read.blocks.last?.isTable == true)
    let deep = Markdown.parse(Array((String(repeating: "- ", count: 150) + "a\n").utf8))
    #expect(deep.diagnostics.count == 1)
  }
}

extension Block {
  fileprivate var isTable: Bool { if case .table = kind { true } else { false } }
}
