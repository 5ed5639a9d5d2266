import Testing

@testable import Notes

/// Blocks in blocks, as several tools have them.
@Suite struct MixedBlockTests {
  /// A definition holds any blocks.
  @Test(arguments: [
    ("T\n:   A\n\n    ```\n    x\n\n      y\n    ```\n", "terms(T: text A, code x\n\n  y)"),
    ("T\n:   A\n\n    - b\n    - c\n\n    d\n", "terms(T: text A, list(text b, text c), text d)"),
    ("T\n: A\n\n  b\n: C\n", "terms(T: text A, text b, text C)"),
    ("T\n:   A\n\n    > q\n\nEnd.\n", "terms(T: text A, quote(text q)) text End."),
    (
      "T\n:   A\n\n    | a | b |\n    |---|---|\n    | 1 | 2 |\n\nU\n:   B\n",
      "terms(T: text A, table 1; U: text B)"
    ),
  ])
  func definitions(source: String, shown: String) {
    #expect(kinds(blocks(source)) == shown)
  }

  @Test func whatCouldNotBePulledInIsText() {
    #expect(
      blocks("*\\[▲ Text of `_a_b.qmd`, which is not there.\\]*\n").map(\.kind) == [
        .paragraph([
          .emphasis([
            .text("[▲ Text of "), .code("_a_b.qmd"), .text(", which is not there.]"),
          ])
        ])
      ])
  }

  /// The rule under a table's heads may have crosses where columns meet.
  @Test func crossings() {
    #expect(kinds(blocks("| a | b |\n|---+:-:|\n| 1 | 2 |\n")) == "table 1")
    #expect(kinds(blocks("a\n|---+---|\n")) == "text a |---+---|")
  }

  @Test func itemsInDrawnTables() {
    guard
      case .table(let table)? = blocks("+---+-----+\n| a | - x |\n|   | - y |\n+---+-----+\n")
        .first?.kind
    else {
      Issue.record("no table")
      return
    }
    #expect(table.rows[0][1] == [.text("• x"), .html("<br>"), .lineBreak, .text("• y")])
  }

  /// In MDX nothing is code because it is indented, and components among words are their words.
  @Test(arguments: [
    ("<Tabs>\n  <TabItem label=\"A\">\n    Words\n  </TabItem>\n</Tabs>", "heading A text Words"),
    ("A\n\n    b\n\n    ```js\n    x\n      y\n    ```", "text A text b code x\n  y"),
    ("- a\n\n    b", "list(text a text b)"),
    ("Some <Mark color=\"#fff\">green</Mark> text <Mark>.", "text Some green text <Mark>."),
    ("| a |\n|---|\n| 1 |\n<Foo/>", "table 1 text <Foo/>"),
  ])
  func componentsOfMDX(source: String, shown: String) {
    let read = Markdown.parse(Array((source + "\n").utf8), isMDX: true)
    #expect(kinds(read.blocks) == shown)
  }

  @Test(arguments: [
    ("```js\na\n// highlight-next-line\nb\n```", "code a\nb"),
    ("```js\na // highlight-next-line x\n```", "code a // highlight-next-line x"),
    ("{% highlight python %}\nx = 1\n{% endhighlight %}\n\nEnd", "code x = 1 text End"),
    ("{% raw %}\n\n{{ x }}\n\n{% endraw %}", "text {{ x }}"),
    ("A {% raw %}{{ x }}{% endraw %} b", "text A {{ x }} b"),
    ("* TOC\n{:toc}\n\nText", "text Text"), ("* a\n* b\n\nText", "list(text a, text b) text Text"),
  ])
  func marksOfSites(source: String, shown: String) {
    #expect(kinds(blocks(source + "\n")) == shown)
  }

  /// A fence that stands deeper than the open one is code of it.
  @Test func fencesShownInFences() {
    let text =
      "# A\n\n## First\n\n``` md\n=== \"C\"\n\n    ``` c\n    x\n    ```\n```\n\n## B\n\nText.\n"
    let notes = library([("a.md", text)])
    #expect(notes.documents[0].unclosed.isEmpty)
    #expect(notes.documents[0].chapters[0].lessons.map(\.title) == ["First", "B"])
  }

  /// A rule has the line that it stands on, whatever stands above it.
  @Test(arguments: [
    ("a\n\n---\n\nb\n\n***\n", [1, 3, 5, 7]), ("---\n\n- a\n\n  ***\n\n---\n", [1, 3, 7]),
    ("Title\n---\n\n- - -\n", [1, 4]), ("> a\n>\n> ---\n\n___\n", [1, 5]),
  ])
  func rulesHaveLines(source: String, lines: [Int]) {
    #expect(blocks(source).map(\.line) == lines)
  }
}
