import Testing

@testable import Notes

/// What other tools say of code in a fence.
@Suite struct CodeFenceTests {
  @Test(arguments: [
    ("py title=\"a.py\"", "a.py"), ("python {filename=\"b c.py\"}", "b c.py"),
    ("{.python caption='c'}", "c"), ("js title=d.js", "d.js"), ("py", nil), ("py title=\"\"", nil),
    ("py linenums=\"1\"", nil), ("title", nil), ("py subtitle=\"x\"", nil),
  ])
  func names(info: String, title: String?) { #expect(Block.fenceTitle(info) == title) }

  @Test(arguments: [
    ("rust", "# fn main() {\nlet x = 1;\n# }\n#\n", "let x = 1;"),
    ("rust,editable", "    # use a;\n    b();\n## c\n#[test]\n", "    b();\n# c\n#[test]"),
    ("rust", "# only\n", "# only"), ("python", "# said\nx\n", "# said\nx"),
  ])
  func linesThatAreNotShown(info: String, written: String, shown: String) {
    let blocks = Markdown.parse(Array("```\(info)\n\(written)```\n".utf8)).blocks
    guard case .code(_, let text)? = blocks.first?.kind else {
      Issue.record("\(blocks)")
      return
    }
    #expect(text.trimmed == shown.trimmed)
  }

  /// Behind attributes all is code, front matter too; a class names the language.
  @Test(arguments: [
    ("{.yaml}", "yaml"), ("{.yaml filename=\"a.qmd\"}", "yaml title=\"a.qmd\""),
    ("{.yaml #id}", "yaml"), ("{#id .yaml filename='a b'}", "yaml title=\"a b\""), ("{#id}", "#id"),
  ])
  func attributesHaveNoOptions(info: String, shown: String) {
    #expect(
      blocks("```\(info)\n---\nlogo: large\n---\n\n# A\n```").map(\.kind)
        == [.code(info: shown, text: "---\nlogo: large\n---\n\n# A")])
  }

  /// What a cell is called stands in its options, and goes with the cell.
  @Test(arguments: [
    (":caption: A cell\n:tags: [x]", "python title=\"A cell\""),
    (":filename: a.py", "python title=\"a.py\""), ("---\ncaption: B\n---", "python title=\"B\""),
  ])
  func namesOfCells(options: String, info: String) {
    let made = blocks("```{code-cell} python\n\(options)\nx = 1\n```\n")
    guard case .code(info, let text)? = made.first?.kind else {
      Issue.record("\(made)")
      return
    }
    #expect(text.trimmed == "x = 1")
    #expect(
      blocks("```{code-cell} python\n:tags: [remove-input]\n\(options)\nx = 1\n```\n").isEmpty)
  }

  /// Four columns further in a fence ends nothing.
  @Test func aFenceInCodeIsCode() {
    var fence = FenceState()
    let lines = ["``` md", "=== \"C\"", "", "    ``` c", "    x", "    ```", "```", "text"]
    #expect(
      lines.map { fence.isCode(Array($0.utf8)) } == [
        true, true, true, true, true, true, true, false,
      ])
  }
}
