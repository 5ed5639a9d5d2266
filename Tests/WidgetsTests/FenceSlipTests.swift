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

  @Test(arguments: ["``", "''", "'''", "~~", "\u{B4}\u{B4}\u{B4}", "\u{201C}\u{201C}", ":::"])
  func otherSigns(signs: String) {
    #expect(
      lines("Text.\n\n\(signs)softmax\nscores = 1 2\n\(signs)\n")
        == ["3:1 write ```softmax, and ``` on the line that closes it"])
  }

  @Test(arguments: [
    "{{softmax scores=1 2}}", "{{< softmax scores=\"1 2\" >}}", "<softmax scores=\"1 2\" />",
    "{% softmax scores=1 2 %}",
  ]) func aWidgetInOneLine(line: String) {
    #expect(
      lines("Text.\n\n\(line)\n") == [
        "3:1 write ```softmax, scores = 1 2 and ```, each on a line of its own"
      ])
    #expect(lines("```text\n\(line)\n```\n") == [])
    #expect(lines("Text, \(line)\n") == [] && lines("<p class=\"softmax\">\n") == [])
  }

  @Test func theOnlyInputByAnotherName() {
    let text = "```softmax\nlogits = 1 2\n```\n"
    let found = WidgetFinder.find(in: Markdown.parse(Array(text.utf8)).blocks, title: "").problems
    #expect(
      found.map { "\($0.diagnostic.line) \($0.diagnostic.advice)" } == [
        "2 softmax has no input \"logits\": write scores in place of it"
      ])
  }

  @Test func aFenceInAFootnoteOpensNothing() {
    let text = "Look[^1].\n\n[^1]: Note\n\n    ```softmax\n    scores = 1 2\n    ```\n"
    let found = NestedFences.inFootnotes(of: Array("\(text)\n    ```softmax\n\nText.\n".utf8))
    #expect(found.map { "\($0.line):\($0.column)" } == ["5:5", "9:5"], "\(found)")
    #expect(NestedFences.inFootnotes(of: Array("[^1]: Note\n\n```softmax\n```\n".utf8)) == [])
    #expect(
      NestedFences.inFootnotes(of: Array("[^1]: Note\n\n    ~~~\n    ```softmax\n".utf8)) == [])
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

  @Test func theNameInside() {
    func told(_ text: String) -> [String] {
      WidgetFinder.find(in: Markdown.parse(Array(text.utf8)).blocks, title: "").problems
        .map { "\($0.diagnostic.line) \($0.diagnostic.remedy)" }
    }
    #expect(
      told("```widget\nname = softmax\nscores = 1 2\n```\n")
        == ["1 write ```softmax in place of this line, and take name = softmax away"])
    #expect(told("```widget\nscores = 1 2\n```\n") == [])
  }

  /// Each has its own line, though it holds no text that tells it.
  @Test func emptyFencesOfOneName() {
    let empty = "```softmaxx\n```\n\n"
    for text in ["# A\n\n\(empty)\(empty)\(empty)", "# A\n\n\(empty)Text.\n\n\(empty)> \(empty)"] {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).indices.filter {
        text.split(separator: "\n", omittingEmptySubsequences: false)[$0].hasPrefix("```s")
      }
      let found = WidgetFinder.find(in: Markdown.parse(Array(text.utf8)).blocks, title: "")
      #expect(found.problems.map(\.diagnostic.line) == lines.map { $0 + 1 }, "\(text)")
    }
  }

  private func nested(_ text: String) -> [String] {
    NestedFences.find(in: Markdown.parse(Array(text.utf8)).blocks, linesBefore: 0)
      .map { "\($0.line):\($0.column) \($0.message)" }
  }

  @Test(arguments: [
    ("- A\n\n  ```softmax\n  scores = 1 2\n  ```\n", "3:3", "a list"),
    ("1. A\n   ```softmax\n   scores = 1 2\n   ```\n", "2:4", "a list"),
    ("> A\n>\n> ```softmaxx\n> scores = 1 2\n> ```\n", "3:3", "a quote"),
    ("> [!NOTE]\n> ```softmax\n> scores = 1 2\n> ```\n", "2:3", "a note"),
  ]) func aFenceInSomethingElse(text: String, place: String, holder: String) {
    #expect(
      nested(text) == ["\(place) a fence in \(holder) opens no widget, and is shown as code"])
  }

  @Test(arguments: [
    "```softmax\nscores = 1 2\n```\n", "- A\n\n  ```python\n  x = 1\n  ```\n",
    "> ```\n> softmax\n> ```\n",
  ]) func aFenceThatIsCode(text: String) { #expect(nested(text) == [], "\(text)") }

  @Test func namesOfTwoWords() {
    #expect(named("soft max") == ["1 write softmax"])
    #expect(named("widget softmax") == ["1 write softmax"])
    #expect(named("dot product") == ["1 write dot-product"])
    #expect(named("softmax-widget") == ["1 write softmax"])
    for info in ["python softmax", "text", "", "softmax", "soft", "max"] {
      #expect(named(info) == [], "\(info)")
    }
  }
}
