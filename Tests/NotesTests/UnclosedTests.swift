import Testing

@testable import Notes

/// A fence or a comment that nothing closes is told where it opens, and the lessons after it still open.
@Suite struct UnclosedTests {
  private func document(_ text: String) -> Document {
    Document(path: "a.md", bytes: Array(text.utf8))
  }
  private func titles(_ text: String) -> [String] {
    document(text).chapters.flatMap { $0.lessons.map(\.title) }
  }

  @Test(arguments: [
    ("# C\n\n## A\n\n```python\n# a remark\nx = 1\n\n## B\n\nText\n", ["A", "B"], [5]),
    ("# C\n\n## A\n\n```\nx\n\n## B\n\n```python\ny\n```\n\n## D\n", ["A", "B", "D"], [5]),
    ("# C\n\n## A\n\n<!-- a remark\n\n## B\n\nText\n", ["A", "B"], [5]),
    ("# C\n\n## A\n\n<!-- quiz ->\n\n## B\n\nText\n", ["A", "B"], []),
    ("# A\n\n~~~\nx\n\n# B\n\nText\n", ["A", "B"], [3]),
    ("# C\n\n## A\n\n```\nx\n", ["A"], [5]),
    // A comment of its own closes none.
    ("# C\n\n## A\n\n<!-- one\n\n## B\n\n<!-- two -->\n\n## D\n", ["A", "B", "D"], [5]),
    (
      "# C\n\n## A\n\n<!-- one\n\n## B\n\n### Q\n<!-- quiz -->\n1. a\n\n<!-- x -->\n\n## D\n",
      ["A", "B", "D"], [5]
    ),
    // One around another is closed behind it.
    ("# C\n\n## A\n\n<!-- one\n## x\n<!-- two -->\n-->\n\n## B\n", ["A", "B"], []),
    // What is closed is left as it is.
    ("# C\n\n## A\n\n```\n## x\n```\n\n## B\n", ["A", "B"], []),
    ("# C\n\n## A\n\n<!--\n## x\n-->\n\n## B\n", ["A", "B"], []),
    ("# C\n\n## A\n\n````\n```python\n## x\n```\n````\n\n## B\n", ["A", "B"], []),
    // Shown in code is how one begins.
    ("# C\n\n## A\n\n```\n```python\n```\n\n## B\n", ["A", "B"], []),
    ("# C\n\n## A\n\n```\nx\n\n    ```python\n    y\n    ```\n```\n\n## B\n", ["A", "B"], []),
  ]) func lessonsStillOpen(text: String, lessons: [String], lines: [Int]) {
    #expect(titles(text) == lessons, "\(text)")
    #expect(document(text).unclosed.map(\.line) == lines, "\(text)")
  }

  /// What was to close a fence, and stands too far out or in, or outside of its quote, is told as it ought to be: its
  /// signs are those that are to be written already.
  @Test(arguments: [
    ("- a\n\n   ```python\n   x\n```\n", "write \"   ```\" on line 9"),
    ("- ```python\n  x\n```\n", "write \"  ```\" on line 7"),
    ("> ```python\n> x\n```\n", "write \"> ```\" on line 7"),
    ("```python\nx\n    ```\n", "write ``` at the margin on line 7"),
    ("~~~python\nx\n```\n", "write ~~~ in place of ``` on line 7"),
    ("````python\nx\n```\n", "write ```` in place of ``` on line 7"),
    ("```python\nx\n", "write ``` on a line of its own behind the code"),
  ]) func whatWasToClose(fence: String, remedy: String) {
    let head = "# C\n\n## A\n\n"
    let told = document(head + fence)
    #expect(told.unclosed.map(\.remedy) == [remedy], "\(fence)")
    guard let quote = remedy.firstIndex(of: "\"") else { return }
    let right = remedy[remedy.index(after: quote)...].prefix { $0 != "\"" }
    #expect(document(head + fence.replacing("\n```\n", with: "\n\(right)\n")).unclosed == [])
  }

  /// Many of them take no time without end.
  @Test func manyAreGivenUp() {
    let text = (0..<500).map { "\(String(repeating: "`", count: 600 - $0))\nx\n\n## h\n" }.joined()
    #expect(document(text).unclosed.count <= OpenBlocks.most + 1)
  }
}
