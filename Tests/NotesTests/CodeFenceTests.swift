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
  @Test(arguments: ["{.yaml}", "{.yaml filename=\"a.qmd\"}", "{.yaml #id}"])
  func attributesHaveNoOptions(info: String) {
    #expect(
      blocks("```\(info)\n---\nlogo: large\n---\n\n# A\n```").map(\.kind)
        == [.code(info: "yaml", text: "---\nlogo: large\n---\n\n# A")])
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
