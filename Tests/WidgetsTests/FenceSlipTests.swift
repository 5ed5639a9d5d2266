import Notes
import Testing

@testable import Widgets

/// Fences of widgets that are one slip away from one, and those that are something else.
@Suite struct FenceSlipTests {
  private func lines(_ text: String) -> [String] {
    FenceLines.find(in: Array(text.utf8)).map { "\($0.line):\($0.column) \($0.remedy)" }
  }

  private func named(_ info: String) -> [String] {
    let text = "```\(info)\nscores = 1 2\n```\n"
    return WidgetFinder.find(in: Markdown.parse(Array(text.utf8)).blocks, title: "").problems
      .map { "\($0.diagnostic.line) \($0.diagnostic.remedy)" }
  }

  @Test(arguments: ["``", "''", "'''", "~~", "\u{B4}\u{B4}\u{B4}", "\u{201C}\u{201C}"])
  func otherSigns(signs: String) {
    #expect(
      lines("Text.\n\n\(signs)softmax\nscores = 1 2\n\(signs)\n")
        == ["3:1 write ```softmax, and ``` on the line that closes it"])
  }

  @Test func theNameBelow() {
    #expect(
      lines("```\nsoftmax\nscores = 1 2\n```\n")
        == ["1:1 write ```softmax, and take the line below it away"])
  }

  @Test func anIndentThatMakesItCode() {
    let fence = "    ```softmax\n    scores = 1 2\n    ```\n"
    #expect(lines("Text.\n\n\(fence)") == ["3:1 write it and all of its lines at the margin"])
    #expect(lines("10. Text.\n\n\(fence)") == [] && lines("Text.\n\(fence)") == [])
  }

  @Test(arguments: [
    "```softmax\nscores = 1 2\n```\n", "``softmax`` is a function\n", "'softmax'\nis a name\n",
    "softmax\nscores = 1 2\n", "```\nsoftmax\n```\n", "```python\nsoftmax\nx = 1\n```\n",
    "```text\n``softmax\nscores = 1 2\n```\n",
  ]) func whatIsMeantSo(text: String) { #expect(lines(text) == [], "\(text)") }

  @Test func namesOfTwoWords() {
    #expect(named("soft max") == ["1 write softmax"])
    #expect(named("widget softmax") == ["1 write softmax"])
    #expect(named("dot product") == ["1 write dot-product"])
    for info in ["python softmax", "text", "", "softmax", "soft", "max"] {
      #expect(named(info) == [], "\(info)")
    }
  }
}
