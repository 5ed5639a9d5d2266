import TestSupport
import Testing

@testable import Notes

@Suite struct OutlineScannerTests {
  private func headings(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return OutlineScanner.scan(bytes).marks.filter { $0.level > 0 }.map {
      "\($0.level) \($0.line) \(Titles.plain(bytes[$0.text]))"
    }
  }

  @Test func headingsOfBothKindsAreFound() {
    #expect(
      headings("# One\n\ntext\n\nTwo\n---\n\n## Three ##\n### four\n")
        == ["1 1 One", "2 5 Two", "2 8 Three"])
  }

  @Test func headingsInCodeListsQuotesAndCommentsAreNot() {
    let text = """
      ```
      ## code
      ```
      - item
        ## in a list
      > ## in a quote

      <!--
      ## in a comment
      -->

          ## indented code

      ## Real
      """
    #expect(headings(text) == ["2 14 Real"])
  }

  @Test func headingsInDivisionsAreNot() {
    let nested = ":::: {.columns}\n::: {.column}\n## in it\n:::\n## too\n::::\n## Real\n"
    #expect(headings(nested) == ["2 7 Real"])
    #expect(headings("::: {.a}\n::: {.b}\n## in b\n:::\n## Real\n") == ["2 5 Real"])
    #expect(headings("::: {.a}\n## Real\n") == ["2 2 Real"])
  }

  @Test func aRuleIsNoUnderlineAfterAListOrQuote() {
    #expect(headings("- item\n---\n> quote\n---\n") == [])
  }

  @Test func frontMatterAndByteOrderMarkArePassed() {
    let bytes = Array("\u{FEFF}---\ntitle: \"A title\"\n---\n# One\n".utf8)
    let outline = OutlineScanner.scan(bytes)
    #expect(outline.title.map { String(decoding: bytes[$0], as: UTF8.self) } == "A title")
    #expect(outline.marks.map(\.line) == [4])
  }

  @Test func anOverlongSectionIsCutBetweenParagraphs() {
    let paragraph = String(repeating: "words and words ", count: 64) + "\n\n"
    let text = "## Long\n\n" + String(repeating: paragraph, count: 700)
    let outline = OutlineScanner.scan(Array(text.utf8))
    let cuts = outline.marks.filter { $0.level == 0 }
    #expect(cuts.count == 2)
    for cut in cuts { #expect(Array(text.utf8)[cut.start - 1] == 0x0A) }
  }

  @Test func oneEndlessLineIsCutToo() {
    let text = "## Long\n" + String(repeating: "é", count: 2_000_000)
    let bytes = Array(text.utf8)
    let outline = OutlineScanner.scan(bytes)
    #expect(outline.marks.count > 4)
    for mark in outline.marks { #expect(bytes[mark.start] & 0xC0 != 0x80) }
  }

  /// The scan and the parser must find the same headings, whatever stands around them.
  @Test func theScanAgreesWithTheParser() {
    let pieces = [
      "# h", "## h", "### h", "#", "##", "## h ##", "#x", "text", "more text", "===", "---", "--",
      "- item", "-", "  ## in", "    ## deep", "   ## three", "> quote", "> ## q", ">", "1. one",
      "2) two",
      "```", "~~~", "````", "  ```", "<!-- c", "-->", "<div>", "</div>", "<pre>", "</pre>", "<b>",
      "***", "* * *",
      "", "", "", "[a]: b", "| a | b |", "|---|---|", "\ttab", "- > x", "> - y", "  more", "+ a",
      "$$", "$$ a", "b $$", "x $$", "$c", "d$", "\\[", "\\]", "\\(e", "f\\)", "\\begin{align}",
      "\\end{align}", "`$$`", "`a", "> $$", "  $$", "| $x|y$ |", "<think>", "</s> <pad", "<?a",
      "[1]: b c",
      "[c]:", "| - | -- |", "|-", "  \"t\"",
      // Control characters are text, or white space, as the parser has it.
      "\0", "\0\0", "- \0", "[d]: \0", "[d]: x\0", "[d]:\0x", "\u{B}", "\u{C}", "[e]: \u{C}y",
      "\0# h",
      "text\u{1}", "[d]: x\u{7F}y", "<h2>a</h2>", "<details>",
      "<summary>a", "](b", "[a](<b", "<h3>", "</h1>", "#\0", "#\u{C}h",
    ]
    var random = SplitMix(seed: 7)
    for _ in 0..<6000 {
      let lines = (0..<random.int(below: 9) + 1).map { _ in
        pieces[random.int(below: pieces.count)]
      }
      let text = lines.joined(separator: "\n") + "\n"
      // What is indented behind an empty item and a blank line the parser takes for less indented.
      if text.contains("-\n\n    ") || text.contains("-\n\n\t") { continue }
      let bytes = Array(text.utf8)
      let parsed = (MarkdownParser.parse(bytes) ?? []).compactMap { block -> String? in
        guard case .heading(let level, let inlines) = block.kind, level <= 2 else { return nil }
        return
          "\(level) \(inlines.withHTMLMeaning.plainText.trimmed.split(whereSeparator: \.isWhitespace).joined(separator: " "))"
      }
      let outline = OutlineScanner.scan(bytes)
      guard outline.bodyStart == 0 else { continue }
      // A title is read by itself, so a label that the file defines keeps its brackets there.
      let scanned = outline.marks.filter { $0.level > 0 }.map {
        "\($0.level) \(Titles.plain(bytes[$0.text]).split(whereSeparator: \.isWhitespace).joined(separator: " "))"
      }
      func bare(_ titles: [String]) -> [String] { titles.map { $0.replacing("[c]", with: "c") } }
      #expect(bare(scanned) == bare(parsed), "\(text.debugDescription)")
      let whole = bytes.withUnsafeBufferPointer { OutlineScanner.scanned($0).outline.marks }
      #expect(whole == outline.marks, "\(text.debugDescription)")
      #expect(
        text.contains("\0")
          || !"\(MarkdownParser.parse(bytes) ?? [])".contains("\u{FFFD}"),
        "\(text.debugDescription)")
    }
  }

  /// What a directive holds is no lesson of its own; one that nothing ends holds nothing.
  @Test(arguments: [
    (":::note\n## Inside\ntext\n:::\n## Behind\n", ["Behind"]),
    ("::: {.callout-tip}\n# Inside\n:::\n\n## Behind\n", ["Behind"]),
    ("::::note\n:::tip\n## A\n:::\n## B\n::::\n## C\n", ["C"]),
    (":::note\n## Inside\n\n## Behind\n", ["Inside", "Behind"]),
    (":::columns\n## Inside\n:::\n", ["Inside"]),
    ("```\n:::note\n```\n## One\n:::\n## Two\n", ["One", "Two"]),
    ("- a\n\n:::note\n## Inside\n\n1. b\n:::\n\n## Behind\n", ["Behind"]),
    ("- a\n- b\n::: {.callout-tip}\n## Inside\n- c\n  - d\n:::\n## Behind\n", ["Behind"]),
    ("- ```\n  :::note\n  ```\n## One\n:::\n## Two\n", ["One", "Two"]),
  ]) func headingsInDirectives(text: String, titles: [String]) {
    let bytes = Array(text.utf8)
    let found = OutlineScanner.scan(bytes).marks.map {
      String(decoding: bytes[$0.text], as: UTF8.self).trimmed
    }
    #expect(found == titles)
  }

  /// Code of Hugo's is code where lessons are read, and holds no lesson; what nothing closes hides none.
  @Test(arguments: [
    ("{{< highlight bash >}}\n# install it\n{{< /highlight >}}\n# Behind\n", ["1 4 Behind"]),
    ("text\n  {{% highlight go \"x=1\" %}}\n\n```\n# a\n{{% /highlight %}}\n## B\n", ["2 7 B"]),
    ("- a\n\n  {{< highlight sh >}}\n# in it\n  {{< /highlight >}}\n# B\n", ["1 6 B"]),
    ("{{< highlight sh >}}\n# One\n{{< highlight sh >}}\n# Two\n", ["1 2 One", "1 4 Two"]),
    (
      "{{< highlight sh >}}\n# a\n{{< /highlight >}}\n{{< highlight sh >}}\n# Two\n", ["1 5 Two"]
    ),
    ("```\n{{< highlight sh >}}\n```\n# One\n{{< /highlight >}}\n", ["1 4 One"]),
    ("{{< highlight >}}\n# One\n{{< /highlight >}}\n", ["1 2 One"]),
    ("The {{< highlight sh >}} code\n# One\n{{< /highlight >}}\n", ["1 2 One"]),
  ]) func headingsInCodeOfHugo(text: String, found: [String]) {
    #expect(headings(text) == found)
  }
}
